// The parts of the writer that are not worth inlining: escaping and growth.
#include "opc/xml_writer.hpp"

#include <algorithm>
#include <array>

namespace vanban::opc {

namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// Bytes that cannot be copied without a look: 1 everywhere, 2 in attributes only.
constexpr std::array<unsigned char, 256> special_bytes() {
    std::array<unsigned char, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = 1;
    table['\t'] = table['\n'] = 2;
    table['&'] = table['<'] = table['>'] = 1;
    table['"'] = 2;
    table[0xEF] = 1;  // may begin U+FFFE or U+FFFF
    return table;
}
constexpr auto kSpecial = special_bytes();

bool is_noncharacter(std::string_view rest) {
    return rest.size() >= 3 && rest[1] == '\xBF' && (rest[2] == '\xBE' || rest[2] == '\xBF');
}

}  // namespace

XmlWriter::XmlWriter(std::size_t expected_bytes) {
    out_.resize(std::max(expected_bytes, std::size_t{256}));
    put(kDeclaration);
}

std::string XmlWriter::take() && {
    assert(depth_ == 0 && "every element is closed");
    out_.resize(size_);
    return std::move(out_);
}

void XmlWriter::grow(std::size_t bytes) {
    out_.resize(std::max(out_.size() * 2, size_ + bytes));
}

void XmlWriter::put_escaped(std::string_view value, Context context) {
    const unsigned char limit = context == Context::Attribute ? 2 : 1;
    const auto is_special = [limit](char byte) {
        const unsigned char kind = kSpecial[static_cast<unsigned char>(byte)];
        return kind != 0 && kind <= limit;
    };
    while (true) {
        const auto plain =
            static_cast<std::size_t>(std::find_if(value.begin(), value.end(), is_special) - value.begin());
        put(value.substr(0, plain));
        if (plain == value.size()) return;
        value.remove_prefix(plain);
        put_escape(value);
        value.remove_prefix(is_noncharacter(value) && value[0] == '\xEF' ? 3 : 1);
    }
}

/// The stand-in of the first character of `rest`, of which the caller drops one byte, or three of a noncharacter.
void XmlWriter::put_escape(std::string_view rest) {
    switch (rest.front()) {
        case '&':
            return put("&amp;");
        case '<':
            return put("&lt;");
        case '>':
            return put("&gt;");
        case '"':
            return put("&quot;");
        case '\t':
            return put("&#9;");
        case '\n':
            return put("&#10;");
        case '\r':
            return put("&#13;");
        case '\xEF':
            return is_noncharacter(rest) ? put(kReplacementCharacter) : put('\xEF');
        default:
            return put(kReplacementCharacter);
    }
}

}  // namespace vanban::opc
