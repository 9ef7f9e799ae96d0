#!/usr/bin/env python3
"""Gives the program what nobody means well with: huge, deep, broken and treacherous files. Generates its inputs.

Usage: hostile.py PROGRAM [WORD]. Each case (those whose name holds WORD): the exit code, the code of a finding, a message
in Vietnamese, nothing left behind, peak memory and time below bounds. The last line is "N passed, M failed".
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Iterator

ROOT = Path(__file__).parents[2]
FINDINGS, USAGE, INPUT, OUTPUT = 1, 2, 4, 5
MILLION = 1_000_000
VIETNAMESE = frozenset("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")

# A plan that passes; cases go on from it.
PLAN = """mau: ke-hoach
co_quan: { chu_quan: UBND tỉnh Đồng Tháp, ten: Sở Y tế, ky_hieu: SYT, dia_danh: Đồng Tháp }
ngay: 4/5/2023
trich_yeu: Công tác văn thư năm 2023
nguoi_ky: { chuc_vu: Giám đốc, ho_ten: Nguyễn Văn An CHUKY }
noi_nhan: [ "Các phòng thuộc Sở", "Lưu: VT" ]
"""
BODY = "noi_dung: |\n  # Mục đích\n  - Nâng cao chất lượng.\n"

Make = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """One call of the program in a folder of its own."""

    name: str
    make: Make
    arguments: list[str]
    exit_code: int = FINDINGS
    finds: str = ""  # Code of a finding; empty: none is asked for.
    megabytes: int = 150
    seconds: float = 5  # Of the processor.
    result: list[str] = field(default_factory=list)  # Files that it makes, and no others.


@dataclass(frozen=True)
class Outcome:
    """What became of one call."""

    exit_code: int
    megabytes: int
    seconds: float
    said: str
    left: set[str]
    gone: set[str]


def names_in(folder: Path) -> set[str]:
    """All files and links below a folder, as paths from it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}


def call(program: str, arguments: list[str], folder: Path, deadline: float) -> Outcome:
    """Runs the program; kills it at the deadline (seconds that pass; what counts is the processor's time)."""
    before = names_in(folder)
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [program, *arguments, "--diagnostics", "json", "--lang", "vi"], cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
            if time.monotonic() - started > deadline:
                child.kill()
                ended = os.wait4(child.pid, 0)
                break
            time.sleep(0.002)
        child.returncode = os.waitstatus_to_exitcode(ended[1])
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    used = ended[2]
    return Outcome(child.returncode, used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, text, names_in(folder) - before, before - names_in(folder))


def make_apart(make: Make, folder: Path) -> None:
    """Makes the inputs in a process of its own: what this one holds would count as memory of the program that it starts."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            make(folder)
            status = 0
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError("the inputs could not be made")


def findings_of(said: str) -> list[dict[str, object]]:
    """The findings among the lines that were printed."""
    return [json.loads(line) for line in said.splitlines() if line.startswith("{")]


def faults(case: Case, outcome: Outcome) -> Iterator[str]:
    """What is not as it should be, in words."""
    if outcome.exit_code != case.exit_code:
        yield f"exit code {outcome.exit_code}, not {case.exit_code}"
    findings = findings_of(outcome.said)
    if case.finds and not any(finding["code"] == case.finds for finding in findings):
        yield f"no {case.finds} among {sorted({str(finding['code']) for finding in findings})}"
    if case.exit_code and not any(VIETNAMESE & set(str(finding["message"]).lower()) for finding in findings):
        yield "no message in Vietnamese"
    if outcome.left != set(case.result):
        yield f"files made: {sorted(outcome.left)}"
    if outcome.gone:
        yield f"files gone: {sorted(outcome.gone)}"
    if outcome.megabytes > case.megabytes:
        yield f"{outcome.megabytes} MB, over {case.megabytes}"
    if outcome.seconds > case.seconds:
        yield f"{outcome.seconds:.1f} s, over {case.seconds}"


# How inputs are made.


def file(name: str, content: Callable[[], str | bytes]) -> Make:
    """Writes one file when the case is run, so that no two large inputs are in memory at a time."""

    def make(folder: Path) -> None:
        made = content()
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8"))

    return make


def together(*makers: Make) -> Make:
    """Several files."""

    def make(folder: Path) -> None:
        for one in makers:
            one(folder)

    return make


def data(name: str, content: Callable[[], str | bytes], finds: str, **more: object) -> Case:
    """A data file that is checked against the plan."""
    return Case(name, file(name, content), ["check", name, "-t", "ke-hoach"], finds=finds, **more)  # type: ignore[arg-type]


def template(name: str, body: str | Callable[[], str], finds: str, values: str = "", **more: object) -> Case:
    """A template from outside, rendered with a little data."""
    text = body if callable(body) else lambda: body
    head = '<mau ten="xau" loai="ke-hoach" nhan="Xấu"><truong ten="ds" kieu="danh-sach"><truong ten="x" kieu="bat-ky"/></truong><than>'
    make = together(
        file("mau/xau.xml", lambda: text() if "<mau" in text()[:200] else f"{head}{text()}</than></mau>"),
        file("so-lieu.yaml", lambda: values or "ds: [1, 2]\n"),
    )
    return Case(f"template: {name}", make, ["render", "so-lieu.yaml", "-t", "xau", "--templates", "mau", "-o", "ra.docx"], finds=finds, **more)  # type: ignore[arg-type]


def block_text(name: str, text: Callable[[], str], finds: str = "", **more: object) -> Case:
    """Block text in the plan."""

    def content() -> str:
        lines = "".join(f"  {line}\n" for line in text().split("\n"))
        return PLAN + "noi_dung: |\n" + lines

    plan = file("kh.yaml", content)
    return Case(f"block text: {name}", plan, ["check", "kh.yaml"], FINDINGS if finds else 0, finds, **more)  # type: ignore[arg-type]


def picture(name: str, path: str, make: Make, finds: str) -> Case:
    """A plan whose signature is a picture at `path`."""
    plan = PLAN.replace(" CHUKY", f", chu_ky: {{ tep: {json.dumps(path)}, rong: 40 }}") + BODY
    folder = together(file("so-lieu/kh.yaml", lambda: plan), make)
    return Case(f"picture: {name}", folder, ["render", "so-lieu/kh.yaml", "-o", "ra.docx"], finds=finds)


def link(name: str, target: str) -> Make:
    """A symbolic link."""
    return lambda folder: (folder / name).symlink_to(target)


def pipe(name: str) -> Make:
    """A pipe that nobody writes to."""

    def make(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(folder / name)

    return make


def nothing(_: Path) -> None:
    """No file more."""


def laughs(items: int, levels: int) -> str:
    """Aliases of aliases: `items` to the power of `levels` values."""
    lines = ["a0: &a0 [" + ",".join("x" * items) + "]"]
    lines += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * items) + "]" for i in range(1, levels)]
    return "\n".join(lines) + "\n"


def entities(levels: int) -> str:
    """The same in XML."""
    lines = ['<!ENTITY e0 "ha">'] + [f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, levels)]
    return f'<?xml version="1.0"?>\n<!DOCTYPE mau [{"".join(lines)}]>\n<mau>&e{levels - 1};</mau>'


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = {
    "_rels/.rels": f'<Relationships {RELATIONSHIPS}><Relationship Id="r1" Type="{TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{TYPE}"><sheets><sheet name="Noi nhan" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships {RELATIONSHIPS}><Relationship Id="r1" Type="{TYPE}/worksheet" Target="sheet.xml"/>'
    f'<Relationship Id="r2" Type="{TYPE}/sharedStrings" Target="shared.xml"/></Relationships>',
    "xl/shared.xml": f"<sst {MAIN}><si><t>Nơi nhận</t></si></sst>",
    "xl/sheet.xml": f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
}


def workbook(parts: dict[str, bytes | str], more: list[str] | None = None) -> bytes:
    """A workbook of one sheet with some parts replaced; names in `more` are added a second time."""
    with tempfile.TemporaryFile() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in {**WORKBOOK, **parts}.items():
                package.writestr(name, part)
            for name in more or []:
                package.writestr(name, b"")
        whole.seek(0)
        return whole.read()


def sheet(rows: str) -> str:
    """A sheet with these rows."""
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"


def declaring(content: bytes, entry: str, field_at: int, value: int) -> bytes:
    """The package with a four-byte field of an entry's central record overwritten."""
    record = content.rindex(b"PK\x01\x02", 0, content.rindex(entry.encode()))
    return content[: record + field_at] + value.to_bytes(4, "little") + content[record + field_at + 4 :]


def bomb() -> bytes:
    """A sheet of two gigabytes in two megabytes: written piece by piece, because zipfile would hold it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = b" " * (1 << 24)
    packed = [packer.compress(piece) for _ in range(128)] + [packer.flush()]
    size, crc, deflated = (1 << 24) * 128, 0, b"".join(packed)
    for _ in range(128):
        crc = zlib.crc32(piece, crc)
    whole = workbook({"xl/sheet.xml": "x" * 16})
    at = whole.index(b"PK\x03\x04", whole.index(b"xl/shared.xml") + 1)
    name = b"xl/sheet.xml"
    header = b"\x14\0\0\0\x08\0\0\0!\0" + crc.to_bytes(4, "little") + len(deflated).to_bytes(4, "little") + size.to_bytes(4, "little")
    header += len(name).to_bytes(2, "little") + b"\0\0"
    directory = whole[whole.index(b"PK\x01\x02") : whole.rindex(b"PK\x01\x02")]
    entry = b"PK\x01\x02\x14\0" + header + b"\0" * 10 + at.to_bytes(4, "little") + name
    body = whole[:at] + b"PK\x03\x04" + header + name + deflated
    end = b"PK\x05\x06\0\0\0\0" + len(WORKBOOK).to_bytes(2, "little") * 2
    end += len(directory + entry).to_bytes(4, "little") + len(body).to_bytes(4, "little") + b"\0\0"
    return body + directory + entry + end


def table(name: str, content: Callable[[], str | bytes], finds: str, **more: object) -> Case:
    """A table that is added to a list of the plan."""
    make = together(file(name, content), file("kh.yaml", lambda: PLAN.replace("noi_nhan", "# noi_nhan").replace(" CHUKY", "") + BODY))
    return Case(name, make, ["check", "kh.yaml", "--add", f"noi_nhan={name}"], finds=finds, **more)  # type: ignore[arg-type]


# The cases.


def deep_and_wide() -> Iterator[Case]:
    """Nesting and numbers of things that no real file has."""
    yield data("deep-list.yaml", lambda: "a: " + "[" * MILLION, "too-deep", megabytes=500)
    yield data("deep-closed.yaml", lambda: "a: " + "[" * MILLION + "]" * MILLION, "too-deep", megabytes=500)
    yield data("deep-map.yaml", lambda: "{a: " * MILLION, "too-deep", megabytes=600)
    yield data("deep-dashes.yaml", lambda: "- " * MILLION, "too-deep")
    yield data("deep-block.yaml", lambda: "".join(" " * i + "a:\n" for i in range(5000)), "too-deep")
    yield data("deep-keys.yaml", lambda: "? " * MILLION, "yaml-key-not-text")
    yield data("deep-list.json", lambda: "[" * MILLION, "too-deep")
    yield data("deep-closed.json", lambda: "[" * MILLION + "]" * MILLION, "too-deep")
    yield data("deep-map.json", lambda: '{"a":' * MILLION, "too-deep")
    yield data("laughs.yaml", lambda: laughs(10, 12), "yaml-aliases-too-large", megabytes=250)
    yield data("laughs-text.yaml", lambda: f'a0: &a0 ["{"x" * 100_000}"]\n' + laughs(100, 4).split("\n", 1)[1], "yaml-aliases-too-large", megabytes=250)
    yield data("anchors.yaml", lambda: "".join(f"k{i}: &a{i} x\n" for i in range(MILLION)), "unknown-field", megabytes=600, seconds=20)
    yield data("keys.yaml", lambda: "".join(f"k{i}: 1\n" for i in range(MILLION)), "unknown-field", megabytes=600, seconds=20)
    yield data("keys.json", lambda: "{" + ",".join(f'"k{i}":1' for i in range(MILLION)) + "}", "unknown-field", megabytes=600, seconds=20)
    yield data("same-key.yaml", lambda: "a: 1\n" * MILLION, "duplicate-key", megabytes=500, seconds=15)
    yield data("same-key.json", lambda: "{" + ",".join(['"a":1'] * MILLION) + "}", "duplicate-key", megabytes=500, seconds=15)
    yield data("wrong-items.yaml", lambda: PLAN.replace("noi_nhan: [", "noi_nhan: [" + "[]," * MILLION), "wrong-type", megabytes=900, seconds=20)
    yield data("commas.yaml", lambda: "a: [" + "," * MILLION + "]", "unknown-field", megabytes=500, seconds=15)


def long_things() -> Iterator[Case]:
    """One thing of many megabytes."""
    yield data("scalar.yaml", lambda: "trich_yeu: " + "a" * 100 * MILLION, "missing-field", megabytes=900, seconds=20)
    yield data("scalar.json", lambda: '{"trich_yeu":"' + "a" * 100 * MILLION + '"}', "missing-field", megabytes=900, seconds=20)
    yield data("key.yaml", lambda: "a" * 20 * MILLION + ": 1\n", "yaml-malformed", seconds=15)
    yield data("key.json", lambda: '{"' + "a" * 20 * MILLION + '":1}', "unknown-field", megabytes=250)
    yield data("number.json", lambda: '{"so":' + "9" * 20 * MILLION + "}", "number-too-large")
    yield data("number.yaml", lambda: "so: " + "9" * 20 * MILLION, "", megabytes=250, seconds=15)
    yield data("template-name.yaml", lambda: "mau: " + "a" * 20 * MILLION, "", megabytes=250, seconds=15)
    yield data("open-quote.yaml", lambda: 'a: "' + '\\"' * 5 * MILLION, "yaml-malformed", seconds=10)
    yield data("spaces.yaml", lambda: " " * 20 * MILLION, "data-not-a-map", seconds=10)
    yield data("comments.yaml", lambda: "#\n" * 5 * MILLION, "data-not-a-map", seconds=10)
    yield data("combining.yaml", lambda: "a: a" + "\u0301" * 5 * MILLION, "unknown-field", megabytes=250, seconds=10)
    yield data("marks.yaml", lambda: "a: a" + "\u0301\u0323" * 2 * MILLION, "unknown-field", megabytes=250, seconds=10)
    yield data("look-alikes.yaml", lambda: "a: |\n" + "  \u01a3\n" * MILLION, "unknown-field", megabytes=250, seconds=10)
    yield data("pipe-digits.yaml", lambda: "a: |" + "9" * MILLION, "yaml-malformed")
    yield data("too-large.yaml", lambda: "#" * (257 * MILLION * 105 // 100), "file-too-large", exit_code=INPUT, megabytes=700, seconds=20)


def bad_bytes() -> Iterator[Case]:
    """Bytes that are no text, or another encoding."""
    yield data("nul.yaml", lambda: b"a: b\0c\n", "control-character")
    yield data("nul.json", lambda: b'{"a":"b\0c"}', "control-character")
    yield data("nul-escaped.yaml", lambda: 'a: "b\\0c"\n', "control-character")
    yield data("nul-escaped.json", lambda: '{"a":"b\\u0000c"}', "control-character")
    yield data("nuls.yaml", lambda: b"\0" * 10 * MILLION, "control-character")
    yield data("not-utf-8.yaml", lambda: b"a: \xff\xfe\xfd\n" * 300_000, "invalid-utf8")
    yield data("not-utf-8.json", lambda: b'{"a":"' + b"\xc3\x28" * MILLION + b'"}', "invalid-utf8")
    yield data("surrogate.json", lambda: '{"a":"\\ud800"}', "json-malformed")
    yield data("surrogate.yaml", lambda: 'a: "\\ud800"\n', "yaml-malformed")
    yield data("surrogate-bytes.yaml", lambda: b"a: \xed\xa0\x80\n", "invalid-utf8")
    yield data("utf-16.yaml", lambda: PLAN.encode("utf-16"), "")
    yield data("utf-32.json", lambda: "{}".encode("utf-32"), "")
    yield data("two-marks.yaml", lambda: b"\xef\xbb\xbf" * 2 + PLAN.encode(), "yaml-malformed")
    yield data("empty.yaml", lambda: "", "data-not-a-map")
    yield data("empty.json", lambda: "", "json-malformed")
    escapes = "a\x1b[2J\x1b]0;x\x07: 1\n"
    yield data("terminal.yaml", lambda: escapes, "control-character")


def tables() -> Iterator[Case]:
    """CSV, XML and JSON Lines."""
    yield table("one-quote.csv", lambda: 'Nơi nhận\n"' + "a,\n" * 5 * MILLION, "csv-unclosed-quote", seconds=10)
    yield table("quotes.csv", lambda: "Nơi nhận\n" + '"' * 5 * MILLION, "", seconds=10)
    yield table("wide.csv", lambda: ",".join(f"c{i}" for i in range(MILLION)) + "\n" + "," * MILLION, "", megabytes=700, seconds=20)
    yield table("same-columns.csv", lambda: ",".join(["a"] * MILLION) + "\n1\n", "table-row-too-long", megabytes=700, seconds=20)
    yield table("long-rows.csv", lambda: "a\n" + ("," * 1000 + "1\n") * 5000, "table-row-too-long", megabytes=700, seconds=20)
    yield table("deep-header.csv", lambda: ".".join(["a"] * 100_000) + "\n1\n", "wrong-type")
    yield table("groups.csv", lambda: ",".join(f"a.b{i}.c{i}" for i in range(20_000)) + "\n" + "1," * 19_999 + "1\n", "", megabytes=300, seconds=10)
    yield table("rows.csv", lambda: "Nơi nhận,x\n" + "a,1\n" * MILLION, "", megabytes=1200, seconds=30)
    yield table("cell.csv", lambda: "a\n" + "b" * 50 * MILLION, "", megabytes=500, seconds=20)
    yield table("nul.csv", lambda: b"a\n\0\n", "control-character")
    yield table("lone-returns.csv", lambda: b"a\rb\rc", "")
    yield table("empty.csv", lambda: b"", "")
    yield table("cut.csv", lambda: 'Nơi nhận,Số\n"Sở Y tế', "csv-unclosed-quote")
    yield table("deep.jsonl", lambda: "[" * MILLION + "\n", "too-deep")
    yield table("wrong-lines.jsonl", lambda: "{\n" * MILLION, "json-malformed", seconds=20)
    yield table("cut.jsonl", lambda: '{"a": 1}\n{"a": ', "json-malformed")
    yield table("nul.jsonl", lambda: b'{"a": "\0"}\n', "control-character")
    yield table("empty-lines.jsonl", lambda: "\n" * 20 * MILLION, "", seconds=10)
    yield data("laughs.xml", lambda: entities(10).replace("mau", "a"), "xml-doctype")
    yield data("outside.xml", lambda: '<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]><a>&x;</a>', "xml-doctype")
    yield data("deep.xml", lambda: "<a>" * MILLION, "", megabytes=300)
    yield data("deep-closed.xml", lambda: "<a>" * MILLION + "</a>" * MILLION, "too-deep", megabytes=300)
    yield data("wide.xml", lambda: "<a>" + "<b/>" * MILLION + "</a>", "", megabytes=900, seconds=20)
    yield data("keys.xml", lambda: "<a>" + "".join(f"<b{i}/>" for i in range(MILLION)) + "</a>", "unknown-field", megabytes=900, seconds=30)
    yield data("attributes.xml", lambda: "<a " + " ".join(f'b{i}="1"' for i in range(200_000)) + "/>", "unknown-field", megabytes=300, seconds=10)
    yield data("same-attribute.xml", lambda: "<a " + 'b="1" ' * 200_000 + "/>", "", megabytes=300, seconds=10)
    yield data("text.xml", lambda: "<a><trich_yeu>" + "a" * 50 * MILLION + "</trich_yeu></a>", "missing-field", megabytes=700, seconds=20)
    yield data("references.xml", lambda: "<a><trich_yeu>" + "&#65;" * 5 * MILLION + "</trich_yeu></a>", "missing-field", megabytes=300, seconds=20)
    yield data("nul.xml", lambda: "<a>&#0;</a>", "")
    yield data("cut.xml", lambda: "<a><b>1</b><c", "")
    yield data("empty.xml", lambda: "", "")


def workbooks() -> Iterator[Case]:
    """XLSX: a zip container of XML."""
    whole = lambda: workbook({})  # noqa: E731
    for share in (1, 2, 3):
        yield data(f"cut-{share}-of-4.xlsx", lambda share=share: whole()[: len(whole()) * share // 4], "workbook-damaged")  # type: ignore[misc]
    yield data("no-zip.xlsx", lambda: b"\0" * MILLION, "not-a-workbook")
    yield data("old.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, "")
    yield data("empty.xlsx", lambda: b"", "not-a-workbook")
    yield data("bomb.xlsx", bomb, "workbook-too-large", megabytes=1400, seconds=30)
    yield data("two-gigabytes.xlsx", lambda: declaring(whole(), "xl/sheet.xml", 24, (1 << 31) - 1), "", megabytes=100)
    yield data("far-entry.xlsx", lambda: declaring(whole(), "xl/sheet.xml", 42, (1 << 31) - 1), "")
    yield data("wrong-sum.xlsx", lambda: declaring(whole(), "xl/sheet.xml", 16, 1), "workbook-part-damaged")
    yield data("many-parts.xlsx", lambda: workbook({f"a{i}": b"" for i in range(20_000)}), "workbook-too-many-parts")
    yield data("same-part.xlsx", lambda: workbook({}, ["xl/sheet.xml"]), "workbook-part-twice")
    yield data("climbing-part.xlsx", lambda: workbook({"../../x": b""}), "")
    yield data("entities.xlsx", lambda: workbook({"xl/sheet.xml": entities(10)}), "workbook-part-doctype")
    yield data("deep.xlsx", lambda: workbook({"xl/sheet.xml": "<a>" * MILLION}), "", megabytes=400)
    yield data("far-cell.xlsx", lambda: workbook({"xl/sheet.xml": sheet('<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row>')}), "")
    yield data("beyond.xlsx", lambda: workbook({"xl/sheet.xml": sheet('<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>')}), "")
    corners = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row>'
    yield data("corners.xlsx", lambda: workbook({"xl/sheet.xml": sheet(corners)}), "", megabytes=400)
    merged = sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>').replace(
        "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    )
    yield data("merged-all.xlsx", lambda: workbook({"xl/sheet.xml": merged}), "", megabytes=600, seconds=20)
    pile = "".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 200_000))
    yield data("merges.xlsx", lambda: workbook({"xl/sheet.xml": merged.replace('<mergeCell ref="A2:XFD1048576"/>', pile)}), "", megabytes=600, seconds=20)
    rows = lambda n: "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c><c r="B{i}"><v>{i}</v></c></row>' for i in range(1, n))  # noqa: E731
    yield data("rows.xlsx", lambda: workbook({"xl/sheet.xml": sheet(rows(300_000))}), "", megabytes=900, seconds=30)
    strings = lambda: f"<sst {MAIN}><si><t>" + "x" * 30_000 + "</t></si></sst>"  # noqa: E731
    one = lambda: "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 100_000))  # noqa: E731
    yield data("one-string.xlsx", lambda: workbook({"xl/shared.xml": strings(), "xl/sheet.xml": sheet(one())}), "workbook-text-too-large", megabytes=900, seconds=30)
    loop = f'<Relationships {RELATIONSHIPS}><Relationship Id="r1" Type="{TYPE}/worksheet" Target="../../../../etc/passwd"/></Relationships>'
    yield data("passwd.xlsx", lambda: workbook({"xl/_rels/workbook.xml.rels": loop}), "")
    itself = f'<Relationships {RELATIONSHIPS}><Relationship Id="r1" Type="{TYPE}/worksheet" Target="workbook.xml"/></Relationships>'
    yield data("itself.xlsx", lambda: workbook({"xl/_rels/workbook.xml.rels": itself}), "")
    sheets = "".join(f'<sheet name="S{i}" sheetId="{i}" r:id="r1"/>' for i in range(1, 20_000))
    yield data("sheets.xlsx", lambda: workbook({"xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{TYPE}"><sheets>{sheets}</sheets></workbook>'}), "", megabytes=600, seconds=20)


def templates() -> Iterator[Case]:
    """Templates from a folder that a stranger packed."""
    yield template("entities", lambda: entities(10), "xml-doctype")
    yield template("outside entity", '<!DOCTYPE mau [<!ENTITY x SYSTEM "file:///etc/passwd">]><mau>&x;</mau>', "xml-doctype")
    yield template("deep", lambda: "<neu dieu-kien='true'>" * MILLION, "xml-wrong-end", megabytes=300)
    yield template("deep and closed", lambda: "<dam>" * MILLION + "</dam>" * MILLION, "too-deep", megabytes=300)
    yield template("attributes", lambda: "<doan " + " ".join(f'a{i}="1"' for i in range(200_000)) + "/>", "unknown-attribute", megabytes=300)
    yield template("deep expression", lambda: "<doan>{{ " + "(" * MILLION + "1 }}</doan>", "too-deep")
    yield template("deep signs", lambda: "<doan>{{ " + "-" * MILLION + "1 }}</doan>", "too-deep")
    yield template("deep not", lambda: "<doan>{{ " + "not " * MILLION + "1 }}</doan>", "too-deep")
    yield template("long chain", lambda: "<doan>{{ 1" + " + 1" * MILLION + " }}</doan>", "", megabytes=500, seconds=10)
    yield template("long path", lambda: "<doan>{{ ds" + "[0]" * MILLION + " }}</doan>", "", megabytes=500, seconds=10)
    yield template("long filter chain", lambda: "<doan>{{ 'a'" + " | hoa" * MILLION + " }}</doan>", "", megabytes=600, seconds=10)
    yield template("deep if", lambda: "<doan>{{ " + "1 if 1 else " * MILLION + "1 }}</doan>", "too-deep")
    yield template("open braces", lambda: "<doan>" + "{{ " * MILLION + "</doan>", "", megabytes=300)
    yield template("formula", lambda: '<bang nguon="ds" bien="h"><cot ten="a" kieu="tien" tieu-de="A" cong-thuc="' + "(" * MILLION + '1"/></bang>', "too-deep")
    yield template("doubling text", "".join('<dat bien="a%d" gia-tri="%s"/>' % (i, f"a{i - 1} ~ a{i - 1}" if i else "'xxxxxxxxxx'") for i in range(64)) + "<doan>{{ a63 }}</doan>", "budget-exceeded", megabytes=3000, seconds=20)
    yield template("doubling list", "".join('<dat bien="a%d" gia-tri="%s"/>' % (i, f"[a{i - 1}, a{i - 1}]" if i else "'x'") for i in range(64)) + "<doan>{{ a63 | do_dai }}</doan>", "budget-exceeded", megabytes=3000, seconds=20)
    yield template("replacing", "".join('<dat bien="a%d" gia-tri="%s"/>' % (i, f"a{i - 1} | thay('x', 'xxxxxxxxxx')" if i else "'x'") for i in range(20)) + "<doan>{{ a19 }}</doan>", "budget-exceeded", megabytes=3000, seconds=20)
    loops = "".join(f'<lap bien="b{i}" trong="ds">' for i in range(5)) + "<doan>x</doan>" + "</lap>" * 5
    yield template("loops in loops", loops, "budget-exceeded", values="ds: [" + "1," * 100 + "1]\n", megabytes=2500, seconds=60)
    yield template("silent loops", loops.replace("<doan>x</doan>", ""), "budget-exceeded", values="ds: [" + "1," * 100 + "1]\n", megabytes=500, seconds=60)
    yield template("a million items", '<lap bien="b" trong="ds"><doan>{{ b.x }}</doan></lap>', "no-member", values="ds: [" + "1," * MILLION + "1]\n", megabytes=900, seconds=30)
    yield template("itself", '<dung mau="xau"/>', "include-cycle")
    yield template("parent folder", '<dung mau="../xau"/>', "template-not-found")
    yield template("absolute", '<dung mau="/etc/passwd"/>', "template-not-found")
    yield template("nul", "<doan>a\0b</doan>", "")
    outside = together(file("mau/xau.xml", lambda: '<mau ten="xau" loai="ke-hoach"><than><dung mau="kia"/></than></mau>'), file("ngoai.xml", lambda: '<mau ten="kia"><than><doan>x</doan></than></mau>'), file("so-lieu.yaml", lambda: "{}"))
    arguments = ["render", "so-lieu.yaml", "-t", "xau", "--templates", "mau", "-o", "ra.docx"]
    yield Case("template: link out of the folder", together(outside, link("mau/kia.xml", "../ngoai.xml")), arguments, finds="file-outside-folder")
    yield Case("template: a pipe", together(outside, pipe("mau/kia.xml")), arguments, finds="not-a-regular-file")
    yield Case("template: a folder", together(outside, lambda folder: (folder / "mau/kia.xml").mkdir()), arguments, finds="not-a-regular-file")
    yield Case("template: rules are a pipe", together(outside, pipe("mau/the-thuc/nd30-2020.xml")), arguments, finds="not-a-regular-file")
    yield Case("template: name with a path", outside, ["render", "so-lieu.yaml", "-t", "../mau/xau", "--templates", "mau"], finds="template-not-found")


def block_texts() -> Iterator[Case]:
    """What makes naive readers of light markup slow."""
    yield block_text("deep quotes", lambda: "> " * 100_000 + "x", "too-deep")
    yield block_text("deep lists", lambda: "".join("  " * i + "- x\n" for i in range(500)), "too-deep-list")
    yield block_text("dashes", lambda: "- " * 100_000 + "x", "too-deep")
    yield block_text("stars", lambda: "*a " * 100_000)
    yield block_text("star pairs", lambda: "**a*" * 100_000)
    yield block_text("underscores", lambda: "_a__b" * 100_000)
    yield block_text("brackets", lambda: "[" * 200_000 + "a" + "]" * 200_000)
    yield block_text("links", lambda: "[a](" * 100_000)
    yield block_text("backticks", lambda: "".join("`" * i + " " for i in range(1, 800)))
    yield block_text("comments", lambda: "<!-- " * 100_000, "unsupported-markup")
    yield block_text("ampersands", lambda: "&" * 300_000 + "amp;")
    yield block_text("wide table", lambda: "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|", "bad-table-rule")
    yield block_text("long table", lambda: "|a|b|\n|-|-|\n" + "|1|\n" * 100_000, "bad-table-rule")
    yield block_text("references", lambda: "".join(f"[a{i}]: x\n" for i in range(50_000)) + "[a]" * 50_000)
    yield block_text("backslashes", lambda: "\\" * 500_000)
    yield block_text("braces", lambda: "{{ " * 100_000, "unclosed-braces")
    yield block_text("headings", lambda: "# a\n" * 100_000, megabytes=300, seconds=10)
    yield block_text("numbers", lambda: "999999999999. x\n" * 10_000)
    yield block_text("one long line", lambda: "chữ " * 2_000_000, megabytes=400, seconds=20)


def pictures() -> Iterator[Case]:
    """Paths in data that lead elsewhere."""
    logo = file("ngoai.png", lambda: (ROOT / "samples/quyet-dinh/chu-ky.png").read_bytes())
    yield picture("parent folder", "../ngoai.png", logo, "file-outside-folder")
    yield picture("climbing", "../../../../../../etc/passwd", nothing, "file-outside-folder")
    yield picture("absolute", "/etc/passwd", nothing, "file-outside-folder")
    yield picture("device", "/dev/zero", nothing, "file-outside-folder")
    yield picture("link to a device", "a.png", link("so-lieu/a.png", "/dev/zero"), "file-outside-folder")
    yield picture("link out", "a.png", together(logo, link("so-lieu/a.png", "../ngoai.png")), "file-outside-folder")
    yield picture("link to the folder above", "len/ngoai.png", together(logo, link("so-lieu/len", "..")), "file-outside-folder")
    yield picture("pipe", "a.png", pipe("so-lieu/a.png"), "not-a-regular-file")
    yield picture("folder", ".", nothing, "not-a-regular-file")
    yield picture("large", "a.png", file("so-lieu/a.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50 * MILLION), "file-too-large")
    yield picture("cut", "a.png", file("so-lieu/a.png", lambda: (ROOT / "samples/quyet-dinh/chu-ky.png").read_bytes()[:-20]), "broken-png")


def outputs() -> Iterator[Case]:
    """Places where nothing can be written."""
    plan = file("kh.yaml", lambda: PLAN.replace(" CHUKY", "") + BODY)
    yield Case("output: it works", plan, ["render", "kh.yaml", "-o", "ra.docx"], 0, result=["ra.docx"])
    yield Case("output: a folder", together(plan, lambda folder: (folder / "ra.docx").mkdir()), ["render", "kh.yaml", "-o", "ra.docx"], OUTPUT, "output-not-writable")
    yield Case("output: full disk", together(plan, link("ra.docx", "/dev/full")), ["render", "kh.yaml", "-o", "ra.docx"], OUTPUT, "output-not-writable")
    yield Case("output: a pipe", together(plan, pipe("ra.docx")), ["render", "kh.yaml", "-o", "ra.docx"], OUTPUT, "output-not-writable")
    yield Case("output: no such folder", plan, ["render", "kh.yaml", "-o", "khong/co/ra.docx"], OUTPUT, "output-not-writable")
    yield Case("output: long name", plan, ["render", "kh.yaml", "-o", "a" * 300 + ".docx"], OUTPUT, "output-not-writable")
    yield Case("output: file as folder", plan, ["render", "kh.yaml", "-o", "kh.yaml/ra.docx"], OUTPUT, "output-not-writable")
    yield Case("output: proc", plan, ["render", "kh.yaml", "-o", "/proc/ra.docx"], OUTPUT, "output-not-writable")


def inputs() -> Iterator[Case]:
    """Names on the command line."""
    yield Case("input: a folder", lambda folder: (folder / "kh.yaml").mkdir(), ["check", "kh.yaml"], INPUT, "file-unreadable")
    yield Case("input: not there", nothing, ["check", "kh.yaml"], INPUT, "file-not-found")
    yield Case("input: endless", link("kh.yaml", "/dev/zero"), ["check", "kh.yaml"], INPUT, "file-too-large", megabytes=700, seconds=20)
    yield Case("input: unknown ending", nothing, ["check", "kh.exe"], USAGE, "unknown-data-format")
    yield Case("input: long setting", file("kh.yaml", lambda: PLAN + BODY), ["check", "kh.yaml", "--set", "a." * 10_000 + "b=1"], finds="bad-path")
    yield Case("input: far index", file("kh.yaml", lambda: PLAN + BODY), ["check", "kh.yaml", "--set", "noi_nhan[999999999]=1"], finds="bad-path")


def cut_files() -> Iterator[Case]:
    """Real files that end too soon."""
    plan, sheet = ROOT / "samples/ke-hoach-json/ke-hoach.json", ROOT / "samples/ke-hoach-ten-dai/ke-hoach.yaml"
    for share in (1, 2, 3):
        text = plan.read_bytes()
        yield data(f"cut-{share}-of-4.json", lambda text=text, share=share: text[: len(text) * share // 4], "")  # type: ignore[misc]
        text = sheet.read_bytes()
        yield data(f"cut-{share}-of-4.yaml", lambda text=text, share=share: text[: len(text) * share // 4], "")  # type: ignore[misc]
        whole = (ROOT / "templates/ke-hoach.xml").read_bytes()
        make = together(file("mau/ke-hoach.xml", lambda whole=whole, share=share: whole[: len(whole) * share // 4]), file("kh.yaml", lambda: PLAN + BODY))  # type: ignore[misc]
        yield Case(f"cut-{share}-of-4.xml", make, ["check", "kh.yaml", "--templates", "mau"])


GROUPS = (deep_and_wide, long_things, bad_bytes, tables, workbooks, templates, block_texts, pictures, outputs, inputs, cut_files)


def run(program: str, case: Case) -> list[str]:
    """The faults of one case; prints its line."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        make_apart(case.make, folder)
        outcome = call(program, case.arguments, folder, case.seconds * 8)
        wrong = list(faults(case, outcome))
    finally:
        shutil.rmtree(folder)
    codes = sorted({str(finding["code"]) for finding in findings_of(outcome.said)})
    print(f"{'FAIL ' if wrong else 'ok   '} {case.name:34} {outcome.seconds:6.2f} s {outcome.megabytes:5} MB  {'; '.join(wrong) or ' '.join(codes)[:100]}", flush=True)
    return wrong


def main(arguments: list[str]) -> int:
    program = str(Path(arguments[0]).resolve())
    word = arguments[1] if len(arguments) > 1 else ""
    cases = [case for group in GROUPS for case in group() if word in case.name]
    failed = sum(bool(run(program, case)) for case in cases)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
