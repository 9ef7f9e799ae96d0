#!/usr/bin/env python3
"""Shows that the checks bite: a right document passes all of them, and each deliberate fault is found by the check meant for it.

Usage: python3 tests/geometry/selftest.py. The last line is "N passed, M failed".
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import fixture
import fixture_forms as forms
from report import check_documents, failed_checks

DOCUMENT, HEADER, FIRST_HEADER, FIRST_FOOTER = "word/document.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml"
RIGHT = {"plan": fixture.plan(), "decision": forms.decision(), "letter": forms.letter(), "minutes": forms.minutes(),
         "introduction": forms.introduction()}
SUBJECT = "Duy trì và cải tiến Hệ thống quản lý chất lượng năm 2026"


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in a part of a right document, the first `count` times (-1: everywhere); `check` has to report it."""

    name: str
    check: str
    old: str
    new: str
    count: int = -1
    part: str = DOCUMENT
    base: str = "plan"


def fault_in(base: str):
    """Makes faults of another document than the plan."""
    def make(name: str, check: str, old: str, new: str, count: int = -1, part: str = DOCUMENT) -> Fault:
        return Fault(name, check, old, new, count, part, base)

    return make


DECISION, LETTER, MINUTES, INTRODUCTION = (fault_in(base) for base in ("decision", "letter", "minutes", "introduction"))

MOTTO_RULE = fixture.rule(3430, fixture.RIGHT_COLUMN)
ISSUER_RULE = fixture.rule(420, fixture.LEFT_COLUMN)
SUBJECT_RULE = fixture.rule(2700, fixture.LEFT_COLUMN + fixture.RIGHT_COLUMN)
APPENDIX_RULE = fixture.rule(1700, 9355)
DATE = fixture.centred("Đồng Tháp, ngày 05 tháng 3 năm 2026", 26, italic=True, before=120)
BODY = fixture.paragraph(f"a) {fixture.LONG}")
NAME = fixture.centred("Nguyễn Văn An", 28, bold=True, before=1400)
VE_VIEC = forms.SUBJECT_OF_LETTER
MARK, FRAMED = forms.box("HỎA TỐC", 30), forms.CIRCULATION
ADDRESSED = forms.ADDRESSED
CHAPTER_HEADING = fixture.centred("QUY ĐỊNH CHUNG", 28, bold=True, flags="<w:keepNext/>")
UNIT = fixture.paragraph("Đơn vị tính: đồng", 26, italic=True, jc="right", first=0, flags=fixture.style("DonViTinh"))
GROUP_B = "B. Nhóm nhiệm vụ thứ B"
LAST = "triển khai thực hiện./."

FAULTS = [
    Fault("left margin 10 mm", "page-setup", 'w:left="1701"', 'w:left="567"'),
    Fault("left margin 10 mm, on the page", "margins", 'w:left="1701"', 'w:left="567"'),
    Fault("lower margin 10 mm", "margins", 'w:bottom="1134"', 'w:bottom="567"'),
    Fault("upper margin 35 mm", "margins", 'w:top="1134"', 'w:top="1984"'),
    Fault("paper of 200 mm", "page-setup", 'w:w="11906"', 'w:w="11339"', 1),
    Fault("another font", "fonts", 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"', 'w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans"',
          part="word/styles.xml"),
    Fault("page number at the right", "page-numbers", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', part=HEADER),
    Fault("page number of 10 pt", "page-numbers", '<w:sz w:val="26"/>', '<w:sz w:val="20"/>', part=HEADER),
    Fault("page number on page 1", "page-numbers", "<w:titlePg/>", "", 1),
    Fault("page numbers run on", "page-numbers", '<w:pgNumType w:start="1"/>', "", 1),
    Fault("rule under Tiêu ngữ 20 mm longer", "tieu-ngu-rule", MOTTO_RULE, fixture.rule(3430 + 1134, fixture.RIGHT_COLUMN)),
    Fault("rule under Tiêu ngữ 2 mm shorter", "tieu-ngu-rule", MOTTO_RULE, fixture.rule(3430 - 113, fixture.RIGHT_COLUMN)),
    Fault("no rule under Tiêu ngữ", "tieu-ngu-rule", MOTTO_RULE, ""),
    Fault("rule under the agency too long", "short-rules", ISSUER_RULE, fixture.rule(700, fixture.LEFT_COLUMN)),
    Fault("rule under the subject too short", "short-rules", SUBJECT_RULE, fixture.rule(1500, 9355)),
    Fault("no rule in an appendix", "appendix-rule", APPENDIX_RULE, ""),
    Fault("date upright", "looks", DATE, DATE.replace("<w:i/>", "")),
    Fault("date of 12 pt", "looks", DATE, DATE.replace('w:val="26"', 'w:val="24"')),
    Fault("date lower than the number", "number-beside-date", DATE, DATE.replace('w:before="120"', 'w:before="240"')),
    Fault("month with a zero", "wording", "ngày 05 tháng 3 năm 2026</w:t>", "ngày 05 tháng 03 năm 2026</w:t>", 1),
    Fault("day without a zero", "wording", "ngày 05 tháng 3 năm 2026</w:t>", "ngày 5 tháng 3 năm 2026</w:t>", 1),
    Fault("number with two zeros", "wording", "Số: 19/KH-SYT", "Số: 009/KH-SYT", 1),
    Fault("space in the code", "wording", "Số: 19/KH-SYT", "Số: 19/ KH-SYT", 1),
    Fault("dashes in Tiêu ngữ", "wording", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
    Fault("Quốc hiệu wraps", "one-line", fixture.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, bold=True),
          fixture.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 32, bold=True)),
    Fault("superior in small letters", "looks", "UBND TỈNH ĐỒNG THÁP", "UBND tỉnh Đồng Tháp"),
    Fault("superior bold, as if it were the issuer", "wording", fixture.centred("UBND TỈNH ĐỒNG THÁP", 26),
          fixture.centred("UBND TỈNH ĐỒNG THÁP", 26, bold=True)),
    Fault("issuer not bold", "looks", fixture.centred("SỞ Y TẾ", 26, bold=True), fixture.centred("SỞ Y TẾ", 26)),
    Fault("subject not bold", "looks", fixture.centred(SUBJECT, 28, bold=True), fixture.centred(SUBJECT, 28)),
    Fault("subject off the middle", "centring", fixture.centred(SUBJECT, 28, bold=True),
          fixture.paragraph(SUBJECT, 28, True, False, "left", 0, 0, 240)),
    Fault("subject ends in a stray word", "centred-lines", fixture.centred(SUBJECT, 28, bold=True),
          fixture.centred(SUBJECT, 28, bold=True).replace('<w:ind w:left="0" ', '<w:ind w:left="1559" w:right="1559" ')),
    Fault("legal basis upright", "looks", fixture.paragraph("Theo đề nghị của Chánh Văn phòng.", italic=True),
          fixture.paragraph("Theo đề nghị của Chánh Văn phòng.")),
    Fault("legal basis ends with a comma", "legal-bases", "Hệ thống quản lý chất lượng;", "Hệ thống quản lý chất lượng,"),
    Fault("first lines 7 mm in", "indents", BODY, BODY.replace('w:firstLine="720"', 'w:firstLine="400"')),
    Fault("paragraphs 2 pt apart", "paragraph-spacing", BODY, BODY.replace('w:before="120"', 'w:before="40"')),
    Fault("two lines of spacing", "line-spacing", BODY, BODY.replace('w:line="276"', 'w:line="480"')),
    Fault("ragged right edge", "justified", BODY, BODY.replace('"both"', '"left"')),
    Fault("one paragraph of 13 pt", "one-size", BODY, BODY.replace('w:val="28"', 'w:val="26"')),
    Fault("heading not bold", "looks", fixture.paragraph("II. NỘI DUNG", bold=True, flags="<w:keepNext/>"),
          fixture.paragraph("II. NỘI DUNG", flags="<w:keepNext/>")),
    Fault("no end mark", "end-mark", LAST, "triển khai thực hiện."),
    Fault("two end marks", "end-mark", "Theo đề nghị của Chánh Văn phòng.", "Theo đề nghị của Chánh Văn phòng./."),
    Fault("name off the middle of the title", "signature", NAME, NAME.replace('"center"', '"left"')),
    Fault("name in capitals", "looks", "Nguyễn Văn An", "NGUYỄN VĂN AN"),
    Fault("signature alone on its page", "closing-whole", fixture.closing(),
          fixture.closing().replace("<w:spacing", "<w:pageBreakBefore/><w:spacing", 1)),
    Fault("signature broken between pages", "closing-whole", fixture.closing(),
          fixture.closing().replace("<w:cantSplit/>", "").replace('w:before="1400"', 'w:before="10000"')),
    Fault("recipients lower than the signature", "recipients-level", "Nơi nhận:", "</w:t><w:br/><w:t>Nơi nhận:"),
    Fault("Nơi nhận upright", "looks", fixture.run("Nơi nhận:", 24, True, True), fixture.run("Nơi nhận:", 24, True, False)),
    Fault("recipient without a semicolon", "recipients-marks", "- Các phòng thuộc Sở;", "- Các phòng thuộc Sở"),
    Fault("PHỤ LỤC in capitals", "looks", "Phụ lục I</w:t>", "PHỤ LỤC I</w:t>"),
    Fault("appendix on the same page", "appendices", '<w:type w:val="nextPage"/>', '<w:type w:val="continuous"/>', 2),
    Fault("appendix without reference line", "present",
          fixture.centred("(Kèm theo Kế hoạch số 19/KH-SYT ngày 05 tháng 3 năm 2026 của Sở Y tế)", 28, italic=True), "", 1),
    Fault("wide appendix upright", "page-setup", 'w:w="16838" w:h="11906"', 'w:w="11906" w:h="16838"'),
    Fault("header row not repeated", "table-headers", "<w:tblHeader/>", ""),
    Fault("rows broken between pages", "rows-whole", "<w:cantSplit/>", ""),
    Fault("table 4 mm out in the margin", "table-width", "<w:tblLayout", '<w:tblInd w:w="-227" w:type="dxa"/><w:tblLayout'),
    Fault("row number twice", "row-numbers", ">4</w:t>", ">3</w:t>"),
    Fault("heading last on its page", "headings-kept", fixture.paragraph("1. Nội dung chung", bold=True, flags="<w:keepNext/>"),
          fixture.paragraph("1. Nội dung chung", bold=True, flags="<w:pageBreakBefore/>"), 1),
    DECISION("no rule under the reference of what is attached", "appendix-rule", fixture.rule(1700, 9355), ""),
    DECISION("who enacts in small letters", "looks", "GIÁM ĐỐC SỞ Y TẾ", "Giám đốc Sở Y tế"),
    DECISION("title close under the letterhead", "title-apart", fixture.centred("QUYẾT ĐỊNH", 28, bold=True, before=360),
             fixture.centred("QUYẾT ĐỊNH", 28, bold=True)),
    DECISION("subject far below the title", "title-apart", fixture.centred("Ban hành Quy chế làm việc của Ban Chỉ đạo ISO", 28, bold=True),
             fixture.centred("Ban hành Quy chế làm việc của Ban Chỉ đạo ISO", 28, bold=True, before=240)),
    DECISION("nobody enacts", "enactment", fixture.centred("GIÁM ĐỐC SỞ Y TẾ", 28, bold=True, before=240), ""),
    DECISION("who enacts at the left", "centring", fixture.centred("GIÁM ĐỐC SỞ Y TẾ", 28, bold=True, before=240),
             fixture.paragraph("GIÁM ĐỐC SỞ Y TẾ", bold=True, jc="left", first=0)),
    DECISION("QUYẾT ĐỊNH without colon", "enactment", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"),
    DECISION("QUYẾT ĐỊNH: regular", "looks", fixture.run("QUYẾT ĐỊNH:", 28, True), fixture.run("QUYẾT ĐỊNH:", 28)),
    DECISION("label of an article regular", "articles", fixture.run("Điều 2. ", 28, True), fixture.run("Điều 2. ", 28), 1),
    DECISION("sentence of an article bold", "articles", forms.article(1, "Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo ISO."),
             forms.article(1, "Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo ISO.", heading=True)),
    DECISION("article 2 missing", "numbering", "Điều 2. ", "Điều 3. ", 1),
    DECISION("articles begin again in a chapter", "numbering", forms.article(2, "Nhiệm vụ của Trưởng ban", heading=True),
             forms.article(1, "Nhiệm vụ của Trưởng ban", heading=True)),
    DECISION("điểm without đ", "numbering", f"đ) {fixture.LONG}", f"e) {fixture.LONG}"),
    DECISION("chapter in Arabic figures", "numbering", "Chương II<", "Chương III<"),
    DECISION("heading of a chapter in small letters", "looks", "QUY ĐỊNH CHUNG", "Quy định chung"),
    DECISION("label of a chapter in capitals", "looks", "Chương I<", "CHƯƠNG I<"),
    DECISION("chapter at the left", "centring", fixture.centred("QUY ĐỊNH CHUNG", 28, bold=True, flags="<w:keepNext/>"),
             fixture.paragraph("QUY ĐỊNH CHUNG", bold=True, jc="left", first=0, flags="<w:keepNext/>")),
    DECISION("Như Điều of an article that is not there", "recipients-sense", "- Như Điều 3;", "- Như Điều 4;"),
    DECISION("reference upright", "looks", fixture.centred(forms.ATTACHED, 28, italic=True), fixture.centred(forms.ATTACHED, 28)),
    DECISION("reference to another number", "reference", "số 15/QĐ-SYT", "số 16/QĐ-SYT"),
    DECISION("reference to another date", "reference", "(Kèm theo Quyết định số 15/QĐ-SYT ngày 05", "(Kèm theo Quyết định số 15/QĐ-SYT ngày 06"),
    DECISION("what is attached has a number", "present", fixture.letterhead("", ""), fixture.letterhead("Số: 15/QĐ-SYT")),
    DECISION("what is attached on the same page", "attached", '<w:type w:val="nextPage"/>', '<w:type w:val="continuous"/>', 2),
    LETTER("V/v of 14 pt", "looks", VE_VIEC, VE_VIEC.replace('w:val="26"', 'w:val="28"')),
    LETTER("V/v italic", "looks", VE_VIEC, VE_VIEC.replace("<w:rPr>", "<w:rPr><w:i/>")),
    LETTER("V/v directly under the number", "subject-of-letter", VE_VIEC, VE_VIEC.replace('w:before="120"', 'w:before="0"')),
    LETTER("V/v at the left", "centring", VE_VIEC, VE_VIEC.replace('"center"', '"left"')),
    LETTER("rule under V/v", "short-rules", VE_VIEC, VE_VIEC + fixture.rule(1200, fixture.LEFT_COLUMN)),
    LETTER("several addressees, no Kính gửi", "addressees", "Kính gửi:", "Gửi đến:"),
    LETTER("Kính gửi below the text", "order", ADDRESSED + fixture.paragraph(fixture.LONG), fixture.paragraph(fixture.LONG) + ADDRESSED),
    DECISION("chapter without heading", "headings", CHAPTER_HEADING, ""),
    MINUTES("unit on the page before its table", "header-alone", forms.grouped_table(), UNIT + fixture.section_end() + forms.grouped_table()),
    LETTER("dashes right of the colon", "addressees", f'w:left="{forms.ADDRESSEE_LEFT}"', 'w:left="3700"'),
    LETTER("addressee without semicolon", "addressees", "- Sở Khoa học và Công nghệ;", "- Sở Khoa học và Công nghệ,"),
    LETTER("last addressee without full stop", "addressees", "- Các bệnh viện trực thuộc.", "- Các bệnh viện trực thuộc;"),
    LETTER("HỎA TỐC in a box of 32 mm", "marks", MARK, forms.box("HỎA TỐC", 32)),
    LETTER("HỎA TỐC in a box of 9 mm height", "marks", MARK, forms.box("HỎA TỐC", 30, 9)),
    LETTER("HỎA TỐC without a box", "marks", MARK, MARK.replace('w:val="single"', 'w:val="nil"')),
    LETTER("HỎA TỐC at the left of its box", "marks", MARK, MARK.replace('"center"/></w:pPr>', '"left"/></w:pPr>')),
    LETTER("HỎA TỐC regular", "looks", MARK, MARK.replace("<w:b/>", "")),
    LETTER("độ khẩn above độ mật", "marks", forms.box("MẬT", 20) + MARK, MARK + forms.box("MẬT", 20)),
    LETTER("circulation without a box", "circulation", FRAMED, FRAMED.replace('w:val="single"', 'w:val="nil"'), part=FIRST_HEADER),
    LETTER("circulation below the top margin", "circulation", 'w:before="0"', 'w:before="1200"', part=FIRST_HEADER),
    LETTER("circulation at the left", "circulation", 'w:left="5400" w:right="1200"', 'w:left="0" w:right="6600"', part=FIRST_HEADER),
    LETTER("circulation of 12 pt", "looks", 'w:val="26"', 'w:val="24"', part=FIRST_HEADER),
    LETTER("no rule above the address", "address", forms.ADDRESS_RULE, "", part=FIRST_FOOTER),
    LETTER("rule above the address too short", "address", '<w:ind w:left="0"', '<w:ind w:left="2000"', part=FIRST_FOOTER),
    LETTER("address of 13 pt", "looks", 'w:val="22"', 'w:val="26"', part=FIRST_FOOTER),
    LETTER("address in bold", "looks", "<w:rPr>", "<w:rPr><w:b/>", part=FIRST_FOOTER),
    LETTER("address nowhere", "text-complete", "<w:rPr>", "<w:rPr><w:vanish/>", part=FIRST_FOOTER),
    LETTER("drafter in small letters", "recipients-marks", "PL.(300)", "pl.(300)"),
    LETTER("filing line without full stop", "recipients-marks", "Lưu: VT, VP (2). PL.(300)", "Lưu: VT, VP (2)"),
    LETTER("signature off its column", "pictures", forms.SIGNATURE_RUN, forms.anchored("rId11", 1, forms.SIGNATURE, 35, 5.5)),
    LETTER("signature on the title", "pictures", forms.SIGNATURE_RUN, forms.anchored("rId11", 1, forms.SIGNATURE, 30, -8)),
    LETTER("seal over half the signature", "pictures", forms.SEAL_RUN, forms.anchored("rId12", 2, forms.SEAL, 9, -5)),
    LETTER("seal right of the signature", "pictures", forms.SEAL_RUN, forms.anchored("rId12", 2, forms.SEAL, 50, -5)),
    LETTER("seal of 33 mm, not 36", "pictures", forms.SEAL_RUN, forms.anchored("rId12", 2, (33, 33), 7, -5)),
    LETTER("seal distorted", "pictures", forms.SEAL_RUN, forms.anchored("rId12", 2, (36, 40), 4, -5)),
    LETTER("SAO Y regular", "looks", fixture.run("SAO Y", 28, True), fixture.run("SAO Y", 28)),
    LETTER("copy without rule above", "copies", fixture.rule(9355, 9355), ""),
    LETTER("copy with a short rule above", "copies", fixture.rule(9355, 9355), fixture.rule(6000, 9355)),
    LETTER("copy numbered as another kind", "copies", "Số: 03/SY-TTYT", "Số: 03/SL-TTYT"),
    LETTER("copy without recipients", "present", forms.closing(("Các khoa, phòng;", "Lưu: VT.")), ""),
    MINUTES("minutes with place and date", "present", forms.letterhead("Số: 01/BB-SYT", ""), forms.letterhead("Số: 01/BB-SYT")),
    MINUTES("only the first of two header rows repeated", "table-headers", '<w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>'
            '<w:vMerge w:val="continue"/>', '</w:trPr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:vMerge w:val="continue"/>'),
    MINUTES("group row not kept with the next", "group-rows", fixture.style("BangNhom") + "<w:keepNext/>", fixture.style("BangNhom")),
    MINUTES("group row regular", "group-rows", fixture.run(GROUP_B, 26, True), fixture.run(GROUP_B, 26)),
    MINUTES("total regular", "total-rows", fixture.run("98.750.000", 26, True), fixture.run("98.750.000", 26)),
    MINUTES("an amount at the left", "figures", forms.cell("98.750.000", 2000, jc="right", bold=True, flags=fixture.style("BangTong")),
            forms.cell("98.750.000", 2000, bold=True, flags=fixture.style("BangTong"))),
    MINUTES("merged cell that continues nothing", "merged-cells", '<w:vMerge w:val="restart"/></w:tcPr>', "</w:tcPr>", 1),
    MINUTES("numbers with a gap below a group", "row-numbers", ">4</w:t>", ">5</w:t>"),
    MINUTES("a signature lower than the other", "side-by-side", forms.SIGNER, fixture.paragraph("", 28, first=0, before=0) + forms.SIGNER),
    MINUTES("a name lower than the other", "side-by-side", forms.SIGNER, forms.SIGNER.replace('w:before="1400"', 'w:before="1600"')),
    MINUTES("a single signer in the middle of the page", "signature", forms.SIGNATURES, fixture.table([9355], [fixture.row([9355], [forms.SIGNER])])),
    MINUTES("title of a signer ends in a stray word", "centred-lines", ">CHỦ TỌA<", ">TRƯỞNG PHÒNG QUẢN LÝ CÔNG SẢN<"),
    MINUTES("columns of signatures unequal", "side-by-side", 'w:w="4677"', 'w:w="3400"'),
    MINUTES("recipients above the signatures", "recipients-level", forms.SIGNATURES + forms.RECIPIENTS,
            forms.RECIPIENTS + forms.SIGNATURES),
    MINUTES("signature information of 12 pt", "looks", fixture.run("Số: 01/BB-SYT; 06/3/2026; 14:30:15 +07:00", 20),
            fixture.run("Số: 01/BB-SYT; 06/3/2026; 14:30:15 +07:00", 24)),
    MINUTES("signature information at the left", "signature-info", '<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/>',
            '<w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/>'),
    MINUTES("electronic appendix with the number filled in", "reference", "số …/BB-SYT", "số 01/BB-SYT"),
    MINUTES("a single appendix numbered", "appendices", "Phụ lục<", "Phụ lục I<"),
    INTRODUCTION("no rule under the name of the type", "short-rules", fixture.rule(1200, 9355), ""),
    Fault("appendices numbered in Arabic", "appendices", "Phụ lục II<", "Phụ lục 2<"),
    Fault("mục I twice", "numbering", "II. NỘI DUNG", "I. NỘI DUNG"),
    Fault("khoản 2 missing", "numbering", f"2. {fixture.LONG}", f"3. {fixture.LONG}", 1),
    Fault("reference without date", "reference", "(Kèm theo Kế hoạch số 19/KH-SYT ngày 05 tháng 3 năm 2026 của", "(Kèm theo Kế hoạch số 19/KH-SYT của"),
    Fault("recipient Như trên, nobody above", "recipients-sense", "- Các phòng thuộc Sở;", "- Như trên;"),
    Fault("hidden text", "text-complete", fixture.run("b) " + fixture.LONG, 28),
          fixture.run("b) " + fixture.LONG, 28).replace("<w:rPr>", "<w:rPr><w:vanish/>")),
]


def broken(fault: Fault) -> dict[str, str | bytes]:
    """The right document with the fault put in; an edit that changes nothing is a mistake of this table."""
    parts = RIGHT[fault.base]
    changed = parts[fault.part].replace(fault.old, fault.new, fault.count)
    if changed == parts[fault.part]:
        raise ValueError(f"{fault.name}: the text to change is not in the fixture")
    return parts | {fault.part: changed}


def main() -> int:
    failures = 0
    with tempfile.TemporaryDirectory(prefix="selftest-") as folder:
        right = {Path(folder) / f"{name}.docx": parts for name, parts in RIGHT.items()}
        faults = {Path(folder) / f"fault-{number}.docx": fault for number, fault in enumerate(FAULTS, start=1)}
        for path, parts in (right | {path: broken(fault) for path, fault in faults.items()}).items():
            fixture.write(path, parts)
        results = check_documents([*right, *faults], {path: fault.check for path, fault in faults.items()})
    for path in right:
        wrong = failed_checks(results[path])
        failures += bool(wrong)
        print(f"{'FAIL ' if wrong else 'ok   '} right: {path.stem:33} {len(results[path]):3} checks")
        for name in wrong:
            print(*(f"          {name}: {fact.text}" for fact in results[path][name] if not fact.right), sep="\n")
    for path, fault in faults.items():
        wrong = [fact.text for fact in results[path].get(fault.check, []) if not fact.right]
        failures += not wrong
        print(f"{'ok   ' if wrong else 'FAIL '} {fault.name:40} {fault.check:20} {wrong[0] if wrong else 'not found'}")
    print(f"{len(FAULTS) + len(RIGHT) - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
