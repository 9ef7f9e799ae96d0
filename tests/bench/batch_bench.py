#!/usr/bin/env python3
"""Documents a second and memory of `vanban batch` on minutes as JSON Lines.

Usage: batch_bench.py PROGRAM [COUNT...] [--folder DIR]. For each count of records (100, 1,000, 10,000 and 100,000 by default) and one
and two threads, at levels 6 and 1: wall time, processor time a document, documents a second, peak memory, and that memory beside
the least of the same threads and level. Other work on the machine shows in wall time; trust processor time and ratios.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "batch"))
import records_of_minutes as minutes  # noqa: E402

COUNTS = [100, 1_000, 10_000, 100_000]


class Measure(NamedTuple):
    """One run."""

    wall: float  # Seconds.
    processor: float
    peak: int  # KiB.


def measure(program: str, folder: Path, jobs: int, level: int) -> Measure:
    begun = time.monotonic()
    arguments = minutes.command(program, "--quiet", "--jobs", str(jobs), "--level", str(level), "--report", "report.json")
    process = subprocess.Popen(arguments, cwd=folder, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"the run failed: {' '.join(arguments)}")
    shutil.rmtree(folder / "out")
    return Measure(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS)
    parser.add_argument("--folder", help="where files are made; a disk or memory")
    asked = parser.parse_args()
    program = str(Path(asked.program).resolve())
    least: dict[tuple[int, int], int] = {}
    print(f"{'records':>8} {'threads':>7} {'level':>5} {'seconds':>8} {'µs cpu/doc':>10} {'docs/s':>8} {'peak MB':>8} {'ratio':>6}")
    for count in asked.counts:
        with tempfile.TemporaryDirectory(dir=asked.folder) as place:
            folder = Path(place)
            minutes.write(folder, count)
            for jobs in (1, 2):
                for level in (6, 1):
                    run = measure(program, folder, jobs, level)
                    floor = least.setdefault((jobs, level), run.peak)
                    print(f"{count:8} {jobs:7} {level:5} {run.wall:8.2f} {run.processor / count * 1e6:10.0f} {count / run.wall:8.0f} "
                          f"{run.peak / 1024:8.1f} {run.peak / floor:6.2f}", flush=True)


if __name__ == "__main__":
    main()
