"""What went to walls on a stick and the hub does not have: walls that hear the hub lose it, unless somebody acts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, label, row


class UnsentLine(QFrame):
    """Hidden while there is nothing. Signals: `send_asked`, to sign it again beside what stands, and `drop_asked`."""

    send_asked, drop_asked = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner-danger")
        self._words = label("", "strong", wrap=True)
        self.send_button = button(self.tr("Send it again"), self.send_asked.emit, "primary")
        self.drop_button = button(self.tr("Forget it"), self.drop_asked.emit)
        for each in (self.send_button, self.drop_button):
            each.setAutoDefault(False)
        line = row(self._words, self.drop_button, self.send_button, spacing=SPACE_S)
        line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def tell(self, headlines: tuple[str, ...]) -> None:
        """These messages are unknown to the hub; none hides the line."""
        words = self.tr("From the stick, and unknown to the hub, so that walls will lose it: {headlines}")
        self._words.setText(words.format(headlines=", ".join(headlines)))
        self.setVisible(bool(headlines))

    def set_busy(self, busy: bool) -> None:
        """While something is on its way nothing else is asked."""
        self.send_button.setEnabled(not busy)
        self.drop_button.setEnabled(not busy)
