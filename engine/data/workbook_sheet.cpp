// The cells of one sheet (ISO/IEC 29500-1, 18.3.1).
#include "data/workbook_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "base/cell_places.hpp"
#include "base/utf8.hpp"

namespace vanban::data {
namespace {

constexpr std::size_t kMostText = std::numeric_limits<std::uint32_t>::max();

template <class Number>
std::optional<Number> parse_whole(std::string_view digits) {
    Number value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::optional<CellRange> parse_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = parse_cell_ref(text.substr(0, colon));
    const auto last = colon == text.npos ? first : parse_cell_ref(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
    return CellRange{*first, *last};
}

/// A text of the part that is shown in a message: not too long, always printable there.
std::string excerpt(std::string_view text) {
    constexpr std::size_t kShown = 80;
    return std::string(text.substr(0, kShown));
}

/// Builds a Grid from the events of a sheet. Stops at the first fault.
class SheetReader : public XmlHandler {
public:
    SheetReader(const std::string& part, const WorkbookParts& workbook, const Limits& limits)
        : part_(part), workbook_(workbook), limits_(limits) {}

    bool done() const override { return failure_.has_value(); }
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (in_cell_) {
            start_in_cell(name);
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "row") {
            start_row(attributes);
        } else if (name == "mergeCell") {
            add_merge(attributes.get("ref"));
        }
    }
    void text(std::string_view piece) override {
        if (in_value_) value_ += piece;
        if (in_formula_) formula_ += piece;
        if (in_inline_) inline_.text(piece);
    }
    void end(std::string_view name) override {
        if (!in_cell_) return;
        in_value_ = in_formula_ = false;
        if (name == "is") in_inline_ = false;
        if (in_inline_) inline_.end(name);
        if (name == "c") end_cell();
    }

    Result<Grid> take() {
        if (failure_) return tl::make_unexpected(std::move(*failure_));
        if (auto settled = settle(grid_, part_); !settled) return tl::make_unexpected(settled.error());
        return std::move(grid_);
    }

private:
    void refuse(Code code, std::vector<std::string> args) {
        if (!failure_) failure_ = diagnose(code, {}, std::move(args));
    }
    void refuse_content(std::string_view content) {
        refuse(Code::workbook_bad_content, {part_, cell_name(here_.row, here_.column), excerpt(content)});
    }

    void start_row(const XmlAttributes& attributes) {
        const std::string_view number = attributes.get("r");
        const auto row = number.empty() ? std::optional(here_.row + 1) : parse_whole<std::uint32_t>(number);
        if (!row || *row < 1 || *row > CellRef::kLastRow)
            return refuse(Code::workbook_bad_cell, {part_, excerpt(number)});
        here_ = {*row, 0};
    }

    void start_cell(const XmlAttributes& attributes) {
        const std::string_view ref = attributes.get("r");
        const auto at = ref.empty() ? std::optional(CellRef{here_.row, here_.column + 1}) : parse_cell_ref(ref);
        if (!at || at->row != here_.row || at->row < 1 || at->column > CellRef::kLastColumn) {
            return refuse(Code::workbook_bad_cell, {part_, excerpt(ref)});
        }
        here_ = *at;
        in_cell_ = true;
        type_ = attributes.get("t");
        style_ = attributes.get("s");
        value_.clear();
        formula_.clear();
        inline_.begin();
        has_formula_ = has_inline_ = false;
    }

    void start_in_cell(std::string_view name) {
        if (in_inline_) {
            inline_.start(name);
        } else if (name == "v") {
            in_value_ = true;
        } else if (name == "f") {
            in_formula_ = has_formula_ = true;
        } else if (name == "is") {
            in_inline_ = has_inline_ = true;
        }
    }

    void end_cell() {
        in_cell_ = false;
        if (has_inline_) return add(CellKind::Text, inline_.take());
        if (type_ == "str") return add_formula_text();
        if (value_.empty()) {
            if (has_formula_) add(CellKind::NoResult, "=" + formula_);
            return;
        }
        if (type_ == "s") return add_shared();
        if (type_ == "b") return add_bool();
        if (type_ == "e") return add(CellKind::Error, value_);
        if (type_ == "d") return add(read_iso_date(value_));
        if (type_.empty() || type_ == "n") return add_number();
        refuse_content("t=" + type_);
    }

    /// The result of a formula that gives a text; it may be empty.
    void add_formula_text() {
        finish_text(value_);
        add(CellKind::Text, value_);
    }
    void add_shared() {
        const auto index = parse_whole<std::uint32_t>(value_);
        if (!index || *index >= workbook_.texts.size()) return refuse_content(value_);
        if (workbook_.texts.get(*index).empty()) return;
        put({here_.row, static_cast<std::uint16_t>(here_.column), CellKind::Text, true, *index, 0});
    }
    void add_bool() {
        const bool is_true = value_ == "1" || value_ == "true";
        if (!is_true && value_ != "0" && value_ != "false") return refuse_content(value_);
        add(CellKind::Bool, is_true ? "TRUE" : "FALSE");
    }
    void add_number() {
        const auto style = style_.empty() ? std::optional<std::uint32_t>(0) : parse_whole<std::uint32_t>(style_);
        const std::vector<FormatKind>& formats = workbook_.formats;
        if (!style || (*style >= formats.size() && !formats.empty())) return refuse_content("s=" + style_);
        const FormatKind format = formats.empty() ? FormatKind::Number : formats[*style];
        add(read_number(value_, format, workbook_.dates));
    }

    void add(const CellText& cell) {
        if (cell.kind == CellKind::Malformed) return refuse_content(cell.text);
        add(cell.kind, cell.text);
    }
    void add(CellKind kind, std::string_view text) {
        if (utf8::trim(text).empty()) return;
        if (text.size() > kMostText - grid_.text.size()) {
            return refuse(Code::workbook_text_too_large, {std::to_string(kMostText)});
        }
        put({here_.row, static_cast<std::uint16_t>(here_.column), kind, false,
             static_cast<std::uint32_t>(grid_.text.size()), static_cast<std::uint32_t>(text.size())});
        grid_.text += text;
    }
    void put(const GridCell& cell) {
        if (count()) grid_.cells.push_back(cell);
    }
    void add_merge(std::string_view ref) {
        const auto range = parse_range(ref);
        if (!range) return refuse(Code::workbook_bad_cell, {part_, excerpt(ref)});
        if (range->first != range->last && count()) grid_.merges.push_back(*range);
    }
    bool count() {
        if (++counted_ > limits_.values) refuse(Code::too_many_values, {std::to_string(limits_.values)});
        return counted_ <= limits_.values;
    }

    const std::string& part_;
    const WorkbookParts& workbook_;
    const Limits& limits_;
    std::optional<Diagnostic> failure_;
    Grid grid_;
    std::size_t counted_ = 0;
    CellRef here_;
    bool in_cell_ = false, in_value_ = false, in_formula_ = false, in_inline_ = false;
    bool has_formula_ = false, has_inline_ = false;
    std::string type_, style_, value_, formula_;
    TextCollector inline_;
};

}  // namespace

std::optional<CellRef> parse_cell_ref(std::string_view text) {
    constexpr std::size_t kMostLetters = 3;
    std::size_t at = text.starts_with('$') ? 1 : 0;
    CellRef ref;
    const std::size_t letters = at;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at - letters < kMostLetters; ++at) {
        ref.column = ref.column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
    }
    if (at == letters) return std::nullopt;
    if (at < text.size() && text[at] == '$') ++at;
    const auto row = parse_whole<std::uint32_t>(text.substr(at));
    if (!row || *row < 1 || *row > CellRef::kLastRow || ref.column > CellRef::kLastColumn) return std::nullopt;
    ref.row = *row;
    return ref;
}

Result<Grid> read_sheet(opc::ZipReader& zip, const std::string& part, const WorkbookParts& workbook,
                        const Limits& limits) {
    SheetReader reader(part, workbook, limits);
    if (auto read = read_part(zip, part, limits, reader); !read) return tl::make_unexpected(read.error());
    return reader.take();
}

}  // namespace vanban::data
