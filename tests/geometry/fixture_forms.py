"""More documents that are right by the decree, written by hand for the self test: decision, letter, minutes, introduction."""

import io

from PIL import Image, ImageDraw

from fixture import (
    DRAWING, LEFT_COLUMN, LONG, RIGHT_COLUMN, centred, closing, document, letterhead, paragraph, parts, recipients, row, rule, run,
    section, section_end, style, styled_runs, table,
)

TEXT_WIDTH = LEFT_COLUMN + RIGHT_COLUMN
SIGNATURE, SEAL = (30.0, 15.0), (36.0, 36.0)  # Millimetres.
ADDRESS_RULE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
ATTACHED = "(Kèm theo Quyết định số 15/QĐ-SYT ngày 05 tháng 3 năm 2026 của Sở Y tế)"
ADDRESSEE_LEFT = 3033  # Twips: under the colon of "Kính gửi:" that starts 35 mm in.


def article(number: int, text: str, heading: bool = False) -> str:
    """With a heading all is bold, without one the label only."""
    return styled_runs(run(f"Điều {number}. ", 28, True) + run(text, 28, heading), flags="<w:keepNext/>" if heading else "")


def chapter(label: str, heading: str) -> str:
    kept = {"bold": True, "flags": "<w:keepNext/>"}
    return centred(label, 28, before=240, **kept) + centred(heading, 28, **kept)


def decision() -> dict[str, str | bytes]:
    """Mẫu 1.3: a decision and the regulation that goes with it."""
    bold = {"size": 28, "bold": True, "before": 240}
    body = [
        letterhead("Số: 15/QĐ-SYT"), centred("QUYẾT ĐỊNH", 28, bold=True, before=360),
        centred("Ban hành Quy chế làm việc của Ban Chỉ đạo ISO", 28, bold=True), rule(2600, TEXT_WIDTH),
        centred("GIÁM ĐỐC SỞ Y TẾ", **bold),
        paragraph("Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ;", italic=True),
        paragraph("Theo đề nghị của Chánh Văn phòng.", italic=True),
        centred("QUYẾT ĐỊNH:", flags="<w:keepNext/>", **bold),
        article(1, "Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo ISO."),
        article(2, f"Quyết định này có hiệu lực kể từ ngày ký. {LONG}"),
        article(3, "Chánh Văn phòng, Trưởng các phòng và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."),
        closing(("Như Điều 3;", "Lưu: VT, VP.")), section_end(),
        letterhead("", ""), centred("QUY CHẾ", 28, bold=True, before=360),
        centred("Làm việc của Ban Chỉ đạo ISO", 28, bold=True), centred(ATTACHED, 28, italic=True), rule(1700, TEXT_WIDTH),
        chapter("Chương I", "QUY ĐỊNH CHUNG"), article(1, "Phạm vi điều chỉnh", heading=True), paragraph(f"1. {LONG}"),
        paragraph(f"2. {LONG}"), paragraph(f"a) {LONG}"), paragraph(f"b) {LONG}"), paragraph(f"c) {LONG}"),
        paragraph(f"d) {LONG}"), paragraph(f"đ) {LONG}"), paragraph(f"e) {LONG}"),
        chapter("Chương II", "NHIỆM VỤ VÀ CHẾ ĐỘ LÀM VIỆC"), chapter("Mục 1", "NHIỆM VỤ"),
        article(2, "Nhiệm vụ của Trưởng ban", heading=True), paragraph(f"1. {LONG}"), paragraph(f"2. {LONG}"),
        chapter("Mục 2", "CHẾ ĐỘ LÀM VIỆC"), article(3, "Họp định kỳ", heading=True), paragraph(f"{LONG[:-1]}./."),
        section(restart=True),
    ]
    return parts(document(body))


def box(text: str, width_mm: float, height_mm: float = 8.0) -> str:
    """A mark in a box at the left, a table of one cell."""
    width, height = round(width_mm * 56.693), round(height_mm * 56.693)
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="000000"/>' for edge in ("top", "left", "bottom", "right"))
    text = centred(text, 26, bold=True, flags=style("DauMat"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{text}</w:tc></w:tr></w:tbl>'
        + paragraph("", 8, first=0, before=0, line=240)
    )


def png(colour: tuple[int, int, int], size: tuple[float, float]) -> bytes:
    """A picture with a transparent ground, its size on paper written into it."""
    image = Image.new("RGBA", (round(size[0] * 8), round(size[1] * 8)))
    draw = ImageDraw.Draw(image)
    draw.ellipse((2, 2, image.width - 3, image.height - 3), outline=(*colour, 255), width=10)
    draw.line((20, image.height * 0.7, image.width - 20, image.height * 0.3), fill=(*colour, 255), width=8)
    data = io.BytesIO()
    image.save(data, "PNG", dpi=(203.2, 203.2))
    return data.getvalue()


def anchored(key: str, number: int, size: tuple[float, float], x: float, y: float) -> str:
    """A picture over the text, `x` and `y` from the column and the paragraph, all millimetres."""
    width, height, left, top = (round(value * 36000) for value in (*size, x, y))
    picture = (
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{key}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{key}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main">'
        f'<a:graphicData uri="{DRAWING}/picture">{picture}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


# In a column of 90.03 mm, from the top of the paragraph of the name: what its space before leaves is above the text.
SIGNATURE_RUN = anchored("rId11", 1, SIGNATURE, 30.0, 5.5)
SEAL_RUN = anchored("rId12", 2, SEAL, 4.0, -5.0)
NAMES = {"first": 0, "left": ADDRESSEE_LEFT, "before": 60, "line": 240}
ADDRESSED = paragraph("Kính gửi:", first=0, left=1984, line=240, before=240) + "".join(
    paragraph(text, **NAMES) for text in ("- Sở Khoa học và Công nghệ;", "- Các bệnh viện trực thuộc."))
SUBJECT_OF_LETTER = centred("V/v báo cáo kết quả áp dụng ISO năm 2026", 26, before=120)


FRAME = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="1" w:color="000000"/>' for edge in ("top", "left", "bottom", "right"))
CIRCULATION = centred("LƯU HÀNH NỘI BỘ", 26, bold=True, flags=f'{style("LuuHanh")}<w:pBdr>{FRAME}</w:pBdr>').replace(
    '<w:ind w:left="0"', '<w:ind w:left="5400" w:right="1200"')


def letter() -> dict[str, str | bytes]:
    """Mẫu 1.5 with all that may stand on a first page, and a copy (mẫu 3.1) below."""
    body = [
        letterhead("Số: 07/SYT-VP", below=SUBJECT_OF_LETTER),
        paragraph("", 8, first=0, before=0, line=240), box("MẬT", 20), box("HỎA TỐC", 30),
        ADDRESSED, paragraph(LONG), paragraph(LONG), paragraph(f"{LONG[:-1]}./."),
        closing(("Như trên;", "Lưu: VT, VP (2). PL.(300)"), SEAL_RUN + SIGNATURE_RUN), copy_block(), section(first=True),
    ]
    header = CIRCULATION
    lines = ("Số 12 đường Nguyễn Huệ, phường Cao Lãnh", "ĐT: 0277 3851234, Thư điện tử: syt@dongthap.gov.vn")
    small = {"size": 22, "jc": "left", "first": 0, "before": 0, "line": 240}
    footer = "".join(paragraph(text, flags=style("DiaChi") + ("" if n else ADDRESS_RULE), **small) for n, text in enumerate(lines))
    media = {"rId11": png((20, 40, 200), SIGNATURE), "rId12": png((220, 20, 20), SEAL)}
    return parts(document(body), header, footer, media)


def copy_block() -> str:
    grid = [LEFT_COLUMN, RIGHT_COLUMN]
    left = centred("TRUNG TÂM Y TẾ CAO LÃNH", 26, bold=True) + rule(1474, LEFT_COLUMN)
    below = [centred("Số: 03/SY-TTYT", 26, before=120), centred("Cao Lãnh, ngày 09 tháng 3 năm 2026", 26, italic=True, before=120)]
    return (
        paragraph("", 8, first=0, before=120, line=240) + rule(TEXT_WIDTH, TEXT_WIDTH) + paragraph("", 8, first=0, before=0, line=240)
        + table(grid, [row(grid, [left, centred("SAO Y", 28, bold=True)]), row(grid, below)]) + closing(("Các khoa, phòng;", "Lưu: VT."))
    )


GROUPED = [900, 4455, 2000, 2000]


def cell(text: str, width: int, span: int = 1, merge: str = "", **look) -> str:
    """A cell of the grouped table; `merge` is "restart" or "continue"."""
    look = {"size": 26, "jc": "left", "first": 0, "before": 40, "line": 240} | look
    extra = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}</w:tcPr>{paragraph(text, **look)}</w:tc>'


def table_row(cells: list[str], header: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def grouped_table() -> str:
    """Two header rows, groups, a merged column, amounts and a total, over two pages."""
    a, b, c, d = GROUPED
    head = {"bold": True, "jc": "center"}
    rows = [
        table_row([cell("TT", a, merge="restart", **head), cell("Nội dung", b, merge="restart", **head),
                   cell("Kinh phí", c + d, span=2, **head)], header=True),
        table_row([cell("", a, merge="continue"), cell("", b, merge="continue"), cell("Năm trước", c, **head),
                   cell("Năm nay", d, **head)], header=True),
    ]
    for letter, count in (("A", 4), ("B", 12)):
        rows.append(table_row([cell(f"{letter}. Nhóm nhiệm vụ thứ {letter}", a + b, span=2, bold=True, flags=style("BangNhom") + "<w:keepNext/>"),
                               cell("", c, flags=style("BangNhom")), cell("", d, flags=style("BangNhom"))]))
        for number in range(1, count + 1):
            amount = f"{number * 13}.500.000" if number % 2 else f"{number}.250.000"
            merge = "restart" if number == 1 else "continue" if number == 2 else ""
            rows.append(table_row([cell(str(number), a, jc="center"), cell(f"Nhiệm vụ số {number}: {LONG}", b),
                                   cell("2.000.000" if number != 2 else "", c, merge=merge, jc="right"), cell(amount, d, jc="right")]))
    total = {"bold": True, "flags": style("BangTong")}
    rows.append(table_row([cell("Tổng cộng", a + b, span=2, **total), cell("16.000.000", c, jc="right", **total),
                           cell("98.750.000", d, jc="right", **total)]))
    return table(GROUPED, rows, border=True)


def signer(title: str, name: str) -> str:
    return (centred(title, 28, bold=True) + centred("(Ký, ghi rõ họ tên)", 26, italic=True, flags=style("GhiChuKy"))
            + centred(name, 28, bold=True, before=1400))


SIGNER = signer("CHỦ TỌA", "Trần Thị Bình")
SIGNATURES = table([4677, 4678], [row([4677, 4678], [signer("THƯ KÝ", "Lê Văn Cường"), SIGNER])])
RECIPIENTS = recipients("Ban Giám đốc;", "Lưu: VT, Hồ sơ.")


def minutes() -> dict[str, str | bytes]:
    """Mẫu 1.9 with two signatures, and an appendix in a file of its own (mẫu 2.2)."""
    body = [
        letterhead("Số: 01/BB-SYT", ""), centred("BIÊN BẢN", 28, bold=True, before=360),
        centred("Họp xem xét của lãnh đạo năm 2026", 28, bold=True), rule(2000, TEXT_WIDTH),
        paragraph("Thời gian bắt đầu: 08 giờ 00, ngày 06 tháng 3 năm 2026."), paragraph(f"Địa điểm: Hội trường Sở; theo Phụ lục. {LONG}"),
        grouped_table(), paragraph("Cuộc họp kết thúc vào 10 giờ 30, ngày 06 tháng 3 năm 2026./.", flags="<w:keepNext/>"),
        paragraph("", 8, first=0, before=0, line=240), SIGNATURES, RECIPIENTS, section_end(),
        paragraph("Số: 01/BB-SYT; 06/3/2026; 14:30:15 +07:00", 20, jc="right", first=0, before=0, line=240, flags=style("KySo")),
        centred("Phụ lục", 28, bold=True), centred("DANH SÁCH THÀNH VIÊN", 28, bold=True),
        centred("(Kèm theo Biên bản số …/BB-SYT ngày … tháng … năm … của Sở Y tế)", 28, italic=True), rule(1700, TEXT_WIDTH),
        paragraph(f"{LONG[:-1]}./."), section(restart=True),
    ]
    return parts(document(body))


def introduction() -> dict[str, str | bytes]:
    """Mẫu 1.8: no subject, the rule under the name of the type."""
    body = [
        letterhead("Số: 05/GGT-SYT"), centred("GIẤY GIỚI THIỆU", 28, bold=True, before=360), rule(1200, TEXT_WIDTH),
        paragraph("Sở Y tế trân trọng giới thiệu:", before=240), paragraph("Ông Phạm Văn Dũng, chuyên viên Văn phòng Sở."),
        paragraph(f"{LONG[:-1]}./."), closing(), section(),
    ]
    return parts(document(body))
