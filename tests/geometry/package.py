"""What the DOCX says: sections, and paragraphs in order with their place in tables. No styles: looks are measured on the page."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class Section:
    """w:sectPr, lengths in millimetres."""

    width: float
    height: float
    landscape: bool
    top: float
    bottom: float
    left: float
    right: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True)
class Cell:
    """Where in a table a paragraph stands; `table` counts the outermost tables of the document."""

    table: int
    row: int
    column: int
    columns: int
    header: bool


@dataclass(frozen=True)
class Paragraph:
    text: str
    section: int
    cell: Cell | None


@dataclass
class Package:
    sections: list[Section]
    paragraphs: list[Paragraph]


def read_package(path: Path) -> Package:
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    sections = [read_section(element) for element in body.iter(f"{W}sectPr")]
    paragraphs: list[Paragraph] = []
    section = tables = 0
    for element in body:
        if element.tag == f"{W}tbl":
            paragraphs += table_paragraphs(element, section, tables)
            tables += 1
        elif element.tag == f"{W}p":
            paragraphs.append(Paragraph(text_of(element), section, None))
            section += element.find(f"{W}pPr/{W}sectPr") is not None
    return Package(sections, paragraphs)


def read_section(element) -> Section:
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")

    def mm(source, name: str) -> float:
        return int(source.get(W + name)) / TWIPS_PER_MM

    return Section(mm(size, "w"), mm(size, "h"), size.get(f"{W}orient") == "landscape",
                   mm(margins, "top"), mm(margins, "bottom"), mm(margins, "left"), mm(margins, "right"))


def table_paragraphs(element, section: int, number: int) -> list[Paragraph]:
    found = []
    for row_index, row in enumerate(element.iter(f"{W}tr")):
        header = row.find(f"{W}trPr/{W}tblHeader")
        cells = row.findall(f"{W}tc")
        for column, cell in enumerate(cells):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart":
                continue  # Belongs to the cell above; its own text is never shown.
            place = Cell(number, row_index, column, len(cells), header is not None and header.get(f"{W}val") not in ("0", "false"))
            found += [Paragraph(text_of(p), section, place) for p in cell.iter(f"{W}p")]
    return found


def text_of(paragraph) -> str:
    """Visible text; breaks and tabs count as a space."""
    pieces = []
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if any(ancestor.tag == FALLBACK for ancestor in element.iterancestors()):
            continue
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.getparent().tag == f"{W}r":
            pieces.append(" ")
    return "".join(pieces).strip()
