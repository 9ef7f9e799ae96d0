// The text form of a document for tests: what is there, in reading order, one block a line.
#include <array>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace vanban::model {

namespace {

constexpr std::array<std::string_view, 10> kCapBac{"phan",      "chuong", "muc",  "tieu-muc", "dieu",
                                                   "muc-la-ma", "khoan",  "diem", "gach",     "cong"};
constexpr std::array<std::string_view, 4> kKieuCot{"tt", "chu", "giua", "so"};
constexpr std::array<std::string_view, 5> kQuyenHan{"TM.", "Q.", "KT.", "TL.", "TUQ."};
constexpr std::array<std::string_view, 4> kEmphasis{"", "b", "i", "bi"};

template <std::size_t N, class Enum>
std::string_view name(const std::array<std::string_view, N>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') {
            result += "\\n";
        } else {
            result += c;
        }
    }
    return result + '"';
}

/// `"plain" b"bold" i"italic"`; `""` if there is no run.
std::string text_of(const Inline& runs) {
    if (runs.empty()) return "\"\"";
    std::string result;
    for (const Run& run : runs) {
        if (!result.empty()) result += ' ';
        result.append(name(kEmphasis, run.emphasis)).append(quoted(run.text));
    }
    return result;
}

template <class List, class Form>
std::string list_of(const List& items, Form form) {
    std::string result = "[";
    for (const auto& item : items) {
        if (result.size() > 1) result += ", ";
        result += form(item);
    }
    return result + "]";
}

/// `5/3/2014`, `-/5/2023`; blanks as dashes.
std::string text_of(const PartialDate& date) {
    const auto part = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string("-"); };
    return part(date.day) + "/" + part(date.month) + "/" + part(date.year);
}

std::string text_of(const SoKyHieu& number) {
    return (number.so ? std::to_string(*number.so) : std::string("-")) + " " + quoted(number.ky_hieu);
}

std::string text_of(const DiaDanhThoiGian& when) {
    return "dia-danh=" + quoted(when.dia_danh) + " ngay=" + text_of(when.ngay);
}

void append(std::string& line, std::string_view key, const std::string& text) {
    if (!text.empty()) line.append(" ").append(key).append("=").append(quoted(text));
}
void append(std::string& line, std::string_view key, const std::vector<Inline>& texts) {
    if (texts.empty()) return;
    line.append(" ").append(key).append("=").append(list_of(texts, [](const Inline& one) { return text_of(one); }));
}

std::string line_of(const DauVanBan& dau) {
    std::string line =
        "dau-van-ban chu-quan=" + list_of(dau.chu_quan, quoted) + " ban-hanh=" + list_of(dau.ban_hanh, quoted);
    if (dau.so_ky_hieu) line += " so-ky-hieu=" + text_of(*dau.so_ky_hieu);
    if (dau.dia_danh_thoi_gian) line += " " + text_of(*dau.dia_danh_thoi_gian);
    if (dau.ve_viec) line += " ve-viec=" + text_of(*dau.ve_viec);
    append(line, "do-mat", dau.do_mat);
    append(line, "do-khan", dau.do_khan);
    append(line, "luu-hanh", dau.luu_hanh);
    append(line, "dia-chi", dau.dia_chi);
    append(line, "ky-so", dau.ky_so);
    return line;
}

std::string line_of(const TenLoai& ten_loai) {
    return "ten-loai " + quoted(ten_loai.loai);
}
std::string line_of(const TrichYeu& trich_yeu) {
    return "trich-yeu " + text_of(trich_yeu.text);
}
std::string line_of(const ThamQuyen& tham_quyen) {
    return "tham-quyen " + text_of(tham_quyen.text);
}
std::string line_of(const CanCu& can_cu) {
    return "can-cu " + text_of(can_cu.text);
}
std::string line_of(const LoiBanHanh& loi_ban_hanh) {
    return "loi-ban-hanh " + text_of(loi_ban_hanh.text);
}
std::string line_of(const Doan& doan) {
    return "doan " + text_of(doan.text);
}

std::string line_of(const KinhGui& kinh_gui) {
    std::string line = "kinh-gui " + list_of(kinh_gui.noi, [](const Inline& noi) { return text_of(noi); });
    append(line, "nhan", kinh_gui.nhan);
    return line;
}

std::string line_of(const DeMuc& de_muc) {
    return std::string(name(kCapBac, de_muc.cap)) + (de_muc.co_tieu_de ? " tieu-de " : " ") + text_of(de_muc.text);
}

/// A number, `#2` for a column from 0, `tong #2`, or an operator.
std::string text_of(const BuocTinh& step) {
    constexpr std::array<std::string_view, 8> kPhep{"", "#", "tong #", "+", "-", "*", "/", "doi"};
    std::string text(name(kPhep, step.phep));
    if (step.phep == BuocTinh::Phep::So) text += step.so.to_string();
    const bool has_column = step.phep == BuocTinh::Phep::Cot || step.phep == BuocTinh::Phep::TongCot;
    return has_column ? text + std::to_string(step.cot) : text;
}

std::string line_of(const Cot& cot) {
    std::string line = std::string(name(kKieuCot, cot.kieu)) + " " + text_of(cot.tieu_de);
    if (cot.rong) line += " " + std::to_string(*cot.rong) + "%";
    if (cot.gop) line += " gop";
    append(line, "ten", cot.ten);
    if (cot.cong_thuc)
        line += " cong-thuc=" + list_of(*cot.cong_thuc, [](const BuocTinh& step) { return text_of(step); });
    if (cot.tong) line += " tong";
    if (cot.so_le) line += " so-le=" + std::to_string(*cot.so_le);
    if (cot.phan_tram) line += " phan-tram";
    return line;
}

/// A number that was computed stands behind the text; one that was given is the text.
std::string line_of(const O& o) {
    std::string cell;
    for (const Inline& doan : o.doan) cell += (cell.empty() ? "" : " / ") + text_of(doan);
    if (cell.empty()) cell = "-";
    if (o.tinh && o.so) cell += " = " + o.so->to_string();
    return cell;
}

std::string line_of(const Hang& hang) {
    std::string line = "hang";
    if (hang.loai == LoaiHang::Nhom) line += "-nhom " + std::to_string(hang.cap) + " " + text_of(hang.nhan);
    if (hang.loai == LoaiHang::Tong) line += "-tong " + text_of(hang.nhan);
    if (hang.cong) line += " cong " + list_of(hang.cong_hang, [](std::uint32_t row) { return std::to_string(row); });
    return line + " " + list_of(hang.o, [](const O& o) { return line_of(o); });
}

/// Groups of columns (`first+count`, header row) and rows stand on lines of their own, further in.
std::string line_of(const Bang& bang) {
    std::string lines = "bang " + list_of(bang.cot, [](const Cot& cot) { return line_of(cot); });
    append(lines, "ten", bang.ten);
    if (!bang.tieu_de.empty()) lines += " tieu-de=" + text_of(bang.tieu_de);
    if (!bang.don_vi.empty()) lines += " don-vi=" + text_of(bang.don_vi);
    if (bang.so_cot) lines += " so-cot";
    if (bang.danh_so_lien) lines += " danh-so-lien";
    append(lines, "ghi-chu", bang.ghi_chu);
    for (const NhomCot& nhom : bang.nhom_cot) {
        lines += "\n    nhom-cot " + std::to_string(nhom.dau) + "+" + std::to_string(nhom.so_cot) + " tang " +
                 std::to_string(nhom.tang) + " " + text_of(nhom.tieu_de);
    }
    for (const Hang& hang : bang.hang) lines += "\n    " + line_of(hang);
    return lines;
}

/// `"ky.png" 850tw`; without a width if the file says it.
void append(std::string& line, std::string_view key, const std::optional<Anh>& picture) {
    if (!picture) return;
    append(line, key, picture->tep);
    if (picture->rong != Twip{}) line += " " + std::to_string(picture->rong.count) + "tw";
}

std::string line_of(const NguoiKy& signer) {
    std::string line = "nguoi-ky";
    if (!signer.quyen_han.empty()) {
        line += " quyen-han=" + list_of(signer.quyen_han, [](QuyenHan q) { return std::string(name(kQuyenHan, q)); });
    }
    append(line, "tap-the", signer.tap_the);
    append(line, "cap-truong", signer.chuc_vu_cap_truong);
    append(line, "truong-don-vi", signer.chuc_vu_truong_don_vi);
    append(line, "chuc-vu", signer.chuc_vu);
    append(line, "chuc-vu-co-quan", signer.chuc_vu_co_quan);
    append(line, "ho-ten", signer.ho_ten);
    append(line, "ben", signer.ben);
    if (signer.thoi_gian) line += " " + text_of(*signer.thoi_gian);
    append(line, "ghi-chu", signer.ghi_chu);
    append(line, "chu-ky", signer.chu_ky);
    append(line, "con-dau", signer.con_dau);
    return line;
}

/// Signers stand on lines of their own, further in.
std::string lines_of(const std::vector<NguoiKy>& signers) {
    std::string lines;
    for (const NguoiKy& signer : signers) lines += "\n    " + line_of(signer);
    return lines;
}

std::string line_of(const ChuKy& chu_ky) {
    return "chu-ky" + lines_of(chu_ky.nguoi_ky);
}

std::string line_of(const KetThuc& ket_thuc) {
    std::string line =
        "ket-thuc noi-nhan=" + list_of(ket_thuc.noi_nhan, [](const Inline& noi) { return text_of(noi); });
    append(line, "nguoi-soan", ket_thuc.nguoi_soan);
    if (ket_thuc.so_ban) line += " so-ban=" + std::to_string(*ket_thuc.so_ban);
    return line + lines_of(ket_thuc.nguoi_ky);
}

std::string text_of(const KemTheo& kem_theo) {
    return "loai=" + quoted(kem_theo.loai) + " so-ky-hieu=" + text_of(kem_theo.so_ky_hieu) +
           " ngay=" + text_of(kem_theo.ngay) + " cua=" + quoted(kem_theo.cua);
}

std::string line_of(const KemTheo& kem_theo) {
    return "kem-theo " + text_of(kem_theo);
}

std::string line_of(const DauPhuLuc& dau) {
    std::string line = "dau-phu-luc tieu-de=" + text_of(dau.tieu_de) + " " + text_of(dau.kem_theo);
    append(line, "ky-so", dau.ky_so);
    if (dau.thu_tu) line += " thu-tu=" + std::to_string(*dau.thu_tu);
    return line;
}

std::string line_of(const DauBanSao& dau) {
    return "dau-ban-sao " + quoted(dau.hinh_thuc) + " ban-hanh=" + list_of(dau.ban_hanh, quoted) +
           " so-ky-hieu=" + text_of(dau.so_ky_hieu) + " " + text_of(dau.dia_danh_thoi_gian);
}

std::string properties(const Document& document) {
    const ThuocTinh& properties = document.thuoc_tinh;
    std::string line;
    append(line, "tieu-de", properties.tieu_de);
    append(line, "chu-de", properties.chu_de);
    append(line, "tac-gia", properties.tac_gia);
    if (const auto& ngay = properties.ngay) line += " ngay=" + text_of(PartialDate{ngay->year, ngay->month, ngay->day});
    append(line, "co-chu", document.co_chu);
    return line.empty() ? line : "thuoc-tinh" + line + "\n";
}

}  // namespace

std::string dump(const Document& document) {
    std::string text = properties(document);
    for (const Vung& vung : document.vung) {
        text += vung.huong == Huong::Doc ? "vung doc" : "vung ngang";
        text += vung.danh_so == DanhSoTrang::Tiep ? " tiep" : " lai";
        text += vung.dau_het ? "\n" : " khong-dau-het\n";
        for (const Block& block : vung.blocks) {
            text += "  " + std::visit([](const auto& content) { return line_of(content); }, block.content) + "\n";
        }
    }
    return text;
}

}  // namespace vanban::model
