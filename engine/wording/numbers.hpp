// Numbers as Vietnamese writes them: in figures, in words, Roman, and the letters of điểm.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.hpp"

namespace vanban::wording {

/// `1.234.567,5`: dot between thousands, comma before decimals, `-` before negatives.
/// `digits`: exactly so many decimal places, 0 to 18, rounded half away from zero; without it, as many as there are.
/// Source: Luật Kế toán, Điều 11.
std::string format_number(const Decimal& value, std::optional<int> digits = std::nullopt);

/// "chẵn" at the end of an amount: never, always, or when it is divisible by 1,000 and not zero.
enum class Chan : std::uint8_t { Khong, Co, TuDong };

struct WordStyle {
    bool le = false;    ///< "lẻ" for "linh".
    bool ngan = false;  ///< "ngàn" for "nghìn".
    bool ti = false;    ///< "tỉ" for "tỷ".
    bool bon = false;   ///< "bốn" for "tư" after "mươi".
};

/// "hai mươi mốt triệu": any Decimal, lower case, decimals after "phẩy", "âm" before negatives.
std::string number_in_words(const Decimal& value, const WordStyle& style = {});
/// "Hai mươi mốt triệu đồng": capital first letter. Empty if the amount has decimals.
std::optional<std::string> money_in_words(const Decimal& value, const WordStyle& style = {}, Chan chan = Chan::Khong);

/// "IV"; empty outside 1 to 3999.
std::optional<std::string> roman(std::int64_t value);

/// Letters of điểm: a b c d đ e g h i k l m n o p q r s t u v x y. Empty outside 1 to 23.
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6.
std::optional<std::string_view> diem_letter(std::int64_t value);

}  // namespace vanban::wording
