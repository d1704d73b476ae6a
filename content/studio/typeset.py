"""Sets an announcement on a canvas of any size: template, words, logo and QR code, as one picture.

In the desk's children it runs windowless; in the desktop the same functions draw the live preview.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter, QPen

from content.studio import ornaments
from content.studio.announcement import Announcement
from content.studio.arrangement import Box, margin_px, quiet_modules
from content.studio.fonts import require_application, require_fonts
from content.studio.given_pictures import background_picture, logo_picture, portrait_picture
from content.studio.lettering import Face, require_glyphs
from content.studio.outfit import Heading
from content.studio.pictograms import draw_pictogram
from content.studio.sheet import Code, Label, Sheet, plan
from content.studio.templates import Design, design_for
from schedules.checks import check_int

_LIGHT_MODULE, _DARK_MODULE = "#ffffff", "#10141c"


@dataclass(frozen=True, slots=True)
class Setting:
    """An announcement on one canvas: its picture, the size of its smallest words in pixels to the em, and the pixels a
    module of its QR code (0 without one)."""

    image: QImage
    letters_px: int
    module_px: int


def typeset(announcement: Announcement, width_px: int, height_px: int) -> QImage:
    """The announcement drawn on an opaque picture of exactly `width_px` x `height_px`.

    Raises DoesNotFit (with how many characters are too many) when the words are too long at the smallest readable
    size, UnusableMedia for a logo or background that is no picture, FontsMissing when the machine lacks a font, and
    InvalidValue for an absurd size. Works in any thread of a process that has a Qt application, or makes one.
    """
    return set_out(announcement, width_px, height_px).image


def set_out(announcement: Announcement, width_px: int, height_px: int) -> Setting:
    """What `typeset` draws, and how fine it is; raises what it raises."""
    check_int("width_px", width_px, 16, 16384)
    check_int("height_px", height_px, 16, 16384)
    require_application()
    require_fonts()
    for text in announcement.paragraphs:
        require_glyphs(text, Face(QFont.Weight.Normal))
    logo = logo_picture(announcement.logo) if announcement.logo else None
    background = background_picture(announcement.background, width_px, height_px) if announcement.background else None
    aspect = logo.width() / logo.height() if logo is not None else 0.0
    sheet = plan(announcement, design_for(announcement), width_px, height_px, aspect)
    image = _drawn(sheet, logo, background, announcement.portrait)
    return Setting(image, sheet.least_letters_px, sheet.code.module_px if sheet.code is not None else 0)


def typeset_png(announcement: Announcement, width_px: int, height_px: int) -> bytes:
    """What `typeset` draws, as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(typeset(announcement, width_px, height_px))
    return bytes(data.data())


def _drawn(sheet: Sheet, logo: QImage | None, background: QImage | None, portrait: bytes) -> QImage:
    image = QImage(sheet.canvas.width_px, sheet.canvas.height_px, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ornaments.draw_ground(painter, sheet.canvas, sheet.design, background)
        ornaments.draw_ornament(painter, sheet.canvas, sheet.design)
        if sheet.label is not None:
            _draw_label(painter, sheet.label, sheet)
        if logo is not None and sheet.logo is not None:
            _draw_logo(painter, logo, sheet.logo)
        if sheet.portrait is not None:
            _draw_portrait(painter, portrait, sheet.portrait, sheet.design)
        if sheet.code is not None:
            _draw_code(painter, sheet.code)
        _draw_words(painter, sheet, sheet.design)
    finally:
        painter.end()
    return image


def _draw_words(painter: QPainter, sheet: Sheet, design: Design) -> None:
    for placed in sheet.words:
        colour = design.title if placed.is_title else design.body
        placed.block.draw(painter, placed.x_px, placed.y_px, colour, design.note)
    if sheet.footer is not None:
        sheet.footer.block.draw(painter, sheet.footer.x_px, sheet.footer.y_px, design.note)


def _draw_label(painter: QPainter, label: Label, sheet: Sheet) -> None:
    """The label on its tab or band, or between two rules; on a ribbon always on its block."""
    design, plate = sheet.design, label.plate
    painter.setPen(Qt.PenStyle.NoPen)
    full_height = plate.height_px == sheet.canvas.height_px
    if design.heading is Heading.RULES and not full_height:
        _draw_rules(painter, label, sheet)
        label.block.draw(painter, label.x_px, label.y_px, design.note)
        return
    painter.setBrush(QColor(design.accent))
    round_px = 0.0 if full_height or plate.width_px == sheet.canvas.width_px else plate.height_px * 0.22
    painter.drawRoundedRect(_rectangle(plate), round_px, round_px)
    label.block.draw(painter, label.x_px, label.y_px, design.on_accent)
    if label.mark is not None:
        mark = label.mark
        draw_pictogram(painter, mark.pictogram, mark.x_px, mark.y_px, mark.side_px, design.on_accent)


def _draw_rules(painter: QPainter, label: Label, sheet: Sheet) -> None:
    middle = label.plate.y_px + label.plate.height_px / 2
    gap_px = label.block.size_px * 0.7
    left_px = label.x_px if sheet.logo is None else min(label.x_px, sheet.logo.x_px)
    # Clear of a frame, which takes two margins.
    free_px = left_px - gap_px - 2.5 * margin_px(sheet.canvas.width_px, sheet.canvas.height_px)
    long_px = max(0.0, min(sheet.canvas.width_px * 0.09, free_px))
    thick = max(1, round(label.block.size_px * 0.06))
    start, end = left_px - gap_px, label.x_px + label.block.width_px + gap_px
    for x in (start - long_px, end):
        painter.fillRect(QRectF(x, round(middle), long_px, thick), QColor(sheet.design.accent))


def _draw_logo(painter: QPainter, logo: QImage, box: Box) -> None:
    """The logo whole in its box, never stretched."""
    size = logo.size().scaled(box.width_px, box.height_px, Qt.AspectRatioMode.KeepAspectRatio)
    x = box.x_px + (box.width_px - size.width()) / 2
    y = box.y_px + (box.height_px - size.height()) / 2
    painter.drawImage(QRectF(x, y, size.width(), size.height()), logo)


def _draw_portrait(painter: QPainter, data: bytes, box: Box, design: Design) -> None:
    """The person in a thin frame of accent."""
    painter.drawImage(_rectangle(box), portrait_picture(data, box.width_px, box.height_px))
    thick = max(1, round(box.width_px * 0.018))
    painter.setPen(QPen(QColor(design.accent), thick, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_rectangle(box).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))


def _draw_code(painter: QPainter, code: Code) -> None:
    """Whole pixels a module and no smoothing, or cameras cannot read it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(_rectangle(code.box), QColor(_LIGHT_MODULE))
    quiet, module = quiet_modules(), code.module_px
    for y, row in enumerate(code.rows):
        for x, dark in enumerate(row):
            if dark:
                left, top = code.box.x_px + (x + quiet) * module, code.box.y_px + (y + quiet) * module
                painter.fillRect(left, top, module, module, QColor(_DARK_MODULE))
    painter.restore()


def _rectangle(box: Box) -> QRectF:
    return QRectF(box.x_px, box.y_px, box.width_px, box.height_px)
