// From what a document says to how it looks: facts first, then the letterhead's sizes, then section by section.
#include "thethuc/apply.hpp"

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"
#include "thethuc/references.hpp"
#include "thethuc/section.hpp"

namespace vanban::thethuc {
namespace {

/// The text of a paragraph; nullptr for other blocks.
const model::Inline* text_of(const model::Block& block) {
    if (const auto* doan = std::get_if<model::Doan>(&block.content)) return &doan->text;
    const auto* de_muc = std::get_if<model::DeMuc>(&block.content);
    return de_muc ? &de_muc->text : nullptr;
}

/// Whether the text before the first appendix, which there is, says the word.
bool mentions_appendix(const model::Document& document, const Profile& profile) {
    const std::string appendix = utf8::to_lower(profile.label(Label::PhuLuc));
    for (const model::Vung& vung : document.vung) {
        for (const model::Block& block : vung.blocks) {
            if (std::holds_alternative<model::DauPhuLuc>(block.content)) return false;
            const model::Inline* text = text_of(block);
            if (text && utf8::to_lower(model::plain_text(*text)).find(appendix) != std::string::npos) return true;
        }
    }
    return false;
}

Facts gather_facts(const model::Document& document, const Profile& profile) {
    Facts facts;
    for (const model::Vung& vung : document.vung) {
        for (const model::Block& block : vung.blocks) {
            if (const auto* dau = std::get_if<model::DauVanBan>(&block.content); dau && !facts.dau) facts.dau = dau;
            if (const auto* ten = std::get_if<model::TenLoai>(&block.content); ten && !facts.ten_loai)
                facts.ten_loai = ten;
            facts.may_say_as_above |= std::holds_alternative<model::KinhGui>(block.content);
            if (std::holds_alternative<model::DauPhuLuc>(block.content)) ++facts.appendices;
        }
    }
    facts.mentions_appendix = facts.appendices > 0 && mentions_appendix(document, profile);
    const LoaiRule* loai = facts.ten_loai ? profile.find_loai(facts.ten_loai->loai) : nullptr;
    facts.may_say_as_above |= loai && loai->nhu_tren;
    return facts;
}

styled::Properties properties(const model::Document& document, const Profile& profile, const World& world) {
    styled::Properties result;
    result.title = document.thuoc_tinh.tieu_de;
    result.subject = document.thuoc_tinh.chu_de;
    result.creator = document.thuoc_tinh.tac_gia;
    result.language = profile.language;
    result.created = world.now;
    return result;
}

/// Dashes of several addressees stand under the colon of "Kính gửi:". Source: Phụ lục I, Phần I, Mục II, khoản 9.
void align_addressees(Builder& builder) {
    const std::string& label = builder.profile.label(Label::KinhGui);
    const Twip dash = builder.width(Component::KinhGuiNoi, "- ");
    styled::ParagraphStyle& style = builder.style(Component::KinhGuiNoi);
    style.left = builder.style(Component::KinhGui).left +
                 builder.width(Component::KinhGui, std::string_view(label).substr(0, label.size() - 1)) + dash;
    style.first_line = Twip{} - dash;
}

}  // namespace

std::optional<styled::Document> apply(model::Document document, const Profile& profile, const World& world,
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
    if (!document.vung.empty()) builder.text_width = page_of(profile, document.vung[0].huong).text_width();
    if (facts.dau) fit_letterhead(builder, *facts.dau);
    align_addressees(builder);
    check_references(builder, document);
    Numbering numbering;
    for (model::Vung& vung : document.vung) {
        const bool first = builder.document.sections.empty();
        if (!first && vung.danh_so == model::DanhSoTrang::Lai) numbering.restart();
        builder.document.sections.push_back(build_section(builder, facts, numbering, vung, first));
    }
    builder.document.lists = std::uint32_t{numbering.last_list()} + 1;
    if (out.error_count() != errors) return std::nullopt;
    return std::move(builder.document);
}

}  // namespace vanban::thethuc
