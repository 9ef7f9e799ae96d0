"""Checks of the order of things: levels and their numbers, articles, words that enact, addressees, appendices, attached documents."""

import re
from typing import Iterator

import decree
from anchors import DIEM, DIEU, KHOAN, LABEL, MUC_LA_MA, REFERENCE
from components import Components
from facts import Check, Fact, short
from layout import Layout, Placed

LEVELS = ("phan", "chuong", "muc", "tieu-muc", "dieu", "muc-la-ma", "khoan", "diem")
RUNS_ON = ("phan", "chuong", "dieu")  # Counted through the whole text; the others anew below each higher level.
LETTERS_OF_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def roman(number: int) -> str:
    text = "L" * (number // 50) + ("XL" if number % 50 >= 40 else "")
    rest = number % 50 - (40 if number % 50 >= 40 else 0)
    for letters, value in LETTERS_OF_ROMAN:
        text, rest = text + letters * (rest // value), rest % value
    return text


def level_of(item: Placed) -> tuple[str, str] | None:
    """Level and printed number of a heading or numbered paragraph."""
    text = item.text
    if label := LABEL.match(text):
        word = (label[1] or label[3]).lower()
        return {"phần": "phan", "chương": "chuong", "mục": "muc", "tiểu mục": "tieu-muc"}[word], label[2] or label[4]
    for pattern, level in ((DIEU, "dieu"), (MUC_LA_MA, "muc-la-ma"), (KHOAN, "khoan"), (DIEM, "diem")):
        if found := pattern.match(text):
            return level, found[0].removeprefix("Điều ").rstrip(". )")
    return None


def numeral(level: str, number: int) -> str:
    if level in ("phan", "chuong", "muc-la-ma"):
        return roman(number)
    return decree.DIEM[number - 1 : number] if level == "diem" else str(number)


def numbering(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.đ: each level counts on by one, without gap or repeat; điểm by the Vietnamese alphabet with đ."""
    counts = dict.fromkeys(LEVELS, 0)
    total = 0
    for item in found.body:
        if item in found["can-cu"] or (level_number := level_of(item)) is None:
            continue
        level, printed = level_number
        total += 1
        wanted = numeral(level, counts[level] + 1)
        anew = numeral(level, 1) if level in ("muc", "tieu-muc") else wanted
        if printed not in (wanted, anew):
            yield Fact(False, f"{printed} in place of {wanted}: {short(item.text)}")
        counts[level] = 1 if printed == numeral(level, 1) else counts[level] + 1
        for lower in LEVELS[LEVELS.index(level) + 1 :]:
            counts[lower] = counts[lower] if lower in RUNS_ON else 0
    if total:
        yield Fact(True, f"{total} numbers")


def headings(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.d: phần, chương, mục and tiểu mục have a heading on the line below the label."""
    for label, heading in zip(found["nhan-phan"], found["tieu-de-phan"]):
        gap = heading.lines[0].baseline - label.lines[0].baseline
        good = heading.lines[0].page == label.lines[0].page and 0 < gap < 12 and level_of(heading) is None
        yield Fact(good, f"{label.text}: {short(heading.text)}")
    if len(found["nhan-phan"]) != len(found["tieu-de-phan"]):
        yield Fact(False, f"{len(found['nhan-phan'])} labels, {len(found['tieu-de-phan'])} headings")


def articles(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.6.đ: "Điều n." bold; its heading too; what it says without a heading is not."""
    for item in found["dieu"]:
        label, rest = (item.label + item.words)[:2], (item.label + item.words)[2:]
        bold = sum(word.bold for word in rest)
        yield Fact(all(word.bold for word in label), f"{' '.join(word.text for word in label)} bold")
        if item.text.endswith((".", ";", ":", "./.")) and bold > len(rest) / 2:
            yield Fact(False, f"a sentence in bold: {short(item.text)}")
        elif 0 < bold < len(rest) and not item.text.endswith((".", ";", ":", "./.")):
            yield Fact(False, f"a heading partly bold: {short(item.text)}")


def enactment(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Mẫu 1.1 to 1.3: who enacts above the legal bases, "QUYẾT ĐỊNH:" below them, before Điều 1."""
    if found.kind != "chinh" or found.type_name not in decree.ENACTING:
        return
    yield Fact(len(found["tham-quyen"]) == 1, "; ".join(item.text for item in found["tham-quyen"]) or "nobody enacts")
    words = [item.text for item in found["loi-ban-hanh"]]
    yield Fact(words == [decree.ENACTMENT[found.type_name]], "; ".join(words) or "no words that enact")
    order = [found.main.index(items[0]) for name in ("tham-quyen", "can-cu", "loi-ban-hanh", "dieu") if (items := found[name])]
    yield Fact(order == sorted(order), "who, bases, words, articles: in order" if order == sorted(order) else "out of order")


def addressees(_layout: Layout, found: Components) -> Iterator[Fact]:
    """II.9.a: one on the line of "Kính gửi:"; several with dashes below the colon, each ";", the last "."."""
    names = found["kinh-gui-noi"]
    for item in found["kinh-gui"]:
        several = item.text.endswith(":")
        yield Fact(several == bool(names), f"{short(item.text)}{f' and {len(names)} names' if names else ''}")
        if not several and ";" in item.text:
            yield Fact(False, f"several on one line: {short(item.text)}")
        if several and names:
            last = item.lines[-1].words[-1]
            colon = last.right - 0.139 * last.size * 25.4 / 72  # Half the width of a colon.
            dashes = [name.lines[0].left for name in names]
            yield Fact(max(dashes) - min(dashes) < 0.3, f"dashes within {max(dashes) - min(dashes):.1f} mm")
            for name in names if item.text.startswith("Kính gửi") else ():  # Mẫu 1.6, "… điện:", is not bound to the colon.
                off = name.lines[0].left - colon
                yield Fact(abs(off) <= decree.ADDRESSEE_TOLERANCE, f"dash {off:+.1f} mm from the colon: {short(name.text)}")
    for number, name in enumerate(names, start=1):
        yield Fact(name.text.endswith("." if number == len(names) else ";"), f"ends with {name.text[-1]}")
    if found.kind == "chinh" and (found["ve-viec"] or found.type_name == "TỜ TRÌNH"):
        yield Fact(bool(found["kinh-gui"]), "Kính gửi" if found["kinh-gui"] else "no Kính gửi")


def order(_layout: Layout, found: Components) -> Iterator[Fact]:
    """Sơ đồ: addressees, then legal bases, then the text."""
    places = [(name, found.body.index(items[0])) for name in ("kinh-gui", "can-cu", "loi-van", "muc-la-ma", "dieu")
              if (items := found[name])]
    above = [name for name, place in places if name in ("kinh-gui", "can-cu")]
    for name in above:
        place = dict(places)[name]
        first = min((p for n, p in places if n not in above), default=len(found.body))
        yield Fact(place < first, f"{name} before the text")


def appendices(layout: Layout, found: Components) -> Iterator[Fact]:
    """III.1: on a new page, with a number if there are several, and named in the main text."""
    labels = [item for part in found.parts("phu-luc") for item in part["phu-luc"]]
    number = labels.index(found["phu-luc"][0]) + 1 if found["phu-luc"] else 0
    for label in found["phu-luc"]:
        page = label.lines[0].page
        words = [word for word in layout.text_words(page) if not any(word in item.words for item in found["ky-so"])]
        first = min(words, key=lambda word: word.baseline)
        yield Fact(abs(first.baseline - label.lines[0].baseline) < 0.5, f"{label.text} at the top of page {page}")
        wanted = f"Phụ lục {roman(number)}" if len(labels) > 1 else "Phụ lục"
        if label.text.lower() != wanted.lower():
            yield Fact(False, f"{label.text} in place of {wanted}")
        others = [item for part in found.whole if part.kind in ("chinh", "kem-theo") for item in part.main]
        if not any("phụ lục" in item.text.lower() for item in others):
            yield Fact(False, f"{label.text}: the main text does not mention it")


def reference(_layout: Layout, found: Components) -> Iterator[Fact]:
    """III.1.c: number and date of the main document; in a file of its own they stay open."""
    for item in [*found["phu-luc-kem-theo"], *found["kem-theo"]]:
        leading = found.leading
        number = next((i.text.removeprefix("Số:").strip() for i in leading["so-ky-hieu"]), "")
        date = next((i.text.split(", ", 1)[1] for i in leading["dia-danh"] if ", " in i.text), "")
        if found["ky-so"]:
            filled = re.search(r"số \d|ngày \d|tháng \d", item.text)
            yield Fact(not filled, f"left open: {short(item.text)}" if not filled else f"filled in: {item.text}")
            continue
        good = "".join(number.split()) in "".join(item.text.split()) and "".join(date.split()) in "".join(item.text.split())
        yield Fact(good, short(item.text) if good else f"not {number} {date}: {item.text}")
        yield Fact(bool(REFERENCE.match(item.text)) and item.text.endswith(")"), short(item.text))


def attached(layout: Layout, found: Components) -> Iterator[Fact]:
    """Mẫu 1.3: a document issued with another begins on a new page."""
    if found.kind == "kem-theo":
        first = found.items[0].lines[0]
        words = layout.text_words(first.page)
        good = min(word.baseline for word in words) >= first.baseline - 0.5
        yield Fact(good, f"{found.type_name} from page {first.page}")


CHECKS: dict[str, Check] = {
    "numbering": numbering,
    "headings": headings,
    "articles": articles,
    "enactment": enactment,
    "addressees": addressees,
    "order": order,
    "appendices": appendices,
    "reference": reference,
    "attached": attached,
}
