"""What the signs on the calendar and on two bands of a week mean: a row of small drawings with their words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_S, slot_colour
from displayctl.desktop.presenters.hour_marks import HourState
from displayctl.desktop.widgets.pieces import label, row
from displayctl.desktop.widgets.week_paint import mixed
from displayctl.desktop.widgets.week_paint_marks import paint_hour_swatch

Paint = Callable[[QPainter, QRectF], None]
SWATCH = QSize(18, 14)


class _Swatch(QWidget):
    """A small drawing; its words stand beside it."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


Signs = tuple[tuple[Paint, str], ...]


class _Legend(QWidget):
    """A row of signs."""

    def _show(self, signs: Signs) -> None:
        layout = row(spacing=SPACE_S)
        for paint, words in signs:
            layout.addWidget(_Swatch(paint))
            layout.addWidget(label(words, "caption"))
            layout.addSpacing(SPACE_L - SPACE_S)
        layout.addStretch(1)
        self.setLayout(layout)


class ScheduleLegend(_Legend):
    """The signs of the calendar of a day or a week."""

    def __init__(self) -> None:
        super().__init__()
        self._show(
            (
                (_booking, self.tr("Booking")),
                (_interrupt, self.tr("Interrupt")),
                (_hidden, self.tr("Hidden")),
                (_layer, self.tr("Priority")),
                (lambda p, area: _hour(p, area, HourState.EMPTY), self.tr("Empty hour")),
                (lambda p, area: _hour(p, area, HourState.OVERFULL), self.tr("Over-full hour")),
            )
        )
        self.setAccessibleName(self.tr("Legend"))


class StripLegend(_Legend):
    """The signs of two bands of a week, one above the other."""

    def __init__(self) -> None:
        super().__init__()
        self._show(
            (
                (_bookings, self.tr("Bookings, each in one colour above and below")),
                (lambda p, area: p.fillRect(area, QColor(COLOURS.filler)), self.tr("Filler or house card")),
                (_differing, self.tr("They differ")),
            )
        )
        self.setAccessibleName(self.tr("Legend"))


def _booking(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(slot_colour(0), 1))
    painter.setBrush(mixed(slot_colour(0), 0.16))
    painter.drawRoundedRect(area, 3, 3)
    painter.fillRect(QRectF(area.left(), area.top() + 1, 3, area.height() - 2), slot_colour(0))


def _interrupt(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(slot_colour(1), 1.4, Qt.PenStyle.DashLine))
    painter.setBrush(mixed(slot_colour(1), 0.16))
    painter.drawRoundedRect(area.adjusted(4, 0, -4, 0), 3, 3)


def _hidden(painter: QPainter, area: QRectF) -> None:
    _booking(painter, area)
    lines = QColor(slot_colour(0))
    painter.fillRect(area, QBrush(lines, Qt.BrushStyle.BDiagPattern))


def _layer(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QColor(COLOURS.text))
    font = painter.font()
    font.setPixelSize(round(area.height()))
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "▲▼")


def _hour(painter: QPainter, area: QRectF, state: HourState) -> None:
    paint_hour_swatch(painter, area.adjusted(5, 0, -5, 0), state)


def _bookings(painter: QPainter, area: QRectF) -> None:
    half = area.width() / 2
    painter.fillRect(area.adjusted(0, 0, -half, 0), slot_colour(0))
    painter.fillRect(area.adjusted(half, 0, 0, 0), slot_colour(1))


def _differing(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area.adjusted(0, 4, 0, -4), QColor(COLOURS.danger))
