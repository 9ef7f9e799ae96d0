// Block text (noi-dung): a CommonMark subset parsed into structure; expressions are filled in afterwards.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "model/document.hpp"
#include "tmpl/expr.hpp"

namespace vanban::tmpl {

/// A stretch of text with one emphasis; line breaks are '\n' in its literals.
struct RunTemplate {
    TextTemplate text;
    model::Emphasis emphasis = model::Emphasis::None;
    friend bool operator==(const RunTemplate&, const RunTemplate&) = default;
};
using InlineTemplate = std::vector<RunTemplate>;

/// Columns of a table; more than any page holds. md4c makes a cell for each of them in every row.
inline constexpr std::size_t kMaxColumns = 64;

struct DoanTemplate {
    InlineTemplate text;
    friend bool operator==(const DoanTemplate&, const DoanTemplate&) = default;
};
struct DeMucTemplate {
    model::CapBac cap;
    bool co_tieu_de;
    InlineTemplate text;
    friend bool operator==(const DeMucTemplate&, const DeMucTemplate&) = default;
};
struct BangTemplate {
    struct CotTemplate {
        InlineTemplate tieu_de;
        model::KieuCot kieu;
        friend bool operator==(const CotTemplate&, const CotTemplate&) = default;
    };
    std::vector<CotTemplate> cot;
    std::vector<std::vector<InlineTemplate>> hang;
    friend bool operator==(const BangTemplate&, const BangTemplate&) = default;
};
/// A line that is only {{ name }} (or another expression).
struct InsertTemplate {
    Expr expr;
    friend bool operator==(const InsertTemplate&, const InsertTemplate&) = default;
};

struct BlockTemplate {
    std::variant<DoanTemplate, DeMucTemplate, BangTemplate, InsertTemplate> content;
    Span span;
    friend bool operator==(const BlockTemplate& a, const BlockTemplate& b) { return a.content == b.content; }
};

/// Parses block text that stands at `where` in its source.
/// Reports unsupported markup, typed numbers that will print otherwise, bad expressions.
std::optional<std::vector<BlockTemplate>> parse_block_text(std::string_view text, const TextOrigin& where,
                                                           const Limits& limits, Diagnostics& out);

}  // namespace vanban::tmpl
