// Fuzz target: any bytes as a text with {{ }}, filled in over a small scope within small budgets.
#include <cstdlib>
#include <utility>

#include "base/utf8.hpp"
#include "exact_bytes.hpp"
#include "tmpl/eval.hpp"

namespace {

using namespace vanban;

void require(bool holds) {
    if (!holds) std::abort();
}

data::Value number(std::int64_t value) {
    return {data::Number{Decimal(value), std::to_string(value)}, {}};
}
data::Value text(const char* value) {
    return {std::string(value), {}};
}

/// The names a, b, d, g, k, n and t: one value of each type.
data::Value small_scope() {
    data::List list;
    for (std::int64_t i = 3; i > 0; --i) {
        list.emplace_back(data::Map{{"a", {}, number(i)}, {"b", {}, text(i == 2 ? "Đà" : "Ân")}}, Span{});
    }
    data::Map root;
    root.push_back({"a", {}, number(12)});
    root.push_back({"b", {}, {true, {}}});
    root.push_back({"d", {}, {std::move(list), {}}});
    root.push_back({"g", {}, {data::Map{{"a", {}, text("chữ")}}, {}}});
    root.push_back({"k", {}, {}});
    root.push_back({"n", {}, {PartialDate{2014, 3, 5}, {}}});
    root.push_back({"t", {}, text("Sở Y tế")});
    return {std::move(root), {}};
}

bool inside(Span span, std::size_t size) {
    return !span.known() || (span.begin <= span.end && span.end <= size);
}

void check_places(const Diagnostics& out, std::size_t size) {
    for (const Diagnostic& found : out) {
        require(inside(found.span, size));
        for (const Note& note : found.notes) require(inside(note.span, size));
    }
}

/// What the dump of an expression parses to has the same dump. Its parentheses nest deeper than what was written.
void check_dump(const tmpl::Expr& expr, Limits limits) {
    limits.depth *= 4;
    const std::string once = dump(expr);
    Diagnostics out;
    const auto again = tmpl::parse_expression(once, {0, 0, static_cast<std::uint32_t>(once.size())}, limits, out);
    require(again && dump(*again) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    if (utf8::find_invalid(bytes.view())) return 0;  // Readers let no such text through.
    const Limits limits;
    Diagnostics out;
    const Span where{0, 0, static_cast<std::uint32_t>(size)};
    const auto parsed = tmpl::parse_text(bytes.view(), where, limits, out);
    require(parsed.has_value() == !out.has_errors());
    if (parsed) {
        for (const auto& part : parsed->parts) {
            if (const auto* expr = std::get_if<tmpl::Expr>(&part)) check_dump(*expr, limits);
        }
        const data::Value root = small_scope();
        const tmpl::Scope scope(root);
        constexpr std::size_t kBytes = 1'000'000;
        tmpl::Budget budget{10'000, kBytes};
        std::string to;
        require(append_text(to, *parsed, scope, budget, out) == !out.has_errors());
        require(to.size() <= kBytes && !utf8::find_invalid(to));
    }
    check_places(out, size);
    return 0;
}
