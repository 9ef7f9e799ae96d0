// Signatures: titles, room for the hand or the pictures of signature and seal, name; one alone or several side by side.
#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

using model::NguoiKy;
using model::QuyenHan;

/// "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC": one entry a printed line.
std::vector<std::string> title_lines(const Profile& profile, const NguoiKy& signer) {
    std::vector<std::string> lines;
    const auto add = [&](QuyenHan authority, std::string_view title) {
        lines.push_back(profile.signer.quyen_han[static_cast<std::size_t>(authority)] + " " + std::string(title));
    };
    const bool tl = has(signer, QuyenHan::TL);
    if (has(signer, QuyenHan::TM)) add(QuyenHan::TM, signer.tap_the);
    if (tl) add(QuyenHan::TL, signer.chuc_vu_cap_truong);
    if (has(signer, QuyenHan::TUQ)) add(QuyenHan::TUQ, signer.chuc_vu_cap_truong);
    if (has(signer, QuyenHan::KT)) add(QuyenHan::KT, tl ? signer.chuc_vu_truong_don_vi : signer.chuc_vu_cap_truong);
    if (has(signer, QuyenHan::Q)) {
        add(QuyenHan::Q, signer.chuc_vu_cap_truong.empty() ? signer.chuc_vu : signer.chuc_vu_cap_truong);
        return lines;
    }
    if (!signer.chuc_vu.empty()) lines.push_back(signer.chuc_vu);
    return lines;
}

/// The name as it is printed: one that came in capitals gets a capital for each syllable.
std::string printed_name(const Builder& builder, const NguoiKy& signer) {
    const std::string& name = signer.ho_ten;
    if (name != utf8::to_upper(name) || name == utf8::to_lower(name)) return name;
    std::string result;
    std::string_view rest = name;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        result += (result.empty() ? "" : " ") + utf8::capitalize(utf8::to_lower(rest.substr(0, end)));
        rest = utf8::trim(rest.substr(end));
    }
    if (result != name) builder.out.add(Code::name_in_capitals, signer.ho_ten_span, {name, result});
    return result;
}

Component component_of(const styled::Paragraph& paragraph) {
    return static_cast<Component>(paragraph.style.index);
}

/// A picture at its true size.
struct Sized {
    const model::Anh* picture = nullptr;
    Twip width;
    Twip height;
};

/// The width that the data gives, else that of the file. Nothing where there is no picture or its size is wrong.
std::optional<Sized> size_of(const Builder& builder, const std::optional<model::Anh>& picture) {
    if (!picture || !picture->png) return std::nullopt;
    const Png& png = *picture->png;
    const Twip width = picture->rong.count > 0 ? picture->rong : png.physical_width.value_or(Twip{});
    if (width.count <= 0) {
        builder.out.add(Code::unknown_picture_size, picture->span, {picture->tep});
        return std::nullopt;
    }
    const double ratio = static_cast<double>(png.height) / png.width;
    const double height = std::round(width.count * ratio);
    const Twip limit = builder.profile.picture_limit;
    if (height > limit.count || width > limit) {
        builder.out.add(Code::picture_over_limit, picture->span,
                        {picture->tep, fmt::format("{:.0f}", std::max<double>(width.count, height) * 25.4 / 1440),
                         fmt::format("{:.0f}", to_mm(limit))});
        return std::nullopt;
    }
    if (!png.alpha) builder.out.add(Code::picture_not_transparent, picture->span, {picture->tep});
    return Sized{&*picture, width, Twip{static_cast<std::int32_t>(height)}};
}

enum class WithTime : std::uint8_t { No, Yes };

/// Builds the cell of one signer.
class SignatureCell {
public:
    SignatureCell(Builder& builder, const NguoiKy& signer, Twip width)
        : builder_(builder), signer_(signer), width_(width) {}

    styled::Cell build(WithTime with_time) {
        if (with_time == WithTime::Yes && signer_.thoi_gian) add(Component::ThoiGianKy, date_line(*signer_.thoi_gian));
        if (!signer_.ben.empty()) add(Component::Ben, signer_.ben);
        bool first = true;
        for (const std::string& line : title_lines(builder_.profile, signer_)) {
            add(first ? Component::QuyenHan : Component::ChucVu, line);
            first = false;
        }
        if (!signer_.ghi_chu.empty()) add(Component::GhiChuKy, signer_.ghi_chu);
        if (cell_.paragraphs.empty()) add(Component::QuyenHan, "");
        const std::size_t above = cell_.paragraphs.size() - 1;
        add_name();
        styled::Paragraph& below = cell_.paragraphs[above + 1];
        add_pictures(cell_.paragraphs[above], below);
        cell_.paragraphs[above].runs.push_back(styled::Bookmark{"chu_ky_" + std::to_string(++builder_.signatures)});
        for (styled::Paragraph& paragraph : cell_.paragraphs)
            paragraph.keep_next = &paragraph != &cell_.paragraphs.back();
        return std::move(cell_);
    }

private:
    void add(Component component, std::string_view text) {
        const bool upper = builder_.profile.rule(component).upper_case;
        last_text_ = upper ? utf8::to_upper(text) : std::string(text);
        last_ = component;
        cell_.paragraphs.push_back(balanced(builder_, component, {{last_text_, model::Emphasis::None}}, width_));
    }

    void add_name() {
        if (signer_.chu_ky || signer_.con_dau) anchor_height_ = paragraph_height();
        const std::string name = printed_name(builder_, signer_);
        if (signer_.chuc_vu_co_quan.empty()) return add(Component::HoTen, name);
        add(Component::ChucVuCoQuan, signer_.chuc_vu_co_quan);
        add(Component::HoTenSauChucVu, name);
    }

    /// Of the paragraph that pictures are anchored to: the last above the room for the signature.
    Twip paragraph_height() const {
        const model::Inline text{{last_text_, model::Emphasis::None}};
        const auto lines = std::max<std::size_t>(1, MeasuredText(builder_, last_, text).count_lines(width_));
        return builder_.line_height(last_) * static_cast<std::int32_t>(lines);
    }

    /// The signature stands in the middle between title and name; the seal covers a share of it at the left.
    void add_pictures(styled::Paragraph& anchor, styled::Paragraph& below) {
        const auto sign = size_of(builder_, signer_.chu_ky);
        const auto seal = size_of(builder_, signer_.con_dau);
        if (!sign && !seal) return;
        const Twip room_given = builder_.style(component_of(below)).before;
        const Twip room = std::max(room_given, sign ? sign->height : Twip{});
        below.extra_before = room - room_given;
        const Twip middle = anchor_height_ + room / 2;
        const Twip sign_width = sign ? sign->width : Twip{};
        const Twip sign_left = (width_ - sign_width) / 2;
        if (sign) place(anchor, *sign, sign_left, middle, Label::MoTaChuKy, true);
        if (!seal) return;
        const Twip covered{static_cast<std::int32_t>(sign_width.count * builder_.profile.seal_overlap)};
        place(anchor, *seal, sign_left + covered - seal->width, middle, Label::MoTaConDau, false);
    }

    void place(styled::Paragraph& anchor, const Sized& sized, Twip left, Twip middle, Label description, bool behind) {
        styled::Picture picture;
        picture.image = sized.picture->png;
        picture.width = to_emu(sized.width);
        picture.height = to_emu(sized.height);
        picture.x = to_emu(left);
        picture.y = to_emu(middle - sized.height / 2);
        picture.behind = behind;
        picture.description = builder_.profile.label(description);
        anchor.runs.push_back(std::move(picture));
    }

    Builder& builder_;
    const NguoiKy& signer_;
    Twip width_;
    styled::Cell cell_;
    Component last_ = Component::QuyenHan;
    std::string last_text_;
    Twip anchor_height_;
};

bool is_name(const styled::Paragraph& paragraph) {
    const Component component = component_of(paragraph);
    return component == Component::HoTen || component == Component::ChucVuCoQuan;
}

/// Height of all that stands above the name, so that names side by side stand on one line.
Twip height_above_name(const Builder& builder, const styled::Cell& cell, Twip width) {
    Twip height{};
    for (const styled::Paragraph& paragraph : cell.paragraphs) {
        const Component component = component_of(paragraph);
        if (is_name(paragraph)) break;
        model::Inline text;
        for (const styled::Run& run : paragraph.runs)
            if (const auto* part = std::get_if<styled::Text>(&run)) text.push_back({part->text, {}});
        const auto lines = std::max<std::size_t>(1, MeasuredText(builder, component, text).count_lines(width));
        height = height + builder.line_height(component) * static_cast<std::int32_t>(lines) +
                 builder.style(component).before;
    }
    return height;
}

styled::Cell time_cell(const Builder& builder, std::string_view line, std::size_t columns) {
    styled::Cell cell;
    cell.grid_span = static_cast<std::uint16_t>(columns);
    cell.paragraphs.push_back(builder.paragraph(Component::ThoiGianKy, line));
    cell.paragraphs.back().keep_next = true;
    cell.paragraphs.back().extra_before = builder.profile.foot_gap;
    return cell;
}

/// Place and date in a row of their own where not all signers have them, so that the titles stand on one line. They
/// take the column on their left too if it is free and they do not fit in their own.
styled::Row time_row(const Builder& builder, std::span<const NguoiKy> signers, Twip width) {
    styled::Row row;
    std::size_t free = 0;
    for (const NguoiKy& signer : signers) {
        if (!signer.thoi_gian) {
            ++free;
            continue;
        }
        const std::string line = date_line(*signer.thoi_gian);
        const bool wide = free > 0 && builder.width(Component::ThoiGianKy, line) > width;
        if (wide) --free;
        if (free > 0) row.cells.push_back(time_cell(builder, "", std::exchange(free, 0)));
        row.cells.push_back(time_cell(builder, line, wide ? 2 : 1));
    }
    if (free > 0) row.cells.push_back(time_cell(builder, "", free));
    return row;
}

/// Cells of equal width whose names stand on one line.
styled::Row signature_row(Builder& builder, std::span<const NguoiKy> signers, Twip width, WithTime with_time) {
    styled::Row row;
    std::vector<Twip> heights;
    for (const NguoiKy& signer : signers) {
        row.cells.push_back(SignatureCell(builder, signer, width).build(with_time));
        heights.push_back(height_above_name(builder, row.cells.back(), width));
    }
    const Twip highest = *std::ranges::max_element(heights);
    for (std::size_t i = 0; i < heights.size(); ++i)
        for (styled::Paragraph& paragraph : row.cells[i].paragraphs)
            if (is_name(paragraph)) paragraph.extra_before = paragraph.extra_before + (highest - heights[i]);
    return row;
}

/// Signers side by side, place and date of some of them in a row above.
styled::Table signature_table(Builder& builder, std::span<const NguoiKy> signers) {
    const Twip width = builder.text_width / static_cast<std::int32_t>(signers.size());
    styled::Table table = layout_table(builder, Label::MoTaChuKy, std::vector<Twip>(signers.size(), width));
    const auto timed = std::ranges::count_if(signers, [](const NguoiKy& one) { return one.thoi_gian.has_value(); });
    const bool own_row = timed > 0 && timed < std::ssize(signers);
    if (own_row) table.rows.push_back(time_row(builder, signers, width));
    if (!own_row) table.cell_top = builder.profile.foot_gap;
    table.rows.push_back(signature_row(builder, signers, width, own_row ? WithTime::No : WithTime::Yes));
    return table;
}

}  // namespace

void append_single_signature(Builder& builder, ShortList<styled::Paragraph> beside, const NguoiKy& signer,
                             std::vector<styled::Block>& blocks) {
    const Twip left{static_cast<std::int32_t>(builder.text_width.count * builder.profile.recipients_share)};
    const Twip right = builder.text_width - left;
    styled::Table table = layout_table(builder, Label::MoTaChuKy, {left, right});
    table.cell_top = builder.profile.foot_gap;
    styled::Row row;
    row.cells.resize(1);
    row.cells[0].paragraphs = std::move(beside);
    if (row.cells[0].paragraphs.empty())
        row.cells[0].paragraphs.push_back(builder.paragraph(Component::NoiNhanNoi, ""));
    row.cells.push_back(SignatureCell(builder, signer, right).build(WithTime::Yes));
    table.rows.push_back(std::move(row));
    blocks.emplace_back(std::move(table));
}

void append_signatures(Builder& builder, const std::vector<NguoiKy>& signers, std::vector<styled::Block>& blocks) {
    if (signers.size() == 1) return append_single_signature(builder, {}, signers[0], blocks);
    const std::size_t most = builder.profile.signers_in_row;
    const std::size_t rows = (signers.size() + most - 1) / most;
    std::span<const NguoiKy> left(signers);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t count = (left.size() + rows - row - 1) / (rows - row);
        styled::Table table = signature_table(builder, left.first(count));
        left = left.subspan(count);
        if (!left.empty()) keep_with_next(table.rows.back());
        blocks.emplace_back(std::move(table));
        if (left.empty()) break;
        styled::Paragraph between = builder.paragraph(Component::CuoiVung, "");
        between.keep_next = true;
        blocks.emplace_back(std::move(between));
    }
}

}  // namespace vanban::thethuc
