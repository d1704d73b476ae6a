"""Binding a player to a wall: the code on the wall is typed or chosen, the wall named, and a person approves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from displayctl.desk.believing import Beliefs
from displayctl.desk.pairing import Pairing, approve_player
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.keys import keyring_of
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.codes import tidy_code
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule


class PairingWindow(QDialog):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, display_id: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Pair a player with a wall"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(500)
        self.code = QLineEdit(code)
        self.code.setPlaceholderText("BCDF-GHJK")
        self.code.setMaxLength(12)
        self.code.textChanged.connect(self._check)
        self.wall = QComboBox()
        for kept in desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        self.wall.setCurrentIndex(max(0, self.wall.findData(display_id)))
        self.waiting = QListWidget()
        self.waiting.setFixedHeight(110)
        self.waiting.setAccessibleName(self.tr("Players that wait"))
        self.waiting.currentItemChanged.connect(self._take_code)
        self._none = label(
            self.tr("No player waits just now. A new player shows its code on the wall and appears here."),
            "soft",
            wrap=True,
        )
        self._error = label("", "error", wrap=True)
        self._approve = button(self.tr("Pair"), self._send, "primary", "link")
        self._approve.setDefault(True)
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        self._show_waiting()
        self._check()

    def _build(self) -> None:
        layout = column(
            label(self.tr("Compare the code with the one on the wall, then pair."), "", wrap=True),
            field(self.tr("Players that wait"), self.waiting),
            self._none,
            field(self.tr("Code on the wall"), self.code),
            field(self.tr("Wall"), self.wall),
            self._error,
            rule(),
            row(None, button(self.tr("Cancel"), self.reject), self._approve, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.ENROLMENT:
            self._show_waiting()

    def _show_waiting(self) -> None:
        self.waiting.clear()
        now = self._desk.clock.now()
        for enrolment in self._desk.catalogue.enrolments:
            words = (
                f"{enrolment.code}   {enrolment.host_name} · {enrolment.address} · {ago_words(now, enrolment.asked_at)}"
            )
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, enrolment.code)
            self.waiting.addItem(item)
        self._none.setVisible(self.waiting.count() == 0)

    def _take_code(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.code.setText(item.data(Qt.ItemDataRole.UserRole))

    def _check(self) -> None:
        self._approve.setEnabled(tidy_code(self.code.text()) is not None and self.wall.count() > 0)

    def _send(self) -> None:
        code = tidy_code(self.code.text())
        if code is None:
            return
        desk, display_id = self._desk, str(self.wall.currentData())
        client = desk.hub.client
        self._approve.setEnabled(False)
        desk.tasks.run(
            lambda: approve_player(
                client,
                keyring_of(desk.installation),
                code,
                display_id,
                desk.clock,
                beliefs=Beliefs(desk.installation.keys_folder),
            ),
            self._paired,
            self._refused,
            owner=self,
        )

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
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._error.setText(say_problem(error))
        self._check()
