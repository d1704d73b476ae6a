"""An announcement as each wall will show it, side by side, drawn anew while it is written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from content.errors import ContentError, DoesNotFit
from content.studio.announcement import Announcement
from content.studio.typeset import typeset
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.pieces import Scaled, clear, column, frame, label
from schedules.display import Display
from schedules.errors import ScheduleError

SETTLE_MS = 150


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one size of wall gets: a picture, or why there is none. `excess` are the characters too many."""

    width_px: int
    height_px: int
    image: QImage | None
    problem: str = ""
    excess: int = 0


def draw_sheet(announcement: Announcement, width_px: int, height_px: int) -> Sheet:
    """Typeset for one canvas; failures become words."""
    try:
        return Sheet(width_px, height_px, typeset(announcement, width_px, height_px))
    except DoesNotFit as error:
        return Sheet(width_px, height_px, None, str(error), error.excess_characters)
    except (ContentError, ScheduleError) as error:
        return Sheet(width_px, height_px, None, str(error))


class TypesetPreview(QWidget):
    """Signal: `drawn` with True when the words fit on every wall."""

    drawn = Signal(bool)

    def __init__(self, tasks: Tasks, displays: tuple[Display, ...], least_px: int = 130) -> None:
        super().__init__()
        self._tasks = tasks
        self._names: dict[tuple[int, int], list[str]] = {}
        self._least_px = least_px
        self._announcement: Announcement | None = None
        self._asked = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self._faces: dict[tuple[int, int], _Face] = {}
        self._column: QVBoxLayout = column(spacing=SPACE_M)
        self.setLayout(self._column)
        self.show_displays(displays)

    def show_displays(self, displays: tuple[Display, ...]) -> None:
        """Preview for the canvases of these walls."""
        names: dict[tuple[int, int], list[str]] = {}
        for display in displays:
            names.setdefault((display.canvas.width_px, display.canvas.height_px), []).append(display.name)
        names = names or {(640, 384): [self.tr("Example wall")]}
        if names == self._names:
            return
        self._names = names
        clear(self._column)
        self._faces = {size: _Face(size, walls, self._least_px) for size, walls in list(names.items())[:6]}
        for face in self._faces.values():
            self._column.addWidget(face, 1)
        self._settle.start()

    def show_announcement(self, announcement: Announcement | None) -> None:
        """Draw this soon; None draws nothing."""
        self._announcement = announcement
        self._settle.start()

    def _draw(self) -> None:
        announcement, sizes = self._announcement, tuple(self._faces)
        self._asked += 1
        asked = self._asked
        if announcement is None:
            self._show(asked, ())
            return
        self._tasks.run(
            lambda: tuple(draw_sheet(announcement, *size) for size in sizes),
            lambda sheets: self._show(asked, sheets),
            owner=self,
        )

    def _show(self, asked: int, sheets: tuple[Sheet, ...]) -> None:
        if asked != self._asked:
            return
        for sheet in sheets:
            face = self._faces.get((sheet.width_px, sheet.height_px))
            if face is not None:
                face.show_sheet(sheet)
        if not sheets:
            for face in self._faces.values():
                face.show_nothing()
        self.drawn.emit(bool(sheets) and all(sheet.image is not None for sheet in sheets))


class _Face(QWidget):
    """One canvas: its picture and for whom it is, or by how much the text is too long."""

    def __init__(self, size: tuple[int, int], walls: list[str], least_px: int) -> None:
        super().__init__()
        self._picture = Scaled(QSize(160, least_px))
        screen = frame("screen", column(self._picture, margins=4))
        words = ", ".join(walls[:3]) + (f" +{len(walls) - 3}" if len(walls) > 3 else "")
        caption = label(f"{words} · {size[0]} × {size[1]}", "caption")
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = column(screen, caption, self._problem, spacing=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_sheet(self, sheet: Sheet) -> None:
        self._problem.setVisible(sheet.image is None)
        if sheet.image is not None:
            self._picture.show_picture(QPixmap.fromImage(sheet.image))
            return
        self._picture.show_picture(None)
        if sheet.excess:
            words = self.tr("Too long for this wall: take away about {count} characters.").format(count=sheet.excess)
        else:
            words = say_sentence(sheet.problem)
        self._problem.setText(words)

    def show_nothing(self) -> None:
        self._picture.show_picture(None)
        self._problem.hide()
