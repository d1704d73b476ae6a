"""A form with changes is not closed unseen: Esc, a cross or Cancel ask first, and who stays has the changes still."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog

from displayctl.desktop.widgets.confirm_window import ConfirmWindow

translate = QCoreApplication.translate


def leave(form: QDialog, is_changed: bool, close: Callable[[], object]) -> None:
    """Close `form` with `close`: at once where nothing `is_changed`, else once a person gives the changes up."""
    if not is_changed or not form.isVisible():
        close()
        return
    if any(asked.isVisible() for asked in form.findChildren(ConfirmWindow)):
        return
    title = translate("Leaving", "Close without saving?")
    words = translate("Leaving", "What you changed here was not saved, and goes with this window.")
    asked = ConfirmWindow(title, words, translate("Leaving", "Close without saving"), form)
    asked.agreed.connect(lambda: close())  # as such, Qt would call what overrides it, which asks again
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.open()
