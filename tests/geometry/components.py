"""Which paragraph is what, by anchors in the text and place, never by style names."""

import re
import unicodedata
from dataclasses import dataclass, field

import decree
from layout import Layout, Placed

MUC_LA_MA = re.compile(r"^[IVXLC]+\. ")
KHOAN = re.compile(r"^\d+\. ")
DIEM = re.compile(r"^[a-zđ]\) ")
GACH = re.compile(r"^[-+] ")
CENTRED_HEADING = re.compile(r"^(Phần|Chương) [IVXLC]+$|^(Mục|Tiểu mục) \d+$")
APPENDIX = re.compile(r"^Phụ lục( [IVXLC]+)?$", re.IGNORECASE)
BASIS = re.compile(r"^(Căn cứ|Theo|Thực hiện|Xét) .*[;.,]$")
AUTHORITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\.")


@dataclass
class Components:
    """The components of one document; a list is empty where the document has none."""

    by_name: dict[str, list[Placed]] = field(default_factory=dict)
    body: list[Placed] = field(default_factory=list)  # Paragraphs of the main text outside tables, căn cứ included.
    main: list[Placed] = field(default_factory=list)  # The main text with its tables.
    closing: list[Placed] = field(default_factory=list)
    appendices: list[list[Placed]] = field(default_factory=list)

    def __getitem__(self, name: str) -> list[Placed]:
        return self.by_name.get(name, [])

    def put(self, name: str, *items: Placed) -> None:
        self.by_name.setdefault(name, []).extend(items)


def is_upper(text: str) -> bool:
    return text == text.upper() and any(letter.isalpha() for letter in text)


def find_components(layout: Layout) -> Components:
    found = Components()
    items = layout.placed
    head_table = next((i.paragraph.cell.table for i in items if i.paragraph.cell and same(i.text, decree.QUOC_HIEU)), None)
    close_table = next((i.paragraph.cell.table for i in items if i.paragraph.cell and i.text.startswith("Nơi nhận")), None)
    head = [i for i in items if i.paragraph.cell and i.paragraph.cell.table == head_table]
    found.closing = [i for i in items if i.paragraph.cell and i.paragraph.cell.table == close_table]
    starts = [n for n, i in enumerate(items) if i.paragraph.cell is None and APPENDIX.match(i.text)]
    end = items.index(found.closing[0]) if found.closing else (starts[0] if starts else len(items))
    find_letterhead(head, found)
    find_title([i for i in items[:end] if i not in head], found)
    find_closing(found)
    for start, stop in zip(starts, [*starts[1:], len(items)]):
        found.appendices.append(items[start:stop])
        find_appendix(items[start:stop], found)
    return found


def same(text: str, expected: str) -> bool:
    def plain(value: str) -> str:
        return " ".join(unicodedata.normalize("NFC", value).split()).replace("HOÀ", "HÒA")

    return plain(text) == plain(expected)


def find_letterhead(head: list[Placed], found: Components) -> None:
    """Ô số 1 to 4 and 5b: the right column by its texts, in the left one all above "Số:" are names."""
    names: list[Placed] = []
    for item in head:
        cell = item.paragraph.cell
        if same(item.text, decree.QUOC_HIEU):
            found.put("quoc-hieu", item)
        elif cell.column == cell.columns - 1:
            found.put("dia-danh" if re.search(r"\bngày\b.*\btháng\b.*\bnăm\b", item.text) else "tieu-ngu", item)
        elif item.text.startswith("Số"):
            found.put("so-ky-hieu", item)
        elif item.text.startswith("V/v"):
            found.put("ve-viec", item)
        else:
            names.append(item)
    # The issuer is what is bold at the end; with none bold, the last name has to be.
    issuer = next((n for n, item in enumerate(names) if all(word.bold for word in item.words)), len(names) - 1)
    found.put("chu-quan", *names[:max(issuer, 0)])
    found.put("ban-hanh", *names[max(issuer, 0):])


def find_title(items: list[Placed], found: Components) -> None:
    """Ô 5a and 6: type name, subject, legal bases, body."""
    found.main = items
    flow = [i for i in items if i.paragraph.cell is None]
    if flow and flow[0].text in decree.TYPE_NAMES:
        found.put("ten-loai", flow.pop(0))
        if flow:
            found.put("trich-yeu", flow.pop(0))
    found.body = flow
    bases = True
    after_label = False
    for item in flow:
        open_list = bool(found["can-cu"]) and found["can-cu"][-1].text.endswith(";")
        if bases and (BASIS.match(item.text) or open_list and body_kind(item) == "loi-van"):
            found.put("can-cu", item)
            continue
        name = "tieu-de-giua" if after_label else body_kind(item)
        after_label = bool(CENTRED_HEADING.match(item.text))
        bases = bases and name == "kinh-gui"
        found.put(name, item)


def body_kind(item: Placed) -> str:
    text = item.text
    if text.startswith("Kính gửi"):
        return "kinh-gui"
    if CENTRED_HEADING.match(text):
        return "tieu-de-giua"
    kinds = ((MUC_LA_MA, "muc-la-ma"), (KHOAN, "khoan"), (DIEM, "diem"), (GACH, "gach"))
    return next((name for pattern, name in kinds if pattern.match(text)), "loi-van")


def find_closing(found: Components) -> None:
    """Ô 7 and 9b: recipients left, signature right; the last text on the right is the name."""
    for item in found.closing:
        cell = item.paragraph.cell
        if cell.column == 0 and cell.columns > 1:
            found.put("noi-nhan" if item.text.startswith("Nơi nhận") else "noi-nhan-dong", item)
        elif AUTHORITY.match(item.text) or is_upper(item.text):
            found.put("quyen-han", item)
        else:
            found.put("ho-ten", item)


def find_appendix(items: list[Placed], found: Components) -> None:
    found.put("phu-luc", items[0])
    for item in items[1:]:
        if item.paragraph.cell is not None:
            return
        if item.text.startswith("(Kèm theo") or item.text.startswith("(Ban hành kèm theo"):
            found.put("phu-luc-kem-theo", item)
            return
        found.put("phu-luc-tieu-de", item)
