#!/usr/bin/env python3
"""Kills `vanban batch` at random moments and resumes it: the end must be that of a run nobody disturbed.

Usage: kill_and_resume.py PROGRAM [KILLS]. Each trial kills a run with SIGKILL, goes on with --resume (killed again, sometimes
several times; sometimes with other records than before) until it ends, and compares every file, the reports and what else lies
there, byte for byte. The last line is "N passed, M failed", a trial each.
"""

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import records_of_minutes as minutes

RECORDS = 300
WRONG = '{"ma": "hong", "don_vii": 1}\n'
WARNED = '"Đánh giá vi\\u01a3n"'  # The look-alike of ư is mended with a warning.


def prepare(folder: Path, seed: int) -> None:
    """Records, one of them wrong, one with a warning, two of one name."""
    minutes.write(folder, RECORDS, seed)
    lines = [minutes.line(number, seed) for number in range(1, RECORDS + 1)]
    lines[40] = WRONG
    lines[80] = lines[80].replace('"diem_manh": [', f'"diem_manh": [{WARNED}, ')
    lines[120] = lines[119]
    (folder / "records.jsonl").write_text("".join(lines), encoding="utf-8")


def command(program: str, jobs: int, *more: str) -> list[str]:
    reports = ["--report", "report.json", "--report", "report.xlsx"]
    return minutes.command(program, "--so-tu", "7", "--jobs", str(jobs), "--quiet", *reports, *more)


def tree(folder: Path) -> dict[str, bytes]:
    """All files but the input, with their bytes."""
    inputs = {"records.jsonl", "shared.yaml"}
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in inputs)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def differences(expected: dict[str, bytes], found: dict[str, bytes]) -> list[str]:
    missing = [f"missing {name}" for name in sorted(expected.keys() - found.keys())]
    left = [f"left over {name}" for name in sorted(found.keys() - expected.keys())]
    other = [f"other bytes in {name}" for name in sorted(expected.keys() & found.keys()) if expected[name] != found[name]]
    return (missing + left + other)[:5]


def is_late_to_go(path: Path) -> bool:
    """A temporary file of libxlsxwriter, which opens it and takes its name away then: a kill between the two leaves it empty."""
    return re.fullmatch(r"tmp\.[A-Za-z0-9]{10}", path.name) is not None and path.stat().st_size == 0


def run(arguments: list[str], folder: Path, kill_after: float | None) -> int | None:
    """The exit code; None if it was killed."""
    with subprocess.Popen(arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        if kill_after is None:
            return process.wait(timeout=300)
        time.sleep(kill_after)
        process.send_signal(signal.SIGKILL)
        return None if process.wait() == -signal.SIGKILL else process.returncode


def undisturbed(program: str, folder: Path, seed: int) -> tuple[dict[str, bytes], float]:
    """What a run that nobody disturbs leaves, and how long it takes."""
    folder.mkdir()
    prepare(folder, seed)
    begun = time.monotonic()
    code = run(command(program, 2), folder, None)
    if code != 1:
        sys.exit(f"the undisturbed run ended with {code}\n0 passed, 1 failed")
    return tree(folder), time.monotonic() - begun


def trial(program: str, folder: Path, chance: random.Random, expected: list[tuple[dict[str, bytes], float]]) -> tuple[int, list[str]]:
    """One run, killed until it may end; the kills that hit it, and what is wrong afterwards."""
    folder.mkdir()
    kills = 0
    seed = chance.randrange(2)
    prepare(folder, seed)
    resume: list[str] = []
    for _ in range(chance.choice([1, 1, 2, 3])):
        files, seconds = expected[seed]
        code = run(command(program, chance.choice([1, 2, 4]), *resume), folder, chance.uniform(0, seconds * 1.1))
        kills += code is None
        resume = ["--resume"]
        if chance.random() < 0.2:
            seed = 1 - seed
            prepare(folder, seed)
    code = run(command(program, 2, *resume), folder, None)
    wrong = differences(expected[seed][0], tree(folder))
    return kills, wrong + ([] if code == 1 else [f"exit code {code}"])


def main(arguments: list[str]) -> int:
    program = str(Path(arguments[0]).resolve())
    wanted = int(arguments[1]) if len(arguments) > 1 else 200
    chance = random.Random(2026)
    passed = failed = kills = 0
    with tempfile.TemporaryDirectory() as place:
        os.environ["TMPDIR"] = place
        expected = [undisturbed(program, Path(place) / f"undisturbed-{seed}", seed) for seed in (0, 1)]
        while kills < wanted:
            folder = Path(place) / f"trial-{passed + failed}"
            hits, wrong = trial(program, folder, chance, expected)
            kills += hits
            passed += not wrong
            failed += bool(wrong)
            if wrong:
                print(f"trial {passed + failed}: {'; '.join(wrong)}")
            subprocess.run(["rm", "-rf", str(folder)], check=True)
            if passed + failed > 4 * wanted:
                print("the kills do not hit: the program ends too soon")
                failed += 1
                break
        late = [path for path in Path(place).iterdir() if is_late_to_go(path)]
        left = [path.name for path in Path(place).iterdir() if path not in late and not path.name.startswith("undisturbed")]
        print(f"{kills} kills, {len(expected[0][0])} files each; left in the temporary folder: {left or 'nothing'}"
              f" and {len(late)} empty files of libxlsxwriter")
        failed += bool(left)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
