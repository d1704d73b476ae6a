"""A medium's picture as lists paint it: rounded, fitted, and drawn once for each size, since frames are many."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPixmapCache

from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS

KIND_ICONS = {
    MediumKind.PICTURE: "picture",
    MediumKind.ANIMATION: "film",
    MediumKind.VIDEO: "film",
    MediumKind.DOCUMENT: "document",
    MediumKind.ANNOUNCEMENT: "megaphone",
    MediumKind.STREAM: "camera",
    MediumKind.CARD: "megaphone",
}
DARK = "#0b0d12"
"""A wall without light, in every theme."""
ROUND_PX, LARGEST_ICON_PX = 5, 30
CACHE_KB = 48 << 10


def paint_picture(painter: QPainter, area: QRect, medium: MediumInfo, picture: QPixmap | None) -> None:
    """A medium's picture in rounded black, or its kind's icon while there is none; failed ones are marked."""
    failed = medium.state is MediumState.FAILED
    if picture is not None and not failed:
        painter.drawPixmap(area.topLeft(), fitted_picture(picture, area.size(), painter.device().devicePixelRatioF()))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLOURS.danger_soft if failed else COLOURS.sunken))
    painter.drawRoundedRect(QRectF(area), ROUND_PX, ROUND_PX)
    name = "alarm" if failed else KIND_ICONS[medium.kind]
    side_px = min(LARGEST_ICON_PX, area.height() - 4)
    drawing = icons.pixmap(name, COLOURS.danger if failed else COLOURS.text_faint, side_px)
    side = round(drawing.width() / drawing.devicePixelRatio())
    painter.drawPixmap(area.center().x() - side // 2, area.center().y() - side // 2, drawing)
    painter.restore()


def fitted_picture(picture: QPixmap, size: QSize, ratio: float, round_px: int = ROUND_PX) -> QPixmap:
    """`picture` whole on a dark ground of `size` with round corners, for a device with so many pixels a point.

    The same one is drawn once as long as Qt's cache holds it.
    """
    name = f"fitted {picture.cacheKey()} {size.width()}x{size.height()} {ratio:g} {round_px}"
    found = QPixmap()
    if QPixmapCache.find(name, found):
        return found
    made = _fitted(picture, size, ratio, round_px)
    if QPixmapCache.cacheLimit() < CACHE_KB:
        QPixmapCache.setCacheLimit(CACHE_KB)
    QPixmapCache.insert(name, made)
    return made


def _fitted(picture: QPixmap, size: QSize, ratio: float, round_px: int) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    area = QRect(0, 0, size.width(), size.height())
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(area), round_px, round_px)
    target = QRect(area.topLeft(), picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    target.moveCenter(area.center())
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(shape)
    painter.fillRect(area, QColor(DARK))
    painter.drawPixmap(target, picture)
    painter.end()
    return made
