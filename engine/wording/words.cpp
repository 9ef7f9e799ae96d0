// Numbers and amounts in words.
//
// The digits are read in threes; three threes make nine digits, and every further nine digits are the same again
// before "tỷ": 10^12 is "một nghìn tỷ", 10^18 "một tỷ tỷ".
#include <array>
#include <cassert>
#include <cstddef>
#include <utility>

#include "base/utf8.hpp"
#include "wording/numbers.hpp"

namespace vanban::wording {
namespace {

__extension__ using Natural = unsigned __int128;

constexpr std::uint32_t kNghin = 1'000;
constexpr std::uint32_t kTrieu = 1'000'000;
constexpr std::uint32_t kTy = 1'000'000'000;

constexpr std::array<std::string_view, 10> kDigits{"không", "một", "hai", "ba",  "bốn",
                                                   "năm",   "sáu", "bảy", "tám", "chín"};

/// Whether digits stand before a group: then it is read from its hundreds on, even where these are 0.
enum class Position : std::uint8_t { First, Further };

class Reader {
public:
    explicit Reader(const WordStyle& style) : style_(style) {}

    void word(std::string_view text) {
        if (!out_.empty()) out_ += ' ';
        out_ += text;
    }
    void digit(std::uint32_t value) { word(kDigits[value]); }

    /// Any number, 0 included.
    void natural(Natural value) {
        if (value == 0) return digit(0);
        if (value < kTy) return nine_digits(static_cast<std::uint32_t>(value), Position::First);
        natural(value / kTy);
        word(style_.ti ? "tỉ" : "tỷ");
        nine_digits(static_cast<std::uint32_t>(value % kTy), Position::Further);
    }

    std::string take() && { return std::move(out_); }

private:
    /// Below a tỷ; says nothing for 0.
    void nine_digits(std::uint32_t value, Position position) {
        position = three_digits(value / kTrieu, "triệu", position);
        position = three_digits(value % kTrieu / kNghin, style_.ngan ? "ngàn" : "nghìn", position);
        three_digits(value % kNghin, "", position);
    }

    /// A group and its name; says nothing for 0. Returns the position of the next group.
    Position three_digits(std::uint32_t value, std::string_view name, Position position) {
        if (value == 0) return position;
        const bool has_hundreds = position == Position::Further || value >= 100;
        if (has_hundreds) {
            digit(value / 100);
            word("trăm");
        }
        two_digits(value / 10 % 10, value % 10, has_hundreds);
        if (!name.empty()) word(name);
        return Position::Further;
    }

    void two_digits(std::uint32_t tens, std::uint32_t units, bool after_hundreds) {
        if (tens == 1) {
            word("mười");
        } else if (tens > 1) {
            digit(tens);
            word("mươi");
        } else if (after_hundreds && units > 0) {
            word(style_.le ? "lẻ" : "linh");
        }
        if (units > 0) word(units_word(tens, units));
    }

    std::string_view units_word(std::uint32_t tens, std::uint32_t units) const {
        if (units == 5 && tens > 0) return "lăm";
        if (units == 1 && tens > 1) return "mốt";
        if (units == 4 && tens > 1 && !style_.bon) return "tư";
        return kDigits[units];
    }

    const WordStyle& style_;
    std::string out_;
};

Natural power_of_ten(int exponent) {
    Natural power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// `places` digits after the comma: leading zeros one by one, the rest as a number.
void read_fraction(Reader& reader, Natural fraction, int places) {
    assert(fraction > 0 && "a Decimal has no trailing zeros");
    reader.word("phẩy");
    for (Natural first = power_of_ten(places - 1); fraction < first; first /= 10) reader.digit(0);
    reader.natural(fraction);
}

bool is_multiple_of_nghin(const Decimal& value) {
    return value.is_integer() && !value.is_zero() && value.coefficient() % kNghin == 0;
}

}  // namespace

std::string number_in_words(const Decimal& value, const WordStyle& style) {
    Reader reader(style);
    if (value.is_negative()) reader.word("âm");
    const Natural magnitude = static_cast<Natural>(value.is_negative() ? -value.coefficient() : value.coefficient());
    const Natural one = power_of_ten(value.scale());
    reader.natural(magnitude / one);
    if (!value.is_integer()) read_fraction(reader, magnitude % one, value.scale());
    return std::move(reader).take();
}

std::optional<std::string> money_in_words(const Decimal& value, const WordStyle& style, Chan chan) {
    if (!value.is_integer()) return std::nullopt;
    std::string out = utf8::capitalize(number_in_words(value, style)) + " đồng";
    if (chan == Chan::Co || (chan == Chan::TuDong && is_multiple_of_nghin(value))) out += " chẵn";
    return out;
}

}  // namespace vanban::wording
