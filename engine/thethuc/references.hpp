// References inside the text to its own Điều, khoản and điểm.
#pragma once

#include "thethuc/builder.hpp"

namespace vanban::thethuc {

/// Warns of references that lead nowhere ("điểm a khoản 2 Điều 9 Quy chế này" where Điều 9 does not exist) and of wrong
/// capitals ("điều 4", "Khoản 2" inside a sentence). Only references that name this very document are followed.
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6; Phụ lục II, Mục V, khoản 5 (capitals).
void check_references(const Builder& builder, const model::Document& document);

}  // namespace vanban::thethuc
