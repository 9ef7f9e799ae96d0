// Block text: md4c runs over the masked text; its events become steps of the builder.
#include "tmpl/block_text.hpp"

#include <md4c.h>

#include <functional>
#include <string>
#include <utility>

#include "tmpl/block_text_builder.hpp"

namespace vanban::tmpl {

namespace {

using model::Emphasis;
using model::KieuCot;

/// Hands md4c's events on; a result other than 0 stops md4c.
class Events {
public:
    Events(const MaskedText& source, BlockTextBuilder& builder) : source_(source), builder_(builder) {}
    Events(const Events&) = delete;

    /// False if the text was not read to its end.
    bool run() {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = forward<&Events::enter_block, MD_BLOCKTYPE, void*>;
        parser.leave_block = forward<&Events::leave_block, MD_BLOCKTYPE, void*>;
        parser.enter_span = forward<&Events::enter_span, MD_SPANTYPE, void*>;
        parser.leave_span = forward<&Events::leave_span, MD_SPANTYPE, void*>;
        parser.text = forward<&Events::text, MD_TEXTTYPE, const char*, MD_SIZE>;
        return md_parse(source_.masked.data(), static_cast<MD_SIZE>(source_.masked.size()), &parser, this) == 0;
    }

private:
    template <auto Handler, class... Args>
    static int forward(Args... args, void* self) {
        return (static_cast<Events*>(self)->*Handler)(args...);
    }

    int enter_block(MD_BLOCKTYPE type, void* detail) {
        if (!builder_.enter()) return 1;
        switch (type) {
            case MD_BLOCK_QUOTE:
                builder_.refuse_block(Code::is_quote, ">");
                break;
            case MD_BLOCK_UL:
                builder_.open_bullets(static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark);
                break;
            case MD_BLOCK_OL:
                builder_.open_numbers();
                break;
            case MD_BLOCK_LI:
                builder_.open_item();
                break;
            case MD_BLOCK_HR:
                builder_.refuse_block(Code::is_rule, "-*");
                break;
            case MD_BLOCK_H:
                heading_level_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
                break;
            case MD_BLOCK_CODE:
                builder_.refuse_block(Code::is_code, "`~");
                refused_ = true;
                break;
            case MD_BLOCK_HTML:
                builder_.refuse_block(Code::is_html, "<");
                refused_ = true;
                break;
            case MD_BLOCK_TABLE:
                return builder_.open_table(static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count) ? 0 : 1;
            case MD_BLOCK_TR:
                builder_.begin_row();
                break;
            default:
                break;
        }
        return 0;
    }

    int leave_block(MD_BLOCKTYPE type, void* detail) {
        builder_.leave();
        switch (type) {
            case MD_BLOCK_TH:
                builder_.add_heading_cell(aligned(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align));
                break;
            case MD_BLOCK_TD:
                builder_.add_cell();
                break;
            case MD_BLOCK_TR:
                builder_.end_row();
                break;
            case MD_BLOCK_TABLE:
                builder_.close_table();
                break;
            case MD_BLOCK_H:
                builder_.heading(heading_level_);
                break;
            case MD_BLOCK_LI:
                builder_.close_item();
                break;
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
                builder_.close_list();
                break;
            // What they hold was refused as a whole.
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                refused_ = false;
                break;
            default:
                builder_.flush();
                break;
        }
        return 0;
    }

    static KieuCot aligned(MD_ALIGN align) {
        if (align == MD_ALIGN_RIGHT) return KieuCot::So;
        return align == MD_ALIGN_CENTER ? KieuCot::Giua : KieuCot::Chu;
    }

    int enter_span(MD_SPANTYPE type, void*) {
        bold_ += type == MD_SPAN_STRONG;
        italic_ += type == MD_SPAN_EM;
        if (type == MD_SPAN_A) builder_.refuse_next_word(Code::is_link);
        return 0;
    }

    int leave_span(MD_SPANTYPE type, void*) {
        bold_ -= type == MD_SPAN_STRONG;
        italic_ -= type == MD_SPAN_EM;
        return 0;
    }

    int text(MD_TEXTTYPE type, const char* begin, MD_SIZE size) {
        if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
            builder_.add_break(type == MD_TEXT_BR);
            return 0;
        }
        // A NUL comes as a text of md4c's own; data cannot hold one.
        const char* const first = source_.masked.data();
        const bool inside = !std::less<>()(begin, first) && std::less<>()(begin, first + source_.masked.size());
        if (!inside || size == 0 || refused_) return 0;
        const auto offset = static_cast<std::size_t>(begin - first);
        const Range range{offset, offset + size};
        if (type == MD_TEXT_CODE) builder_.refuse(Code::is_code, range);
        if (type == MD_TEXT_HTML) builder_.refuse(Code::is_html, range);
        builder_.add_text(range, static_cast<Emphasis>((bold_ > 0 ? 1 : 0) | (italic_ > 0 ? 2 : 0)));
        return 0;
    }

    const MaskedText& source_;
    BlockTextBuilder& builder_;
    int bold_ = 0;
    int italic_ = 0;
    unsigned heading_level_ = 0;  ///< Of the heading at hand.
    bool refused_ = false;        ///< Inside of a block that was refused as a whole.
};

}  // namespace

std::optional<std::vector<BlockTemplate>> parse_block_text(std::string_view text, const TextOrigin& where,
                                                           const Limits& limits, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    const MaskedText source = mask(text);
    BlockTextBuilder builder(source, where, limits, out);
    const bool complete = Events(source, builder).run();
    // Stopped by no finding of ours: no memory.
    if (!complete && out.error_count() == errors) out.add(Code::budget_exceeded, where.span);
    if (out.error_count() != errors) return std::nullopt;
    return std::move(builder).take();
}

}  // namespace vanban::tmpl
