#!/usr/bin/env python3
"""A picture of the first page of every sample, and on demand all of them on one sheet.

Usage: gallery.py OUT PDFS [SHEET]   OUT/*.docx become PDFs in the folder PDFS and pictures in OUT/hinh; SHEET is the file of
the sheet. Exit code 1 if a picture cannot be made. Needs soffice, pdftoppm, fc-match and PIL.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from pdf import make_pdfs

DPI = 60
COLUMNS = 8
PAGE = (220, 311)  # Pixels of a page on the sheet.
GAP, LABEL = 14, 22
COLOURS = 32  # Of the sheet: text in greys, seals in red, signatures in blue.
PAPER, GROUND, INK = "#ffffff", "#e8e8e8", "#202020"


def picture(document: Path, pdf: Path, folder: Path) -> Path | None:
    """Page 1 as OUT/hinh/NAME.png; None if it cannot be made."""
    target = folder / document.stem
    command = ["pdftoppm", "-png", "-r", str(DPI), "-f", "1", "-l", "1", "-singlefile", str(pdf), str(target)]
    done = subprocess.run(command, check=False, capture_output=True, timeout=120)
    result = target.with_name(target.name + ".png")
    return result if done.returncode == 0 and result.exists() else None


def make_pictures(documents: list[Path], pdf_folder: Path, folder: Path) -> dict[Path, Path]:
    """The picture of each document that has one."""
    folder.mkdir(parents=True, exist_ok=True)
    pdfs = make_pdfs(documents, pdf_folder)
    with ThreadPoolExecutor() as workers:
        made = workers.map(lambda document: picture(document, pdfs[document], folder), pdfs)
        return {document: file for document, file in zip(pdfs, made) if file}


def font() -> ImageFont.FreeTypeFont:
    file = subprocess.run(["fc-match", "-f", "%{file}", "Liberation Serif"], check=True, capture_output=True, text=True)
    return ImageFont.truetype(file.stdout, 13)


def make_sheet(pictures: list[Path], target: Path) -> None:
    """All pictures in rows, each with its name below."""
    rows = -(-len(pictures) // COLUMNS)
    step = (PAGE[0] + GAP, PAGE[1] + GAP + LABEL)
    sheet = Image.new("RGB", (COLUMNS * step[0] + GAP, rows * step[1] + GAP), GROUND)
    draw, letters = ImageDraw.Draw(sheet), font()
    for number, file in enumerate(pictures):
        left, top = GAP + number % COLUMNS * step[0], GAP + number // COLUMNS * step[1]
        page = Image.open(file).convert("RGB")
        page.thumbnail(PAGE, Image.LANCZOS)
        draw.rectangle((left - 1, top - 1, left + PAGE[0], top + PAGE[1]), fill=PAPER, outline="#a0a0a0")
        sheet.paste(page, (left + (PAGE[0] - page.width) // 2, top))
        draw.text((left + PAGE[0] / 2, top + PAGE[1] + LABEL / 2), file.stem, fill=INK, font=letters, anchor="mm")
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def main(arguments: list[str]) -> int:
    if len(arguments) not in (2, 3):
        print(__doc__)
        return 2
    out = Path(arguments[0])
    documents = sorted(out.glob("*.docx"), key=lambda document: document.stem)
    made = make_pictures(documents, Path(arguments[1]), out / "hinh")
    for document in documents:
        if document not in made:
            print(f"FAIL  no picture of {document.name}")
    if len(arguments) == 3 and made:
        make_sheet([made[document] for document in documents if document in made], Path(arguments[2]))
    return 0 if made and len(made) == len(documents) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
