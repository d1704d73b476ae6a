"""Approvals: drafts that were handed in at the left; at the right what would change, and the decision about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from displayctl.api.accounts import Role
from displayctl.api.approvals import Signed, Submission, SubmissionState
from displayctl.api.errors import Conflict
from displayctl.desk.approving import approve, reject, withdraw
from displayctl.desk.believing import Beliefs
from displayctl.desk.reviewing import review
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.submission_words import moment_words, outcome_words, signed_words, state_chip
from displayctl.desktop.submitting import SubmitWindow
from displayctl.desktop.widgets.decision_bar import DecisionBar
from displayctl.desktop.widgets.pieces import EmptyState, button, clear, column, frame, label, row, scrolled
from displayctl.desktop.widgets.review_view import ReviewView, Seen, see

LIST_PX, SEGMENT_PX = 330, 104
WAITING = (SubmissionState.OPEN, SubmissionState.OVERTAKEN)


class ApprovalsPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cabinet = cabinet_at(desk.installation.keys_folder)
        self._shown = ""
        self._seen: Seen | None = None
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self.redraw)
        desk.myself.changed.connect(self._offer)
        self.redraw()

    def _build(self) -> None:
        self._waiting = button(self.tr("Waiting"), self.redraw, "segment")
        self._history = button(self.tr("History"), self.redraw, "segment")
        self._choice = QButtonGroup(self)
        for made in (self._waiting, self._history):
            made.setCheckable(True)
            made.setMinimumWidth(max(SEGMENT_PX, made.minimumWidth()))
            self._choice.addButton(made)
        self._waiting.setChecked(True)
        segments = frame("segments", row(self._waiting, self._history, spacing=2, margins=3))
        bar = row(label(self.tr("Approvals"), "title"), None, segments)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Drafts that were handed in"))
        self.list.setFixedWidth(LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._picked)
        self.decision = DecisionBar()
        self.decision.approve_asked.connect(self._approve)
        self.decision.reject_asked.connect(self._reject)
        self.decision.withdraw_asked.connect(self._withdraw)
        self.decision.again_asked.connect(self._again)
        self._places = QStackedWidget()
        self._places.addWidget(self._detail())
        self._empty = EmptyState(
            "approve",
            self.tr("Nothing waits for approval"),
            self.tr("Drafts that are handed in on the page Publish appear here, to be looked at by a second person."),
        )
        self._places.addWidget(self._empty)
        self._places.addWidget(
            EmptyState(
                "approve",
                self.tr("No draft was decided yet"),
                self.tr("What was approved, sent back or taken back stays here, with who did it and why."),
            )
        )
        body = row(self.list, self._places, spacing=SPACE_M)
        body.setStretch(1, 1)
        layout = column(bar, body, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _detail(self) -> QWidget:
        self._name = label("", "heading", wrap=True)
        self._chip = label("", "chip")
        self._facts = label("", "soft", wrap=True)
        self._note = label("", "", wrap=True)
        self._outcome = label("", "strong", wrap=True)
        head = row(self._name, self._chip, spacing=SPACE_M)
        head.setStretch(0, 1)
        head.setAlignment(self._chip, Qt.AlignmentFlag.AlignTop)
        self._review: QVBoxLayout = column(spacing=SPACE_M)
        inner = QWidget()
        inner.setLayout(column(self._review, None, spacing=0))
        about = column(head, self._facts, self._note, self._outcome, spacing=SPACE_S)
        made = QWidget()
        layout = column(about, scrolled(inner), self.decision, spacing=SPACE_M)
        layout.setStretch(1, 1)
        made.setLayout(layout)
        return made

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def keep(self) -> tuple[bool, str]:
        """Whether the history is on show, and which draft."""
        return self._history.isChecked(), self._shown

    def restore(self, kept: tuple[bool, str]) -> None:
        (self._history if kept[0] else self._waiting).setChecked(True)
        self.redraw()
        self.pick(kept[1])

    def refresh(self) -> None:
        """Read the list anew."""
        self._desk.catalogue.read(Topic.SUBMISSION)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.SUBMISSION:
            self.redraw()

    # The list

    def redraw(self) -> None:
        """Show what the catalogue holds, on the same draft as before."""
        wanted = [each for each in self._desk.catalogue.submissions if self._belongs(each)]
        shown = self._shown
        self.list.blockSignals(True)
        self.list.clear()
        for each in wanted:
            self.list.addItem(self._item(each))
        self.list.blockSignals(False)
        self.list.setVisible(bool(wanted))  # an empty list beside a sentence that says so looks broken
        self._places.setCurrentIndex(0 if wanted else 2 if self._history.isChecked() else 1)
        if wanted:
            ids = [each.id for each in wanted]
            self.list.setCurrentRow(ids.index(shown) if shown in ids else 0)
            self._show_submission(self._current())
        else:
            self._shown, self._seen = "", None

    def pick(self, id: str) -> None:
        """Show the draft `id`, if it is in the list."""
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == id:
                self.list.setCurrentRow(at)

    def _belongs(self, submission: Submission) -> bool:
        return (submission.state in WAITING) is self._waiting.isChecked()

    def _item(self, submission: Submission) -> QListWidgetItem:
        word, _ = state_chip(submission)
        lines = (
            submission.reference or self.tr("Without a reference"),
            f"{submission.group} · {submission.by} · {moment_words(submission.submitted_at)}",
            f"{word} · {len(submission.signed_by)}/{submission.needed}",
        )
        made = QListWidgetItem("\n".join(lines))
        made.setData(Qt.ItemDataRole.UserRole, submission.id)
        made.setToolTip(submission.reference)  # a long one ends in dots
        return made

    def _current(self) -> Submission | None:
        item = self.list.currentItem()
        return (
            None if item is None else self._desk.catalogue.find(Topic.SUBMISSION, item.data(Qt.ItemDataRole.UserRole))
        )

    def _picked(self) -> None:
        self._show_submission(self._current())

    # One draft

    @property
    def seen(self) -> Seen | None:
        """What is on show, once it was fetched and checked."""
        return self._seen

    def _show_submission(self, submission: Submission | None) -> None:
        if submission is None:
            return
        word, role = state_chip(submission)
        self._chip.setText(word)
        self._chip.setProperty("role", role)
        self._chip.style().unpolish(self._chip)
        self._chip.style().polish(self._chip)
        self._name.setText(submission.reference or self.tr("Without a reference"))
        words = self.tr("Group {group} · handed in by {by} on {when} · {signed}")
        self._facts.setText(
            words.format(
                group=submission.group,
                by=submission.by,
                when=moment_words(submission.submitted_at),
                signed=signed_words(submission),
            )
        )
        self._note.setText(submission.note)
        self._note.setVisible(bool(submission.note))
        self._outcome.setText(outcome_words(submission))
        self._outcome.setVisible(bool(self._outcome.text()))
        fresh = submission.id != self._shown
        self._shown = submission.id
        self._offer()
        if fresh:
            self._look(submission)

    def _offer(self) -> None:
        submission = self._current()
        if submission is None:
            return
        myself = self._desk.myself
        self.decision.offer(
            self._cabinet.operators(),
            submission,
            myself.hindrance(Role.APPROVER, group=submission.group),
            myself.hindrance(Role.EDITOR, Role.APPROVER, group=submission.group),
        )

    def _look(self, submission: Submission) -> None:
        self._seen = None
        clear(self._review)
        self._review.addWidget(label(self.tr("Every file is being fetched and checked at this desk…"), "soft"))
        client, installation, clock = self._desk.hub.client, self._desk.installation, self._desk.clock
        workplace, beliefs = installation.data / "review", Beliefs(installation.keys_folder)
        self._desk.tasks.run(
            lambda: see(review(client, submission, workplace, beliefs, clock), clock.now()),
            lambda seen: self._show_seen(submission.id, seen),
            lambda error: self._not_seen(submission.id, error),
            owner=self,
        )

    def _show_seen(self, id: str, seen: Seen) -> None:
        if id != self._shown:
            return
        self._seen = seen
        clear(self._review)
        self._review.addWidget(ReviewView(seen))
        self.decision.allow()

    def _not_seen(self, id: str, error: Exception) -> None:
        if id == self._shown:
            clear(self._review)
            words = self.tr("This draft cannot be shown, so it cannot be approved. {why}")
            self._review.addWidget(label(words.format(why=say_problem(error)), "error", wrap=True, selectable=True))

    # Deciding

    def _approve(self, operator: str, passphrase: str) -> None:
        seen, client = self._seen, self._desk.hub.client
        if seen is None or seen.review.submission.id != self._shown:
            return
        cabinet, beliefs = self._cabinet, Beliefs(self._desk.installation.keys_folder)
        self._begin()
        self._desk.tasks.run(
            lambda: approve(client, cabinet.keys.unlock(operator, passphrase), seen.review, beliefs=beliefs),
            self._approved,
            self._failed,
            owner=self,
        )

    def _approved(self, answer: Signed) -> None:
        if answer.publication is not None:
            words = self.tr("Approved and published. The walls take it now; the page Publish shows their receipts.")
        else:
            left = answer.submission.needed - len(answer.submission.signed_by)
            words = self.tr("Signed. Signatures still missing: {count}").format(count=left)
        self._done(words)

    def _reject(self, by: str, reason: str) -> None:
        submission, client = self._current(), self._desk.hub.client
        if submission is None:
            return
        name = self._desk.myself.name or by or self.tr("this desk")
        self._begin()
        self._desk.tasks.run(
            lambda: reject(client, submission, by=name, reason=reason),
            lambda _: self._done(self.tr("Sent back. The one who handed it in reads the reason here.")),
            self._failed,
            owner=self,
        )

    def _withdraw(self) -> None:
        submission, client = self._current(), self._desk.hub.client
        if submission is None:
            return
        self._begin()
        self._desk.tasks.run(
            lambda: withdraw(client, submission),
            lambda _: self._done(self.tr("Taken back. It stays in the history.")),
            self._failed,
            owner=self,
        )

    def _again(self) -> None:
        submission = self._current()
        if submission is None:
            return
        window = SubmitWindow(self._desk, submission.group, submission, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.told.connect(self.told)
        window.open()

    def _begin(self) -> None:
        self.decision.tell("")
        self.decision.work(True)

    def _done(self, words: str) -> None:
        self.decision.work(False)
        self.decision.forget()
        self.told.emit(words, "good")
        self._desk.catalogue.read(Topic.SUBMISSION, Topic.PUBLICATION)

    def _failure_words(self, error: Exception) -> str:
        if isinstance(error, Conflict):
            return self.tr(
                "Somebody decided about this, or published something else, in the meantime. Look at it again."
            )
        return say_problem(error)

    def _failed(self, error: Exception) -> None:
        self.decision.work(False)
        self.decision.passphrase.clear()
        self.decision.tell(self._failure_words(error))
        self._desk.catalogue.read(Topic.SUBMISSION)
