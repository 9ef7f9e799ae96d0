// Walks the document's components in order and gives each its look, its number and its marks.
#include "thethuc/apply.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"
#include "wording/numbers.hpp"

namespace vanban::thethuc {
namespace {

using model::CapBac;

Facts gather_facts(const model::Document& document, const Profile& profile) {
    Facts facts;
    const std::string appendix = utf8::to_lower(profile.label(Label::PhuLuc));
    for (const model::Vung& vung : document.vung) {
        for (const model::Block& block : vung.blocks) {
            if (const auto* dau = std::get_if<model::DauVanBan>(&block.content); dau && !facts.dau) facts.dau = dau;
            if (const auto* ten = std::get_if<model::TenLoai>(&block.content); ten && !facts.ten_loai)
                facts.ten_loai = ten;
            facts.has_kinh_gui |= std::holds_alternative<model::KinhGui>(block.content);
            if (std::holds_alternative<model::DauPhuLuc>(block.content)) ++facts.appendices;
            const model::Inline* text = nullptr;
            if (const auto* doan = std::get_if<model::Doan>(&block.content)) text = &doan->text;
            if (const auto* de_muc = std::get_if<model::DeMuc>(&block.content)) text = &de_muc->text;
            if (text && facts.appendices == 0 && !facts.mentions_appendix)
                facts.mentions_appendix = utf8::to_lower(model::plain_text(*text)).find(appendix) != std::string::npos;
        }
    }
    return facts;
}

/// Numbers that Word does not count: Phần to Tiểu mục on lines of their own, and the letters of điểm.
class Counters {
public:
    /// The number of the next item of `cap`; everything below starts again.
    std::int64_t next(CapBac cap) {
        const auto level = static_cast<std::size_t>(cap);
        for (std::size_t below = level + 1; below < kLevels; ++below) counts_[below] = 0;
        return ++counts_[level];
    }

private:
    static constexpr std::size_t kLevels = static_cast<std::size_t>(CapBac::Cong) + 1;
    std::array<std::int64_t, kLevels> counts_{};
};

/// Builds one section of pages.
class SectionBuilder {
public:
    /// `appendix`, `list`: counters of the document; the last numbers given out.
    SectionBuilder(Builder& builder, const Facts& facts, const model::Vung& vung, std::size_t& appendix,
                   std::uint16_t& list)
        : builder_(builder), facts_(facts), vung_(vung), appendix_(appendix), list_(list) {}

    styled::Section build(bool first) {
        const bool restart = vung_.danh_so == model::DanhSoTrang::Lai;
        section_.page = page();
        section_.restart_page_numbers = restart && !first;
        section_.title_page = first || restart;
        styled::Paragraph number;
        number.style = builder_.style_id(Component::SoTrang);
        number.runs.emplace_back(styled::PageNumber{builder_.style(Component::SoTrang).look});
        section_.header.push_back(std::move(number));
        for (const model::Block& block : vung_.blocks)
            std::visit([&](const auto& b) { add(b, block.span); }, block.content);
        if (!ended_) end_text();
        if (section_.blocks.empty() || std::holds_alternative<styled::Table>(section_.blocks.back()))
            section_.blocks.emplace_back(builder_.paragraph(Component::CuoiVung, ""));
        return std::move(section_);
    }

private:
    styled::PageSetup page() const {
        styled::PageSetup page = builder_.profile.page;
        if (vung_.huong == model::Huong::Ngang) {
            std::swap(page.width, page.height);
            page.orientation = styled::Orientation::Landscape;
        }
        return page;
    }

    void add(const model::DauVanBan& dau, Span span) {
        if (dau.so_ky_hieu) check_code(builder_, *dau.so_ky_hieu, facts_.ten_loai, span);
        append_letterhead(builder_, dau, section_.blocks);
    }

    void add(const model::TenLoai& ten, Span span) {
        const LoaiRule* loai = builder_.profile.find_loai(ten.loai);
        if (!loai) return builder_.out.add(Code::unknown_type, span, {ten.loai});
        section_.blocks.emplace_back(builder_.paragraph(Component::TenLoai, loai->ten));
    }

    void add(const model::TrichYeu& trich_yeu, Span) { append_title(builder_, trich_yeu.text, section_.blocks); }

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
        const std::string& label = builder_.profile.label(Label::KinhGui);
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

    void add(const model::Doan& doan, Span) { body(builder_.paragraph(Component::LoiVan, doan.text)); }

    void add(const model::DeMuc& de_muc, Span span) {
        const std::int64_t number = counters_.next(de_muc.cap);
        switch (de_muc.cap) {
            case CapBac::Phan:
            case CapBac::Chuong:
            case CapBac::Muc:
            case CapBac::TieuMuc:
                return headed(de_muc, number);
            case CapBac::Diem:
                return diem(de_muc, number, span);
            case CapBac::Dieu:
                return counted(de_muc, Component::Dieu, Component::DieuTieuDe);
            case CapBac::MucLaMa:
                return counted(de_muc, Component::MucLaMa, Component::MucLaMa);
            case CapBac::Khoan:
                return counted(de_muc, Component::Khoan, Component::KhoanTieuDe);
            case CapBac::Gach:
                return counted(de_muc, Component::Gach, Component::Gach);
            case CapBac::Cong:
                return counted(de_muc, Component::Cong, Component::Cong);
        }
    }

    /// "Chương II" on its own line, the heading in capitals below.
    void headed(const model::DeMuc& de_muc, std::int64_t number) {
        const bool outer = de_muc.cap == CapBac::Phan || de_muc.cap == CapBac::Chuong;
        const Label label = de_muc.cap == CapBac::Phan     ? Label::Phan
                            : de_muc.cap == CapBac::Chuong ? Label::Chuong
                            : de_muc.cap == CapBac::Muc    ? Label::Muc
                                                           : Label::TieuMuc;
        const std::string count =
            outer ? wording::roman(number).value_or(std::to_string(number)) : std::to_string(number);
        body(builder_.paragraph(outer ? Component::NhanPhan : Component::NhanMuc,
                                builder_.profile.label(label) + " " + count));
        body(builder_.paragraph(outer ? Component::TieuDePhan : Component::TieuDeMuc, de_muc.text));
    }

    void diem(const model::DeMuc& de_muc, std::int64_t number, Span span) {
        const auto letter = wording::diem_letter(number);
        if (!letter) return builder_.out.add(Code::too_many_diem, span);
        model::Inline text = de_muc.text;
        text.insert(text.begin(), model::Run{std::string(*letter) + ") ", model::Emphasis::None});
        body(builder_.paragraph(de_muc.co_tieu_de ? Component::DiemTieuDe : Component::Diem, text));
    }

    /// Word counts on within a list: items that stand before the first mục or Điều get a list of their own,
    /// or that mục would be number II.
    void counted(const model::DeMuc& de_muc, Component plain, Component with_heading) {
        const bool outermost = de_muc.cap == CapBac::MucLaMa || de_muc.cap == CapBac::Dieu;
        if (outermost && counted_below_ && !counted_outermost_) ++list_;
        counted_outermost_ |= outermost;
        counted_below_ |= de_muc.cap == CapBac::Khoan;
        styled::Paragraph paragraph = builder_.paragraph(de_muc.co_tieu_de ? with_heading : plain, de_muc.text);
        paragraph.list = list_;
        body(std::move(paragraph));
    }

    void add(const model::Bang& bang, Span span) {
        const std::size_t before = section_.blocks.size();
        append_table(builder_, bang, section_.page.text_width(), span, section_.blocks);
        if (section_.blocks.size() > before) last_body_ = section_.blocks.size() - 1;
    }

    void add(const model::KetThuc& foot, Span span) {
        if (!last_body_) builder_.out.add(Code::empty_body, span);
        end_text();
        if (!section_.blocks.empty())
            if (auto* last = std::get_if<styled::Paragraph>(&section_.blocks.back())) last->keep_next = true;
        append_foot(builder_, foot, facts_, span, section_.blocks);
        ended_ = true;
    }

    void add(const model::DauPhuLuc& dau, Span span) {
        if (!facts_.mentions_appendix && appendix_ == 0) builder_.out.add(Code::appendix_not_mentioned, span);
        std::string label = builder_.profile.label(Label::PhuLuc);
        ++appendix_;
        if (facts_.appendices > 1)
            label += " " + wording::roman(static_cast<std::int64_t>(appendix_)).value_or(std::to_string(appendix_));
        append_appendix_head(builder_, dau, label, section_.page.text_width(), span, section_.blocks);
    }

    void body(styled::Paragraph paragraph) {
        section_.blocks.emplace_back(std::move(paragraph));
        last_body_ = section_.blocks.size() - 1;
    }

    /// The mark `./.` once, glued to the last word; after a table on a line of its own.
    void end_text() {
        const std::string& mark = builder_.profile.label(Label::HetVanBan);
        if (!last_body_) return;
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
    const model::Vung& vung_;
    std::size_t& appendix_;
    std::uint16_t& list_;
    bool counted_outermost_ = false;
    bool counted_below_ = false;
    styled::Section section_;
    Counters counters_;
    std::optional<std::size_t> last_body_;
    std::optional<std::size_t> open_can_cu_;
    model::Inline open_can_cu_text_;
    bool ended_ = false;
};

styled::Properties properties(const model::Document& document, const Profile& profile, const World& world) {
    styled::Properties result;
    result.title = document.thuoc_tinh.tieu_de;
    result.subject = document.thuoc_tinh.chu_de;
    result.creator = document.thuoc_tinh.tac_gia;
    result.language = profile.language;
    result.created = world.now;
    return result;
}

}  // namespace

std::optional<styled::Document> apply(const model::Document& document, const Profile& profile, const World& world,
                                      Diagnostics& out) {
    const std::size_t errors = out.error_count();
    SizeSet sizes = profile.default_sizes;
    if (!document.co_chu.empty()) {
        const auto asked = parse_size_set(document.co_chu);
        if (!asked) out.add(Code::unknown_size_set, {}, {document.co_chu});
        sizes = asked.value_or(sizes);
    }
    const Facts facts = gather_facts(document, profile);
    Builder builder(profile, *world.fonts, sizes, out);
    builder.document.properties = properties(document, profile, world);
    if (facts.dau) fit_letterhead(builder, *facts.dau);
    std::size_t appendix = 0;
    std::uint16_t list = 0;
    for (const model::Vung& vung : document.vung) {
        const bool first = builder.document.sections.empty();
        if (!first && vung.danh_so == model::DanhSoTrang::Lai) ++list;
        builder.document.sections.push_back(SectionBuilder(builder, facts, vung, appendix, list).build(first));
    }
    builder.document.lists = static_cast<std::uint16_t>(list + 1);
    if (out.error_count() != errors) return std::nullopt;
    return std::move(builder.document);
}

}  // namespace vanban::thethuc
