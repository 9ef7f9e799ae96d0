"""Finds each paragraph of the DOCX on the rendered pages: the two readings of one document, joined."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from measures import Line, Word, lines_of
from package import Package, Paragraph, Section, Table, read_package
from pictures import Picture, Shown, shown_pictures
from render import Page, font_names, read_pages

LONGEST_HEADER = 600  # Letters of a repeated header row.


@dataclass
class Placed:
    """A paragraph and its words on the page; `label`: a number in front of it that the program did not type."""

    paragraph: Paragraph
    words: list[Word]
    label: list[Word] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return lines_of(self.label + self.words)

    @property
    def text(self) -> str:
        return " ".join([*(word.text for word in self.label), self.paragraph.text])

    @property
    def pages(self) -> set[int]:
        return {word.page for word in self.words}


@dataclass
class Layout:
    """A rendered document. `placed` holds the paragraphs with text; `lost` those that the pages do not show.

    `marginal` holds paragraphs of first-page headers and footers, once for each page that shows them; `header_words`
    what else stands in the top margin.
    """

    pdf: Path
    pages: list[Page]
    package: Package
    placed: list[Placed]
    lost: list[Paragraph]
    marginal: list[Placed]
    page_sections: list[int]
    header_words: dict[int, list[Word]]
    fonts: list[str]

    def section_of(self, page: int) -> Section:
        return self.package.sections[self.page_sections[page - 1]]

    def page(self, number: int) -> Page:
        return self.pages[number - 1]

    def table_of(self, item: Placed) -> Table | None:
        return self.package.tables[item.paragraph.cell.table] if item.paragraph.cell else None

    def text_words(self, page: int) -> list[Word]:
        apart = {id(word) for word in self.header_words[page]} | {id(w) for item in self.marginal for w in item.words}
        return [word for word in self.page(page).words if id(word) not in apart]

    @cached_property
    def pictures(self) -> list[tuple[Paragraph, Picture, Shown | None]]:
        """Each picture of the DOCX, the paragraph that it hangs on, and where it is shown: the box next to it in size."""
        wanted = [(paragraph, picture) for paragraph in self.package.paragraphs for picture in paragraph.pictures]
        free = shown_pictures(self.pdf) if wanted else []
        found = []
        for paragraph, picture in wanted:
            best = min(free, key=lambda box: abs(box.width - picture.width) + abs(box.height - picture.height), default=None)
            if best:
                free.remove(best)
            found.append((paragraph, picture, best))
        return found


def read_layout(document: Path, pdf: Path) -> Layout:
    package, pages = read_package(document), read_pages(pdf)
    marginal = [item for page in pages for item in place_marginal(page, package.sections)]
    apart = {id(word) for item in marginal for word in item.words}
    header_words = {page.number: [word for word in page_header(page, package.sections) if id(word) not in apart] for page in pages}
    apart |= {id(word) for words in header_words.values() for word in words}
    placed, lost = place(package.paragraphs, [word for page in pages for word in page.words if id(word) not in apart])
    lost += [paragraph for section in package.sections for paragraph in [*section.first_header, *section.first_footer]
             if not any(item.paragraph is paragraph for item in marginal)]
    page_sections = sections_of_pages(pages, placed)
    return Layout(pdf, pages, package, placed, lost, marginal, page_sections, header_words, font_names(pdf))


def page_header(page: Page, sections: list[Section]) -> list[Word]:
    """Words in the top margin; the smallest margin of the document bounds it where a page's own is not known yet."""
    limit = min(section.top for section in sections) - 1.0
    return [word for word in page.words if word.top < limit and word.baseline < limit]


def place_marginal(page: Page, sections: list[Section]) -> list[Placed]:
    """The paragraphs of first-page headers in the upper third of the page, those of first-page footers in the lower third."""
    stream = Stream(page.words)
    found = []
    for section in sections:
        for paragraph, upper in [*((p, True) for p in section.first_header), *((p, False) for p in section.first_footer)]:
            wanted = "".join(paragraph.text.split())
            start = stream.letters.find(wanted) if upper else stream.letters.rfind(wanted)
            words = stream.words_in(start, start + len(wanted)) if start >= 0 else []
            third = page.height / 3
            if words and all(word.baseline < third if upper else word.baseline > 2 * third for word in words):
                found.append(Placed(paragraph, words))
    return found


class Stream:
    """The letters of all words in drawing order, without spaces; each knows its word."""

    def __init__(self, words: list[Word]):
        self.words = words
        self.letters = "".join("".join(word.text.split()) for word in words)
        self.owner = [index for index, word in enumerate(words) for _ in "".join(word.text.split())]

    def words_in(self, start: int, end: int) -> list[Word]:
        return [self.words[index] for index in sorted({self.owner[at] for at in range(start, end)})]

    def page_at(self, letter: int) -> int:
        return self.words[self.owner[letter]].page

    def find(self, wanted: str, cursor: int) -> list[tuple[int, int]]:
        """Where `wanted` stands: in one piece, or cut at the end of a page by a repeated header row; empty if nowhere."""
        start = self.letters.find(wanted, cursor)
        if 0 <= start - cursor <= LONGEST_HEADER:
            return [(start, start + len(wanted))]
        for length in range(len(wanted) - 1, 3, -1):
            head = self.letters.find(wanted[:length], cursor, cursor + length + LONGEST_HEADER)
            if head >= 0:
                rest = head + length
                tail = self.letters.find(wanted[length:], rest, rest + len(wanted) + LONGEST_HEADER)
                if tail >= 0 and self.page_at(tail) > self.page_at(head):
                    return [(head, rest), (tail, tail + len(wanted) - length)]
                break
        return []


def place(paragraphs: list[Paragraph], words: list[Word]) -> tuple[list[Placed], list[Paragraph]]:
    """Walks paragraphs and words side by side. Words in between are list numbers or repeated table headers."""
    stream = Stream(words)
    placed: list[Placed] = []
    lost: list[Paragraph] = []
    cursor = 0
    for paragraph in paragraphs:
        wanted = "".join(paragraph.text.split())
        if not wanted:
            continue
        spans = stream.find(wanted, cursor)
        if not spans:
            lost.append(paragraph)
            continue
        own = [word for start, end in spans for word in stream.words_in(start, end)]
        placed.append(Placed(paragraph, own, label_before(own[0], stream.words_in(cursor, spans[0][0]))))
        cursor = spans[-1][1]
    return placed, lost


def label_before(first: Word, skipped: list[Word]) -> list[Word]:
    """The skipped words on the paragraph's own line, next to it on the left."""
    label: list[Word] = []
    right = first.left
    for word in reversed(skipped):
        if word.page != first.page or abs(word.baseline - first.baseline) > 0.3 or not 0 <= right - word.right < 6:
            break
        label.insert(0, word)
        right = word.left
    return label


def sections_of_pages(pages: list[Page], placed: list[Placed]) -> list[int]:
    """The section of every page: that of the first paragraph on it, else that of the page before."""
    sections: list[int] = []
    for page in pages:
        here = [item.paragraph.section for item in placed if page.number in item.pages]
        sections.append(min(here) if here else (sections[-1] if sections else 0))
    return sections
