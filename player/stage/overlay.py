"""What lies above the programme: covers, test patterns, the answer to "which wall is this?", and alerts above all."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage.cover_pictures import CoverPicture, PatternPicture
from player.stage.covers import PATTERN
from player.stage.lettering import write
from player.stage.pictures import fit_picture
from player.stage.port import CoverKind, Overlay, OverlayMode
from player.stage.words import words

_DRILL_GROUND, _DRILL_INK = QColor(255, 196, 0), QColor(0, 0, 0)
_DRILL_WORD_WIDTH = 7
"""How many times as wide as high the word is, and the space after it."""


@dataclass(frozen=True, slots=True)
class Alert:
    """An overlay ready to paint: its picture and where that goes."""

    overlay: Overlay
    image: QImage
    place: QRect


def ready_alert(overlay: Overlay, picture: QImage, size: QSize) -> Alert:
    """Fit `picture` to a canvas of `size`: all of it, or its lower edge. May be called on any thread."""
    band_px = min(max(12, size.height() // 9), size.height() // 3) if overlay.drill else 0
    high = size.height()
    if overlay.mode is OverlayMode.BANNER:
        high = min(high, band_px + max(1, round(picture.height() * size.width() / picture.width())))
    place = QRect(0, size.height() - high, size.width(), high)
    image = _framed_as_drill(picture, place.size(), band_px) if band_px else fit_picture(picture, place.size())
    return Alert(overlay, image, place)


def _framed_as_drill(picture: QImage, size: QSize, band_px: int) -> QImage:
    """The whole of `picture` below a band that says it is a drill, so that neither hides the other."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(_DRILL_GROUND)
    band = QRect(0, 0, size.width(), band_px)
    rest = QSize(size.width(), size.height() - band_px)
    scaled = picture.scaled(rest, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(image)
    times = max(1, band.width() // (_DRILL_WORD_WIDTH * band_px))
    write(painter, band, " · ".join([words().drill] * times), _DRILL_INK, bold=True)
    painter.drawImage((rest.width() - scaled.width()) // 2, band_px, scaled)
    painter.end()
    return image


@dataclass(slots=True)
class Layers:
    """The layers of one canvas of `size`, and what each shows at an instant (monotonic nanoseconds)."""

    size: QSize
    alert: Alert | None = None
    cover: CoverPicture | None = None
    pattern: PatternPicture | None = None
    label: QImage | None = None
    _label_until_ns: int = 0
    _refresh: int = 0
    _changes: int = field(default=0)

    def show_alert(self, alert: Alert | None) -> None:
        self.alert = alert
        self._changes += 1

    def shows_message_of(self, overlay: Overlay) -> bool:
        """Whether what is shown is a page of the same alert as `overlay`: their tokens differ in the last part only."""
        shown = self.alert.overlay.token if self.alert is not None else ""
        return "/" in shown and shown.rpartition("/")[0] == overlay.token.rpartition("/")[0]

    def show_cover(self, cover: CoverPicture) -> None:
        """Hide the programme by `cover`, or by none any more; a label from before it is in nobody's way."""
        self.cover = cover if cover.asked.kind is not CoverKind.NONE else None
        self.show_label("", 0)

    def show_pattern(self, pattern: PatternPicture) -> None:
        """Show the test pattern, or take it away, and a label from before it, too."""
        self.pattern = pattern if pattern.image is not None else None
        self.show_label("", 0)

    def show_label(self, text: str, until_ns: int) -> None:
        """Show `text` large until `until_ns`; an empty text takes it away."""
        self.label = _draw_label(self.size, text) if text else None
        self._label_until_ns = until_ns
        self._changes += 1

    def key(self, refresh: int, now_ns: int) -> tuple[int, int]:
        """Differs from an earlier refresh's where the layers have to be painted anew."""
        if self.label is not None and now_ns >= self._label_until_ns:
            self.show_label("", 0)
        self._refresh = refresh
        return self._changes, refresh if self._moves else 0

    @property
    def hides_programme(self) -> bool:
        covered = self.alert is not None and self.alert.overlay.mode is OverlayMode.TAKEOVER
        return covered or self.pattern is not None or self.cover is not None

    @property
    def cover_token(self) -> str:
        """What hides the programme, emergencies aside; empty for nothing."""
        if self.pattern is not None:
            return PATTERN
        return self.cover.asked.token if self.cover is not None else ""

    @property
    def _moves(self) -> bool:
        return self.pattern is not None and self.pattern.moves

    @property
    def at_rest(self) -> bool:
        """Whether nothing of it moves, or goes by itself."""
        return not self._moves and self.label is None

    def paint(self, painter: QPainter) -> None:
        """Paint what lies above the programme, lowest first: cover, test pattern, label, alert."""
        if self.cover is not None:
            self.cover.paint(painter)
        if self.pattern is not None:
            self.pattern.paint(painter, self._refresh)
        if self.label is not None:
            painter.drawImage(0, 0, self.label)
        if self.alert is not None:
            painter.drawImage(self.alert.place.topLeft(), self.alert.image)


def _draw_label(size: QSize, text: str) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(8, 60, 120))
    painter = QPainter(image)
    margin = min(size.width(), size.height()) // 12
    place = QRect(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin)
    write(painter, place, text, QColor(255, 255, 255), bold=True)
    painter.end()
    return image
