// From the elements of one template file to nodes. Reports every mistake it finds and goes on.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/xml_tree.hpp"
#include "tmpl/content.hpp"
#include "tmpl/program.hpp"
#include "tmpl/units.hpp"

namespace vanban::tmpl {

/// Unknown and missing attributes of `element`. Needed wherever an element is taken by its parent.
void check_attributes(const XmlElement& element, Diagnostics& out);
/// Reports an element that cannot stand in `parent`: misspelt, or at the wrong place.
void report_element(const XmlElement& element, const XmlElement& parent, const std::vector<std::string>& allowed,
                    Diagnostics& out);
/// Where the text of `text` stands without the white space around it.
Span trimmed_span(const XmlText& text);

/// Compiles one unit. Views its arguments.
class Compiler {
public:
    Compiler(Units& units, const Limits& limits, Diagnostics& out) : units_(units), limits_(limits), out_(out) {}

    /// The content of `parent`; elements named in `taken` are left to the caller.
    Nodes children(const XmlElement& parent, Content content, std::initializer_list<std::string_view> taken = {});

    std::vector<Slot> slots;        ///< Found so far.
    std::vector<std::size_t> used;  ///< Units that were included, in order.
    bool incomplete = false;        ///< A unit that should have been included has errors.

private:
    using Compiled = std::optional<Node::Variant>;  ///< Empty if an error was reported.

    void add_element(Nodes& to, const XmlElement& element, const XmlElement& parent, Content content);
    void add_text(Nodes& to, const XmlText& text, const XmlElement& parent, Content content);
    Compiled compile(const XmlElement& element, Content content);

    // Control (compile_control.cpp).
    Compiled lap(const XmlElement& element, Content content);
    Compiled neu(const XmlElement& element, Content content);
    Compiled chon(const XmlElement& element, Content content);
    Compiled dat(const XmlElement& element, Content content);
    Compiled khoi(const XmlElement& element, Content content);
    Compiled dung(const XmlElement& element, Content content);
    Compiled khe(const XmlElement& element, Content content);
    Compiled kiem_tra(const XmlElement& element, Content content);
    void add_vao(DungNode& to, const XmlElement& vao, std::vector<std::pair<std::string, Span>>& seen);
    Nodes otherwise(const XmlElement& parent, Content content);

    // Components (compile_components.cpp).
    Compiled emphasis(const XmlElement& element, Content content);
    Compiled xuong_dong(const XmlElement& element, Content content);
    Compiled thuoc_tinh(const XmlElement& element, Content content);
    Compiled vung(const XmlElement& element, Content content);
    Compiled dau_van_ban(const XmlElement& element, Content content);
    Compiled so_ky_hieu(const XmlElement& element, Content content);
    Compiled dia_danh(const XmlElement& element, Content content);
    Compiled ten_loai(const XmlElement& element, Content content);
    Compiled kinh_gui(const XmlElement& element, Content content);
    Compiled de_muc(const XmlElement& element, Content content);
    Compiled noi_dung(const XmlElement& element, Content content);
    Compiled noi_nhan(const XmlElement& element, Content content);
    Compiled nguoi_ky(const XmlElement& element, Content content);
    std::optional<KemTheoNode> reference(const XmlElement& element);
    Compiled kem_theo(const XmlElement& element, Content content);
    Compiled dau_phu_luc(const XmlElement& element, Content content);
    Compiled dau_ban_sao(const XmlElement& element, Content content);

    // Tables (compile_table.cpp).
    Compiled bang(const XmlElement& element, Content content);
    void add_table_parts(BangNode& to, const XmlElement& element);
    Compiled cot(const XmlElement& element, Content content);
    std::optional<Formula> formula(const XmlElement& element, std::string_view name);
    Compiled nhom_cot(const XmlElement& element, Content content);
    Compiled hang(const XmlElement& element, Content content);
    Compiled hang_nhom(const XmlElement& element, Content content);
    Compiled hang_tong(const XmlElement& element, Content content);
    Compiled o(const XmlElement& element, Content content);

    /// A component that has nothing but content of one kind.
    template <class NodeType, Content kContent>
    Compiled holder(const XmlElement& element, Content) {
        return NodeType{children(element, kContent)};
    }
    using Handler = Compiled (Compiler::*)(const XmlElement&, Content);
    static Handler handler(std::string_view name);

    // Attributes (compile_attributes.cpp); empty if absent, or if an error was reported.
    std::optional<Expr> expression(const XmlElement& element, std::string_view name);
    std::optional<Attr> text(const XmlElement& element, std::string_view name);
    std::optional<std::string> constant(const XmlElement& element, std::string_view name);
    std::optional<std::string> variable(const XmlElement& element, std::string_view name);
    template <class T>
    Choice<T> choice(const XmlElement& element, std::string_view name,
                     std::span<const std::pair<std::string_view, T>> values, T otherwise);
    void expect_empty(const XmlElement& element);

    Units& units_;
    const Limits& limits_;
    Diagnostics& out_;
};

}  // namespace vanban::tmpl
