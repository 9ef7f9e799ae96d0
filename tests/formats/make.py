#!/usr/bin/env python3
"""Writes the facts of du-lieu.json of each case in the other formats that the engine reads: XML, JSON Lines, CSV, XLSX, and
JSON with all keys the other way round. What it wrote is committed; check.py only reads. Needs openpyxl.

Usage: make.py
"""

import csv
import datetime
import json
import re
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class Table(NamedTuple):
    """A list that is a table: its path, and for the workbook the name of its sheet and the labels of its columns."""

    path: str
    sheet: str
    labels: dict[str, str]


class Case(NamedTuple):
    """How the facts of one document are laid out."""

    tables: list[Table]
    labels: dict[str, str]  # Of the form in the workbook; without them its keys are used.
    separator: str
    ending: str  # Of the CSV files.
    line_end: str


CASES = {
    "ke-hoach-iso": Case(
        tables=[
            Table(
                "nhiem_vu",
                "Nhiệm vụ",
                {"noi_dung": "Nội dung", "san_pham": "Sản phẩm", "thoi_gian": "Thời gian", "chu_tri": "Chủ trì", "phoi_hop": "Phối hợp"},
            ),
            Table(
                "can_cu",
                "Căn cứ",
                {"mo_dau": "Chữ mở đầu", "loai": "Tên loại", "so": "Số, ký hiệu", "ngay": "Ngày", "cua": "Của", "ve": "Về"},
            ),
        ],
        labels={
            "co_quan.chu_quan": "Cơ quan ban hành > Cơ quan chủ quản",
            "co_quan.ten": "Cơ quan ban hành > Tên cơ quan",
            "co_quan.ten_trong_van_ban": "Cơ quan ban hành > Tên cơ quan trong lời văn",
            "co_quan.ky_hieu": "Cơ quan ban hành > Chữ viết tắt tên cơ quan",
            "co_quan.dia_danh": "Cơ quan ban hành > Địa danh",
            "so": "Số văn bản",
            "ngay": "Ngày ban hành",
            "noi_nhan": "Nơi nhận",
        },
        separator=",",
        ending="csv",
        line_end="\n",
    ),
    "du-toan": Case(
        tables=[Table("du_toan.phan.muc.khoan", "du_toan.phan.muc.khoan", {})],
        labels={},
        separator=";",
        ending="csv",
        line_end="\r\n",
    ),
    "bien-ban-danh-gia-noi-bo": Case(
        tables=[Table("phat_hien", "phat_hien", {})],
        labels={},
        separator="\t",
        ending="tsv",
        line_end="\n",
    ),
}


def turned(value: Any) -> Any:
    """The same with the keys of all maps the other way round."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(item) for item in value] if isinstance(value, list) else value


def xml_of(name: str, value: Any, indent: str = "") -> str:
    """An element: flat maps as attributes, lists as elements called muc."""
    if isinstance(value, dict) and not any(isinstance(member, (dict, list)) for member in value.values()):
        return indent + f"<{name} " + " ".join(f"{key}={quoteattr(str(member))}" for key, member in value.items()) + "/>\n"
    if isinstance(value, (dict, list)):
        pairs = value.items() if isinstance(value, dict) else [("muc", item) for item in value]
        inside = "".join(xml_of(key, member, indent + "  ") for key, member in pairs)
        return f"{indent}<{name}>\n{inside}{indent}</{name}>\n"
    return f"{indent}<{name}>{escape(str(value))}</{name}>\n"


def cell(value: Any) -> Any:
    """A value of a table: a list is a text with a line for each item."""
    return "\n".join(str(item) for item in value) if isinstance(value, list) else value


def rows_at(facts: Any, path: list[str], parents: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table, each with the names of the items that it stands below."""
    if not path:
        return [parents | item for item in facts]
    if isinstance(facts, list):
        return [row for item in facts for row in rows_at(item[path[0]], path[1:], parents | named(item, parents))]
    return rows_at(facts[path[0]], path[1:], parents)


def named(item: dict[str, Any], parents: dict[str, Any]) -> dict[str, Any]:
    """`ten` of an item below the n-th list of du_toan.phan.muc.khoan."""
    return {("phan.ten" if "phan.ten" not in parents else "muc.ten"): item["ten"]}


def form_rows(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Paths and values of all that is not in a table."""
    if isinstance(value, dict):
        return [row for key, member in value.items() for row in form_rows(member, f"{path}.{key}" if path else key)]
    return [(path, cell(value))]


def without(facts: dict[str, Any], path: list[str]) -> dict[str, Any]:
    """The facts without the list at the path."""
    inside = without(facts[path[0]], path[1:]) if len(path) > 1 and isinstance(facts[path[0]], dict) else None
    return {key: inside if key == path[0] else member for key, member in facts.items() if key != path[0] or inside}


def columns_of(rows: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row))


def like_a_sheet(keys: list[str], rows: list[list[Any]]) -> list[list[Any]]:
    """The rows as a person types them: a parent is named in the first of its rows."""
    above: list[Any] = []
    result = []
    for row in rows:
        parents = [i for i, key in enumerate(keys) if "." in key]
        same = [bool(above) and all(row[j] == above[j] for j in parents[: n + 1]) for n in range(len(parents))]
        blank = {i for i, is_same in zip(parents, same) if is_same}
        result.append([None if i in blank else value for i, value in enumerate(row)])
        above = row
    return result


def write_csv(case: Case, path: Path, header: list[str], rows: list[list[Any]]) -> None:
    encoding = "utf-8-sig" if case.line_end == "\r\n" else "utf-8"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=case.separator, lineterminator=case.line_end)
        writer.writerows([header, *rows])


def sheet_value(value: Any) -> Any:
    """What is typed into a sheet: a date is one."""
    match = DATE.fullmatch(value) if isinstance(value, str) else None
    return datetime.date(int(match[3]), int(match[2]), int(match[1])) if match else value


def write_sheet(book: Workbook, name: str, header: list[str], rows: list[list[Any]]) -> None:
    sheet = book.create_sheet(name)
    sheet.append(header)
    for row in rows:
        sheet.append([sheet_value(value) for value in row])
    for row in sheet.iter_rows():
        for one in row:
            one.alignment = Alignment(wrap_text=True, vertical="top")
            one.font = Font(bold=one.row == 1)
            if isinstance(one.value, datetime.date):
                one.number_format = "dd/mm/yyyy"


def write_case(folder: Path, case: Case) -> None:
    facts = json.loads((folder / "du-lieu.json").read_text(encoding="utf-8"))
    (folder / "nguoc.json").write_text(json.dumps(turned(facts), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "du-lieu.xml").write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + xml_of("du_lieu", facts), encoding="utf-8")
    book = Workbook()
    book.remove(book.active)
    rest = facts
    tables = []
    for table in case.tables:
        rest = without(rest, table.path.split("."))
        rows = rows_at(facts, table.path.split("."), {})
        keys = columns_of(rows)
        tables.append((table, [table.labels.get(key, key) for key in keys], keys, [[cell(row.get(key)) for key in keys] for row in rows]))
    form = form_rows(rest)
    write_csv(case, folder / f"thong-tin.{case.ending}", ["Khóa", "Giá trị"], [list(row) for row in form])
    label = "Mục" if case.labels else "Khóa"
    write_sheet(book, "Thông tin", ["STT", label, "Giá trị"], [[i, case.labels.get(key, key), value] for i, (key, value) in enumerate(form, 1)])
    (folder / "thong-tin.json").write_text(json.dumps(rest, ensure_ascii=False) + "\n", encoding="utf-8")
    for table, labels, keys, rows in tables:
        name = table.path.split(".")[-1].replace("_", "-")
        numbered = [[i, *row] for i, row in enumerate(like_a_sheet(keys, rows), 1)]
        write_csv(case, folder / f"{name}.{case.ending}", ["STT", *keys], numbered)
        write_sheet(book, table.sheet, ["TT", *labels], numbered)
        lines = "".join(json.dumps(nested(dict(zip(keys, row))), ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    book.save(folder / "du-lieu.xlsx")


def nested(row: dict[str, Any]) -> dict[str, Any]:
    """`phan.ten` as a group; what is blank is left out."""
    result: dict[str, Any] = {}
    for key, value in row.items():
        group, dot, member = key.partition(".")
        if value is not None:
            result.setdefault(group, {}).update({member: value}) if dot else result.update({key: value})
    return result


if __name__ == "__main__":
    for case_name, one_case in CASES.items():
        write_case(HERE / case_name, one_case)
