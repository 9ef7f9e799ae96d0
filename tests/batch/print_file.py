#!/usr/bin/env python3
"""One print job: many minutes in one file, as LibreOffice lays them out.

Usage: print_file.py PROGRAM [COUNT] [--folder DIR]. Prints COUNT minutes (40 by default) into one DOCX and one PDF, once in a row
and once on fresh sheets, and each alone as a PDF. In the pages of the whole, every document must have as many pages as alone, in
the order of the records; its first page bears no number and the others 2, 3, …; on fresh sheets it begins on an odd page, and
only pages that fill a sheet are blank. DIR keeps the files. The last line is "N passed, M failed".
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterator

import records_of_minutes as minutes

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def documents_in(pages: list[str]) -> list[list[int]]:
    """Numbers (from 1) of the pages of each document, with the blank ones that follow."""
    documents: list[list[int]] = []
    for number, page in enumerate(pages, 1):
        if MOTTO in page:
            documents.append([])
        documents[-1].append(number)
    return documents


def page_number(page: str) -> str:
    """What stands at the top of a page if it is a number, else nothing."""
    first = next((line.strip() for line in page.splitlines() if line.strip()), "")
    return first if first.isdigit() else ""


def record(number: int) -> dict[str, object]:
    """Minutes of one, two and three pages in turn."""
    made = minutes.record(number)
    findings = list(made["phat_hien"])
    if number % 3 == 0:
        made["phat_hien"] = (findings or list(minutes.record(1)["phat_hien"])) * (4 + number % 7)
    if number % 3 == 1:
        made["phat_hien"] = findings[:1]
        made["danh_gia_vien"] = made["danh_gia_vien"][:1]
    return made


class Job:
    """A folder with records, and the program."""

    def __init__(self, program: str, folder: Path, count: int) -> None:
        self.program, self.folder, self.count = program, folder, count
        folder.mkdir(parents=True, exist_ok=True)
        minutes.write(folder, 0)
        lines = [json.dumps(record(number), ensure_ascii=False) + "\n" for number in range(1, count + 1)]
        (folder / "records.jsonl").write_text("".join(lines), encoding="utf-8")

    def run(self, *more: str) -> None:
        command = [self.program, "batch", "records.jsonl", "--with", "shared.yaml", "-t", "bien-ban-danh-gia-noi-bo", "--quiet"]
        subprocess.run([*command, *more], cwd=self.folder, check=True)

    def lengths_alone(self) -> list[int]:
        """Pages of each document as a PDF of its own; says how long one takes."""
        begun = time.monotonic()
        self.run("-o", "alone/{{ ma }}.pdf")
        took = time.monotonic() - begun
        print(f"{self.count} documents to PDF, each alone: {took:.1f} s, {took / self.count * 1000:.0f} ms a document")
        return [len(pages_of(self.folder / "alone" / f"BB-{number:06}.pdf")) for number in range(1, self.count + 1)]

    def pages_of_print_file(self, name: str, *more: str) -> list[str]:
        begun = time.monotonic()
        self.run("--merge", f"{name}.docx", "--pdf", "--ignore", "ma", *more)
        pages = pages_of(self.folder / f"{name}.pdf")
        print(f"{self.count} documents in {name}.docx and {name}.pdf: {time.monotonic() - begun:.1f} s, {len(pages)} pages")
        return pages


def faults(pages: list[str], lengths: list[int], fresh: bool) -> Iterator[str]:
    documents = documents_in(pages)
    if len(documents) != len(lengths):
        yield f"{len(documents)} documents instead of {len(lengths)}"
        return
    for number, (document, length) in enumerate(zip(documents, lengths), 1):
        blank = [page for page in document if not pages[page - 1].strip()]
        written = [page for page in document if page not in blank]
        if len(written) != length:
            yield f"document {number} has {len(written)} pages, alone {length}"
        if fresh and document[0] % 2 == 0:
            yield f"document {number} begins on page {document[0]}, the back of a sheet"
        if blank and (not fresh or blank != [document[-1]] or len(written) % 2 == 0):
            yield f"document {number} has blank pages {blank}"
        if [page_number(pages[page - 1]) for page in written] != [""] + [str(i) for i in range(2, len(written) + 1)]:
            yield f"document {number} has page numbers {[page_number(pages[page - 1]) for page in written]}"
        words = " ".join(" ".join(pages[page - 1] for page in written).split())
        if str(record(number)["dai_dien"]) not in words:
            yield f"document {number} is not that of record {number}"


def check(job: Job) -> int:
    lengths = job.lengths_alone()
    print(f"pages of a document alone: {', '.join(f'{lengths.count(n)} of {n}' for n in sorted(set(lengths)))}")
    failed = 0
    for name, more, fresh in (("in-lien", (), False), ("in-hai-mat", ("--fresh-sheets",), True)):
        found = list(faults(job.pages_of_print_file(name, *more), lengths, fresh))
        failed += bool(found)
        print(f"{'FAIL' if found else 'ok'}  {name}", *found[:10], sep="\n      " if found else "")
    print(f"{2 - failed} passed, {failed} failed")
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("count", nargs="?", type=int, default=40)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    program = str(Path(asked.program).resolve())
    if asked.folder:
        return check(Job(program, asked.folder, asked.count))
    with tempfile.TemporaryDirectory() as folder:
        return check(Job(program, Path(folder), asked.count))


if __name__ == "__main__":
    sys.exit(main())
