#!/usr/bin/env python3
"""Holds the formulas of workbooks to what they compute to.

Usage: recalculate.py FILE.xlsx... For each file: every result in it equals an independent calculation in exact decimals and
LibreOffice's recalculation; then a number that formulas use is changed in the file, and after recalculation everything
follows. The last line is "N passed, M failed".
"""

import sys
from decimal import Decimal
from pathlib import Path
from typing import Iterator

from workbook import CELL, LibreOffice, Sheet, calculate, cells_of, read_book, write_changed

TOLERANCE = Decimal("1e-9")


def same(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= TOLERANCE * max(1, abs(a))


def differences(results: dict[str, Decimal], sheet: Sheet, whose: str) -> Iterator[str]:
    for name, value in results.items():
        found = sheet[name].value if name in sheet else None
        if found is None or not same(value, found):
            yield f"{name}: {value} calculated, {found} {whose}"


def used_number(sheet: Sheet) -> str | None:
    """A number that formulas use: of those the last that a product is made with, because quantities are what people change."""
    best = None
    for cell in sheet.values():
        for reference in CELL.findall(cell.formula or ""):
            name = "".join(reference)
            if name in sheet and not sheet[name].formula and (best is None or "*" in cell.formula):
                best = name
    return best


def faults(path: Path, recalculated: Path, changed: dict[str, tuple[str, Decimal, Path]]) -> Iterator[str]:
    """What is wrong with a file, in words. `changed`: by sheet the changed cell, its number and the recalculated file."""
    book, fresh = read_book(path), read_book(recalculated)
    for name, sheet in book.items():
        results = calculate(sheet)
        yield from (f"{name}: {line} in the file" for line in differences(results, sheet, "is the result"))
        yield from (f"{name}: {line}" for line in differences(results, fresh[name], "by LibreOffice"))
        if not results:
            continue
        if name not in changed:
            yield f"{name}: no formula uses a number"
            continue
        cell, number, file = changed[name]
        sheet[cell].value = number
        expected = calculate(sheet)
        if all(same(expected[formula], results[formula]) for formula in expected):
            yield f"{name}: nothing follows {cell}"
        yield from (f"{name} with {cell}={number}: {line}" for line in differences(expected, read_book(file)[name], "by LibreOffice"))


def main(arguments: list[str]) -> int:
    paths = [Path(argument).resolve() for argument in arguments]
    failed = formulas = 0
    with LibreOffice() as office:
        changes: dict[Path, dict[str, tuple[str, Decimal, Path]]] = {path: {} for path in paths}
        made = []
        for path in paths:
            for number, (name, sheet) in enumerate(read_book(path).items()):
                if cell := used_number(sheet):
                    value = sheet[cell].value * 3 + 1
                    copy = office.folder / f"{path.stem}-{number}.xlsx"
                    write_changed(path, copy, name, cell, value)
                    changes[path][name] = (cell, value, copy)
                    made.append(copy)
        target = office.convert("xlsx", paths + made)
        for path in paths:
            changed = {name: (cell, value, target / copy.name) for name, (cell, value, copy) in changes[path].items()}
            wrong = list(faults(path, target / path.name, changed))
            count = sum(1 for sheet in read_book(path).values() for cell in sheet.values() if cell.formula)
            formulas += count
            failed += bool(wrong)
            print(f"{'FAIL' if wrong else 'ok  '} {path.name}: {count} formulas, changed {[c[0] for c in changed.values()]}")
            print("".join(f"     {line}\n" for line in wrong[:20]), end="")
    print(f"{formulas} formulas")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
