"""The office's rules of contents for one request: each is answered with yes, no or does not apply, with a note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QPushButton, QWidget

from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import CheckAnswer
from displayctl.api.requests import Check, Request
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.request_words import answer_name, rule_words
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row

LONGEST_NOTE = 500
ANSWERS = (CheckAnswer.YES, CheckAnswer.NO, CheckAnswer.NA)


class Checklist(QWidget):
    """Signal: `saved` with the checks that are answered otherwise than before."""

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._request_id = ""
        self._before: dict[str, Check] = {}
        self.rows: dict[str, RuleRow] = {}
        self._rules: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.all_button = button(self.tr("All the rest is right"), self.keep_all, "quiet", "check")
        self.save_button = button(self.tr("Save checklist"), self.save, "", "save")
        self.setLayout(column(self._grid, row(None, self.all_button, self.save_button), spacing=SPACE_S))

    def show_request(self, request: Request, settings: RequestSettings) -> None:
        """Show how `request` keeps the rules; what was answered here and not saved stays."""
        typed = self.changes if request.id == self._request_id else ()
        self._request_id = request.id
        self._before = {check.rule: check for check in request.checks}
        rules = tuple((check.rule, rule_words(settings, check.rule)) for check in request.checks)
        if rules != self._rules:
            self._build(rules)
        for check in request.checks:
            self.rows[check.rule].show_check(check)
        for check in typed:
            if check.rule in self.rows:
                self.rows[check.rule].show_check(check)
        self._look()

    def _build(self, rules: tuple[tuple[str, str], ...]) -> None:
        clear(self._grid)
        self.rows, self._rules = {}, rules
        for number, (rule, words) in enumerate(rules):
            made = self.rows[rule] = RuleRow(words)
            made.changed.connect(self._look)
            self._grid.addWidget(label(words, wrap=True), 2 * number, 0, 1, 2)
            self._grid.addWidget(made.answers, 2 * number + 1, 0)
            self._grid.addWidget(made.note, 2 * number + 1, 1)

    @property
    def changes(self) -> tuple[Check, ...]:
        """What is answered otherwise than before."""
        found = []
        for rule, each in self.rows.items():
            before = self._before.get(rule, Check(rule=rule))
            if (each.answer, each.note_words) != (before.answer, before.note):
                found.append(Check(rule=rule, answer=each.answer, note=each.note_words))
        return tuple(found)

    def keep_all(self) -> None:
        """Say yes to what nobody has looked at."""
        for each in self.rows.values():
            if each.answer is None:
                each.choose(CheckAnswer.YES)
        self._look()

    def save(self) -> None:
        """Tell what was changed."""
        if self.changes:
            self.saved.emit(self.changes)

    def _look(self) -> None:
        self.save_button.setEnabled(bool(self.changes))
        self.all_button.setEnabled(any(each.answer is None for each in self.rows.values()))


class RuleRow(QWidget):
    """One rule: three answers and a note, to be put side by side with others. Signal: `changed`."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        buttons = [self._answer(number, answer_name(answer), words) for number, answer in enumerate(ANSWERS)]
        self.answers = frame("segments", row(*buttons, spacing=2, margins=2))
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note on: {rule}").format(rule=words))
        self.note.textChanged.connect(lambda: self.changed.emit())

    def _answer(self, number: int, name: str, words: str) -> QPushButton:
        made = button(name, lambda: self._picked(number), "segment")
        made.setCheckable(True)
        made.setAccessibleName(f"{words}: {name}")
        self._group.addButton(made, number)
        return made

    @property
    def answer(self) -> CheckAnswer | None:
        """What is chosen; None while nothing is."""
        return next((ANSWERS[number] for number in range(len(ANSWERS)) if self._group.button(number).isChecked()), None)

    @property
    def note_words(self) -> str:
        return self.note.text().strip()

    def choose(self, answer: CheckAnswer | None) -> None:
        for number, each in enumerate(ANSWERS):
            self._group.button(number).setChecked(each is answer)

    def show_check(self, check: Check) -> None:
        self.choose(check.answer)
        self.note.setText(check.note)

    def _picked(self, number: int) -> None:
        """A second click on the same answer takes it back."""
        chosen = self._group.button(number).isChecked()
        self.choose(ANSWERS[number] if chosen else None)
        self.changed.emit()
