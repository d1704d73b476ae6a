"""Covers and test patterns ready to paint: drawn once for a canvas, on whatever thread asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from player.stage.covers import Cover, CoverKind, PatternKind, ShowTestPattern
from player.stage.patterns import draw_pattern
from player.stage.port import SlateText
from player.stage.slate import draw_slate
from player.stage.test_pattern import bar_at


@dataclass(frozen=True, slots=True)
class CoverPicture:
    """A cover in its size; black has no picture."""

    asked: Cover
    size: QSize
    image: QImage | None

    def paint(self, painter: QPainter) -> None:
        """Paint it over the whole canvas, where it hides anything."""
        if self.image is not None:
            painter.drawImage(0, 0, self.image)
        elif self.asked.kind is CoverKind.DARK:
            painter.fillRect(QRect(0, 0, self.size.width(), self.size.height()), Qt.GlobalColor.black)


@dataclass(frozen=True, slots=True)
class PatternPicture:
    """A test pattern in its size; None where it is taken away."""

    asked: ShowTestPattern
    size: QSize
    image: QImage | None

    @property
    def moves(self) -> bool:
        """Whether a bar runs over it, which shows any stutter."""
        return self.image is not None and self.asked.kind is PatternKind.ALL

    def paint(self, painter: QPainter, refresh: int) -> None:
        """Paint it over the whole canvas."""
        if self.image is not None:
            painter.drawImage(0, 0, self.image)
        if self.moves:
            painter.fillRect(bar_at(refresh, self.size), Qt.GlobalColor.white)


def cover_picture(cover: Cover, size: QSize) -> CoverPicture:
    """A cover for a canvas of `size`."""
    is_card = cover.kind is CoverKind.CARD
    return CoverPicture(cover, size, draw_slate(size, SlateText(cover.title, cover.detail)) if is_card else None)


def pattern_picture(asked: ShowTestPattern, size: QSize) -> PatternPicture:
    """A test pattern for a canvas of `size`."""
    return PatternPicture(asked, size, draw_pattern(size, asked) if asked.on else None)
