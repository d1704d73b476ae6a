"""Somebody at the desk: finds things by their words, clicks, types and presses keys there; each action is counted.

An action is a click, a double click, a chord of keys, or a field filled. Looking, scrolling and waiting are none.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from scripts.demonstration.sight import item, place_in, read_aloud, said, scroll_to, things, windows

T = TypeVar("T")
LEFT, MARK_PX = Qt.MouseButton.LeftButton, 10


class Album(Protocol):
    """Takes a picture before each action: of the `window` with what is done, and where in it."""

    def take(self, window: QWidget, action: str, place: QRect) -> None: ...


class Person:
    """`actions` tells in words what was done, one by one."""

    def __init__(self, application: QApplication, album: Album | None = None, patience_seconds: float = 60.0) -> None:
        self._application, self._album, self._patience_seconds = application, album, patience_seconds
        self.actions: list[str] = []

    # Looking

    def wait_for(self, what: str, look: Callable[[], T | None]) -> T:
        """Look until there is something. Raises LookupError with `what` once patience is at its end."""
        deadline = time.monotonic() + self._patience_seconds
        while True:
            self._application.processEvents()
            found = look()
            if found:
                return found
            if time.monotonic() > deadline:
                titles = [window.windowTitle() for window in windows()]
                late = f"{what}: not seen in {titles} within {self._patience_seconds:g} s"
                raise LookupError(f"{late}. There stands: {read_aloud()}")
            time.sleep(0.005)

    def read(self, words: str) -> str:
        """Wait until `words` stand somewhere; the whole of what stands there."""
        return self.wait_for(f"the words {words!r}", lambda: said(words)).text()

    def see(self, words: str) -> None:
        """Wait until a button is called so, even one that cannot be clicked."""
        self.wait_for(f"the button {words!r}", lambda: things(QAbstractButton, words))

    def sees(self, words: str) -> bool:
        """Whether a button is called so now."""
        return any(each.isEnabled() for each in things(QAbstractButton, words))

    def is_on(self, words: str) -> bool:
        """Whether a button that stays down is down."""
        found = self.wait_for(f"the button {words!r}", lambda: next(iter(things(QAbstractButton, words)), None))
        return found.isChecked()

    # Acting

    def click(self, words: str) -> None:
        """Click a button, a box to tick or a choice, as soon as it can be clicked."""

        def ready() -> QAbstractButton | None:
            return next((each for each in things(QAbstractButton, words) if each.isEnabled()), None)

        self._come_to(self.wait_for(f"the button {words!r}", ready))
        found = self.wait_for(f"the button {words!r}", ready)  # it may have been greyed while its window came forward
        self._write_down(f"klik “{words}”", found)
        at = (
            QPoint(MARK_PX, found.height() // 2)
            if isinstance(found, QCheckBox | QRadioButton)
            else found.rect().center()
        )
        QTest.mouseClick(found, LEFT, pos=at)
        self._application.processEvents()

    def fill(self, words: str, text: str) -> None:
        """Type `text` into a field in the place of what is there."""
        found = self._field(words)
        self._note(f"isi “{words}”", found)
        found.setFocus(Qt.FocusReason.TabFocusReason)
        if not isinstance(found, QAbstractSpinBox):
            QTest.keySequence(found, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(found, text)
        self._application.processEvents()

    def _field(self, words: str) -> QWidget:
        def ready() -> QWidget | None:
            every: list[QWidget] = []
            for kind in (QLineEdit, QPlainTextEdit, QAbstractSpinBox):
                every += things(kind, words)
            return next((each for each in every if each.isEnabled()), None)

        return self.wait_for(f"the field {words!r}", ready)

    def choose(self, words: str, wanted: str) -> None:
        """Choose in a list that drops down, with the arrow keys."""
        box = self.wait_for(f"the list {words!r}", lambda: next(iter(things(QComboBox, words)), None))
        at = self.wait_for(f"{wanted!r} in {words!r}", lambda: box.findText(wanted) + 1) - 1
        self._note(f"pilih “{wanted}” di “{words}”", box)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != at:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if at > before else Qt.Key.Key_Up)
            if box.currentIndex() == before:
                raise LookupError(f"{wanted!r} cannot be chosen in {words!r}")
        self._application.processEvents()

    def pick(self, words: str, wanted: str, *, twice: bool = False) -> None:
        """Click, or click twice, a line or a card of the list that is called `words`."""

        def ready() -> tuple[QAbstractItemView, QRect] | None:
            for view in things(QAbstractItemView, words):
                index = item(view, wanted)
                if index is not None:
                    view.scrollTo(index)
                    return view, view.visualRect(index)
            return None

        view, place = self.wait_for(f"{wanted!r} in {words!r}", ready)
        self._note(f"{'klik ganda' if twice else 'klik'} “{wanted}”", view, place)
        index = item(view, wanted)  # again: a picture was taken meanwhile, and more may have come
        if index is None:
            raise LookupError(f"{wanted!r} went away from {words!r}")
        at = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
        if twice:
            QTest.mouseDClick(view.viewport(), LEFT, pos=at)
        self._application.processEvents()

    def press(self, keys: str) -> None:
        """Press a chord of keys where the keyboard is."""
        focused = QApplication.focusWidget() or windows()[0]
        self._note(f"tekan {keys}", focused)
        QTest.keySequence(focused, QKeySequence(keys))
        self._application.processEvents()

    def give_file(self, path: Path) -> None:
        """Name a file in the window that asks for one, and press Enter: two actions."""
        asked = self.wait_for("a window that asks for a file", _file_dialog)
        line = asked.findChildren(QLineEdit)[0]
        self._note(f"isi nama berkas {path.name}", line)
        line.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(line, str(path))
        self._note("tekan Enter", line)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self._application.processEvents()

    def _note(self, action: str, widget: QWidget, place: QRect | None = None) -> None:
        self._come_to(widget)
        self._write_down(action, widget, place)

    def _come_to(self, widget: QWidget) -> None:
        self._forward(widget.window())
        scroll_to(widget)

    def _write_down(self, action: str, widget: QWidget, place: QRect | None = None) -> None:
        self.actions.append(action)
        if self._album is not None:
            window, inside = widget.window(), place_in(widget.window(), widget)
            marked = inside if place is None else place.translated(inside.topLeft()).intersected(inside)
            self._album.take(window, action, marked)

    def _forward(self, window: QWidget) -> None:
        """Give a window the keyboard, as a click on it does; a menu has it already."""
        if window.windowType() is Qt.WindowType.Popup:
            return

        def is_active() -> bool:  # asked again: a dialog that is just closing still holds it
            window.activateWindow()
            return window.isActiveWindow()

        self.wait_for(f"the window {window.windowTitle()!r} in front", is_active)


def _file_dialog() -> QFileDialog | None:
    return next((each for each in windows() if isinstance(each, QFileDialog)), None)
