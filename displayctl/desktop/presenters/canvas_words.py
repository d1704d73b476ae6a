"""What the studio says of a canvas: whose it is, how fine its letters are, or what finds no room on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from content.errors import DoesNotFit
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import with_size

if TYPE_CHECKING:
    from displayctl.desktop.announcements.canvas_sheet import CanvasSheet
    from displayctl.desktop.announcements.canvases import Canvas

translate = QCoreApplication.translate

MOST_NAMES, LONGEST_OVERFLOW = 3, 90


def canvas_name(canvas: Canvas) -> str:
    """As ``Taman, Tugu +4 · 640 × 384``."""
    walls = canvas.walls or (translate("Canvases", "Example wall"),)
    more = f" +{len(walls) - MOST_NAMES}" if len(walls) > MOST_NAMES else ""
    return with_size(", ".join(walls[:MOST_NAMES]) + more, canvas.size.width(), canvas.size.height())


def empty_canvas() -> str:
    """What stands on a wall for which nothing is written yet."""
    return translate("Canvases", "What you write is seen here as on the wall.")


def canvas_state(canvas: Canvas) -> str:
    """One or two sentences about what was drawn last; empty before anything was."""
    sheet = canvas.sheet
    if sheet is None:
        return ""
    return _fine(sheet) if sheet.fits else _too_much(sheet)


def _fine(sheet: CanvasSheet) -> str:
    words = translate("Canvases", "Smallest letters: {count} px.").format(count=sheet.letters_px)
    if not sheet.module_px:
        return words
    if sheet.fine_code:
        code = translate(
            "Canvases", "The QR code is too fine for telephones ({count} px a square, 3 are good): use a shorter link."
        )
    else:
        code = translate("Canvases", "QR code: {count} px a square.")
    return f"{words} {code.format(count=sheet.module_px)}"


def _too_much(sheet: CanvasSheet) -> str:
    if not sheet.excess:
        return say_sentence(sheet.problem)
    if sheet.part == DoesNotFit.CODE:
        return translate("Canvases", "The QR code is too large for this wall: use a shorter link, or leave it out.")
    if sheet.part == DoesNotFit.PICTURES:
        return translate("Canvases", "Pictures, QR code and footer leave no room for the words: leave one of them out.")
    if sheet.part == DoesNotFit.FOOTER:
        words = translate("Canvases", "Letters too many in the last line: {count}. “{words}” finds no room.")
    else:
        words = translate("Canvases", "Letters too many: {count}. “{words}” finds no room.")
    overflow = " ".join(sheet.overflow.split())
    if len(overflow) > LONGEST_OVERFLOW:
        overflow = f"{overflow[: LONGEST_OVERFLOW - 1].rstrip()}…"
    if not overflow:
        words = translate("Canvases", "Letters too many: {count}.")
    return words.format(count=sheet.excess, words=overflow)
