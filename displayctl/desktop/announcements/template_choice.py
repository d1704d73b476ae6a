"""The templates as little pictures: ours, and those that the office has added as files."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QListView, QListWidget, QListWidgetItem, QWidget

from content.studio.announcement import Announcement
from content.studio.stencils.folder import OWN_FOLDER, Stencils, import_stencil, load_stencils, remove_stencil
from content.studio.stencils.stencil import Stencil
from content.studio.typeset import typeset
from displayctl.desktop.announcements.wording import stencil_within
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.pieces import button, column, label, row

SAMPLE_PX, DRAWN_PX = QSize(112, 67), QSize(400, 240)
LIST_PX = 214
_PATTERNS = "*.toml *.json"


class TemplateChoice(QWidget):
    """Signals: `chosen` with the Stencil that a person picked, `loaded` once the office's own are known, `told` with a
    sentence and its kind."""

    chosen = Signal(object)
    loaded = Signal()
    told = Signal(str, str)

    def __init__(self, desk: Desk, announcement: Announcement | None = None) -> None:
        super().__init__()
        self._desk, self._announcement = desk, announcement
        self._folder = desk.installation.data / OWN_FOLDER
        self._stencils = self._with_guest(load_stencils())
        self._wanted = self._stencils.all[0].id
        self._to_draw: deque[str] = deque()
        self._drawing = False
        self._build()
        self._offer()
        desk.tasks.run(lambda: load_stencils(self._folder), self._take, self._failed, owner=self)

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Template"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(SAMPLE_PX)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setFixedHeight(LIST_PX)
        self.list.currentItemChanged.connect(self._picked)
        self.add_button = button(self.tr("Add template…"), self._ask_file, "quiet", "plus")
        self.remove_button = button(self.tr("Remove"), self.ask_to_remove, "quiet")
        for made in (self.add_button, self.remove_button):
            made.setAutoDefault(False)
        self._complaint = label("", "error", wrap=True)
        self._complaint.hide()
        self.setLayout(
            column(
                self.list, row(self.add_button, None, self.remove_button, spacing=SPACE_S), self._complaint, spacing=4
            )
        )

    # What there is

    @property
    def stencils(self) -> Stencils:
        return self._stencils

    @property
    def current(self) -> Stencil:
        """The one that is chosen."""
        return self._stencils.behind(self._wanted, "")

    def choose(self, stencil_id: str) -> None:
        """Mark it as chosen, without telling anybody; one that is not there (yet) is marked when it comes."""
        self._wanted = stencil_id
        self._mark()

    def _take(self, stencils: Stencils) -> None:
        known, self._stencils = self._stencils, self._with_guest(stencils)
        if self._stencils.all != known.all:
            self._offer()
        self._mark()
        self._complaint.setText("\n".join(map(say_problem, map(ValueError, stencils.complaints))))
        self._complaint.setVisible(bool(stencils.complaints))
        self.loaded.emit()

    def _with_guest(self, stencils: Stencils) -> Stencils:
        """Also the one of an announcement that was written with a template of another desk, or one that is gone."""
        if self._announcement is None:
            return stencils
        mine = stencil_within(self._announcement, stencils)
        known = mine.id in {stencil.id for stencil in stencils.all}
        return stencils if known else replace(stencils, all=(*stencils.all, mine))

    def _offer(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for stencil in self._stencils.all:
            item = QListWidgetItem(stencil.title(self._desk.preferences.language))
            item.setData(Qt.ItemDataRole.UserRole, stencil.id)
            item.setSizeHint(QSize(124, 98))
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._mark()
        self._to_draw = deque(stencil.id for stencil in self._stencils.all)
        self._draw_next()

    def _mark(self) -> None:
        self.list.blockSignals(True)
        ids = [stencil.id for stencil in self._stencils.all]
        self.list.setCurrentRow(ids.index(self.current.id))
        self.list.blockSignals(False)
        self.remove_button.setVisible(self.current.own)

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._wanted = item.data(Qt.ItemDataRole.UserRole)
            self.remove_button.setVisible(self.current.own)
            self.chosen.emit(self.current)

    # Little pictures, one after another

    def _draw_next(self) -> None:
        if self._drawing or not self._to_draw:
            return
        stencil = self._stencils.behind(self._to_draw.popleft(), "")
        sample = stencil.sample(self._desk.preferences.language)
        self._drawing = True
        self._desk.tasks.run(
            lambda: typeset(sample, DRAWN_PX.width(), DRAWN_PX.height()),
            partial(self._drawn, stencil.id),
            lambda error: self._drawn(stencil.id, QImage()),
            owner=self,
        )

    def _drawn(self, stencil_id: str, image: QImage) -> None:
        self._drawing = False
        for number in range(self.list.count()):
            item = self.list.item(number)
            if item.data(Qt.ItemDataRole.UserRole) == stencil_id and not image.isNull():
                picture = QPixmap.fromImage(image).scaled(
                    SAMPLE_PX * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                icon = QIcon(picture)
                icon.addPixmap(picture, QIcon.Mode.Selected)  # else the colours of the template are tinted
                item.setIcon(icon)
        self._draw_next()

    # The office's own

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.add_button.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Templates ({patterns})").format(patterns=_PATTERNS))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.add(Path(name)))
        dialog.open()

    def add(self, file: Path) -> None:
        """Take a template file into the office's folder, with the pictures beside it."""

        def work() -> tuple[Stencil, Stencils]:
            return import_stencil(file, self._folder), load_stencils(self._folder)

        self._desk.tasks.run(work, self._added, self._failed, owner=self)

    def _added(self, found: tuple[Stencil, Stencils]) -> None:
        stencil, stencils = found
        self._take(stencils)
        self.choose(stencil.id)
        self.told.emit(
            self.tr("The template “{name}” was added.").format(name=stencil.title(self._desk.preferences.language)),
            "good",
        )
        self.chosen.emit(self.current)

    def ask_to_remove(self) -> AskWindow | None:
        """Ask, then remove the chosen template; None unless it is one of the office's own."""
        stencil = self.current
        if not stencil.own:
            return None

        def work() -> Stencils:
            remove_stencil(stencil.id, self._folder)
            return load_stencils(self._folder)

        window = AskWindow(self._desk.tasks, self.tr("Remove the template"), self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "Remove the template “{name}” from this computer? Announcements made with it stay as they are. "
            "This cannot be taken back."
        )
        name = stencil.title(self._desk.preferences.language)
        window.ask(words.format(name=name), (), self.tr("Remove"), lambda: work)
        window.went.connect(self._removed)
        window.open()
        return window

    def _removed(self, stencils: Stencils) -> None:
        self._take(stencils)
        self.choose(self._stencils.all[0].id)
        self.told.emit(self.tr("The template was removed; announcements made with it stay as they are."), "good")
        self.chosen.emit(self.current)

    def _failed(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "error")
