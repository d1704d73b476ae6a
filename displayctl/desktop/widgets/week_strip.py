"""Seven days of a wall as two bands, on air above and after approval below, with what differs marked between them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL, slot_colour
from displayctl.desktop.presenters.week_difference import Stretch, WeekDifference
from displayctl.desktop.presenters.words import clock_words, day_short

HEAD_PX, BAND_PX, MARK_PX, NAME_PX = 20, 24, 10, 116


class WeekStrip(QWidget):
    """Shows one `WeekDifference`; its tooltip names what has the wall under the pointer.

    `names` are those of the two bands, where they are not what is on air and what is after approval.
    """

    def __init__(self, week: WeekDifference, names: tuple[str, str] | None = None) -> None:
        super().__init__()
        self._names = names or (self.tr("On air now"), self.tr("After approval"))
        self._week = week
        self._colours = {slot_id: slot_colour(at) for at, slot_id in enumerate(week.slot_ids)}
        self._zone = ZoneInfo(week.time_zone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        accessible = self.tr("The next seven days, on air and after approval")
        self.setAccessibleName(" – ".join(names) if names else accessible)

    def sizeHint(self) -> QSize:
        return QSize(520, HEAD_PX + 2 * BAND_PX + MARK_PX + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    @property
    def _rows(self) -> tuple[tuple[str, float, tuple[Stretch, ...]], ...]:
        return (
            (self._names[0], HEAD_PX, self._week.before),
            (self._names[1], HEAD_PX + BAND_PX + MARK_PX, self._week.after),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(TEXT_SMALL)
        painter.setFont(font)
        for name, top, stretches in self._rows:
            painter.setPen(QColor(COLOURS.text_soft))
            said = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME_PX - 8)
            painter.drawText(QRectF(0, top, NAME_PX - 8, BAND_PX), Qt.AlignmentFlag.AlignVCenter, said)
            painter.fillRect(QRectF(NAME_PX, top, self.width() - NAME_PX, BAND_PX), QColor(COLOURS.sunken))
            for stretch in stretches:
                self._paint_stretch(painter, stretch, top)
        for span in self._week.differing:
            left, right = self._x(span.starts), max(self._x(span.ends), self._x(span.starts) + 2)
            painter.fillRect(QRectF(left, HEAD_PX + BAND_PX + 2, right - left, MARK_PX - 4), QColor(COLOURS.danger))
        self._paint_days(painter)
        painter.end()

    def _paint_stretch(self, painter: QPainter, stretch: Stretch, top: float) -> None:
        left, right = self._x(stretch.span.starts), self._x(stretch.span.ends)
        area = QRectF(left, top, right - left, BAND_PX)
        painter.fillRect(area, self._colours.get(stretch.slot_id, QColor(COLOURS.filler)))
        if stretch.slot_id and area.width() > 40:
            painter.setPen(QColor("#ffffff"))
            inner = area.adjusted(4, 0, -2, 0)
            words = painter.fontMetrics().elidedText(
                stretch.slot_name, Qt.TextElideMode.ElideRight, round(inner.width())
            )
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_days(self, painter: QPainter) -> None:
        bottom = self.sizeHint().height() - 4
        midnight = self._week.span.starts.astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        for _ in range(9):
            left, right = self._x(midnight), self._x(midnight + timedelta(days=1))
            if right - left > 30:
                painter.setPen(QColor(COLOURS.text_soft))
                painter.drawText(
                    QRectF(left + 3, 0, right - left, HEAD_PX - 2),
                    Qt.AlignmentFlag.AlignVCenter,
                    day_short(midnight.date()),
                )
            if left > NAME_PX:
                painter.setPen(QPen(QColor(COLOURS.surface), 1))
                painter.drawLine(round(left), HEAD_PX, round(left), bottom)
            midnight += timedelta(days=1)

    def _x(self, instant: datetime) -> float:
        share = (instant - self._week.span.starts) / self._week.span.length
        return NAME_PX + min(1.0, max(0.0, share)) * (self.width() - NAME_PX)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def words_at(self, x_px: int, y_px: int) -> str:
        """What has the wall at a point of the strip; empty beside the bands."""
        for name, top, stretches in self._rows:
            if top <= y_px < top + BAND_PX:
                for each in stretches:
                    if self._x(each.span.starts) <= x_px < self._x(each.span.ends):
                        slot = each.slot_name or self.tr("Filler or house card")
                        return f"{name}: {slot}\n{self._moment(each.span.starts)} – {self._moment(each.span.ends)}"
        return ""

    def _moment(self, instant: datetime) -> str:
        civil = instant.astimezone(self._zone)
        return f"{day_short(civil.date())} {clock_words(civil)}"
