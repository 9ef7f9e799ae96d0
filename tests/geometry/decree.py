"""The figures that a page is held to, each with its clause; independent of the program's own profile.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I unless another source is named. Sizes in points, lengths in millimetres.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """Cỡ chữ, kiểu chữ of one component. `bold`/`italic` None: either is right."""

    sizes: tuple[float, float]
    bold: bool | None
    italic: bool | None
    upper: bool | None
    clause: str


# Mục V, the table of sizes and styles ("Mẫu chữ và chi tiết trình bày thể thức văn bản hành chính").
LOOKS = {
    "quoc-hieu": Look((12, 13), True, False, True, "II.1.a"),
    "tieu-ngu": Look((13, 14), True, False, False, "II.1.b"),
    "chu-quan": Look((12, 13), False, False, True, "II.2.b"),
    "ban-hanh": Look((12, 13), True, False, True, "II.2.b"),
    "so-ky-hieu": Look((13, 13), False, False, None, "II.3.c"),
    "ve-viec": Look((12, 13), False, False, None, "II.5.b"),
    "dia-danh": Look((13, 14), False, True, None, "II.4.c"),
    "ten-loai": Look((13, 14), True, False, True, "II.5.b"),
    "trich-yeu": Look((13, 14), True, False, False, "II.5.b"),
    "kinh-gui": Look((13, 14), False, False, None, "II.9.d"),
    "can-cu": Look((13, 14), False, True, None, "II.6.a"),
    "loi-van": Look((13, 14), False, False, None, "II.6.e"),
    "muc-la-ma": Look((13, 14), True, False, True, "II.6.đ"),
    "khoan": Look((13, 14), None, False, None, "II.6.đ"),
    "diem": Look((13, 14), None, False, None, "II.6.đ"),
    "gach": Look((13, 14), False, False, None, "II.6.e"),
    "dieu": Look((13, 14), None, False, None, "II.6.đ"),
    "nhan-phan": Look((13, 14), True, False, False, "II.6.đ"),
    "tieu-de-phan": Look((13, 14), True, False, True, "II.6.đ"),
    "tham-quyen": Look((13, 14), True, False, True, "Phụ lục III, mẫu 1.1 to 1.3"),
    "loi-ban-hanh": Look((13, 14), True, False, True, "Phụ lục III, mẫu 1.1 to 1.3"),
    "kinh-gui-noi": Look((13, 14), False, False, None, "II.9.a"),
    "kem-theo": Look((13, 14), False, True, None, "Phụ lục III, mẫu 1.3"),
    "quyen-han": Look((13, 14), True, False, True, "II.7.đ"),
    "ho-ten": Look((13, 14), True, False, False, "II.7.đ"),
    "noi-nhan": Look((12, 12), True, True, False, "II.9.d"),
    "noi-nhan-dong": Look((11, 11), False, False, None, "II.9.d"),
    "phu-luc": Look((14, 14), True, False, False, "III.1.b"),
    "phu-luc-tieu-de": Look((13, 14), True, False, True, "III.1.b"),
    "phu-luc-kem-theo": Look((13, 14), False, True, None, "III.1.c"),
    "so-trang": Look((13, 14), False, False, None, "I.7"),
    "dau-muc-do": Look((13, 14), True, False, True, "III.2.b"),
    "luu-hanh": Look((13, 14), True, False, True, "III.2.c"),
    "dia-chi": Look((11, 12), False, False, None, "III.4"),
    "ky-so": Look((10, 10), False, False, None, "III.1.d"),
    "hinh-thuc-sao": Look((13, 14), True, False, True, "Phần II, II.2.b"),
    # Not in the decree; what a reader expects.
    "ten-bieu-mau": Look((13, 14), True, False, None, "as II.5.b"),
    "cac-ben": Look((13, 14), None, False, None, "as II.6.e"),
    "so-tien-bang-chu": Look((13, 14), None, None, None, "practice"),
    "ben": Look((13, 14), True, False, None, "practice"),
    "thoi-gian-ky": Look((13, 14), False, True, None, "as II.4.c"),
    "ghi-chu-ky": Look((11, 14), False, True, None, "practice"),
    "bang-tieu-de": Look((11, 14), True, False, None, "practice"),
    "bang-don-vi": Look((11, 14), False, True, None, "practice"),
    "bang-ghi-chu": Look((10, 14), False, None, None, "practice"),
    "het-van-ban": Look((13, 14), False, False, None, "Phụ lục III"),
}

PAPER = (210.0, 297.0)  # I.1: khổ A4.
MARGIN_TOP = (20.0, 25.0)  # I.3
MARGIN_BOTTOM = (20.0, 25.0)
MARGIN_LEFT = (30.0, 35.0)
MARGIN_RIGHT = (15.0, 20.0)
MARGIN_TOLERANCE = 0.5

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # II.1.a
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"  # II.1.b
TIEU_NGU_RULE_TOLERANCE = 1.0  # II.1.b: as long as the text.
SHORT_RULE = (1 / 3, 1 / 2)  # II.2.b, II.5.b: share of the line of text above.
CENTRE_TOLERANCE = 1.0
SAME_LINE_TOLERANCE = 0.5  # II.4.c: on one line with the number.
DATE = (  # II.4.b: days below 10 and months 1 and 2 with a leading zero; what is not known yet stays open.
    r"^\S.*, ngày\s*(0[1-9]|[12]\d|3[01]|[.…]*)\s*tháng\s*(01|02|[3-9]|1[0-2]|[.…]*)\s*năm\s*(\d{4}|[.…]*)$"
)
NUMBER = (  # II.3.c: numbers below 10 with a leading zero, nothing else; no spaces in the code.
    r"^Số:\s*(0[1-9]|[1-9]\d+|[.…]*)\s*/[A-ZĐƯỦÔƠÂĂÊ][A-Za-z0-9ĐđƯỦÔƠÂĂÊ&]*(-[A-ZĐƯỦÔƠÂĂÊ][A-Za-z0-9ĐđƯỦÔƠÂĂÊ&]*)*$"
)
INDENTS = (10.0, 12.7)  # II.6.e: lùi vào 1 cm hoặc 1,27 cm.
INDENT_TOLERANCE = 0.5
PARAGRAPH_GAP = 6.0  # II.6.e: at least, in points.
PARAGRAPH_GAP_TOLERANCE = 0.5
LINE_SPACING = (1.0, 1.5)  # II.6.e: single to 1.5 lines.
LINE_SPACING_TOLERANCE = 0.03
SIZE_TOLERANCE = 0.25
END_MARK = "./."  # Phụ lục III: every sample form.
SIGNATURE_LEVEL_TOLERANCE = 1.5  # Phụ lục I, sơ đồ: ô 9b level with ô 7a.
TYPE_NAMES = {  # Phụ lục III, mục I: the 29 types, those with a heading of their own.
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH",
    "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG", "CÔNG ĐIỆN",
    "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY MỜI", "GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI",
    "PHIẾU CHUYỂN", "PHIẾU BÁO", "DỰ TOÁN",
}
ENACTING = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")  # Mẫu 1.1 to 1.3: who enacts, then the words that enact.
ENACTMENT = {"QUYẾT ĐỊNH": "QUYẾT ĐỊNH:", "NGHỊ QUYẾT": "QUYẾT NGHỊ:"}
WITHOUT_SUBJECT = ("GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP")  # Mẫu 1.8, 1.10: the rule stands under the name of the type.
WITHOUT_DATE = ("BIÊN BẢN",)  # Mẫu 1.9.
MARKS = {  # III.2: width and height of the box in millimetres; those of độ mật are not in this decree.
    "HỎA TỐC": (30.0, 8.0), "HOẢ TỐC": (30.0, 8.0), "THƯỢNG KHẨN": (40.0, 8.0), "KHẨN": (20.0, 8.0),
    "TUYỆT MẬT": None, "TỐI MẬT": None, "MẬT": None,
}
MARK_TOLERANCE = 0.5
FULL_RULE_TOLERANCE = 1.0  # III.4 and Phần II, II.2.a: "kéo dài hết chiều ngang của vùng trình bày văn bản".
ADDRESSEE_TOLERANCE = 2.0  # II.9.a: the dashes below the colon.
DIEM = "abcdđeghiklmnopqrstuvxy"  # II.6.đ: "theo thứ tự bảng chữ cái tiếng Việt"; the decree's own texts have no ă, â, ê, ô, ơ, ư.
FILING = r"^- Lưu: VT(, [^.;]+?)?( ?\(\d+\))?\.( ?[A-ZĐ]+\.?(\(\d+\))?)?$"  # II.9.b; at its end ô 12, "PL.(300)".
SEAL_SHARE = (0.25, 0.42)  # Khoản 8: the seal covers about a third of the signature, on its left.
SEAL_TOLERANCE = 0.5
COPY_CODES = {"SAO Y": "SY", "SAO LỤC": "SL", "TRÍCH SAO": "TrS"}  # Phụ lục III, mục I.
BETWEEN_PARTIES = ("HỢP ĐỒNG", "BẢN GHI NHỚ", "BẢN THỎA THUẬN")  # No sample form; recipients are the parties.
