// The parts of the writer that are not worth inlining: escaping and growth.
#include "opc/xml_writer.hpp"

#include <array>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

#ifdef __SSE2__
/// True if one of the 16 bytes is special anywhere.
bool any_special(const char* bytes) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    const auto are = [&](char byte) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); };
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    const __m128i quotes = _mm_or_si128(_mm_or_si128(are('"'), are('&')), are('\xEF'));
    const __m128i brackets = _mm_or_si128(are('<'), are('>'));
    return _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quotes, brackets))) != 0;
}
#endif

/// Copies the bytes of `value` up to the first that needs a look, and says how many. `to` has room for all.
std::size_t copy_plain(char* to, std::string_view value, unsigned char limit) {
    std::size_t size = 0;
#ifdef __SSE2__
    constexpr std::size_t kBlock = 16;
    for (; value.size() - size >= kBlock && !any_special(value.data() + size); size += kBlock)
        std::memcpy(to + size, value.data() + size, kBlock);
    // What is left over is looked at together with bytes before it.
    const std::size_t last = value.size() - kBlock;
    if (size > 0 && size > last && !any_special(value.data() + last)) {
        std::memcpy(to + last, value.data() + last, kBlock);
        return value.size();
    }
#endif
    for (; size < value.size(); ++size) {
        const unsigned char kind = kSpecial[static_cast<unsigned char>(value[size])];
        if (kind != 0 && kind <= limit) break;
        to[size] = value[size];
    }
    return size;
}

}  // namespace

XmlWriter::XmlWriter(std::size_t expected_bytes) {
    out_.reserve(expected_bytes);
    put(kDeclaration);
}

std::string XmlWriter::take() && {
    assert(depth_ == 0 && "every element is closed");
    flush();
    return std::move(out_);
}

void XmlWriter::flush() {
    out_.append(buffer_, used_);
    used_ = 0;
}

void XmlWriter::put(std::string_view bytes) {
    if (bytes.size() <= kBuffer) {
        std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
        return;
    }
    flush();
    out_ += bytes;
}

void XmlWriter::put_escaped(std::string_view value, Context context) {
    const unsigned char limit = context == Context::Attribute ? 2 : 1;
    while (!value.empty()) {
        const std::string_view next = value.substr(0, kBuffer);
        const std::size_t plain = copy_plain(room(next.size()), next, limit);
        used_ -= next.size() - plain;
        value.remove_prefix(plain);
        if (plain == next.size()) continue;
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
            return is_noncharacter(rest) ? put(kReplacementCharacter) : put("\xEF");
        default:
            return put(kReplacementCharacter);
    }
}

}  // namespace vanban::opc
