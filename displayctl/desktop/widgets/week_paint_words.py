"""The words on a block of the week: its title on as many lines as there are, and its hours as far as they go."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from displayctl.desktop.look import letters
from displayctl.desktop.look.palette import TEXT_SMALL
from displayctl.desktop.presenters.slot_faces import BlockFace

LEFT_PX, TOP_PX, RIGHT_PX = 9, 3, 4
LEAST_PX, MOST_TITLE_LINES = 14, 3
"""Narrower than `LEAST_PX` nothing is written."""
_Line = tuple[str, QFont.Weight]


def paint_words(painter: QPainter, room: QRectF, face: BlockFace, colour: QColor, corner_px: float) -> None:
    """Write into the part of a block that is `room`; of its first line the right `corner_px` are taken."""
    inner = room.adjusted(LEFT_PX, TOP_PX, -RIGHT_PX, -2)
    if inner.width() - corner_px < LEAST_PX:
        return
    height = letters.metrics(TEXT_SMALL, letters.BOLD).height()
    if inner.height() < height - 2:
        inner.setTop(room.top() - 1)
    painter.setPen(colour)
    most = max(1, int((inner.height() + 2) // height))
    for number, (words, weight) in enumerate(lines_of(face, inner.width(), corner_px, most)):
        painter.setFont(letters.font(TEXT_SMALL, weight))
        place = QRectF(inner.left(), inner.top() + number * height, inner.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)


def lines_of(face: BlockFace, width_px: float, corner_px: float, most: int) -> list[_Line]:
    """What stands on the at most `most` lines of a block; the first is `corner_px` shorter than the others."""
    title = list(_title_lines(face.title, width_px, corner_px, most))
    hours = hours_in(face.note, width_px)
    lines = [(words, letters.BOLD) for words in title]
    return [*lines, (hours, letters.PLAIN)] if hours and len(lines) < most else lines


def _title_lines(title: str, width_px: float, corner_px: float, most: int) -> Iterator[str]:
    """One line where it goes into one or no more have room; else several, below the corner where that cuts no word."""
    first_px = width_px - corner_px
    beginning_cut = first_px < _bold_px(title.split(" ", 1)[0]) <= width_px
    if most == 2 and beginning_cut:  # its beginning says more than its hours, which are read at the edge
        yield ""
        yield _cut(title, width_px)
        return
    if most < 3 or _bold_px(title) <= first_px:
        yield _cut(title, first_px)
        return
    if most > 3 and beginning_cut:
        yield ""
        first_px = width_px
        most -= 1
    line, rest = _broken(title, first_px)
    yield _cut(line, first_px)
    for last in range(min(MOST_TITLE_LINES, most - 1) - 2, -1, -1):
        line, rest = _broken(rest, width_px) if last else (rest, "")
        if line:
            yield _cut(line, width_px)


def _broken(title: str, width_px: float) -> tuple[str, str]:
    """As many words as go into the width, and those that are left; a word that is wider by itself is not broken."""
    words = title.split(" ")
    count = 1
    while count < len(words) and _bold_px(" ".join(words[: count + 1])) <= width_px:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def hours_in(note: str, width_px: float) -> str:
    """The hours; where there is little room full hours without their minutes, then when it begins, then nothing."""
    short = note.replace(".00", "").replace(":00", "")
    for words in (note, short, note.split("–")[0], short.split("–")[0]):
        if letters.width(words, TEXT_SMALL) <= width_px:
            return words
    return "" if "–" in note else letters.cut(note, width_px, TEXT_SMALL)


def _cut(words: str, width_px: float) -> str:
    """Where a single letter would be left before the dots, as many letters as there is room for say more; and so does
    a first word that goes in whole, without dots."""
    said = letters.cut(words, width_px, TEXT_SMALL, letters.BOLD)
    beginning = words.split(" ", 1)[0]
    if said != words and len(said) <= len(beginning) and _bold_px(beginning) <= width_px:
        return beginning
    if said == words or len(said) > 2:
        return said
    count = 0
    while count < len(words) and _bold_px(words[: count + 1]) <= width_px:
        count += 1
    return words[:count]


def _bold_px(words: str) -> float:
    return letters.width(words, TEXT_SMALL, letters.BOLD)
