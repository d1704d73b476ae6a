"""How far the import of a folder is: a line with its progress, a pause, a way to stop it, and what did not go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_record import Came
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, icon_button, label, row

SETTLE_MS = 100


class ImportLine(QFrame):
    """Hidden while there is no import. Signal: `details_asked`."""

    details_asked = Signal()

    def __init__(self, running: FolderImport) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._import = running
        self._words = label("", "", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.setAccessibleName(self.tr("Import of a folder"))
        self.pause = button(self.tr("Pause"), running.pause)
        self.go_on = button(self.tr("Go on"), running.go_on, "primary")
        self.details = button(self.tr("Details…"), self.details_asked.emit, "quiet")
        self.stop = icon_button("close", self.tr("Stop the import"), self._stop)
        layout = row(self._words, self._bar, self.go_on, self.pause, self.details, self.stop, spacing=SPACE_M)
        layout.setContentsMargins(SPACE_L, SPACE_S, SPACE_M, SPACE_S)
        self.setLayout(layout)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.draw)
        running.changed.connect(self._draw_soon)
        self.draw()

    @property
    def words(self) -> str:
        return self._words.text()

    def _stop(self) -> None:
        running = self._import
        if running.under_way:
            running.cancel()
        else:
            running.dismiss()

    def _draw_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def draw(self) -> None:
        """Say how far it is."""
        running = self._import
        self.setVisible(running.there or running.scanning)
        self._bar.setRange(0, 0 if running.scanning else max(1, len(running.plan.items)))
        self._bar.setValue(running.count)
        self._bar.setVisible(running.scanning or running.under_way)
        self.pause.setVisible(running.under_way and not running.paused)
        self.go_on.setVisible(running.under_way and running.paused)
        self.details.setVisible(running.there)
        self._words.setText(self._sentence())
        name = self.tr("Stop the import") if running.under_way or running.scanning else self.tr("Dismiss")
        self.stop.setToolTip(name)
        self.stop.setAccessibleName(name)

    def _sentence(self) -> str:
        running = self._import
        if running.scanning:
            return self.tr("Looking through the folder…")
        name, total = Path(running.plan.root).name, len(running.plan.items)
        if running.under_way:
            words = (
                self.tr("Import of “{folder}” is paused at {done} of {total}.")
                if running.paused
                else self.tr("Importing “{folder}”: {done} of {total} done.")
            )
            return words.format(folder=name, done=running.count, total=total)
        if not total:
            return self.tr("“{folder}” holds no pictures, videos or documents.").format(folder=name)
        words = self.tr("“{folder}” was imported: {added} new, {there} were there already, {refused} not taken.")
        if running.stopped:
            words = self.tr(
                "The import of “{folder}” was stopped: {added} new, {there} were there already, {refused} not taken, "
                "{left} left out."
            )
        counts = running.counts
        return words.format(
            folder=name,
            added=counts[Came.ADDED],
            there=counts[Came.THERE],
            refused=counts[Came.REFUSED],
            left=total - running.count,
        )
