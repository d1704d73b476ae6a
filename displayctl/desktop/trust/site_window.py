"""The site checklist of a wall: each item with an answer, a note and a photo; commissioned once all are done."""

from __future__ import annotations

import base64
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QFrame, QLineEdit, QPushButton, QWidget

from displayctl.api.accounts import Role
from displayctl.api.site import LONGEST_NOTE, SiteCheck, SiteCheckChange, SiteChecklist
from displayctl.api.site_items import LARGEST_PHOTO_BYTES, SiteAnswer, SiteItem
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.office_time import office_day
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.site_words import answer_name, check_words, checklist_words, item_words
from displayctl.desktop.presenters.words import date_short
from displayctl.desktop.widgets.elided_label import ElidedLabel
from displayctl.desktop.widgets.pieces import Scaled, button, column, frame, label, row, rule, scrolled, set_role
from displayctl.desktop.widgets.remark import Remark
from schedules.display import Display

PHOTO = QSize(128, 72)


class SiteWindow(QDialog):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, kept: Kept[Display], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kept = desk, kept
        self.checklist: SiteChecklist | None = None
        self.setWindowTitle(self.tr("Site checklist of {wall}").format(wall=kept.value.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(820, 680)
        hindrance = desk.myself.hindrance(Role.TECHNICIAN, group=kept.value.groups[0])
        self.lines = {item: SiteLine(item, hindrance) for item in SiteItem}
        self._state = label("", "chip")
        self._error = Remark()
        for line in self.lines.values():
            line.answered.connect(self._send)
        self._build()
        self._read()

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(column(*self.lines.values(), None, spacing=SPACE_S))
        words = self.tr(
            "Signatures cannot help where somebody reaches the wall by another way. Look at each, and take a photo."
        )
        close = button(self.tr("Close"), self.accept, "primary")
        close.setAutoDefault(False)
        layout = column(
            row(ElidedLabel(self._kept.value.name, "heading"), None, self._state),
            label(words, "soft", wrap=True),
            scrolled(inner),
            self._error,
            rule(),
            row(None, close),
            spacing=SPACE_M,
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    @property
    def error(self) -> str:
        """Why an answer was not kept."""
        return self._error.text()

    def _read(self) -> None:
        client, wall = self._desk.hub.client, self._kept.id
        self._desk.tasks.run(lambda: client.sites.checklist(wall), self._show, self._failed, owner=self)

    def _show(self, checklist: SiteChecklist) -> None:
        before = self.checklist
        self.checklist = checklist
        self._error.setText("")
        self._state.setText(checklist_words(checklist))
        set_role(self._state, "chip-good" if checklist.commissioned_at else "chip-warning")
        for check in checklist.checks:
            line = self.lines[check.item]
            line.tell(check)
            if check.has_photo and not line.has_picture:
                self._fetch_photo(check.item)
        if before is not None and before.commissioned_at is None and checklist.commissioned_at is not None:
            self.told.emit(self.tr("{wall} is commissioned.").format(wall=self._kept.value.name), "good")

    def _fetch_photo(self, item: SiteItem) -> None:
        client, wall, line = self._desk.hub.client, self._kept.id, self.lines[item]
        self._desk.tasks.run(lambda: client.sites.photo(wall, item), line.show_photo, self._failed, owner=self)

    def _send(self, item: SiteItem, answer: SiteAnswer, note: str, photo: Path | None) -> None:
        client, wall = self._desk.hub.client, self._kept.id

        def send() -> SiteChecklist:
            data = b"" if photo is None else _small_file(photo)
            change = SiteCheckChange(answer=answer, note=note, photo=base64.b64encode(data).decode())
            return client.sites.check(wall, item, change)

        self._desk.tasks.run(send, self._show, self._failed, owner=self, in_order=True)

    def _failed(self, error: Exception) -> None:
        self._error.setText(say_problem(error))
        if self.checklist is not None:
            for check in self.checklist.checks:
                self.lines[check.item].tell(check)


class SiteLine(QFrame):
    """One item. Signal: `answered` the item, an answer, the note, and a new photo's file or None."""

    answered = Signal(object, object, str, object)

    def __init__(self, item: SiteItem, hindrance: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._item = item
        self._check = SiteCheck(item=item)
        self.has_picture = False
        should, where = item_words(item)
        self._chip, self._who = label("", "chip"), label("", "caption")
        self._photo = Scaled(PHOTO)
        self._photo.setFixedSize(PHOTO)
        self._photo.hide()
        self._answers = QButtonGroup(self)
        buttons = [self._answer_button(answer) for answer in SiteAnswer]
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.editingFinished.connect(self._note_done)
        self._choose = button(self.tr("Photo…"), self.choose_photo, "", "camera")
        self._choose.setAutoDefault(False)
        for each in (*buttons, self.note, self._choose):
            grey(each, hindrance)
        head = row(label(should, "strong", wrap=True), self._chip, spacing=SPACE_M)
        head.setStretch(0, 1)
        head.setAlignment(self._chip, Qt.AlignmentFlag.AlignTop)
        words = column(
            head,
            label(where, "caption", wrap=True),
            row(frame("segments", row(*buttons, spacing=2, margins=2)), self.note, self._choose, spacing=SPACE_S),
            self._who,
            spacing=SPACE_S - 2,
        )
        layout = row(spacing=SPACE_M)
        layout.addLayout(words, 1)
        layout.addWidget(self._photo)
        layout.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self.setLayout(layout)

    def _answer_button(self, answer: SiteAnswer) -> QPushButton:
        made = button(answer_name(answer), partial(self.answer, answer), "segment")
        made.setCheckable(True)
        made.setMinimumWidth(made.sizeHint().width() + SPACE_M)  # it becomes bold when it is chosen
        self._answers.addButton(made, list(SiteAnswer).index(answer))
        return made

    def tell(self, check: SiteCheck) -> None:
        """Show what is kept about the item."""
        self._check = check
        word, role = check_words(check)
        self._chip.setText(word)
        set_role(self._chip, role)
        if check.answer is None:
            self._answers.setExclusive(False)
            for each in self._answers.buttons():
                each.setChecked(False)
            self._answers.setExclusive(True)
        else:
            self._answers.button(list(SiteAnswer).index(check.answer)).setChecked(True)
        if not self.note.hasFocus():
            self.note.setText(check.note)
            self.note.setCursorPosition(0)  # a long note is read from its beginning
        when = "" if check.at is None else f"{check.by} · {date_short(office_day(check.at))}"
        self._who.setText(when)
        self._who.setVisible(bool(when))

    def answer(self, answer: SiteAnswer, photo: Path | None = None) -> None:
        """Keep an answer, with what stands in the note."""
        if photo is not None:
            self.has_picture = False
        self.answered.emit(self._item, answer, self.note.text().strip(), photo)

    def _note_done(self) -> None:
        if self._check.answer is not None and self.note.text().strip() != self._check.note:
            self.answer(self._check.answer)

    def choose_photo(self) -> None:
        """Open the chooser; a photo says that it is guarded, unless something else was answered."""
        dialog = QFileDialog(self, self.tr("Photo"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures (*.jpg *.jpeg *.png *.heic *.webp)"))
        dialog.fileSelected.connect(lambda chosen: self.answer(self._check.answer or SiteAnswer.YES, Path(chosen)))
        dialog.open()

    def show_photo(self, jpeg: bytes) -> None:
        """Show the photo that is kept."""
        picture = QPixmap()
        picture.loadFromData(jpeg)
        self.has_picture = True
        self._photo.show_picture(picture)
        self._photo.show()


def _small_file(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST_PHOTO_BYTES + 1)
    if len(data) > LARGEST_PHOTO_BYTES:
        raise OSError(f"{path.name} is larger than 15 MiB; choose a smaller file")
    return data
