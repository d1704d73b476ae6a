"""Four words that desk and wall each worked out alone: compared by a person, and what it means where they differ."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, column, frame, label, row, rule


class PhraseStep(QWidget):
    """Signals: `same` and `differs`, as the person says."""

    same = Signal()
    differs = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = label("", "heading", wrap=True)
        self._host = label("", "soft", wrap=True)
        self._phrase = label("", "", wrap=True, selectable=True)
        self._phrase.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._phrase.setStyleSheet(f"font-size: 26px; font-weight: 700; color: {COLOURS.accent_dark};")
        words = column(self._phrase)
        words.setContentsMargins(SPACE_M, SPACE_M * 2, SPACE_M, SPACE_M * 2)
        self.same_button = button(self.tr("The same: pair"), self.same.emit, "primary", "check")
        self.other_button = button(self.tr("Not the same"), self.differs.emit, "danger", "close")
        why = self.tr(
            "Wall and desk each work the words out from the hub's certificate, the installation's root, the player's "
            "key and the code. They are the same only if nobody sits in between."
        )
        layout = column(
            self._question,
            self._host,
            frame("panel", words),
            label(why, "caption", wrap=True),
            None,
            rule(),
            row(None, self.other_button, self.same_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        self.setLayout(layout)

    @property
    def phrase(self) -> str:
        """The words on show."""
        return self._phrase.text()

    def show_phrase(self, phrase: str, wall: str, host: str) -> None:
        """Ask for the words of the player that was found by its code."""
        self.setEnabled(True)
        self._question.setText(self.tr("Does {wall} show exactly these four words?").format(wall=wall))
        self._host.setText(self.tr("Player: {host}").format(host=host) if host else "")
        self._phrase.setText(phrase)
        self.other_button.setFocus()


class WarningStep(QWidget):
    """What it means that the words differ. Signal: `closed`."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        told = column(
            label(self.tr("Not paired"), "heading"),
            label(
                self.tr(
                    "Other words mean that the player and this desk do not speak with the same hub: somebody may sit "
                    "in the network between them. Nothing was approved; the wall shows nothing from there."
                ),
                "",
                wrap=True,
            ),
            spacing=SPACE_S,
        )
        told.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        steps = (
            self.tr("1.  Compare once more: another wall may show its code at the same time."),
            self.tr(
                "2.  Look at cables, switches and routers between the player and the hub for what does not belong."
            ),
            self.tr("3.  Bring the player to the hub's own network, as in the office, and pair it there."),
            self.tr("4.  If the words differ again, leave the wall dark and tell whoever looks after the network."),
        )
        layout = column(
            frame("banner-danger", told),
            *(label(step, "", wrap=True) for step in steps),
            None,
            rule(),
            row(None, button(self.tr("Close"), self.closed.emit, "primary")),
            spacing=SPACE_M,
        )
        self.setLayout(layout)
