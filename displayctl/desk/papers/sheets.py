"""A paper of several A4 pages, of strips that are never cut in two, with page numbers: as PDF, pictures, or print."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
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
from displayctl.errors import PaperRefused

DPI, MARGIN_MM, FOOT_MM = 150, 14, 9
LETTERS_POINTS, FOOT_POINTS = 9.0, 7.0
MOST_STRIPS, MOST_PAGES = 6000, 400
GAP_MM = 2.5
"""Above what heads others."""
_MM = DPI / 25.4


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the paper in Qt's rich text, as wide as the page.

    `new_page` begins a page with it. With `stays` it is not the last on a page: it heads what follows. `head` is
    repeated above it where it is the first on a page, as the headings of a table.
    """

    html: str
    new_page: bool = False
    stays: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Strips from top to bottom; `foot` stands on each page, beside its number."""

    title: str
    strips: tuple[Strip, ...]
    foot: str
    landscape: bool = False


class Sheets:
    """A paper that is laid out. It belongs to the thread that has made it. Raises FontsMissing, PaperRefused."""

    def __init__(self, paper: Paper) -> None:
        require_application()
        require_fonts()
        if len(paper.strips) > MOST_STRIPS:
            raise PaperRefused(f"{len(paper.strips)} lines are too many for one paper; choose fewer walls")
        self.paper = paper
        self.size = QSizeF(297, 210) * _MM if paper.landscape else QSizeF(210, 297) * _MM
        self.room = QSizeF(self.size.width() - 2 * MARGIN_MM * _MM, self.size.height() - 2 * MARGIN_MM * _MM)
        self._device = _device()
        self._heads: dict[str, QTextDocument] = {}
        self._pages = self._paged()
        if len(self._pages) > MOST_PAGES:
            raise PaperRefused(f"the paper would have {len(self._pages)} pages; choose fewer walls")

    @property
    def pages(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page (counted from 0) at 150 dots to the inch; the origin is where the margins end."""
        painter.fillRect(QRectF(0, 0, self.room.width(), self.room.height()), QColor("#ffffff"))
        for document, top in self._pages[page]:
            painter.save()
            painter.translate(0, top)
            draw_in_ink(document, painter)
            painter.restore()
        self._paint_foot(painter, page)

    def as_pdf(self) -> bytes:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(DPI)
        writer.setPageLayout(self.page_layout())
        writer.setTitle(self.paper.title)
        writer.setCreator("displayctl")
        painter = QPainter(writer)
        try:
            for page in range(self.pages):
                if page:
                    writer.newPage()
                self.paint(painter, page)
        finally:
            painter.end()
        buffer.close()
        return bytes(data.data())

    def page_layout(self) -> QPageLayout:
        """The page as printers are told it."""
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        way = QPageLayout.Orientation.Landscape if self.paper.landscape else QPageLayout.Orientation.Portrait
        return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, margins, QPageLayout.Unit.Millimeter)

    def picture(self, page: int, width_px: int) -> QImage:
        """A page as it will be on paper, margins and all."""
        scale = width_px / self.size.width()
        made = QImage(width_px, round(self.size.height() * scale), QImage.Format.Format_RGB32)
        made.fill(QColor("#ffffff"))
        painter = QPainter(made)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(scale, scale)
            painter.translate(MARGIN_MM * _MM, MARGIN_MM * _MM)
            self.paint(painter, page)
        finally:
            painter.end()
        return made

    def _paged(self) -> list[list[tuple[QTextDocument, float]]]:
        """Strips on pages; one that heads others goes with the one behind it."""
        most = self.room.height() - FOOT_MM * _MM
        pages: list[list[tuple[QTextDocument, float]]] = [[]]
        top, headed = 0.0, True
        made = [(strip, self._document(strip.html)) for strip in self.paper.strips]
        for number, (strip, document) in enumerate(made):
            needed = document.size().height()
            follower = number
            while made[follower][0].stays and follower + 1 < len(made):
                follower += 1
                needed += made[follower][1].size().height()
            gap = GAP_MM * _MM if strip.stays and not headed else 0.0
            headed = strip.stays
            if pages[-1] and (strip.new_page or top + gap + needed > most):
                pages.append([])
                top = gap = 0.0
                if strip.head:
                    head = self._head(strip.head)
                    pages[-1].append((head, top))
                    top += head.size().height()
            top += gap if pages[-1] else 0.0
            pages[-1].append((document, top))
            top += document.size().height()
        return pages

    def _head(self, html: str) -> QTextDocument:
        if html not in self._heads:
            self._heads[html] = self._document(html)
        return self._heads[html]

    def _document(self, html: str) -> QTextDocument:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self._device)
        document.setDocumentMargin(0)
        document.setDefaultFont(_font(LETTERS_POINTS))
        document.setHtml(html)
        document.setTextWidth(self.room.width())
        return document

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        painter.save()
        made = QFont(SANS)
        made.setPixelSize(round(FOOT_POINTS * DPI / 72))
        painter.setFont(made)
        painter.setPen(QColor("#5b6472"))
        area = QRectF(0, self.room.height() - 6 * _MM, self.room.width(), 6 * _MM)
        painter.drawLine(area.topLeft(), area.topRight())
        number = f"Halaman {page + 1} dari {self.pages}"
        wide = painter.fontMetrics().horizontalAdvance(number) + 20
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        left = area.adjusted(0, 0, -wide, 0)
        words = painter.fontMetrics().elidedText(self.paper.foot, Qt.TextElideMode.ElideMiddle, round(left.width()))
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def _device() -> QImage:
    """What letters are measured for, wherever the paper is painted."""
    made = QImage(1, 1, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(round(DPI / 0.0254))
    made.setDotsPerMeterY(round(DPI / 0.0254))
    return made


def _font(points: float) -> QFont:
    made = QFont(SANS)
    made.setPointSizeF(points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
