// Unicode through ICU: well-formedness, NFC, case, keys, order, columns.
#include "base/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>
#include <vector>

#include "base/latin.hpp"

namespace vanban::utf8 {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t code_point = kReplacement;
    std::size_t size = 0;  ///< 0 where the bytes are not well-formed.
};

/// Decodes the sequence at the start of `text`, which is not empty (Unicode 15, table 3-7).
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && text.size() >= 2 && (byte(1) & 0xC0) == 0x80)
        return {((lead & 0x1Fu) << 6) | (byte(1) & 0x3Fu), 2};
    const std::size_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (size == 0 || text.size() < size) return {};
    char32_t value = lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (surrogate || overlong || value > 0x10FFFF) return {};
    return {value, size};
}

UChar32 to_icu(char32_t code_point) {
    return static_cast<UChar32>(code_point);
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    assert(normalizer != nullptr && "the normalisation data is compiled into ICU");
    return *normalizer;
}

const icu::Normalizer2& nfkd() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    assert(normalizer != nullptr && "the normalisation data is compiled into ICU");
    return *normalizer;
}

/// Combining marks that a letter may carry in a row; real languages need a handful. Sorting a million of them, as
/// normalisation must, takes hours. Source: UAX #15, section 13 (Stream-Safe Text Format).
constexpr std::size_t kMostMarks = 30;

/// How many marks a character is made of; 0 for one that begins something new.
std::size_t marks_in(char32_t c) {
    const bool letter = c >= 0x1E00 && c <= 0x1EFF;
    if (letter || nfkd().hasBoundaryBefore(to_icu(c))) return 0;
    icu::UnicodeString parts;
    return nfkd().getDecomposition(to_icu(c), parts) ? static_cast<std::size_t>(parts.countChar32()) : 1;
}

/// Offset of the first mark at or after `from` that follows too many others; npos if there is none.
std::size_t find_pile(std::string_view text, std::size_t from) {
    std::size_t marks = 0;
    for (std::size_t offset = from; offset < text.size();) {
        const std::size_t begin = offset;
        if (static_cast<unsigned char>(text[offset]) < 0xCC) {  // below U+0300
            ++offset;
            marks = 0;
            continue;
        }
        const std::size_t more = marks_in(next(text, offset));
        marks = more == 0 ? 0 : marks + more;
        if (marks > kMostMarks) return begin;
    }
    return std::string_view::npos;
}

/// The text with U+034F COMBINING GRAPHEME JOINER, which cannot be seen, wherever marks pile up.
std::string without_piles(std::string_view text) {
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = find_pile(text, 0); at != text.npos; at = find_pile(text, at)) {
        out.append(text.substr(from, at - from)).append("\u034F");
        from = at;
    }
    return out.append(text.substr(from));
}

/// `text` has no pile of marks.
std::string normalized(const icu::Normalizer2& form, std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0, piece(text), sink, nullptr, status);
    assert(U_SUCCESS(status) && "normalisation fails only without memory");
    return out;
}

using CaseFunction = void (*)(const char*, std::uint32_t, icu::StringPiece, icu::ByteSink&, icu::Edits*, UErrorCode&);

std::string case_mapped(CaseFunction map, std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    map("vi", 0, piece(text), sink, nullptr, status);
    assert(U_SUCCESS(status) && "case mapping fails only without memory");
    return to_nfc(out);
}

bool is_combining(char32_t code_point) {
    const auto category = u_charType(to_icu(code_point));
    return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
}

/// The letter without stroke: the one part of a Vietnamese letter that no decomposition takes off.
char32_t without_stroke(char32_t code_point) {
    if (code_point == U'đ' || code_point == U'Đ') return U'd';
    return code_point;
}

std::unique_ptr<const icu::Collator> make_collator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), status));
    assert(U_SUCCESS(status) && "ICU falls back to the root order");
    return collator;
}

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t offset = 0; offset < text.size();) out.push_back(next(text, offset));
    return out;
}

}  // namespace

std::optional<std::size_t> find_invalid(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (static_cast<unsigned char>(text[offset]) < 0x80) {
            ++offset;
            continue;
        }
        const Decoded decoded = decode(text.substr(offset));
        if (decoded.size == 0) return offset;
        offset += decoded.size;
    }
    return std::nullopt;
}

std::optional<std::size_t> find_control(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const auto byte = static_cast<unsigned char>(text[offset]);
        // Control characters beyond ASCII begin with C2, those that are none with EF.
        if ((byte >= 0x20 && byte < 0x7F) || (byte >= 0x80 && byte != 0xC2 && byte != 0xEF)) {
            ++offset;
            continue;
        }
        const std::size_t begin = offset;
        const char32_t c = next(text, offset);
        const bool space = c == U'\t' || c == U'\n' || c == U'\r';
        if ((c < 0x20 && !space) || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF) return begin;
    }
    return std::nullopt;
}

char32_t next(std::string_view text, std::size_t& offset) {
    if (offset >= text.size()) return kReplacement;
    if (const auto byte = static_cast<unsigned char>(text[offset]); byte < 0x80) return ++offset, byte;
    const Decoded decoded = decode(text.substr(offset));
    offset += std::max<std::size_t>(decoded.size, 1);
    return decoded.code_point;
}

void append(std::string& out, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | (code_point >> 6));
        tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0 | (code_point >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (code_point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) next(text, offset);
    return count;
}

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next(text, offset);
        const auto category = u_charType(to_icu(c));
        if (is_combining(c) || category == U_FORMAT_CHAR || category == U_CONTROL_CHAR) continue;
        const int width = u_getIntPropertyValue(to_icu(c), UCHAR_EAST_ASIAN_WIDTH);
        count += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return count;
}

bool is_nfc(std::string_view text) {
    if (latin::is_nfc(text)) return true;
    if (find_pile(text, 0) != text.npos) return false;
    UErrorCode status = U_ZERO_ERROR;
    return nfc().isNormalizedUTF8(piece(text), status) && U_SUCCESS(status);
}

std::string to_nfc(std::string_view text) {
    if (is_nfc(text)) return std::string(text);
    return normalized(nfc(), without_piles(text));
}

void append_nfc(std::string& to, std::string_view text) {
    std::size_t seam = to.size();
    for (bool joined = true; joined && seam > 0;) {
        do --seam;
        while (seam > 0 && (static_cast<unsigned char>(to[seam]) & 0xC0) == 0x80);
        std::size_t offset = seam;
        joined = !nfc().hasBoundaryBefore(to_icu(next(to, offset)));
    }
    const std::string met = to.substr(seam).append(text);
    to.resize(seam);
    to += to_nfc(met);
}

std::string to_upper(std::string_view text) {
    if (auto simple = latin::to_upper(text)) return std::move(*simple);
    return case_mapped(&icu::CaseMap::utf8ToUpper, text);
}
std::string to_lower(std::string_view text) {
    if (auto simple = latin::to_lower(text)) return std::move(*simple);
    return case_mapped(&icu::CaseMap::utf8ToLower, text);
}

std::string capitalize(std::string_view text) {
    const std::string whole = to_nfc(text);
    for (std::size_t offset = 0; offset < whole.size();) {
        const std::size_t begin = offset;
        const UChar32 c = to_icu(next(whole, offset));
        if (!u_isalnum(c)) continue;  // an opening quote or bracket
        std::string out = whole.substr(0, begin);
        append(out, static_cast<char32_t>(u_toupper(c)));
        return to_nfc(out.append(whole, offset));
    }
    return whole;
}

std::string fold_to_key(std::string_view text) {
    if (auto key = latin::fold_to_key(text)) return std::move(*key);
    const std::string decomposed = normalized(nfkd(), without_piles(text));
    std::string key;
    bool gap = false;
    for (std::size_t offset = 0; offset < decomposed.size();) {
        const char32_t c = next(decomposed, offset);
        if (is_combining(c)) continue;
        if (!u_isalnum(to_icu(c))) {
            gap = true;
            continue;
        }
        if (gap && !key.empty()) key += '_';
        gap = false;
        append(key, static_cast<char32_t>(u_tolower(to_icu(without_stroke(c)))));
    }
    return key;
}

int collate(std::string_view a, std::string_view b) {
    static const std::unique_ptr<const icu::Collator> collator = make_collator();
    UErrorCode status = U_ZERO_ERROR;
    return collator->compareUTF8(piece(a), piece(b), status);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty()) {
        if (is_blank(text.front())) {
            text.remove_prefix(1);
        } else if (is_blank(text.back())) {
            text.remove_suffix(1);
        } else if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
        } else if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
        } else {
            break;
        }
    }
    return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::vector<char32_t> x = code_points(a);
    const std::vector<char32_t> y = code_points(b);
    constexpr std::size_t kLongest = 256;
    if (std::max(x.size(), y.size()) > kLongest) return a == b ? 0 : std::max(x.size(), y.size());
    // Three rows of the usual table: the row before the last one is needed for swaps.
    std::vector<std::size_t> before(y.size() + 1), last(y.size() + 1), row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row[y.size()];
}

}  // namespace vanban::utf8
