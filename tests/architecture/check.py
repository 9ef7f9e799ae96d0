#!/usr/bin/env python3
"""Holds the sources to the architecture: who may include whom, what stays out of headers and out of the engine.

Usage: check.py [PROJECT_ROOT]. Prints one line a finding; exit code 1 if there is any.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

# The whole include graph: a folder may include itself and these.
GRAPH = {
    "base": set(),
    "data": {"base", "opc"},
    "wording": {"base"},
    "model": {"base"},
    "styled": {"base"},
    "font": {"base"},
    "opc": {"base"},
    "tmpl": {"base", "data", "model", "wording"},
    "thethuc": {"base", "wording", "font", "model", "styled"},
    "docx": {"base", "styled", "opc"},
    "xlsx": {"base", "wording", "font", "styled", "opc"},
    "form": {"base", "data", "wording", "font", "tmpl", "xlsx"},
    "batch": {"base", "data", "tmpl"},
    "pdf": {"base"},
    "cli": {"base", "batch", "pdf"},
}
PUBLIC_HEADER = "engine.hpp"  # Files beside it see every stage; cli sees it, batch and base.
ABOVE_ENGINE = {"batch", "cli"}  # They stand on the library, not beside its stages.
PUGIXML_FILES = {"base/xml_tree.cpp"}
XLSXWRITER_FILES = {"xlsx/write.cpp", "form/excel_write.cpp", "batch/report_xlsx.cpp"}
EXPAT_FILES = {"data/xml_events.cpp"}  # Sheets are too large for a tree: parts of workbooks come as events.
HEADERS_ALLOWED_IN_HPP = {"tl/expected.hpp"}
OUTER = {"cli", "pdf"}  # What touches the machine.
CLI_ONLY_INCLUDES = {"iostream", "ctime", "random"}
CLI_ONLY_CALLS = re.compile(
    r"\b(?:secure_)?getenv\s*\(|\bsetlocale\s*\(|\bstd::(?:cout|cerr|clog|time)\b|\bf?printf\s*\(|\b(?:system|steady)_clock\b"
)
LONG_FILE = 500
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:root|home|work|farm|tmp)/[A-Za-z]")

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


class Include(NamedTuple):
    """One #include line: what it names, and whether in angle brackets."""

    line: int
    target: str
    angled: bool


def includes_of(text: str) -> list[Include]:
    """All #include lines of a source text."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := INCLUDE.match(line):
            found.append(Include(number, match[1] or match[2], match[1] is None))
    return found


def may_include(source: str, target: str) -> bool:
    """Whether `source` may include our header `target`; both relative to engine/."""
    folder = source.split("/")[0] if "/" in source else ""
    target_folder = target.split("/")[0] if "/" in target else ""
    if not folder:
        return target_folder not in ABOVE_ENGINE
    if not target_folder:
        return folder in ABOVE_ENGINE and target == PUBLIC_HEADER
    return target_folder == folder or target_folder in GRAPH[folder]


def check_source(name: str, text: str, engine: Path) -> Iterator[str]:
    """Findings for one engine file; `name` is relative to engine/."""
    folder = name.split("/")[0] if "/" in name else ""
    if folder and folder not in GRAPH:
        yield f"engine/{name}: folder is not part of the include graph"
        return
    for include in includes_of(text):
        where = f"engine/{name}:{include.line}"
        ours = (engine / include.target).exists() or include.target.split("/")[0] in GRAPH
        if not include.angled and ours and not include.target.endswith(".def"):
            if not may_include(name, include.target):
                yield f"{where}: {folder or 'engine'} may not include {include.target}"
        third_party = include.angled and re.search(r"[./]", include.target)
        if third_party and name.endswith(".hpp") and include.target not in HEADERS_ALLOWED_IN_HPP:
            yield f"{where}: <{include.target}> in a header; keep it in a .cpp"
        if include.target.startswith("pugi") and name not in PUGIXML_FILES:
            yield f"{where}: pugixml belongs in {', '.join(sorted(PUGIXML_FILES))}"
        if include.target.startswith("xlsxwriter") and name not in XLSXWRITER_FILES:
            yield f"{where}: libxlsxwriter belongs in {', '.join(sorted(XLSXWRITER_FILES))}"
        if include.target == "expat.h" and name not in EXPAT_FILES:
            yield f"{where}: expat belongs in {', '.join(sorted(EXPAT_FILES))}"
        if include.target in CLI_ONLY_INCLUDES and folder != "cli":
            yield f"{where}: <{include.target}> outside cli; clock and streams come through World"
    if folder not in OUTER:
        bare = COMMENT_OR_TEXT.sub(lambda match: "\n" * match[0].count("\n"), text)
        for match in CLI_ONLY_CALLS.finditer(bare):
            line = bare.count("\n", 0, match.start()) + 1
            yield f"engine/{name}:{line}: {match[0].strip('( ')} outside cli"


def tracked_files(root: Path) -> list[Path]:
    """What git keeps or would keep; without git, everything that is not a build product."""
    if shutil.which("git"):
        command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listing = subprocess.run(command, capture_output=True, check=False)
        if listing.returncode == 0:
            names = filter(None, listing.stdout.decode().split("\0"))
            return [path for name in names if (path := root / name).is_file()]
    skipped = {"build", "out", ".git", "node_modules"}
    return [path for path in root.rglob("*") if path.is_file() and not skipped & set(path.relative_to(root).parts)]


def check_paths(root: Path) -> Iterator[str]:
    """Findings for absolute paths of some machine; saved fuzz inputs may hold anything."""
    for path in tracked_files(root):
        if path.is_relative_to(root / "tests" / "fuzz"):
            continue
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode(errors="replace").splitlines(), start=1):
            if MACHINE_PATH.search(line):
                yield f"{path.relative_to(root)}:{number}: absolute path of a machine: {line.strip()[:100]}"


def main(arguments: list[str]) -> int:
    root = Path(arguments[0] if arguments else Path(__file__).parents[2]).resolve()
    engine = root / "engine"
    sources = sorted(path for path in engine.rglob("*") if path.suffix in {".cpp", ".hpp"})
    findings = [] if sources else ["engine/: no sources found"]
    for path in sources:
        text = path.read_text(encoding="utf-8")
        findings += check_source(path.relative_to(engine).as_posix(), text, engine)
        if (lines := text.count("\n")) > LONG_FILE:
            print(f"note: engine/{path.relative_to(engine)}: {lines} lines; is a name missing?")
    findings += check_paths(root)
    for finding in findings:
        print(finding)
    print(f"{len(sources)} engine files read, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
