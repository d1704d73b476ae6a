"""What the desktop asks for when it opens: a first start where nobody has founded, people where old keys still sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from displayctl.desk.founded import is_founded
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow

if TYPE_CHECKING:
    from displayctl.desktop.trust.first_start import FirstStartWindow


class FirstLook(QObject):
    """Looks once whether the hub was founded; else opens the first start over the window.

    Signal: `founded` once somebody has gone through it to its end.
    """

    founded = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.first_start: FirstStartWindow | None = None

    def begin(self) -> None:
        """Ask the hub."""
        client = self._desk.hub.client
        self._desk.tasks.run(lambda: is_founded(client), self._found, _nothing, owner=self)

    def _found(self, founded: bool) -> None:
        if not founded:
            self.open_first_start()
        elif cabinet_at(self._desk.installation.keys_folder).has_former_keys:
            self._window.tell(
                self.tr("This desk still signs with keys that no passphrase protects. Open “Keys and authority”."),
                "warning",
            )

    def open_first_start(self) -> None:
        """The first start, over the main window."""
        from displayctl.desktop.trust.first_start import FirstStartWindow

        self.first_start = FirstStartWindow(self._desk, self._window)
        self.first_start.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first_start.destroyed.connect(self._closed)
        self.first_start.accepted.connect(self.founded)
        self.first_start.founded.connect(self._window.page.refresh)  # type: ignore[attr-defined]
        self.first_start.open()

    def _closed(self) -> None:
        self.first_start = None


def _nothing(error: Exception) -> None:
    """Whether the hub is there at all is told elsewhere."""
