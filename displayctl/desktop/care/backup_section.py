"""Backups: how old the last one is, where they go, making one, testing one, and bringing one back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QFrame, QHeaderView, QTableView, QWidget

from content.errors import Cancelled
from displayctl.api.accounts import Role
from displayctl.desk.backups.making import Made
from displayctl.desk.backups.plan import (
    MOST_KEPT,
    BackupPlan,
    back_up_now,
    keep_plan,
    load_last,
    load_plan,
    note_test,
)
from displayctl.desk.backups.shelf import BackupSet, Shelf, look_at_shelf
from displayctl.desk.backups.trying import Verdict, try_backup
from displayctl.desk.backups.watching import Watch
from displayctl.desktop.care.backup_list import BackupModel
from displayctl.desktop.care.long_work import LongWork
from displayctl.desktop.care.restore_window import RestoreWindow
from displayctl.desktop.care.seal_window import SealWindow
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.backup_words import fault_words, last_words, verdict_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import size_words
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import button, column, frame, label, row, set_role
from displayctl.desktop.widgets.remark import Remark

SETTLE_MS = 400
"""After the last key or click, before the plan is kept."""


class BackupSection(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = BackupModel()
        self.work = LongWork(desk.tasks)
        self.work.changed.connect(self._guard)
        self.standing = label("", "strong", wrap=True)
        self._standing_frame: QFrame = frame("banner-warning", row(self.standing, margins=SPACE_M))
        self.where = PickFile(self.tr("Folder for backups, best on a stick or another disk"))
        self.kept = number_edit(1, MOST_KEPT)
        self.kept.setAccessibleName(self.tr("How many backups stay"))
        self.daily = QCheckBox(self.tr("each day by itself, while the hub runs"))
        self.verdict = label("", "", wrap=True, selectable=True)
        self.verdict.hide()
        self.nothing = Remark("soft")
        self._trouble = ""
        self._make_buttons()
        self._make_table()
        self._show_plan()
        stays = row(label(self.tr("Newest that stay:")), self.kept, SPACE_L, self.daily, None, spacing=SPACE_S)
        layout = column(
            self._standing_frame,
            self.where,
            stays,
            row(self.now_button, self.keys_button, None, self.test_button, self.restore_button, spacing=SPACE_S),
            self.work,
            self.verdict,
            self.nothing,
            self.table,
            None,
            spacing=SPACE_M,
        )
        layout.setStretch(7, 8)  # before the room that is left where there is no backup to list
        self.setLayout(layout)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._keep_plan)
        self.where.changed.connect(self._plan_changed)
        self.kept.valueChanged.connect(self._plan_changed)
        self.daily.toggled.connect(self._plan_changed)
        desk.myself.changed.connect(self._guard)
        self._tell_standing()
        self._guard()

    def _make_buttons(self) -> None:
        self.now_button = button(self.tr("Back up now"), self.back_up, "primary", "save")
        self.keys_button = button(self.tr("With keys…"), self.back_up_with_keys, icon="key")
        self.keys_button.setToolTip(self.tr("The keys go along, sealed with a passphrase"))
        self.test_button = button(self.tr("Test the backup"), self.test, icon="check")
        self.restore_button = button(self.tr("Bring back…"), self.open_restore, icon="history")

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._guard())

    @property
    def chosen(self) -> BackupSet | None:
        """The backup that is chosen in the list, else the newest."""
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        number = rows[0] if rows else 0
        return self.model.sets[number] if number < len(self.model.sets) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # the hub makes one each day by itself, while nobody looks

    # What is known

    def refresh(self) -> None:
        """Look at the folder anew."""
        self._tell_standing()
        folder = self.where.path
        if folder is None:
            self.model.show_sets(())
            self._tell_trouble("")
            return
        self._desk.tasks.run(
            lambda: look_at_shelf(folder),
            lambda shelf: self._show_shelf(folder, shelf),
            lambda error: self._shelf_gone(folder, error),
            owner=self,
        )

    def _show_shelf(self, folder: Path, shelf: Shelf) -> None:
        if folder != self.where.path:
            return  # another one was chosen meanwhile
        rows = self.table.selectionModel().selectedRows()
        chosen = self.model.sets[rows[0].row()].name if rows else ""
        self.model.show_sets(shelf.sets)
        for at, each in enumerate(shelf.sets):
            if each.name == chosen:  # a newer one does not take its place
                self.table.selectRow(at)
        last = load_last(self._desk.installation)
        if last is not None and last.good is not None:
            self.model.note(last.name, good=last.good)
        self._tell_trouble(" ".join(say_sentence(each) for each in shelf.unreadable))

    def _shelf_gone(self, folder: Path, error: Exception) -> None:
        if folder == self.where.path:
            self.model.show_sets(())
            self._tell_trouble(say_problem(error))

    def _tell_trouble(self, words: str) -> None:
        """What is wrong with the folder, told once; a former one's trouble goes with it, and other words stay."""
        is_new = bool(words) and words != self._trouble
        if is_new or self.verdict.text() in ("", self._trouble):
            self._tell(words, "warning" if words else "good")
        self._trouble = words
        self._guard()

    def _tell_standing(self) -> None:
        if self._desk.rest.is_elsewhere:
            words, kind = (
                self.tr("The hub runs elsewhere. Backups are made on its own computer: displayctl backup now"),
                "warning",
            )
        else:
            words, kind = last_words(load_last(self._desk.installation), self._desk.clock.now())
        self.standing.setText(words)
        set_role(self._standing_frame, f"banner-{kind}")

    def _tell(self, words: str, kind: str) -> None:
        self.verdict.setText(words)
        set_role(self.verdict, "" if kind == "good" else "error")
        self.verdict.setVisible(bool(words))

    def _guard(self) -> None:
        """Greyed are the buttons that could not do anything now, or that need an administrator."""
        myself, busy = self._desk.myself, self.work.under_way or self._desk.rest.is_elsewhere
        why = myself.hindrance(Role.ADMINISTRATOR)
        for each in (self.now_button, self.keys_button):
            each.setEnabled(not busy and not why and self.where.path is not None)
        self._tell_nothing()
        self.test_button.setEnabled(not busy and self.chosen is not None)
        self.restore_button.setEnabled(not busy and not why and self.chosen is not None)
        for chosen in (self.where, self.kept, self.daily):
            chosen.setEnabled(not busy and not why)
        self.restore_button.setToolTip(why)

    def _tell_nothing(self) -> None:
        """In place of a list without a line: what comes first."""
        self.table.setVisible(bool(self.model.sets))
        if self.model.sets or self._desk.rest.is_elsewhere or self.work.under_way or self._trouble:
            words = ""
        elif self.where.path is None:
            words = self.tr("Choose a folder for backups first; the buttons work once there is one.")
        else:
            words = self.tr("No backup is in this folder so far. Each that is made is listed here.")
        self.nothing.setText(words)

    # The plan

    def _show_plan(self) -> None:
        plan = load_plan(self._desk.installation)
        if plan.folder is not None:
            self.where.take(plan.folder)
        self.kept.setValue(plan.kept)
        self.daily.setChecked(plan.daily)

    def _plan_changed(self, *_: object) -> None:
        self._guard()
        self._settle.start()

    def _keep_plan(self) -> None:
        plan = BackupPlan(self.where.path, self.kept.value(), self.daily.isChecked())
        installation = self._desk.installation
        self._desk.tasks.run(
            lambda: keep_plan(installation, plan),
            lambda _: self.refresh(),
            lambda error: self._tell(say_problem(error), "warning"),
            owner=self,
            in_order=True,
        )

    # Making and testing

    def back_up(self, box: bytes = b"") -> None:
        """Make a backup now; `box` are sealed keys that go along."""
        folder, installation, clock, kept = (
            self.where.path,
            self._desk.installation,
            self._desk.clock,
            self.kept.value(),
        )
        if folder is None:
            return
        self._tell("", "good")

        def make(watch: Watch) -> Made:
            return back_up_now(installation, Path(folder), clock, kept=kept, box=box, watch=watch)

        self.work.begin(self.tr("Making a backup…"), make, self._made, self._failed)

    def back_up_with_keys(self) -> None:
        """Ask for a passphrase, and make a backup with the keys sealed."""
        window = SealWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.went.connect(self.back_up)
        window.open()

    def _made(self, made: Made) -> None:
        words = self.tr("The backup is made ({size}). Test it now, so that you can rely on it.")
        kind = "good"
        if made.spoilt:
            words = self.tr(
                "The backup is made ({size}), but media that are damaged in the hub are not in it: {count}."
            )
            kind = "warning"
        size = size_words(made.backup.manifest.size_bytes)
        lines = (words.format(size=size, count=len(made.spoilt)), say_sentence(made.unnoted))
        self._tell("\n".join(line for line in lines if line), "warning" if made.unnoted else kind)
        self.refresh()

    def test(self) -> None:
        """Test the chosen backup."""
        chosen = self.chosen
        if chosen is not None:
            self._tell("", "good")
            self.work.begin(self.tr("Testing the backup…"), partial(try_backup, chosen), self._tested, self._failed)

    def _tested(self, verdict: Verdict) -> None:
        installation, name = self._desk.installation, verdict.backup.name
        self._desk.tasks.run(
            lambda: note_test(installation, name, good=verdict.good),
            lambda _: self._tell_verdict(verdict),
            lambda error: self._tell_verdict(verdict, say_problem(error)),
            owner=self,
        )

    def _tell_verdict(self, verdict: Verdict, trouble: str = "") -> None:
        """What the test found, and why that could not be written down, where it could not."""
        self.model.note(verdict.backup.name, good=verdict.good)
        words, kind = verdict_words(verdict)
        lines = (words, *fault_words(verdict)[:6], trouble)
        self._tell("\n".join(line for line in lines if line), kind)
        self._tell_standing()

    def open_restore(self) -> None:
        """The window that brings the chosen backup back."""
        chosen = self.chosen
        if chosen is not None:
            window = RestoreWindow(self._desk, chosen, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.told.connect(self.told)
            window.open()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._tell(self.tr("Stopped; nothing was changed."), "good")
        else:
            self._tell(say_problem(error), "danger")
