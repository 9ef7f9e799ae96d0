"""Checks of the signature block, the appendices and the tables."""

from itertools import groupby
from typing import Iterator

import decree
from components import Components
from facts import Check, Fact, short
from layout import Layout, Placed

TABLE_EDGE_TOLERANCE = 0.5  # Half a line's weight and the pixels of the measurement.


def signature(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.7: title and name under each other in the right half."""
    lines = [line for name in ("quyen-han", "ho-ten") for item in found[name] for line in item.lines]
    if not lines:
        return
    centres = [line.centre for line in lines]
    section = layout.section_of(lines[0].page)
    middle = section.left + section.text_width / 2
    spread = max(centres) - min(centres)
    yield Fact(spread <= decree.CENTRE_TOLERANCE, f"centred within {spread:.1f} mm")
    yield Fact(min(line.left for line in lines) >= middle - 20 and min(centres) > middle,
               f"centre {min(centres) - middle:.1f} mm right of the middle")
    yield Fact(len({line.page for line in lines}) == 1, "on one page")


def closing_whole(_layout: Layout, found: Components) -> Iterator[Fact]:
    """The block of recipients and signature stands on one page, with some of the main text above it."""
    if not found.closing:
        return
    pages = sorted({page for item in found.closing for page in item.pages})
    yield Fact(len(pages) == 1, f"on page {', '.join(map(str, pages))}")
    above = [item for item in found.main if pages[0] in item.pages]
    yield Fact(bool(above), f"{len(above)} paragraphs above on page {pages[0]}")


def recipients_level(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Sơ đồ, ô 9b and 7a: "Nơi nhận:" level with the first line of the signature, at the left margin."""
    for left, right in zip(found["noi-nhan"], found["quyen-han"]):
        step = abs(left.lines[0].baseline - right.lines[0].baseline)
        yield Fact(step <= decree.SIGNATURE_LEVEL_TOLERANCE, f"baselines {step:.2f} mm apart")
    for item in [*found["noi-nhan"], *found["noi-nhan-dong"]]:
        offset = item.lines[0].left - _layout.section_of(item.lines[0].page).left
        if abs(offset) > 2.0:
            yield Fact(False, f"{offset:+.1f} mm from the margin: {short(item.text)}")


def recipients_marks(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.9.d: each recipient with a dash and ";", "Lưu" last with "."."""
    items = found["noi-nhan-dong"]
    for number, item in enumerate(items, start=1):
        last = number == len(items)
        good = item.text.startswith("- ") and (item.text.startswith("- Lưu: VT") if last else item.text.endswith(";"))
        yield Fact(good, short(item.text))


def appendices(layout: Layout, found: Components) -> Iterator[Fact]:
    """III.1: on a new page, with a number if there are several, a reference line, and named in the main text."""
    labels = found["phu-luc"]
    main = " ".join(item.text for item in found.main)
    for items in found.appendices:
        label = items[0]
        page = label.lines[0].page
        first = min(layout.text_words(page), key=lambda word: word.baseline)
        yield Fact(abs(first.baseline - label.lines[0].baseline) < 0.5, f"{label.text} at the top of page {page}")
        if (" " in label.text.removeprefix("Phụ lục")) != (len(labels) > 1):
            yield Fact(False, f"{label.text}: numbered exactly if there are several")
        if "phụ lục" not in main.lower():
            yield Fact(False, f"{label.text}: the main text does not mention it")
    if labels and len(found["phu-luc-kem-theo"]) != len(labels):
        yield Fact(False, f"{len(found['phu-luc-kem-theo'])} reference lines in {len(labels)} appendices")


def table_headers(layout: Layout, found: Components) -> Iterator[Fact]:
    """A table over several pages shows its header row at the top of each."""
    for number, items in data_tables(layout, found):
        header = [item for item in items if item.paragraph.cell.header]
        pages = sorted({page for item in items for page in item.pages})
        if len(pages) < 2:
            continue
        if not header:
            yield Fact(False, f"table {number}: no header row on pages {pages[0]} to {pages[-1]}")
            continue
        wanted = "".join("".join(item.paragraph.text.split()) for item in header)
        for page in pages[1:]:
            letters = "".join("".join(word.text.split()) for word in layout.text_words(page))
            yield Fact(letters.startswith(wanted), f"table {number}: header on page {page}")


def rows_whole(layout: Layout, found: Components) -> Iterator[Fact]:
    """No row of a table is broken between two pages."""
    for number, items in data_tables(layout, found):
        rows = 0
        for row, cells in groupby(items, key=lambda item: item.paragraph.cell.row):
            pages = sorted({page for item in cells for page in item.pages})
            rows += 1
            if len(pages) > 1:
                yield Fact(False, f"table {number}: row {row + 1} on pages {pages[0]} and {pages[-1]}")
        yield Fact(True, f"table {number}: {rows} rows")


def table_width(layout: Layout, found: Components) -> Iterator[Fact]:
    """The lines of a table stay inside the margins."""
    for number, items in data_tables(layout, found):
        for page in sorted({page for item in items for page in item.pages}):
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
    """A column headed TT or STT counts 1, 2, 3 … without gap or repeat."""
    for number, items in data_tables(layout, found):
        first = [item for item in items if item.paragraph.cell.column == 0]
        if first[0].text not in ("TT", "STT"):
            continue
        figures = [int(item.text) for item in first if item.text.isdigit()]
        wrong = next((row for row, figure in enumerate(figures, start=1) if row != figure), None)
        place = f"row {wrong} has number {figures[wrong - 1]}" if wrong else f"1 to {len(figures)}"
        yield Fact(wrong is None, f"table {number}: {place}")


def data_tables(layout: Layout, found: Components) -> list[tuple[int, list[Placed]]]:
    """All tables but letterhead and closing."""
    head = [item.paragraph.cell.table for item in found["quoc-hieu"]]
    close = [item.paragraph.cell.table for item in found.closing[:1]]
    cells = [item for item in layout.placed if item.paragraph.cell and item.paragraph.cell.table not in head + close]
    return [(number, list(items)) for number, items in groupby(cells, key=lambda item: item.paragraph.cell.table)]


CHECKS: dict[str, Check] = {
    "signature": signature,
    "closing-whole": closing_whole,
    "recipients-level": recipients_level,
    "recipients-marks": recipients_marks,
    "appendices": appendices,
    "table-headers": table_headers,
    "rows-whole": rows_whole,
    "table-width": table_width,
    "row-numbers": row_numbers,
}
