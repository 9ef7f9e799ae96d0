// The compiled body of a template: a tree of nodes, immutable, shared by all documents that are made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/document.hpp"
#include "tmpl/block_text.hpp"
#include "tmpl/expr.hpp"
#include "tmpl/formula.hpp"

namespace vanban::tmpl {

struct Node;
using Nodes = std::vector<Node>;

/// An attribute that is text with {{ }}; one that is exactly one {{ … }} keeps the value's type.
struct Attr {
    TextTemplate text;
    Span span;
};

/// An attribute with a closed set of values: settled while compiling, or computed.
template <class T>
struct Choice {
    T value{};
    std::optional<Attr> computed;
};

// Control.

/// lap: a loop; `otherwise` is khong-co.
struct LapNode {
    std::string bien;
    Expr trong;
    Nodes body;
    Nodes otherwise;
};
/// chon, and neu as one with a single case: the first case that holds.
struct ChonNode {
    struct Khi {
        Expr dieu_kien;
        Nodes body;
    };
    std::vector<Khi> khi;
    Nodes otherwise;
};
/// dat: names a value for the following siblings.
struct DatNode {
    std::string bien;
    Expr gia_tri;
};
/// khoi: names blocks for the following siblings, and for those of a `lap` around it.
struct KhoiNode {
    Attr ten;
    Nodes body;
};
/// dung: another template's body; `vao` fills its slots with content of this template.
struct DungNode {
    struct Vao {
        std::string khe;
        Nodes body;
    };
    std::size_t unit;
    Nodes dat;
    std::vector<Vao> vao;
};
/// khe: a slot with its default content.
struct KheNode {
    std::string ten;
    Nodes body;
};
/// kiem-tra: a check on the data.
struct KiemTraNode {
    Expr dieu_kien;
    std::optional<Expr> tai;
    Severity muc = Severity::Error;
    Nodes text;
};

// Text.

/// Literals have each run of white space collapsed to one space.
struct TextNode {
    TextTemplate text;
};
struct EmphasisNode {
    model::Emphasis emphasis;
    Nodes body;
};
struct XuongDongNode {};

// Components and their parts; each part is a node of its own, because control elements may stand around it.

struct ThuocTinhNode {
    std::optional<Attr> tieu_de, chu_de, tac_gia, ngay, co_chu;
};
struct VungNode {
    Choice<model::Huong> huong;
    Choice<model::DanhSoTrang> danh_so;
    Choice<bool> dau_het;
    Nodes body;
};
struct DauVanBanNode {
    std::optional<Attr> do_mat, do_khan, luu_hanh, ky_so;
    Nodes parts;
};
struct ChuQuanNode {
    Nodes text;
};
struct BanHanhNode {
    Nodes text;
};
struct SoKyHieuNode {
    std::optional<Attr> so;
    Attr ky_hieu;
};
struct DiaDanhNode {
    Attr ten;
    std::optional<Attr> ngay;
};
struct VeViecNode {
    Nodes text;
};
/// dia-chi: a line at the foot of page 1.
struct DiaChiNode {
    Nodes text;
};
struct TenLoaiNode {
    Attr loai;
};
struct TrichYeuNode {
    Nodes text;
};
struct ThamQuyenNode {
    Nodes text;
};
struct CanCuNode {
    Nodes text;
};
struct LoiBanHanhNode {
    Nodes text;
};
struct DoanNode {
    Nodes text;
};
struct KinhGuiNode {
    std::optional<Attr> nhan;
    Nodes parts;
};
/// noi: an addressee of kinh-gui, a recipient of noi-nhan.
struct NoiNode {
    Nodes text;
};
struct DeMucNode {
    Choice<model::CapBac> cap;
    std::optional<Choice<bool>>
        tieu_de;  ///< By default as the level has it: down to mục with a heading, below without.
    Nodes text;
};
/// noi-dung: block text of the data (`gia_tri`) or of the template.
struct NoiDungNode {
    std::optional<Expr> gia_tri;
    std::vector<BlockTemplate> blocks;
};
struct BangNode {
    std::optional<Expr> nguon;  ///< Absent where `parts` end with a ThanBangNode.
    std::string ten;            ///< Under which names see its totals after the table; may be empty.
    std::string bien;
    std::optional<Attr> don_vi;
    Choice<bool> so_cot;
    Choice<bool> danh_so_lien;
    Nodes parts;
    Nodes otherwise;
    bool has_otherwise = false;
    std::vector<std::string> ten_nhom;  ///< Names that the template writes out for group rows.
};
struct CotNode {
    Attr tieu_de;
    Choice<model::KieuCot> kieu;
    std::optional<Attr> rong;
    Choice<bool> gop;
    std::optional<Attr> ten;
    std::optional<Formula> cong_thuc;
    Choice<bool> tong;
    Choice<bool> phan_tram;
    Choice<bool> am;  ///< May its numbers be negative?
    std::optional<Attr> so_le;
    Nodes text;
    std::optional<Expr> single;  ///< The cell is exactly one {{ … }}.
};
/// nhom-cot: a heading over the columns in it.
struct NhomCotNode {
    Attr tieu_de;
    Nodes cot;
};
/// ghi-chu: a note below a table.
struct GhiChuNode {
    Nodes text;
};
/// than-bang: the rows of a table that has groups or totals.
struct ThanBangNode {
    Nodes hang;
};
/// hang: rows for the items of a list.
struct HangNode {
    Expr nguon;
};
struct HangNhomNode {
    Choice<std::uint8_t> cap;  ///< From 0, as model::Hang has it.
    Attr nhan;
    std::optional<Attr> ten;  ///< For the totals that add it.
    Choice<bool> cong;
    Nodes o;
};
struct HangTongNode {
    Attr nhan;
    std::optional<Attr> cong;  ///< co, khong, or names of groups parted by commas.
    Nodes o;
};
/// o: a cell of a group or total row.
struct ONode {
    Attr cot;
    Nodes text;
    std::optional<Expr> single;  ///< The cell is exactly one {{ … }}.
};
struct ChuKyNode {
    Nodes parts;
};
struct KetThucNode {
    Nodes parts;
};
struct NoiNhanNode {
    std::optional<Attr> nguoi_soan, so_ban;
    Nodes parts;
};
struct NguoiKyNode {
    std::optional<Attr> quyen_han, tap_the, cap_truong, truong_don_vi, chuc_vu, chuc_vu_co_quan, ho_ten;
    std::optional<Attr> ben, dia_danh, ngay, ghi_chu, chu_ky, chu_ky_rong, con_dau, con_dau_rong;
};
struct KemTheoNode {
    Attr loai;
    std::optional<Attr> so;
    Attr ky_hieu;
    std::optional<Attr> ngay;
    Attr cua;
};
struct DauPhuLucNode {
    KemTheoNode kem_theo;
    std::optional<Attr> ky_so, thu_tu;
    Nodes parts;
};
/// tieu-de: the title of an appendix or a table.
struct TieuDeNode {
    Nodes text;
};
struct DauBanSaoNode {
    Attr hinh_thuc;
    std::optional<Attr> so;
    Attr ky_hieu;
    Attr dia_danh;
    std::optional<Attr> ngay;
    Nodes parts;
};

struct Node {
    using Variant =
        std::variant<LapNode, ChonNode, DatNode, KhoiNode, DungNode, KheNode, KiemTraNode, TextNode, EmphasisNode,
                     XuongDongNode, ThuocTinhNode, VungNode, DauVanBanNode, ChuQuanNode, BanHanhNode, SoKyHieuNode,
                     DiaDanhNode, VeViecNode, DiaChiNode, TenLoaiNode, TrichYeuNode, ThamQuyenNode, CanCuNode,
                     LoiBanHanhNode, DoanNode, KinhGuiNode, NoiNode, DeMucNode, NoiDungNode, BangNode, CotNode,
                     NhomCotNode, GhiChuNode, ThanBangNode, HangNode, HangNhomNode, HangTongNode, ONode, ChuKyNode,
                     KetThucNode, NoiNhanNode, NguoiKyNode, KemTheoNode, DauPhuLucNode, TieuDeNode, DauBanSaoNode>;
    Variant content;
    Span span;  ///< Of the element's name, or of the text.
};

/// The body of one template file, compiled for the kind of content that stands around its inclusion.
struct Unit {
    std::string ten;
    Nodes body;
};

struct Program {
    std::vector<Unit> units;  ///< The first is the template itself; DungNode refers to the others.
};

}  // namespace vanban::tmpl
