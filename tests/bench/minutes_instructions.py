#!/usr/bin/env python3
"""Instructions of one document of minutes_bench: what valgrind counts for 120 documents less what it counts for 20.

Usage: minutes_instructions.py PROGRAM [LEVEL]   PROGRAM: build/…/tests/bench/minutes_bench. Free of noise, so it also holds on a
busy machine. Leaves the profile of the longer run in callgrind.minutes, for callgrind_annotate.
"""

import re
import subprocess
import sys

FEW, MANY = 20, 120


def count(program: str, documents: int, level: str) -> int:
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=callgrind.minutes",
               "--toggle-collect=*render*Batch*", program,
               "--documents", str(documents), "--level", level]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", report)[1])


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    program, level = arguments[0], arguments[1] if len(arguments) > 1 else "1"
    few, many = count(program, FEW, level), count(program, MANY, level)
    print(f"level {level}: {(many - few) / (MANY - FEW) / 1e6:.3f} M instructions a document")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
