// Names of agencies in the letterhead: written in full, in capitals, broken at phrases into even lines.
#include <algorithm>
#include <limits>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (true) {
        text = utf8::trim(text);
        if (text.empty()) return words;
        const std::size_t end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::string join(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string line;
    for (std::size_t i = from; i < to; ++i) {
        if (i > from) line += ' ';
        line += words[i];
    }
    return line;
}

/// True if the words from `at` begin with `phrase` (which may be several words).
bool begins_phrase(const std::vector<std::string>& words, std::size_t at, std::string_view phrase) {
    const auto wanted = words_of(phrase);
    return at + wanted.size() <= words.size() &&
           std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

/// Cost of every way to end lines: one more line costs more than any raggedness, a break inside a phrase costs a
/// little.
struct Breaker {
    const Builder& builder;
    Component component;
    const std::vector<std::string>& words;
    Twip width;

    std::vector<std::string> lines() const {
        const std::size_t n = words.size();
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
        for (std::size_t to = n; to > 0; to = previous[to]) result.push_back(join(words, previous[to], to));
        std::reverse(result.begin(), result.end());
        return result;
    }

private:
    static constexpr double kPerLine = 100;
    static constexpr double kInsidePhrase = 0.15;

    /// Empty if the words do not fit on one line (a single word always stays).
    std::optional<double> line_cost(std::size_t from, std::size_t to) const {
        const Twip used = builder.width(component, join(words, from, to));
        if (used > width && to - from > 1) return std::nullopt;
        const double slack = std::max(0.0, 1.0 - static_cast<double>(used.count) / width.count);
        return kPerLine + slack * slack + (from > 0 && !good_break(from) ? kInsidePhrase : 0);
    }

    bool good_break(std::size_t at) const {
        const auto& places = builder.profile.agency.nen_ngat_truoc;
        return std::any_of(places.begin(), places.end(),
                           [&](const std::string& phrase) { return begins_phrase(words, at, phrase); });
    }
};

}  // namespace

std::string full_agency_name(const Profile& profile, std::string_view name) {
    auto words = words_of(utf8::to_upper(name));
    for (std::string& word : words)
        for (const Expansion& expansion : profile.agency.viet_day_du)
            if (word == expansion.tu) word = expansion.la;
    return join(words, 0, words.size());
}

std::vector<std::string> agency_lines(const Builder& builder, Component component, std::string_view name, Twip width) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view text) {
        const auto words = words_of(text);
        for (std::string& line : Breaker{builder, component, words, width}.lines()) lines.push_back(std::move(line));
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
