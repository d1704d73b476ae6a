"""Fields of one line that take only a part of what is pasted say so, and keep no letters that nobody sees."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from displayctl.desktop.widgets.number_watch import watch_number
from displayctl.desktop.widgets.saying import say_beside
from displayctl.desktop.widgets.visible import visible

translate = QCoreApplication.translate
WATCHED = "watched"
UNBOUNDED, LONGEST_PATH = 32767, 4096
"""What Qt lets into a line that nobody has bounded, and what the longest way to a file has."""


class InputWatch(QObject):
    """Looks at each line as it gets the keyboard, which is before anything can be typed or pasted there."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        application.focusChanged.connect(self._focus_changed)

    def leave(self) -> None:
        """Look at no further lines."""
        self._application.focusChanged.disconnect(self._focus_changed)

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QComboBox) and now.isEditable():
            now = now.lineEdit()
        line = now.findChild(QLineEdit) if isinstance(now, QAbstractSpinBox) else now
        if isinstance(line, QLineEdit):
            watch_line(line)


class _Seen(QValidator):
    """Takes everything, and of it what is seen; before anybody hears of what was typed."""

    def validate(self, text: str, at: int) -> object:
        before = text.encode("utf-16-le", "surrogatepass")[: at * 2].decode("utf-16-le", "surrogatepass")
        return QValidator.State.Acceptable, visible(text, lines=False), _length(visible(before, lines=False))


def watch_line(line: QLineEdit) -> None:
    """Have this line say what it does not take; once is enough."""
    if line.property(WATCHED):
        return
    line.setProperty(WATCHED, True)
    spin = line.parentWidget()
    if isinstance(spin, QAbstractSpinBox):
        watch_number(spin, line)
        return
    line.inputRejected.connect(partial(_rejected, line))
    dropped = line.isModified()  # which needs no keyboard
    if line.maxLength() == UNBOUNDED:
        _bound(line)
    if line.validator() is None and line.echoMode() is QLineEdit.EchoMode.Normal and not line.isReadOnly():
        line.setValidator(_Seen(line))
        if dropped:
            line.setText(visible(line.text(), lines=False))
            line.textEdited.emit(line.text())


def _bound(line: QLineEdit) -> None:
    """Qt shows the words anew, and forgets which of them are selected."""
    at, length = line.selectionStart(), line.selectionLength()
    line.setMaxLength(LONGEST_PATH)
    if length:
        line.setSelection(at, length)


def say_cut(widget: QWidget, most: int) -> None:
    """Say beside `widget` that at most so many characters go into it."""
    say_beside(
        widget, translate("Inputs", "At most {most} characters fit here; the rest was left out.").format(most=most)
    )


def _rejected(line: QLineEdit) -> None:
    if _length(line.text()) >= line.maxLength() - 1:
        say_cut(line, line.maxLength())


def _length(text: str) -> int:
    """As Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
