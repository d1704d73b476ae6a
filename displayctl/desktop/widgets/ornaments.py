"""Choosing what an announcement wears: a picture from a file, or a colour; each can be taken away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLabel, QWidget

from content.studio.given_pictures import shrunk_picture
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_S
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.dropped_files import files_of, take_as_copy
from displayctl.desktop.widgets.pieces import button, icon_button, label, row

SHOWN_PX = QSize(56, 34)
PATTERNS = "*.png *.jpg *.jpeg *.webp"


class PictureChoice(QWidget):
    """A picture file, made no larger than `side_px` on its longest side; dropping a file on it chooses it too.

    Signals: `changed`, `refused` with the error of a file that is no picture.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, tasks: Tasks, name: str, icon: str, side_px: int) -> None:
        super().__init__()
        self.data = b""
        self._tasks, self._name, self._icon, self._side_px = tasks, name, icon, side_px
        self.setAcceptDrops(True)
        self._shown = QLabel()
        self._shown.setFixedSize(SHOWN_PX)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = button(self.tr("Choose…"), self._ask)
        self._choose.setAccessibleName(f"{name}: {self._choose.text()}")
        self._clear = icon_button("close", self.tr("{name}: take away").format(name=name), self.take_away)
        layout = row(self._shown, label(name), None, self._choose, self._clear, spacing=SPACE_S)
        self.setLayout(layout)
        self._show()

    def show_picture(self, data: bytes) -> None:
        """Hold these bytes of a picture file; empty for none."""
        self.data = data
        self._show()

    def take(self, file: Path) -> None:
        """Read `file` off the window's thread; `changed` or `refused` tells how it went."""
        self._tasks.run(lambda: shrunk_picture(file, self._side_px), self._taken, self.refused.emit, owner=self)

    def take_away(self) -> None:
        """Go back to no picture."""
        self._taken(b"")

    def _taken(self, data: bytes) -> None:
        self.show_picture(data)
        self.changed.emit()

    def _show(self) -> None:
        picture = QPixmap()
        if self.data and picture.loadFromData(self.data):
            ratio = self.devicePixelRatioF()
            picture = picture.scaled(
                SHOWN_PX * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
        else:
            picture = icons.pixmap(self._icon, COLOURS.line_strong, 24)
        self._shown.setPixmap(picture)
        self._clear.setEnabled(bool(self.data))

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._name)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures ({patterns})").format(patterns=PATTERNS))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = files_of(event)
        if files:
            self.take(files[0])
            take_as_copy(event)


class ColourChoice(QWidget):
    """A colour as ``#rrggbb``; empty: the template's own. Signal: `changed`."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.colour = ""
        self._shown = QLabel()
        self._shown.setFixedSize(SHOWN_PX)
        self._words = label("", "soft")
        choose = button(self.tr("Choose…"), self._ask)
        choose.setAccessibleName(f"{name}: {choose.text()}")
        self._clear = icon_button("close", self.tr("{name}: as the template has it").format(name=name), self.take_away)
        self.setLayout(row(self._shown, label(name), self._words, None, choose, self._clear, spacing=SPACE_S))
        self.show_colour("")

    def show_colour(self, colour: str) -> None:
        """Show ``#rrggbb``, or that the template decides."""
        self.colour = colour
        self._shown.setStyleSheet(
            f"background: {colour or COLOURS.sunken}; border: 1px solid {COLOURS.line_strong}; border-radius: 4px;"
        )
        self._words.setText("" if colour else self.tr("from the template"))
        self._clear.setEnabled(bool(colour))

    def take_away(self) -> None:
        """Let the template decide again."""
        self._taken("")

    def _taken(self, colour: str) -> None:
        self.show_colour(colour)
        self.changed.emit()

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.colour or COLOURS.accent), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._taken(colour.name()))
        dialog.open()
