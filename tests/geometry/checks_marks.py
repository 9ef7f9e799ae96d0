"""Checks of the other components of the first page: marks in boxes, circulation, address line, signature information, copies."""

import re
from typing import Iterator

import decree
from components import Components, is_signature_info
from facts import Check, Fact, short
from layout import Layout, Placed
from measures import Rule

BOX_REACH = 12.0  # How far from its text a side of a box is looked for, mm.


def box_around(layout: Layout, item: Placed) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of the rectangle around a line of text: four drawn lines that meet."""
    line, page = item.lines[0], layout.page(item.lines[0].page)
    middle = line.baseline - 1.5
    across = [rule for rule in page.rules if rule.left < line.left and rule.right > line.right]
    upper = max((r for r in across if -BOX_REACH < r.y - middle < 0), key=lambda rule: rule.y, default=None)
    lower = min((r for r in across if 0 < r.y - middle < BOX_REACH), key=lambda rule: rule.y, default=None)
    if upper is None or lower is None:
        return None
    sides = [rule for rule in page.uprights if rule.left < middle < rule.right]
    left = max((r for r in sides if r.y < line.left), key=lambda rule: rule.y, default=None)
    right = min((r for r in sides if r.y > line.right), key=lambda rule: rule.y, default=None)
    if left is None or right is None or not meets(upper, lower, left, right):
        return None
    return left.y, upper.y, right.y, lower.y


def meets(upper: Rule, lower: Rule, left: Rule, right: Rule) -> bool:
    ends = [upper.left - left.y, lower.left - left.y, upper.right - right.y, lower.right - right.y]
    return max(map(abs, ends)) < 1.0


def marks(layout: Layout, found: Components) -> Iterator[Fact]:
    """III.2.a, b; ô 10: a box at the left under the number, the text in its middle; độ mật above độ khẩn."""
    for item in found["dau-muc-do"]:
        box, line = box_around(layout, item), item.lines[0]
        if box is None:
            yield Fact(False, f"no box around {item.text}")
            continue
        left, top, right, bottom = box
        size = decree.MARKS.get(item.text)
        text = f"{item.text}: box {right - left:.1f} x {bottom - top:.1f} mm"
        good = size is None or max(abs(right - left - size[0]), abs(bottom - top - size[1])) <= decree.MARK_TOLERANCE
        yield Fact(good, text if good else f"{text}, not {size[0]:.0f} x {size[1]:.0f}")
        off = line.centre - (left + right) / 2
        yield Fact(abs(off) <= decree.CENTRE_TOLERANCE, f"{item.text} {off:+.1f} mm from the middle of its box")
        section = layout.section_of(line.page)
        under = all(line.page == number.lines[0].page and line.baseline > number.lines[-1].baseline for number in found["so-ky-hieu"])
        yield Fact(right <= section.left + section.text_width / 2 and line.page == 1 and under, f"{item.text} left, under the number")
    order = [item.text.endswith("MẬT") for item in sorted(found["dau-muc-do"], key=lambda item: item.lines[0].baseline)]
    if len(order) > 1:
        yield Fact(order == sorted(order, reverse=True), "độ mật above độ khẩn")


def circulation(layout: Layout, found: Components) -> Iterator[Fact]:
    """III.2.c; ô 11: in a box in the top margin, above Quốc hiệu, on page 1 alone."""
    for item in found["luu-hanh"]:
        line = item.lines[0]
        box = box_around(layout, item)
        yield Fact(box is not None, f"{item.text} {'in a box' if box else 'without a box'}")
        above = all(line.page == other.lines[0].page and line.baseline < other.lines[0].top for other in found["quoc-hieu"])
        yield Fact(above and line.page == 1, f"{item.text} on page {line.page}, {'above' if above else 'not above'} Quốc hiệu")
        section = layout.section_of(line.page)
        inside = box is not None and box[3] < section.top + 1.0 and box[0] > section.left + section.text_width / 3
        yield Fact(inside, f"{item.text} in the top margin, right" if inside else f"{item.text} not in the top margin at the right")


def address(layout: Layout, found: Components) -> Iterator[Fact]:
    """III.4; ô 13: at the foot of page 1, under a rule over the whole width of the text."""
    items = sorted(found["dia-chi"], key=lambda item: item.lines[0].baseline)
    if not items:
        return
    line = items[0].lines[0]
    section, page = layout.section_of(line.page), layout.page(line.page)
    pages = sorted({page for item in items for page in item.pages})
    yield Fact(pages == [1], f"{len(items)} lines on page {', '.join(map(str, pages))}")
    lowest = max((word.baseline for word in layout.text_words(line.page)), default=0.0)
    yield Fact(lowest < line.top, "below all text of the page" if lowest < line.top else f"text {lowest - line.top:.1f} mm below it")
    above = [rule for rule in page.rules if 0 < line.baseline - rule.y < 10]
    rule = max(above, key=lambda rule: rule.y, default=None)
    yield full_width(rule, section.left, section.left + section.text_width, "rule above the address")
    bottom = page.height - max(word.baseline for item in items for word in item.words)
    yield Fact(bottom > 5.0, f"{bottom:.1f} mm from the lower edge")


def full_width(rule: Rule | None, left: float, right: float, name: str) -> Fact:
    if rule is None:
        return Fact(False, f"no {name}")
    off = max(abs(rule.left - left), abs(rule.right - right))
    return Fact(off <= decree.FULL_RULE_TOLERANCE, f"{name} {rule.length:.1f} of {right - left:.1f} mm")


def signature_info(layout: Layout, found: Components) -> Iterator[Fact]:
    """III.1.d; ô 14: at the top right of the first page of its file, on a line or two."""
    for item in found["ky-so"]:
        line, page = item.lines[0], layout.page(item.lines[0].page)
        section = layout.section_of(line.page)
        others = [w for w in layout.text_words(line.page) if w not in item.words]
        top = all(word.baseline > line.baseline - 0.5 for word in others)
        yield Fact(top, f"page {line.page}: {short(item.text)}" if top else f"text above {short(item.text)}")
        reach = page.width - section.right - max(other.right for other in item.lines)
        yield Fact(-10 <= reach <= 2.0, f"ends {reach:.1f} mm from the right margin")
        yield Fact(is_signature_info(item) and ";" in item.text, short(item.text))


def copies(layout: Layout, found: Components) -> Iterator[Fact]:
    """Phần II, II.2; mẫu 3.1: under a rule over the whole width, after the last line of what is copied."""
    if found.kind != "ban-sao":
        return
    head = min((line for item in found.items for line in item.lines), key=lambda line: (line.page, line.top))
    section, page = layout.section_of(head.page), layout.page(head.page)
    before = [word.baseline for word in layout.text_words(head.page) if word.baseline < head.top]
    limit = max(before, default=0.0)
    above = [rule for rule in page.rules if limit < rule.y < head.top + 1.0]
    rule = max(above, key=lambda rule: rule.length, default=None)
    yield full_width(rule, section.left, section.left + section.text_width, "rule above the copy")
    for form, number in zip(found["hinh-thuc-sao"], found["so-ky-hieu"]):
        code = decree.COPY_CODES.get(form.text.upper(), "?")
        yield Fact(re.search(rf"/{code}-", number.text) is not None, f"{form.text}: {number.text}")
        yield Fact(form.lines[0].left > section.left + section.text_width / 3, f"{form.text} at the right")


CHECKS: dict[str, Check] = {
    "marks": marks,
    "circulation": circulation,
    "address": address,
    "signature-info": signature_info,
    "copies": copies,
}
