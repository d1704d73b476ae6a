"""Binding a player to a wall: the code on the wall finds it, four words are compared, and then a person approves.

Words that differ mean that somebody sits between player and hub: nothing is approved then, and what to do is said.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from displayctl.desk.believing import Beliefs
from displayctl.desk.introducing import Meeting, meet_player
from displayctl.desk.pairing import Keyless, Pairing, approve_player
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.codes import tidy_code
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.trust.phrase_step import PhraseStep, WarningStep
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule
from displayctl.desktop.widgets.remark import Remark

CODE, PHRASE, DIFFERS = range(3)


class PairingWindow(QDialog):
    """Signals: `told` a sentence and its kind; `paired` the display's id, when the window has closed after it;
    `guide_asked` for the first steps, which offer a window on this computer as a wall.
    """

    told = Signal(str, str)
    paired = Signal(str)
    guide_asked = Signal()

    def __init__(self, desk: Desk, display_id: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.setWindowTitle(self.tr("Pair a player with a wall"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(540)
        self._make_inputs(display_id, code)
        self.phrase_step, self._warning = PhraseStep(), WarningStep()
        self.phrase_step.same.connect(self._send)
        self.phrase_step.differs.connect(self._refuse)
        self._warning.closed.connect(self.reject)
        self._steps = QStackedWidget()
        for step in (self._code_step(), self.phrase_step, self._warning):
            self._steps.addWidget(step)
        layout = column(self._steps)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self._next.setDefault(True)
        desk.catalogue.changed.connect(self._topic_changed)
        self._show_waiting()
        self._check()
        (self.waiting if self.waiting.count() else self.code).setFocus()

    def _make_inputs(self, display_id: str, code: str) -> None:
        self.code = QLineEdit(code)
        self.code.setPlaceholderText("BCDF-GHJK")
        self.code.setMaxLength(12)
        self.code.textChanged.connect(self._check)
        self.wall = NameChoice()
        for kept in self._desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        self.wall.setCurrentIndex(max(0, self.wall.findData(display_id or self._first_without_player())))
        self.wall.currentIndexChanged.connect(self._check)
        self._replaced = label("", "caption", wrap=True)
        self.waiting = QListWidget()
        self.waiting.setFixedHeight(110)
        self.waiting.setAccessibleName(self.tr("Players that wait"))
        self.waiting.currentItemChanged.connect(self._take_code)
        self._field_of_waiting = frame("plain", field(self.tr("Players that wait"), self.waiting))
        self._none = label(
            self.tr("No player waits just now. A new player shows its code on the wall and appears here."),
            "soft",
            wrap=True,
        )
        self._window_instead = button(self.tr("Use a window on this computer…"), self._ask_guide, "quiet", "computer")
        self._window_instead.setAutoDefault(False)
        self._error = Remark()
        self._next = button(self.tr("Next"), self.meet, "primary", "link")

    def _code_step(self) -> QWidget:
        made = QWidget()
        made.setLayout(
            column(
                label(self.tr("Type the code that the wall shows. It never leaves this computer."), "", wrap=True),
                self._field_of_waiting,
                self._none,
                row(self._window_instead, None),
                field(self.tr("Code on the wall"), self.code),
                field(self.tr("Wall"), self.wall),
                self._replaced,
                self._error,
                None,
                rule(),
                row(None, button(self.tr("Cancel"), self.reject), self._next, spacing=SPACE_S),
                spacing=SPACE_M,
            )
        )
        return made

    @property
    def step(self) -> int:
        """CODE, PHRASE (compare it) or DIFFERS (nothing was approved)."""
        return self._steps.currentIndex()

    @property
    def error(self) -> str:
        """Why it does not go on."""
        return self._error.text()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.ENROLMENT:
            self._show_waiting()

    def _show_waiting(self) -> None:
        self.waiting.clear()
        now = self._desk.clock.now()
        for enrolment in self._desk.catalogue.enrolments:
            words = f"{enrolment.host_name} · {enrolment.address} · {ago_words(now, enrolment.asked_at)}"
            item = QListWidgetItem(f"{enrolment.code}   {words}" if enrolment.code else words)
            item.setData(Qt.ItemDataRole.UserRole, enrolment.code)
            self.waiting.addItem(item)
        self._field_of_waiting.setVisible(self.waiting.count() > 0)
        self._none.setVisible(self.waiting.count() == 0)
        self._window_instead.setVisible(self.waiting.count() == 0)

    def _take_code(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.code.setText(item.data(Qt.ItemDataRole.UserRole))

    def _ask_guide(self) -> None:
        self.reject()
        self.guide_asked.emit()

    def _first_without_player(self) -> str:
        return next((kept.id for kept in self._desk.catalogue.displays if not self._has_player(kept.id)), "")

    def _has_player(self, display_id: str) -> bool:
        player = self._desk.catalogue.players.get(display_id)
        return player is not None and bool(player.device_id)

    def _check(self) -> None:
        has_player = self._has_player(str(self.wall.currentData() or ""))
        words = self.tr("{wall} has a player already; the new one takes its place.")
        self._replaced.setText(words.format(wall=self.wall.currentText()) if has_player else "")
        self._replaced.setVisible(has_player)
        if self.wall.count() == 0:
            self._error.setText(
                self.tr("There is no wall to pair it with yet. Add one on the page of the walls first.")
            )
        self._next.setEnabled(tidy_code(self.code.text()) is not None and self.wall.count() > 0)

    # Meeting, comparing, approving

    def meet(self) -> None:
        """Look for the player that shows the code, and then ask for its words."""
        code = tidy_code(self.code.text())
        if code is None:
            return
        client, beliefs = self._desk.hub.client, Beliefs(self._desk.installation.keys_folder)
        self._error.setText("")
        self._next.setEnabled(False)
        self._desk.tasks.run(lambda: meet_player(client, code, beliefs), self._met, self._refused, owner=self)

    def _met(self, meeting: Meeting) -> None:
        self._meeting = meeting
        if meeting.introduction is None:
            self._send()  # nobody shows the code, which the hub has to count; or a player that shows no words
            return
        host = meeting.enrolment.host_name if meeting.enrolment is not None else ""
        self.phrase_step.show_phrase(meeting.phrase, self.wall.currentText(), host)
        self._steps.setCurrentIndex(PHRASE)

    def _send(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        desk, display_id = self._desk, str(self.wall.currentData())
        client, beliefs = desk.hub.client, Beliefs(desk.installation.keys_folder)
        self.phrase_step.setEnabled(False)
        approve = partial(
            approve_player,
            client,
            code=meeting.code,
            display_id=display_id,
            clock=desk.clock,
            meeting=meeting,
            beliefs=beliefs,
        )
        if not cabinet_at(desk.installation.keys_folder).can_sign:
            desk.tasks.run(lambda: approve(Keyless()), self._paired, self._refused, owner=self)
            return
        run_signed(desk, self, lambda key: approve(key), self._paired, self._refused)

    def _refuse(self) -> None:
        """The words differ: nothing is approved, and the player goes on waiting."""
        self._meeting = None
        self._steps.setCurrentIndex(DIFFERS)
        self.told.emit(self.tr("The words differed; the player was not paired."), "danger")

    def _paired(self, pairing: Pairing) -> None:
        self._desk.catalogue.read(Topic.PLAYER, Topic.ENROLMENT, Topic.DISPLAY, Topic.PUBLICATION)
        wall = self.wall.currentText()
        if pairing.publication is not None:
            words, kind = self.tr("The player is paired with {wall}; the wall gets its programme now."), "good"
        elif pairing.hindrance:
            words, kind = self.tr("The player is paired with {wall}, but has no programme yet. {why}"), "warning"
        else:
            words, kind = self.tr("The player is paired with {wall}. Publish so that it gets its programme."), "good"
        self.told.emit(words.format(wall=wall, why=say_sentence(pairing.hindrance)), kind)
        self._tell_paired()

    def _tell_paired(self) -> None:
        self.accept()
        self.paired.emit(str(self.wall.currentData()))

    def _refused(self, error: Exception) -> None:
        self.phrase_step.setEnabled(True)
        self._steps.setCurrentIndex(CODE)
        self._error.setText(say_problem(error))
        self._check()
