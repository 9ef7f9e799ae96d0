// vanban words: a number as it is read out.
#include <algorithm>

#include "base/utf8.hpp"
#include "cli/commands.hpp"

namespace vanban::cli {
namespace {

/// `21000000`, `21.000.000`, `12,5`: dots only between groups of three, a comma before decimals.
std::optional<Decimal> parse_number(std::string_view text) {
    std::string plain;
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view whole = text.substr(0, comma);
    const std::size_t first_dot = whole.find('.');
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool group_mark = whole[i] == '.' && (whole.size() - i) % 4 == 0 && i > 0;
        if (whole[i] == '.' && !group_mark) return comma == text.size() ? Decimal::parse(text) : std::nullopt;
        if (!group_mark && first_dot != std::string_view::npos && i > first_dot && (whole.size() - i) % 4 == 0)
            return std::nullopt;
        if (!group_mark) plain += whole[i];
    }
    if (comma < text.size()) plain += "." + std::string(text.substr(comma + 1));
    return Decimal::parse(plain);
}

}  // namespace

Exit words(Session& session) {
    const Options& options = session.options();
    const auto value = parse_number(options.number);
    if (!value) return session.refuse(Code::not_a_number, {options.number});
    wording::WordStyle style;
    auto chan = wording::Chan::Khong;
    for (const std::string& variant : options.variants) {
        if (variant == "le") style.le = true;
        if (variant == "ngan") style.ngan = true;
        if (variant == "ti") style.ti = true;
        if (variant == "bon") style.bon = true;
        if (variant == "chan") chan = wording::Chan::Co;
    }
    if (options.unit == "đồng") {
        const auto text = wording::money_in_words(*value, style, chan);
        if (!text) return session.refuse(Code::money_has_decimals, {options.number});
        session.host().print(*text + "\n");
        return Exit::Done;
    }
    std::string text = utf8::capitalize(wording::number_in_words(*value, style));
    if (!options.unit.empty()) text += " " + options.unit;
    session.host().print(text + "\n");
    return Exit::Done;
}

}  // namespace vanban::cli
