"""Pictures: what the DOCX holds, and where the PDF shows them. Lengths in millimetres."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy
from lxml import etree
from PIL import Image

from measures import MM_PER_POINT

ZOOM = 3  # As for the words: places to a third of a point.
OPAQUE = 128


@dataclass(frozen=True)
class Picture:
    """A picture of the DOCX: its size there, its own size (PNG pHYs) if it says one, and what colour its ink has."""

    width: float
    height: float
    description: str
    own_width: float | None
    shape: float  # Height of the pixels, share of their width.
    colour: str  # "red", "blue" or "other".
    transparent: bool


@dataclass(frozen=True)
class Shown:
    """A picture on a page: the edges of its box."""

    page: int
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2


def read_picture(file, width: float, height: float, description: str) -> Picture:
    image = Image.open(file)
    dpi = image.info.get("dpi")
    own = image.width / dpi[0] * 25.4 if dpi and dpi[0] > 1 else None
    pixels = numpy.asarray(image.convert("RGBA")).reshape(-1, 4)
    ink = pixels[pixels[:, 3] >= OPAQUE]
    return Picture(width, height, description, own, image.height / image.width, ink_colour(ink), len(ink) < len(pixels))


def ink_colour(ink: numpy.ndarray) -> str:
    if not len(ink):
        return "other"
    red, _, blue = (float(channel) for channel in ink[:, :3].mean(axis=0))
    if abs(red - blue) < 30:
        return "other"
    return "red" if red > blue else "blue"


def shown_pictures(pdf: Path) -> list[Shown]:
    """The pictures of all pages, in the order in which they are painted."""
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        command = ["pdftohtml", "-xml", "-hidden", "-zoom", str(ZOOM), str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        tree = etree.parse(f"{folder}/page.xml", etree.XMLParser(recover=True, load_dtd=False))
    found = []
    for page in tree.iter("page"):
        for image in page.iter("image"):
            left, top, width, height = (int(image.get(key)) / ZOOM * MM_PER_POINT for key in ("left", "top", "width", "height"))
            found.append(Shown(int(page.get("number")), left, top, width, height))
    return found
