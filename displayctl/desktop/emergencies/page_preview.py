"""An emergency on every chosen wall, page by page, drawn anew as soon as something is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from content.errors import ContentError, DoesNotFit
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import counted, with_size
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.pieces import Scaled, clear, column, frame, icon_button, label, row, scrolled
from schedules.display import Display
from schedules.errors import ScheduleError

SETTLE_MS = 25
"""Keys that come together are drawn together; the rest of the 150 ms is the drawing's."""
MOST_FACES, TWO_COLUMNS_PX, EDGE_PART = 6, 520, 256

Draw = Callable[[Display], tuple[QImage, ...]]
"""All pages that a wall shows, each as large as its canvas. Works in any thread; raises ContentError, ScheduleError."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What one size of wall gets: pictures, or why there are none. `excess` are the characters too many."""

    images: tuple[QImage, ...]
    problem: str = ""
    excess: int = 0


def draw_pages(draw: Draw, wall: Display) -> Pages:
    """Draw for one wall; failures become words."""
    try:
        return Pages(draw(wall))
    except DoesNotFit as error:
        return Pages((), str(error), error.excess_characters)
    except (ContentError, ScheduleError) as error:
        return Pages((), str(error))


class PagePreview(QWidget):
    """Signal: `drawn` when the newest is there to be seen. Pages turn by themselves every ten seconds."""

    drawn = Signal()

    def __init__(self, tasks: Tasks, least_px: int = 48, hint: str = "", *, scrolls: bool = False) -> None:
        """`hint` stands there while there is nothing to draw, instead of walls without a picture. Where it `scrolls`,
        it may be lower than its walls.
        """
        super().__init__()
        self._tasks, self._least_px = tasks, least_px
        self._draw: Draw | None = None
        self._walls: tuple[Display, ...] = ()
        self._faces: list[_Face] = []
        self._page, self._across, self._busy, self._again = 0, 1, False, False
        self.fits = False
        """Whether all that is to be seen is there, and its words fit on every wall."""
        self._settle = self._timer(SETTLE_MS, self._begin, once=True)
        self._turn = self._timer(10_000, self.next_page)
        board, self._grid = QWidget(), QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_M)
        board.setLayout(self._grid)
        self._board = scrolled(board) if scrolls else board
        self._hint = label(hint, "soft", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place = label("", "caption", wrap=True)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._turner = QWidget()
        back = icon_button("chevron-left", self.tr("Page before"), self.page_before)
        forth = icon_button("chevron-right", self.tr("Next page"), self.next_page)
        turner = row(back, self._place, forth, spacing=SPACE_S)
        turner.setStretch(1, 1)
        self._turner.setLayout(turner)
        self._turner.hide()
        layout = column(self._hint, self._board, self._turner, spacing=SPACE_S)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        outer = column(frame("segments", layout))
        self.setLayout(outer)
        self._show_hint()

    def _timer(self, interval_ms: int, act: Callable[[], None], *, once: bool = False) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(once)
        made.setInterval(interval_ms)
        made.timeout.connect(act)
        return made

    @property
    def count(self) -> int:
        """How many pages the wall with the most of them has; 0 while nothing is drawn."""
        return max((len(face.pages.images) for face in self._faces), default=0)

    @property
    def excess(self) -> int:
        """How many characters are too many for the wall that holds the fewest."""
        return max((face.pages.excess for face in self._faces), default=0)

    def show_walls(self, walls: tuple[Display, ...]) -> None:
        """Preview for the canvases of these walls."""
        sizes: dict[tuple[int, int], list[Display]] = {}
        for wall in walls:
            sizes.setdefault((wall.canvas.width_px, wall.canvas.height_px), []).append(wall)
        if walls == self._walls:
            return
        self._walls, self.fits = walls, False
        clear(self._grid)
        self._faces = [_Face(same, self._least_px) for same in list(sizes.values())[:MOST_FACES]]
        self._arrange()
        self._settle.start()

    def _arrange(self) -> None:
        """One below the other, or in two columns where there is room for two."""
        self._across = 2 if len(self._faces) > 2 and self.width() >= TWO_COLUMNS_PX else 1
        for number, face in enumerate(self._faces):
            self._grid.addWidget(face, number // self._across, number % self._across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if len(self._faces) > 2 and (self.width() >= TWO_COLUMNS_PX) is not (self._across == 2):
            self._arrange()

    def show_drawing(self, draw: Draw | None) -> None:
        """Draw this as soon as possible; None draws nothing."""
        self._draw, self._page, self.fits = draw, 0, False
        self._settle.start()

    # Drawing, one at a time, and always the newest

    def _begin(self) -> None:
        draw = self._draw
        if draw is None:
            self._show(())
        elif self._busy:
            self._again = True
        else:
            self._busy = True
            walls, faces = tuple(face.wall for face in self._faces), tuple(self._faces)
            self._tasks.run(
                lambda: tuple(draw_pages(draw, wall) for wall in walls),
                lambda pages: self._drawn(faces, pages),
                self._not_drawn,
                owner=self,
            )

    def _drawn(self, faces: tuple[_Face, ...], pages: tuple[Pages, ...]) -> None:
        if not self._goes_on(is_old=faces != tuple(self._faces)) and self._draw is not None:
            self._show(pages)

    def _not_drawn(self, error: Exception) -> None:
        """What nobody foresaw is told, and what is typed next is drawn all the same."""
        self._tasks.failed.emit(error)
        if not self._goes_on():
            self._show(())

    def _goes_on(self, *, is_old: bool = False) -> bool:
        """Whether something newer is drawn now, or in a moment: what was drawn until now would stand for it."""
        is_due, self._busy, self._again = self._again or is_old, False, False
        if self._settle.isActive():
            return True
        if is_due:
            self._begin()
        return is_due

    def _show(self, pages: tuple[Pages, ...]) -> None:
        for number, face in enumerate(self._faces):
            face.take(pages[number] if number < len(pages) else Pages(()))
        self._show_hint()
        self._show_page()
        self._turn.start()
        self.fits = bool(pages) and all(each.images for each in pages)
        self.drawn.emit()

    def _show_hint(self) -> None:
        bare = self._draw is None and bool(self._hint.text())
        self._hint.setVisible(bare)
        self._board.setVisible(not bare)

    # Turning pages

    def next_page(self) -> None:
        """The next page on every wall; after the last comes the first."""
        self._turn_to(self._page + 1)

    def page_before(self) -> None:
        """The page before on every wall."""
        self._turn_to(self._page - 1)

    def _turn_to(self, page: int) -> None:
        self._page = page % max(1, self.count)
        self._turn.start()
        self._show_page()

    def _show_page(self) -> None:
        count = self.count
        self._turner.setVisible(count > 1)
        self._place.setText(self.tr("Page {page} of {count}, 10 seconds each").format(page=self._page + 1, count=count))
        for face in self._faces:
            face.show_page(self._page)


class _Face(QWidget):
    """The walls of one canvas: a page and whose it is, or by how much the text is too long."""

    def __init__(self, walls: list[Display], least_px: int) -> None:
        super().__init__()
        self.wall, self.pages = walls[0], Pages(())
        self._picture = Scaled(QSize(120, least_px))
        names = ", ".join(wall.name for wall in walls[:3]) + (f" +{len(walls) - 3}" if len(walls) > 3 else "")
        canvas = self.wall.canvas
        caption = label(with_size(names, canvas.width_px, canvas.height_px), "caption")
        caption.setMinimumWidth(1)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        layout = column(self._picture, caption, self._problem, spacing=3)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def take(self, pages: Pages) -> None:
        """Show these from now on."""
        self.pages = pages
        self._problem.setVisible(bool(pages.problem))
        if pages.excess:
            one = self.tr("Too long for this wall: take away about {count} character.")
            many = self.tr("Too long for this wall: take away about {count} characters.")
            self._problem.setText(counted(one, many, pages.excess))
        elif pages.problem:
            self._problem.setText(say_sentence(pages.problem))

    def show_page(self, page: int) -> None:
        images = self.pages.images
        self._picture.show_picture(_edged(images[page % len(images)]) if images else None)


def _edged(image: QImage) -> QPixmap:
    """With the edge of the wall, where its programme is as dark as what is around it."""
    picture = QPixmap.fromImage(image)
    painter = QPainter(picture)
    painter.setPen(QPen(QColor(COLOURS.line_strong), max(2, 2 * (image.width() // EDGE_PART))))
    painter.drawRect(picture.rect())
    painter.end()
    return picture
