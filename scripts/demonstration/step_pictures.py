"""A picture of each step of a task: the window, with a ring around what is clicked or filled next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from displayctl.desktop.look.palette import COLOURS

RING_PX, ROOM_PX, ROUND_PX = 3, 5, 8


class StepPictures:
    """Saves ``NAME-01.png`` and so on in `folder`, and their words in ``NAME.txt``; `settle` lets a window finish."""

    def __init__(self, folder: Path, name: str, settle: Callable[[], None]) -> None:
        self._folder, self._name, self._settle = folder, name, settle
        self._words: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, action: str, place: QRect) -> None:
        """The window as it is before `action` at `place` in it."""
        self._settle()
        picture = window.grab()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLOURS.danger), RING_PX))
        painter.drawRoundedRect(QRectF(place.adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX)), ROUND_PX, ROUND_PX)
        painter.end()
        self._words.append(action)
        picture.save(str(self._folder / f"{self._name}-{len(self._words):02}.png"))
        self._tell()

    def take_end(self, window: QWidget) -> None:
        """The window once the task is done."""
        self._settle()
        window.grab().save(str(self._folder / f"{self._name}-akhir.png"))

    def _tell(self) -> None:
        lines = (f"{number}. {words}\n" for number, words in enumerate(self._words, 1))
        (self._folder / f"{self._name}.txt").write_text("".join(lines), encoding="utf-8")
