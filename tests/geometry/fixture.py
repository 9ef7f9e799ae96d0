"""The means to write small documents by hand, independent of the engine, and the first of them, a plan. For the self test."""

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
LEFT_COLUMN, RIGHT_COLUMN = 3912, 5443  # Twips: 69 mm and 96 mm.
LONG = (
    "Tổ chức rà soát toàn bộ quy trình giải quyết thủ tục hành chính, cập nhật kịp thời các văn bản mới ban hành, "
    "bảo đảm hệ thống quản lý chất lượng được áp dụng thống nhất và có hiệu quả tại các đơn vị trực thuộc."
)


def run(text: str, size: int, bold: bool = False, italic: bool = False) -> str:
    """A run of text; `size` in half-points."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f'<w:r><w:rPr>{look}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text, size=28, bold=False, italic=False, jc="both", first=720, before=120, line=276, flags="", left=0) -> str:
    """A paragraph of one look; lengths in twips, `flags` go in front of its properties."""
    return styled_runs(run(text, size, bold, italic), jc, first, before, line, flags, left)


def styled_runs(runs: str, jc="both", first=720, before=120, line=276, flags="", left=0) -> str:
    return (
        f'<w:p><w:pPr>{flags}<w:spacing w:before="{before}" w:after="0" w:line="{line}" w:lineRule="auto"/>'
        f'<w:ind w:left="{left}" w:firstLine="{first}"/><w:jc w:val="{jc}"/></w:pPr>{runs}</w:p>'
    )


def centred(text, size, bold=False, italic=False, before=0, flags="") -> str:
    return paragraph(text, size, bold, italic, "center", 0, before, 240, flags)


def style(name: str) -> str:
    """The name of a style, for `flags`; the styles look like nothing, all looks are direct."""
    return f'<w:pStyle w:val="{name}"/>'


def rule(length: int, column: int) -> str:
    """A line of `length` in a column, both twips: the lower border of an almost empty paragraph."""
    side = (column - length) // 2
    return (
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/>'
        "</w:pPr></w:p>"
    )


def table(grid: list[int], rows: list[str], border: bool = False) -> str:
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = "".join(f'<w:{edge} w:w="{80 if border else 0}" w:type="dxa"/>' for edge in ("left", "right"))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/>{f"<w:tblBorders>{edges}</w:tblBorders>" if border else ""}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f'<w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(grid: list[int], cells: list[str], header: bool = False) -> str:
    flags = "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")
    body = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for w, cell in zip(grid, cells))
    return f"<w:tr><w:trPr>{flags}</w:trPr>{body}</w:tr>"


def letterhead(number: str = "Số: 19/KH-SYT", date: str = "Đồng Tháp, ngày 05 tháng 3 năm 2026", below: str = "") -> str:
    """`below`: what stands under the number. Without number: the head of an attached document."""
    grid = [LEFT_COLUMN, RIGHT_COLUMN]
    names = centred("UBND TỈNH ĐỒNG THÁP", 26) + centred("SỞ Y TẾ", 26, bold=True) + rule(420, LEFT_COLUMN)
    motto = (
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, bold=True)
        + centred("Độc lập - Tự do - Hạnh phúc", 28, bold=True)
        + rule(3430, RIGHT_COLUMN)
    )
    rows = [row(grid, [names, motto])]
    if number:
        right = centred(date, 26, italic=True, before=120) if date else centred("", 26)
        rows.append(row(grid, [centred(number, 26, before=120) + below, right]))
    return table(grid, rows)


def recipients(*names: str) -> str:
    small = {"jc": "left", "first": 0, "before": 0, "line": 240}
    items = "".join(paragraph(f"- {name}", 22, flags=style("NoiNhanNoi"), **small) for name in names)
    return paragraph("Nơi nhận:", 24, bold=True, italic=True, **small) + items


def closing(names: tuple[str, ...] = ("Các phòng thuộc Sở;", "Lưu: VT, VP."), pictures: str = "") -> str:
    """`pictures`: runs that hang on the name."""
    grid = [4251, 5104]
    name = styled_runs(pictures + run("Nguyễn Văn An", 28, True), "center", 0, 1400, 240)
    right = centred("KT. GIÁM ĐỐC", 28, bold=True) + centred("PHÓ GIÁM ĐỐC", 28, bold=True) + name
    return paragraph("", 8, first=0, before=0, line=240) + table(grid, [row(grid, [recipients(*names), right])])


def list_table(width: int, count: int) -> str:
    grid = [700, width - 700 - 3000, 3000]
    cell = {"size": 26, "first": 0, "before": 40, "line": 240}
    header = [paragraph(text, bold=True, **(cell | {"jc": "center"})) for text in ("TT", "Nội dung", "Đơn vị chủ trì")]
    rows = [row(grid, header, header=True)]
    for number in range(1, count + 1):
        texts = (str(number), f"Nhiệm vụ số {number}: {LONG}", "Văn phòng Sở")
        rows.append(row(grid, [paragraph(text, **(cell | {"jc": "left"})) for text in texts]))
    return table(grid, rows, border=True)


def appendix(label: str, width: int) -> str:
    return (
        centred(label, 28, bold=True)
        + centred("DANH MỤC NHIỆM VỤ", 28, bold=True)
        + centred("(Kèm theo Kế hoạch số 19/KH-SYT ngày 05 tháng 3 năm 2026 của Sở Y tế)", 28, italic=True)
        + rule(1700, width)
        + paragraph("", 8, first=0, before=0)
        + list_table(width, 13)
        + paragraph("./.", jc="right", first=0)
    )


def section(landscape: bool = False, restart: bool = False, first: bool = False) -> str:
    """`first`: the first page has a header and a footer of its own."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    references = '<w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="first" r:id="rId5"/>' if first else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
        f'{"<w:pgNumType w:start=" + chr(34) + "1" + chr(34) + "/>" if restart else ""}<w:titlePg/></w:sectPr>'
    )


def section_end(**what) -> str:
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section(**what)}</w:pPr></w:p>'


def document(body: list[str]) -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{DRAWING}/wordprocessingDrawing"'
    return f"{head}<w:document {spaces}><w:body>{''.join(body)}</w:body></w:document>"


def plan() -> dict[str, str | bytes]:
    """A plan of several pages with two appendices, one of them wide."""
    heading = {"bold": True, "flags": "<w:keepNext/>"}
    body = [
        letterhead(),
        centred("KẾ HOẠCH", 28, bold=True, before=360),
        centred("Duy trì và cải tiến Hệ thống quản lý chất lượng năm 2026", 28, bold=True),
        rule(2700, LEFT_COLUMN + RIGHT_COLUMN),
        paragraph("Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng "
                  "Hệ thống quản lý chất lượng;", italic=True, before=240),
        paragraph("Theo đề nghị của Chánh Văn phòng.", italic=True),
        paragraph(f"Sở Y tế ban hành Kế hoạch như sau: {LONG}"),
    ]
    for numeral, title in (("I", "MỤC ĐÍCH, YÊU CẦU"), ("II", "NỘI DUNG"), ("III", "TỔ CHỨC THỰC HIỆN")):
        body += [paragraph(f"{numeral}. {title}", **heading), paragraph("1. Nội dung chung", **heading)]
        body += [paragraph(f"a) {LONG}"), paragraph(f"b) {LONG}"), paragraph(f"- {LONG}"), paragraph(f"2. {LONG}")]
    body += [
        paragraph("Trên đây là Kế hoạch của Sở Y tế; danh mục tại Phụ lục I và Phụ lục II. Đề nghị các đơn vị nghiêm túc "
                  "triển khai thực hiện./.", flags="<w:keepNext/>"),
        closing(),
        section_end(),
        appendix("Phụ lục I", 9355),
        section_end(restart=True),
        appendix("Phụ lục II", 14287),
        section(landscape=True, restart=True),
    ]
    return parts(document(body))


HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = ("NoiNhanNoi", "DauMat", "LuuHanh", "DiaChi", "KySo", "Ben", "ThoiGianKy", "GhiChuKy", "BangNhom", "BangTong", "DonViTinh")


def page_number() -> str:
    """The paragraph of the header on all pages but the first."""
    look = '<w:rPr><w:sz w:val="26"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText>PAGE</w:instrText></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def parts(document_xml: str, first_header: str = "<w:p/>", first_footer: str = "<w:p/>",
          media: dict[str, bytes] | None = None) -> dict[str, str | bytes]:
    """All parts of the package by name; `media`: PNG files with the ids that pictures use."""
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header", "header2": "header",
             "footer1": "footer"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>' for name, kind in kinds.items())
    targets = {"rId1": "styles", "rId2": "header1", "rId3": "settings", "rId4": "header2", "rId5": "footer1"}
    links = "".join(f'<Relationship Id="{key}" Type="{R}/{name.rstrip("12")}" Target="{name}.xml"/>' for key, name in targets.items())
    links += "".join(f'<Relationship Id="{key}" Type="{R}/image" Target="media/{key}.png"/>' for key in media or {})
    relations = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    names = "".join(f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>' for name in STYLES)
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}</Types>',
        "_rels/.rels": f'{relations}<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{relations}{links}</Relationships>",
        # Mode 15 of Word: a table's lines, not its text, begin at the margin.
        "word/settings.xml": f'{HEAD}<w:settings xmlns:w="{W}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
        f'</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>{names}</w:styles>',
        "word/header1.xml": f'{HEAD}<w:hdr xmlns:w="{W}">{page_number()}</w:hdr>',
        "word/header2.xml": f'{HEAD}<w:hdr xmlns:w="{W}">{first_header}</w:hdr>',
        "word/footer1.xml": f'{HEAD}<w:ftr xmlns:w="{W}">{first_footer}</w:ftr>',
        "word/document.xml": document_xml,
        **{f"word/media/{key}.png": data for key, data in (media or {}).items()},
    }


def write(path: Path, content: dict[str, str | bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(name, data)
