"""The panel about several media at once: what is filled in here changes in all of them, the rest stays as it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from displayctl.api.media_choices import tidy_folder
from displayctl.api.models import MediumInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.media_edits import MediaEdits, MediumStep, step_of
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.validity import end_of, office_today
from displayctl.desktop.presenters.words import counted, size_words
from displayctl.desktop.widgets.choices import date_edit, to_date
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule, scrolled
from displayctl.desktop.widgets.tag_field import TagField

FITS = (None, "contain", "cover", "stretch")
MOST_TAGS = 32
_STAYS, _NEVER, _ON_DAY = range(3)


class MediaBulk(QFrame):
    """Signal: `delete_asked`."""

    delete_asked = Signal()

    def __init__(self, desk: Desk, edits: MediaEdits) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._edits = edits
        self._media: tuple[MediumInfo, ...] = ()
        self._heading = label("", "heading", wrap=True)
        self._sizes = label("", "soft")
        self._make_inputs(desk)
        self._apply = button(self.tr("Change all"), self.apply, "primary")
        self._delete = button(self.tr("Delete…"), self.delete_asked.emit, "danger", "trash")
        self._progress = label("", "caption", wrap=True)
        self._stop = button(self.tr("Stop"), edits.stop, "quiet")
        inner = QWidget()
        inner.setLayout(self._form())
        foot = column(rule(), row(self._progress, self._stop), row(self._apply, None, self._delete), spacing=SPACE_S)
        foot.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        layout = column(scrolled(inner), foot, spacing=0)
        layout.setStretch(0, 1)
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)
        edits.progressed.connect(self._show_progress)
        self._show_progress(0, 0)
        self._check()

    def _make_inputs(self, desk: Desk) -> None:
        self.add_tags = TagField(self.tr("health, tax, …"))
        self.drop_tags = TagField(self.tr("health, tax, …"))
        self.folder = QComboBox()
        self.folder.setEditable(True)
        self.folder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.expiry = QComboBox()
        for words in (self.tr("Stays as it is"), self.tr("Never"), self.tr("After this day:")):
            self.expiry.addItem(words)
        self.day = date_edit(office_today(desk.clock))
        self.day.setAccessibleName(self.tr("Last day"))
        self.day.setEnabled(False)
        self.fit = QComboBox()
        for words in (
            self.tr("Stays as it is"),
            self.tr("Show all of it"),
            self.tr("Fill the wall, cut the edges"),
            self.tr("Stretch"),
        ):
            self.fit.addItem(words)
        self.sound = QComboBox()
        for words in (self.tr("Stays as it is"), self.tr("With sound"), self.tr("Without sound")):
            self.sound.addItem(words)
        self.expiry.currentIndexChanged.connect(lambda index: self.day.setEnabled(index == _ON_DAY))
        for changed in (
            self.add_tags.textChanged,
            self.drop_tags.textChanged,
            self.folder.editTextChanged,
            self.expiry.currentIndexChanged,
            self.fit.currentIndexChanged,
            self.sound.currentIndexChanged,
        ):
            changed.connect(self._check)

    def _form(self) -> QVBoxLayout:
        layout = column(
            self._heading,
            self._sizes,
            label(self.tr("What you fill in changes in all of them. One undo takes it back."), "caption", wrap=True),
            field(self.tr("Add tags"), self.add_tags),
            field(self.tr("Take tags away"), self.drop_tags),
            field(self.tr("Move into the folder"), self.folder),
            field(self.tr("Expires"), self.expiry),
            self.day,
            field(self.tr("On walls of another shape"), self.fit),
            field(self.tr("Sound"), self.sound),
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L - 4, SPACE_L, SPACE_L - 4, SPACE_S)
        return layout

    @property
    def media(self) -> tuple[MediumInfo, ...]:
        return self._media

    @property
    def said(self) -> str:
        """How far a change is, or why there was none."""
        return self._progress.text()

    @property
    def deeds(self) -> tuple[QPushButton, ...]:
        """What can be done with all of them beside changing their facts."""
        return (self._delete,)

    def show_media(self, media: tuple[MediumInfo, ...], tags: tuple[str, ...], folders: tuple[str, ...]) -> None:
        """Be about these from now on; what is filled in stays while they are the same ones."""
        same = [medium.id for medium in media] == [medium.id for medium in self._media]
        self._media = media
        self._heading.setText(self.tr("{count} chosen").format(count=len(media)))
        size = sum(medium.size_bytes for medium in media)
        self._sizes.setText(size_words(size) if size else "")
        self._sizes.setVisible(bool(size))  # announcements have no file
        self.add_tags.offer(tags)
        self.drop_tags.offer(tuple(dict.fromkeys(tag for medium in media for tag in medium.tags)))
        if not same:
            self._offer_folders(folders)
            self._empty()
        self._check()

    def _offer_folders(self, folders: tuple[str, ...]) -> None:
        self.folder.clear()
        self.folder.addItems(list(folders))
        completer = self.folder.completer()
        if isinstance(completer, QCompleter):
            completer.setFilterMode(Qt.MatchFlag.MatchContains)

    def _empty(self) -> None:
        for line in (self.add_tags, self.drop_tags):
            line.clear()
        self.folder.setEditText("")
        line_edit = self.folder.lineEdit()
        if isinstance(line_edit, QLineEdit):
            line_edit.setPlaceholderText(self.tr("Stays where it is"))
        for box in (self.expiry, self.fit, self.sound):
            box.setCurrentIndex(0)

    def steps(self) -> tuple[MediumStep, ...]:
        """What the form changes, medium by medium. Raises ValueError for a folder out of bounds, or too many tags."""
        folder = tidy_folder(self.folder.currentText())
        made = (self._step(medium, folder) for medium in self._media)
        return tuple(step for step in made if step is not None)

    def _step(self, medium: MediumInfo, folder: str) -> MediumStep | None:
        after: dict[str, Any] = {}
        gone = set(self.drop_tags.tags)
        tags = tuple(tag for tag in dict.fromkeys((*medium.tags, *self.add_tags.tags)) if tag not in gone)
        if len(tags) > MOST_TAGS:
            words = self.tr("“{title}” would have {count} tags; {most} are the most.")
            raise ValueError(words.format(title=medium.title, count=len(tags), most=MOST_TAGS))
        if tags != medium.tags:
            after["tags"] = tags
        if folder:
            after["folder"] = folder
        if self.expiry.currentIndex() != _STAYS:
            after["expires_at"] = self._expiry()
        fit = FITS[self.fit.currentIndex()]
        if fit is not None:
            after["fit"] = fit
        if self.sound.currentIndex() and medium.has_sound:
            after["muted"] = self.sound.currentIndex() == 2
        return step_of(medium, **after)

    def _expiry(self) -> datetime | None:
        return None if self.expiry.currentIndex() == _NEVER else end_of(to_date(self.day.date()))

    def apply(self) -> None:
        """Change all of them."""
        try:
            steps = self.steps()
        except ValueError as error:
            self._say(say_problem(error))
            return
        if not steps:
            self._say(self.tr("All of them are like that already; nothing was changed."))
            return
        self.add_tags.setFocus()  # the button is greyed, and the keyboard would go on to another part of the window
        words = counted(self.tr("Change of {count} medium"), self.tr("Change of {count} media"), len(steps))
        self._edits.change(steps, words)
        self._empty()

    def _say(self, words: str) -> None:
        self._progress.setText(words)
        self._progress.show()

    def _check(self) -> None:
        filled = (
            self.add_tags.tags
            or self.drop_tags.tags
            or self.folder.currentText().strip()
            or self.expiry.currentIndex()
            or self.fit.currentIndex()
            or self.sound.currentIndex()
        )
        self._apply.setEnabled(bool(filled) and not self._busy)

    _busy = False

    def _show_progress(self, done: int, total: int) -> None:
        self._busy = total > 0
        self._progress.setText(self.tr("{done} of {total} …").format(done=done, total=total) if total else "")
        self._progress.setVisible(total > 0)
        self._stop.setVisible(total > 0)
        self._delete.setEnabled(total == 0)
        self._check()
