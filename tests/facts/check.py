#!/usr/bin/env python3
"""Holds the real documents under samples/ against their facts: python3 tests/facts/check.py [folder of DOCX files, out/].

<sample>.txt lists what <sample>.docx must say, one fact a line: a text of one paragraph or cell, or `a | b | c`: texts of
one and the same table row. `#` begins a comment. Spaces of all kinds count as one space. Exit status 1 if any is missing.
"""
import re
import sys
import unicodedata
import zipfile
import xml.etree.ElementTree as xml
from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plain(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def text_of(element):
    """The text of a paragraph, a cell or a row; line breaks, tabs and ends of paragraphs are spaces."""
    parts = []
    for node in element.iter():
        if node.tag == W + "t":
            parts.append(node.text or "")
        elif node.tag in (W + "br", W + "tab", W + "p"):
            parts.append(" ")
    return plain("".join(parts))


def texts_of(docx):
    """Paragraphs and cells, and rows, of the body and its headers and footers."""
    pieces, rows = [], []
    with zipfile.ZipFile(docx) as package:
        for name in package.namelist():
            if not re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                continue
            root = xml.fromstring(package.read(name))
            pieces += [text_of(node) for node in root.iter() if node.tag in (W + "p", W + "tc")]
            rows += [text_of(node) for node in root.iter(W + "tr")]
    return pieces, rows


def facts_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def holds(fact, pieces, rows):
    parts = [plain(part) for part in fact.split(" | ")]
    places = rows if len(parts) > 1 else pieces
    return any(all(part in place for part in parts) for place in places)


def main():
    here = Path(__file__).resolve().parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent.parent / "out"
    passed = failed = 0
    for listing in sorted(here.glob("*.txt")):
        facts = facts_of(listing)
        docx = folder / (listing.stem + ".docx")
        if not docx.exists():
            print(f"FAIL  {docx}: no such file")
            failed += len(facts)
            continue
        pieces, rows = texts_of(docx)
        missing = [fact for fact in facts if not holds(fact, pieces, rows)]
        for fact in missing:
            print(f"FAIL  {listing.stem}: missing “{fact}”")
        failed += len(missing)
        passed += len(facts) - len(missing)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
