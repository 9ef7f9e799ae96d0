#!/usr/bin/python3
"""The same records as CSV, JSON, JSON Lines, XML, YAML and XLSX, for read_records.

Usage: make_records.py FOLDER [RECORDS]   RECORDS: 100000. XLSX needs openpyxl.
"""

import csv
import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

KEYS = ("ma", "don_vi", "noi_dung", "so_luong", "kinh_phi", "ghi_chu")
UNITS = ("Văn phòng Sở", "Phòng Nghiệp vụ Y", "Phòng Tổ chức cán bộ", "Trung tâm Kiểm soát bệnh tật")


def records(count: int):
    """Records that differ in length and figures, as real ones do."""
    for number in range(1, count + 1):
        yield {
            "ma": f"BB{number:06}",
            "don_vi": UNITS[number % len(UNITS)],
            "noi_dung": f"Kiểm tra việc áp dụng quy trình số {number}" + ", lập biên bản" * (number % 3),
            "so_luong": number % 37 + 1,
            "kinh_phi": number * 1500 + 0.5 * (number % 2),
            "ghi_chu": "đã khắc phục" if number % 4 == 0 else f"xem mục {number % 9 + 1}",
        }


def write_csv(path: Path, rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, KEYS)
        writer.writeheader()
        writer.writerows(rows)


def write_json(path: Path, rows) -> None:
    path.write_text(json.dumps(list(rows), ensure_ascii=False), encoding="utf-8")


def write_jsonl(path: Path, rows) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_xml(path: Path, rows) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.write("<du_lieu>\n<ban_ghi>\n")
        for row in rows:
            out.write("<muc>" + "".join(f"<{key}>{escape(str(row[key]))}</{key}>" for key in KEYS) + "</muc>\n")
        out.write("</ban_ghi>\n</du_lieu>\n")


def write_yaml(path: Path, rows) -> None:
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write("".join(f"{'- ' if key == 'ma' else '  '}{key}: {row[key]}\n" for key in KEYS))


def write_xlsx(path: Path, rows) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append(KEYS)
    for row in rows:
        sheet.append([row[key] for key in KEYS])
    book.save(path)


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    count = int(arguments[1]) if len(arguments) > 1 else 100_000
    folder.mkdir(parents=True, exist_ok=True)
    for ending, write in {"csv": write_csv, "json": write_json, "jsonl": write_jsonl, "xml": write_xml,
                          "yaml": write_yaml, "xlsx": write_xlsx}.items():
        write(folder / f"records.{ending}", records(count))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
