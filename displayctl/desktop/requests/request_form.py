"""The form of a request that came by letter or chat: who asks, what for, when and where, and files that came too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from displayctl.api.errors import Conflict
from displayctl.api.request_settings import RequestSettings
from displayctl.api.requests import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_FILES,
    Request,
    RequestChange,
    RequestDraft,
    Wish,
)
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.request_words import step_words
from displayctl.desktop.presenters.words import clock_mark, clock_words
from displayctl.desktop.requests.request_memory import RequestMemory
from displayctl.desktop.requests.sending import Sending
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.choices import OptionalDate, TickList, WeekdayPicker, number_edit
from displayctl.desktop.widgets.elided_label import ElidedLabel
from displayctl.desktop.widgets.inputs import Inputs
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, clear, column, field, frame, icon_button, label, row, scrolled

WIDTH_PX, HEIGHT_PX, AREA_PX, TEXT_PX, MOST_TIMES, HOUR_PX = 680, 640, 240, 84, 1440, 90
KINDS = "*.jpg *.jpeg *.png *.webp *.gif *.heic *.avif *.pdf *.mp4 *.mov *.mkv *.webm"


class RequestForm(AskWindow):
    """Signal: `went` with the request. Without `request` a new one is made."""

    def __init__(
        self, desk: Desk, settings: RequestSettings, request: Request | None = None, parent: QWidget | None = None
    ) -> None:
        title = self.tr("New request") if request is None else self.tr("Change {number}").format(number=request.id)
        super().__init__(desk.tasks, title, parent)
        self._desk, self._request = desk, request
        self.resize(WIDTH_PX, HEIGHT_PX)
        self.files: tuple[Path, ...] = ()
        self._sending = Sending(desk.hub.client)
        self._make_inputs(settings)
        if request is not None:
            self._show(request.draft)
        self.memory = RequestMemory(
            desk, self._inputs(), request.id if request is not None else "", self.title.text, self
        )
        self.went.connect(self.memory.sent)
        self.finished.connect(self.memory.rest)
        inner = QWidget()
        inner.setLayout(self._form())
        words = self.tr("What came by letter or chat, typed in for the agency.")
        area = scrolled(inner)
        area.setMinimumHeight(AREA_PX)
        action = self.tr("Add the request") if request is None else self.tr("Save")
        self.ask(words, (area,), action, self._work_now, self._is_ready)
        self.title.textChanged.connect(self.check)
        self.text.textChanged.connect(self.check)
        self.title.setFocus()

    def _make_inputs(self, settings: RequestSettings) -> None:
        today = self._desk.clock.now().astimezone(office_zone()).date()
        self.agency = NameChoice()
        for agency in sorted(settings.agencies, key=lambda each: each.name.casefold()):
            self.agency.addItem(agency.name, agency.id)
        self.title, self.letter, self.contact = _line(LONGEST_TITLE), _line(120), _line(120)
        self.phone, self.note = _line(40), _line(500)
        self.letter_date = OptionalDate(self.tr("Date of the letter"), today)
        self.text = BoundedText(LONGEST_TEXT)
        self.text.setFixedHeight(TEXT_PX)
        self.first = OptionalDate(self.tr("First day"), today)
        self.last = OptionalDate(self.tr("Last day"), today)
        self.weekdays = WeekdayPicker()
        self.starts, self.ends = _hour_line(), _hour_line()
        self.times = number_edit(0, MOST_TIMES)
        self.times.setSpecialValueText(self.tr("as it fits"))
        self.walls = TickList()
        self.walls.offer((kept.id, kept.value.name) for kept in self._desk.catalogue.displays)
        self._files: QVBoxLayout = column(spacing=0)

    def _inputs(self) -> Inputs:
        agency = self.agency
        lines = (self.title, self.letter, self.contact, self.phone, self.note, self.starts, self.ends)
        return Inputs(
            (
                (agency.currentData, lambda key: agency.setCurrentIndex(max(0, agency.findData(key)))),
                *((line.text, line.setText) for line in lines),
                (self.text.toPlainText, self.text.setPlainText),
                (lambda: self.letter_date.value, self.letter_date.show_value),
                (lambda: self.first.value, self.first.show_value),
                (lambda: self.last.value, self.last.show_value),
                (lambda: self.weekdays.days, self.weekdays.show_days),
                (self.times.value, self.times.setValue),
                (lambda: self.walls.ticked, self.walls.tick),
            )
        )

    def _kept_line(self) -> QWidget:
        """That what was typed the last time is here again, and the way to an empty form."""
        words = self.tr("What you typed the last time and did not send is here again.")
        again = button(self.tr("Start over"), self._start_over, "quiet")
        again.setAutoDefault(False)
        line = row(label(words, "", wrap=True), again, spacing=SPACE_M, margins=SPACE_S)
        line.setStretch(0, 1)
        self._kept = frame("banner-warning", line)
        if self.memory.former is None:
            self._kept.hide()
        return self._kept

    def _start_over(self) -> None:
        self.memory.start_over()
        self._kept.hide()

    def _form(self) -> QVBoxLayout:
        hours = row(field(self.tr("From"), self.starts), field(self.tr("To"), self.ends), spacing=SPACE_M)
        hours.addLayout(field(self.tr("Times a day"), self.times))
        hours.addStretch(1)
        attach = button(self.tr("Attach files…"), self.choose_files, "", "plus")
        attach.setAutoDefault(False)
        self._attach = QWidget()
        self._attach.setLayout(column(label(self.tr("Files"), "field"), self._files, row(attach, None), spacing=3))
        self._attach.setVisible(self._request is None)
        who = row(field(self.tr("Contact"), self.contact), field(self.tr("Telephone"), self.phone), spacing=SPACE_M)
        made = column(
            self._kept_line(),
            field(self.tr("Agency"), self.agency),
            field(self.tr("Title"), self.title),
            row(field(self.tr("Letter number"), self.letter), column(None, self.letter_date), spacing=SPACE_M),
            who,
            field(self.tr("Words wanted"), self.text),
            row(self.first, self.last, None, spacing=SPACE_M),
            field(self.tr("Days of the week; none means every day"), self.weekdays),
            hours,
            field(self.tr("Walls; none means that the office chooses"), self.walls),
            field(self.tr("Note"), self.note),
            self._attach,
            None,
            spacing=SPACE_M,
        )
        made.setContentsMargins(0, 0, SPACE_M, 0)
        return made

    def _show(self, draft: RequestDraft) -> None:
        wish = draft.wish
        if self.agency.findData(draft.agency) < 0:
            self.agency.addItem(draft.agency, draft.agency)
        self.agency.setCurrentIndex(self.agency.findData(draft.agency))
        for edit, words in (
            (self.title, draft.title),
            (self.letter, draft.letter_number),
            (self.contact, draft.contact),
            (self.phone, draft.phone),
            (self.note, wish.note),
            (self.starts, wish.starts.replace(":", clock_mark())),
            (self.ends, wish.ends.replace(":", clock_mark())),
        ):
            edit.setText(words)
        self.text.setPlainText(draft.text)
        self.letter_date.show_value(draft.letter_date)
        self.first.show_value(wish.first)
        self.last.show_value(wish.last)
        self.weekdays.show_days(wish.weekdays)
        self.times.setValue(wish.times_a_day or 0)
        self.walls.tick(wish.walls)

    # Files

    def choose_files(self) -> None:
        """Ask which files came with it."""
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Pictures, PDF, clips ({patterns})").format(patterns=KINDS))
        dialog.filesSelected.connect(lambda names: self.add_files(tuple(map(Path, names))))
        dialog.open()

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Send these along."""
        wanted = tuple(dict.fromkeys((*self.files, *paths)))
        self.files, over = wanted[:MOST_FILES], len(wanted) - MOST_FILES
        words = self.tr("At most {most} files go with a request; the last ones were left out: {count}.")
        self._error.setText(words.format(most=MOST_FILES, count=over) if over > 0 else "")
        self._list_files()

    def _drop(self, path: Path) -> None:
        self.files = tuple(kept for kept in self.files if kept != path)
        self._list_files()

    def _list_files(self) -> None:
        clear(self._files)
        for path in self.files:
            words = self.tr("Do not send {name}").format(name=path.name)
            cross = icon_button("close", words, partial(self._drop, path))
            line = row(ElidedLabel(path.name), cross)
            line.setStretch(0, 1)
            self._files.addLayout(line)

    # Reading

    def draft(self) -> RequestDraft:
        """What the form says. Raises ValueError, as for days in the wrong order."""
        wish = Wish(
            first=self.first.value,
            last=self.last.value,
            weekdays=self.weekdays.days,
            starts=_hour(self.starts.text()),
            ends=_hour(self.ends.text()),
            times_a_day=self.times.value() or None,
            walls=self.walls.ticked,
            note=self.note.text(),
        )
        return RequestDraft(
            agency=str(self.agency.currentData()),
            title=self.title.text(),
            contact=self.contact.text(),
            phone=self.phone.text(),
            letter_number=self.letter.text(),
            letter_date=self.letter_date.value,
            text=self.text.toPlainText(),
            wish=wish,
        )

    def _is_ready(self) -> bool:
        short = len(self.text.toPlainText()) <= LONGEST_TEXT
        return bool(self.title.text().strip()) and self.agency.count() > 0 and short

    def go(self) -> None:
        """Do the work, where the form says what can be asked for."""
        first, last = self.first.value, self.last.value
        hours = all(_is_hour(edit.text()) for edit in (self.starts, self.ends))
        if first is not None and last is not None and last < first:
            self._error.setText(self.tr("The last day is before the first one."))
        elif not hours:
            self._error.setText(self.tr("Hours are written as 08:00."))
        else:
            super().go()

    def _work_now(self) -> Callable[[], Request]:
        client, draft, files, request = self._desk.hub.client, self.draft(), self.files, self._request
        if request is not None:
            change = RequestChange(version=request.version, draft=draft)
            return lambda: client.requests.change(request.id, change)

        return lambda: self._sending.send(draft, files)

    def _refused(self, error: Exception) -> None:
        super()._refused(error)
        made, request = self._sending.made, self._request
        if request is not None and isinstance(error, Conflict):
            client = self._desk.hub.client
            self._desk.tasks.run(
                lambda: client.requests.one(request.id),
                self._take_newer,
                lambda failure: self._error.setText(say_problem(failure)),
                owner=self,
            )
        if made is not None:
            words = self.tr(
                "The request is kept as {number}, but without all of its files. Try again, or leave them out."
            )
            self._error.setText(f"{self._error.text()} {words.format(number=made.id)}")

    def _take_newer(self, request: Request) -> None:
        """What was typed stays, and is saved to what the request is by now."""
        self._request = request
        self.memory.stand_on(lambda: self._show(request.draft))
        words = self.tr("It was changed meanwhile ({what}). What you typed stays; look, then save it again.")
        self._error.setText(words.format(what=step_words(request.steps[-1], office_zone())))

    def reject(self) -> None:
        """Whoever leaves it after a file was refused has made the request all the same."""
        made = self._sending.made
        if made is not None and not self._working:
            self.went.emit(made)
        super().reject()


def _line(longest: int) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(longest)
    return made


def _hour_line() -> QLineEdit:
    made = _line(5)
    made.setPlaceholderText(clock_words(time(8)))
    made.setFixedWidth(HOUR_PX)
    return made


def _hour(text: str) -> str:
    """``8.30`` as ``08:30``; as it is where it is no hour."""
    hours, mark, minutes = text.strip().replace(".", ":").partition(":")
    return f"{hours:>02}:{minutes:>02}" if mark else text.strip()


def _is_hour(text: str) -> bool:
    try:
        Wish(starts=_hour(text))
    except ValueError:
        return False
    return True
