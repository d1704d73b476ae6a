"""All canvases side by side, as walls will show them: large where there are few, and only what is seen is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from content.studio.announcement import Announcement
from displayctl.desktop.announcements.canvases import Canvas, Canvases, canvases_of
from displayctl.desktop.look.palette import COLOURS, SPACE_S, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.presenters.canvas_words import canvas_name, canvas_state, empty_canvas
from displayctl.desktop.tasks import Tasks
from schedules.display import Display

LEAST_PX, MOST_PX, TWO_FROM = 230, 620, 3
"""How wide a tile is at least and at most, and from how many canvases on there are two beside each other."""
_CAPTION_PX, _SCREEN_SHARE = 78, 0.6
_BAR_PX, _SLACK_PX = 18, 6
_INSET = QPoint(8, 8)
_Index = QModelIndex | QPersistentModelIndex


class CanvasTiles(QStyledItemDelegate):
    """Paints a canvas: its picture on a dark screen, whose it is, and how fine or how much too much it is."""

    def __init__(self, view: QListView, hint: str) -> None:
        super().__init__(view)
        self._hint = hint
        self._name, self._state = QFont(), QFont()
        self._name.setPixelSize(TEXT_BODY)
        self._name.setWeight(QFont.Weight.DemiBold)
        self._state.setPixelSize(TEXT_SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize(LEAST_PX, LEAST_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        canvas: Canvas = index.data(Qt.ItemDataRole.UserRole)
        tile: QRect = option.rect.adjusted(3, 3, -SPACE_S, -3)
        screen = QRect(tile.left(), tile.top(), tile.width(), tile.height() - _CAPTION_PX)
        painter.save()
        self._paint_screen(painter, screen, canvas, bool(option.state & QStyle.StateFlag.State_Selected))
        self._paint_words(painter, screen, canvas)
        painter.restore()

    def _paint_screen(self, painter: QPainter, screen: QRect, canvas: Canvas, selected: bool) -> None:
        painter.fillRect(screen, Qt.GlobalColor.black)
        image = canvas.sheet.image if canvas.sheet is not None else None
        if image is not None:
            room = screen.size() - QSize(8, 8)
            size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(screen.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        elif canvas.sheet is None and not canvas.is_late:
            painter.setFont(self._state)
            painter.setPen(QColor(COLOURS.sidebar_text))
            inside = screen.adjusted(SPACE_S, SPACE_S, -SPACE_S, -SPACE_S)
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, middle, self._hint or empty_canvas())
        fits = canvas.sheet is None or canvas.sheet.fits
        line = COLOURS.accent if selected else COLOURS.line_strong if fits else COLOURS.danger
        painter.setPen(QPen(QColor(line), 2 if selected or not fits else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(screen.adjusted(0, 0, -1, -1))

    def _paint_words(self, painter: QPainter, screen: QRect, canvas: Canvas) -> None:
        painter.setFont(self._name)
        painter.setPen(QColor(COLOURS.text))
        high = QFontMetrics(self._name).height()
        line = QRect(screen.left(), screen.bottom() + 5, screen.width(), high)
        name = QFontMetrics(self._name).elidedText(canvas_name(canvas), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        sheet = canvas.sheet
        if sheet is None:
            return
        painter.setFont(self._state)
        warned = sheet.fine_code and sheet.fits
        painter.setPen(QColor(COLOURS.danger if not sheet.fits else COLOURS.warning if warned else COLOURS.text_soft))
        room = QRect(line.left(), line.bottom() + 2, line.width(), _CAPTION_PX - high - 8)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            canvas_state(canvas),
        )


class CanvasView(QListView):
    """Signal: `drawn` with True when the words fit on every wall that is wanted. `hint` stands on walls for which
    nothing was drawn yet, where that are not the words of whoever writes here."""

    drawn = Signal(bool)

    def __init__(self, tasks: Tasks, displays: tuple[Display, ...], hint: str = "") -> None:
        super().__init__()
        self.canvases = Canvases(tasks, self)
        self.canvases.drawn.connect(self.drawn)
        self.setModel(self.canvases)
        self.setItemDelegate(CanvasTiles(self, hint))
        self.setProperty("role", "bare")
        self.setAccessibleName(self.tr("What the walls show"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumSize(LEAST_PX + 2 * _BAR_PX, 180)
        self.verticalScrollBar().valueChanged.connect(self._see)
        self._displays: tuple[Display, ...] = ()
        self._wanted: tuple[str, ...] = ()
        self.show_displays(displays)

    def show_displays(self, displays: tuple[Display, ...], wanted: tuple[str, ...] = ()) -> None:
        """The canvases of these walls, those of the wanted ones first; none wanted means all are."""
        if (displays, wanted) == (self._displays, self._wanted) and self.canvases.canvases:
            return
        self._displays, self._wanted = displays, wanted
        self.canvases.show_canvases(canvases_of(displays, wanted))
        self._fit()

    def show_announcement(self, announcement: Announcement | None) -> None:
        """Draw this soon; None draws nothing."""
        self._see()
        self.canvases.show_announcement(announcement)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As large as the room allows, and all of one size."""
        room = max(LEAST_PX, self.viewport().width() - _SLACK_PX)
        count = len(self.canvases.canvases)
        across = 1 if count < TWO_FROM else max(1, min(count, room // LEAST_PX, max(2, room // 340)))
        wide = min(MOST_PX, room // across)
        high = round(wide * _SCREEN_SHARE)
        grid = QSize(wide, high + _CAPTION_PX)
        if grid != self.gridSize():
            self.setGridSize(grid)
        self.canvases.show_size(QSize(wide, high) * self.devicePixelRatioF())
        self._see()

    def _see(self) -> None:
        first = self.indexAt(self.viewport().rect().topLeft() + _INSET)
        last = self.indexAt(self.viewport().rect().bottomLeft() + QPoint(8, -8))
        rows = self.canvases.rowCount()
        begin = first.row() if first.isValid() else 0
        across = max(1, self.viewport().width() // max(1, self.gridSize().width()))
        end = last.row() + across if last.isValid() else rows
        self.canvases.see(range(begin, min(rows, end)))
