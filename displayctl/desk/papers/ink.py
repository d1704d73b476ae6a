"""Papers are black on white, whatever colours the program on the screen wears."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument

INK = "#000000"


def draw_in_ink(document: QTextDocument, painter: QPainter, part: QRectF | None = None) -> None:
    """Draw all of it, or one part; words that have no colour of their own are black.

    Qt would take the application's colour for text instead, which is nearly white where the desk is dark.
    """
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    context.palette = palette
    if part is not None:
        context.clip = part
    document.documentLayout().draw(painter, context)
