"""DOCX to PDF by LibreOffice. PDFs are kept beside the digest of what they were made from, so that each is made once."""

import hashlib
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROCESSES = 2  # Each with a profile of its own; a third gains nothing on small machines.
TIMEOUT = 900  # Seconds for all documents of one process.


def make_pdfs(documents: list[Path], folder: Path) -> dict[Path, Path]:
    """The PDF of each document; those that `folder` has already stay as they are. What LibreOffice cannot convert is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [document for document in documents if not is_current(document, folder)]
    portions = [portion for start in range(PROCESSES) if (portion := missing[start::PROCESSES])]
    with ThreadPoolExecutor(PROCESSES) as workers:
        list(workers.map(lambda portion: run_office(portion, folder), portions))
    for document in missing:
        if pdf_of(document, folder).exists():
            digest_of(document, folder).write_text(digest(document))
    return {document: pdf for document in documents if (pdf := pdf_of(document, folder)).exists()}


def convert(documents: list[Path], folder: Path) -> list[Path]:
    """The PDFs in the order of the documents. Raises RuntimeError with the names of those that there is none of."""
    made = make_pdfs(documents, folder)
    if failed := [document.name for document in documents if document not in made]:
        raise RuntimeError(f"LibreOffice made no PDF of {', '.join(failed)}")
    return [made[document] for document in documents]


def pdf_of(document: Path, folder: Path) -> Path:
    return folder / (document.stem + ".pdf")


def digest_of(document: Path, folder: Path) -> Path:
    return folder / (document.stem + ".sha256")


def digest(document: Path) -> str:
    return hashlib.sha256(document.read_bytes()).hexdigest()


def is_current(document: Path, folder: Path) -> bool:
    mark = digest_of(document, folder)
    return pdf_of(document, folder).exists() and mark.exists() and mark.read_text() == digest(document)


def run_office(documents: list[Path], folder: Path) -> None:
    """One LibreOffice for all of them; what it could not make is missing afterwards."""
    for document in documents:
        pdf_of(document, folder).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="soffice-") as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(folder), *map(str, documents)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return
