#!/usr/bin/env python3
"""Shows that the checks bite: a right document passes all of them, and each deliberate fault is found by the check meant for it.

Usage: python3 tests/geometry/selftest.py. The last line is "N passed, M failed".
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import fixture
from report import check_documents, failed_checks

DOCUMENT, HEADER = "word/document.xml", "word/header1.xml"
SUBJECT = "Duy trì và cải tiến Hệ thống quản lý chất lượng năm 2026"


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in a part, the first `count` times (-1: everywhere); `check` has to report it."""

    name: str
    check: str
    old: str
    new: str
    count: int = -1
    part: str = DOCUMENT


MOTTO_RULE = fixture.rule(3430, fixture.RIGHT_COLUMN)
ISSUER_RULE = fixture.rule(420, fixture.LEFT_COLUMN)
SUBJECT_RULE = fixture.rule(2700, fixture.LEFT_COLUMN + fixture.RIGHT_COLUMN)
APPENDIX_RULE = fixture.rule(1700, 9355)
DATE = fixture.centred("Đồng Tháp, ngày 05 tháng 3 năm 2026", 26, italic=True, before=120)
BODY = fixture.paragraph(f"a) {fixture.LONG}")
NAME = fixture.centred("Nguyễn Văn An", 28, bold=True, before=1400)
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
          fixture.centred(SUBJECT, 28, bold=True).replace("<w:ind ", '<w:ind w:left="1559" w:right="1559" ')),
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
    Fault("appendix without reference line", "appendices",
          fixture.centred("(Kèm theo Kế hoạch số 19/KH-SYT ngày 05 tháng 3 năm 2026 của Sở Y tế)", 28, italic=True), "", 1),
    Fault("wide appendix upright", "page-setup", 'w:w="16838" w:h="11906"', 'w:w="11906" w:h="16838"'),
    Fault("header row not repeated", "table-headers", "<w:tblHeader/>", ""),
    Fault("rows broken between pages", "rows-whole", "<w:cantSplit/>", ""),
    Fault("table 4 mm out in the margin", "table-width", "<w:tblLayout", '<w:tblInd w:w="-227" w:type="dxa"/><w:tblLayout'),
    Fault("row number twice", "row-numbers", ">4</w:t>", ">3</w:t>"),
    Fault("heading last on its page", "headings-kept", fixture.paragraph("1. Nội dung chung", bold=True, flags="<w:keepNext/>"),
          fixture.paragraph("1. Nội dung chung", bold=True, flags="<w:pageBreakBefore/>"), 1),
    Fault("hidden text", "text-complete", fixture.run("b) " + fixture.LONG, 28),
          fixture.run("b) " + fixture.LONG, 28).replace("<w:rPr>", "<w:rPr><w:vanish/>")),
]


def broken(fault: Fault) -> dict[str, str]:
    """The fixture with the fault put in; an edit that changes nothing is a mistake of this table."""
    parts = fixture.parts()
    changed = parts[fault.part].replace(fault.old, fault.new, fault.count)
    if changed == parts[fault.part]:
        raise ValueError(f"{fault.name}: the text to change is not in the fixture")
    return parts | {fault.part: changed}


def main() -> int:
    failures = 0
    with tempfile.TemporaryDirectory(prefix="selftest-") as folder:
        right = Path(folder) / "right.docx"
        fixture.write(right, fixture.parts())
        paths = {Path(folder) / f"fault-{number}.docx": fault for number, fault in enumerate(FAULTS, start=1)}
        for path, fault in paths.items():
            fixture.write(path, broken(fault))
        results = check_documents([right, *paths], {path: fault.check for path, fault in paths.items()})
    if wrong := failed_checks(results[right]):
        failures += 1
        print(f"FAIL  the right document fails {', '.join(wrong)}: "
              + "; ".join(fact.text for name in wrong for fact in results[right][name] if not fact.right))
    else:
        print(f"ok    the right document passes {len(results[right])} checks")
    for path, fault in paths.items():
        wrong = [fact.text for fact in results[path].get(fault.check, []) if not fact.right]
        failures += not wrong
        print(f"{'ok   ' if wrong else 'FAIL '} {fault.name:40} {fault.check:20} {wrong[0] if wrong else 'not found'}")
    print(f"{len(FAULTS) + 1 - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
