#!/usr/bin/env python3
"""Documents a second and memory of `vanban batch` on minutes as JSON Lines, beside the least that any program does for such files.

Usage: batch_bench.py PROGRAM [COUNT...] [--floor FILES_FLOOR] [--folder DIR] [--rounds N] [--short]. For each count of records (100,
1,000, 10,000 and 100,000 by default), one and two threads, levels 1 and 6: wall time, processor time a document, documents a second,
peak memory, and that memory beside the run of 1,000 records with the same threads and level. With FILES_FLOOR
(build/…/tests/bench/files_floor) also the wall time of deflating the same document.xml as often and writing as many new files of the
same size into the same folder with as many threads, and the ratio. Medians of interleaved rounds (of 3; of 1 from 100,000 records).
Minutes of two pages, 12 strengths and 15 findings; --short: one strength and up to four findings.
Other work on the machine shows in wall time; trust processor time and ratios.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "batch"))
import records_of_minutes as minutes  # noqa: E402

COUNTS = [100, 1_000, 10_000, 100_000]
MANY = 100_000  # Too many for several rounds.
BASE = 1_000  # Memory is compared with this count.


class Measure(NamedTuple):
    """One run."""

    wall: float  # Seconds.
    processor: float
    peak: int  # KiB.
    floor: float | None  # Seconds.


def write_records(folder: Path, count: int, short: bool) -> None:
    minutes.write(folder, 0)
    size = {} if short else {"strengths": 12, "findings": 15}
    with open(folder / "records.jsonl", "w", encoding="utf-8") as file:
        for number in range(1, count + 1):
            file.write(json.dumps(minutes.record(number, **size), ensure_ascii=False) + "\n")


def least(floor: str, folder: Path, count: int, jobs: int, level: int) -> float:
    """Seconds that the floor takes for files like those that were just made, beside them: file systems look for room near the
    folder, so that one folder can be twenty times slower than the next."""
    arguments = [floor, "out", "out", str(count), str(level), str(jobs)]
    return float(subprocess.run(arguments, cwd=folder, check=True, capture_output=True, text=True).stdout)


def measure(program: str, floor: str | None, folder: Path, count: int, jobs: int, level: int) -> Measure:
    begun = time.monotonic()
    arguments = minutes.command(program, "--quiet", "--jobs", str(jobs), "--level", str(level))
    process = subprocess.Popen(arguments, cwd=folder, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"the run failed: {' '.join(arguments)}")
    seconds = least(floor, folder, count, jobs, level) if floor else None
    shutil.rmtree(folder / "out")
    return Measure(wall, used.ru_utime + used.ru_stime, used.ru_maxrss, seconds)


def middle(runs: list[Measure]) -> Measure:
    return Measure(*(None if values[0] is None else median(values) for values in zip(*runs)))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS)
    parser.add_argument("--floor", help="the program files_floor")
    parser.add_argument("--folder", help="where files are made; a disk or memory")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    program = str(Path(asked.program).resolve())
    floor = str(Path(asked.floor).resolve()) if asked.floor else None
    base: dict[tuple[int, int], float] = {}
    print(f"{'records':>8} {'threads':>7} {'level':>5} {'seconds':>8} {'µs cpu/doc':>10} {'docs/s':>8} {'peak MB':>8} {'ratio':>6} "
          f"{'floor s':>8} {'x floor':>7}")
    for count in asked.counts:
        with tempfile.TemporaryDirectory(dir=asked.folder) as place:
            folder = Path(place)
            write_records(folder, count, asked.short)
            kinds = [(jobs, level) for jobs in (1, 2) for level in (1, 6)]
            rounds = [{kind: measure(program, floor, folder, count, *kind) for kind in kinds}
                      for _ in range(1 if count >= MANY else asked.rounds)]
        for jobs, level in kinds:
            run = middle([each[jobs, level] for each in rounds])
            if count == BASE:
                base[jobs, level] = run.peak
            growth = f"{run.peak / base[jobs, level]:6.2f}" if (jobs, level) in base else f"{'':6}"
            beside = f"{run.floor:8.2f} {run.wall / run.floor:7.2f}" if run.floor else ""
            print(f"{count:8} {jobs:7} {level:5} {run.wall:8.2f} {run.processor / count * 1e6:10.0f} {count / run.wall:8.0f} "
                  f"{run.peak / 1024:8.1f} {growth} {beside}", flush=True)


if __name__ == "__main__":
    main()
