#!/usr/bin/env python3
"""Holds the rendered pages of DOCX files to Decree 30/2020/NĐ-CP.

Usage: python3 tests/geometry [--pdf FOLDER] FILE.docx ...   FOLDER keeps the PDFs for the next run.
Prints a table a file; the last line is "N passed, M failed"; exit code 1 on a failure.
Needs soffice, pdftotext, pdftohtml, pdftoppm and pdffonts.
"""

import sys
from pathlib import Path

from report import check_documents, failed_checks, print_table


def main(arguments: list[str]) -> int:
    folder = None
    if arguments[:1] == ["--pdf"] and len(arguments) > 1:
        folder, arguments = Path(arguments[1]), arguments[2:]
    if not arguments:
        print(__doc__)
        return 2
    results = check_documents([Path(argument) for argument in arguments], pdf_folder=folder)
    for document, facts in sorted(results.items(), key=lambda result: len(failed_checks(result[1]))):
        print_table(document, facts)
    total = sum(len(facts) for facts in results.values())
    failed = sum(len(failed_checks(facts)) for facts in results.values())
    print(f"\n{total - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
