"""Checks of the main text: indents, spacing, justification, one size, end marks."""

from itertools import pairwise
from statistics import median
from typing import Iterator

import decree
from components import Components
from facts import Check, Fact, short, within
from layout import Layout, Placed
from measures import MM_PER_POINT, NATURAL_LINE

APART = ("nhan-phan", "tieu-de-phan", "kinh-gui", "kinh-gui-noi", "tham-quyen", "loi-ban-hanh", "kem-theo", "het-van-ban",
         "bang-tieu-de", "bang-don-vi", "bang-ghi-chu")


def running(found: Components) -> list[Placed]:
    """Paragraphs of the text that start at the left with an indent."""
    apart = {id(item) for name in APART for item in found[name]}
    return [item for item in found.body if id(item) not in apart]


def indents(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.e: first lines 1 cm or 1.27 cm in, other lines at the margin; the same throughout."""
    measured = []
    for item in running(found):
        first, *others = item.lines
        edge = layout.section_of(first.page).left
        indent = first.left - edge
        measured.append(round(indent, 1))
        if not any(abs(indent - allowed) <= decree.INDENT_TOLERANCE for allowed in decree.INDENTS):
            yield Fact(False, f"{indent:.1f} mm: {short(item.text)}")
        for line in others:
            if abs(line.left - edge) > decree.INDENT_TOLERANCE:
                yield Fact(False, f"line {line.left - edge:+.1f} mm from the margin: {short(line.text)}")
    if measured:
        yield Fact(max(measured) - min(measured) <= 2 * decree.INDENT_TOLERANCE, f"{min(measured)} to {max(measured)} mm")


def pitches(items: list[Placed]) -> list[tuple[float, float]]:
    """Baseline to baseline inside paragraphs, in points, with the size of the lower line."""
    return [((lower.baseline - upper.baseline) / MM_PER_POINT, lower.size)
            for item in items for upper, lower in pairwise(item.lines) if upper.page == lower.page]


def line_spacing(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.e: from single to 1.5 lines."""
    factors = [pitch / (size * NATURAL_LINE) for pitch, size in pitches(running(found))]
    if factors:
        good = all(within(factor, decree.LINE_SPACING, decree.LINE_SPACING_TOLERANCE) for factor in factors)
        yield Fact(good, f"{min(factors):.2f} to {max(factors):.2f} lines")


def paragraph_spacing(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.e: at least 6 pt between paragraphs, beyond the step from line to line."""
    factors = [pitch / size for pitch, size in pitches(found.body)]
    factor = median(factors) if factors else NATURAL_LINE
    gaps = []
    text = {id(item) for item in running(found)}
    neighbours = [pair for pair in pairwise(found.main) if pair[0].paragraph.cell is None and pair[1].paragraph.cell is None]
    for upper, lower in neighbours:
        last, first = upper.lines[-1], lower.lines[0]
        if last.page != first.page or id(upper) not in text or id(lower) not in text:
            continue
        gap = (first.baseline - last.baseline) / MM_PER_POINT - factor * first.size
        gaps.append(gap)
        if gap < decree.PARAGRAPH_GAP - decree.PARAGRAPH_GAP_TOLERANCE:
            yield Fact(False, f"{gap:.1f} pt above: {short(lower.text)}")
    if gaps:
        yield Fact(True, f"{min(gaps):.1f} to {max(gaps):.1f} pt")


def justified(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.e: both edges even: every line but a paragraph's last reaches the right margin."""
    lines = [line for item in running(found) for line in item.lines[:-1]]
    for line in lines:
        section = layout.section_of(line.page)
        short_by = section.width - section.right - line.right
        if abs(short_by) > 1.0 and not line.text.endswith(("./.", ":")):
            yield Fact(False, f"{short_by:.1f} mm short: {short(line.text)}")
    if lines:
        yield Fact(True, f"{len(lines)} full lines")


def one_size(_layout: Layout, found: Components) -> Iterator[Fact]:
    """The text has one size throughout."""
    sizes = sorted({round(word.size, 1) for item in running(found) for word in item.words})
    if sizes:
        yield Fact(sizes[-1] - sizes[0] < decree.SIZE_TOLERANCE, "/".join(map(str, sizes)) + " pt")


def headings_kept(_layout: Layout, found: Components) -> Iterator[Fact]:
    """A heading stands on the page on which what it heads begins."""
    headings = {id(item) for name in ("muc-la-ma", "nhan-phan", "tieu-de-phan", "loi-ban-hanh") for item in found[name]}
    headings |= {id(item) for name in ("dieu", "khoan", "diem") for item in found[name] if all(word.bold for word in item.words)}
    count = 0
    for item, after in pairwise(found.main):
        if id(item) in headings:
            count += 1
            if item.lines[-1].page != after.lines[0].page:
                yield Fact(False, f"last on page {item.lines[-1].page}: {short(item.text)}")
    if count:
        yield Fact(True, f"{count} headings")


def legal_bases(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.a: each basis ends with ";", the last with "."."""
    items = found["can-cu"]
    for number, item in enumerate(items, start=1):
        mark = "." if number == len(items) else ";"
        yield Fact(item.text.endswith(mark), f"ends with {item.text[-1]}")


def end_mark(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Phụ lục III: "./." once, glued to the last word of the text, or alone after a table. Forms outside the decree need none."""
    texts = [item.text for item in found.main]
    count = sum(text.count(decree.END_MARK) for text in texts)
    known = found.kind != "chinh" or found.type_name in decree.TYPE_NAMES or bool(found["ve-viec"])
    if found.kind == "ban-sao" or count == 0 and (not known or found.type_name in decree.BETWEEN_PARTIES):
        return
    good = count == 1 and texts[-1].endswith(decree.END_MARK) and not texts[-1].endswith(" " + decree.END_MARK)
    yield Fact(good, f"{count} times; the text ends with ...{texts[-1][-20:] if texts else ''}")


CHECKS: dict[str, Check] = {
    "indents": indents,
    "line-spacing": line_spacing,
    "paragraph-spacing": paragraph_spacing,
    "justified": justified,
    "one-size": one_size,
    "headings-kept": headings_kept,
    "legal-bases": legal_bases,
    "end-mark": end_mark,
}
