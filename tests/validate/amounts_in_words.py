#!/usr/bin/env python3
"""Holds totals and their words in DOCX and XLSX to the independent table amounts.tsv.

Usage: amounts_in_words.py PROGRAM. Each amount is the sum of two items of an estimate; both outputs must show the total,
the spreadsheet as a number, and its words. The last line is "N passed, M failed".
"""

import html
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TABLE = Path(__file__).with_name("amounts.tsv")
MOST = 10**15 - 1  # Beyond this a spreadsheet's numbers are not exact.


def rows() -> list[tuple[int, str]]:
    lines = (line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(int(amount), words) for amount, words in (line.split("\t") for line in lines)]


def data(amount: int) -> str:
    """An estimate whose total is `amount`."""
    first = amount // 3
    return json.dumps({
        "mau": "du-toan-ba-cot",
        "co_quan": {"ten": "Sở Y tế", "ky_hieu": "SYT", "dia_danh": "Huế"},
        "ten": "Dự toán kinh phí năm 2027",
        "khoan": [{"noi_dung": "Khoản một", "kinh_phi": first}, {"noi_dung": "Khoản hai", "kinh_phi": amount - first}],
        "khong_ke_toan": True,
        "nguoi_lap_bieu": "Lê An",
        "thu_truong": {"chuc_vu": "Giám đốc", "ho_ten": "Lê Bình"},
    }, ensure_ascii=False)


def text_of(archive: zipfile.ZipFile, name: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "\n", archive.read(name).decode("utf-8")))


def faults(program: str, folder: Path, amount: int, words: str) -> list[str]:
    (folder / "a.json").write_text(data(amount), "utf-8")
    subprocess.run([program, "render", "--quiet", "a.json", "--to", "both", "-o", "a"], cwd=folder, check=True, timeout=60)
    wanted = f"Bằng chữ: {words}"
    found = []
    with zipfile.ZipFile(folder / "a.docx") as archive:
        text = text_of(archive, "word/document.xml")
        if wanted not in text:
            found.append("words in the DOCX")
        if f"{amount:,}".replace(",", ".") not in text.split("\n"):
            found.append("total in the DOCX")
    with zipfile.ZipFile(folder / "a.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
        texts = sheet if "xl/sharedStrings.xml" not in archive.namelist() else text_of(archive, "xl/sharedStrings.xml")
        if wanted not in texts:
            found.append("words in the XLSX")
        if amount <= MOST and not re.search(rf"<f>[^<]*SUM[^<]*</f><v>{amount}</v>", sheet):
            found.append("total in the XLSX")
    return found


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    program = str(Path(arguments[0]).resolve())
    failed = 0
    table = rows()
    with tempfile.TemporaryDirectory() as folder:
        for amount, words in table:
            for fault in faults(program, Path(folder), amount, words):
                print(f"FAIL  {amount}: {fault}")
                failed += 1
    print(f"{len(table) * 4 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
