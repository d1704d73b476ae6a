"""What can be done with a medium's file: another one, a former one, a part of the clip or the picture, its pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.crop_window import CropWindow
from displayctl.desktop.library.cut_window import CutWindow
from displayctl.desktop.library.pages_window import PagesWindow
from displayctl.desktop.library.versions_window import VersionsWindow
from displayctl.desktop.look.palette import SPACE_XS
from displayctl.desktop.uploads import UploadEnd
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import button

_FILES = (MediumKind.PICTURE, MediumKind.ANIMATION, MediumKind.VIDEO, MediumKind.DOCUMENT)


class MediumActions(QWidget):
    """Buttons that open windows about one medium. Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._medium: MediumInfo | None = None
        self._replacing: dict[int, MediumInfo] = {}
        desk.uploads.ended.connect(self._sent)
        self.replace = button(self.tr("Replace…"), self._replace, "quiet", "refresh")
        self.former = button(self.tr("Former files…"), self._show_former, "quiet", "trail")
        self.cut = button(self.tr("Cut…"), lambda: self._open(CutWindow), "quiet", "film")
        self.crop = button(self.tr("Crop…"), lambda: self._open(CropWindow), "quiet", "target")
        self.pages = button(self.tr("Pages…"), lambda: self._open(PagesWindow), "quiet", "document")
        self.setLayout(Flow(*self.buttons, spacing=SPACE_XS))
        self.replace.setToolTip(self.tr("Another file in its place; every booking stays"))

    def show_medium(self, medium: MediumInfo) -> None:
        """Offer what goes with this medium."""
        self._medium = medium
        has_file = medium.kind in _FILES and medium.stream is None
        ready = medium.state is MediumState.READY
        offered = (
            (self.replace, has_file),
            (self.former, has_file and medium.replaced > 0),
            (self.cut, medium.kind is MediumKind.VIDEO and ready),
            (self.crop, has_file and ready),
            (self.pages, medium.kind is MediumKind.DOCUMENT and ready),
        )
        for made, wanted in offered:
            made.setVisible(wanted)
        self.setVisible(any(wanted for _, wanted in offered))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Those of what can be done with some medium; what does not go with this one is hidden."""
        return self.replace, self.former, self.cut, self.crop, self.pages

    def _replace(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose the file that shall take its place"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.replace_with(Path(names[0])))
        dialog.open()

    def replace_with(self, path: Path) -> None:
        """Give the medium another file; it takes its way as every file does."""
        if self._medium is not None:
            self._replacing[self._desk.uploads.replace_file(self._medium, path)] = self._medium

    def _sent(self, end: UploadEnd) -> None:
        """Say that the file was taken; why one was not is told by the page."""
        medium = self._replacing.pop(end.number, None)
        if medium is not None and end.job is not None:
            words = self.tr("“{title}” gets another file; its bookings stay. Publish to bring it onto the walls.")
            self.told.emit(words.format(title=medium.title), "good")

    def _show_former(self) -> None:
        self._open(VersionsWindow)

    def _open(self, kind: type[CropWindow | CutWindow | PagesWindow | VersionsWindow]) -> QDialog | None:
        if self._medium is None:
            return None
        window = kind(self._desk, self._medium, self.window())
        window.told.connect(self.told)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
        return window
