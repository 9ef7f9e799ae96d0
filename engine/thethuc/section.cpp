// Walks a section's components in order and gives each its look, its number and its marks.
#include "thethuc/section.hpp"

#include <algorithm>
#include <utility>

#include "wording/numbers.hpp"

namespace vanban::thethuc {
namespace {

using model::CapBac;

class SectionBuilder {
public:
    SectionBuilder(Builder& builder, const Facts& facts, Numbering& numbering, model::Vung& vung)
        : builder_(builder), facts_(facts), numbering_(numbering), vung_(vung) {}

    styled::Section build(bool first) {
        const bool restart = vung_.danh_so == model::DanhSoTrang::Lai;
        section_.page = page_of(builder_.profile, vung_.huong);
        builder_.text_width = width();
        section_.restart_page_numbers = restart && !first;
        section_.title_page = first || restart;
        styled::Paragraph number;
        number.style = builder_.style_id(Component::SoTrang);
        number.runs.push_back(styled::PageNumber{builder_.style(Component::SoTrang).look});
        section_.header.push_back(std::move(number));
        section_.blocks.reserve(vung_.blocks.size() + kAddedBlocks);
        for (model::Block& block : vung_.blocks) add(block);
        end_title();
        if (!ended_) end_text();
        if (section_.blocks.empty() || std::holds_alternative<styled::Table>(section_.blocks.back()))
            section_.blocks.emplace_back(builder_.paragraph(Component::CuoiVung, ""));
        return std::move(section_);
    }

private:
    /// Rules, captions and marks that have no block of their own in the model; a guess.
    static constexpr std::size_t kAddedBlocks = 8;

    Twip width() const { return section_.page.text_width(); }

    void add(model::Block& block) {
        const bool in_title = std::holds_alternative<model::TenLoai>(block.content) ||
                              std::holds_alternative<model::TrichYeu>(block.content) ||
                              std::holds_alternative<model::KemTheo>(block.content);
        if (!in_title) end_title();
        if (!std::holds_alternative<model::CanCu>(block.content)) open_can_cu_.reset();
        std::visit([&](auto& b) { add(b, block.span); }, block.content);
    }

    void add(const model::DauVanBan& dau, Span span) {
        const LoaiRule* loai = facts_.ten_loai ? builder_.profile.find_loai(facts_.ten_loai->loai) : nullptr;
        if (dau.so_ky_hieu) check_code(builder_, *dau.so_ky_hieu, loai, span);
        append_letterhead(builder_, dau, span, section_.blocks);
        append_page_one(builder_, dau, span, section_);
    }

    // The title: type, trích yếu, reference to the main document; a short rule below its last line.

    void add(const model::TenLoai& ten, Span span) {
        const LoaiRule* loai = builder_.profile.find_loai(ten.loai);
        if (!loai) return builder_.out.add(Code::unknown_type, span, {ten.loai});
        section_.blocks.emplace_back(builder_.paragraph(Component::TenLoai, loai->ten));
        title_lines_ = {builder_.width(Component::TenLoai, loai->ten)};
    }
    void add(const model::TrichYeu& trich_yeu, Span) {
        const bool alone = title_lines_.empty();
        title_lines_ = append_title(builder_, Component::TrichYeu, trich_yeu.text, width(), section_.blocks);
        if (alone)
            std::get<styled::Paragraph>(section_.blocks.back()).extra_before =
                builder_.style(Component::TenLoai).before;
    }
    void add(const model::KemTheo& kem_theo, Span span) {
        title_lines_ = append_kem_theo(builder_, kem_theo, width(), span, section_.blocks);
    }
    void end_title() {
        if (!title_lines_.empty())
            section_.blocks.emplace_back(builder_.rule(short_rule(builder_.profile, title_lines_)));
        title_lines_.clear();
    }

    void add(const model::ThamQuyen& tham_quyen, Span) {
        append_title(builder_, Component::ThamQuyen, tham_quyen.text, width(), section_.blocks);
    }
    void add(const model::LoiBanHanh& loi, Span) {
        section_.blocks.emplace_back(builder_.paragraph(Component::LoiBanHanh, with_end_mark(loi.text, ":")));
    }

    /// The marks of a group settle when it has ended: `;` between, `.` after the last.
    void add(const model::CanCu& can_cu, Span) {
        if (open_can_cu_)
            section_.blocks[*open_can_cu_] =
                builder_.paragraph(Component::CanCu, with_end_mark(open_can_cu_text_, ";"));
        section_.blocks.emplace_back(builder_.paragraph(Component::CanCu, with_end_mark(can_cu.text, ".")));
        open_can_cu_ = section_.blocks.size() - 1;
        open_can_cu_text_ = can_cu.text;
    }

    void add(const model::KinhGui& kinh_gui, Span) {
        const std::string& label = kinh_gui.nhan.empty() ? builder_.profile.label(Label::KinhGui) : kinh_gui.nhan + ":";
        if (kinh_gui.noi.size() == 1) {
            model::Inline line = with_end_mark(kinh_gui.noi[0], "");
            line.insert(line.begin(), {label + " ", model::Emphasis::None});
            section_.blocks.emplace_back(builder_.paragraph(Component::KinhGui, line));
            return;
        }
        section_.blocks.emplace_back(builder_.paragraph(Component::KinhGui, label));
        for (std::size_t i = 0; i < kinh_gui.noi.size(); ++i) {
            model::Inline line = with_end_mark(kinh_gui.noi[i], i + 1 == kinh_gui.noi.size() ? "." : ";");
            line.insert(line.begin(), {"- ", model::Emphasis::None});
            section_.blocks.emplace_back(builder_.paragraph(Component::KinhGuiNoi, line));
        }
    }

    void add(model::Doan& doan, Span) { body(builder_.paragraph(Component::LoiVan, std::move(doan.text))); }

    void add(model::DeMuc& de_muc, Span span) {
        const std::int64_t number = numbering_.next(de_muc.cap);
        const std::uint16_t list = numbering_.list_of(de_muc.cap);
        switch (de_muc.cap) {
            case CapBac::Phan:
                return headed(de_muc, Label::Phan, roman(number), Component::NhanPhan, Component::TieuDePhan);
            case CapBac::Chuong:
                return headed(de_muc, Label::Chuong, roman(number), Component::NhanPhan, Component::TieuDePhan);
            case CapBac::Muc:
                return headed(de_muc, Label::Muc, std::to_string(number), Component::NhanMuc, Component::TieuDeMuc);
            case CapBac::TieuMuc:
                return headed(de_muc, Label::TieuMuc, std::to_string(number), Component::NhanMuc, Component::TieuDeMuc);
            case CapBac::Diem:
                return diem(de_muc, number, span);
            case CapBac::Dieu:
                return counted(de_muc, list, Component::Dieu, Component::DieuTieuDe);
            case CapBac::MucLaMa:
                return counted(de_muc, list, Component::MucLaMa, Component::MucLaMa);
            case CapBac::Khoan:
                return counted(de_muc, list, Component::Khoan, Component::KhoanTieuDe);
            case CapBac::Gach:
                return counted(de_muc, list, Component::Gach, Component::Gach);
            case CapBac::Cong:
                return counted(de_muc, list, Component::Cong, Component::Cong);
        }
    }

    static std::string roman(std::int64_t number) { return wording::roman(number).value_or(std::to_string(number)); }

    /// "Chương II" on its own line, the heading in capitals below.
    void headed(const model::DeMuc& de_muc, Label label, const std::string& number, Component label_look,
                Component heading_look) {
        body(builder_.paragraph(label_look, builder_.profile.label(label) + " " + number));
        append_title(builder_, heading_look, de_muc.text, width(), section_.blocks);
        last_body_ = section_.blocks.size() - 1;
    }

    void diem(const model::DeMuc& de_muc, std::int64_t number, Span span) {
        const auto letter = wording::diem_letter(number);
        if (!letter) return builder_.out.add(Code::too_many_diem, span);
        model::Inline text = de_muc.text;
        text.insert(text.begin(), model::Run{std::string(*letter) + ") ", model::Emphasis::None});
        body(builder_.paragraph(de_muc.co_tieu_de ? Component::DiemTieuDe : Component::Diem, text));
    }

    void counted(model::DeMuc& de_muc, std::uint16_t list, Component plain, Component with_heading) {
        styled::Paragraph paragraph =
            builder_.paragraph(de_muc.co_tieu_de ? with_heading : plain, std::move(de_muc.text));
        paragraph.list = list;
        body(std::move(paragraph));
    }

    void add(model::Bang& bang, Span span) {
        const std::size_t before = section_.blocks.size();
        append_table(builder_, bang, width(), span, section_.blocks);
        if (section_.blocks.size() > before) last_body_ = section_.blocks.size() - 1;
    }

    void add(const model::ChuKy& chu_ky, Span) {
        keep_with_next(section_.blocks);  // A signature never stands alone on a page.
        append_signatures(builder_, chu_ky.nguoi_ky, section_.blocks);
        signed_ = section_.blocks.size();
    }

    void add(const model::KetThuc& foot, Span span) {
        if (!ended_) {
            if (!last_body_) builder_.out.add(Code::empty_body, span);
            end_text();
        }
        keep_with_next(section_.blocks);  // A signature never stands alone on a page.
        const bool below_signatures = signed_ > 0 && signed_ == section_.blocks.size();
        append_foot(builder_, foot, facts_, span, below_signatures, section_.blocks);
        ended_ = true;
    }

    void add(const model::DauPhuLuc& dau, Span span) {
        if (facts_.dau && !facts_.mentions_appendix && numbering_.appendices() == 0)
            builder_.out.add(Code::appendix_not_mentioned, span);
        std::string label = builder_.profile.label(Label::PhuLuc);
        const auto number = static_cast<std::int64_t>(numbering_.next_appendix());
        if (facts_.appendices > 1 || dau.thu_tu) label += " " + roman(dau.thu_tu.value_or(number));
        if (!dau.ky_so.empty()) section_.first_header.emplace_back(ky_so_line(builder_, dau.ky_so));
        append_appendix_head(builder_, dau, label, width(), span, section_.blocks);
    }

    void add(const model::DauBanSao& dau, Span span) { append_copy_head(builder_, dau, span, section_.blocks); }

    void body(styled::Paragraph paragraph) {
        section_.blocks.emplace_back(std::move(paragraph));
        last_body_ = section_.blocks.size() - 1;
    }

    /// The mark `./.` once, glued to the last word; after a table on a line of its own. Forms have none.
    void end_text() {
        const std::string& mark = builder_.profile.label(Label::HetVanBan);
        if (!last_body_ || !vung_.dau_het) return;
        auto* last = std::get_if<styled::Paragraph>(&section_.blocks[*last_body_]);
        if (!last || last->runs.empty() || !std::holds_alternative<styled::Text>(last->runs.back())) {
            section_.blocks.insert(section_.blocks.begin() + static_cast<std::ptrdiff_t>(*last_body_) + 1,
                                   builder_.paragraph(Component::HetVanBan, mark));
            return;
        }
        auto& text = std::get<styled::Text>(last->runs.back()).text;
        text = with_end_mark(std::string_view(text), mark);
    }

    Builder& builder_;
    const Facts& facts_;
    Numbering& numbering_;
    model::Vung& vung_;
    styled::Section section_;
    std::vector<Twip> title_lines_;  ///< Widths of the lines of a title that is still open.
    std::optional<std::size_t> last_body_;
    std::optional<std::size_t> open_can_cu_;
    model::Inline open_can_cu_text_;
    bool ended_ = false;
    std::size_t signed_ = 0;  ///< Blocks up to the last signatures; 0: none yet.
};

}  // namespace

styled::PageSetup page_of(const Profile& profile, model::Huong huong) {
    styled::PageSetup page = profile.page;
    if (huong == model::Huong::Ngang) {
        std::swap(page.width, page.height);
        page.orientation = styled::Orientation::Landscape;
    }
    return page;
}

styled::Section build_section(Builder& builder, const Facts& facts, Numbering& numbering, model::Vung& vung,
                              bool first) {
    return SectionBuilder(builder, facts, numbering, vung).build(first);
}

}  // namespace vanban::thethuc
