"""Fields of numbers, days and times that do not take what is typed or pasted say what goes into them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QDoubleSpinBox, QLineEdit, QSpinBox

from displayctl.desktop.widgets.saying import say_beside

translate = QCoreApplication.translate
TYPED = "typed"
_MARKS = tuple(".:,/- ")


def watch_number(spin: QAbstractSpinBox, line: QLineEdit) -> None:
    """Have this field, with the line it is typed in, say what goes into it where something else was typed."""
    marks = _Marks(spin)
    line.inputRejected.connect(lambda: None if marks.typed else _say_range(spin))
    if isinstance(spin, QSpinBox | QDoubleSpinBox):
        line.textEdited.connect(lambda _: spin.setProperty(TYPED, spin.cleanText()))
        spin.editingFinished.connect(partial(_finished, spin))


class _Marks(QObject):
    """Knows whether the last key was a mark as in ``8.30``, which a field that went on by itself does not need."""

    def __init__(self, spin: QAbstractSpinBox) -> None:
        super().__init__(spin)
        self.typed = False
        spin.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.typed = event.text() in _MARKS and isinstance(watched, QDateTimeEdit)
        elif isinstance(event, QMouseEvent):
            self.typed = False
        return super().eventFilter(watched, event)


def _finished(spin: QSpinBox | QDoubleSpinBox) -> None:
    """A number that is too small is a beginning of others while it is typed, and no longer afterwards."""
    number, is_one = spin.locale().toDouble(str(spin.property(TYPED) or ""))
    spin.setProperty(TYPED, "")
    if is_one and not spin.minimum() <= number <= spin.maximum():
        QTimer.singleShot(0, spin, partial(_say_range, spin))  # after the next field has the keyboard


def _say_range(spin: QAbstractSpinBox) -> None:
    least, most = _range_words(spin)
    say_beside(spin, translate("Inputs", "What goes in here: {least} to {most}.").format(least=least, most=most))


def _range_words(spin: QAbstractSpinBox) -> tuple[str, str]:
    if isinstance(spin, QDateTimeEdit):
        ends, pattern = (spin.minimumDateTime(), spin.maximumDateTime()), spin.displayFormat()
        return spin.locale().toString(ends[0], pattern), spin.locale().toString(ends[1], pattern)
    if isinstance(spin, QDoubleSpinBox):
        return _with_unit(spin, spin.textFromValue(spin.minimum()), spin.textFromValue(spin.maximum()))
    if isinstance(spin, QSpinBox):
        least = spin.minimum() + (spin.singleStep() if spin.specialValueText() else 0)
        return _with_unit(spin, spin.textFromValue(least), spin.textFromValue(spin.maximum()))
    raise TypeError(f"{spin!r} is no field of numbers, days or times")


def _with_unit(spin: QSpinBox | QDoubleSpinBox, least: str, most: str) -> tuple[str, str]:
    return f"{spin.prefix()}{least}{spin.suffix()}", f"{spin.prefix()}{most}{spin.suffix()}"
