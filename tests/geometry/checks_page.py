"""Checks of whole pages: paper, margins, page numbers, fonts, and that no text is lost."""

from typing import Iterator

import decree
from checks_body import running
from components import Components
from facts import Check, Fact, within
from layout import Layout


def text_complete(layout: Layout, _found: Components) -> Iterator[Fact]:
    """Every paragraph of the DOCX stands on the pages, in its order."""
    yield Fact(True, f"{len(layout.placed)} paragraphs on {len(layout.pages)} pages")
    for paragraph in layout.lost:
        yield Fact(False, f"not on the pages: {paragraph.text[:60]}")


def fonts(layout: Layout, _found: Components) -> Iterator[Fact]:
    """I.4: Times New Roman, or the metrically equal Liberation Serif in its place."""
    for name in sorted(set(layout.fonts)):
        yield Fact(name.startswith(("LiberationSerif", "TimesNewRoman")), name)


def page_setup(layout: Layout, _found: Components) -> Iterator[Fact]:
    """I.1 to I.3: A4 and the margins as each section states them; a wide section is wide on the page."""
    for number, section in enumerate(layout.package.sections, start=1):
        paper = (section.height, section.width) if section.landscape else (section.width, section.height)
        a4 = within(paper[0], (210, 210), 0.5) and within(paper[1], (297, 297), 0.5)
        yield Fact(a4, f"section {number}: {section.width:.1f} x {section.height:.1f} mm{' landscape' if section.landscape else ''}")
        margins = (("top", section.top, decree.MARGIN_TOP), ("bottom", section.bottom, decree.MARGIN_BOTTOM),
                   ("left", section.left, decree.MARGIN_LEFT), ("right", section.right, decree.MARGIN_RIGHT))
        for name, value, bounds in margins:
            if not within(value, bounds, decree.MARGIN_TOLERANCE):
                yield Fact(False, f"section {number}: {name} {value:.1f} mm, not {bounds[0]:.0f} to {bounds[1]:.0f}")
    for page in layout.pages:
        section = layout.section_of(page.number)
        if abs(page.width - section.width) > 0.5 or abs(page.height - section.height) > 0.5:
            yield Fact(False, f"page {page.number}: {page.width:.1f} x {page.height:.1f} mm, not as its section says")


def margins(layout: Layout, found: Components) -> Iterator[Fact]:
    """I.3: where the text really stands. Left and right edges of every page, first and last line."""
    tolerance = decree.MARGIN_TOLERANCE
    for page in layout.pages:
        words = layout.text_words(page.number)
        if not words:
            yield Fact(False, f"page {page.number} is empty")
            continue
        left, right = min(w.left for w in words), page.width - max(w.right for w in words)
        top = min(w.top for w in words)
        bottom = page.height - max(w.baseline for w in words)
        good = left >= decree.MARGIN_LEFT[0] - tolerance and right >= decree.MARGIN_RIGHT[0] - tolerance
        good = good and top >= decree.MARGIN_TOP[0] - tolerance and bottom >= decree.MARGIN_BOTTOM[0] - tolerance
        yield Fact(good, f"page {page.number}: left {left:.1f} right {right:.1f} top {top:.1f} bottom {bottom:.1f} mm")
    for item in (item for part in found.whole if part.kind != "ban-sao" for item in part["quoc-hieu"]):
        top = item.lines[0].top
        yield Fact(within(top, decree.MARGIN_TOP, 1.0), f"first line {top:.1f} mm from the upper edge")
    text = [item for part in found.whole for item in running(part)]
    edges = [(line, layout.page(line.page).width) for item in text for line in item.lines[1:]]
    for line, width in edges:
        if not within(line.left, decree.MARGIN_LEFT, tolerance):
            yield Fact(False, f"page {line.page}: line starts at {line.left:.1f} mm: {line.text[:30]}")
    full = [width - line.right for item in text for line, width in
            ((line, layout.page(line.page).width) for line in item.lines[:-1])]
    if full and not within(min(full), decree.MARGIN_RIGHT, tolerance):
        yield Fact(False, f"full lines end {min(full):.1f} mm from the right edge")


def page_numbers(layout: Layout, found: Components) -> Iterator[Fact]:
    """I.7, III.1.đ: centred in the top margin, upright, from 1 anew in each appendix, not on a first page."""
    look = decree.LOOKS["so-trang"]
    starts = [part.items[0] for part in found.whole if part.kind in ("phu-luc", "kem-theo")]
    first_pages = {1, *(min(item.pages) for item in starts)}
    expected = 0
    for page in layout.pages:
        section = layout.section_of(page.number)
        expected = 1 if page.number in first_pages else expected + 1
        words = layout.header_words[page.number]
        if expected == 1:
            yield Fact(not words, f"page {page.number}: first page, {'no number' if not words else words[0].text}")
            continue
        if len(words) != 1 or words[0].text != str(expected):
            yield Fact(False, f"page {page.number}: {' '.join(w.text for w in words) or 'nothing'} in place of {expected}")
            continue
        word = words[0]
        centre = (word.left + word.right) / 2
        target = section.left + section.text_width / 2
        upright = not word.bold and not word.italic and within(word.size, look.sizes, decree.SIZE_TOLERANCE)
        inside = 0 < word.top and word.baseline < section.top
        good = abs(centre - target) <= decree.CENTRE_TOLERANCE and upright and inside
        yield Fact(good, f"page {page.number}: {word.text}, {word.size:.1f} pt, centre {centre:.1f} of {target:.1f} mm")


CHECKS: dict[str, Check] = {
    "text-complete": text_complete,
    "fonts": fonts,
    "page-setup": page_setup,
    "margins": margins,
    "page-numbers": page_numbers,
}
