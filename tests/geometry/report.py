"""Runs all checks on rendered documents and prints one table a file."""

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import checks_body
import checks_letterhead
import checks_marks
import checks_page
import checks_signature
import checks_structure
import checks_tables
from components import find_components
from facts import Check, Fact
from layout import read_layout

sys.path.append(str(Path(__file__).parents[2] / "samples"))
from pdf import convert  # noqa: E402 (the pictures of the samples are made from the same PDFs)

# Page checks see the main text alone, with the whole behind it; the others see each part of a document.
CHECKS: dict[str, Check] = (checks_page.CHECKS | checks_letterhead.CHECKS | checks_body.CHECKS | checks_structure.CHECKS
                            | checks_marks.CHECKS | checks_tables.CHECKS | checks_signature.CHECKS)
FACTS_SHOWN = 12


def check_documents(documents: list[Path], only: dict[Path, str] | None = None,
                    pdf_folder: Path | None = None) -> dict[Path, dict[str, list[Fact]]]:
    """The facts of every check that applies, by document and check; `only` names the one check that some documents are for.

    PDFs are kept in `pdf_folder`, if there is one, for the next run.
    """
    chosen = [[(only or {})[document]] if document in (only or {}) else list(CHECKS) for document in documents]
    with tempfile.TemporaryDirectory(prefix="geometry-") as folder, ProcessPoolExecutor() as workers:
        pdfs = convert(documents, pdf_folder or Path(folder))
        return dict(zip(documents, workers.map(check_document, documents, pdfs, chosen)))


def check_document(document: Path, pdf: Path, names: list[str]) -> dict[str, list[Fact]]:
    layout = read_layout(document, pdf)
    parts = find_components(layout)
    facts: dict[str, list[Fact]] = {}
    for name in names:
        seen = parts[:1] if name in checks_page.CHECKS else parts
        facts[name] = [fact for part in seen for fact in CHECKS[name](layout, part)]
    return {name: measured for name, measured in facts.items() if measured}


def failed_checks(facts: dict[str, list[Fact]]) -> list[str]:
    return [name for name, measured in facts.items() if not all(fact.right for fact in measured)]


def print_table(document: Path, facts: dict[str, list[Fact]]) -> None:
    print(f"\n{document.name}")
    failed = failed_checks(facts)
    for name, measured in facts.items():
        if name not in failed:
            print(f"  ok    {name:20} {'; '.join(fact.text for fact in measured)[:150]}")
            continue
        wrong = [fact.text for fact in measured if not fact.right]
        for text in wrong[:FACTS_SHOWN]:
            print(f"  FAIL  {name:20} {text}")
        if len(wrong) > FACTS_SHOWN:
            print(f"  FAIL  {name:20} and {len(wrong) - FACTS_SHOWN} more")
