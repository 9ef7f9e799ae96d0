// The head of page 1: agencies, Quốc hiệu and Tiêu ngữ, number and date, in a borderless table of two measured columns.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"
#include "wording/dates.hpp"

namespace vanban::thethuc {
namespace {

/// The components whose sizes may drop together so that the letterhead fits.
constexpr std::array kLetterhead{Component::QuocHieu, Component::TieuNgu, Component::ChuQuan, Component::BanHanh,
                                 Component::DiaDanh};
/// Seven no-break spaces: room to write a number by hand.
constexpr std::string_view kBlankNumber = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

struct Columns {
    Twip left;
    Twip right;
};

Columns measure_columns(const Builder& builder, const model::DauVanBan& dau) {
    Twip right = std::max(builder.width(Component::QuocHieu, builder.profile.label(Label::QuocHieu)),
                          builder.width(Component::TieuNgu, builder.profile.label(Label::TieuNgu)));
    if (dau.dia_danh_thoi_gian)
        right = std::max(right, builder.width(Component::DiaDanh, date_line(*dau.dia_danh_thoi_gian)));
    right += builder.profile.header_slack;
    return {builder.text_width - right, right};
}

void set_sizes(Builder& builder, SizeSet set) {
    for (const Component component : kLetterhead)
        builder.style(component).look.size = builder.profile.rule(component).sizes[static_cast<std::size_t>(set)];
}

/// The date drops to its smallest size before it pushes the columns apart.
void fit_date(Builder& builder, const model::DauVanBan& dau) {
    if (!dau.dia_danh_thoi_gian) return;
    const Twip room =
        builder.width(Component::QuocHieu, builder.profile.label(Label::QuocHieu)) + builder.profile.header_slack;
    const auto& rule = builder.profile.rule(Component::DiaDanh);
    if (builder.width(Component::DiaDanh, date_line(*dau.dia_danh_thoi_gian)) > room && rule.allowed)
        builder.style(Component::DiaDanh).look.size = (*rule.allowed)[0];
}

styled::Cell quoc_hieu_cell(const Builder& builder) {
    const std::string& tieu_ngu = builder.profile.label(Label::TieuNgu);
    styled::Cell cell;
    cell.paragraphs.push_back(builder.paragraph(Component::QuocHieu, builder.profile.label(Label::QuocHieu)));
    cell.paragraphs.push_back(builder.paragraph(Component::TieuNgu, tieu_ngu));
    cell.paragraphs.push_back(builder.rule(builder.width(Component::TieuNgu, tieu_ngu)));
    return cell;
}

/// `width`: of the left column.
styled::Row number_row(const Builder& builder, const model::DauVanBan& dau, Twip width) {
    styled::Row row;
    row.cells.resize(2);
    auto& left = row.cells[0].paragraphs;
    auto& right = row.cells[1].paragraphs;
    left.push_back(builder.paragraph(Component::SoKyHieu,
                                     dau.so_ky_hieu ? number_line(builder.profile, *dau.so_ky_hieu) : std::string()));
    if (dau.ve_viec) {
        model::Inline text = *dau.ve_viec;
        text.insert(text.begin(), {builder.profile.label(Label::VeViec) + " ", model::Emphasis::None});
        left.push_back(balanced(builder, Component::VeViec, text, width));
    }
    right.push_back(builder.paragraph(Component::DiaDanh,
                                      dau.dia_danh_thoi_gian ? date_line(*dau.dia_danh_thoi_gian) : std::string()));
    return row;
}

bool is_code_character(char32_t c) {
    const bool latin = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    const bool vietnamese = (c >= 0xC0 && c <= 0x1B0 && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
    return latin || vietnamese || c == U'&';
}

/// Groups of letters and digits joined by single hyphens, at least one capital.
bool is_well_formed_code(std::string_view code) {
    bool group_empty = true;
    for (std::size_t at = 0; at < code.size();) {
        const char32_t c = utf8::next(code, at);
        if (c == U'-') {
            if (group_empty) return false;
            group_empty = true;
        } else if (is_code_character(c)) {
            group_empty = false;
        } else {
            return false;
        }
    }
    return !group_empty && utf8::to_lower(code) != code;
}

/// Lines of the agencies when each has one: no size makes fewer.
std::size_t fewest_lines(const model::DauVanBan& dau) {
    const auto blank = [](const std::string& name) { return utf8::trim(name).empty(); };
    const auto blanks = std::ranges::count_if(dau.chu_quan, blank) + std::ranges::count_if(dau.ban_hanh, blank);
    return dau.chu_quan.size() + dau.ban_hanh.size() - static_cast<std::size_t>(blanks);
}

}  // namespace

std::string date_line(const model::DiaDanhThoiGian& value) {
    const std::string date = wording::long_date(value.ngay);
    return value.dia_danh.empty() ? utf8::capitalize(date) : value.dia_danh + ", " + date;
}

AgencyLines break_agencies(const Builder& builder, const std::vector<std::string>& chu_quan,
                           const std::vector<std::string>& ban_hanh, Twip width) {
    AgencyLines lines;
    for (const std::string& name : chu_quan)
        for (std::string& line : agency_lines(builder, Component::ChuQuan, name, width))
            lines.chu_quan.push_back(std::move(line));
    for (const std::string& name : ban_hanh)
        for (std::string& line :
             agency_lines(builder, Component::BanHanh, full_agency_name(builder.profile, name), width))
            lines.ban_hanh.push_back(std::move(line));
    return lines;
}

styled::Cell agencies_cell(const Builder& builder, const AgencyLines& lines) {
    styled::Cell cell;
    for (const std::string& line : lines.chu_quan)
        cell.paragraphs.push_back(builder.paragraph(Component::ChuQuan, line));
    std::vector<Twip> widths;
    for (const std::string& line : lines.ban_hanh) {
        cell.paragraphs.push_back(builder.paragraph(Component::BanHanh, line));
        widths.push_back(builder.width(Component::BanHanh, line));
    }
    cell.paragraphs.push_back(builder.rule(short_rule(builder.profile, widths)));
    return cell;
}

std::string number_and_code(const model::SoKyHieu& so) {
    return (so.so ? wording::two_digits(*so.so) : std::string(kBlankNumber)) + "/" + so.ky_hieu;
}

std::string number_line(const Profile& profile, const model::SoKyHieu& so) {
    return profile.label(Label::So) + (so.so ? " " : "") + number_and_code(so);
}

void check_code(const Builder& builder, const model::SoKyHieu& so, const LoaiRule* loai, Span span) {
    if (!is_well_formed_code(so.ky_hieu)) return builder.out.add(Code::malformed_code, span, {so.ky_hieu});
    if (loai && !loai->viet_tat.empty() && !so.ky_hieu.starts_with(loai->viet_tat + "-"))
        builder.out.add(Code::code_type_mismatch, span, {so.ky_hieu, loai->ten, loai->viet_tat});
}

void fit_letterhead(Builder& builder, const model::DauVanBan& dau) {
    const auto set = [&](SizeSet sizes) {
        set_sizes(builder, sizes);
        fit_date(builder, dau);
    };
    const auto lines = [&] {
        const Twip width = measure_columns(builder, dau).left - builder.profile.header_gutter;
        return break_agencies(builder, dau.chu_quan, dau.ban_hanh, width).count();
    };
    set(SizeSet::P14);
    const std::size_t larger = lines();
    if (larger <= fewest_lines(dau)) return;
    set(SizeSet::P13);
    if (lines() >= larger) set(SizeSet::P14);
}

void append_letterhead(Builder& builder, const model::DauVanBan& dau, Span span, std::vector<styled::Block>& blocks) {
    const Columns columns = measure_columns(builder, dau);
    styled::Table table = layout_table(builder, Label::MoTaDau, {columns.left, columns.right});
    styled::Row names;
    const Twip width = columns.left - builder.profile.header_gutter;
    names.cells.push_back(agencies_cell(builder, break_agencies(builder, dau.chu_quan, dau.ban_hanh, width)));
    names.cells.push_back(quoc_hieu_cell(builder));
    table.rows.push_back(std::move(names));
    if (dau.so_ky_hieu || dau.dia_danh_thoi_gian || dau.ve_viec) table.rows.push_back(number_row(builder, dau, width));
    add_marks(builder, dau, span, table);
    blocks.emplace_back(std::move(table));
}

}  // namespace vanban::thethuc
