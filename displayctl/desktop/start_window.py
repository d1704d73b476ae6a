"""What stands on the screen until the hub answers: the name and what is being done, or why it cannot be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, column, label, row


class StartWindow(QWidget):
    """Signals: `standing` once it was painted, `again` when the operator wants another try."""

    standing = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self.setWindowTitle("displayctl")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(560)
        drawing = QLabel()
        drawing.setPixmap(icons.pixmap("wall", COLOURS.accent, 40))
        self._words = label("", "", wrap=True)
        self._why = label("", "error", wrap=True, selectable=True)
        self._hint = label("", "soft", wrap=True, selectable=True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(4)
        self._again = button(self.tr("Try again"), self.again.emit, "primary", "refresh")
        self._close = button(self.tr("Close"), self.close)
        layout = column(
            row(drawing, label("displayctl", "title"), None, spacing=SPACE_M),
            self._words,
            self._why,
            self._hint,
            self._busy,
            row(None, self._close, self._again, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L * 2, SPACE_L * 2, SPACE_L * 2, SPACE_L * 2)
        self.setLayout(layout)
        self.show_starting()

    def show_starting(self) -> None:
        """Say that the hub is being started."""
        self._show(self.tr("Starting the control centre…"), "", "")

    def show_failed(self, why: str, hint: str) -> None:
        """Say why the hub cannot start, and where to read more."""
        self._show(self.tr("The control centre could not be started."), why, hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.standing.emit)

    @property
    def why(self) -> str:
        """The reason on show; empty while the hub is being started."""
        return self._why.text()

    def _show(self, words: str, why: str, hint: str) -> None:
        self._words.setText(words)
        self._why.setText(why)
        self._hint.setText(hint)
        for part in (self._why, self._hint, self._close, self._again):
            part.setVisible(bool(why))
        self._busy.setVisible(not why)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.heightForWidth(self.width()))  # Qt gives each sentence a third as much again
