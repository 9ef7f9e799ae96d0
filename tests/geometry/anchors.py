"""What a paragraph is known by: words at its beginning, and the names of styles where words cannot tell."""

import re
import unicodedata

MUC_LA_MA = re.compile(r"^[IVXLC]+\. ")
DIEU = re.compile(r"^Điều \d+\. ")
KHOAN = re.compile(r"^\d+\. ")
DIEM = re.compile(r"^[a-zđ]\) ")
GACH = re.compile(r"^[-+] ")
LABEL = re.compile(r"^(Phần|Chương) ([IVXLC]+)$|^(Mục|Tiểu mục) (\d+)$", re.IGNORECASE)
APPENDIX = re.compile(r"^Phụ lục( [IVXLC\d]+)?$", re.IGNORECASE)
BASIS = re.compile(r"^(Căn cứ|Theo|Thực hiện|Xét) .*[;.,]$")
AUTHORITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\.")
ENACTMENT = re.compile(r"^(QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:?$", re.IGNORECASE)
REFERENCE = re.compile(r"^\((Ban hành )?[Kk]èm theo ")
ADDRESSEE = re.compile(r"^Kính gửi|^[^.;]{1,60} điện:")
SIGNATURE_INFO = re.compile(r"^[^;]+;[^;]+;.*(\d\d:\d\d:\d\d|giờ)")
PARTY = re.compile(r"^(Bên|BÊN) [A-ZĐ]\b")
IN_WORDS = re.compile(r"^\(Bằng chữ: .*\)\W*$")
DATE_LINE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b")
COPY_FORM = re.compile(r"^(SAO Y|SAO LỤC|TRÍCH SAO)$", re.IGNORECASE)

# What words cannot tell: w:styleId and the component that it claims to be. Its look is measured all the same.
BY_STYLE = {
    "TenLoai": "ten-loai", "TrichYeu": "trich-yeu", "ThamQuyen": "tham-quyen", "LoiBanHanh": "loi-ban-hanh",
    "KinhGui": "kinh-gui", "KinhGuiNoi": "kinh-gui-noi", "DauMat": "dau-muc-do", "LuuHanh": "luu-hanh", "DiaChi": "dia-chi",
    "KySo": "ky-so", "Ben": "ben", "ThoiGianKy": "thoi-gian-ky", "GhiChuKy": "ghi-chu-ky", "DauBanSao": "hinh-thuc-sao",
    "TieuDeBang": "bang-tieu-de", "DonViTinh": "bang-don-vi", "GhiChuBang": "bang-ghi-chu", "KemTheo": "kem-theo",
    "NoiNhan": "noi-nhan", "NoiNhanNoi": "noi-nhan-dong", "HoTen": "ho-ten", "HoTenSauChucVu": "ho-ten",
    "QuyenHan": "quyen-han", "ChucVu": "quyen-han", "ChucVuCoQuan": "quyen-han",
}
SIGNING = ("quyen-han", "ho-ten", "ben", "thoi-gian-ky", "ghi-chu-ky")
CLOSING = (*SIGNING, "noi-nhan", "noi-nhan-dong")


def is_upper(text: str) -> bool:
    return text == text.upper() and any(letter.isalpha() for letter in text)


def same(text: str, expected: str) -> bool:
    def plain(value: str) -> str:
        return " ".join(unicodedata.normalize("NFC", value).split()).replace("HOÀ", "HÒA")

    return plain(text) == plain(expected)
