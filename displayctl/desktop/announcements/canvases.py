"""The canvases of all walls as a list: walls of one size share a drawing, and what is seen is drawn first.

Drawing goes on elsewhere, one canvas a piece of work; newer words put what waits for older ones aside.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal

from content.studio.announcement import Announcement
from displayctl.desktop.announcements.canvas_sheet import CanvasSheet, draw_canvas
from displayctl.desktop.presenters.canvas_words import canvas_name, canvas_state
from displayctl.desktop.tasks import Tasks
from schedules.display import Display

SETTLE_MS = 15
AT_ONCE = 2
"""Canvases drawn side by side: more only wait for each other."""
EXAMPLE = QSize(640, 384)
ModelIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Canvas:
    """A size of wall: for whom it is, and what was drawn last. `is_late` while that is not of the newest words."""

    size: QSize
    walls: tuple[str, ...] = ()
    is_wanted: bool = True
    sheet: CanvasSheet | None = None
    is_late: bool = False


def canvases_of(displays: Iterable[Display], wanted: Iterable[str] = ()) -> tuple[Canvas, ...]:
    """One a size, those of the wanted walls first, then the common ones; none wanted means all are."""
    chosen = set(wanted)
    names: dict[tuple[int, int], list[str]] = {}
    sizes_wanted: set[tuple[int, int]] = set()
    for display in displays:
        size = display.canvas.width_px, display.canvas.height_px
        names.setdefault(size, []).append(display.name)
        if not chosen or display.id in chosen:
            sizes_wanted.add(size)
    made = [
        Canvas(QSize(*size), tuple(walls), size in sizes_wanted)
        for size, walls in sorted(names.items(), key=lambda each: (-len(each[1]), each[0]))
    ]
    return tuple(sorted(made, key=lambda each: not each.is_wanted)) or (Canvas(EXAMPLE),)


class Canvases(QAbstractListModel):
    """Signal: `drawn` once every canvas shows the newest words, with True when they fit on all that are wanted."""

    drawn = Signal(bool)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._canvases: list[Canvas] = []
        self._announcement: Announcement | None = None
        self._shown = QSize(480, 300)
        self._seen: range = range(0)
        self._asked = 0
        self._under_way = 0
        self._waiting: deque[int] = deque()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._begin)

    @property
    def canvases(self) -> tuple[Canvas, ...]:
        return tuple(self._canvases)

    @property
    def is_drawn(self) -> bool:
        """Whether all canvases show the newest words."""
        return not self._settle.isActive() and not any(canvas.is_late for canvas in self._canvases)

    def show_canvases(self, canvases: tuple[Canvas, ...]) -> None:
        """Draw for these from now on; what was drawn for one of the same size stays until it is drawn anew."""
        drawn = {(canvas.size.width(), canvas.size.height()): canvas.sheet for canvas in self._canvases}
        self.beginResetModel()
        self._canvases = [
            replace(canvas, sheet=drawn.get((canvas.size.width(), canvas.size.height()))) for canvas in canvases
        ]
        self.endResetModel()
        self._ask()

    def show_announcement(self, announcement: Announcement | None) -> None:
        """Draw this soon; None draws nothing."""
        self._announcement = announcement
        self._ask()

    def show_size(self, shown: QSize) -> None:
        """Draw as large as this, in pixels of the screen."""
        if shown != self._shown and not shown.isEmpty():
            self._shown = shown
            self._ask()

    def see(self, rows: range) -> None:
        """These are in view now, and drawn first."""
        self._seen = rows

    # Drawing

    def _ask(self) -> None:
        self._asked += 1
        self._waiting.clear()
        self._canvases = [replace(canvas, is_late=self._announcement is not None) for canvas in self._canvases]
        self._settle.start()

    def _begin(self) -> None:
        if self._announcement is None:
            self._canvases = [replace(canvas, sheet=None) for canvas in self._canvases]
            self._tell(range(len(self._canvases)))
            self.drawn.emit(False)
            return
        rows = [row for row, canvas in enumerate(self._canvases) if canvas.is_late]
        self._waiting = deque(sorted(rows, key=lambda row: (row not in self._seen, row)))
        while self._under_way < AT_ONCE and self._waiting:
            self._next()

    def _next(self) -> None:
        row, asked, announcement = self._waiting.popleft(), self._asked, self._announcement
        if announcement is None:
            return
        size, shown = self._canvases[row].size, self._shown
        self._under_way += 1
        self._tasks.run(
            lambda: draw_canvas(announcement, size, shown),
            lambda sheet: self._done(row, asked, sheet),
            lambda error: self._done(row, asked, CanvasSheet(problem=str(error))),
            owner=self,
        )

    def _done(self, row: int, asked: int, sheet: CanvasSheet) -> None:
        self._under_way -= 1
        if asked == self._asked:
            self._canvases[row] = replace(self._canvases[row], sheet=sheet, is_late=False)
            self._tell(range(row, row + 1))
            if self.is_drawn:
                self.drawn.emit(self.fits)
        while self._under_way < AT_ONCE and self._waiting:
            self._next()

    @property
    def fits(self) -> bool:
        """Whether what was drawn last fits on every wall that is wanted."""
        return all(_fits(canvas) for canvas in self._canvases if canvas.is_wanted)

    @property
    def fits_everywhere(self) -> bool:
        """Whether it fits on the others, too."""
        return all(map(_fits, self._canvases))

    def _tell(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    # As a list

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._canvases)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        canvas = self._canvases[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return canvas
        if role == Qt.ItemDataRole.DisplayRole:
            return canvas_name(canvas)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{canvas_name(canvas)}. {canvas_state(canvas)}"
        return None


def _fits(canvas: Canvas) -> bool:
    return canvas.sheet is not None and canvas.sheet.fits
