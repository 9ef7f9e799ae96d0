// From the model of a table to values and formulas with rows as they are printed.
#include "thethuc/table_values.hpp"

#include <algorithm>

namespace vanban::thethuc {
namespace {

using model::LoaiHang;
using Kind = styled::FormulaStep::Kind;
using Phep = model::BuocTinh::Phep;

Kind kind_of(Phep phep) {
    switch (phep) {
        case Phep::So:
            return Kind::Constant;
        case Phep::Cot:
            return Kind::Column;
        case Phep::TongCot:
            return Kind::ColumnTotal;
        case Phep::Cong:
            return Kind::Add;
        case Phep::Tru:
            return Kind::Subtract;
        case Phep::Nhan:
            return Kind::Multiply;
        case Phep::Chia:
            return Kind::Divide;
        case Phep::Doi:
            break;
    }
    return Kind::Negate;
}

styled::ColumnValues column_values(const model::Cot& cot) {
    styled::ColumnValues column;
    column.name = cot.ten;
    column.number = cot.kieu == model::KieuCot::So;
    column.decimals = cot.so_le;
    column.percent = cot.phan_tram;
    column.summed = cot.tong;
    for (const model::BuocTinh& step : cot.cong_thuc.value_or(model::CongThuc()))
        column.formula.push_back({.kind = kind_of(step.phep), .constant = step.so, .column = step.cot});
    return column;
}

/// Rows that stand in no group's sum: what the grand total adds.
std::vector<std::uint32_t> outermost_rows(const model::Bang& bang) {
    std::vector<bool> inside(bang.hang.size());
    for (const model::Hang& hang : bang.hang)
        if (hang.loai == LoaiHang::Nhom)
            for (const std::uint32_t row : hang.cong_hang) inside[row] = true;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < bang.hang.size(); ++row) {
        const model::Hang& hang = bang.hang[row];
        if (!inside[row] && (hang.loai == LoaiHang::Thuong || (hang.loai == LoaiHang::Nhom && hang.cong)))
            rows.push_back(row);
    }
    return rows;
}

/// Neighbouring rows as one range. `rows` ascend.
std::vector<styled::RowRange> ranges(const std::vector<std::uint32_t>& rows, std::uint32_t offset) {
    std::vector<styled::RowRange> result;
    for (const std::uint32_t row : rows) {
        if (!result.empty() && result.back().last + 1 == row + offset) {
            ++result.back().last;
        } else {
            result.push_back({row + offset, row + offset});
        }
    }
    return result;
}

void add_cells(const model::Hang& hang, std::uint32_t row, std::vector<styled::TableValues::Value>& to) {
    for (std::size_t i = 0; i < hang.o.size(); ++i) {
        const model::O& o = hang.o[i];
        const auto column = static_cast<std::uint16_t>(i);
        if (o.so) {
            to.push_back({.row = row, .column = column, .value = *o.so, .computed = o.tinh});
        } else if (o.ngay) {
            to.push_back({.row = row, .column = column, .value = *o.ngay});
        }
    }
}

}  // namespace

std::shared_ptr<const styled::TableValues> table_values(const model::Bang& bang, std::size_t header_rows) {
    const auto offset = static_cast<std::uint32_t>(header_rows);
    styled::TableValues values;
    values.name = bang.ten;
    const bool sums = std::ranges::any_of(bang.cot, &model::Cot::tong);
    const std::vector<std::uint32_t> outermost = sums ? outermost_rows(bang) : std::vector<std::uint32_t>();
    bool has_total = false;
    for (std::uint32_t i = 0; i < bang.hang.size(); ++i) {
        const model::Hang& hang = bang.hang[i];
        add_cells(hang, i + offset, values.values);
        if (!sums || !hang.cong) continue;
        const bool total = !has_total && hang.loai == LoaiHang::Tong && hang.cong_hang == outermost;
        has_total = has_total || total;
        values.sums.push_back({.row = i + offset, .of = ranges(hang.cong_hang, offset), .total = total});
    }
    if (values.values.empty()) return nullptr;
    for (const model::Cot& cot : bang.cot) values.columns.push_back(column_values(cot));
    return std::make_shared<const styled::TableValues>(std::move(values));
}

}  // namespace vanban::thethuc
