"""Checks of size and style of every component, and of letterhead and title: what has to be there, rules, centring, number and date."""

import re
from typing import Iterator

import decree
from anchors import is_upper
from checks_marks import box_around
from components import Components
from facts import Check, Fact, short, within
from layout import Layout, Placed
from measures import MM_PER_POINT, NATURAL_LINE, Line, Rule

LETTERHEAD = ("quoc-hieu", "tieu-ngu", "ban-hanh")
REQUIRED = {  # By kind of part; what a type of document has not is taken off below.
    "chinh": (*LETTERHEAD, "so-ky-hieu", "dia-danh", "quyen-han", "noi-nhan", "noi-nhan-dong"),
    "kem-theo": (*LETTERHEAD, "ten-loai", "kem-theo"),
    "phu-luc": ("phu-luc", "phu-luc-kem-theo"),
    "ban-sao": ("ban-hanh", "hinh-thuc-sao", "so-ky-hieu", "dia-danh", "quyen-han", "ho-ten", "noi-nhan", "noi-nhan-dong"),
}
FORBIDDEN = {"kem-theo": ("so-ky-hieu", "dia-danh", "quyen-han", "noi-nhan"), "phu-luc": ("noi-nhan",)}
RULE_REACH = 8.0  # How far under the text its rule is looked for, mm.

PAGE_CENTRED = ("ten-loai", "ten-bieu-mau", "trich-yeu", "tham-quyen", "loi-ban-hanh", "nhan-phan", "tieu-de-phan", "kem-theo", "phu-luc",
                "phu-luc-tieu-de", "phu-luc-kem-theo")

TITLE_GAP = 6.0  # Points.
SHORTEST_LAST_LINE = 0.3  # Of a centred text, share of its longest line.


def present(_layout: Layout, found: Components) -> Iterator[Fact]:
    """What a part of its kind has to have, and must not have. Mẫu 1.9: minutes have no place and date above."""
    free = {"dia-danh"} if found.type_name in decree.WITHOUT_DATE else set()
    if found.kind == "chinh" and found.type_name not in decree.TYPE_NAMES and not found["ve-viec"]:
        free |= set(REQUIRED["chinh"]) - set(LETTERHEAD)  # A letter (thư công), or a form that the decree does not know.
    if found.type_name in decree.BETWEEN_PARTIES:
        free |= {"noi-nhan", "noi-nhan-dong"}
    missing = [name for name in REQUIRED[found.kind] if not found[name] and name not in free]
    unwanted = [name for name in (*FORBIDDEN.get(found.kind, ()), *(["dia-danh"] if found.type_name in decree.WITHOUT_DATE else [])) if found[name]]
    yield Fact(not missing, f"{found.kind}: {'no ' + ', '.join(missing) if missing else 'complete'}")
    for name in unwanted:
        yield Fact(False, f"{found.kind} has {name}: {short(found[name][0].text)}")


def looks(_layout: Layout, found: Components) -> Iterator[Fact]:
    """V, master table: size, bold, italic, upper or lower case of every component."""
    for name, items in found.by_name.items():
        wrong = [fault for item in items for fault in faults(name, item)]
        sizes = sorted({round(word.size, 1) for item in items for word in item.words})
        if items and not wrong:
            yield Fact(True, f"{name} {'/'.join(map(str, sizes))}")
        for fault in wrong:
            yield Fact(False, f"{name}: {fault}")


def faults(name: str, item: Placed) -> Iterator[str]:
    """Emphasis inside running text is allowed: there, most words decide."""
    look = decree.LOOKS[name]
    words = item.words
    text = short(item.text)
    sizes = sorted({word.size for word in words})
    if not all(within(size, look.sizes, decree.SIZE_TOLERANCE) for size in sizes):
        yield f"{', '.join(f'{s:.1f}' for s in sizes)} pt, not {look.sizes[0]} to {look.sizes[1]}: {text}"
    for style, wanted, share in (
        ("bold", look.bold, sum(word.bold for word in words) / len(words)),
        ("italic", look.italic, sum(word.italic for word in words) / len(words)),
    ):
        if wanted is not None and (share < 1 if wanted else share > 0.5):
            yield f"{'not ' if wanted else ''}{style}: {text}"
    if look.upper is not None and is_upper(item.text) != look.upper:
        yield f"{'not ' if look.upper else ''}in capitals: {text}"


def wording(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.1 to II.4: Tiêu ngữ letter by letter; no short form of the issuer; the patterns of number and date."""
    for item in found["ban-hanh"]:
        yield Fact(not re.match(r"(UBND|HĐND)\b", item.text), item.text)
    for item in found["tieu-ngu"]:
        yield Fact(item.text == decree.TIEU_NGU, item.text)
    for item in found["so-ky-hieu"]:
        yield Fact(re.match(decree.NUMBER, item.text) is not None, item.text)
    for item in found["dia-danh"]:
        yield Fact(re.match(decree.DATE, item.text) is not None, item.text)


def one_line(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Quốc hiệu, Tiêu ngữ, number and date never wrap."""
    for name in ("quoc-hieu", "tieu-ngu", "so-ky-hieu", "dia-danh", "ten-loai"):
        for item in found[name]:
            yield Fact(len(item.lines) == 1, f"{name} on {len(item.lines)} line(s)")


def number_beside_date(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.4.c: on the same line."""
    for number, date in zip(found["so-ky-hieu"], found["dia-danh"]):
        step = abs(number.lines[0].baseline - date.lines[0].baseline)
        yield Fact(step <= decree.SAME_LINE_TOLERANCE, f"baselines {step:.2f} mm apart")


def centring(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.1 to II.5: left column under each other, right column too; type and subject in the middle of the page."""
    left = [i for n in ("chu-quan", "ban-hanh", "so-ky-hieu", "ve-viec") for i in found[n]]
    right = [i for n in ("quoc-hieu", "tieu-ngu", "dia-danh") for i in found[n]]
    for name, items in (("left column", left), ("right column", right)):
        centres = [line.centre for item in items for line in item.lines]
        if centres:
            spread = max(centres) - min(centres)
            yield Fact(spread <= decree.CENTRE_TOLERANCE, f"{name} within {spread:.1f} mm")
    page = [i for n in PAGE_CENTRED for i in found[n]]
    for item in page:
        for line in item.lines:
            if line.text.rstrip().endswith("năm"):
                continue  # The year is left blank at the end of the line: what can be seen of it is not in the middle.
            section = layout.section_of(line.page)
            offset = line.centre - section.left - section.text_width / 2
            if abs(offset) > decree.CENTRE_TOLERANCE:
                yield Fact(False, f"{offset:+.1f} mm from the middle: {short(line.text)}")
    if page:
        yield Fact(True, f"{len(page)} in the middle of the page")


def centred_lines(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Good craft, not the decree: a centred text of several lines does not end in a stray word."""
    for name in ("trich-yeu", "ten-bieu-mau", "tham-quyen", "tieu-de-phan", "kem-theo", "phu-luc-tieu-de", "phu-luc-kem-theo",
                 "ben", "quyen-han"):
        for item in found[name]:
            widths = [line.width for line in item.lines]
            share = widths[-1] / max(widths)
            yield Fact(share >= SHORTEST_LAST_LINE, f"{name}: {len(widths)} lines, the last {share:.2f} of the longest")


def rule_under(layout: Layout, item: Placed) -> Rule | None:
    """The nearest rule below the last line that overlaps it and lies between nothing else."""
    last = item.lines[-1]
    below = [rule for rule in layout.page(last.page).rules if 0 < rule.y - last.baseline < RULE_REACH]
    over = [rule for rule in below if rule.left < last.right and rule.right > last.left]
    return min(over, key=lambda rule: rule.y, default=None)


def tieu_ngu_rule(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.1.b: a solid rule as long as the line of text."""
    for item in found["tieu-ngu"]:
        rule, line = rule_under(layout, item), item.lines[-1]
        if rule is None:
            yield Fact(False, "no rule under Tiêu ngữ")
            continue
        good = abs(rule.length - line.width) <= decree.TIEU_NGU_RULE_TOLERANCE
        good = good and abs((rule.left + rule.right) / 2 - line.centre) <= decree.CENTRE_TOLERANCE
        yield Fact(good, f"rule {rule.length:.1f} mm under text of {line.width:.1f} mm")


def short_rules(layout: Layout, found: Components) -> Iterator[Fact]:
    """II.2.b, II.5.b: a centred rule from 1/3 to 1/2 of the line; of several lines the last or the longest counts.

    A title without subject has it under the name of the type (mẫu 1.8, 1.10); an attached document or form under its reference line.
    """
    title = next((name for name in ("trich-yeu", "ten-loai", "ten-bieu-mau") if found[name]), None)
    if title == "ten-bieu-mau" and found["kem-theo"]:
        title = "kem-theo"
    for name in ("ban-hanh", *([title] if found.kind == "chinh" and title else [])):
        for item in found[name][-1:]:
            rule = rule_under(layout, item)
            if rule is None:
                yield Fact(False, f"no rule under {name}")
                continue
            lines: list[Line] = [line for other in found[name] for line in other.lines]
            shares = [rule.length / lines[-1].width, rule.length / max(line.width for line in lines)]
            good = any(within(share, decree.SHORT_RULE, 0.01) for share in shares)
            centred = abs((rule.left + rule.right) / 2 - lines[-1].centre) <= decree.CENTRE_TOLERANCE
            yield Fact(good and centred, f"{name}: rule {rule.length:.1f} mm, {shares[0]:.2f} of the text"
                       + ("" if centred else ", not centred"))
    boxes = [box[1] for item in found["dau-muc-do"] if (box := box_around(layout, item))]
    for item in found["ve-viec"]:
        rule = rule_under(layout, item)
        rule = None if rule and rule.y in boxes else rule  # The upper side of a mark's box.
        yield Fact(rule is None, "no rule under V/v" if rule is None else f"a rule of {rule.length:.1f} mm under V/v")


def title_apart(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Good craft, not the decree: air between the letterhead and the title, none between title and subject."""
    head = [item for name in ("quoc-hieu", "tieu-ngu", "chu-quan", "ban-hanh", "so-ky-hieu", "dia-danh", "dau-muc-do") for item in found[name]]
    for item in [*found["ten-loai"], *found["ten-bieu-mau"]]:
        first = item.lines[0]
        above = max((other.lines[-1].baseline for other in head if other.lines[-1].page == first.page), default=None)
        if above is not None:
            gap = (first.baseline - above) / MM_PER_POINT - NATURAL_LINE * first.size
            yield Fact(gap >= TITLE_GAP, f"{gap:.1f} pt below the letterhead")
    for upper, lower in zip(found["ten-loai"], found["trich-yeu"]):
        gap = (lower.lines[0].baseline - upper.lines[-1].baseline) / MM_PER_POINT - NATURAL_LINE * lower.lines[0].size
        yield Fact(gap <= TITLE_GAP, f"subject {gap:.1f} pt below the name of the type")


def subject_of_letter(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.5.b: "V/v" of a công văn 6 pt under the number; named types have none, and begin no subject so."""
    for item, number in zip(found["ve-viec"], found["so-ky-hieu"]):
        first = item.lines[0]
        gap = (first.baseline - number.lines[-1].baseline) / MM_PER_POINT - NATURAL_LINE * first.size
        yield Fact(abs(gap - decree.PARAGRAPH_GAP) <= 1.0, f"{gap:.1f} pt under the number")
        yield Fact(not found["ten-loai"], "no name of a type" if not found["ten-loai"] else f"V/v, and {found.type_name}")
    for item in found["trich-yeu"]:
        yield Fact(not item.text.startswith("V/v") and not item.text.endswith("."), short(item.text))


def appendix_rule(layout: Layout, found: Components) -> Iterator[Fact]:
    """Phụ lục III, mẫu 1.3, 2.1: a short centred rule under the reference line."""
    for item in [*found["phu-luc-kem-theo"], *found["kem-theo"]]:
        rule, line = rule_under(layout, item), item.lines[-1]
        if rule is None:
            yield Fact(False, f"no rule under {short(item.text)}")
            continue
        offset = (rule.left + rule.right) / 2 - line.centre
        width = max(line.width for line in item.lines)
        good = rule.length < width and abs(offset) <= decree.CENTRE_TOLERANCE
        yield Fact(good, f"rule {rule.length:.1f} mm under text of {width:.1f} mm")


CHECKS: dict[str, Check] = {
    "present": present,
    "looks": looks,
    "wording": wording,
    "one-line": one_line,
    "number-beside-date": number_beside_date,
    "centring": centring,
    "centred-lines": centred_lines,
    "tieu-ngu-rule": tieu_ngu_rule,
    "short-rules": short_rules,
    "title-apart": title_apart,
    "subject-of-letter": subject_of_letter,
    "appendix-rule": appendix_rule,
}
