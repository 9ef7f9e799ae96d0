// What the parts of thethuc::apply share: the document being built, its styles and measures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/world.hpp"
#include "font/family.hpp"
#include "model/document.hpp"
#include "styled/document.hpp"
#include "thethuc/profile.hpp"

namespace vanban::thethuc {

/// One run of apply: rules in, styled document out. Lives for the call.
class Builder {
public:
    Builder(const Profile& rules, const font::Family& family, SizeSet sizes, Diagnostics& findings);

    styled::Document document;
    const Profile& profile;
    const font::Family& fonts;
    Diagnostics& out;
    Twip text_width;             ///< Of the pages at hand.
    std::size_t signatures = 0;  ///< Given out so far; names their bookmarks.

    const styled::ParagraphStyle& style(Component component) const {
        return document.styles[static_cast<std::size_t>(component)];
    }
    styled::ParagraphStyle& style(Component component) { return document.styles[static_cast<std::size_t>(component)]; }
    styled::StyleId style_id(Component component) const { return {static_cast<std::uint16_t>(component)}; }

    /// Text in the look of `component`, upper case where its rule says so. '\n' breaks the line.
    styled::Paragraph paragraph(Component component, const model::Inline& text) const;
    styled::Paragraph paragraph(Component component, std::string_view text) const;
    /// The same; texts that stay as they are move along.
    styled::Paragraph paragraph(Component component, model::Inline&& text) const;
    /// A drawn rule on a line of its own.
    styled::Paragraph rule(Twip length) const;
    /// Width of one line in the look of `component`, as it would be printed.
    Twip width(Component component, std::string_view text) const;
    Twip width(const model::Run& run, Component component) const;
    /// How `component` draws a run of that emphasis.
    styled::CharacterLook look(Component component, model::Emphasis emphasis) const;
    /// Of one line of text in the look of `component`.
    Twip line_height(Component component) const;

private:
    void append(styled::Paragraph& to, Component component, std::string_view text, model::Emphasis emphasis) const;
};

/// Length of a short rule under lines of the given widths: a share of the longest, but at most half of the last.
Twip short_rule(const Profile& profile, const std::vector<Twip>& line_widths);

/// The agencies' cell of a letterhead or copy head, with its rule.
struct AgencyLines {
    std::vector<std::string> chu_quan;
    std::vector<std::string> ban_hanh;
    std::size_t count() const { return chu_quan.size() + ban_hanh.size(); }
};
AgencyLines break_agencies(const Builder& builder, const std::vector<std::string>& chu_quan,
                           const std::vector<std::string>& ban_hanh, Twip width);
styled::Cell agencies_cell(const Builder& builder, const AgencyLines& lines);
/// "Hà Nội, ngày 05 tháng 01 năm 2026".
std::string date_line(const model::DiaDanhThoiGian& value);
/// A borderless table for layout.
styled::Table layout_table(const Builder& builder, Label description, std::vector<Twip> grid);

/// The face that draws characters of that look.
inline font::Style face(const styled::CharacterLook& look) {
    return {look.bold, look.italic};
}

/// A text whose words were measured once, to be filled into lines of any width as Word does. A run of no-break spaces
/// counts more than its width: LibreOffice draws it wider.
class MeasuredText {
public:
    MeasuredText(const Builder& builder, Component component, const model::Inline& text);
    /// Widths of the lines.
    std::vector<Twip> lines(Twip width) const;
    std::size_t count_lines(Twip width) const;

private:
    /// Of a word; empty: the line ends here.
    using Word = std::optional<Twip>;
    template <class EndLine>
    void fill(Twip width, EndLine end_line) const;

    Twip space_;
    std::vector<Word> words_;
};

/// Widths of the lines that `text` takes when Word fills lines of `width`.
std::vector<Twip> wrapped_widths(const Builder& builder, Component component, const model::Inline& text, Twip width);

/// Main facts of the document that several parts need.
struct Facts {
    const model::DauVanBan* dau = nullptr;
    const model::TenLoai* ten_loai = nullptr;
    std::size_t appendices = 0;
    bool mentions_appendix = false;
    bool may_say_as_above = false;  ///< There is a Kính gửi, or the form of the document has the words.
};

// Parts of apply; each appends to `blocks`.
void append_letterhead(Builder& builder, const model::DauVanBan& dau, Span span, std::vector<styled::Block>& blocks);
/// độ mật and độ khẩn as boxes below the number, in the left column of the letterhead.
void add_marks(const Builder& builder, const model::DauVanBan& dau, Span span, styled::Table& letterhead);
/// The head of a paper copy: rule across the page, copying agency and number, form of the copy, place and date.
void append_copy_head(Builder& builder, const model::DauBanSao& dau, Span span, std::vector<styled::Block>& blocks);
/// What stands above the text of page 1: digital signature, circulation mark; and below it: the agency's address.
void append_page_one(Builder& builder, const model::DauVanBan& dau, Span span, styled::Section& section);
/// One signature of a digital certificate at the top right of the page.
styled::Paragraph ky_so_line(const Builder& builder, std::string_view text);
/// A centred paragraph whose lines are about equally long, in `width`.
styled::Paragraph balanced(const Builder& builder, Component component, const model::Inline& text, Twip width);
/// A centred title in the look of `component`, its lines about equally long. Returns their widths.
std::vector<Twip> append_title(Builder& builder, Component component, const model::Inline& title, Twip width,
                               std::vector<styled::Block>& blocks);
/// Returns the widths of the lines.
std::vector<Twip> append_kem_theo(Builder& builder, const model::KemTheo& kem_theo, Twip width, Span span,
                                  std::vector<styled::Block>& blocks);
/// Signatures and recipients. `below_signatures`: the last of `blocks` is a table of signatures.
void append_foot(Builder& builder, const model::KetThuc& foot, const Facts& facts, Span span, bool below_signatures,
                 std::vector<styled::Block>& blocks);
/// Signatures side by side.
void append_signatures(Builder& builder, const std::vector<model::NguoiKy>& signers,
                       std::vector<styled::Block>& blocks);
/// `label`: "Phụ lục II"; `width`: of the text on the appendix's pages.
void append_appendix_head(Builder& builder, const model::DauPhuLuc& dau, const std::string& label, Twip width,
                          Span span, std::vector<styled::Block>& blocks);
/// Takes the texts of the table out of it as it goes.
void append_table(Builder& builder, model::Bang& bang, Twip width, Span span, std::vector<styled::Block>& blocks);

/// Holds a signer against khoản 7: which authority wants which titles (NĐ 30, Điều 13).
void check_signer(const Builder& builder, const model::NguoiKy& signer, const Facts& facts, Span span);
/// Whether the signer signs under this authority.
bool has(const model::NguoiKy& signer, model::QuyenHan authority);
/// One signer signs in the right half: titles, room for the signature with its pictures, name. `beside`: in the left.
void append_single_signature(Builder& builder, ShortList<styled::Paragraph> beside, const model::NguoiKy& signer,
                             std::vector<styled::Block>& blocks);
/// The row stays on the page of what follows it.
void keep_with_next(styled::Row& row);
/// The last paragraph or row, if there is one, stays on the page of what follows it.
void keep_with_next(std::vector<styled::Block>& blocks);
/// Where the first word of `text` ends: at a space, a line end or the end.
std::size_t word_end(std::string_view text);
/// Whether `text` begins with `word` as a whole word, whatever the case.
bool starts_with_word(std::string_view text, std::string_view word);

/// The letterhead's sizes are settled before anything else: the largest set in which every line fits.
void fit_letterhead(Builder& builder, const model::DauVanBan& dau);

/// "Số: 05/KH-SYT", "Số:       /KH-SYT".
std::string number_line(const Profile& profile, const model::SoKyHieu& so);
/// The part after the label: "05/KH-SYT".
std::string number_and_code(const model::SoKyHieu& so);
/// The code's form, and its beginning against the type of the document or copy; nullptr: any.
void check_code(const Builder& builder, const model::SoKyHieu& so, const LoaiRule* loai, Span span);

/// Lines of an agency's name in capitals that fit `width`; breaks at the profile's places and evenly.
std::vector<std::string> agency_lines(const Builder& builder, Component component, std::string_view name, Twip width);
/// The name as an issuer bears it: abbreviations written in full.
std::string full_agency_name(const Profile& profile, std::string_view name);

/// Settles the end mark of a căn cứ, a recipient and so on: other marks at the end are dropped.
std::string with_end_mark(std::string_view text, std::string_view mark);
/// The same for runs: the last run loses its end marks and gets `mark`.
model::Inline with_end_mark(model::Inline text, std::string_view mark);

}  // namespace vanban::thethuc
