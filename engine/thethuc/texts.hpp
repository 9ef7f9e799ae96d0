// All running text of a document, one paragraph or cell at a time.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace vanban::thethuc {

/// What a text is for: not every rule holds everywhere.
enum class TextKind : std::uint8_t {
    Title,      ///< trích yếu, titles of appendices and tables.
    Basis,      ///< căn cứ
    Body,       ///< Paragraphs and items.
    Heading,    ///< Headings of the text.
    Cell,       ///< Cells and headings of tables.
    Addressee,  ///< Kính gửi, nơi nhận: short forms are usual there.
};
inline constexpr std::size_t kTextKinds = 6;

/// Keeps texts that had to be put together from runs; views of them live as long as it does.
class TextStore {
public:
    /// The text of one run as it stands, that of several joined.
    const std::string& text_of(const model::Inline& runs) {
        if (runs.size() == 1) return runs.front().text;
        static const std::string kEmpty;
        return runs.empty() ? kEmpty : joined_.emplace_back(model::plain_text(runs));
    }

private:
    std::deque<std::string> joined_;  ///< Stable addresses.
};

/// Calls `see(TextKind, const std::string&, Span)` for every text of the table, row by row; numbers are left out.
template <class See>
void for_each_text(const model::Bang& bang, Span span, TextStore& store, const See& see) {
    see(TextKind::Title, store.text_of(bang.tieu_de), span);
    for (const model::Cot& cot : bang.cot) see(TextKind::Cell, store.text_of(cot.tieu_de), span);
    for (const model::Hang& hang : bang.hang) {
        see(TextKind::Cell, store.text_of(hang.nhan), span);
        for (std::size_t column = 0; column < hang.o.size(); ++column) {
            if (column < bang.cot.size() && bang.cot[column].kieu == model::KieuCot::So) continue;
            for (const model::Inline& line : hang.o[column].doan) see(TextKind::Cell, store.text_of(line), span);
        }
    }
    for (const model::Inline& line : bang.ghi_chu) see(TextKind::Cell, store.text_of(line), span);
}

/// The same for a block.
template <class See>
void for_each_text(const model::Block& block, TextStore& store, const See& see) {
    const auto several = [&](TextKind kind, const std::vector<model::Inline>& lines, Span span) {
        for (const model::Inline& line : lines) see(kind, store.text_of(line), span);
    };
    const Span span = block.span;
    if (const auto* doan = std::get_if<model::Doan>(&block.content)) {
        see(TextKind::Body, store.text_of(doan->text), span);
    } else if (const auto* de_muc = std::get_if<model::DeMuc>(&block.content)) {
        see(de_muc->co_tieu_de ? TextKind::Heading : TextKind::Body, store.text_of(de_muc->text), span);
    } else if (const auto* bang = std::get_if<model::Bang>(&block.content)) {
        for_each_text(*bang, span, store, see);
    } else if (const auto* can_cu = std::get_if<model::CanCu>(&block.content)) {
        see(TextKind::Basis, store.text_of(can_cu->text), span);
    } else if (const auto* trich_yeu = std::get_if<model::TrichYeu>(&block.content)) {
        see(TextKind::Title, store.text_of(trich_yeu->text), span);
    } else if (const auto* dau = std::get_if<model::DauVanBan>(&block.content)) {
        if (dau->ve_viec) see(TextKind::Title, store.text_of(*dau->ve_viec), span);
    } else if (const auto* kinh_gui = std::get_if<model::KinhGui>(&block.content)) {
        several(TextKind::Addressee, kinh_gui->noi, span);
    } else if (const auto* ket_thuc = std::get_if<model::KetThuc>(&block.content)) {
        several(TextKind::Addressee, ket_thuc->noi_nhan,
                ket_thuc->noi_nhan_span.known() ? ket_thuc->noi_nhan_span : span);
    } else if (const auto* phu_luc = std::get_if<model::DauPhuLuc>(&block.content)) {
        see(TextKind::Title, store.text_of(phu_luc->tieu_de), span);
    }
}

}  // namespace vanban::thethuc
