"""What lies above the programme: alerts, the test pattern, and the answer to "which wall is this?"."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage.lettering import write
from player.stage.pictures import fit_picture
from player.stage.port import Overlay, OverlayMode
from player.stage.test_pattern import bar_at, draw_test_pattern

DRILL_TEXT = "LATIHAN"


@dataclass(frozen=True, slots=True)
class Alert:
    """An overlay ready to paint: its picture and where that goes."""

    overlay: Overlay
    image: QImage
    place: QRect


def ready_alert(overlay: Overlay, picture: QImage, size: QSize) -> Alert:
    """Fit `picture` to a canvas of `size`: all of it, or its lower edge. May be called on any thread."""
    if overlay.mode is OverlayMode.TAKEOVER:
        image, place = fit_picture(picture, size), QRect(0, 0, size.width(), size.height())
    else:
        wide = picture.scaledToWidth(size.width(), Qt.TransformationMode.SmoothTransformation)
        image = wide if picture.width() != size.width() else picture
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        high = min(image.height(), size.height())
        place = QRect(0, size.height() - high, size.width(), high)
    if overlay.drill:
        image = image.copy()
        _mark_as_drill(image)
    return Alert(overlay, image, place)


@dataclass(slots=True)
class Layers:
    """The layers of one canvas of `size`, and what each shows at an instant (monotonic nanoseconds)."""

    size: QSize
    alert: Alert | None = None
    pattern: QImage | None = None
    label: QImage | None = None
    _label_until_ns: int = 0
    _changes: int = field(default=0)

    def show_alert(self, alert: Alert | None) -> None:
        self.alert = alert
        self._changes += 1

    def show_pattern(self, name: str | None) -> None:
        """Show the test pattern with `name` on it, or with None take it away."""
        self.pattern = None if name is None else draw_test_pattern(self.size, name)
        self._changes += 1

    def show_label(self, text: str, until_ns: int) -> None:
        """Show `text` large until `until_ns`; an empty text takes it away."""
        self.label = _draw_label(self.size, text) if text else None
        self._label_until_ns = until_ns
        self._changes += 1

    def key(self, refresh: int, now_ns: int) -> tuple[int, int]:
        """Differs from an earlier refresh's where the layers have to be painted anew."""
        if self.label is not None and now_ns >= self._label_until_ns:
            self.show_label("", 0)
        return self._changes, refresh if self.pattern is not None else 0

    @property
    def hides_programme(self) -> bool:
        covered = self.alert is not None and self.alert.overlay.mode is OverlayMode.TAKEOVER
        return covered or self.pattern is not None

    def paint(self, painter: QPainter, refresh: int) -> None:
        """Paint what lies above the programme, lowest first: alert, test pattern, label."""
        if self.alert is not None:
            painter.drawImage(self.alert.place.topLeft(), self.alert.image)
        if self.pattern is not None:
            painter.drawImage(0, 0, self.pattern)
            painter.fillRect(bar_at(refresh, self.size), Qt.GlobalColor.white)
        if self.label is not None:
            painter.drawImage(0, 0, self.label)


def _mark_as_drill(image: QImage) -> None:
    painter = QPainter(image)
    band = QRect(0, 0, image.width(), max(12, image.height() // 7))
    painter.fillRect(band, QColor(255, 196, 0))
    write(painter, band, f"{DRILL_TEXT} · {DRILL_TEXT} · {DRILL_TEXT}", QColor(0, 0, 0), bold=True)
    painter.end()


def _draw_label(size: QSize, text: str) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(8, 60, 120))
    painter = QPainter(image)
    margin = min(size.width(), size.height()) // 12
    place = QRect(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin)
    write(painter, place, text, QColor(255, 255, 255), bold=True)
    painter.end()
    return image
