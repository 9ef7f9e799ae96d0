"""A small document that is right by the decree, written by hand and independent of the engine, for the self test."""

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LEFT_COLUMN, RIGHT_COLUMN = 3912, 5443  # Twips: 69 mm and 96 mm.
LONG = (
    "Tổ chức rà soát toàn bộ quy trình giải quyết thủ tục hành chính, cập nhật kịp thời các văn bản mới ban hành, "
    "bảo đảm hệ thống quản lý chất lượng được áp dụng thống nhất và có hiệu quả tại các đơn vị trực thuộc."
)


def run(text: str, size: int, bold: bool = False, italic: bool = False) -> str:
    """A run of text; `size` in half-points."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f'<w:r><w:rPr>{look}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text, size=28, bold=False, italic=False, jc="both", first=720, before=120, line=276, flags="") -> str:
    """A paragraph of one look; lengths in twips, `flags` go in front of its properties."""
    return (
        f'<w:p><w:pPr>{flags}<w:spacing w:before="{before}" w:after="0" w:line="{line}" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="{first}"/><w:jc w:val="{jc}"/></w:pPr>{run(text, size, bold, italic)}</w:p>'
    )


def centred(text, size, bold=False, italic=False, before=0, flags="") -> str:
    return paragraph(text, size, bold, italic, "center", 0, before, 240, flags)


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


def letterhead() -> str:
    grid = [LEFT_COLUMN, RIGHT_COLUMN]
    names = centred("UBND TỈNH ĐỒNG THÁP", 26) + centred("SỞ Y TẾ", 26, bold=True) + rule(420, LEFT_COLUMN)
    motto = (
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, bold=True)
        + centred("Độc lập - Tự do - Hạnh phúc", 28, bold=True)
        + rule(3430, RIGHT_COLUMN)
    )
    number = centred("Số: 19/KH-SYT", 26, before=120)
    date = centred("Đồng Tháp, ngày 05 tháng 3 năm 2026", 26, italic=True, before=120)
    return table(grid, [row(grid, [names, motto]), row(grid, [number, date])])


def closing() -> str:
    grid = [4251, 5104]
    small = {"jc": "left", "first": 0, "before": 0, "line": 240}
    left = (
        paragraph("Nơi nhận:", 24, bold=True, italic=True, **small)
        + paragraph("- Các phòng thuộc Sở;", 22, **small)
        + paragraph("- Lưu: VT, VP.", 22, **small)
    )
    right = (
        centred("KT. GIÁM ĐỐC", 28, bold=True)
        + centred("PHÓ GIÁM ĐỐC", 28, bold=True)
        + centred("Nguyễn Văn An", 28, bold=True, before=1400)
    )
    return paragraph("", 8, first=0, before=0, line=240) + table(grid, [row(grid, [left, right])])


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


def section(landscape: bool = False, restart: bool = False) -> str:
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:type w:val="nextPage"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
        f'{"<w:pgNumType w:start=" + chr(34) + "1" + chr(34) + "/>" if restart else ""}<w:titlePg/></w:sectPr>'
    )


def section_end(**what) -> str:
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section(**what)}</w:pPr></w:p>'


def document_xml() -> str:
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
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}</w:body></w:document>'


def parts() -> dict[str, str]:
    """All parts of the package by name."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relations = f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{types}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{types}.settings+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{types}.header+xml"/></Types>',
        "_rels/.rels": f'{relations}<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{relations}<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/header" Target="header1.xml"/>'
        f'<Relationship Id="rId3" Type="{R}/settings" Target="settings.xml"/></Relationships>',
        # Mode 15 of Word: a table's lines, not its text, begin at the margin.
        "word/settings.xml": f'{head}<w:settings xmlns:w="{W}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "word/styles.xml": f'{head}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>',
        "word/header1.xml": f'{head}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr>'
        '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>',
        "word/document.xml": document_xml(),
    }


def write(path: Path, content: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
