// Tables: headings over columns, rows with their numbers, groups, totals, merged cells.
#include <algorithm>
#include <array>

#include "thethuc/builder.hpp"
#include "thethuc/columns.hpp"
#include "thethuc/table_values.hpp"
#include "wording/numbers.hpp"

namespace vanban::thethuc {
namespace {

using model::KieuCot;
using model::LoaiHang;

std::string group_number(NhomFormat format, std::int64_t count) {
    switch (format) {
        case NhomFormat::UpperLetter:
            return count <= 26 ? std::string(1, static_cast<char>('A' + count - 1)) : std::to_string(count);
        case NhomFormat::UpperRoman:
            return wording::roman(count).value_or(std::to_string(count));
        case NhomFormat::Decimal:
            return std::to_string(count);
        case NhomFormat::Dash:
            break;
    }
    return "-";
}

/// What each row shows in the number column: groups by their level, items 1, 2, 3 or, below a group that is itself
/// counted so, a dash.
std::vector<std::string> row_numbers(const Profile& profile, const model::Bang& bang) {
    std::array<std::int64_t, kNhomLevels> groups{};
    std::int64_t item = 0;
    bool dashes = false;
    std::vector<std::string> numbers;
    numbers.reserve(bang.hang.size());
    for (const model::Hang& hang : bang.hang) {
        if (hang.loai == LoaiHang::Tong) {
            numbers.emplace_back();
        } else if (hang.loai == LoaiHang::Nhom) {
            const std::size_t cap = std::min<std::size_t>(hang.cap, kNhomLevels - 1);
            std::fill(groups.begin() + static_cast<std::ptrdiff_t>(cap) + 1, groups.end(), 0);
            numbers.push_back(group_number(profile.nhom[cap], ++groups[cap]));
            if (!bang.danh_so_lien) item = 0;
            dashes = profile.nhom[cap] == NhomFormat::Decimal || profile.nhom[cap] == NhomFormat::Dash;
        } else {
            numbers.push_back(dashes ? "-" : std::to_string(++item));
        }
    }
    return numbers;
}

/// Header rows from the groups of columns: a heading spans its columns, a column's own heading the rows below.
class HeaderRows {
public:
    HeaderRows(const Builder& builder, const model::Bang& bang) : builder_(builder), bang_(bang) {
        for (const model::NhomCot& group : bang.nhom_cot) depth_ = std::max<std::size_t>(depth_, group.tang + 1u);
    }

    std::vector<styled::Row> rows() const {
        std::vector<styled::Row> rows;
        for (std::size_t level = 0; level <= depth_; ++level) rows.push_back(row(level));
        if (bang_.so_cot) rows.push_back(column_numbers());
        return rows;
    }

private:
    const model::NhomCot* group_at(std::size_t column, std::size_t level) const {
        for (const model::NhomCot& group : bang_.nhom_cot)
            if (group.tang == level && column >= group.dau && column < std::size_t{group.dau} + group.so_cot)
                return &group;
        return nullptr;
    }

    /// The header row in which the column's own heading begins.
    std::size_t own_level(std::size_t column) const {
        std::size_t level = 0;
        for (std::size_t i = 0; i < depth_; ++i)
            if (group_at(column, i)) level = i + 1;
        return level;
    }

    styled::Row row(std::size_t level) const {
        styled::Row row;
        row.header = true;
        for (std::size_t column = 0; column < bang_.cot.size();) {
            const model::NhomCot* group = group_at(column, level);
            styled::Cell cell = group ? heading(Component::BangDau, group->tieu_de) : own_heading(column, level);
            if (group) cell.grid_span = group->so_cot;
            column += cell.grid_span;
            row.cells.push_back(std::move(cell));
        }
        return row;
    }

    styled::Cell own_heading(std::size_t column, std::size_t level) const {
        const std::size_t begins = own_level(column);
        const bool first = level == begins;
        styled::Cell cell = heading(Component::BangDau, first ? bang_.cot[column].tieu_de : model::Inline{});
        if (begins < depth_) cell.vmerge = first ? styled::VMerge::Restart : styled::VMerge::Continue;
        return cell;
    }

    styled::Cell heading(Component component, const model::Inline& text) const {
        styled::Cell cell;
        cell.valign = styled::VAlign::Center;
        cell.paragraphs.push_back(builder_.paragraph(component, text));
        return cell;
    }

    styled::Row column_numbers() const {
        styled::Row row;
        row.header = true;
        for (std::size_t i = 1; i <= bang_.cot.size(); ++i)
            row.cells.push_back(
                heading(Component::BangSoCot, {{"(" + std::to_string(i) + ")", model::Emphasis::None}}));
        return row;
    }

    const Builder& builder_;
    const model::Bang& bang_;
    std::size_t depth_ = 0;
};

/// The rows below the header.
class BodyRows {
public:
    BodyRows(const Builder& builder, model::Bang& bang, std::vector<std::string> numbers)
        : builder_(builder),
          bang_(bang),
          numbers_(std::move(numbers)),
          merges_(std::ranges::any_of(bang.cot, &model::Cot::gop)) {}

    /// Each row gives its memory to the next ones.
    void append_to(std::vector<styled::Row>& rows) {
        for (std::size_t i = 0; i < bang_.hang.size(); ++i) {
            const model::Hang& hang = bang_.hang[i];
            const bool total_follows = i + 1 < bang_.hang.size() && bang_.hang[i + 1].loai == LoaiHang::Tong;
            rows.push_back(hang.loai == LoaiHang::Thuong ? item(i) : headed(i));
            // A group's heading stays with its first row, a total with the row before it.
            if (hang.loai == LoaiHang::Nhom || total_follows) keep_with_next(rows.back());
            if (!merges_) std::vector<model::O>().swap(bang_.hang[i].o);
        }
    }

private:
    styled::Cell cell(std::size_t column, const model::O& o, bool bold) const {
        const KieuCot kieu = bang_.cot[column].kieu;
        styled::Cell result;
        result.valign = styled::VAlign::Center;
        for (const model::Inline& text : o.doan)
            result.paragraphs.push_back(bold ? builder_.paragraph(table_component(kieu), in_bold(text))
                                             : builder_.paragraph(table_component(kieu), text));
        if (result.paragraphs.empty()) result.paragraphs.push_back(builder_.paragraph(table_component(kieu), ""));
        return result;
    }

    /// Fills that of an item with the texts, taken out of `o`.
    void take(std::size_t column, model::O& o, styled::Cell& to) const {
        const Component component = table_component(bang_.cot[column].kieu);
        to.valign = styled::VAlign::Center;
        for (model::Inline& text : o.doan) to.paragraphs.push_back(builder_.paragraph(component, std::move(text)));
        if (to.paragraphs.empty()) to.paragraphs.push_back(builder_.paragraph(component, ""));
    }

    styled::Cell number(std::size_t row, bool bold) const {
        styled::Cell result;
        result.valign = styled::VAlign::Center;
        result.paragraphs.push_back(
            bold ? builder_.paragraph(Component::BangGiua, {{numbers_[row], model::Emphasis::Bold}})
                 : builder_.paragraph(Component::BangGiua, std::string_view(numbers_[row])));
        return result;
    }

    styled::Row item(std::size_t index) {
        model::Hang& hang = bang_.hang[index];
        styled::Row row;
        row.cells.reserve(hang.o.size());
        for (std::size_t column = 0; column < hang.o.size(); ++column) {
            if (bang_.cot[column].kieu == KieuCot::ThuTu) {
                row.cells.push_back(number(index, false));
                continue;
            }
            if (!merges_) {
                take(column, hang.o[column], row.cells.emplace_back());
                continue;
            }
            const bool continues = is_same(index, index - 1, column);
            row.cells.push_back(continues ? cell(column, {}, false) : cell(column, hang.o[column], false));
            if (continues) {
                row.cells.back().vmerge = styled::VMerge::Continue;
            } else if (is_same(index, index + 1, column)) {
                row.cells.back().vmerge = styled::VMerge::Restart;
            }
        }
        return row;
    }

    /// Whether two neighbouring items share the cell of a column that merges equal ones. `other` may be out of range.
    bool is_same(std::size_t index, std::size_t other, std::size_t column) const {
        if (!bang_.cot[column].gop || other >= bang_.hang.size()) return false;
        const model::Hang& a = bang_.hang[index];
        const model::Hang& b = bang_.hang[other];
        return b.loai == LoaiHang::Thuong && !a.o[column].doan.empty() && a.o[column] == b.o[column];
    }

    /// A group or total: its number if it has one, its text up to the first filled cell, the cells.
    styled::Row headed(std::size_t index) const {
        const model::Hang& hang = bang_.hang[index];
        const bool is_group = hang.loai == LoaiHang::Nhom;
        const bool has_number = is_group && bang_.cot.size() > 1 && bang_.cot[0].kieu == KieuCot::ThuTu;
        styled::Row row;
        if (has_number) row.cells.push_back(number(index, true));
        const std::size_t begin = row.cells.size();
        std::size_t end = begin + 1;
        while (end < hang.o.size() && hang.o[end].doan.empty() && !hang.o[end].so) ++end;
        model::Inline text = hang.nhan;
        if (is_group && !has_number) text.insert(text.begin(), {numbers_[index] + ". ", model::Emphasis::None});
        styled::Cell label;
        label.grid_span = static_cast<std::uint16_t>(end - begin);
        label.valign = styled::VAlign::Center;
        label.paragraphs.push_back(builder_.paragraph(is_group ? Component::BangNhom : Component::BangTong, text));
        row.cells.push_back(std::move(label));
        for (std::size_t column = end; column < hang.o.size(); ++column)
            row.cells.push_back(cell(column, hang.o[column], true));
        return row;
    }

    const Builder& builder_;
    model::Bang& bang_;
    std::vector<std::string> numbers_;
    bool merges_;  ///< Neighbouring rows are compared.
};

void append_notes(const Builder& builder, const model::Bang& bang, std::vector<styled::Block>& blocks) {
    const std::string& label = builder.profile.label(Label::GhiChu);
    const bool several = bang.ghi_chu.size() > 1;
    if (several) blocks.emplace_back(builder.paragraph(Component::GhiChuBang, label));
    for (model::Inline note : bang.ghi_chu) {
        note.insert(note.begin(), {several ? "- " : label + " ", model::Emphasis::None});
        blocks.emplace_back(builder.paragraph(Component::GhiChuBang, with_end_mark(std::move(note), ".")));
    }
}

/// What stands above the table: its title, the unit of its figures.
void append_caption(const Builder& builder, const model::Bang& bang, std::vector<styled::Block>& blocks) {
    if (!bang.tieu_de.empty()) blocks.emplace_back(builder.paragraph(Component::TieuDeBang, bang.tieu_de));
    if (bang.don_vi.empty()) return;
    model::Inline unit = bang.don_vi;
    unit.insert(unit.begin(), {builder.profile.label(Label::DonViTinh) + " ", model::Emphasis::None});
    blocks.emplace_back(builder.paragraph(Component::DonViTinh, unit));
}

styled::Table empty_table(const Profile& profile) {
    styled::Table table;
    table.description = profile.label(Label::MoTaBang);
    table.border = profile.table_border;
    table.cell_left = profile.table_left;
    table.cell_right = profile.table_right;
    table.cell_top = profile.table_top;
    table.cell_bottom = profile.table_bottom;
    return table;
}

}  // namespace

void append_table(Builder& builder, model::Bang& bang, Twip width, Span span, std::vector<styled::Block>& blocks) {
    for (const model::Hang& hang : bang.hang)
        if (hang.o.size() != bang.cot.size())
            return builder.out.add(Code::row_length, span,
                                   {std::to_string(hang.o.size()), std::to_string(bang.cot.size())});
    std::vector<std::string> numbers = row_numbers(builder.profile, bang);
    auto grid = column_widths(builder, bang, numbers, width);
    if (!grid) return builder.out.add(Code::table_too_wide, span, {std::to_string(bang.cot.size())});
    append_caption(builder, bang, blocks);
    if (!blocks.empty())
        if (auto* above = std::get_if<styled::Paragraph>(&blocks.back()))
            above->extra_after = bang.don_vi.empty() ? builder.profile.table_gap : builder.profile.table_gap / 2;
    styled::Table table = empty_table(builder.profile);
    table.grid = std::move(*grid);
    table.rows = HeaderRows(builder, bang).rows();
    table.values = table_values(bang, table.rows.size());
    table.rows.reserve(table.rows.size() + bang.hang.size());
    BodyRows(builder, bang, std::move(numbers)).append_to(table.rows);
    blocks.emplace_back(std::move(table));
    append_notes(builder, bang, blocks);
}

}  // namespace vanban::thethuc
