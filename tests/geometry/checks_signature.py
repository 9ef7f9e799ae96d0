"""Checks of the foot of a document: signatures, one or side by side, their pictures, and the recipients."""

import re
from itertools import pairwise
from statistics import mean
from typing import Iterator

import decree
from components import Components, signers
from facts import Check, Fact, short, within
from layout import Layout, Placed
from measures import MM_PER_POINT
from package import Paragraph
from pictures import Picture, Shown


def signature(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.7: title and name under each other, on one page; a single signer in the right half.

    Mẫu 1.10 has a confirmation at the left: a column of its own beside an empty one.
    """
    columns = signers(found)
    tables = [items[0].paragraph.cell.table for items in columns]
    for items, table in zip(columns, tables):
        lines = [line for item in items if item not in found["thoi-gian-ky"] for line in item.lines]
        if not lines:
            continue
        spread = max(line.centre for line in lines) - min(line.centre for line in lines)
        yield Fact(spread <= decree.CENTRE_TOLERANCE, f"centred within {spread:.1f} mm")
        yield Fact(len({line.page for line in lines}) == 1, "on one page")
        section = layout.section_of(lines[0].page)
        middle = section.left + section.text_width / 2
        cell = items[0].paragraph.cell
        if tables.count(table) == 1 and not (cell.columns > 1 and cell.grid == 0):
            centre = mean(line.centre for line in lines)
            good = min(line.left for line in lines) >= middle - 20 and centre > middle
            yield Fact(good, f"centre {centre - middle:.1f} mm right of the middle")


def level_columns(columns: list[list[Placed]], found: Components) -> list[list[Placed]]:
    """From left to right; place and date of one signer of several stand in a row above all, which counts for none."""
    times = found["thoi-gian-ky"]
    timed = sum(any(item in times for item in items) for items in columns)
    if 0 < timed < len(columns):
        columns = [kept for items in columns if (kept := [item for item in items if item not in times])]
    return sorted(columns, key=lambda items: items[0].paragraph.cell.grid)


def side_by_side(layout: Layout, found: Components) -> Iterator[Fact]:
    """Mẫu 1.9: signatures in columns of one width, titles level, names level where the titles have as many lines."""
    tables: dict[int, list[list[Placed]]] = {}
    for items in signers(found):
        tables.setdefault(items[0].paragraph.cell.table, []).append(items)
    for columns in (level_columns(columns, found) for columns in tables.values() if len(columns) > 1):
        tops = [items[0].lines[0].baseline for items in columns]
        yield Fact(max(tops) - min(tops) <= decree.SAME_LINE_TOLERANCE, f"first lines {max(tops) - min(tops):.2f} mm apart")
        section = layout.section_of(columns[0][0].lines[0].page)
        width = section.text_width / len(columns)
        off = [mean(line.centre for item in items if item not in found["thoi-gian-ky"] for line in item.lines) - section.left - width * (number + 0.5)
               for number, items in enumerate(columns)]
        yield Fact(max(map(abs, off)) <= 2.0, f"{len(columns)} columns, centres off by {', '.join(f'{value:+.1f}' for value in off)} mm")
        names = [[item for item in items if item in found["ho-ten"]] for items in columns]
        heights = [sum(len(item.lines) for item in items if item not in found["ho-ten"]) for items in columns]
        for (left, left_height), (right, right_height) in pairwise(zip(names, heights)):
            if left and right and left_height == right_height:
                step = abs(left[0].lines[0].baseline - right[0].lines[0].baseline)
                yield Fact(step <= decree.SAME_LINE_TOLERANCE, f"names {step:.2f} mm apart")


def closing_whole(layout: Layout, found: Components) -> Iterator[Fact]:
    """Each block of signatures stands on one page, with some of the text above it; the recipients too."""
    blocks: dict[int | None, list[Placed]] = {}
    for item in found.closing:
        blocks.setdefault(item.paragraph.cell and item.paragraph.cell.table, []).append(item)
    for items in blocks.values():
        pages = sorted({page for item in items for page in item.pages})
        yield Fact(len(pages) == 1, f"on page {', '.join(map(str, pages))}")
    if found.closing and found.kind != "ban-sao":
        page = min(min(item.pages) for item in found.closing)
        above = [item for item in found.main if page in item.pages]
        yield Fact(bool(above), f"{len(above)} paragraphs above on page {page}")


def recipients_level(layout: Layout, found: Components) -> Iterator[Fact]:
    """Sơ đồ, ô 9b and 7a: "Nơi nhận:" level with a single signature, below several, at the left margin."""
    columns = signers(found)
    for item in found["noi-nhan"]:
        first = item.lines[0]
        tops = [items[0].lines[0] for items in columns if items[0].lines[0].page == first.page]
        level = [line for line in tops if abs(line.baseline - first.baseline) <= decree.SIGNATURE_LEVEL_TOLERANCE]
        above = [items for items in columns if items[-1].lines[-1].page < first.page
                 or items[-1].lines[-1].page == first.page and items[-1].lines[-1].baseline < first.baseline]
        if columns:
            text = "level with the signature" if level else f"below {len(above)} of {len(columns)} signatures"
            beside = len(columns) == 1 and columns[0][0].paragraph.cell.columns > 1
            yield Fact(bool(level) or len(above) == len(columns) and not beside, text)
    for item in [*found["noi-nhan"], *found["noi-nhan-dong"]]:
        offset = item.lines[0].left - layout.section_of(item.lines[0].page).left
        if abs(offset) > 2.0:
            yield Fact(False, f"{offset:+.1f} mm from the margin: {short(item.text)}")


def recipients_marks(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.9.b: each recipient with a dash and ";", "Lưu" last with "."; after it the drafter and the copies (III.3)."""
    items = found["noi-nhan-dong"]
    for number, item in enumerate(items, start=1):
        last = number == len(items)
        good = item.text.startswith("- ") and (re.match(decree.FILING, item.text) if last else item.text.endswith(";"))
        yield Fact(bool(good), short(item.text))


def recipients_sense(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Mẫu 1.1 to 1.5: "Như trên" goes with Kính gửi, "Như Điều n" with an article that there is."""
    articles = [int(re.findall(r"\d+", item.text)[0]) for item in found["dieu"]]
    for item in found["noi-nhan-dong"]:
        if item.text.startswith("- Như trên"):
            yield Fact(bool(found["kinh-gui"]), f"{item.text} {'with' if found['kinh-gui'] else 'without'} Kính gửi")
        for number in re.findall(r"^- Như Điều (\d+)", item.text):
            yield Fact(int(number) in articles, f"{item.text} of {len(articles)} articles")


def pictures(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.7.d, II.8: the signature blue, between title and name; the seal red, in its true size, over the signature's left third."""
    if found.kind != "chinh":
        return
    for _, picture, shown in layout.pictures:
        yield from picture_facts(picture, shown)
    for left, right in pairs(layout):
        overlap = min(left.right, right.right) - max(left.left, right.left)
        share = overlap / right.width
        good = within(share, decree.SEAL_SHARE) and left.middle[0] < right.middle[0]
        yield Fact(good, f"seal over {share:.2f} of the signature, from the left")
    columns = [items for part in found.whole for items in signers(part)]
    for paragraph, picture, shown in layout.pictures:
        if picture.colour == "blue" and shown:
            yield from between(paragraph, shown, columns)


def picture_facts(picture: Picture, shown: Shown | None) -> Iterator[Fact]:
    text = f"{picture.colour} picture of {picture.width:.1f} x {picture.height:.1f} mm"
    if shown is None:
        yield Fact(False, f"{text} is not on the pages")
        return
    step = max(abs(shown.width - picture.width), abs(shown.height - picture.height))
    yield Fact(step <= decree.SEAL_TOLERANCE, f"{text}, {step:.2f} mm other on the page")
    yield Fact(picture.transparent, f"{text}: {'transparent' if picture.transparent else 'not transparent'}")
    bent = abs(picture.height / picture.width / picture.shape - 1)
    yield Fact(bent <= 0.02, f"{text}: shape kept" if bent <= 0.02 else f"{text}: distorted by {bent:.0%}")
    if picture.colour == "red" and picture.own_width:
        good = abs(picture.width - picture.own_width) <= decree.SEAL_TOLERANCE
        yield Fact(good, f"{text}, true width {picture.own_width:.1f} mm")
    yield Fact(picture.colour != "other", text)


def pairs(layout: Layout) -> list[tuple[Shown, Shown]]:
    """Seal and signature in one cell."""
    found = []
    for seal_place, seal, seal_shown in layout.pictures:
        for place, picture, shown in layout.pictures:
            same_cell = key_of(seal_place) == key_of(place)
            if seal.colour == "red" and picture.colour == "blue" and same_cell and seal_shown and shown:
                found.append((seal_shown, shown))
    return found


def key_of(paragraph: Paragraph) -> tuple[int, int] | None:
    return (paragraph.cell.table, paragraph.cell.grid) if paragraph.cell else None


def between(paragraph: Paragraph, shown: Shown, columns: list[list[Placed]]) -> Iterator[Fact]:
    """In the middle of its column; its box no lower than the name and no higher than the title, as far from one as from the other."""
    items = next((items for items in columns if key_of(items[0].paragraph) == key_of(paragraph)), None)
    if items is None or len(items) < 2:
        yield Fact(False, "a signature's picture without title and name")
        return
    lines = [line for item in items for line in item.lines]
    gaps = [(below.top - above.baseline, above.baseline, below.top) for above, below in pairwise(lines)]
    _, upper, lower = max(gaps)
    off = shown.middle[0] - lines[0].centre
    yield Fact(abs(off) <= decree.CENTRE_TOLERANCE, f"signature {off:+.1f} mm from the middle of its column")
    high = shown.middle[1] - (upper + lower) / 2
    yield Fact(abs(high) <= 3 * 4 * MM_PER_POINT, f"signature {high:+.1f} mm from the middle between title and name")


CHECKS: dict[str, Check] = {
    "signature": signature,
    "side-by-side": side_by_side,
    "closing-whole": closing_whole,
    "recipients-level": recipients_level,
    "recipients-marks": recipients_marks,
    "recipients-sense": recipients_sense,
    "pictures": pictures,
}
