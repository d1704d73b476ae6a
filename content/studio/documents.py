"""Reads pages of PDF documents with PDFium, which is not safe for threads: only a child calls this."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PIL import Image

from content.errors import UnusableMedia
from content.studio.facts import MediaFacts, MediaKind
from content.studio.recognise import Recognised

MOST_PAGES = 5000
_LONGEST_SIDE_PX = 8192
_FEWEST_LETTERS, _MOST_LETTERS = 12, 4000
_LONGEST_SIDE_POINTS = 200_000  # the largest page PDF can say, some seventy metres


@contextlib.contextmanager
def opened(recognised: Recognised) -> Iterator[Any]:
    """The document, closed afterwards; raises UnusableMedia when it is locked, damaged or has no pages."""
    name = recognised.name
    try:
        document = pypdfium2.PdfDocument(recognised.path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnusableMedia(f"{name} is locked with a password; save a copy without one and import that") from error
        raise UnusableMedia(f"{name} is a damaged PDF ({error}); export it again") from error
    try:
        if not 1 <= len(document) <= MOST_PAGES:
            raise UnusableMedia(f"{name} has {len(document)} pages; a document of 1 to {MOST_PAGES} can be used")
        yield document
    except pypdfium2.PdfiumError as error:
        raise UnusableMedia(f"{name} has a page that cannot be drawn ({error}); export it again") from error
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an opened document and its size in points (1/72 inch), at least 1 x 1."""

    sheet: Any
    size_points: tuple[int, int]


def page_at(document: Any, number: int, name: str) -> Page:
    """Page `number`, counted from 1; raises UnusableMedia where there is none or it has no area."""
    if not 1 <= number <= len(document):
        raise UnusableMedia(f"{name} has no page {number}; choose one from 1 to {len(document)}")
    sheet = document[number - 1]
    width, height = sheet.get_size()
    if not (0 < width <= _LONGEST_SIDE_POINTS and 0 < height <= _LONGEST_SIDE_POINTS):
        raise UnusableMedia(f"page {number} of {name} measures {width:.0f} x {height:.0f} points; choose another")
    return Page(sheet, (max(1, round(width)), max(1, round(height))))


def drawn(page: Page, least_px: tuple[int, int]) -> Image.Image:
    """The page on white as RGB, at least as wide and high as `least_px` unless that would be absurdly large."""
    width, height = page.sheet.get_size()
    scale = max(least_px[0] / width, least_px[1] / height)
    scale = min(scale, _LONGEST_SIDE_PX / max(width, height))
    bitmap = page.sheet.render(scale=scale, may_draw_forms=True)
    try:
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image
    finally:
        bitmap.close()


def facts_of(recognised: Recognised, document: Any) -> MediaFacts:
    """The facts of an opened document; its first page is drawn small to see that it can be."""
    first = page_at(document, 1, recognised.name)
    drawn(first, (160, 160))
    return MediaFacts(
        kind=MediaKind.DOCUMENT,
        mime=recognised.mime,
        size_bytes=recognised.size_bytes,
        width_px=first.size_points[0],
        height_px=first.size_points[1],
        codec="pdf",
        pages=len(document),
    )


def letters_share(page: Page) -> float:
    """How high the small print of a page is, as a share of the page's height; 0 where it has hardly any text.

    Nine letters of ten are at least so high. It is the height of the line that a letter needs, as its font says.
    """
    text = page.sheet.get_textpage()
    try:
        heights = sorted(_letter_heights(text))
    finally:
        text.close()
    if len(heights) < _FEWEST_LETTERS:
        return 0.0
    return min(1.0, heights[len(heights) // 10] / max(1.0, float(page.sheet.get_height())))


def _letter_heights(text: Any) -> Iterator[float]:
    for index in range(min(text.count_chars(), _MOST_LETTERS)):
        if text.get_text_range(index, 1).strip():
            _, bottom, _, top = text.get_charbox(index, loose=True)
            if top > bottom:
                yield top - bottom
