"""Checks of tables of data: header rows, whole rows, groups, totals, merges, figures, width."""

import re
from itertools import groupby, pairwise
from typing import Iterator

from components import Components
from facts import Check, Fact, short
from layout import Layout, Placed

TABLE_EDGE_TOLERANCE = 0.5  # Half a line's weight and the pixels of the measurement.
FIGURES_TOLERANCE = 0.3  # Right edges of the figures of a column.
AMOUNT = re.compile(r"^-?\d{1,3}(\.\d{3})+(,\d+)?$")
TOTAL = re.compile(r"^(Tổng cộng|Tổng số|Tổng|Cộng)( \(.*\))?:?$", re.IGNORECASE)
GROUP_STYLE, TOTAL_STYLE = "BangNhom", "BangTong"


def data_tables(layout: Layout, found: Components) -> list[tuple[int, list[Placed]]]:
    """The tables with lines, and those whose header row is marked."""
    cells = [item for item in found.items if item.paragraph.cell]
    tables = [(number, list(items)) for number, items in groupby(cells, key=lambda item: item.paragraph.cell.table)]
    return [(number, items) for number, items in tables
            if layout.package.tables[number].ruled or any(layout.package.tables[number].headers)]


def rows_of(items: list[Placed]) -> list[list[Placed]]:
    return [list(row) for _, row in groupby(items, key=lambda item: item.paragraph.cell.row)]


def pages_of(items: list[Placed]) -> list[int]:
    return sorted({page for item in items for page in item.pages})


def table_headers(layout: Layout, found: Components) -> Iterator[Fact]:
    """A table over several pages shows its header rows, all of them, at the top of each."""
    for number, items in data_tables(layout, found):
        header = [item for item in items if item.paragraph.cell.header]
        pages = pages_of(items)
        table = layout.package.tables[number]
        for row, (cells, marked) in enumerate(zip(table.rows[1:], table.headers), start=1):
            if marked and not table.headers[row] and any(cell.merge == "continue" for cell in cells):
                yield Fact(False, f"table {number}: row {row + 1} goes on with the header and is not one")
        if len(pages) < 2:
            continue
        if not header:
            yield Fact(False, f"table {number}: no header row on pages {pages[0]} to {pages[-1]}")
            continue
        wanted = "".join("".join(item.paragraph.text.split()) for item in header)
        for page in pages[1:]:
            letters = "".join("".join(word.text.split()) for word in layout.text_words(page))
            yield Fact(letters.startswith(wanted), f"table {number}: header on page {page}")


def header_alone(_layout: Layout, found: Components) -> Iterator[Fact]:
    """The header rows and what stands above a table (title, unit) are on the page of the first row below them."""
    for number, items in data_tables(_layout, found):
        header = [item for item in items if item.paragraph.cell.header]
        rest = [item for item in items if not item.paragraph.cell.header]
        if header and rest:
            good = min(pages_of(header)) == min(rest[0].pages)
            yield Fact(good, f"table {number}: header on page {min(pages_of(header))}, first row on page {min(rest[0].pages)}")
    for above, below in pairwise(found.main):
        if above in found["bang-tieu-de"] or above in found["bang-don-vi"]:
            yield Fact(max(above.pages) == min(below.pages), f"{short(above.text)} kept with its table")


def rows_whole(layout: Layout, found: Components) -> Iterator[Fact]:
    """No row of a table is broken between two pages."""
    for number, items in data_tables(layout, found):
        rows = rows_of(items)
        for row in rows:
            merged = [item for item in row if not merges_down(layout, item)]
            if len(pages_of(merged)) > 1:
                yield Fact(False, f"table {number}: row {row[0].paragraph.cell.row + 1} on pages {pages_of(merged)}")
        yield Fact(True, f"table {number}: {len(rows)} rows")


def merges_down(layout: Layout, item: Placed) -> bool:
    cell = item.paragraph.cell
    return layout.package.tables[cell.table].rows[cell.row][cell.column].merge == "restart"


def group_rows(_layout: Layout, found: Components) -> Iterator[Fact]:
    """A row that heads others is bold and kept with the row below it: by a property, since LibreOffice 7.4 breaks there all the same."""
    for number, items in data_tables(_layout, found):
        for row in rows_of(items):
            if any(item.paragraph.style == GROUP_STYLE for item in row):
                text = f"table {number}: {short(row[0].text)}"
                bold = all(word.bold for item in row for word in item.words)
                yield Fact(bold, text if bold else f"{text} not bold")
                kept = all(item.paragraph.keep_next for item in row)
                yield Fact(kept, text if kept else f"{text} not kept with the next row")


def total_rows(_layout: Layout, found: Components) -> Iterator[Fact]:
    """A row of totals is bold, in all its cells."""
    for number, items in data_tables(_layout, found):
        for row in rows_of(items):
            if row[0].paragraph.cell.header:
                continue
            if TOTAL.match(row[0].text) or any(item.paragraph.style == TOTAL_STYLE for item in row):
                bold = all(word.bold for item in row for word in item.words)
                yield Fact(bold, f"table {number}: {short(row[0].text)}{'' if bold else ' not bold'}")


def figures(layout: Layout, found: Components) -> Iterator[Fact]:
    """Amounts below each other end at one place."""
    for number, items in data_tables(layout, found):
        columns: dict[tuple[int, int], list[Placed]] = {}
        for item in items:
            if AMOUNT.match(item.text):
                columns.setdefault((item.paragraph.cell.grid, item.paragraph.cell.span), []).append(item)
        for (column, _), amounts in columns.items():
            edges = [item.lines[-1].right for item in amounts]
            widths = {round(item.lines[-1].width, 1) for item in amounts}
            if len(edges) > 1 and len(widths) > 1:
                spread = max(edges) - min(edges)
                yield Fact(spread <= FIGURES_TOLERANCE, f"table {number}, column {column + 1}: {len(edges)} amounts end within {spread:.2f} mm")


def merged_cells(layout: Layout, found: Components) -> Iterator[Fact]:
    """A cell that goes on downwards has one above it of the same width, and no line is drawn through it."""
    for number, items in data_tables(layout, found):
        table = layout.package.tables[number]
        for row, (cells, above) in enumerate(zip(table.rows[1:], table.rows), start=1):
            open_above = {(cell.grid, cell.span) for cell in above if cell.merge}
            for cell in cells:
                if cell.merge == "continue" and (cell.grid, cell.span) not in open_above:
                    yield Fact(False, f"table {number}: row {row + 1}, column {cell.grid + 1} continues nothing")
        for item in items:
            if merges_down(layout, item):
                yield line_through(layout, items, item, number)


def line_through(layout: Layout, items: list[Placed], item: Placed, number: int) -> Fact:
    """Between the rows of a merged cell a line is drawn in the other columns only."""
    cell = item.paragraph.cell
    table = layout.package.tables[number]
    last = cell.row
    while last + 1 < len(table.rows) and any((c.grid, c.span, c.merge) == (cell.grid, cell.span, "continue") for c in table.rows[last + 1]):
        last += 1
    lines = [line for other in items if cell.row <= other.paragraph.cell.row <= last for line in other.lines]
    page = lines[0].page
    if any(line.page != page for line in lines):
        return Fact(True, f"table {number}: {short(item.text)} over {last - cell.row + 1} rows and a page")
    left, right = (layout.section_of(page).left + sum(table.grid[:end]) / 1440 * 25.4 for end in (cell.grid, cell.grid + cell.span))
    middle = (left + right) / 2
    top, bottom = min(line.top for line in lines), max(line.baseline for line in lines)
    through = [rule for rule in layout.page(page).rules if top + 0.5 < rule.y < bottom - 0.5 and rule.left < middle < rule.right]
    return Fact(not through, f"table {number}: {short(item.text)} over {last - cell.row + 1} rows{', a line through it' if through else ''}")


def table_width(layout: Layout, found: Components) -> Iterator[Fact]:
    """The lines of a table stay inside the margins."""
    for number, items in data_tables(layout, found):
        for page in pages_of(items):
            section, words = layout.section_of(page), [w for item in items for w in item.words if w.page == page]
            top, bottom = min(word.top for word in words) - 3, max(word.baseline for word in words) + 5
            rules = [rule for rule in layout.page(page).rules if top < rule.y < bottom]
            if not rules:
                continue
            left = min(rule.left for rule in rules) - section.left
            right = section.width - section.right - max(rule.right for rule in rules)
            good = min(left, right) >= -TABLE_EDGE_TOLERANCE
            yield Fact(good, f"table {number}, page {page}: {left:+.1f} and {right:+.1f} mm inside the margins")


def row_numbers(layout: Layout, found: Components) -> Iterator[Fact]:
    """A column headed TT or STT counts 1, 2, 3 … without gap or repeat; below a group row it may begin again."""
    for number, items in data_tables(layout, found):
        first = [item for item in items if item.paragraph.cell.grid == 0]
        if not first or first[0].text not in ("TT", "STT"):
            continue
        groups = {item.paragraph.cell.row for item in items if item.paragraph.style == GROUP_STYLE}
        allowed, count = {1}, 0
        for item in first[1:]:
            if item.paragraph.cell.row in groups:
                allowed = allowed | {1}
            elif item.text.isdigit() and not item.paragraph.cell.header:
                figure, count = int(item.text), count + 1
                if figure not in allowed:
                    yield Fact(False, f"table {number}: {figure} in place of {' or '.join(map(str, sorted(allowed)))}")
                allowed = {figure + 1}
        yield Fact(True, f"table {number}: {count} numbered rows")


CHECKS: dict[str, Check] = {
    "table-headers": table_headers,
    "header-alone": header_alone,
    "rows-whole": rows_whole,
    "group-rows": group_rows,
    "total-rows": total_rows,
    "figures": figures,
    "merged-cells": merged_cells,
    "table-width": table_width,
    "row-numbers": row_numbers,
}
