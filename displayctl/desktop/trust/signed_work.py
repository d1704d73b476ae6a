"""Work that needs somebody's key: where it is locked a person is asked for the passphrase, then the work goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from content.studio.operators import Signatory
from displayctl.desktop.desk import Desk
from displayctl.desktop.keys import keyring_of
from displayctl.desktop.trust.unlock_window import UnlockWindow
from displayctl.errors import KeyLocked

T = TypeVar("T")


def run_signed(
    desk: Desk,
    owner: QWidget,
    work: Callable[[Signatory], T],
    on_done: Callable[[T], None],
    on_failed: Callable[[Exception], object],
    *,
    operator: str = "",
) -> None:
    """Do `work` off the UI thread with the key of `operator`, or of whoever signs at this desk now.

    A locked key opens an `UnlockWindow` over `owner`; closing it ends in `on_failed` with KeyLocked. Nothing is called
    once `owner` is gone.
    """

    def begin() -> None:
        desk.tasks.run(lambda: work(keyring_of(desk.installation, operator)), on_done, failed, owner=owner)

    def failed(error: Exception) -> None:
        if not isinstance(error, KeyLocked):
            on_failed(error)
            return
        window = UnlockWindow(desk, error.operator, owner)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.accepted.connect(begin)
        window.rejected.connect(lambda: on_failed(error))
        window.open()

    begin()
