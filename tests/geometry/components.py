"""Which paragraph is what: by anchors in the text and by place; by the name of its style only where words cannot tell."""

from dataclasses import dataclass, field

import decree
from anchors import (
    ADDRESSEE, APPENDIX, AUTHORITY, BASIS, BY_STYLE, CLOSING, COPY_FORM, DATE_LINE, DIEM, DIEU, ENACTMENT, GACH, IN_WORDS, KHOAN, LABEL,
    MUC_LA_MA, PARTY, REFERENCE, SIGNATURE_INFO, is_upper, same,
)
from layout import Layout, Placed

@dataclass
class Components:
    """One part of a document: the main text ("chinh"), an attached document ("kem-theo"), an appendix ("phu-luc") or the
    head and foot of a copy ("ban-sao"). A list is empty where the part has none."""

    kind: str
    items: list[Placed]
    by_name: dict[str, list[Placed]] = field(default_factory=dict)
    body: list[Placed] = field(default_factory=list)  # Paragraphs of the text outside tables, căn cứ included.
    main: list[Placed] = field(default_factory=list)  # The text with its tables of data.
    closing: list[Placed] = field(default_factory=list)  # Recipients and signatures.
    whole: "list[Components]" = field(default_factory=list)  # All parts of the document, this one included.

    def __getitem__(self, name: str) -> list[Placed]:
        return self.by_name.get(name, [])

    def put(self, name: str, *items: Placed) -> None:
        self.by_name.setdefault(name, []).extend(items)

    @property
    def type_name(self) -> str:
        """"KẾ HOẠCH"; "" for a công văn, and for forms that the decree does not know ("ten-bieu-mau")."""
        return self["ten-loai"][0].text if self["ten-loai"] else ""

    def parts(self, kind: str) -> "list[Components]":
        return [part for part in self.whole if part.kind == kind]

    @property
    def leading(self) -> "Components":
        """The main text of the document that this is a part of."""
        return self.whole[0]


def claimed(item: Placed) -> str | None:
    return BY_STYLE.get(item.paragraph.style or "")


def find_components(layout: Layout) -> list[Components]:
    """The parts of the document in their order; the first is the main text."""
    parts = [Components(kind, items) for kind, items in split(layout.placed)]
    for number, part in enumerate(parts):
        part.whole = parts
        marginal = [item for item in layout.marginal if part_of(item, parts) is part] if number else layout.marginal
        find_marginal(marginal, part)
        {"phu-luc": find_appendix, "ban-sao": find_copy}.get(part.kind, find_document)(layout, part)
    return parts


def part_of(item: Placed, parts: list[Components]) -> Components | None:
    """The part that begins on the page of a header or footer."""
    pages = item.pages
    return next((part for part in parts[1:] if part.items[0].pages & pages), None)


def split(items: list[Placed]) -> list[tuple[str, list[Placed]]]:
    """At each further letterhead, label of an appendix and head of a copy."""
    starts: list[tuple[int, str]] = [(0, "chinh")]
    heads = [item.paragraph.cell.table for item in items if item.paragraph.cell and same(item.text, decree.QUOC_HIEU)]
    copies = [item.paragraph.cell.table for item in items if item.paragraph.cell and COPY_FORM.match(item.text)]
    for number, item in enumerate(items):
        cell, before = item.paragraph.cell, items[number - 1] if number else None
        if cell is None and APPENDIX.match(item.text):
            signed = before is not None and is_signature_info(before) and before.paragraph.cell is None
            starts.append((number - 1 if signed else number, "phu-luc"))
        elif cell and cell.table in [*heads[1:], *copies] and (before is None or table_of(before) != cell.table):
            starts.append((number, "ban-sao" if cell.table in copies else "kem-theo"))
    starts = sorted({start: kind for start, kind in starts}.items())
    ends = [start for start, _ in starts[1:]] + [len(items)]
    return [(kind, items[start:end]) for (start, kind), end in zip(starts, ends)]


def table_of(item: Placed) -> int | None:
    return item.paragraph.cell.table if item.paragraph.cell else None


def is_signature_info(item: Placed) -> bool:
    return claimed(item) == "ky-so" or bool(SIGNATURE_INFO.match(item.text))


def find_marginal(items: list[Placed], found: Components) -> None:
    """Ô số 11, 13 and 14 where they stand in the header or footer of the first page."""
    for item in items:
        upper = min(word.baseline for word in item.words) < 150
        name = "ky-so" if is_signature_info(item) else "luu-hanh" if upper else "dia-chi"
        found.put(name, item)


def find_document(layout: Layout, found: Components) -> None:
    """The main text or an attached document: letterhead, title, text, closing."""
    head_table = next((table_of(i) for i in found.items if i.paragraph.cell and same(i.text, decree.QUOC_HIEU)), None)
    head = [item for item in found.items if head_table is not None and table_of(item) == head_table]
    find_letterhead(head, found)
    rest = [item for item in found.items if table_of(item) != head_table or head_table is None]
    rest = take_apart(layout, rest, found)
    find_text(rest, found)


def take_apart(layout: Layout, items: list[Placed], found: Components) -> list[Placed]:
    """Names marks, signature information, signatures and recipients; the rest is text."""
    rest: list[Placed] = []
    signing = {table_of(item) for item in items if is_closing(layout, item) and item.paragraph.cell}
    for item in items:
        table = layout.table_of(item)
        if item.text in decree.MARKS and (table is not None or claimed(item) == "dau-muc-do"):
            found.put("dau-muc-do", item)
        elif is_signature_info(item):
            found.put("ky-so", item)
        elif is_closing(layout, item) or table_of(item) in signing and table_of(item) is not None:
            found.closing.append(item)
        else:
            rest.append(item)
    find_closing(found)
    return rest


def is_closing(layout: Layout, item: Placed) -> bool:
    table = layout.table_of(item)
    if table is not None and table.ruled:
        return False
    if item.text.startswith("Nơi nhận") or claimed(item) in CLOSING:
        return True
    return table is not None and bool(AUTHORITY.match(item.text))


def find_letterhead(head: list[Placed], found: Components) -> None:
    """Ô số 1 to 4, 5b and 10: the right column by its texts, in the left one all above "Số:" are names."""
    names: list[Placed] = []
    for item in head:
        cell = item.paragraph.cell
        if same(item.text, decree.QUOC_HIEU):
            found.put("quoc-hieu", item)
        elif item.text in decree.MARKS or claimed(item) == "dau-muc-do":
            found.put("dau-muc-do", item)
        elif item.text.startswith("V/v"):
            found.put("ve-viec", item)
        elif item.text.startswith("Số"):
            found.put("so-ky-hieu", item)
        elif COPY_FORM.match(item.text) or claimed(item) == "hinh-thuc-sao":
            found.put("hinh-thuc-sao", item)
        elif cell.column == cell.columns - 1 and cell.columns > 1:
            found.put("dia-danh" if DATE_LINE.search(item.text) else "tieu-ngu", item)
        else:
            names.append(item)
    # The issuer is what is bold at the end; with none bold, the last name has to be.
    issuer = next((n for n, item in enumerate(names) if all(word.bold for word in item.words)), len(names) - 1)
    found.put("chu-quan", *names[:max(issuer, 0)])
    found.put("ban-hanh", *names[max(issuer, 0):])


def find_text(items: list[Placed], found: Components) -> None:
    """Ô 5a, 9a and 6: type name, subject, addressees, legal bases, body."""
    found.main = items
    flow = [i for i in items if i.paragraph.cell is None]
    if flow and (flow[0].text in decree.TYPE_NAMES or claimed(flow[0]) in ("ten-loai", "trich-yeu")):
        found.put("ten-loai" if flow[0].text in decree.TYPE_NAMES else "ten-bieu-mau", flow.pop(0))
        while flow and is_subject(flow[0], found):
            found.put("trich-yeu", flow.pop(0))
    found.body = flow
    bases, before = True, ""
    for item in flow:
        name = text_kind(item, before, found)
        open_list = before == "can-cu" and found["can-cu"][-1].text.endswith(";")
        if bases and (name == "loi-van" and (BASIS.match(item.text) or open_list)):
            name = "can-cu"
        bases = bases and name in ("can-cu", "kinh-gui", "kinh-gui-noi", "tham-quyen", "kem-theo")
        found.put(name, item)
        before = name


def is_subject(item: Placed, found: Components) -> bool:
    if item.paragraph.style is not None:
        return claimed(item) == "trich-yeu"
    return not found["trich-yeu"] and found.type_name not in decree.WITHOUT_SUBJECT and not REFERENCE.match(item.text)


def text_kind(item: Placed, before: str, found: Components) -> str:
    text = item.text
    if text == decree.END_MARK:
        return "het-van-ban"
    if before == "nhan-phan":
        return "tieu-de-phan"
    if GACH.match(text) and (before == "kinh-gui" and found["kinh-gui"][-1].text.endswith(":")
                             or before == "kinh-gui-noi" and found["kinh-gui-noi"][-1].text.endswith(";")):
        return "kinh-gui-noi"
    if found.type_name in decree.ENACTING and before == "" and is_upper(text):
        return "tham-quyen"
    kinds = ((ENACTMENT, "loi-ban-hanh"), (LABEL, "nhan-phan"), (REFERENCE, "kem-theo"), (ADDRESSEE, "kinh-gui"),
             (IN_WORDS, "so-tien-bang-chu"), (MUC_LA_MA, "muc-la-ma"), (DIEU, "dieu"), (KHOAN, "khoan"), (DIEM, "diem"), (GACH, "gach"))
    if found.type_name in decree.BETWEEN_PARTIES and PARTY.match(text):
        return "cac-ben"
    by_text = next((name for pattern, name in kinds if pattern.match(text)), None)
    return by_text or claimed(item) or "loi-van"


def find_closing(found: Components) -> None:
    """Ô 7 and 9b: recipients and signatures. In the cell of "Nơi nhận" all is recipients; the last text of a signature is the name."""
    lists = {(table_of(i), i.paragraph.cell.row, i.paragraph.cell.column) for i in found.closing
             if i.paragraph.cell and i.text.startswith("Nơi nhận")}
    last = {key: items[-1] for key, items in cells_of(found.closing).items() if len(items) > 1}
    for item in found.closing:
        cell = item.paragraph.cell
        plain = item.paragraph.style is None and cell is not None
        if item.text.startswith("Nơi nhận"):
            found.put("noi-nhan", item)
        elif cell and (cell.table, cell.row, cell.column) in lists or claimed(item) == "noi-nhan-dong":
            found.put("noi-nhan-dong", item)
        elif claimed(item) in ("ben", "thoi-gian-ky", "ghi-chu-ky"):
            found.put(claimed(item), item)
        elif claimed(item) == "ho-ten" or plain and last.get((cell.table, cell.grid)) is item:
            found.put("ho-ten", item)
        elif AUTHORITY.match(item.text) or is_upper(item.text) or claimed(item) == "quyen-han":
            found.put("quyen-han", item)
        else:
            found.put("ho-ten", item)


def signers(found: Components) -> list[list[Placed]]:
    """The signatures, each from its first line to the name: what stands in one column of a table, row under row."""
    listed = {id(item) for name in ("noi-nhan", "noi-nhan-dong") for item in found[name]}
    return list(cells_of([item for item in found.closing if id(item) not in listed]).values())


def cells_of(items: list[Placed]) -> dict[tuple[int, int], list[Placed]]:
    """By table and column."""
    columns: dict[tuple[int, int], list[Placed]] = {}
    for item in items:
        if item.paragraph.cell:
            columns.setdefault((item.paragraph.cell.table, item.paragraph.cell.grid), []).append(item)
    return columns


def find_appendix(layout: Layout, found: Components) -> None:
    """III.1: label, title, reference line, text."""
    items = take_apart(layout, found.items, found)
    found.put("phu-luc", items[0])
    title = 1
    while title < len(items) and items[title].paragraph.cell is None and not REFERENCE.match(items[title].text):
        if not (is_upper(items[title].text) or items[title].paragraph.style == "TieuDePhuLuc" or has_reference(items[title:title + 3])):
            break
        found.put("phu-luc-tieu-de", items[title])
        title += 1
    find_text(items[title:], found)
    found.by_name["phu-luc-kem-theo"] = found.by_name.pop("kem-theo", [])
    found.body = [item for item in found.body if item not in found["phu-luc-kem-theo"]]


def has_reference(items: list[Placed]) -> bool:
    return any(REFERENCE.match(item.text) for item in items)


def find_copy(layout: Layout, found: Components) -> None:
    """Phần II: head and foot of a paper copy."""
    head_table = table_of(found.items[0])
    find_letterhead([item for item in found.items if table_of(item) == head_table], found)
    found.main = take_apart(layout, [item for item in found.items if table_of(item) != head_table], found)
