#!/usr/bin/env python3
"""Runs every broken input of samples/loi and holds the outcome to the table in its README.

Usage: broken_inputs.py PROGRAM. For each row: exit code 1, the codes of the table, a message in both languages, no file left
behind. The last line is "N passed, M failed".
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator

INPUTS = Path(__file__).parents[2] / "samples" / "loi"
ROW = re.compile(r"^\| `([^`]+)` \|.*\|([^|]*)\|$", re.MULTILINE)
ERRORS = 1


def faults(program: str, file: str, codes: list[str]) -> Iterator[str]:
    """What is not as the table says, in words."""
    messages = []
    for options in (["--diagnostics", "json"], ["--lang", "vi"], ["--lang", "en"]):
        with tempfile.TemporaryDirectory() as folder:
            command = [program, "render", file, "--templates", "mau-hong", *options, "-o", f"{folder}/out.docx"]
            done = subprocess.run(command, cwd=INPUTS, capture_output=True, text=True, timeout=60, check=False)
            left = [path.name for path in Path(folder).iterdir()]
        messages.append(done.stdout + done.stderr)
        if done.returncode != ERRORS:
            yield f"exit code {done.returncode} with {' '.join(options)}"
        if left:
            yield f"left behind: {', '.join(left)}"
    json, vietnamese, english = messages
    yield from (f"no {code} reported" for code in codes if f'"{code}"' not in json)
    if not vietnamese.strip() or vietnamese == english:
        yield "no message in both languages"


def main(arguments: list[str]) -> int:
    program = str(Path(arguments[0]).resolve())
    table = {file: re.findall(r"`([^`]+)`", codes) for file, codes in ROW.findall((INPUTS / "README.md").read_text("utf-8"))}
    files = {path.name for path in INPUTS.iterdir() if path.suffix in (".yaml", ".json")}
    failed = 0
    for file in sorted(files | set(table)):
        wrong = list(faults(program, file, table[file])) if file in files and file in table else ["not in both folder and table"]
        failed += bool(wrong)
        print(f"{'FAIL ' if wrong else 'ok   '} {file:44} {'; '.join(wrong or table[file])}")
    print(f"{len(files | set(table)) - failed} passed, {failed} failed")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
