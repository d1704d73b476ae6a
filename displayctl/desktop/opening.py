"""Opening the desktop: a window at once, the hub found or started behind it, then the desk."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from displayctl.desk.installation import Installation, find_installation
from displayctl.desktop.care.watch_desk import Care, care_for
from displayctl.desktop.dialog_room import make_dialogs_fit
from displayctl.desktop.language import Language
from displayctl.desktop.look.appearance import Appearance, make_application
from displayctl.desktop.options import Options
from displayctl.desktop.preferences import LANGUAGES, Preferences
from displayctl.desktop.restart import RESTART_CODE, start_again
from displayctl.desktop.start_window import StartWindow
from displayctl.desktop.sweep import Sweep
from displayctl.desktop.tasks import Tasks

if TYPE_CHECKING:
    from displayctl.desktop.application import HubFinder
    from displayctl.desktop.desk import Desk
    from displayctl.desktop.hub_door import HubDoor

SIGNAL_CHECK_MS = 250
_NO_MORE = object()


class Opening(QObject):
    """Brings the desktop up in `stack`. `failed` tells whether the last try came to nothing."""

    def __init__(
        self,
        application: QApplication,
        installation: Installation,
        options: Options,
        stack: contextlib.ExitStack,
        care: Care | None = None,
    ) -> None:
        super().__init__()
        self._application, self._installation, self._options, self._stack = application, installation, options, stack
        self._care = care
        self._finder: HubFinder | None = None
        self.failed = False
        self._preferences = Preferences(installation.data / "desktop.ini")
        if options.language in LANGUAGES:
            self._preferences.language = options.language
        self._language = Language(application)
        self._language.speak(self._preferences.language)
        stack.callback(self._language.fall_silent)
        appearance = Appearance(application, self._preferences)
        stack.callback(appearance.leave)
        self._tasks = Tasks()
        stack.callback(self._tasks.close)
        self._sweep = Sweep(self)
        self.window = StartWindow()
        self.window.again.connect(self.begin)
        self.window.standing.connect(self._load)
        self.window.show()

    def _load(self) -> None:
        """Everything else is imported only now, beside the window that stands already: this takes a second."""
        work = partial(_hub_finder, self._preferences.first_page(self._options.page))
        self._tasks.run(work, self._loaded, self._tell, owner=self.window)

    def _loaded(self, finder: type[HubFinder]) -> None:
        self._finder = finder(self._installation, self._options.hub)
        self._stack.callback(self._finder.stop)
        self.begin()
        from displayctl.desktop.navigation import draw_icons

        self._draw_ahead(draw_icons())

    def _draw_ahead(self, steps: Iterator[None]) -> None:
        """While a thread finds the hub, the UI thread has nothing to do; one step a turn, for what else comes."""
        if next(steps, _NO_MORE) is not _NO_MORE:
            QTimer.singleShot(0, self, partial(self._draw_ahead, steps))

    def begin(self) -> None:
        """Find the hub, or start it; read the code for that first where this came to nothing."""
        self.failed = False
        self.window.show_starting()
        finder = self._finder
        if finder is None:
            self._load()
        else:
            self._tasks.run(partial(_hub_door, finder), partial(self._open, finder), self._tell, owner=self.window)

    def _open(self, finder: HubFinder, door: HubDoor) -> None:
        from displayctl.desktop.application import open_desk

        desk = self._stack.enter_context(open_desk(self._application, self._installation, finder, door=door))
        # The desk speaks now; a second translation would stay when it changes to English.
        self._language.fall_silent()
        # What was read stays for the day; to look at all of it again would hold everything up.
        desk.catalogue.ready.connect(gc.freeze)
        QTimer.singleShot(0, self, partial(self._show, desk))

    def _show(self, desk: Desk) -> None:
        from displayctl.desktop.application import show_window

        window = show_window(desk, self._options)
        if self._care is not None:
            self._care.follow(desk)
            self._care.tell_former(window)
        self._stack.callback(window.deleteLater)
        self._stack.callback(window.close)
        self.window.close()

    def _tell(self, error: Exception) -> None:
        from displayctl.desktop.presenters.start_words import say_start_problem

        self.failed = True
        sys.stderr.write(f"displayctl: {error}\n")
        self.window.show_failed(*say_start_problem(error, self._installation))


def _hub_finder(page: str) -> type[HubFinder]:
    """Imports the window, and of its pages the one that it opens with.

    Nothing of that is ever let go of: the collector need not look at it, neither now nor later.
    """
    gc.disable()
    try:
        from displayctl.desktop.application import HubFinder
        from displayctl.desktop.page_kinds import kind_named

        kind_named(page).door()
    finally:
        gc.freeze()
        gc.enable()
    return HubFinder


def _hub_door(finder: HubFinder) -> HubDoor:
    from displayctl.desktop.hub_door import HubDoor

    return HubDoor(finder.locate())


def run(options: Options) -> int:
    """Open the desktop and stay until its window is closed; the exit code of the program."""
    installation = find_installation(options.data)
    application = make_application(scale_percent=Preferences(installation.data / "desktop.ini").scale_percent)
    make_dialogs_fit(application)
    with contextlib.ExitStack() as stack:
        care = stack.enter_context(care_for(installation))
        opening = Opening(application, installation, options, stack, care)
        with _ended_by_signals(application):
            code = application.exec()
        opening.window.close()
    if code == RESTART_CODE:
        start_again()
        return 0
    return 1 if opening.failed else code


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
