"""The ways in which files come into the library from a page: chosen, dropped, or a whole folder of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_record import SUFFIXES
from displayctl.desktop.library.import_window import FolderImportWindow, ResultsWindow
from displayctl.desktop.widgets.dropped_files import addresses_of, files_of, take_as_copy

LONGEST_ADDRESS = 120
PATTERNS = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))


class Adding(QObject):
    """`folder` tells where in the library the operator is: that is where files go."""

    def __init__(self, desk: Desk, running: FolderImport, page: QWidget, folder: Callable[[], str]) -> None:
        super().__init__(page)
        self._desk, self._import, self._page, self._folder = desk, running, page, folder

    def choose_files(self) -> None:
        """Ask for files and send them."""
        dialog = QFileDialog(self._page, self.tr("Add files to the library"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, False)
        dialog.setNameFilters(
            [self.tr("Pictures, videos, documents ({patterns})").format(patterns=PATTERNS), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add(Path(name) for name in names))
        dialog.open()

    def add(self, paths: Iterable[Path]) -> None:
        """Send files; a folder among them is asked about."""
        files: list[Path] = []
        for path in paths:
            if path.is_dir():
                self.import_folder(path)
            else:
                files.append(path)
        self._desk.uploads.add(files, self._folder())

    def drop(self, event: QDropEvent) -> None:
        """Send what was let go of here; what is not on this computer has to be fetched first."""
        take_as_copy(event)
        self.add(files_of(event))
        addresses = addresses_of(event)
        if addresses:
            why = self.tr("This is an address, not a file; save the file on this computer first, then add it.")
            self._desk.uploads.refused.emit(addresses[0][:LONGEST_ADDRESS], why)

    def import_folder(self, path: Path | None = None) -> None:
        """Ask which folder to import, and whereto."""
        window = FolderImportWindow(self._import, self._folder(), self._page)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if path is not None:
            window.source.take(path)
        window.open()

    def show_results(self) -> None:
        """What became of each file of the import."""
        window = ResultsWindow(self._import, self._page)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
