"""Leaves a picture of every page and window in each language and look: ``python -m scripts.demonstration.gallery DIR``.

``--data`` and ``--hub`` name an installation and its hub, as those of `scripts/demo`; without a hub one is started.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from displayctl.desk.installation import find_installation
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.dialog_room import fit_dialog
from displayctl.desktop.emergencies.window import EmergencyWindow
from displayctl.desktop.look.appearance import Look, make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.preferences import LANGUAGES
from displayctl.desktop.tour import choose_something
from scripts.demonstration.dialogs import DIALOGS

SIZES = {100: ((1366, 768), (1920, 1080)), 150: ((1280, 720),), 200: ((960, 540),)}
"""Windows that fill a screen of 1366x768 or 1920x1080, by scale: in Qt's pixels, of which there are fewer."""

LOOKS = (Look.LIGHT, Look.DARK, Look.CONTRAST)
WHAT_HAPPENS = "quake"
QUIET_SECONDS, LONGEST_WAIT_SECONDS = 0.12, 10.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    folder: Path
    data: Path | None
    hub: str | None
    scales: tuple[int, ...]
    looks: tuple[Look, ...]
    languages: tuple[str, ...]
    only: tuple[str, ...]


class Gallery:
    """A window on a hub, and the pictures taken of it."""

    def __init__(self, application: QApplication, desk: Desk, window: MainWindow, wish: Wish, scale: int) -> None:
        self._application, self._desk, self._window = application, desk, window
        self._wish, self._scale = wish, scale
        self.taken = 0

    def take_all(self) -> None:
        """Pages in each size, and windows once, in every language and look that are wished."""
        for language, look in product(self._wish.languages, self._wish.looks):
            self._desk.appearance.choose(look)
            self._window.speak(language)
            self._settle()
            for size in SIZES[self._scale]:
                self._window.resize(*size)
                self._take_pages(look, size)
            self._take_dialogs(look)

    def _take_pages(self, look: Look, size: tuple[int, int]) -> None:
        for name in self._wanted(kind.name for kind in PAGES):
            self._window.show_page(name)
            self._window.banner.hide()
            self._settle()
            choose_something(self._window)
            self._settle()
            self._window.banner.hide()
            self._save(self._window, f"page-{name}", look, f"{size[0]}x{size[1]}")

    def _take_dialogs(self, look: Look) -> None:
        for name in self._wanted(iter(DIALOGS)):
            dialog = DIALOGS[name](self._desk, self._window)
            self._fit(dialog)
            dialog.show()
            self._settle()
            if isinstance(dialog, EmergencyWindow):
                dialog.compose.templates.choose(WHAT_HAPPENS)
                self._settle()
            self._save(dialog, f"window-{name}", look, f"{dialog.width()}x{dialog.height()}")
            dialog.hide()
            dialog.deleteLater()
            self._settle()

    def _fit(self, dialog: QDialog) -> None:
        """At a larger scale, as on a screen of 1920x1080."""
        if self._scale != 100:
            fit_dialog(dialog, QSize(*SIZES[self._scale][0]))

    def _wanted(self, names: Iterator[str]) -> list[str]:
        return [name for name in names if not self._wish.only or name in self._wish.only]

    def _save(self, widget: QWidget, name: str, look: Look, size: str) -> None:
        place = self._wish.folder / f"{name}-{self._desk.language.code}-{look}-{size}-{self._scale}.png"
        widget.grab().save(str(place))
        self.taken += 1

    def _settle(self) -> None:
        """Let Qt and the task door work until nothing was under way for a moment."""
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        quiet_since = time.monotonic()
        while time.monotonic() < min(deadline, quiet_since + QUIET_SECONDS):
            self._application.processEvents()
            if self._desk.tasks.under_way or not self._desk.catalogue.loaded:
                quiet_since = time.monotonic()
            time.sleep(0.005)


def take(wish: Wish, scale: int) -> int:
    """Take the pictures of one scale, which is that of this whole process; how many."""
    wish.folder.mkdir(parents=True, exist_ok=True)
    application = make_application(scale_percent=scale)
    finder = HubFinder(find_installation(wish.data), wish.hub)
    try:
        with open_desk(application, finder.installation, finder) as desk:
            before = desk.preferences.language, desk.preferences.page, desk.preferences.look
            window = MainWindow(desk)
            window.setMinimumSize(320, 240)
            window.show()
            gallery = Gallery(application, desk, window, wish, scale)
            gallery.take_all()
            desk.preferences.language, desk.preferences.page, desk.preferences.look = before
            window.close()
            window.deleteLater()
            application.processEvents()
    finally:
        finder.stop()
    return gallery.taken


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts.demonstration.gallery", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--hub")
    parser.add_argument("--scale", type=int, choices=SIZES, action="append")
    parser.add_argument("--look", choices=[str(look) for look in LOOKS], action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--only", action="append", help="a page or window by its name")
    given = parser.parse_args(arguments)
    wish = Wish(
        given.folder,
        given.data,
        given.hub,
        tuple(given.scale or SIZES),
        tuple(Look(look) for look in given.look or LOOKS),
        tuple(given.language or LANGUAGES),
        tuple(given.only or ()),
    )
    if len(wish.scales) == 1:
        print(f"{take(wish, wish.scales[0])} pictures at {wish.scales[0]} % in {wish.folder}")
        return 0
    return max(_in_a_process_of_its_own(scale, arguments or sys.argv[1:]) for scale in wish.scales)


def _in_a_process_of_its_own(scale: int, arguments: list[str]) -> int:
    """Qt takes one scale a process."""
    command = (sys.executable, "-m", "scripts.demonstration.gallery", *arguments, "--scale", str(scale))
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
