#!/usr/bin/env python3
"""Measures workbooks as LibreOffice shows and prints them.

Usage: xlsx_print.py FILE.xlsx... For each file: the text of every cell, also of merged ones, has the height that it needs
(each is printed alone on a page, in a cell of its width and more height than enough); in the PDF no number is shown as ####, every letter of every sheet is printed, nothing stands in the margins and no two words over each other; the rows
that repeat stand on every page that the table goes on to. The last line is "N passed, M failed".
"""

import html
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Iterator, NamedTuple

from lxml import etree

from workbook import CELL, MAIN, LibreOffice, cells_of, column_letters, column_number, sheet_parts

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
SLACK = 1.5  # Points: a line's box is a little higher than its letters.
HEIGHT_SLACK = 0.5  # Points: heights are whole pixels.
PROBE_HEIGHT = 409  # Points: the highest row; two do not fit on a page of A3.
POINTS_IN_INCH = 72


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Page(NamedTuple):
    width: float
    height: float
    words: list[Word]


class Printed(NamedTuple):
    """What a sheet is expected to show."""

    words: Counter
    margins: dict[str, float]


def read_pages(pdf: Path) -> list[Page]:
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True, timeout=120).stdout
    pages = []
    for width, height, content in PAGE.findall(text):
        words = [Word(*map(float, box), html.unescape(word)) for *box, word in WORD.findall(content)]
        pages.append(Page(float(width), float(height), words))
    return pages


def read_printed(archive: zipfile.ZipFile) -> list[Printed]:
    """The words of texts by sheet, their margins; numbers are shown as the user's system has them and are not looked for."""
    strings = ["".join(si.itertext()) for si in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
    sheets = []
    for part in sheet_parts(archive).values():
        tree = etree.fromstring(archive.read(part))
        words: Counter = Counter()
        for cell in tree.iter(MAIN + "c"):
            if cell.get("t") == "s":
                words.update(strings[int(cell.findtext(MAIN + "v"))].replace("\u00a0", " ").split())
        margins = {name: float(value) * POINTS_IN_INCH for name, value in tree.find(MAIN + "pageMargins").items()}
        sheets.append(Printed(words, margins))
    return sheets


class Text(NamedTuple):
    """A cell with text: its place, its XML, the width in characters and the height in points that it has."""

    name: str
    xml: etree._Element
    width: float
    height: float


def read_texts(tree: etree._Element) -> list[Text]:
    widths: dict[int, float] = {}
    for column in tree.iter(MAIN + "col"):
        for number in range(int(column.get("min")), int(column.get("max")) + 1):
            widths[number] = float(column.get("width"))
    heights = {int(row.get("r")): float(row.get("ht")) for row in tree.iter(MAIN + "row")}
    merged = {}
    for merge in tree.iter(MAIN + "mergeCell"):
        cells = [CELL.match(cell).groups() for cell in cells_of(merge.get("ref"))]
        merged["".join(cells[0])] = ({column_number(c) for c, _ in cells}, {int(r) for _, r in cells})
    texts = []
    for cell in tree.iter(MAIN + "c"):
        if cell.get("t") == "s":
            letters, row = CELL.match(cell.get("r")).groups()
            columns, rows = merged.get(cell.get("r"), ({column_number(letters)}, {int(row)}))
            texts.append(Text(cell.get("r"), cell, sum(widths[c] for c in columns), sum(heights[r] for r in rows)))
    return texts


def probe_sheet(texts: list[Text]) -> bytes:
    """A sheet with each text alone in a row that fills a page, in a column as wide as the text has it. Columns ascend with the
    rows, so that the pages come in the order of the texts."""
    widths = sorted({text.width for text in texts})
    sheet = etree.Element(MAIN + "worksheet", nsmap={None: MAIN.strip("{}")})
    columns = etree.SubElement(sheet, MAIN + "cols")
    for number, width in enumerate(widths, start=1):
        etree.SubElement(columns, MAIN + "col", min=str(number), max=str(number), width=str(width), customWidth="1")
    data = etree.SubElement(sheet, MAIN + "sheetData")
    for number, text in enumerate(texts, start=1):
        row = etree.SubElement(data, MAIN + "row", r=str(number), ht=str(PROBE_HEIGHT), customHeight="1")
        cell = etree.fromstring(etree.tostring(text.xml))
        cell.set("r", column_letters(widths.index(text.width) + 1) + str(number))
        row.append(cell)
    etree.SubElement(sheet, MAIN + "pageMargins", left="0.5", right="0.5", top="0.5", bottom="0.5", header="0", footer="0")
    etree.SubElement(sheet, MAIN + "pageSetup", paperSize="8", orientation="landscape")
    return etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_probe(source: Path, target: Path) -> list[tuple[str, Text]]:
    """The book with the sheets replaced by probes; what is probed, with the names of the sheets, in the order of the pages."""
    probed = []
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        replaced = {}
        for name, part in sheet_parts(old).items():
            texts = [text for text in read_texts(etree.fromstring(old.read(part))) if text.height < PROBE_HEIGHT]
            texts.sort(key=lambda text: text.width)
            probed += [(name, text) for text in texts]
            replaced[part] = probe_sheet(texts)
        for entry in old.namelist():
            data = replaced.get(entry, old.read(entry))
            if entry == "xl/workbook.xml":
                data = re.sub(rb"<definedNames>.*</definedNames>", b"", data)
            if not entry.startswith("xl/worksheets/_rels/"):
                new.writestr(entry, data)
    return probed


def height_faults(probed: list[tuple[str, Text]], pdf: Path) -> Iterator[str]:
    pages = [page for page in read_pages(pdf) if page.words]  # Columns that end with a page leave an empty one.
    if len(pages) != len(probed):
        yield f"{len(probed)} texts were probed on {len(pages)} pages"
        return
    for (sheet, text), page in zip(probed, pages):
        needed = max(word.bottom for word in page.words) - min(word.top for word in page.words)
        if needed > text.height + HEIGHT_SLACK:
            yield f"{sheet} {text.name}: needs {needed:.1f} points, has {text.height}"


def page_faults(number: int, page: Page, margins: dict[str, float]) -> Iterator[str]:
    for word in page.words:
        if word.text.startswith("##"):
            yield f"page {number}: {word.text}"
        if word.left < margins["left"] - SLACK or word.right > page.width - margins["right"] + SLACK:
            yield f"page {number}: “{word.text}” in the margin at {word.left:.0f} to {word.right:.0f} points"
    yield from overlaps(number, sorted(page.words, key=lambda word: (word.top, word.left)))


def overlaps(number: int, words: list[Word]) -> Iterator[str]:
    """Words printed over each other: text that wants more lines or more width than its cell has."""
    for i, word in enumerate(words):
        for other in words[i + 1 :]:
            if other.top > word.bottom:
                break
            across = min(word.right, other.right) - max(word.left, other.left)
            down = min(word.bottom, other.bottom) - max(word.top, other.top)
            if across > SLACK and down > 0.35 * min(word.bottom - word.top, other.bottom - other.top):
                yield f"page {number}: “{word.text}” and “{other.text}” over each other"


def title_faults(archive: zipfile.ZipFile, pages: list[Page]) -> Iterator[str]:
    """Rows that repeat are seen again: the first words of the last column's heading on at least two pages, if the sheet has them."""
    strings = ["".join(si.itertext()) for si in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
    book = etree.fromstring(archive.read("xl/workbook.xml"))
    parts = list(sheet_parts(archive).values())
    for name in book.iter(MAIN + "definedName"):
        if name.get("name") != "_xlnm.Print_Titles" or len(parts) > 1:
            continue
        row = re.findall(r"\$(\d+)", name.text)[0]
        tree = etree.fromstring(archive.read(parts[0]))
        cells = [c for c in tree.iter(MAIN + "c") if CELL.match(c.get("r"))[2] == row and c.get("t") == "s"]
        heading = strings[int(cells[-1].findtext(MAIN + "v"))].split()[0]
        seen = [number for number, page in enumerate(pages, start=1) if heading in (word.text for word in page.words)]
        if len(pages) > 1 and len(seen) < 2:
            yield f"the heading “{heading}” stands on page {seen} of {len(pages)} only"


def faults(path: Path, pdf: Path) -> Iterator[str]:
    """What is wrong with a file's print, in words."""
    pages = read_pages(pdf)
    with zipfile.ZipFile(path) as archive:
        sheets = read_printed(archive)
        yield from title_faults(archive, pages)
    margins = {side: min(sheet.margins[side] for sheet in sheets) for side in ("left", "right")}
    for number, page in enumerate(pages, start=1):
        yield from page_faults(number, page, margins)
    # Letters, not words: a word that is broken inside is shown in parts.
    shown = Counter("".join(word.text for page in pages for word in page.words))
    wanted = Counter("".join("".join(sheet.words.elements()) for sheet in sheets))
    for letter, missing in (wanted - shown).items():
        yield f"{missing} times “{letter}” is not printed: text is cut off"


def main(arguments: list[str]) -> int:
    paths = [Path(argument).resolve() for argument in arguments]
    failed = 0
    with LibreOffice() as office:
        probes = {path: office.folder / f"{path.stem}.xlsx" for path in paths}
        probed = {path: write_probe(path, probe) for path, probe in probes.items()}
        measured = office.convert("pdf", list(probes.values()))
        printed = office.convert("pdf", paths)
        for path in paths:
            wrong = list(height_faults(probed[path], measured / (path.stem + ".pdf"))) + list(faults(path, printed / (path.stem + ".pdf")))
            failed += bool(wrong)
            print(f"{'FAIL' if wrong else 'ok  '} {path.name}")
            print("".join(f"     {line}\n" for line in wrong[:20]), end="")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
