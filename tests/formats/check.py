#!/usr/bin/env python3
"""The same facts in all formats of data make the same bytes: a plan, an estimate and minutes.

Each folder beside this file holds the facts of one sample as JSON, XML, JSON Lines, CSV and XLSX (written by make.py); the
sample itself is YAML. The last line is "P passed, F failed".

Usage: check.py PROGRAM
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"

# Tables of each case: path in the data and name of the file.
TABLES = {
    "ke-hoach-iso": [("nhiem_vu", "nhiem-vu"), ("Căn cứ", "can-cu")],
    "du-toan": [("du_toan.phan.muc.khoan", "khoan")],
    "bien-ban-danh-gia-noi-bo": [("phat_hien", "phat-hien")],
}


def variants(case: str) -> dict[str, list[str]]:
    """The data arguments of the program for each format."""
    folder = HERE / case
    ending = "tsv" if (folder / "thong-tin.tsv").exists() else "csv"

    def added(kind: str) -> list[str]:
        return [part for path, name in TABLES[case] for part in ("--add", f"{path}={folder / name}.{kind}")]

    return {
        "JSON": [str(folder / "du-lieu.json")],
        "JSON, keys the other way round": [str(folder / "nguoc.json")],
        "XML": [str(folder / "du-lieu.xml")],
        "JSON and JSON Lines": [str(folder / "thong-tin.json"), *added("jsonl")],
        ending.upper(): [str(folder / f"thong-tin.{ending}"), *added(ending)],
        "XLSX": [str(folder / "du-lieu.xlsx")],
    }


def render(program: str, data: list[str], output: Path) -> bytes:
    """The document that the program makes; empty, with its findings printed, if it makes none."""
    run = subprocess.run([program, "render", "--lang", "vi", *data, "-o", str(output)], capture_output=True, text=True)
    if run.returncode:
        print(run.stderr)
    return output.read_bytes() if run.returncode == 0 else b""


def main(program: str) -> int:
    passed = failed = 0
    for case in TABLES:
        sample = sorted(str(path) for path in (SAMPLES / case).glob("*.yaml"))
        sample.sort(key=lambda path: not path.endswith("co-quan.yaml"))
        for ending in ("docx", "xlsx") if case == "du-toan" else ("docx",):
            with tempfile.TemporaryDirectory() as folder:
                output = Path(folder) / f"x.{ending}"
                expected = render(program, sample, output)
                for name, data in variants(case).items():
                    output.unlink(missing_ok=True)
                    same = bool(expected) and render(program, data, output) == expected
                    passed, failed = passed + same, failed + (not same)
                    if not same:
                        print(f"{case}.{ending} from {name}: not the bytes that YAML gives")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
