// Block text in the document: of the data, parsed here, or of the template, parsed before.
#include <algorithm>

#include "base/utf8.hpp"
#include "tmpl/control.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

void Merger::leaf(const NoiDungNode& node, Span, BlockTarget& to) {
    if (!node.gia_tri) return add_blocks(node.blocks, to);
    const std::optional<Ref> found = evaluate(*node.gia_tri);
    if (!found) return;
    const data::Value& value = **found;
    const Result<std::string> printed = value.get_if<std::string>() ? std::string() : to_text(value, *node.gia_tri);
    if (!printed) return out_.add(printed.error());
    const auto* text = value.get_if<std::string>();
    const TextOrigin unknown{node.gia_tri->span(), TextOrigin::kInexact};
    const auto blocks =
        parse_block_text(text ? *text : *printed, value.span.known() ? value.origin() : unknown, limits_, out_);
    if (blocks) add_blocks(*blocks, to);
}

void Merger::add_blocks(const std::vector<BlockTemplate>& blocks, BlockTarget& to) {
    for (const BlockTemplate& block : blocks) {
        if (!spend(1, sizeof(model::Block), block.span)) return;
        std::visit([&](const auto& content) { add_block(content, block.span, to); }, block.content);
    }
}

void Merger::add_block(const DoanTemplate& doan, Span span, BlockTarget& to) {
    model::Inline text = inline_of(doan.text);
    if (!text.empty()) to.add(model::Doan{std::move(text)}, span);
}

void Merger::add_block(const DeMucTemplate& item, Span span, BlockTarget& to) {
    to.add(model::DeMuc{.cap = item.cap, .co_tieu_de = item.co_tieu_de, .text = inline_of(item.text)}, span);
}

void Merger::add_block(const BangTemplate& bang, Span span, BlockTarget& to) {
    model::Bang result;
    for (const auto& cot : bang.cot) {
        result.cot.push_back({.tieu_de = inline_of(cot.tieu_de), .kieu = cot.kieu, .rong = std::nullopt});
    }
    for (const auto& row : bang.hang) {
        model::Hang hang;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const InlineTemplate& runs = row[column];
            const Expr* single = runs.size() == 1 ? runs.front().text.single() : nullptr;
            if (single) {
                hang.o.push_back(cell(*single, bang.cot[column].kieu, runs.front().emphasis));
                continue;
            }
            model::Inline text = inline_of(runs);
            hang.o.emplace_back();
            if (!text.empty()) hang.o.back().doan.push_back(std::move(text));
        }
        result.hang.push_back(std::move(hang));
    }
    to.add(std::move(result), span);
}

/// A bare name is a khoi if there is one; anything else a value, one paragraph a line.
void Merger::add_block(const InsertTemplate& insert, Span span, BlockTarget& to) {
    if (const auto* name = std::get_if<NameNode>(&insert.expr.nodes.back().content)) {
        if (NamedBlocks* found = find_blocks(name->name)) {
            return insert_blocks(*found, span, to);
        }
        if (!scope_.find(name->name)) {
            std::vector<std::string> known = scope_.names();
            for (const NamedBlocks& khoi : blocks_) known.push_back(khoi.name);
            const Diagnostic unknown = diagnose(Code::unknown_name, insert.expr.span(), {name->name});
            return out_.add(with_suggestion(unknown, name->name, known));
        }
    }
    const std::optional<Ref> found = evaluate(insert.expr);
    if (!found) return;
    const Result<std::string> printed = to_text(**found, insert.expr);
    if (!printed) return out_.add(printed.error());
    if (!spend(0, printed->size(), span)) return;
    std::string_view rest = *printed;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        InlineWriter writer;
        writer.value(utf8::trim(rest.substr(0, end)));
        if (!writer.empty()) to.add(model::Doan{std::move(writer).take()}, span);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

Merger::NamedBlocks* Merger::find_blocks(std::string_view name) {
    const auto found =
        std::find_if(blocks_.rbegin(), blocks_.rend(), [&](const auto& khoi) { return khoi.name == name; });
    return found == blocks_.rend() ? nullptr : &*found;
}

}  // namespace vanban::tmpl
