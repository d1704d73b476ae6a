"""Opening the desktop: find or start the hub, make the desk, show the window, and put everything away again."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from displayctl.api.errors import HubError
from displayctl.desk.installation import Installation, desk_token, find_installation
from displayctl.desk.local_hub import LocalHub, start_hub
from displayctl.desktop.catalogue import Catalogue
from displayctl.desktop.desk import Desk
from displayctl.desktop.drafts import Drafts
from displayctl.desktop.edits import Edits
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.language import Language
from displayctl.desktop.link import HubAddress, Link
from displayctl.desktop.look.icons import icon
from displayctl.desktop.look.palette import COLOURS, FONTS, TEXT_BODY, qt_palette
from displayctl.desktop.look.stylesheet import style_sheet
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.preferences import LANGUAGES, Preferences
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.uploads import Uploads
from displayctl.errors import DeskError
from schedules.clock import Clock, SystemClock

SIGNAL_CHECK_MS = 250


@dataclass(frozen=True, slots=True)
class Options:
    """How the desktop is opened. `hub` speaks to a hub that runs elsewhere; else this installation's own is used.

    `language`, `page` and `size` overrule what was kept from the last time.
    """

    data: Path | None = None
    hub: str | None = None
    language: str | None = None
    page: str | None = None
    size: tuple[int, int] | None = None


class HubFinder:
    """Tells where the hub is; a local one that is not running is started, as often as it takes."""

    def __init__(self, installation: Installation, url: str | None) -> None:
        self.installation, self._url = installation, url
        self._local: LocalHub | None = None
        self._lock = threading.Lock()

    def locate(self) -> HubAddress:
        """The hub's address now; raises DeskError where there is none to be had."""
        if self._url is not None:
            return HubAddress(self._url, desk_token(self.installation))
        with self._lock:
            if self._local is None or not self._healthy(self._local):
                previous, self._local = self._local, None
                if previous is not None and not previous.running:
                    previous.stop()
                self._local = start_hub(self.installation)
                if previous is not None and previous.running and previous.started_here:
                    self._local = previous
            return HubAddress(self._local.url, desk_token(self.installation))

    def _healthy(self, hub: LocalHub) -> bool:
        if not hub.running:
            return False
        with hub.client(timeout_seconds=2.0) as client, contextlib.suppress(HubError):
            client.health()
            return True
        return False

    def stop(self) -> None:
        """End the hub, if it was started here."""
        if self._local is not None:
            self._local.stop()


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application with our look; there is one a process."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        application = found
    else:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        application = QApplication(arguments or sys.argv[:1])
    application.setApplicationName("displayctl")
    application.setDesktopFileName("displayctl")
    application.setStyle(QStyleFactory.create("Fusion"))
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPixelSize(TEXT_BODY)
    application.setFont(font)
    application.setPalette(qt_palette())
    application.setStyleSheet(style_sheet())
    application.setWindowIcon(icon("wall", COLOURS.accent))
    return application


@contextlib.contextmanager
def open_desk(
    application: QApplication, installation: Installation, finder: HubFinder, clock: Clock | None = None
) -> Iterator[Desk]:
    """A workplace on the hub that `finder` finds. Raises DeskError, HubError. Everything in it ends with the block."""
    preferences = Preferences(installation.data / "desktop.ini")
    language = Language(application)
    language.speak(preferences.language)
    hub = HubDoor(finder.locate())
    tasks = Tasks()
    catalogue = Catalogue(tasks)
    edits = Edits(tasks, catalogue, hub)
    drafts = Drafts(tasks, catalogue, hub)
    pictures = Pictures(tasks, hub)
    link = Link(finder.locate)
    uploads = Uploads(tasks, hub, catalogue)
    desk = Desk(
        installation,
        hub,
        tasks,
        link,
        catalogue,
        edits,
        drafts,
        pictures,
        uploads,
        preferences,
        language,
        clock or SystemClock(),
    )

    def came(address: HubAddress) -> None:
        hub.move(address)
        pictures.forget_missing()
        catalogue.use(hub.client)

    link.came.connect(came)
    link.told.connect(catalogue.take)
    link.start()
    try:
        yield desk
    finally:
        link.stop()
        tasks.close()
        hub.close()
        language.fall_silent()


def show_window(desk: Desk, options: Options) -> MainWindow:
    """The main window where it was the last time, or as large as `options` say."""
    if options.page is not None:
        desk.preferences.page = options.page
    window = MainWindow(desk)
    if options.size is not None:
        window.resize(*options.size)
    elif not (desk.preferences.geometry and window.restoreGeometry(desk.preferences.geometry)):
        window.resize(1366, 768)
    window.show()
    return window


@contextlib.contextmanager
def _ended_by_signals(application: QApplication) -> Iterator[None]:
    """SIGINT and SIGTERM close the window in order, so that a hub started here is stopped too."""

    def end(number: int, frame: object) -> None:
        application.quit()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    # Python looks at signals between its own instructions only; this gives it some.
    pulse = QTimer()
    pulse.timeout.connect(_nothing)
    pulse.start(SIGNAL_CHECK_MS)
    try:
        yield
    finally:
        pulse.stop()
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing() -> None:
    return None


def run(options: Options) -> int:
    """Open the desktop and stay until its window is closed; the exit code of the program."""
    installation = find_installation(options.data)
    finder = HubFinder(installation, options.hub)
    application = make_application()
    try:
        with open_desk(application, installation, finder) as desk:
            if options.language in LANGUAGES:
                desk.preferences.language = options.language
                desk.language.speak(options.language)
            window = show_window(desk, options)
            with _ended_by_signals(application):
                code = application.exec()
            window.close()
            window.deleteLater()
            return code
    except (DeskError, HubError) as error:
        print(f"displayctl: {error}", file=sys.stderr)  # noqa: T201 - the one line a person at the terminal gets
        return 1
    finally:
        finder.stop()
