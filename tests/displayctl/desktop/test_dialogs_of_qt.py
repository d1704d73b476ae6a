"""The windows that Qt itself brings, for files and for printing: whole in Indonesian, and readable in our look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QListView

from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.look.stylesheet import style_sheet

CONTEXTS = {"QFileDialog", "QPrintDialog", "QPrintWidget", "QPrintSettingsOutput"}
NEVER_SEEN = {"Form", "...", "Alt+Left", "Alt+Right", "Alt+Up"}
"""The title of a part inside of a window, a button that names nothing, and the names of keys."""


class Unanswered(QTranslator):
    """Is asked for whatever no translation that was installed later has."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.asked: set[tuple[str, str, str]] = set()

    def translate(self, context: str, source: str, disambiguation: str | None = None, number: int = -1) -> str | None:
        self.asked.add((context, source, disambiguation or ""))
        return None


def file_dialog(folder: Path) -> QFileDialog:
    dialog = QFileDialog(None, "", str(folder), "Kalender (*.ics)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


@pytest.mark.usefixtures("indonesian")
def test_choosing_a_file_and_printing_are_whole_in_indonesian(application: QApplication, tmp_path: Path) -> None:
    printer, listening = QPrinter(), Unanswered(application)
    application.installTranslator(listening)
    try:
        dialogs: tuple[QDialog, ...] = (file_dialog(tmp_path), QPrintDialog(printer))
        for dialog in dialogs:
            dialog.show()
            application.processEvents()
            dialog.close()
    finally:
        application.removeTranslator(listening)
    asked = {each for each in listening.asked if each[0] in CONTEXTS and each[1] not in NEVER_SEEN}
    assert {context for context, _, _ in asked} == CONTEXTS
    assert not [each for each in sorted(asked) if QCoreApplication.translate(*each) == each[1]]


def test_the_places_in_the_window_for_files_are_not_painted_like_the_pages_beside_our_own(
    application: QApplication, tmp_path: Path
) -> None:
    """Its list is called as our strip of pages once was, and had dark letters on the dark ground of that."""
    dialog = file_dialog(tmp_path)
    dialog.setStyleSheet(style_sheet())
    dialog.resize(640, 440)
    dialog.show()
    application.processEvents()
    places = dialog.findChild(QListView, "sidebar")
    assert places is not None
    ground = places.viewport().grab().toImage().pixelColor(4, places.viewport().height() - 4)
    dialog.close()
    assert ground.name() != COLOURS.sidebar
    assert ground.lightness() > 200
