"""What is measured on a page: words, lines of words, drawn rules. Lengths in millimetres from the upper left, sizes in points."""

from dataclasses import dataclass, field
from statistics import median

MM_PER_POINT = 25.4 / 72
ASCENT = 0.891  # Of Times New Roman and Liberation Serif, share of the size: from the top of the line to the baseline.
NATURAL_LINE = 1.149  # Height of a single line, share of the size: ascent, descent and line gap.


@dataclass(frozen=True)
class Word:
    """A word as it stands on the page."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool

    @property
    def top(self) -> float:
        return self.baseline - ASCENT * self.size * MM_PER_POINT


@dataclass(frozen=True)
class Rule:
    """A drawn horizontal line."""

    left: float
    right: float
    y: float
    thickness: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass
class Line:
    """Words on one baseline that belong to one paragraph."""

    words: list[Word] = field(default_factory=list)

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        return median(word.baseline for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def lines_of(words: list[Word]) -> list[Line]:
    """The words of one paragraph, in reading order, as lines: a new one where the baseline moves by 0.5 mm or more."""
    lines: list[Line] = []
    for word in words:
        last = lines[-1].words[-1] if lines else None
        if last and last.page == word.page and abs(last.baseline - word.baseline) < 0.5:
            lines[-1].words.append(word)
        else:
            lines.append(Line([word]))
    return lines
