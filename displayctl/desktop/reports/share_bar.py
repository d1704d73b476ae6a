"""The whole broadcast time as one bar, each share in its colour; shares that are no programme are hatched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desk.reporting.figures import Share, Sort
from displayctl.desktop.look.palette import COLOURS, RADIUS, slot_colour
from displayctl.desktop.presenters.report_words import part_words

HIGH_PX = 30
_MOST_TOLD = 6


class ShareBar(QWidget):
    """Painted from `show_shares`; what it shows is in its description for who cannot see it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shares: tuple[Share, ...] = ()
        self.setAccessibleName(name)
        self.setFixedHeight(HIGH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: tuple[Share, ...], names: tuple[str, ...]) -> None:
        """Show these, from left to right, with their names in the same order."""
        self._shares = shares
        told = [f"{name} {part_words(each.share)}" for name, each in zip(names, shares, strict=True)]
        self.setAccessibleDescription("; ".join(told[:_MOST_TOLD]))
        self.setToolTip("\n".join(told[: 3 * _MOST_TOLD]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(QColor(COLOURS.sunken))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        left = area.left()
        for number, each in enumerate(self._shares):
            wide = area.width() * each.share
            painter.setBrush(share_brush(each, number))
            painter.drawRect(QRectF(left, area.top(), max(0.0, wide - 1), area.height()))
            left += wide
        painter.end()


def share_brush(share: Share, number: int) -> QBrush:
    """The colour of a share, of what is no programme with a pattern, too: colour alone does not tell."""
    plain = {
        Sort.FILLER: COLOURS.filler,
        Sort.SLATE: COLOURS.filler,
        Sort.OFFICE: COLOURS.accent,
        Sort.OTHER: COLOURS.line,
    }
    hatched = {
        Sort.ALERT: COLOURS.warning,
        Sort.HELD: COLOURS.text_soft,
        Sort.DOWN: COLOURS.danger,
        Sort.UNREPORTED: COLOURS.line_strong,
    }
    if share.sort in hatched:
        return QBrush(QColor(hatched[share.sort]), Qt.BrushStyle.BDiagPattern)
    return QBrush(QColor(plain[share.sort]) if share.sort in plain else slot_colour(number + 1))
