// What a document says: components of the decree in reading order. No sizes, no XML.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/boxed.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/png.hpp"
#include "base/short_list.hpp"
#include "base/span.hpp"
#include "base/units.hpp"

namespace vanban::model {

enum class Emphasis : std::uint8_t { None = 0, Bold = 1, Italic = 2, BoldItalic = 3 };

/// A stretch of text with one emphasis. A line break is '\n'; other control characters do not occur.
struct Run {
    std::string text;
    Emphasis emphasis = Emphasis::None;
    friend bool operator==(const Run&, const Run&) = default;
};
using Inline = ShortList<Run>;  ///< Most paragraphs and cells are one run.

/// The text of all runs.
std::string plain_text(const Inline& runs);

/// số, ký hiệu văn bản (ô số 3): `so` is blank until the document is numbered; `ky_hieu` is what follows the slash.
struct SoKyHieu {
    std::optional<std::int64_t> so;
    std::string ky_hieu;
    friend bool operator==(const SoKyHieu&, const SoKyHieu&) = default;
};

/// địa danh và thời gian ban hành (ô số 4).
struct DiaDanhThoiGian {
    std::string dia_danh;
    PartialDate ngay;
    friend bool operator==(const DiaDanhThoiGian&, const DiaDanhThoiGian&) = default;
};

/// The head of page 1: agencies left, Quốc hiệu and Tiêu ngữ right (boxes 1 to 5b).
struct DauVanBan {
    std::vector<std::string> chu_quan;  ///< tên cơ quan chủ quản trực tiếp; may be empty. One entry a line.
    std::vector<std::string> ban_hanh;  ///< tên cơ quan ban hành; at least one. A '\n' forces a line.
    std::optional<SoKyHieu> so_ky_hieu;
    std::optional<DiaDanhThoiGian> dia_danh_thoi_gian;
    std::optional<Inline> ve_viec;  ///< trích yếu of a công văn, under the number (box 5b).
    std::string do_mat;             ///< độ mật (box 10a): key of the profile's table of marks, "mat"; empty: none.
    std::string do_khan;            ///< độ khẩn (box 10b): "hoa-toc".
    std::string luu_hanh;           ///< chỉ dẫn về phạm vi lưu hành (box 11): "luu-hanh-noi-bo".
    std::vector<Inline> dia_chi;  ///< Address, website, telephone of the agency (box 13): lines at the foot of page 1.
    std::string ky_so;            ///< Text of a digital signature at the top right of page 1 (box 14); empty: none.
    friend bool operator==(const DauVanBan&, const DauVanBan&) = default;
};

/// tên loại văn bản (box 5a): a key of the profile's table of types ("ke-hoach").
struct TenLoai {
    std::string loai;
    friend bool operator==(const TenLoai&, const TenLoai&) = default;
};

/// trích yếu nội dung (box 5a).
struct TrichYeu {
    Inline text;
    friend bool operator==(const TrichYeu&, const TrichYeu&) = default;
};

/// One căn cứ ban hành; neighbours form the group whose end marks the profile settles.
struct CanCu {
    Inline text;
    friend bool operator==(const CanCu&, const CanCu&) = default;
};

/// dòng thẩm quyền ban hành of a quyết định or nghị quyết: "Giám đốc Sở Y tế". Source: Phụ lục III, Mẫu 1.1 to 1.3.
struct ThamQuyen {
    Inline text;
    friend bool operator==(const ThamQuyen&, const ThamQuyen&) = default;
};

/// The words that enact, on a line of their own: "Quyết định:". Source: Phụ lục III, Mẫu 1.1 to 1.3.
struct LoiBanHanh {
    Inline text;  ///< Without the colon.
    friend bool operator==(const LoiBanHanh&, const LoiBanHanh&) = default;
};

/// `Kính gửi` (box 9a): one addressee or several.
struct KinhGui {
    std::string nhan;  ///< Other words before the colon ("Giám đốc Sở Y tế điện"); empty: the profile's.
    std::vector<Inline> noi;
    friend bool operator==(const KinhGui&, const KinhGui&) = default;
};

/// A paragraph of running text.
struct Doan {
    Inline text;
    friend bool operator==(const Doan&, const Doan&) = default;
};

/// Levels of structure, from the outside in. Phan to Dieu: model A; MucLaMa (`I.`): model B; Khoan (`1.`) and Diem
/// (`a)`) are common to both; Gach (`-`) and Cong (`+`) are practice below them. Source: NĐ 30, Phụ lục I, Phần I, Mục
/// II, khoản 6.
enum class CapBac : std::uint8_t { Phan, Chuong, Muc, TieuMuc, Dieu, MucLaMa, Khoan, Diem, Gach, Cong };

/// A numbered or dashed item: with a heading the text stands on a line of its own, else it is the item itself.
/// Numbers are given by the profile, never stored.
struct DeMuc {
    CapBac cap = CapBac::Khoan;
    bool co_tieu_de = false;
    Inline text;
    friend bool operator==(const DeMuc&, const DeMuc&) = default;
};

/// Kind of a table column; settles alignment and number format.
enum class KieuCot : std::uint8_t {
    ThuTu,  ///< TT: numbered by the engine.
    Chu,    ///< Text.
    Giua,   ///< Short text, centred: dates, codes, deadlines.
    So,     ///< Numbers, right aligned.
};

/// One step of a column's arithmetic, in postfix order: "so_luong * don_gia" is Cot, Cot, Nhan. Exact decimals.
struct BuocTinh {
    enum class Phep : std::uint8_t {
        So,       ///< The constant `so`.
        Cot,      ///< The cell of column `cot` in the same row; an empty one counts as 0.
        TongCot,  ///< The grand total of column `cot`.
        Cong,
        Tru,
        Nhan,
        Chia,
        Doi,  ///< Changes the sign.
    };
    Phep phep = Phep::So;
    Decimal so{};
    std::uint16_t cot = 0;
    friend bool operator==(const BuocTinh&, const BuocTinh&) = default;
};
using CongThuc = std::vector<BuocTinh>;

struct Cot {
    Inline tieu_de;
    KieuCot kieu = KieuCot::Chu;
    std::optional<int> rong;  ///< Share of the width wanted by the author; widths come from the content otherwise.
    bool gop = false;         ///< Equal cells below each other become one.
    std::string ten{};        ///< Key for formulas and for the cells of group and total rows; may be empty.
    std::optional<CongThuc> cong_thuc{};  ///< Computed from other columns, rounded half up to `so_le`.
    bool tong = false;                    ///< Added up in group and total rows that compute.
    std::optional<int> so_le{};           ///< Decimal places of its numbers as printed; none: as they are.
    bool phan_tram = false;               ///< Its numbers are shares, printed in percent: 0.125 as 12,5%.
    friend bool operator==(const Cot&, const Cot&) = default;
};

/// A table cell: one or more paragraphs; none is an empty cell.
struct O {
    ShortList<Inline> doan;
    Boxed<Decimal> so{};  ///< Of a So column: the number that it shows, exact. 0 without text: made of nothing.
    Boxed<Date> ngay{};   ///< The date that it shows.
    bool tinh = false;    ///< `so` was computed: by the column's formula, or as a sum.
    friend bool operator==(const O&, const O&) = default;
};

/// A heading over neighbouring columns.
struct NhomCot {
    Inline tieu_de;
    std::uint16_t dau = 0;     ///< First column.
    std::uint16_t so_cot = 0;  ///< How many columns, at least one.
    std::uint8_t tang = 0;     ///< Header row it stands in, from the top.
    friend bool operator==(const NhomCot&, const NhomCot&) = default;
};

enum class LoaiHang : std::uint8_t {
    Thuong,  ///< An item.
    Nhom,    ///< Heads the rows below it; numbered by its level: A, I, 1, -.
    Tong,    ///< A total; not numbered.
};

struct Hang {
    LoaiHang loai = LoaiHang::Thuong;
    std::uint8_t cap = 0;                    ///< Level of a Nhom row: 0 `A`, 1 `I`, 2 `1`, 3 `-`.
    bool cong = false;                       ///< Nhom, Tong: the summed columns hold the sum of `cong_hang`.
    std::vector<std::uint32_t> cong_hang{};  ///< Rows of this table, ascending; for a Nhom its direct children.
    Inline nhan;       ///< Text of a Nhom or Tong row: runs from the first column up to the first filled cell.
    std::vector<O> o;  ///< As many as the table has columns; that of a ThuTu column is empty.
    friend bool operator==(const Hang&, const Hang&) = default;
};

struct Bang {
    std::string ten{};  ///< Names its totals in a spreadsheet; may be empty.
    Inline tieu_de;     ///< Title above the table; may be empty.
    Inline don_vi;      ///< "đồng": unit of measurement, printed above the table at the right; may be empty.
    std::vector<Cot> cot;
    std::vector<NhomCot> nhom_cot;
    bool so_cot = false;        ///< A last header row counts the columns: (1) (2) (3).
    bool danh_so_lien = false;  ///< Row numbers run on through the groups; else they start again in each.
    std::vector<Hang> hang;
    std::vector<Inline> ghi_chu;  ///< Notes below the table.
    friend bool operator==(const Bang&, const Bang&) = default;
};

/// Authority under which a person signs (quyền hạn của người ký). Source: NĐ 30, Điều 13; Phụ lục I, Phần I, Mục II,
/// khoản 7.
enum class QuyenHan : std::uint8_t { TM, Q, KT, TL, TUQ };

/// A picture file named in the data: PNG with transparency.
struct Anh {
    std::string tep;                 ///< Path, relative to the file that names it.
    Twip rong;                       ///< Width on paper; zero: what the file says (pHYs).
    std::shared_ptr<const Png> png;  ///< Loaded by the engine between merge and apply.
    Span span;                       ///< Does not count in comparison; nor does `png`.
    friend bool operator==(const Anh& a, const Anh& b) { return a.tep == b.tep && a.rong == b.rong; }
};

/// chức vụ, họ tên và chữ ký của người có thẩm quyền (boxes 7a to 7c). Titles in sentence case, as in the data.
struct NguoiKy {
    std::vector<QuyenHan> quyen_han;
    std::string tap_the;                ///< With TM.: the collective, "Ủy ban nhân dân".
    std::string chuc_vu_cap_truong;     ///< With KT., TL., TUQ., Q.: the head's title, "Giám đốc".
    std::string chuc_vu_truong_don_vi;  ///< With TL. and KT. together: "Chánh Văn phòng".
    std::string chuc_vu;                ///< The signer's own title, "Phó Giám đốc".
    std::string chuc_vu_co_quan;        ///< Box 7b: title in the agency, above the name (advisory bodies).
    std::string ho_ten;
    std::string ben;                           ///< Line above the titles: "Đại diện bên A".
    std::optional<DiaDanhThoiGian> thoi_gian;  ///< Place and date of this signature, above all; either may be blank.
    std::string ghi_chu;                       ///< Below the titles: "(Ký, ghi rõ họ tên)".
    std::optional<Anh> chu_ky;                 ///< Picture of the signature (box 7c).
    std::optional<Anh> con_dau;                ///< Picture of the seal at its true size (box 8).
    Span span;                                 ///< Of the title in the data; does not count in comparison.
    Span ho_ten_span;                          ///< Of the name in the data; does not count in comparison.
    friend bool operator==(const NguoiKy& a, const NguoiKy& b) {
        return a.quyen_han == b.quyen_han && a.tap_the == b.tap_the && a.chuc_vu_cap_truong == b.chuc_vu_cap_truong &&
               a.chuc_vu_truong_don_vi == b.chuc_vu_truong_don_vi && a.chuc_vu == b.chuc_vu &&
               a.chuc_vu_co_quan == b.chuc_vu_co_quan && a.ho_ten == b.ho_ten && a.ben == b.ben &&
               a.thoi_gian == b.thoi_gian && a.ghi_chu == b.ghi_chu && a.chu_ky == b.chu_ky && a.con_dau == b.con_dau;
    }
};

/// Signatures side by side in the text: minutes, contracts, forms. Names may be blank, to be written by hand.
struct ChuKy {
    std::vector<NguoiKy> nguoi_ky;
    friend bool operator==(const ChuKy&, const ChuKy&) = default;
};

/// The foot of the main text: recipients left (box 9b), signature right (boxes 7a to 7c). Several signers (văn bản
/// liên tịch) sign side by side above the recipients; without signers there are only recipients.
struct KetThuc {
    std::vector<Inline> noi_nhan;
    std::string nguoi_soan;              ///< Code of the drafter after the filing line (box 12): "PL".
    std::optional<std::int64_t> so_ban;  ///< Number of copies issued (box 12).
    std::vector<NguoiKy> nguoi_ky;
    Span noi_nhan_span;  ///< Of the first recipient in the data; does not count in comparison.
    friend bool operator==(const KetThuc& a, const KetThuc& b) {
        return a.noi_nhan == b.noi_nhan && a.nguoi_soan == b.nguoi_soan && a.so_ban == b.so_ban &&
               a.nguoi_ky == b.nguoi_ky;
    }
};

/// The line that ties an appendix or an attached document to its main document: "(Kèm theo Kế hoạch số …)".
struct KemTheo {
    std::string loai;     ///< Key of the main document's type, "ke-hoach".
    SoKyHieu so_ky_hieu;  ///< Of the main document.
    PartialDate ngay;
    std::string cua;  ///< Issuer as running text writes it, "Sở Y tế".
    friend bool operator==(const KemTheo&, const KemTheo&) = default;
};

/// The head of an appendix (phụ lục): label, title and the reference to the document that it goes with.
struct DauPhuLuc {
    Inline tieu_de;  ///< May be empty.
    KemTheo kem_theo;
    std::string ky_so;  ///< In a file of its own: text of the digital signature at the top right; empty: none.
    std::optional<std::int64_t> thu_tu;  ///< In a file of its own: its number; else appendices count themselves.
    friend bool operator==(const DauPhuLuc&, const DauPhuLuc&) = default;
};

/// The head of a paper copy (bản sao) below the copied document. Source: Phụ lục I, Phần II; Phụ lục III, Mẫu 3.1.
struct DauBanSao {
    std::string hinh_thuc;  ///< Key of the profile's table of copies, "sao-y".
    std::vector<std::string> ban_hanh;
    SoKyHieu so_ky_hieu;
    DiaDanhThoiGian dia_danh_thoi_gian;
    friend bool operator==(const DauBanSao&, const DauBanSao&) = default;
};

struct Block {
    using Variant = std::variant<DauVanBan, TenLoai, TrichYeu, ThamQuyen, CanCu, LoiBanHanh, KinhGui, Doan, DeMuc, Bang,
                                 ChuKy, KetThuc, DauPhuLuc, KemTheo, DauBanSao>;
    Variant content;
    Span span;  ///< Of the element or data that made it; does not count in comparison.
    friend bool operator==(const Block& a, const Block& b) { return a.content == b.content; }
};

enum class Huong : std::uint8_t { Doc, Ngang };       ///< Portrait, landscape.
enum class DanhSoTrang : std::uint8_t { Tiep, Lai };  ///< Page numbers go on, or start again at 1.

/// A stretch of pages with one orientation and one page-number sequence.
struct Vung {
    Huong huong = Huong::Doc;
    DanhSoTrang danh_so = DanhSoTrang::Tiep;
    bool dau_het = true;  ///< Its text ends with `./.`; forms have none.
    std::vector<Block> blocks;
    friend bool operator==(const Vung&, const Vung&) = default;
};

/// For the file's core properties.
struct ThuocTinh {
    std::string tieu_de;
    std::string chu_de;
    std::string tac_gia;
    std::optional<Date> ngay;
    friend bool operator==(const ThuocTinh&, const ThuocTinh&) = default;
};

struct Document {
    ThuocTinh thuoc_tinh;
    std::string co_chu;  ///< Size profile asked for ("P13", "P14"); empty: the profile's default.
    std::vector<Vung> vung;
    friend bool operator==(const Document&, const Document&) = default;
};

/// Indented text form for tests, one block a line.
std::string dump(const Document& document);

}  // namespace vanban::model
