#!/usr/bin/env python3
"""Fills the Excel forms of the headline templates with the facts of their samples, as a clerk would, and makes the documents.

Usage: forms.py PROGRAM [PICTURES]. A form is made, filled in, saved by LibreOffice, read back and rendered: the DOCX must have
the bytes of the one from the YAML files. An unfilled form must name every required field. Needs python3-openpyxl and
LibreOffice. With PICTURES, the filled forms are drawn into that PNG. The last line is "N passed, M failed".
"""

import copy
import datetime
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Iterator

import openpyxl
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from schemas import Loader, merged

SAMPLES = Path(__file__).parents[2] / "samples"
HEADLINES = {
    "ke-hoach-iso": ["co-quan.yaml", "ke-hoach.yaml"],
    "du-toan": ["du-toan.yaml"],
    "bien-ban-danh-gia-noi-bo": ["co-quan.yaml", "bien-ban.yaml"],
}
MARK = "Bảng: "
KEY_COLUMN, VALUE_COLUMN = 1, 3
KEY_ROW, FIRST_ROW = 2, 4
DATE = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})$")
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255


def at(data: Any, path: str) -> Any:
    """What stands at a path of keys; a scalar instead of a group stands for the name in it."""
    for key in path.split("."):
        if isinstance(data, list) and len(data) == 1:
            data = data[0]
        if not isinstance(data, dict):
            return data if key == "ho_ten" else None
        data = data.get(key)
    return data


def type_into(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    """A value as somebody types it into a cell that has the format of its column."""
    if value is None:
        return
    cell = sheet.cell(row, column)
    if not cell.has_style:
        cell._style = copy.copy(sheet.column_dimensions[cell.column_letter]._style)
    if isinstance(value, list):
        value = "\n".join(str(item) for item in value)
    day = DATE.match(str(value))
    if cell.number_format == "dd/mm/yyyy" and day:
        cell.value = datetime.date(int(day[3]), int(day[2]), int(day[1]))
    elif isinstance(value, (int, float)) and cell.number_format != "@":
        cell.value = value
    else:
        cell.value = str(value)
        cell.data_type = "s"


def rows_of(data: Any, chain: list[str], outer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a table; levels that the data leaves out are skipped. An outer item is named in its first row only."""
    for level, name in enumerate(chain):
        items = data.get(name) if isinstance(data, dict) else None
        if isinstance(items, dict):
            items = [items]
        for item in items or []:
            if level + 1 == len(chain):
                yield {**outer, **(item if isinstance(item, dict) else {"noi_dung": item})}
                outer = {}
                continue
            inner = {**outer, **{f"{name}.{key}": value for key, value in item.items() if not isinstance(value, list)}}
            yield from rows_of(item, chain[level + 1 :], inner)
            outer = {}


def fill_table(sheet: Worksheet, data: dict[str, Any]) -> None:
    """One sheet of a table."""
    path = sheet["A1"].value.removeprefix(MARK).split(".")
    group: Any = data
    while len(path) > 1 and isinstance(group.get(path[0]), dict):
        group = group[path.pop(0)]
    keys = [cell.value for cell in sheet[KEY_ROW]]
    for number, row in enumerate(rows_of(group, path, {}), start=FIRST_ROW):
        for column, key in enumerate(keys, start=1):
            type_into(sheet, number, column, row[key] if key in row else at(row, key))


def fill(book: openpyxl.Workbook, data: dict[str, Any]) -> None:
    """The whole form."""
    for sheet in book:
        if str(sheet["A1"].value).startswith(MARK):
            fill_table(sheet, data)
        elif sheet.column_dimensions["A"].hidden:
            for row in range(1, sheet.max_row + 1):
                if key := sheet.cell(row, KEY_COLUMN).value:
                    type_into(sheet, row, VALUE_COLUMN, at(data, key))


def faults_of(book: openpyxl.Workbook) -> Iterator[str]:
    """What Excel would refuse or cut."""
    for sheet in book:
        if len(sheet.title) > 31:
            yield f"{sheet.title}: name too long"
        for rule in sheet.data_validations.dataValidation:
            if len(rule.promptTitle or "") > LONGEST_TITLE or len(rule.errorTitle or "") > LONGEST_TITLE:
                yield f"{sheet.title}: title of a rule too long"
            if len(rule.prompt or "") > LONGEST_MESSAGE or len(rule.error or "") > LONGEST_MESSAGE:
                yield f"{sheet.title}: text of a rule too long"
            if rule.type == "list" and len(rule.formula1 or "") > LONGEST_MESSAGE + 2:
                yield f"{sheet.title}: list too long"


def office(folder: Path, kind: str, file: Path) -> Path:
    """The file as LibreOffice saves it, in a folder of its own."""
    target = folder / f"saved-{kind}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(file)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return target / f"{file.stem}.{kind}"


class Proof:
    """One program, and what was found."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program = str(Path(program).resolve())
        self.folder = folder
        self.passed = 0
        self.failed = 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The program in the folder of this proof."""
        command = [self.program, *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)

    def expect(self, what: str, good: bool, detail: str = "") -> None:
        """Counts one check."""
        self.passed += good
        self.failed += not good
        if not good:
            print(f"FAIL  {what}: {detail[:1500]}")

    def required_keys(self, name: str) -> set[str]:
        """Keys of required fields outside of optional groups and lists, by the schema."""
        schema = json.loads(self.run("schema", name).stdout)
        return set(schema["required"])

    def headline(self, name: str, files: list[str]) -> Path:
        """One template; gives the form that the program filled in."""
        blank = self.folder / f"{name}.xlsx"
        made = self.run("new", name, "-o", str(blank))
        self.expect(f"{name}: form", made.returncode == 0, made.stderr)
        again = self.run("new", name, "-o", str(blank))
        self.expect(f"{name}: not written over", again.returncode == 5, again.stderr)
        book = openpyxl.load_workbook(blank)
        faults = list(faults_of(book))
        self.expect(f"{name}: rules", not faults, "; ".join(faults))

        unfilled = self.run("check", str(blank), "--diagnostics", "json")
        missing = self.required_keys(name)
        named = {key for key in missing if f"“{key}”" in unfilled.stderr + unfilled.stdout}
        self.expect(f"{name}: unfilled", unfilled.returncode == 1 and named == missing, f"{missing - named} {unfilled.stderr}")

        data: dict[str, Any] = {}
        for file in files:
            data = merged(data, yaml.load((SAMPLES / name / file).read_text(encoding="utf-8"), Loader))
        fill(book, data)
        filled = self.folder / f"{name}-da-dien.xlsx"
        book.save(filled)
        saved = office(self.folder, "xlsx", filled)

        sources = [str(SAMPLES / name / file) for file in files]
        expected = self.run("render", *sources, "-o", "tu-yaml.docx")
        got = self.run("render", str(saved), "-o", "tu-phieu.docx")
        good = expected.returncode == 0 and got.returncode == 0
        same = good and (self.folder / "tu-yaml.docx").read_bytes() == (self.folder / "tu-phieu.docx").read_bytes()
        self.expect(f"{name}: the same document", same, expected.stderr + got.stderr or "the bytes differ")

        known = self.folder / f"{name}-da-biet.xlsx"
        made = self.run("new", name, *[part for file in sources for part in ("--with", file)], "-o", str(known))
        got = self.run("render", str(known), "-o", "tu-da-biet.docx")
        good = made.returncode == 0 and got.returncode == 0
        same = good and (self.folder / "tu-yaml.docx").read_bytes() == (self.folder / "tu-da-biet.docx").read_bytes()
        self.expect(f"{name}: filled in by the program", same, made.stderr + got.stderr or "the bytes differ")
        return known


def fullest_table(form: Path) -> str:
    """Name of the table with most filled rows."""
    tables = [sheet for sheet in openpyxl.load_workbook(form) if str(sheet["A1"].value).startswith(MARK)]
    return max(tables, key=lambda sheet: sum(any(cell.value for cell in row) for row in sheet.rows)).title


def page_of(pdf: Path, sheet: str, pages: int) -> int:
    """The first page whose header names the sheet, from 0."""
    for number in range(pages):
        command = ["pdftotext", "-f", str(number + 1), "-l", str(number + 1), str(pdf), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if text.lstrip().startswith(sheet):
            return number
    return 0


def draw(folder: Path, forms: list[Path], target: Path) -> None:
    """First page and fullest table of each form, side by side."""
    from PIL import Image  # only pictures need it

    rows = []
    for form in forms:
        pdf = office(folder, "pdf", form)
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
        images = [Image.open(path) for path in sorted(pdf.parent.glob(f"{form.stem}-*.png"))]
        rows.append([images[0], images[page_of(pdf, fullest_table(form), len(images))]])
    width, height = (max(getattr(page, side) for row in rows for page in row) for side in ("width", "height"))
    sheet = Image.new("RGB", (2 * width + 30, len(rows) * (height + 10) + 10), "#9aa5b1")
    for row, images in enumerate(rows):
        for column, image in enumerate(images):
            sheet.paste(image, (10 + column * (width + 10), 10 + row * (height + 10)))
    sheet.quantize(64).save(target, optimize=True)


def main(arguments: list[str]) -> int:
    """Exit code 1 if anything failed."""
    with tempfile.TemporaryDirectory() as name:
        proof = Proof(arguments[0], Path(name))
        forms = [proof.headline(template, files) for template, files in HEADLINES.items()]
        if len(arguments) > 1:
            draw(proof.folder, forms, Path(arguments[1]))
    print(f"{proof.passed} passed, {proof.failed} failed")
    return 1 if proof.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
