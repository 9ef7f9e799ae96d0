// Evaluation of a program over data. Control elements are the same everywhere; what is left over (text, components,
// parts of components) is written to the target that stands for its place.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/world.hpp"
#include "model/document.hpp"
#include "tmpl/calculate.hpp"
#include "tmpl/choices.hpp"
#include "tmpl/eval.hpp"
#include "tmpl/inline_writer.hpp"
#include "tmpl/program.hpp"

namespace vanban::tmpl {

/// Where blocks go: into a list, or into a document, where those outside of any vung open an upright one.
class BlockTarget {
public:
    explicit BlockTarget(std::vector<model::Block>& blocks) : blocks_(&blocks) {}
    explicit BlockTarget(model::Document& document) : document_(&document) {}
    void add(model::Block::Variant content, Span span);
    /// Dropped if it is empty.
    void add_vung(model::Vung vung);

private:
    std::vector<model::Block>& open();

    std::vector<model::Block>* blocks_ = nullptr;
    model::Document* document_ = nullptr;
    bool default_open_ = false;
};

struct DauVanBanTarget {
    model::DauVanBan& dau;
};
struct NoiTarget {
    std::vector<model::Inline>& noi;
    Span first{};  ///< Of the first of them in the data.
};
struct ChuKyTarget {
    model::ChuKy& chu_ky;
};
struct KetThucTarget {
    model::KetThuc& ket_thuc;
};
struct TieuDeTarget {
    model::Inline& tieu_de;
};
struct BanSaoTarget {
    model::DauBanSao& dau;
};
/// A column with the names that were bound around it (loops make columns).
struct Column {
    const CotNode* node;
    model::KieuCot kieu;
    std::string ten;  ///< For the cells of group and total rows; may be empty.
    Span span;        ///< Of the name.
    std::vector<std::pair<std::string_view, data::Value>> bound;
};
/// A table in the making: its columns, then rows from than-bang.
struct BangTarget {
    const BangNode& node;
    model::Bang& bang;
    std::vector<Column> columns;
    std::size_t depth;      ///< Of the scope outside of the table.
    std::uint8_t tang = 0;  ///< How many nhom-cot are open.
    bool too_many = false;  ///< More columns than a table may have were reported.
    bool ready = false;     ///< The columns are complete.
    TableFacts facts{};     ///< For computing.
};
struct ThanBangTarget {
    BangTarget& table;
};
/// A group or total row.
struct HangTarget {
    BangTarget& table;
    model::Hang& hang;
    std::vector<Span> given;  ///< Where the cell of each column was given; unknown if it was not.
};

/// A document's number has at most 11 digits. Source: NĐ 30, Phụ lục VI, CodeNumber.
inline constexpr std::int64_t kLargestDocumentNumber = 99'999'999'999;
/// Copies issued: at most 3 digits. Source: NĐ 30, Phụ lục VI, IssuedAmount.
inline constexpr std::int64_t kMostCopies = 999;

template <class T>
concept ControlNode = std::is_same_v<T, LapNode> || std::is_same_v<T, ChonNode> || std::is_same_v<T, DatNode> ||
    std::is_same_v<T, KhoiNode> || std::is_same_v<T, DungNode> || std::is_same_v<T, KheNode> ||
    std::is_same_v<T, KiemTraNode>;

/// One document in the making. Views its arguments.
class Merger {
public:
    Merger(const Program& program, const data::Value& data, const World& world, Diagnostics& out);
    Merger(const Merger&) = delete;

    model::Document run();

private:
    /// The inclusion whose unit is being walked, and the one around it.
    struct Frame {
        const DungNode* dung;
        const Frame* outer;
    };
    /// What was bound at some moment.
    struct Mark {
        std::size_t names, values, blocks;
    };
    Mark mark() const { return {scope_.depth(), values_.size(), blocks_.size()}; }
    void unwind(const Mark& to) {
        scope_.unwind(to.names);
        if (values_.size() > to.values) values_.resize(to.values);
        if (blocks_.size() > to.blocks) unwind_blocks(to.blocks);
    }
    void unwind_blocks(std::size_t count);
    /// Blocks of a khoi.
    struct NamedBlocks {
        std::string name;
        std::uint32_t made;     ///< Index into `made_`.
        Span from_data;         ///< Place of a name that the data gave.
        std::size_t bytes = 0;  ///< What making them took of the budget; each insertion takes it again.
        bool inserted = false;
    };
    /// They wait until the document is complete: a long table is copied for each insertion but the last.
    struct MadeBlocks {
        std::vector<model::Block> blocks;
        std::size_t insertions = 0;  ///< That are still to be filled.
    };

    // Control (control.hpp).
    template <class Target>
    void walk(const Nodes& nodes, Target& target);
    template <class Target>
    void walk_open(const Nodes& nodes, Target& target);
    template <class Target>
    void control(const LapNode& node, Span span, Target& target);
    template <class Target>
    void control(const ChonNode& node, Span span, Target& target);
    template <class Target>
    void control(const DungNode& node, Span span, Target& target);
    template <class Target>
    void control(const KheNode& node, Span span, Target& target);
    template <class Target>
    void control(const DatNode& node, Span, Target&) {
        bind(node);
    }
    template <class Target>
    void control(const KhoiNode& node, Span, Target&) {
        bind(node);
    }
    template <class Target>
    void control(const KiemTraNode& node, Span span, Target&) {
        check(node, span);
    }
    void bind(const DatNode& node);
    void bind(const KhoiNode& node);
    void check(const KiemTraNode& node, Span span);

    // Insertions of named blocks (merge_insert.cpp).
    void insert_blocks(NamedBlocks& named, Span span, BlockTarget& to);
    void count_insertions(const std::vector<model::Block>& blocks);
    void fill_insertions(std::vector<model::Block>& blocks);

    // Running text (merge_text.cpp).
    void leaf(const TextNode& node, Span span, InlineWriter& writer);
    void leaf(const EmphasisNode& node, Span span, InlineWriter& writer);
    void leaf(const XuongDongNode& node, Span span, InlineWriter& writer);
    void print(const Expr& expr, InlineWriter& writer);
    std::string plain(const Nodes& nodes);
    model::Inline inline_of(const Nodes& nodes, Span& where);
    model::Inline inline_of(const InlineTemplate& runs);

    // Components (merge_blocks.cpp).
    void leaf(const ThuocTinhNode& node, Span span, BlockTarget& to);
    void leaf(const VungNode& node, Span span, BlockTarget& to);
    void leaf(const DauVanBanNode& node, Span span, BlockTarget& to);
    void leaf(const TenLoaiNode& node, Span span, BlockTarget& to);
    void leaf(const TrichYeuNode& node, Span span, BlockTarget& to);
    void leaf(const ThamQuyenNode& node, Span span, BlockTarget& to);
    void leaf(const CanCuNode& node, Span span, BlockTarget& to);
    void leaf(const LoiBanHanhNode& node, Span span, BlockTarget& to);
    void leaf(const DoanNode& node, Span span, BlockTarget& to);
    void leaf(const KinhGuiNode& node, Span span, BlockTarget& to);
    void leaf(const DeMucNode& node, Span span, BlockTarget& to);
    void leaf(const ChuKyNode& node, Span span, BlockTarget& to);
    void leaf(const KetThucNode& node, Span span, BlockTarget& to);
    void leaf(const DauPhuLucNode& node, Span span, BlockTarget& to);
    void leaf(const KemTheoNode& node, Span span, BlockTarget& to);
    void leaf(const DauBanSaoNode& node, Span span, BlockTarget& to);
    model::KemTheo reference(const KemTheoNode& node);
    /// The text of a component that must have one.
    model::Inline required_text(const Nodes& nodes, std::string_view element, Span& where);
    // Their parts (merge_parts.cpp).
    void leaf(const ChuQuanNode& node, Span span, DauVanBanTarget& to);
    void leaf(const BanHanhNode& node, Span span, DauVanBanTarget& to);
    void leaf(const SoKyHieuNode& node, Span span, DauVanBanTarget& to);
    void leaf(const DiaDanhNode& node, Span span, DauVanBanTarget& to);
    void leaf(const VeViecNode& node, Span span, DauVanBanTarget& to);
    void leaf(const DiaChiNode& node, Span span, DauVanBanTarget& to);
    void leaf(const NoiNode& node, Span span, NoiTarget& to);
    void leaf(const NoiNhanNode& node, Span span, KetThucTarget& to);
    void leaf(const NguoiKyNode& node, Span span, KetThucTarget& to);
    void leaf(const NguoiKyNode& node, Span span, ChuKyTarget& to);
    model::NguoiKy signer(const NguoiKyNode& node, Span span);
    void leaf(const TieuDeNode& node, Span span, TieuDeTarget& to);
    void leaf(const BanHanhNode& node, Span span, BanSaoTarget& to);

    // Block text (merge_block_text.cpp).
    void leaf(const NoiDungNode& node, Span span, BlockTarget& to);
    void add_blocks(const std::vector<BlockTemplate>& blocks, BlockTarget& to);
    void add_block(const DoanTemplate& doan, Span span, BlockTarget& to);
    void add_block(const DeMucTemplate& item, Span span, BlockTarget& to);
    void add_block(const BangTemplate& bang, Span span, BlockTarget& to);
    void add_block(const InsertTemplate& insert, Span span, BlockTarget& to);
    /// The innermost of that name; nullptr if there is none.
    NamedBlocks* find_blocks(std::string_view name);

    // Tables: columns (merge_table.cpp).
    void leaf(const BangNode& node, Span span, BlockTarget& to);
    void leaf(const CotNode& node, Span span, BangTarget& to);
    void leaf(const NhomCotNode& node, Span span, BangTarget& to);
    void leaf(const TieuDeNode& node, Span span, BangTarget& to);
    void leaf(const GhiChuNode& node, Span span, BangTarget& to);
    void leaf(const ThanBangNode& node, Span span, BangTarget& to);
    std::string column_name(const CotNode& node, const BangTarget& table, Span& where);
    /// Numbers of a column: what it sums, how many places it has.
    void set_numbers(const CotNode& node, model::Cot& to);
    // What tables compute (merge_computing.cpp).
    /// The columns are complete: settles which of them compute.
    void prepare(BangTarget& table);
    /// All rows are there: computes, and names the totals for what follows.
    void compute(BangTarget& table);
    void bind_totals(const BangTarget& table, const GrandTotals& totals);
    data::Map group_sums(const BangTarget& table);
    void name_group(const HangNhomNode& node, std::uint32_t row, TableFacts& facts);
    bool read_total(const HangTongNode& node, std::uint32_t row, TableFacts& facts);
    /// A cell of an item, or one given in a group or total row: a claim where the cell is computed.
    model::O cell(const Nodes& text, const std::optional<Expr>& single, std::size_t column, BangTarget& table,
                  const model::Hang& hang);
    struct GivenNumber {
        Decimal value;
        Span span;
    };
    /// The number of a column that computes; empty if there is none or an error was reported.
    std::optional<GivenNumber> number(const Nodes& text, const std::optional<Expr>& single, const model::Cot& column);
    std::optional<Decimal> number(const data::Value& value, Span where, const model::Cot& column);
    // Rows (merge_rows.cpp).
    void add_rows(const data::List& items, BangTarget& to);
    void leaf(const HangNode& node, Span span, ThanBangTarget& to);
    void leaf(const HangNhomNode& node, Span span, ThanBangTarget& to);
    void leaf(const HangTongNode& node, Span span, ThanBangTarget& to);
    void add_row(model::Hang hang, const Attr& nhan, const Nodes& cells, std::string_view element, Span span,
                 ThanBangTarget& to);
    void leaf(const ONode& node, Span span, HangTarget& to);
    // Cells (merge_cell.cpp).
    model::O cell(const Nodes& text, const std::optional<Expr>& single, model::KieuCot kieu);
    /// A cell that is exactly one expression.
    model::O cell(const Expr& expr, model::KieuCot kieu, model::Emphasis emphasis);

    // Attributes and values (merge_values.cpp).
    std::optional<Ref> value(const Attr& attr);
    /// The value of an optional attribute; empty if it is absent or null or an error was reported.
    std::optional<Ref> value(const std::optional<Attr>& attr);
    std::string text(const Attr& attr, Span* where = nullptr);
    std::string text(const std::optional<Attr>& attr, Span* where = nullptr);
    /// Of the value of an attribute that is one expression.
    std::string text(const data::Value& value, const Attr& attr, Span* where);
    /// Of an attribute that is more than one expression, or none.
    std::string joined_text(const Attr& attr, Span* where);
    /// The same as running text without emphasis: of an attribute, required or optional.
    template <class AttrType>
    model::Inline inline_text(const AttrType& attr) {
        std::string written = text(attr);
        if (written.empty()) return {};
        return {{.text = std::move(written), .emphasis = model::Emphasis::None}};
    }
    std::optional<std::int64_t> positive(const std::optional<Attr>& attr, std::int64_t largest) {
        return whole_number(attr, 1, largest);
    }
    std::optional<std::int64_t> whole_number(const std::optional<Attr>& attr, std::int64_t least, std::int64_t most);
    std::optional<model::Anh> picture(const std::optional<Attr>& tep, const std::optional<Attr>& rong);
    Twip picture_width(const std::optional<Attr>& attr);
    PartialDate date(const std::optional<Attr>& attr);
    std::vector<model::QuyenHan> quyen_han(const std::optional<Attr>& attr);
    template <class T>
    T resolve(const Choice<T>& choice, std::string_view name, std::span<const Named<T>> values);
    std::optional<Ref> evaluate(const Expr& expr) { return tmpl::evaluate(expr, scope_, budget_, out_); }
    /// The list that a loop or table runs over; null is an empty one. nullptr if an error was reported.
    const data::List* list(const Ref& value, Span where);
    bool spend(std::size_t steps, std::size_t bytes, Span where) {
        return tmpl::spend(budget_, steps, bytes, where, out_);
    }

    const Program& program_;
    const Limits& limits_;
    Diagnostics& out_;
    Scope scope_;
    Budget budget_;
    std::vector<std::unique_ptr<const data::Value>>
        values_;  ///< Of `dat`, those that it made; the scope points at them.
    std::vector<NamedBlocks> blocks_;
    std::vector<MadeBlocks> made_;
    const Frame* frame_ = nullptr;
    model::Document document_;
};

}  // namespace vanban::tmpl
