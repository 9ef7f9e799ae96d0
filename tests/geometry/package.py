"""What the DOCX says: sections, paragraphs in order with their place in tables, headers and footers of first pages, pictures.

Of styles only the names are read, to know what a paragraph is meant to be; how it looks is measured on the page.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from pictures import Picture, read_picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000


@dataclass(frozen=True)
class Cell:
    """Where in a table a paragraph stands; `table` counts the outermost tables of the document."""

    table: int
    row: int
    column: int  # Counted in cells of the row.
    columns: int
    header: bool
    grid: int = 0  # First column of the grid, and how many of them.
    span: int = 1


@dataclass(frozen=True)
class Paragraph:
    text: str
    section: int
    cell: Cell | None
    style: str | None = None
    pictures: tuple[Picture, ...] = ()
    keep_next: bool = False  # By itself or by its style.


@dataclass
class Section:
    """w:sectPr, lengths in millimetres; `first_header` and `first_footer` belong to the first page alone."""

    width: float
    height: float
    landscape: bool
    top: float
    bottom: float
    left: float
    right: float
    first_header: list[Paragraph] = field(default_factory=list)
    first_footer: list[Paragraph] = field(default_factory=list)

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True)
class GridCell:
    """A cell of a row: its place in the grid and w:vMerge: "", "restart" or "continue"."""

    grid: int
    span: int
    merge: str


@dataclass
class Table:
    """`ruled`: has lines, so it holds data; the others only put things side by side."""

    ruled: bool
    grid: list[int]
    rows: list[list[GridCell]]
    headers: list[bool]


@dataclass
class Package:
    sections: list[Section]
    paragraphs: list[Paragraph]
    tables: list[Table]


class Reader:
    """One DOCX, open. Parts are read by name."""

    def __init__(self, package: zipfile.ZipFile):
        self.package = package
        self.names = set(package.namelist())
        styles = list(self.part("word/styles.xml").iter(f"{W}style")) if "word/styles.xml" in self.names else []
        self.ruled_styles = {style.get(f"{W}styleId") for style in styles if has_lines(style.find(f"{W}tblPr"))}
        self.kept_styles = {style.get(f"{W}styleId") for style in styles if is_on(style.find(f"{W}pPr/{W}keepNext"))}

    def part(self, name: str):
        return etree.fromstring(self.package.read(name))

    def targets(self, name: str) -> dict[str, str]:
        """What the relationships of a part point at, by id."""
        folder, file = posixpath.split(name)
        relations = f"{folder}/_rels/{file}.rels"
        if relations not in self.names:
            return {}
        return {element.get("Id"): posixpath.normpath(posixpath.join(folder, element.get("Target")))
                for element in self.part(relations) if element.get("TargetMode") != "External"}

    def picture(self, anchor, targets: dict[str, str]) -> Picture | None:
        blip = next(anchor.iter(BLIP), None)
        if blip is None:
            return None
        extent, name = anchor.find(f"{ANCHOR}extent"), anchor.find(f"{ANCHOR}docPr")
        data = self.package.read(targets[blip.get(f"{R}embed")])
        return read_picture(io.BytesIO(data), int(extent.get("cx")) / EMU_PER_MM, int(extent.get("cy")) / EMU_PER_MM,
                            name.get("descr") or "")

    def paragraph(self, element, section: int, cell: Cell | None, targets: dict[str, str]) -> Paragraph:
        style = element.find(f"{W}pPr/{W}pStyle")
        found = [self.picture(anchor, targets) for anchor in element.iter(f"{ANCHOR}anchor", f"{ANCHOR}inline")
                 if not in_fallback(anchor)]
        name = None if style is None else style.get(f"{W}val")
        own = element.find(f"{W}pPr/{W}keepNext")
        return Paragraph(text_of(element), section, cell, name, tuple(picture for picture in found if picture),
                         name in self.kept_styles if own is None else is_on(own))

    def all_paragraphs(self, name: str) -> list[Paragraph]:
        """Of a header or footer, tables flattened."""
        targets = self.targets(name)
        return [self.paragraph(element, 0, None, targets) for element in self.part(name).iter(f"{W}p")]

    def section(self, element, targets: dict[str, str]) -> Section:
        size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")

        def mm(source, name: str) -> float:
            return int(source.get(W + name)) / TWIPS_PER_MM

        def first(kind: str) -> list[Paragraph]:
            found = [reference for reference in element.findall(f"{W}{kind}Reference") if reference.get(f"{W}type") == "first"]
            return [p for reference in found for p in self.all_paragraphs(targets[reference.get(f"{R}id")]) if p.text]

        titled = element.find(f"{W}titlePg") is not None
        return Section(mm(size, "w"), mm(size, "h"), size.get(f"{W}orient") == "landscape",
                       mm(margins, "top"), mm(margins, "bottom"), mm(margins, "left"), mm(margins, "right"),
                       first("header") if titled else [], first("footer") if titled else [])

    def table(self, element) -> Table:
        properties = element.find(f"{W}tblPr")
        style = properties.find(f"{W}tblStyle")
        ruled = has_lines(properties) or style is not None and style.get(f"{W}val") in self.ruled_styles
        rows = element.findall(f"{W}tr")
        return Table(ruled, [int(column.get(f"{W}w")) for column in element.iter(f"{W}gridCol")],
                     [grid_cells(row) for row in rows], [is_header(row) for row in rows])

    def table_paragraphs(self, element, section: int, number: int, targets: dict[str, str]) -> list[Paragraph]:
        found = []
        for row_index, row in enumerate(element.findall(f"{W}tr")):
            cells, places = row.findall(f"{W}tc"), grid_cells(row)
            for column, (cell, place) in enumerate(zip(cells, places)):
                if place.merge == "continue":
                    continue  # Belongs to the cell above; its own text is never shown.
                where = Cell(number, row_index, column, len(cells), is_header(row), place.grid, place.span)
                found += [self.paragraph(p, section, where, targets) for p in cell.iter(f"{W}p")]
        return found


def read_package(path: Path) -> Package:
    with zipfile.ZipFile(path) as archive:
        reader = Reader(archive)
        body = reader.part("word/document.xml").find(f"{W}body")
        targets = reader.targets("word/document.xml")
        result = Package([reader.section(element, targets) for element in body.iter(f"{W}sectPr")], [], [])
        section = 0
        for element in body:
            if element.tag == f"{W}tbl":
                result.paragraphs += reader.table_paragraphs(element, section, len(result.tables), targets)
                result.tables.append(reader.table(element))
            elif element.tag == f"{W}p":
                result.paragraphs.append(reader.paragraph(element, section, None, targets))
                section += element.find(f"{W}pPr/{W}sectPr") is not None
    return result


def has_lines(properties) -> bool:
    edge = None if properties is None else properties.find(f"{W}tblBorders/{W}insideH")
    return edge is not None and edge.get(f"{W}val") not in ("nil", "none")


def is_header(row) -> bool:
    return is_on(row.find(f"{W}trPr/{W}tblHeader"))


def is_on(mark) -> bool:
    """Of an element that is a switch."""
    return mark is not None and mark.get(f"{W}val") not in ("0", "false")


def grid_cells(row) -> list[GridCell]:
    places, column = [], 0
    for cell in row.findall(f"{W}tc"):
        span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
        width = 1 if span is None else int(span.get(f"{W}val"))
        places.append(GridCell(column, width, "" if merge is None else merge.get(f"{W}val") or "continue"))
        column += width
    return places


def in_fallback(element) -> bool:
    return any(ancestor.tag == FALLBACK for ancestor in element.iterancestors())


def text_of(paragraph) -> str:
    """Visible text; breaks and tabs count as a space."""
    pieces = []
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if in_fallback(element):
            continue
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.getparent().tag == f"{W}r":
            pieces.append(" ")
    return "".join(pieces).strip()
