// Names of agencies in the letterhead: written in full, in capitals, broken at phrases into even lines.
#include <algorithm>
#include <limits>
#include <span>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

/// Cuts the first word off `rest`; empty when there is none.
std::string_view take_word(std::string_view& rest) {
    rest = utf8::trim(rest);
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    return word;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) words.push_back(word);
    return words;
}

using Words = std::span<const std::string_view>;

std::string join(Words words) {
    std::string line;
    for (const std::string_view word : words) {
        if (!line.empty()) line += ' ';
        line += word;
    }
    return line;
}

/// True if the words begin with `phrase` (which may be several words).
bool begins_phrase(Words words, std::string_view phrase) {
    for (std::string_view wanted = take_word(phrase); !wanted.empty(); wanted = take_word(phrase)) {
        if (words.empty() || words.front() != wanted) return false;
        words = words.subspan(1);
    }
    return true;
}

/// Cost of every way to end lines: one more line costs more than any raggedness, a break inside a phrase costs a
/// little.
class Breaker {
public:
    Breaker(const Builder& builder, Component component, Words words, Twip width)
        : builder_(builder), look_(builder.style(component).look), words_(words), width_(width) {
        const auto units = [&](std::string_view text) { return builder.fonts.units(text, face(look_)); };
        const std::int64_t space = units(" ");
        ends_.push_back(0);
        for (const std::string_view word : words) ends_.push_back(ends_.back() + units(word) + space);
        space_ = space;
    }

    std::vector<std::string> lines() {
        const std::size_t n = words_.size();
        // Nothing is cheaper than one line.
        if (n > 0 && length(0, n) <= width_) return {join(words_)};
        for (std::size_t at = 0; at < n; ++at) good_breaks_.push_back(good_break(at));
        std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> previous(n + 1, 0);
        best[0] = 0;
        for (std::size_t to = 1; to <= n; ++to) {
            for (std::size_t from = to; from-- > 0;) {
                const std::optional<double> line = line_cost(from, to);
                if (!line) break;
                if (best[from] + *line < best[to]) {
                    best[to] = best[from] + *line;
                    previous[to] = from;
                }
            }
        }
        std::vector<std::string> result;
        for (std::size_t to = n; to > 0; to = previous[to])
            result.push_back(join(words_.subspan(previous[to], to - previous[to])));
        std::reverse(result.begin(), result.end());
        return result;
    }

private:
    static constexpr double kPerLine = 100;
    static constexpr double kInsidePhrase = 0.15;

    /// Of words [from, to) on one line.
    Twip length(std::size_t from, std::size_t to) const {
        return builder_.fonts.length(ends_[to] - ends_[from] - space_, look_.size, face(look_));
    }

    /// Empty if the words do not fit on one line (a single word always stays).
    std::optional<double> line_cost(std::size_t from, std::size_t to) const {
        const Twip used = length(from, to);
        if (used > width_ && to - from > 1) return std::nullopt;
        const double slack = std::max(0.0, 1.0 - static_cast<double>(used.count) / width_.count);
        return kPerLine + slack * slack + (from > 0 && !good_breaks_[from] ? kInsidePhrase : 0);
    }

    bool good_break(std::size_t at) const {
        const auto& places = builder_.profile.agency.nen_ngat_truoc;
        return std::any_of(places.begin(), places.end(),
                           [&](const std::string& phrase) { return begins_phrase(words_.subspan(at), phrase); });
    }

    const Builder& builder_;
    const styled::CharacterLook& look_;
    Words words_;
    Twip width_;
    std::int64_t space_ = 0;          ///< In font units, as `ends_`.
    std::vector<std::int64_t> ends_;  ///< Where each word would begin, and the last one end, with a space after each.
    std::vector<bool> good_breaks_;   ///< Before each word.
};

}  // namespace

std::string full_agency_name(const Profile& profile, std::string_view name) {
    const std::string upper = utf8::to_upper(name);
    auto words = words_of(upper);
    for (std::string_view& word : words)
        for (const Expansion& expansion : profile.agency.viet_day_du)
            if (word == expansion.tu) word = expansion.la;
    return join(words);
}

std::vector<std::string> agency_lines(const Builder& builder, Component component, std::string_view name, Twip width) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view text) {
        const auto words = words_of(text);
        for (std::string& line : Breaker(builder, component, words, width).lines()) lines.push_back(std::move(line));
    };
    std::string_view rest = name;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string upper = utf8::to_upper(utf8::trim(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        std::string_view segment = upper;
        for (const std::string& head : builder.profile.agency.xuong_dong_sau) {
            const bool break_here = component == Component::BanHanh && segment.starts_with(head) &&
                                    segment.size() > head.size() && segment[head.size()] == ' ';
            if (!break_here) continue;
            add(segment.substr(0, head.size()));
            segment.remove_prefix(head.size());
        }
        add(segment);
    }
    return lines;
}

}  // namespace vanban::thethuc
