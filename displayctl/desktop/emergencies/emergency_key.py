"""The one key that opens the red window from wherever the operator is, also while a dialog waits for an answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

KEYS = (
    QKeyCombination(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F12),
    QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_D),
)
"""F12, and the one of former versions."""


class EmergencyKey(QObject):
    """Signal: `pressed`.

    An ordinary shortcut is silent while a dialog is open. Here each window of the application is listened to once it
    has the keyboard, before anything in it sees the key.
    """

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._application = QGuiApplication.instance()
        if isinstance(self._application, QGuiApplication):
            self._application.focusWindowChanged.connect(self._listen)
            self._listen(self._application.focusWindow())

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.keyCombination() in KEYS:
            if not event.isAutoRepeat():
                self.pressed.emit()
            return True
        return False
