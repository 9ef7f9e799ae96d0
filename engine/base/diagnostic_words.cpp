// What the forms of printed findings share.
#include "base/diagnostic_words.hpp"

#include "base/utf8.hpp"

namespace vanban {

namespace {

bool is_unprintable(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

}  // namespace

std::string_view severity_label(Severity severity, Lang lang) {
    const bool vi = lang == Lang::Vi;
    switch (severity) {
        case Severity::Error:
            return vi ? "lỗi" : "error";
        case Severity::Warning:
            return vi ? "cảnh báo" : "warning";
        case Severity::Note:
            break;
    }
    return vi ? "ghi chú" : "note";
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = utf8::next(text, offset);
        const bool line_end = c == U'\n' || c == U'\r' || c == U'\t';
        utf8::append(out, line_end ? U' ' : is_unprintable(c) ? U'\uFFFD' : c);
    }
    return out;
}

}  // namespace vanban
