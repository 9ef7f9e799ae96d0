// Texts of components that have a grammar of their own: the filing line and the code.
#pragma once

#include "model/document.hpp"
#include "thethuc/text_report.hpp"
#include "thethuc/texts.hpp"

namespace vanban::thethuc {

/// "Lưu: VT, KGVX (7)." and nothing behind it. Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm b.
void check_filing_line(TextReport& report, const model::KetThuc& foot, Span span, TextStore& store);
/// The code of a công văn, which names no type. Source: Phụ lục I, Phần I, Mục II, khoản 3; Phụ lục III, Phần I.
void check_letter_code(TextReport& report, const model::DauVanBan& dau, Span span);

}  // namespace vanban::thethuc
