"""What the office decides about requests: its agencies, its rules of contents, its answers, and the web page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLayout, QPlainTextEdit, QWidget

from displayctl.api.accounts import Role
from displayctl.api.errors import Conflict
from displayctl.api.request_settings import Agency, ContentRule, RequestSettings
from displayctl.api.request_states import ANSWERED, RequestState
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.people_words import tidy_user_name
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.request_words import state_name
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.inputs import Inputs, merged
from displayctl.desktop.widgets.pieces import button, column, label, row, rule
from displayctl.desktop.widgets.remark import Remark
from displayctl.desktop.widgets.sections import Sections

WIDTH_PX, HEIGHT_PX, MOST_LETTERS, LONGEST_TOLD = 680, 540, 100_000, 60
AGENCIES_AT, RULES_AT = 1, 2
GAPS = (
    "{nama} {instansi} {nomor} {judul} {surat} {tanggal_surat} {tanggal} {layar} {jadwal} {jumlah} {durasi} {alasan} "
    "{kantor}"
)
PAGE_PATH = "/permohonan"
Named = TypeVar("Named", Agency, ContentRule)
Values = tuple[bool, str, str, dict[RequestState, str]]


class UnreadableLine(ValueError):
    """Line `number` of `edit`, counted from 1, says nothing that can be kept, or has the short name of another."""

    def __init__(self, edit: QPlainTextEdit, number: int, line: str) -> None:
        super().__init__(line)
        self.edit, self.number, self.line = edit, number, line


class RequestSettingsWindow(QDialog):
    """Signal: `saved` with the settings as they are then."""

    saved = Signal(object)

    def __init__(self, desk: Desk, settings: RequestSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._settings = desk, settings
        self.setWindowTitle(self.tr("Settings of requests"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._answers = dict(settings.answers)
        self._at = ANSWERED[0]
        self._make_inputs()
        self._build()

    def _make_inputs(self) -> None:
        page, agencies, rules, _ = _values(self._settings)
        self.page = QCheckBox(self.tr("Agencies may ask over the web page of this hub"))
        self.page.setChecked(page)
        self.agencies = _lines(self.tr("Agencies"), agencies)
        self.rules = _lines(self.tr("Rules of contents"), rules)
        self.outcome = QComboBox()
        for state in ANSWERED:
            self.outcome.addItem(state_name(state), state)
        self.outcome.setAccessibleName(self.tr("Answer for"))
        self.answer = _lines(self.tr("Answer"), self._answers.get(self._at, ""))
        self.answer.setPlaceholderText(self.tr("Empty: the hub's own text"))
        self.outcome.currentIndexChanged.connect(self._turn)
        self._inputs = Inputs(
            (
                (self.page.isChecked, self.page.setChecked),
                (self.agencies.toPlainText, self.agencies.setPlainText),
                (self.rules.toPlainText, self.rules.setPlainText),
                (self._read_answers, self._show_answers),
            )
        )
        self._shown = self._inputs.read()

    def _build(self) -> None:
        url = f"{self._desk.hub.client.url}{PAGE_PATH}"
        where = label(self.tr("It is at {url}").format(url=url), "caption", wrap=True, selectable=True)
        accounts = self.tr(
            "People of an agency sign in with accounts that hold the role “agency” for its short name. "
            "Make them under Accounts. From other computers the page is reached over https alone."
        )
        general = column(self.page, where, label(accounts, "soft", wrap=True), None, spacing=SPACE_M)
        agencies = column(
            label(self.tr("One a line, the short name first: dinkes: Dinas Kesehatan"), "soft", wrap=True),
            self.agencies,
            spacing=SPACE_S,
        )
        rules = column(
            label(
                self.tr("One a line; behind a bar in English: logo: Logo benar | The logo is right"), "soft", wrap=True
            ),
            self.rules,
            spacing=SPACE_S,
        )
        gaps = label(self.tr("What is filled in: {gaps}").format(gaps=GAPS), "caption", wrap=True, selectable=True)
        answers = column(row(self.outcome, None), self.answer, gaps, spacing=SPACE_S)
        for lines in (agencies, rules, answers):
            lines.setStretch(1, 1)
        self.places = Sections(
            (
                (_held(general), self.tr("Web page")),
                (_held(agencies), self.tr("Agencies")),
                (_held(rules), self.tr("Rules")),
                (_held(answers), self.tr("Answers")),
            )
        )
        self._error = Remark()
        self.save_button = button(self.tr("Save"), self.save, "primary", "save")
        self.save_button.setDefault(True)
        self._desk.myself.guarded(self.save_button, Role.EDITOR, Role.ADMINISTRATOR)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        foot = row(None, cancel, self.save_button, spacing=SPACE_S)
        layout = column(row(self.places.bar, None), self.places, self._error, rule(), foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    def _turn(self) -> None:
        """Keep what was typed for one state, and show what there is for another."""
        self._keep()
        self._at = self.outcome.currentData()
        self.answer.setPlainText(self._answers.get(self._at, ""))

    def _keep(self) -> None:
        words = self.answer.toPlainText().strip()
        self._answers.pop(self._at, None)
        if words:
            self._answers[self._at] = words

    def _read_answers(self) -> dict[RequestState, str]:
        self._keep()
        return dict(self._answers)

    def _show_answers(self, answers: Mapping[RequestState, str]) -> None:
        self._answers = dict(answers)
        self.answer.setPlainText(self._answers.get(self._at, ""))

    @property
    def error(self) -> str:
        """Why it was not saved."""
        return self._error.text()

    def settings(self) -> RequestSettings:
        """What the window says. Raises UnreadableLine, ValueError for what is too much."""
        return RequestSettings(
            version=self._settings.version,
            page=self.page.isChecked(),
            agencies=_read_lines(self.agencies, lambda key, words: Agency(id=key, name=words)),
            rules=_read_lines(self.rules, _rule),
            answers=self._read_answers(),
        )

    def save(self) -> None:
        """Have the hub keep it."""
        client = self._desk.hub.client
        try:
            settings = self.settings()
        except UnreadableLine as error:
            self._point_at(error)
            return
        except ValueError:
            self._error.setText(self.tr("There are more lines, or a longer answer, than the hub keeps. Shorten them."))
            return
        self.save_button.setEnabled(False)
        self._desk.tasks.run(lambda: client.requests.put_settings(settings), self._stored, self._refused, owner=self)

    def _point_at(self, error: UnreadableLine) -> None:
        self.places.bring(AGENCIES_AT if error.edit is self.agencies else RULES_AT)
        words = self.tr(
            "Line {number}, “{line}”, cannot be read: give it words, and a short name of its own before the colon, in "
            "small letters and digits."
        )
        self._error.setText(words.format(number=error.number, line=_short(error.line)))
        cursor = QTextCursor(error.edit.document().findBlockByNumber(error.number - 1))
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        error.edit.setTextCursor(cursor)
        error.edit.setFocus()

    def _stored(self, settings: RequestSettings) -> None:
        self.saved.emit(settings)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._error.setText(say_problem(error))
        if isinstance(error, Conflict):
            client = self._desk.hub.client
            self._desk.tasks.run(
                client.requests.settings,
                self._take_newer,
                lambda failure: self._error.setText(say_problem(failure)),
                owner=self,
            )

    def _take_newer(self, settings: RequestSettings) -> None:
        """What was changed here stays, line by line; the rest is as another desk has left it."""
        typed, shown = self._inputs.read(), self._shown
        self._settings = settings
        self._inputs.fill(_values(settings))
        self._shown = self._inputs.read()
        self._inputs.fill(_merged_values(shown, typed, self._shown))
        self._error.setText(
            self.tr("Another desk has changed the settings meanwhile. What you typed stays; look, then save again.")
        )


def _held(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made


def _values(settings: RequestSettings) -> Values:
    """What the fields say of these settings, in their order."""
    agencies = (f"{each.id}: {each.name}" for each in settings.agencies)
    rules = (" | ".join(filter(None, (f"{each.id}: {each.words}", each.english))) for each in settings.rules)
    return settings.page, "\n".join(agencies), "\n".join(rules), dict(settings.answers)


def _merged_values(shown: Values, typed: Values, theirs: Values) -> Values:
    (page_shown, *lines_shown, answers_shown), (page, *lines, answers) = shown, typed
    both = zip(lines_shown, lines, theirs[1:3], strict=True)
    agencies, rules = ("\n".join(merged(*map(_named_lines, texts)).values()) for texts in both)
    page = theirs[0] if page == page_shown else page
    return page, agencies, rules, merged(answers_shown, answers, theirs[3])


def _named_lines(text: str) -> dict[tuple[str, int], str]:
    """Lines by their short names; of two of the same name both stay, to be told from each other by who typed them."""
    found: dict[tuple[str, int], str] = {}
    for line in filter(str.strip, text.splitlines()):
        name, number = line.partition(":")[0].strip(), 0
        while (name, number) in found:
            number += 1
        found[name, number] = line
    return found


def _lines(name: str, text: str) -> BoundedText:
    made = BoundedText(MOST_LETTERS, text)
    made.setAccessibleName(name)
    return made


def _read_lines(edit: QPlainTextEdit, make: Callable[[str, str], Named]) -> tuple[Named, ...]:
    """Each line as what it makes of its short name and words; a line without a short name gets one from its words."""
    found: dict[str, Named] = {}
    for number, line in enumerate(edit.toPlainText().split("\n"), 1):
        if not line.strip():
            continue
        before, mark, after = line.partition(":")
        key, words = (before.strip(), after.strip()) if mark else (_key_for(line), line.strip())
        try:
            made = make(key, words)
        except ValueError as error:
            raise UnreadableLine(edit, number, line.strip()) from error
        if key in found:
            raise UnreadableLine(edit, number, line.strip())
        found[key] = made
    return tuple(found.values())


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_TOLD else f"{line[: LONGEST_TOLD - 1]}…"


def _key_for(words: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", tidy_user_name(words.partition("|")[0]))[:32].strip("-")


def _rule(key: str, words: str) -> ContentRule:
    indonesian, _, english = words.partition("|")
    return ContentRule(id=key, words=indonesian.strip(), english=english.strip())
