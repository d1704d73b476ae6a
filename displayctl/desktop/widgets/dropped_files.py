"""Files let go of over a widget: they are copied, for a file manager takes away what was moved somewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take_as_copy(event: QDropEvent) -> None:
    """Accept what is held over a widget or let go of there, whatever key is held."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def files_of(event: QDropEvent) -> list[Path]:
    """The files and folders of this computer among it."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def addresses_of(event: QDropEvent) -> list[str]:
    """The addresses that are no file here, as of a picture dragged out of a browser."""
    return [url.toDisplayString() for url in event.mimeData().urls() if not url.isLocalFile()]
