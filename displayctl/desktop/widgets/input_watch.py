"""Fields of one line that take only a part of what is pasted say so, and keep no letters that nobody sees."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QToolTip, QWidget

translate = QCoreApplication.translate
SAID, WATCHED = "said", "watched"
STAYS_MS = 8000
_UNSEEN = re.compile("[\x00-\x1f\x7f\u2028\u2029]+")
_HALVES = re.compile("[\ud800-\udfff]")


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
        line = now.lineEdit() if isinstance(now, QComboBox) and now.isEditable() else now
        if isinstance(line, QLineEdit) and not isinstance(line.parentWidget(), QAbstractSpinBox):
            watch_line(line)


def watch_line(line: QLineEdit) -> None:
    """Have this line say what it does not take; once is enough."""
    if line.property(WATCHED):
        return
    line.setProperty(WATCHED, True)
    line.inputRejected.connect(partial(_rejected, line))
    line.textChanged.connect(partial(_tidy, line))


def say_cut(widget: QWidget, most: int) -> None:
    """Say beside `widget` that at most so many characters go into it, also to who does not see."""
    words = translate("Inputs", "At most {most} characters fit here; the rest was left out.").format(most=most)
    widget.setProperty(SAID, words)
    QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), words, widget, widget.rect(), STAYS_MS)
    widget.setAccessibleDescription(words)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


def plain_line(text: str) -> str:
    """`text` on one line: breaks and letters that nobody sees are spaces, halves of letters are gone."""
    return _HALVES.sub("", _UNSEEN.sub(" ", text))


def _rejected(line: QLineEdit) -> None:
    if len(line.text().encode("utf-16-le", "surrogatepass")) // 2 >= line.maxLength() - 1:
        say_cut(line, line.maxLength())


def _tidy(line: QLineEdit, text: str) -> None:
    """A list that was pasted has breaks, which one line shows as spaces and a hub refuses."""
    if line.echoMode() is not QLineEdit.EchoMode.Normal or line.isReadOnly():
        return
    tidied = plain_line(text)
    if tidied != text:
        at = line.cursorPosition()
        line.setText(tidied)
        line.setCursorPosition(min(at, len(tidied)))
