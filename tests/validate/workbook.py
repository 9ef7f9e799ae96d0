"""Workbooks as the validators see them: cells with formulas and values, an independent calculation in exact decimals, and
LibreOffice's recalculation."""

import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)")
TOKEN = re.compile(r"\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|ROUND|SUM|\d+(?:\.\d+)?|[-+*/(),]")
# LibreOffice takes the results in a file as they are, unless it is told to calculate always.
RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"
><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


@dataclass
class Cell:
    """A number or a formula with its result; texts are not kept."""

    value: Decimal
    formula: str | None = None


Sheet = dict[str, Cell]


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Entry of each sheet by its name, in the order of the book."""
    relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    book = etree.fromstring(archive.read("xl/workbook.xml"))
    return {sheet.get("name"): "xl/" + targets[sheet.get(RELATIONSHIP)].removeprefix("/xl/") for sheet in book.iter(MAIN + "sheet")}


def read_sheet(data: bytes) -> Sheet:
    """Cells with numbers, by name ("F12")."""
    cells = {}
    for cell in etree.fromstring(data).iter(MAIN + "c"):
        value, formula = cell.findtext(MAIN + "v"), cell.findtext(MAIN + "f")
        if cell.get("t") in (None, "n") and value:
            cells[cell.get("r")] = Cell(Decimal(value), formula)
        elif formula is not None:
            cells[cell.get("r")] = Cell(Decimal("NaN"), formula)
    return cells


def read_book(path: Path) -> dict[str, Sheet]:
    with zipfile.ZipFile(path) as archive:
        return {name: read_sheet(archive.read(part)) for name, part in sheet_parts(archive).items()}


def write_changed(source: Path, target: Path, sheet: str, cell: str, value: Decimal) -> None:
    """A copy of the book with another number in one cell; all results in it stay as they were."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        part = sheet_parts(old)[sheet]
        for entry in old.namelist():
            data = old.read(entry)
            if entry == part:
                tree = etree.fromstring(data)
                found = next(c for c in tree.iter(MAIN + "c") if c.get("r") == cell)
                found.find(MAIN + "v").text = str(value)
                data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(entry, data)


class LibreOffice:
    """One profile that always recalculates, and a folder for what it makes."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vanban-calc-"))
        user = self.folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")

    def __enter__(self) -> "LibreOffice":
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def convert(self, form: str, paths: list[Path]) -> Path:
        """Converts all files and says in which folder the results are."""
        target = self.folder / f"out-{len(list(self.folder.iterdir()))}"
        command = ["soffice", f"-env:UserInstallation={(self.folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(target), *map(str, paths)]
        subprocess.run(command, capture_output=True, timeout=600, check=True)
        return target


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cells_of(reference: str) -> list[str]:
    """The cells of "F5" or "F5:G9"."""
    ends = [(column_number(c), int(r)) for c, r in CELL.findall(reference)]
    (left, top), (right, bottom) = ends[0], ends[-1]
    return [f"{column_letters(c)}{r}" for r in range(top, bottom + 1) for c in range(left, right + 1)]


class Calculator:
    """Formulas of ROUND, SUM and the four operations, in decimals of 50 digits: nothing of the engine's arithmetic."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.known: dict[str, Decimal] = {}

    def value(self, name: str) -> Decimal:
        if name not in self.known:
            cell = self.sheet.get(name)
            self.known[name] = Decimal(0) if cell is None else self.evaluate(cell.formula) if cell.formula else cell.value
        return self.known[name]

    def evaluate(self, formula: str) -> Decimal:
        self.tokens, saved = TOKEN.findall(formula), getattr(self, "tokens", None)
        assert "".join(self.tokens) == formula, f"not understood: {formula}"
        with localcontext() as context:
            context.prec = 50
            result = self.sum()
        assert not self.tokens, f"not understood: {formula}"
        self.tokens = saved
        return result

    def sum(self) -> Decimal:
        total = self.product()
        while self.tokens and self.tokens[0] in "+-":
            total = total + self.product() if self.tokens.pop(0) == "+" else total - self.product()
        return total

    def product(self) -> Decimal:
        total = self.atom()
        while self.tokens and self.tokens[0] in "*/":
            total = total * self.atom() if self.tokens.pop(0) == "*" else total / self.atom()
        return total

    def atom(self) -> Decimal:
        token = self.tokens.pop(0)
        if token == "-":
            return -self.atom()
        if token == "(":
            inner = self.sum()
            self.tokens.pop(0)
            return inner
        if token in ("ROUND", "SUM"):
            return self.function(token)
        return self.value(token.replace("$", "")) if token[0] in "$ABCDEFGHIJKLMNOPQRSTUVWXYZ" else Decimal(token)

    def function(self, name: str) -> Decimal:
        arguments = []
        while self.tokens.pop(0) in "(,":
            if ":" in self.tokens[0]:
                arguments += [self.value(cell) for cell in cells_of(self.tokens.pop(0))]
            else:
                arguments.append(self.sum())
            if self.tokens[0] == ")":
                self.tokens.pop(0)
                break
        if name == "SUM":
            return sum(arguments, Decimal(0))
        return arguments[0].quantize(Decimal(1).scaleb(-int(arguments[1])), ROUND_HALF_UP)


def calculate(sheet: Sheet) -> dict[str, Decimal]:
    """All formulas of a sheet, by cell."""
    calculator = Calculator(sheet)
    return {name: calculator.value(name) for name, cell in sheet.items() if cell.formula}
