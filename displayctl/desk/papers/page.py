"""An A4 page as PDF: rich text that is made smaller until it fits, and a stamp across it where there is one. Text of
which nothing may be left out goes on behind it where it is too long for that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from content.studio.fonts import SANS, require_application, require_fonts
from displayctl.desk.papers.ink import draw_in_ink

MARGIN_MM = 14
DPI = 150
POINT_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
STAMP_COLOUR = QColor(200, 0, 0, 34)


@dataclass(frozen=True, slots=True)
class Page:
    """What is on a page. `text(rows)` is Qt's rich text with at most `rows` lines of its longest table; `pictures` are
    the images it names, as PNG; `stamp` is a word across the whole page. No rows at all mean that nothing may be left
    out.
    """

    title: str
    text: Callable[[int], str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    stamp: str = ""
    most_rows: int = 40


def page_as_pdf(page: Page) -> bytes:
    """One A4 page. Letters shrink from 9 to 6 points, then rows are left out, until all of it is on the page.

    Where nothing may be left out, it is as many pages as it takes, with letters of 9 points.

    Raises FontsMissing. May be called on any thread of a program that has a Qt application, or none yet.
    """
    require_application()
    require_fonts()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, page.title)
    room = QSizeF(writer.width(), writer.height())
    document = _fitted(page, writer, room)
    painter = QPainter(writer)
    try:
        for number in range(document.pageCount()):
            if number:
                writer.newPage()
            _draw(document, painter, number)
            if page.stamp:
                _stamp(painter, page.stamp, room)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


def _draw(document: QTextDocument, painter: QPainter, number: int) -> None:
    """Page `number` of what is set on several, or the one that there is."""
    size = document.pageSize()
    if not size.height() > 0:
        draw_in_ink(document, painter)
        return
    part = QRectF(0, number * size.height(), size.width(), size.height())
    painter.save()
    painter.translate(0, -part.top())
    painter.setClipRect(part)
    draw_in_ink(document, painter, part.adjusted(0, 1, 0, -1))  # else lines that only touch it stand there unseen
    painter.restore()


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(title)
    writer.setCreator("displayctl")
    return writer


def _fitted(page: Page, writer: QPdfWriter, room: QSizeF) -> QTextDocument:
    """The page with the largest letters that fit; with the smallest, as many rows as fit."""
    setting = _Setting(page, writer, room)
    for points in POINT_SIZES:
        document = setting.set(points, page.most_rows)
        if setting.fits(document):
            return document
    if not page.most_rows:
        document = setting.set(POINT_SIZES[0], 0)
        document.setPageSize(room)
        return document
    smallest = POINT_SIZES[-1]
    rows = bisect_left(range(page.most_rows), 1, key=lambda rows: not setting.fits(setting.set(smallest, rows + 1)))
    return setting.set(smallest, rows)


class _Setting:
    """Sets a page's words on its paper."""

    def __init__(self, page: Page, writer: QPdfWriter, room: QSizeF) -> None:
        self._page, self._writer, self._room = page, writer, room
        self._pictures = {name: QImage.fromData(png) for name, png in page.pictures.items()}

    def set(self, points: float, rows: int) -> QTextDocument:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self._writer)
        document.setDocumentMargin(0)
        document.setDefaultFont(_font(points))
        for name, picture in self._pictures.items():
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
        document.setHtml(self._page.text(rows))
        document.setTextWidth(self._room.width())
        return document

    def fits(self, document: QTextDocument) -> bool:
        return document.size().height() <= self._room.height()


def _font(points: float) -> QFont:
    made = QFont(SANS)
    made.setPointSizeF(points)
    return made


def _stamp(painter: QPainter, word: str, room: QSizeF) -> None:
    made = QFont(SANS)
    made.setPixelSize(round(room.width() / max(4, len(word)) * 1.45))
    made.setWeight(QFont.Weight.Black)
    painter.save()
    painter.setFont(made)
    painter.setPen(STAMP_COLOUR)
    painter.translate(room.width() / 2, room.height() / 2)
    painter.rotate(-52)
    area = painter.fontMetrics().boundingRect(word)
    area.moveCenter(QPoint(0, 0))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, word)
    painter.restore()
