// Checks of incoming text and the counting of what it costs.
#include "data/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "base/byte_scan.hpp"
#include "base/latin.hpp"
#include "base/utf8.hpp"
#include "data/encoding.hpp"

namespace vanban::data {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// First bytes of the look-alikes in UTF-8: ƣ Ƣ Ɖ begin with C6, Ð ð with C3.
constexpr std::string_view kLookAlikes[] = {"\u01A2", "\u01A3", "\u0189", "\u00D0", "\u00F0"};
/// Lower-case vowels that a syllable with đ can go on with.
constexpr std::string_view kVowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

using LineEnds = Intake::LineEnds;

/// A control character, or a code point that no XML part could carry. CR is allowed before LF only, or at all line
/// ends.
bool is_refused(std::string_view text, std::size_t at, char32_t c, LineEnds line_ends) {
    if (c == '\r') {
        return line_ends == LineEnds::Usual && (at + 1 >= text.size() || text[at + 1] != '\n');
    }
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF;
}

struct Refused {
    std::size_t begin;
    std::size_t end;
    char32_t code_point;
};

std::optional<Refused> find_control(std::string_view text, LineEnds line_ends = LineEnds::Usual) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        if (is_refused(text, begin, c, line_ends)) {
            return Refused{begin, at, c};
        }
    }
    return std::nullopt;
}

/// True if the text, well-formed or not, is nothing but characters that need no mending, no NFC and no second look:
/// what nearly all files are made of, told in one go.
bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            const std::size_t end = bytes::printable_end(text, at);
            if (end == at && byte != '\n' && byte != '\t') return false;
            at = std::max(end, at + 1);
            continue;
        }
        const std::size_t size = latin::nfc_size(text.substr(at));
        if (size == 0) return false;
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (byte == 0xC2 && second < 0xA0) return false;                                         // C1 controls
        if (byte == 0xC3 && (second == 0x90 || second == 0xB0)) return false;                    // Ð ð
        if (byte == 0xC6 && (second == 0x89 || second == 0xA2 || second == 0xA3)) return false;  // Ɖ Ƣ ƣ
        at += size;
    }
    return true;
}

bool has_look_alike(std::string_view text) {
    return std::any_of(std::begin(kLookAlikes), std::end(kLookAlikes),
                       [&](std::string_view letter) { return text.find(letter) != std::string_view::npos; });
}

char32_t code_point_at(std::string_view text, std::size_t at) {
    return at < text.size() ? utf8::next(text, at) : U'\0';
}

char32_t code_point_before(std::string_view text, std::size_t at) {
    while (at > 0) {
        --at;
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) {
            return code_point_at(text, at);
        }
    }
    return U'\0';
}

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Letters of Vietnamese and those of its broken conversions: Latin-1, Latin Extended, U+1EA0 to U+1EF9.
bool is_letter(char32_t c) {
    return is_ascii_letter(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
}

bool is_vowel(char32_t c) {
    if (c == U'\0') {
        return false;
    }
    std::string letter;
    utf8::append(letter, c);
    const std::string lower = c < 0x80 && is_ascii_letter(c) ? std::string(1, static_cast<char>(c | 0x20)) : letter;
    return kVowels.find(lower) != std::string_view::npos;
}

/// Ð stands for Đ beside another letter (“QÐ-UBND”, “Ðồng Tháp”); ð stands for đ only where đ can: first in a syllable.
bool stands_for_d_stroke(std::string_view text, std::size_t at) {
    const char32_t before = code_point_before(text, at);
    const char32_t after = code_point_at(text, at + 2);
    if (text[at + 1] == '\x90') {
        return is_letter(before) || is_letter(after);
    }
    return !is_letter(before) && is_vowel(after);
}

enum class LookAlike : std::uint8_t { None, UHorn, DStroke };

/// What the two bytes at `at` must become, if they are a look-alike; all of these letters have two bytes.
std::pair<LookAlike, std::string_view> right_letter(std::string_view text, std::size_t at) {
    const std::string_view letter = text.substr(at, 2);
    if (letter == "\u01A3") {
        return {LookAlike::UHorn, "\u01B0"};
    }
    if (letter == "\u01A2") {
        return {LookAlike::UHorn, "\u01AF"};
    }
    if (letter == "\u0189") {
        return {LookAlike::DStroke, "\u0110"};
    }
    if ((letter == "\u00D0" || letter == "\u00F0") && stands_for_d_stroke(text, at)) {
        return {LookAlike::DStroke, letter == "\u00D0" ? "\u0110" : "\u0111"};
    }
    return {LookAlike::None, {}};
}

}  // namespace

Intake::Intake(const Source& source, SourceId id, const Limits& limits, Diagnostics& out)
    : text_(source.text),
      name_(source.name),
      id_(id),
      limits_(limits),
      out_(out),
      depth_(std::min(limits.depth, kDeepest)) {}

bool Intake::check_source(LineEnds line_ends) {
    const std::size_t most = std::min<std::size_t>(
        limits_.file_bytes, std::numeric_limits<std::int32_t>::max());  // marks of yaml-cpp are int
    if (text_.size() > most) {
        report(diagnose(Code::file_too_large, span(0, 0), {std::string(name_), size_text(most)}));
        return false;
    }
    clean_ = is_plain(text_);
    if (clean_) return true;
    if (const auto bad = utf8::find_invalid(text_)) {
        report(explain_encoding(text_, name_, span(*bad, *bad + 1)));
        return false;
    }
    if (const auto control = find_control(text_, line_ends)) {
        if (control->code_point == 0 && is_utf16(text_)) {
            report(explain_encoding(text_, name_, span(0, 0)));
            return false;
        }
        const auto number = static_cast<std::uint32_t>(control->code_point);
        report(diagnose(Code::control_character, span(control->begin, control->end), {fmt::format("{:04X}", number)}));
        return false;
    }
    start_ = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    clean_ = !has_look_alike(text_) && utf8::is_nfc(text_);
    return true;
}

Span Intake::span(std::size_t begin, std::size_t end) const {
    const std::size_t last = std::min(end, text_.size());
    return {id_, static_cast<std::uint32_t>(std::min(begin, last)), static_cast<std::uint32_t>(last)};
}

Span Intake::character(std::size_t at) const {
    std::size_t end = std::min(at, text_.size());
    if (end < text_.size()) {
        utf8::next(text_, end);
    }
    return span(at, end);
}

void Intake::report(Diagnostic diagnostic) {
    failed_ = failed_ || diagnostic.severity == Severity::Error;
    if (reported_ < std::max<std::size_t>(limits_.findings, 1)) {
        ++reported_;
        out_.add(std::move(diagnostic));
    }
}

void Intake::note_mended(Mended& mended, std::string_view text, std::size_t at, TextOrigin origin) {
    if (mended.count++ == 0) {
        mended.first = origin.at(text, at, 2);
    }
}

void Intake::mend(std::string& text, Span where, std::uint16_t indent) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte != 0xC6 && byte != 0xC3) {
            continue;
        }
        const auto [kind, letter] = right_letter(text, at);
        if (kind != LookAlike::None) {
            note_mended(kind == LookAlike::UHorn ? u_horn_ : d_stroke_, text, at, {where, indent});
            text.replace(at, 2, letter);
        }
        ++at;
    }
}

std::string Intake::accept(std::string text, Span where, std::uint16_t& indent) {
    if (clean_ && indent != TextOrigin::kInexact) {
        return text;
    }
    if (indent == TextOrigin::kInexact) {
        if (const auto control = find_control(text)) {
            const auto number = static_cast<std::uint32_t>(control->code_point);
            report(diagnose(Code::control_character, where, {fmt::format("{:04X}", number)}));
        }
    }
    mend(text, where, indent);
    if (!utf8::is_nfc(text)) {
        text = utf8::to_nfc(text);
        indent = TextOrigin::kInexact;
    }
    return text;
}

bool Intake::count(std::size_t values, Span where) {
    if (values > limits_.values - std::min(values_, limits_.values)) {
        report(diagnose(Code::too_many_values, where, {std::to_string(limits_.values)}));
        return false;
    }
    values_ += values;
    return true;
}

void Intake::report_duplicate(const Member& first, const Member& again) {
    report(
        diagnose(Code::duplicate_key, again.key_span, {again.key}).with({Code::first_given_here, first.key_span, {}}));
}

void Intake::check_keys(const Map& map) {
    constexpr std::size_t kFew = 16;  // comparing all pairs is faster than sorting
    if (map.size() <= kFew) {
        for (std::size_t i = 1; i < map.size(); ++i) {
            const auto again = map.begin() + static_cast<std::ptrdiff_t>(i);
            const auto first = std::find_if(map.begin(), again, [&](const Member& m) { return m.key == again->key; });
            if (first != again) {
                report_duplicate(*first, *again);
            }
        }
        return;
    }
    std::vector<std::size_t> order(map.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return map[a].key < map[b].key; });
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
        if (map[order[i]].key == map[order[first]].key) {
            report_duplicate(map[order[first]], map[order[i]]);
        } else {
            first = i;
        }
    }
}

void Intake::finish() {
    if (u_horn_.count > 0) {
        report(diagnose(Code::mended_u_horn, u_horn_.first, {std::to_string(u_horn_.count)}));
    }
    if (d_stroke_.count > 0) {
        report(diagnose(Code::mended_d_stroke, d_stroke_.first, {std::to_string(d_stroke_.count)}));
    }
    u_horn_ = d_stroke_ = {};
}

}  // namespace vanban::data
