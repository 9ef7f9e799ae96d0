#!/usr/bin/env python3
"""`vanban batch` on disks that refuse: a full one, a read-only folder, a folder in the way, names too long, two runs at once.

Usage: store_faults.py PROGRAM. Every fault must be a finding of its record, every file whole or absent, nothing else left
behind, and the rest made. What this machine cannot set up (a small disk needs root) is said and not counted. The last line is
"N passed, M failed".
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Callable, Iterator

import records_of_minutes as minutes

RECORDS = 120
DONE, FINDINGS, UNWRITABLE = 0, 1, 5


class NotRun(Exception):
    """What cannot be tried here."""


class Bench:
    """A folder with records, and the program."""

    def __init__(self, program: str, folder: Path, count: int = RECORDS) -> None:
        self.program, self.folder = program, folder
        minutes.write(folder, count)

    def run(self, *more: str, output: str = "out/{{ ma }}.docx", user: int | None = None) -> int:
        arguments = minutes.command(self.program, "--quiet", "--report", "report.json", *more, output=output)
        return subprocess.run(arguments, cwd=self.folder, capture_output=True, timeout=300, check=False, user=user).returncode

    def report(self) -> dict[str, object]:
        return json.loads((self.folder / "report.json").read_text(encoding="utf-8"))

    def broken(self) -> Iterator[str]:
        """Files that are no whole documents, and files that are not in the report."""
        listed = {self.folder / file for record in self.report()["records"] for file in record["files"]}
        found = {path for path in self.folder.rglob("*.docx") if path.is_file()}
        yield from (f"not as reported: {path.name}" for path in sorted(listed ^ found))
        yield from (f"not whole: {path.name}" for path in sorted(listed & found) if zipfile.ZipFile(path).testzip())
        yield from (f"left over: {path.name}" for path in self.folder.rglob("*.tmp"))

    def codes(self) -> set[str]:
        return {finding["code"] for record in self.report()["records"] for finding in record["findings"]}


def full_disk(program: str, folder: Path) -> Iterator[str]:
    """A disk of a megabyte, with the records elsewhere."""
    if os.geteuid() != 0:
        raise NotRun("mounting a small disk needs root")
    (folder / "out").mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder / "out"], capture_output=True, check=False)
    if mounted.returncode != 0:
        raise NotRun("no small disk can be mounted here")
    try:
        bench = Bench(program, folder)
        if (code := bench.run("--jobs", "4")) != UNWRITABLE:
            yield f"exit code {code}"
        report = bench.report()
        if not 0 < report["written"] < RECORDS or report["written"] + report["failed"] != RECORDS:
            yield f"{report['written']} written, {report['failed']} failed"
        if bench.codes() != {"output-not-writable"}:
            yield f"findings {bench.codes()}"
        yield from bench.broken()
        subprocess.run(["mount", "-o", "remount,size=64m", folder / "out"], check=True)
        if (code := bench.run("--resume")) != DONE:
            yield f"exit code {code} with room again"
        yield from bench.broken()
        if left := [path.name for path in (folder / "out").iterdir() if path.suffix != ".docx"]:
            yield f"left over: {left}"
    finally:
        subprocess.run(["umount", folder / "out"], check=False)


def read_only_folder(program: str, folder: Path) -> Iterator[str]:
    """A folder that this user may not write to."""
    bench = Bench(program, folder, 5)
    (folder / "out").mkdir(mode=0o555)
    user = None
    if os.geteuid() == 0:  # Nothing is read-only for root.
        user = 65534
        os.chmod(folder, 0o777)
        if subprocess.run(["test", "-x", program, "-a", "-r", folder / "records.jsonl"], user=user, check=False).returncode:
            raise NotRun("another user cannot run the program from here")
    if (code := bench.run(user=user)) != UNWRITABLE:
        yield f"exit code {code}"
    if bench.report()["failed"] != 5 or bench.codes() != {"output-not-writable"}:
        yield f"{bench.report()['failed']} failed, findings {bench.codes()}"
    if any((folder / "out").iterdir()):
        yield "something was written"


def folder_in_the_way(program: str, folder: Path) -> Iterator[str]:
    """A folder stands where one of the files should go."""
    bench = Bench(program, folder, 20)
    (folder / "out" / "BB-000007.docx").mkdir(parents=True)
    if (code := bench.run()) != UNWRITABLE:
        yield f"exit code {code}"
    if bench.report()["written"] != 19 or bench.codes() != {"output-not-writable"}:
        yield f"{bench.report()['written']} written, findings {bench.codes()}"
    yield from bench.broken()


def long_names(program: str, folder: Path) -> Iterator[str]:
    """Names from data are cut to what a file system takes; a folder of the pattern is not, and is reported."""
    bench = Bench(program, folder, 3)
    lines = (folder / "records.jsonl").read_text(encoding="utf-8")
    (folder / "records.jsonl").write_text(lines.replace('"BB-', '"' + "Biên bản " * 60), encoding="utf-8")
    if (code := bench.run()) != DONE:
        yield f"exit code {code}"
    names = sorted(os.listdir(folder / "out"))
    if len(names) != 3 or any(len(os.fsencode(name)) > 255 or not name.endswith(".docx") for name in names):
        yield f"names {names}"
    yield from bench.broken()
    if (code := bench.run(output="x" * 300 + "/{{ ma }}.docx")) not in (UNWRITABLE, FINDINGS):
        yield f"exit code {code} for a folder of 300 letters"


def two_at_once(program: str, folder: Path) -> Iterator[str]:
    """The second run into the same place is refused; the first one ends well."""
    Bench(program, folder, 3000)
    arguments = minutes.command(program, "--quiet", "--jobs", "1")
    out = folder / "out"
    with subprocess.Popen(arguments, cwd=folder, stderr=subprocess.DEVNULL) as first:
        while first.poll() is None and not (out.exists() and any(out.glob(".vanban-*"))):
            time.sleep(0.002)
        second = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)
        if first.wait() != DONE:
            yield "the first run failed"
    if second.returncode != UNWRITABLE or "batch-running" not in second.stderr:
        yield f"exit code {second.returncode}: {second.stderr[:100]}"
    if len(list(out.iterdir())) != 3000:
        yield "not every file of the first run is there"


def hostile_names(program: str, folder: Path) -> Iterator[str]:
    """Nothing leaves the folder, whatever the data says."""
    bench = Bench(program, folder, 9)
    names = ["../../x", "/etc/x", "..", "CON", "a\u0000b", "a\nb", ".an", "x" * 5000, "\u202ex"]
    lines = [json.dumps(minutes.record(i + 1) | {"ma": name}) + "\n" for i, name in enumerate(names)]
    (folder / "records.jsonl").write_text("".join(lines), encoding="utf-8")
    bench.run()
    outside = {path.name for path in folder.iterdir()} - {"out", "records.jsonl", "shared.yaml", "report.json"}
    if outside or (folder.parent / "x.docx").exists():
        yield f"outside the folder: {outside}"
    if bench.report()["written"] != 8:  # NUL is refused by the reader.
        yield f"{bench.report()['written']} written"
    yield from bench.broken()


TRIALS: list[Callable[[str, Path], Iterator[str]]] = [
    full_disk, read_only_folder, folder_in_the_way, long_names, two_at_once, hostile_names]


def main(arguments: list[str]) -> int:
    program = str(Path(arguments[0]).resolve())
    passed = failed = 0
    for trial in TRIALS:
        with tempfile.TemporaryDirectory() as place:
            os.chmod(place, 0o755)
            try:
                wrong = list(trial(program, Path(place)))
            except NotRun as why:
                print(f"not run  {trial.__name__}: {why}")
                continue
        passed += not wrong
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok':8} {trial.__name__}: {'; '.join(wrong[:5]) or trial.__doc__.splitlines()[0]}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
