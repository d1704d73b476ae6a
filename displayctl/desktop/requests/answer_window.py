"""Deciding and answering: the outcome, the reason, and the text of the office with its gaps filled, to be changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from displayctl.api.errors import Conflict
from displayctl.api.request_states import AGENCY_CHANGES, ANSWERED, FOLLOWING, KEPT, WITH_REASON, RequestState
from displayctl.api.requests import LONGEST_WHY, Decision, Request
from displayctl.desk.papers.answer import answer_pdf
from displayctl.desk.saving import save_file
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.request_words import state_name, step_words
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.pieces import button, field, row
from displayctl.desktop.widgets.remark import Remark

SETTLE_MS, REASON_PX, ANSWER_PX, WIDTH_PX = 350, 64, 220, 640
LONGEST_ANSWER, MOST_LETTERS = 6000, 50_000
"""What an answer may have, and what may be pasted to be shortened."""


class AnswerWindow(AskWindow):
    """Signal: `went` with the request as it is then."""

    def __init__(
        self, desk: Desk, request: Request, state: RequestState | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.tasks, self.tr("Answer {number}").format(number=request.id), parent)
        self._desk, self._request = desk, request
        self._asked, self._prepared, self._preparing = 0, "", False
        self._too_long: tuple[int, int] | None = None
        self.setMinimumWidth(WIDTH_PX)
        self._make_inputs()
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(state or self._usual())))
        tools = row(
            button(self.tr("Copy"), self.copy, "", "copy"),
            button(self.tr("Save as PDF…"), self.ask_file, "", "print"),
            button(self.tr("Fill in again"), self.prepare, "quiet", "refresh"),
            None,
            spacing=SPACE_S,
        )
        for at in range(3):
            tools.itemAt(at).widget().setAutoDefault(False)  # type: ignore[union-attr]
        self._note, self._before = Remark("caption"), Remark("warning")
        self.ask(
            f"{request.agency_name}: {request.title}",
            (
                field(self.tr("Outcome"), self.outcome),
                self._before,
                field(self.tr("Reason"), self.why),
                field(self.tr("Answer, as the agency reads it"), self.text),
                tools,
                self._note,
            ),
            self.tr("Save and answer"),
            self._work_now,
            self._is_ready,
        )
        self._say_before()
        self.outcome.currentIndexChanged.connect(self._changed)
        self.why.textChanged.connect(self._changed)
        self.text.textChanged.connect(self._measure)
        self.prepare()

    def _make_inputs(self) -> None:
        self.outcome = QComboBox()
        self._offer_outcomes()
        self.why, self.text = BoundedText(MOST_LETTERS), BoundedText(MOST_LETTERS)
        for edit, height in ((self.why, REASON_PX), (self.text, ANSWER_PX)):
            edit.setMinimumHeight(height)
        self.why.setMaximumHeight(REASON_PX)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._prepare_unless_typed)

    def _offer_outcomes(self) -> None:
        for state in self._offered():
            self.outcome.addItem(state_name(state), state)

    def _offered(self) -> tuple[RequestState, ...]:
        """The outcomes that may follow, and another answer for the state that it has."""
        now = self._request.state
        usual = (RequestState.ACCEPTED, RequestState.NEEDS, RequestState.DECLINED, RequestState.CLOSED)
        following = [state for state in usual if state in FOLLOWING[now]]
        return (*following, now) if now in ANSWERED else tuple(following) or (now,)

    def _usual(self) -> RequestState:
        """Accepting, while that is open; afterwards another answer for what it is."""
        now = self._request.state
        return RequestState.ACCEPTED if now in AGENCY_CHANGES else now

    @property
    def state(self) -> RequestState:
        """The outcome that is chosen."""
        return RequestState(self.outcome.currentData())  # Qt gives back plain text

    def _is_ready(self) -> bool:
        why, text = self.why.toPlainText().strip(), self.text.toPlainText().strip()
        needs_reason = self.state in WITH_REASON and self.state is not self._request.state and not why
        needs_words = self.state is self._request.state and not text
        told = not self._preparing  # else an answer goes out empty
        return told and not needs_reason and not needs_words and len(why) <= LONGEST_WHY and len(text) <= LONGEST_ANSWER

    def _changed(self) -> None:
        self._say_before()
        self._measure()
        self._soon.start()

    def _say_before(self) -> None:
        """What has to be done before a request is accepted; the hub refuses it until then."""
        unkept = sum(check.answer not in KEPT for check in self._request.checks)
        words = self.tr(
            "The checklist has rules that are not answered with yes: {count}. Answer them before you accept."
        )
        accepts = self.state is RequestState.ACCEPTED and self._request.state is not RequestState.ACCEPTED
        self._before.setText(words.format(count=unkept) if accepts and unkept else "")

    def _measure(self) -> None:
        """Say what is too long: nothing that was typed or pasted is cut off."""
        self.check()
        fields = ((self.text, LONGEST_ANSWER), (self.why, LONGEST_WHY))
        counts = ((len(edit.toPlainText().strip()), most) for edit, most in fields)
        told, self._too_long = self._too_long, next(((count, most) for count, most in counts if count > most), None)
        if self._too_long is not None:
            words = self.tr("{count} letters are too many; at most {most} go into one field.")
            self._note.setText(words.format(count=self._too_long[0], most=self._too_long[1]))
        elif told is not None:
            self._note.setText("")

    # The text

    def _prepare_unless_typed(self) -> None:
        """What somebody wrote by hand is not written over."""
        if self.text.toPlainText() == self._prepared:
            self.prepare()
        else:
            self._keep_typed()

    def _keep_typed(self) -> None:
        self._preparing = False
        self.check()
        self._note.setText(self.tr("The answer was changed by hand; “Fill in again” takes the office's text."))

    def prepare(self) -> None:
        """Take the office's text for this outcome."""
        self._asked += 1
        self._preparing = True
        self.check()
        asked, client, number = self._asked, self._desk.hub.client, self._request.id
        state, why, before = self.state, self.why.toPlainText().strip()[:LONGEST_WHY], self.text.toPlainText()

        def came(text: str) -> None:
            if asked == self._asked:
                self._take(text) if self.text.toPlainText() == before else self._keep_typed()

        self._desk.tasks.run(
            lambda: client.requests.prepare_answer(number, state, why),
            came,
            lambda error: self._not_prepared(say_problem(error)) if asked == self._asked else None,
            owner=self,
        )

    def _not_prepared(self, why: str) -> None:
        self._preparing = False
        self._note.setText(why)
        self.check()

    def _take(self, text: str) -> None:
        self._preparing, self._prepared = False, text
        self._note.setText("")
        self.text.setPlainText(text)
        self.check()

    def copy(self) -> None:
        """Put the text where it can be pasted into a chat."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._note.setText(self.tr("Copied. Paste it into a message with Ctrl+V."))

    def ask_file(self) -> None:
        """Ask where the letter goes, then write it."""
        dialog = QFileDialog(self, self.tr("Save the answer"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("Paper (*.pdf)"))
        dialog.selectFile(f"jawaban-{self._request.id}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the answer as a letter to `path`."""
        client, request, text, now = (
            self._desk.hub.client,
            self._request,
            self.text.toPlainText(),
            self._desk.clock.now(),
        )
        words = self.tr("Saved as {path}").format(path=path)
        self._desk.tasks.run(
            lambda: save_file(path, answer_pdf(request, text, client.settings().office, now)),
            lambda _: self._note.setText(words),
            lambda error: self._note.setText(say_problem(error)),
            owner=self,
        )

    def _work_now(self) -> Callable[[], Request]:
        client, request = self._desk.hub.client, self._request
        decision = Decision(
            version=request.version,
            state=self.state,
            why=self.why.toPlainText().strip(),
            answer=self.text.toPlainText().strip(),
        )
        return lambda: client.requests.decide(request.id, decision)

    def _refused(self, error: Exception) -> None:
        super()._refused(error)
        if isinstance(error, Conflict):
            client, number = self._desk.hub.client, self._request.id
            self._desk.tasks.run(
                lambda: client.requests.one(number),
                self._take_newer,
                lambda failure: self._error.setText(say_problem(failure)),
                owner=self,
            )

    def _take_newer(self, request: Request) -> None:
        """What was typed stays, and is saved to what the request is by now."""
        wanted, self._request = self.state, request
        self.outcome.blockSignals(True)
        self.outcome.clear()
        self._offer_outcomes()
        offered = wanted if wanted in self._offered() else self._usual()
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(offered)))
        self.outcome.blockSignals(False)
        words = self.tr("It was changed meanwhile ({what}). Look whether your answer still fits, then save it again.")
        self._error.setText(words.format(what=step_words(request.steps[-1], office_zone())))
        self._changed()
