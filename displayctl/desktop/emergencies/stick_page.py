"""When the hub is down: the same message, signed here, carried to the walls on a USB stick in three steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from displayctl.desktop.emergencies.purpose import Purpose
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.hold_button import HoldButton
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import column, frame, label, row, scrolled, set_role

WIDTH_PX = 820


class StickPage(QWidget):
    """Signal: `asked` with the folder that the message is to be written to, once the button was held."""

    asked = Signal(object)

    def __init__(self, purpose: Purpose) -> None:
        super().__init__()
        self._connected, self._busy, self._hindrance = True, False, ""
        self._lead = label("", "strong", wrap=True)
        self._message = label("", "", wrap=True)
        self.folder = PickFile(self.tr("Folder of the stick"))
        self.hold_button = HoldButton(
            self.tr("Hold 3 seconds: write it to the stick"), strong=purpose.strong, dark=purpose.dark, height_px=60
        )
        self.result = label("", "strong", wrap=True)
        self._build()
        self.folder.changed.connect(self._tell)
        self.hold_button.held.connect(self._held)
        self.set_connected(True)

    def _build(self) -> None:
        carry = self.tr(
            "Take the stick to each wall and put it into a USB port of its player. Within about ten seconds the "
            "message is on the wall. Then take it to the next one. It ends by itself at the same time everywhere."
        )
        steps = column(
            self._lead,
            self._step("1", self.tr("Write the message under “New message” and choose the walls"), self._message),
            self._step("2", self.tr("Put a USB stick into this computer"), self.folder, self.hold_button, self.result),
            self._step("3", self.tr("Carry it to the walls"), label(carry, "", wrap=True)),
            None,
            spacing=SPACE_M,
        )
        inner = QWidget()
        inner.setFixedWidth(WIDTH_PX)
        inner.setLayout(steps)
        middle = QWidget()
        middle.setLayout(row(None, inner, None))
        self.setLayout(column(scrolled(middle)))

    def _step(self, number: str, title: str, *parts: QWidget) -> QFrame:
        digit = label(number, "title")
        digit.setAlignment(Qt.AlignmentFlag.AlignTop)
        digit.setFixedWidth(28)
        texts: QVBoxLayout = column(label(title, "heading", wrap=True), *parts, spacing=SPACE_S)
        line = row(digit, spacing=SPACE_M)
        line.addLayout(texts, 1)
        line.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        return frame("panel", line)

    def set_connected(self, connected: bool) -> None:
        """Whether the hub can be reached: then this way is not needed, but open."""
        self._connected = connected
        if connected:
            words = self.tr("The hub is there: send from “New message”. This way is for walls without a network.")
        else:
            words = self.tr("The hub cannot be reached. This way needs neither the hub nor a network.")
        self._lead.setText(words)
        set_role(self._lead, "soft" if connected else "alarm")

    def show_message(self, sentence: str, hindrance: str) -> None:
        """The message as the first page has it, or why there is none yet."""
        self._hindrance = hindrance
        self._message.setText(hindrance or sentence)
        set_role(self._message, "alarm" if hindrance else "strong")
        self._tell()

    def show_result(self, words: str, *, good: bool) -> None:
        """What came of writing it."""
        self.result.setText(words)
        set_role(self.result, "strong" if good else "alarm")

    def set_busy(self, busy: bool) -> None:
        """While it is being written nothing else is."""
        self._busy = busy
        self._tell()

    def _tell(self) -> None:
        self.hold_button.setEnabled(not self._hindrance and self.folder.path is not None and not self._busy)

    def _held(self) -> None:
        folder: Path | None = self.folder.path
        if folder is not None:
            self.asked.emit(folder)
