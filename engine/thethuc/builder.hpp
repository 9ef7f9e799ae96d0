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

    const styled::ParagraphStyle& style(Component component) const {
        return document.styles[static_cast<std::size_t>(component)];
    }
    styled::ParagraphStyle& style(Component component) { return document.styles[static_cast<std::size_t>(component)]; }
    styled::StyleId style_id(Component component) const { return {static_cast<std::uint16_t>(component)}; }

    /// Text in the look of `component`, upper case where its rule says so. '\n' breaks the line.
    styled::Paragraph paragraph(Component component, const model::Inline& text) const;
    styled::Paragraph paragraph(Component component, std::string_view text) const;
    /// A drawn rule on a line of its own.
    styled::Paragraph rule(Twip length, std::string description) const;
    /// Width of one line in the look of `component`, as it would be printed.
    Twip width(Component component, std::string_view text) const;
    Twip width(const model::Run& run, Component component) const;

private:
    void append(styled::Paragraph& to, Component component, const model::Run& run) const;
};

/// Length of a short rule under lines of the given widths: a share of the longest, but at most half of the last.
Twip short_rule(const Profile& profile, const std::vector<Twip>& line_widths);

/// Widths of the lines that `text` takes when Word fills lines of `width`.
std::vector<Twip> wrapped_widths(const Builder& builder, Component component, const model::Inline& text, Twip width);

/// Main facts of the document that several parts need.
struct Facts {
    const model::DauVanBan* dau = nullptr;
    const model::TenLoai* ten_loai = nullptr;
    std::size_t appendices = 0;
    bool mentions_appendix = false;
    bool has_kinh_gui = false;
};

// Parts of apply; each appends to `blocks`.
void append_letterhead(Builder& builder, const model::DauVanBan& dau, std::vector<styled::Block>& blocks);
void append_title(Builder& builder, const model::Inline& trich_yeu, std::vector<styled::Block>& blocks);
void append_foot(Builder& builder, const model::KetThuc& foot, const Facts& facts, Span span,
                 std::vector<styled::Block>& blocks);
/// `label`: "Phụ lục II"; `width`: of the text on the appendix's pages.
void append_appendix_head(Builder& builder, const model::DauPhuLuc& dau, const std::string& label, Twip width,
                          Span span, std::vector<styled::Block>& blocks);
void append_table(Builder& builder, const model::Bang& bang, Twip width, Span span, std::vector<styled::Block>& blocks);

/// The letterhead's sizes are settled before anything else: the largest set in which every line fits.
void fit_letterhead(Builder& builder, const model::DauVanBan& dau);

/// "Số: 05/KH-SYT", "Số:       /KH-SYT".
std::string number_line(const Profile& profile, const model::SoKyHieu& so);
/// The part after the label: "05/KH-SYT".
std::string number_and_code(const model::SoKyHieu& so);
void check_code(const Builder& builder, const model::SoKyHieu& so, const model::TenLoai* loai, Span span);

/// Lines of an agency's name in capitals that fit `width`; breaks at the profile's places and evenly.
std::vector<std::string> agency_lines(const Builder& builder, Component component, std::string_view name, Twip width);
/// The name as an issuer bears it: abbreviations written in full.
std::string full_agency_name(const Profile& profile, std::string_view name);

/// Settles the end mark of a căn cứ, a recipient and so on: other marks at the end are dropped.
std::string with_end_mark(std::string_view text, std::string_view mark);
/// The same for runs: the last run loses its end marks and gets `mark`.
model::Inline with_end_mark(model::Inline text, std::string_view mark);

}  // namespace vanban::thethuc
