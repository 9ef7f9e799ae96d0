#!/usr/bin/env python3
"""Runs every broken input of samples/loi and holds the outcome to the table in its README and to the reviewed messages.

Usage: broken_inputs.py PROGRAM [--bless]. For each row, with --fail-on warning: exit code 1 (3 where there are warnings only),
the codes of the table and no others, a message in both languages, JSON lines that fit templates/thong-bao/thong-bao.schema.json,
no file left behind. The Vietnamese messages of all together must equal samples/loi/thong-bao.txt; --bless writes that file.
The last line is "N passed, M failed".
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator

from json_lines import SCHEMA, misfits

INPUTS = Path(__file__).parents[2] / "samples" / "loi"
REVIEWED = INPUTS / "thong-bao.txt"
ROW = re.compile(r"^\| `([^`]+)` \|.*\|([^|]*)\|$", re.MULTILINE)
INPUT_KINDS = (".yaml", ".json", ".csv", ".xlsx")
COMMON = "nen/du-toan.yaml"  # What tables are completed with.
ERRORS, WARNINGS = 1, 3


def data_of(file: str) -> list[str]:
    """The arguments that make a document of the input."""
    match Path(file).suffix:
        case ".csv":
            return [COMMON, "--add", f"du_toan.khoan={file}"]
        case ".xlsx":
            return [COMMON, file]
        case _:
            return [file]


def run(program: str, file: str, options: list[str]) -> tuple[int, str, list[str]]:
    """Exit code, what was printed, and the names of the files that were left."""
    with tempfile.TemporaryDirectory() as folder:
        fixed = ["--templates", "mau-hong", "--fail-on", "warning", "-o", f"{folder}/out.docx"]
        done = subprocess.run([program, "render", *data_of(file), *fixed, *options], cwd=INPUTS, capture_output=True, timeout=60, check=False)
        left = [path.name for path in Path(folder).iterdir()]
    return done.returncode, (done.stdout + done.stderr).decode("utf-8"), left


def faults(program: str, file: str, codes: set[str]) -> Iterator[str]:
    """What is not as the table says, in words."""
    messages = {}
    for form, options in (("json", ["--diagnostics", "json"]), ("vi", ["--lang", "vi"]), ("en", ["--lang", "en"])):
        exit_code, messages[form], left = run(program, file, options)
        if form == "json":
            findings = [json.loads(line) for line in messages[form].splitlines()]
            expected = ERRORS if any(each["severity"] == "error" for each in findings) else WARNINGS
        if exit_code != expected:
            yield f"exit code {exit_code} with {' '.join(options)}"
        if left:
            yield f"left behind: {', '.join(left)}"
    given = {each["code"] for each in findings}
    yield from (f"no {code} reported" for code in sorted(codes - given))
    yield from (f"{code} is not in the table" for code in sorted(given - codes))
    yield from (fault for each in findings for fault in misfits(each, SCHEMA))
    if not messages["vi"].strip() or messages["vi"] == messages["en"]:
        yield "no message in both languages"


def all_messages(program: str, files: list[str]) -> str:
    """What people read, file by file."""
    return "".join(f"==== {file}\n\n{run(program, file, ['--lang', 'vi'])[1]}\n" for file in files)


def main(arguments: list[str]) -> int:
    program = str(Path(arguments[0]).resolve())
    table = {file: set(re.findall(r"`([^`]+)`", codes)) for file, codes in ROW.findall((INPUTS / "README.md").read_text("utf-8"))}
    files = {path.name for path in INPUTS.iterdir() if path.suffix in INPUT_KINDS}
    failed = 0
    for file in sorted(files | set(table)):
        wrong = list(faults(program, file, table[file])) if file in files and file in table else ["not in both folder and table"]
        failed += bool(wrong)
        print(f"{'FAIL ' if wrong else 'ok   '} {file:44} {'; '.join(wrong or sorted(table[file]))}")
    said = all_messages(program, sorted(files))
    if "--bless" in arguments:
        REVIEWED.write_text(said, "utf-8")
    same = REVIEWED.exists() and REVIEWED.read_text("utf-8") == said
    failed += not same
    print(f"{'ok   ' if same else 'FAIL '} the messages are those that were reviewed ({REVIEWED.name})")
    print(f"{len(files | set(table)) + 1 - failed} passed, {failed} failed")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
