// Running text: literals, values and emphasis to runs.
#include "tmpl/control.hpp"

namespace vanban::tmpl {

using model::Emphasis;

namespace {

Emphasis both(Emphasis a, Emphasis b) {
    return static_cast<Emphasis>(static_cast<int>(a) | static_cast<int>(b));
}

}  // namespace

void Merger::leaf(const TextNode& node, Span span, InlineWriter& writer) {
    for (const TextTemplate::Part& part : node.text.parts) {
        if (const auto* expr = std::get_if<Expr>(&part)) {
            print(*expr, writer);
            continue;
        }
        const auto& literal = std::get<std::string>(part);
        if (spend(0, literal.size(), span)) writer.literal(literal);
    }
}

void Merger::leaf(const EmphasisNode& node, Span, InlineWriter& writer) {
    const Emphasis outer = std::exchange(writer.emphasis, both(writer.emphasis, node.emphasis));
    walk(node.body, writer);
    writer.emphasis = outer;
}

void Merger::leaf(const XuongDongNode&, Span, InlineWriter& writer) {
    writer.line_break();
}

void Merger::print(const Expr& expr, InlineWriter& writer) {
    const std::optional<Ref> found = evaluate(expr);
    if (!found) return;
    const data::Value& value = **found;
    if (value.span.known() && !writer.first_value.known()) writer.first_value = value.span;
    if (const auto* text = value.get_if<std::string>()) {
        if (spend(0, text->size(), expr.span())) writer.value(*text);
        return;
    }
    const Result<std::string> printed = to_text(value, expr);
    if (!printed) return out_.add(printed.error());
    if (spend(0, printed->size(), expr.span())) writer.value(*printed);
}

std::string Merger::plain(const Nodes& nodes) {
    InlineWriter writer;
    walk(nodes, writer);
    return model::plain_text(std::move(writer).take());
}

/// `where` becomes the place of the first value in the text, if one has a place.
model::Inline Merger::inline_of(const Nodes& nodes, Span& where) {
    InlineWriter writer;
    walk(nodes, writer);
    if (writer.first_value.known()) where = writer.first_value;
    return std::move(writer).take();
}

model::Inline Merger::inline_of(const InlineTemplate& runs) {
    InlineWriter writer;
    for (const RunTemplate& run : runs) {
        writer.emphasis = run.emphasis;
        for (const TextTemplate::Part& part : run.text.parts) {
            if (const auto* expr = std::get_if<Expr>(&part)) {
                print(*expr, writer);
                continue;
            }
            const auto& literal = std::get<std::string>(part);
            if (spend(0, literal.size(), {})) writer.block_literal(literal);
        }
    }
    return std::move(writer).take();
}

}  // namespace vanban::tmpl
