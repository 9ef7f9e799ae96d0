"""Words, their look and the drawn rules from a PDF, by poppler."""

import re
import subprocess
import tempfile
from functools import cached_property
from html import unescape
from pathlib import Path
from statistics import median

import numpy
from lxml import etree
from PIL import Image

from measures import MM_PER_POINT, Rule, Word

ZOOM = 3  # The largest that pdftohtml takes: sizes to a third of a point.
BOX_ASCENT = 0.9 / 1.3  # Share of poppler's word box above the baseline.
DPI = 300
MM_PER_PIXEL = 25.4 / DPI
SHORTEST_RULE, THICKEST_RULE = 5.0, 1.0
DARK = 170


def output_of(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=300).stdout


class Page:
    """One page of a PDF: size, words in drawing order, rules on demand."""

    def __init__(self, pdf: Path, number: int, width: float, height: float, words: list[Word]):
        self.pdf, self.number, self.width, self.height, self.words = pdf, number, width, height, words

    @cached_property
    def rules(self) -> list[Rule]:
        """Horizontal runs of dark pixels, longer than 5 mm and thinner than 1 mm."""
        return merge_rows(self.dark)

    @cached_property
    def uprights(self) -> list[Rule]:
        """The same for vertical lines: `left` and `right` are their upper and lower ends, `y` is where they stand."""
        return merge_rows(self.dark.T)

    @cached_property
    def dark(self) -> numpy.ndarray:
        page = str(self.number)
        with tempfile.TemporaryDirectory() as folder:
            output_of("pdftoppm", "-r", str(DPI), "-gray", "-f", page, "-l", page, "-singlefile", str(self.pdf), f"{folder}/page")
            return numpy.asarray(Image.open(f"{folder}/page.pgm")) < DARK


def merge_rows(dark: numpy.ndarray) -> list[Rule]:
    """Runs in neighbouring pixel rows with about the same ends are one rule."""
    shortest = int(SHORTEST_RULE / MM_PER_PIXEL)
    groups: list[list[tuple[int, int, int]]] = []
    for y in numpy.flatnonzero(dark.sum(axis=1) >= shortest):
        edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([False], dark[y], [False]))))
        for start, end in zip(edges[::2], edges[1::2]):
            if end - start < shortest:
                continue
            near = (g for g in groups if y - g[-1][0] == 1 and abs(g[-1][1] - start) < 8 and abs(g[-1][2] - end) < 8)
            if group := next(near, None):
                group.append((y, start, end))
            else:
                groups.append([(y, start, end)])
    rules = []
    for group in groups:
        rows, starts, ends = zip(*group)
        thickness = len(group) * MM_PER_PIXEL
        if thickness < THICKEST_RULE:
            y = (rows[0] + rows[-1] + 1) / 2 * MM_PER_PIXEL
            rules.append(Rule(median(starts) * MM_PER_PIXEL, median(ends) * MM_PER_PIXEL, y, thickness))
    return rules


def read_pages(pdf: Path) -> list[Page]:
    """All pages with their words; style from pdftohtml, exact boxes from pdftotext."""
    boxes = etree.fromstring(output_of("pdftotext", "-raw", "-bbox", str(pdf), "-"), etree.HTMLParser(encoding="utf-8"))
    styles = etree.fromstring(output_of("pdftohtml", "-xml", "-i", "-hidden", "-zoom", str(ZOOM), "-stdout", str(pdf)),
                              etree.XMLParser(recover=True, load_dtd=False))
    font_sizes = {font.get("id"): int(font.get("size")) / ZOOM for font in styles.iter("fontspec")}
    raw = [[Box(word) for word in page.iter("word")] for page in boxes.iter("page")]
    fragments = [[Fragment(text, font_sizes) for text in page.iter("text")] for page in styles.iter("page")]
    ratio = box_ratio(raw, fragments)
    pages = []
    for number, (element, page_boxes, page_fragments) in enumerate(zip(boxes.iter("page"), raw, fragments), start=1):
        words = [make_word(box, page_fragments, number, ratio) for box in page_boxes]
        width, height = (float(element.get(side)) * MM_PER_POINT for side in ("width", "height"))
        pages.append(Page(pdf, number, width, height, words))
    return pages


class Box:
    """A word of `pdftotext -bbox`, in points."""

    def __init__(self, element):
        self.left, self.top, self.right, self.bottom = (float(element.get(k)) for k in ("xmin", "ymin", "xmax", "ymax"))
        self.text = "".join(element.itertext())

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Fragment:
    """A text element of `pdftohtml -xml`: a box in points and tokens with their style."""

    def __init__(self, element, font_sizes: dict[str, float]):
        self.left, self.top, self.width, self.height = (int(element.get(k)) / ZOOM for k in ("left", "top", "width", "height"))
        self.size = font_sizes[element.get("font")]
        inner = etree.tostring(element, encoding="unicode", with_tail=False)
        self.uniform = len(re.findall(r"<[bi]>", inner)) <= 1
        self.tokens = styled_tokens(inner)

    def holds(self, box: Box) -> bool:
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        return self.left - 1 <= x <= self.left + self.width + 1 and self.top - 1 <= y <= self.top + self.height + 1

    def style_of(self, text: str) -> tuple[bool, bool]:
        """Bold and italic of the next token with this text; of the whole fragment where it was cut otherwise."""
        for index, (token, bold, italic) in enumerate(self.tokens):
            if token == text:
                del self.tokens[index]
                return bold, italic
        for token, bold, italic in self.tokens:
            if text in token:
                return bold, italic
        return self.tokens[0][1:] if self.tokens else (False, False)


def styled_tokens(markup: str) -> list[tuple[str, bool, bool]]:
    """Words of a text element with <b> and <i> inside; a word's style is that of its first letter."""
    bold = italic = glued = False
    tokens: list[tuple[str, bool, bool]] = []
    for piece in re.findall(r"<[^>]*>|[^<]+", markup):
        if piece.startswith("<"):
            name, on = piece.strip("</>").split(" ")[0], not piece.startswith("</")
            bold, italic = (on if name == "b" else bold), (on if name == "i" else italic)
            continue
        parts = unescape(piece).split()
        if parts and glued and not piece[0].isspace():
            tokens[-1] = (tokens[-1][0] + parts[0], *tokens[-1][1:])
            parts = parts[1:]
        tokens += [(part, bold, italic) for part in parts]
        glued = bool(tokens) and not piece[-1].isspace()
    return tokens


def box_ratio(raw: list[list[Box]], fragments: list[list[Fragment]]) -> float:
    """Height of poppler's word boxes, share of the font size; the same for a whole family."""
    ratios = []
    for page_boxes, page_fragments in zip(raw, fragments):
        for box in page_boxes[:200]:
            fragment = next((f for f in page_fragments if f.uniform and f.holds(box)), None)
            if fragment and fragment.size:
                ratios.append(box.height / fragment.size)
    return median(ratios)


def make_word(box: Box, fragments: list[Fragment], page: int, ratio: float) -> Word:
    holders = [f for f in fragments if f.holds(box)]
    exact = next((f for f in holders if any(token[0] == box.text for token in f.tokens)), None)
    fragment = exact or (holders[0] if holders else None)
    bold, italic = fragment.style_of(box.text) if fragment else (False, False)
    baseline = box.top + BOX_ASCENT * box.height
    return Word(box.text, page, box.left * MM_PER_POINT, box.right * MM_PER_POINT, baseline * MM_PER_POINT,
                box.height / ratio, bold, italic)


def font_names(pdf: Path) -> list[str]:
    """The fonts in the PDF, without subset prefix."""
    rows = output_of("pdffonts", str(pdf)).decode().splitlines()[2:]
    return [row.split()[0].split("+")[-1] for row in rows if row.strip()]
