"""A walk through every page that leaves a picture of each, for the manual and for looking at with a fresh eye."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from displayctl.desk.installation import find_installation
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.requests import RequestsPage
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.preferences import LANGUAGES

SIZES = ((1366, 768), (1920, 1080))
LONGEST_WAIT_SECONDS = 20.0
QUIET_SECONDS = 0.5


def grab_pages(
    data: Path | None,
    hub: str | None,
    folder: Path,
    sizes: Iterable[tuple[int, int]] = SIZES,
    languages: Iterable[str] = LANGUAGES,
) -> tuple[Path, ...]:
    """Save every page as ``<page>-<language>-<width>x<height>.png`` in `folder`; the files, in order.

    Needs a screen (or the offscreen platform) and a hub, which is started if the installation has none running.
    Raises DeskError, HubError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    installation = find_installation(data)
    finder = HubFinder(installation, hub)
    application = make_application()
    saved: list[Path] = []
    try:
        with open_desk(application, installation, finder) as desk:
            before = desk.preferences.language, desk.preferences.page
            window = MainWindow(desk)
            window.show()
            settle(application, desk, until_loaded=True)
            for language in languages:
                window.speak(language)
                for size in sizes:
                    window.resize(*size)
                    saved += [_grab(application, desk, window, kind.name, folder) for kind in PAGES]
                    saved.append(_grab_emergency(application, desk, window, folder))
            desk.preferences.language, desk.preferences.page = before
            window.close()
            window.deleteLater()
            application.processEvents()
    finally:
        finder.stop()
    return tuple(saved)


def settle(application: QApplication, desk: Desk, *, until_loaded: bool = False) -> None:
    """Let Qt and the task door work until nothing is under way for a moment."""
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    quiet_since = time.monotonic()
    while time.monotonic() < deadline:
        application.processEvents()
        busy = desk.tasks.under_way > 0 or (until_loaded and not desk.catalogue.loaded)
        if busy:
            quiet_since = time.monotonic()
        elif time.monotonic() - quiet_since > QUIET_SECONDS:
            return
        time.sleep(0.01)


def _grab(application: QApplication, desk: Desk, window: MainWindow, name: str, folder: Path) -> Path:
    window.show_page(name)
    window.banner.hide()
    settle(application, desk)
    choose_something(window)
    settle(application, desk)
    return _save(window, folder, name, desk)


def choose_something(window: MainWindow) -> None:
    """Choose something on the page, so that its panels are seen with contents."""
    page = window.page
    if isinstance(page, LibraryPage) and page.model.media:
        page.grid.setCurrentIndex(page.model.index(0))
    elif isinstance(page, PlaylistsPage) and page.model.entries:
        page.entries.setCurrentIndex(page.model.index(0))
    elif isinstance(page, RequestsPage) and page.shown:
        page.pick(page.shown[0].id)
    elif isinstance(page, SchedulePage) and page.slots():
        page.pick(max(page.slots(), key=lambda slot: slot.priority).id)
    elif isinstance(page, WallsPage):
        connected = [tile.id for tile in page.tiles if tile.connected]
        if connected:
            page.pick(connected[0])
            page.details.deeds.picture(page.details.walls)


def _grab_emergency(application: QApplication, desk: Desk, window: MainWindow, folder: Path) -> Path:
    emergency = window.open_emergency()
    if emergency is None:
        raise RuntimeError("whoever is signed in may not send emergencies; sign in as a duty officer")
    settle(application, desk)
    emergency.compose.templates.choose("quake")
    settle(application, desk)
    path = _save(emergency, folder, "emergency", desk, window)
    emergency.leave()
    settle(application, desk)
    return path


def _save(widget: QWidget, folder: Path, name: str, desk: Desk, window: MainWindow | None = None) -> Path:
    size = (window or widget).size()
    path = folder / f"{name}-{desk.language.code}-{size.width()}x{size.height()}.png"
    widget.grab().save(str(path))
    return path


def main(arguments: list[str] | None = None) -> int:
    """``python -m displayctl.desktop.tour FOLDER [--data DIR] [--hub URL]``."""
    parser = argparse.ArgumentParser(prog="displayctl.desktop.tour", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--hub")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--size", action="append", help="as 1366x768")
    wish = parser.parse_args(arguments)
    sizes = [tuple(int(n) for n in size.split("x")) for size in wish.size or ()] or SIZES
    saved = grab_pages(wish.data, wish.hub, wish.folder, sizes, wish.language or LANGUAGES)  # type: ignore[arg-type]
    print(f"{len(saved)} pictures in {wish.folder}")  # noqa: T201 - what a person at the terminal is told
    return 0


if __name__ == "__main__":
    sys.exit(main())
