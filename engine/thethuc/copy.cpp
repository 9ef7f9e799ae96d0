// The head of a paper copy (bản sao): a rule across the page, the copying agency, the form of the copy.
// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục II.
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

const LoaiRule* find_form(const Builder& builder, const model::DauBanSao& dau, Span span) {
    const LoaiRule* form = builder.profile.find_ban_sao(dau.hinh_thuc);
    if (form) return form;
    std::string known;
    for (const LoaiRule& rule : builder.profile.ban_sao) known += (known.empty() ? "" : ", ") + rule.ma;
    builder.out.add(Code::unknown_copy_form, span, {dau.hinh_thuc, known});
    return nullptr;
}

}  // namespace

void append_copy_head(Builder& builder, const model::DauBanSao& dau, Span span, std::vector<styled::Block>& blocks) {
    const LoaiRule* form = find_form(builder, dau, span);
    if (!form) return;
    check_code(builder, dau.so_ky_hieu, form, span);
    const Twip width = builder.text_width;
    const Twip left{static_cast<std::int32_t>(width.count * builder.profile.recipients_share)};
    styled::Paragraph rule = builder.rule(width);
    rule.extra_before = builder.profile.foot_gap;
    blocks.emplace_back(std::move(rule));
    styled::Table table = layout_table(builder, Label::MoTaDau, {left, width - left});
    styled::Row names;
    names.cells.push_back(
        agencies_cell(builder, break_agencies(builder, {}, dau.ban_hanh, left - builder.profile.header_gutter)));
    names.cells.emplace_back();
    names.cells[1].paragraphs.push_back(builder.paragraph(Component::DauBanSao, form->ten));
    styled::Row numbers;
    numbers.cells.resize(2);
    numbers.cells[0].paragraphs.push_back(
        builder.paragraph(Component::SoKyHieu, number_line(builder.profile, dau.so_ky_hieu)));
    numbers.cells[1].paragraphs.push_back(builder.paragraph(Component::DiaDanh, date_line(dau.dia_danh_thoi_gian)));
    table.rows = {std::move(names), std::move(numbers)};
    for (styled::Row& row : table.rows)
        for (styled::Cell& cell : row.cells)
            for (styled::Paragraph& paragraph : cell.paragraphs) paragraph.keep_next = true;
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(builder.paragraph(Component::CuoiVung, ""));
}

}  // namespace vanban::thethuc
