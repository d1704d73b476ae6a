"""A small window that asks what something shall be called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.pieces import field

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Naming:
    """What is asked: the window's `title`, a sentence, the `action`, the `name` to begin with, how long one may be.

    `tidy` makes of what is typed what is wanted; it raises ValueError for what cannot be.
    """

    title: str
    words: str
    action: str
    name: str = ""
    longest: int = 80
    tidy: Callable[[str], str] = str.strip


def ask_name(desk: Desk, parent: QWidget, naming: Naming, then: Callable[[str], object]) -> AskWindow:
    """Ask, and call `then` with the name once there is one."""
    window = AskWindow(desk.tasks, naming.title, parent)
    line = QLineEdit(naming.name)
    line.setMaxLength(naming.longest)
    line.textChanged.connect(window.check)

    def work() -> Callable[[], str]:
        name = naming.tidy(line.text())
        return lambda: name

    fields = (field(translate("Naming", "Name"), line),)
    window.ask(naming.words, fields, naming.action, work, lambda: bool(line.text().strip(" /")))
    window.went.connect(then)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    line.setFocus()
    return window
