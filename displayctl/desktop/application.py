"""The desk: find or start the hub, bring everything on it together, show the window, and put it away again."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from displayctl.api.errors import HubError
from displayctl.desk.installation import Installation, running_hub
from displayctl.desk.known_hubs import pin_for
from displayctl.desk.local_hub import LocalHub, start_hub
from displayctl.desk.sessions import credential, forget_session, keep_session
from displayctl.desktop.care.around_window import CareAround
from displayctl.desktop.care.clock_watch import ClockWatch
from displayctl.desktop.catalogue import Catalogue
from displayctl.desktop.desk import Desk
from displayctl.desktop.drafts import Drafts
from displayctl.desktop.edits import Edits
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.language import Language
from displayctl.desktop.link import HubAddress, Link
from displayctl.desktop.look.appearance import Appearance
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.myself import Myself
from displayctl.desktop.options import Options
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.preferences import Preferences
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.trust.first_look import FirstLook
from displayctl.desktop.unsaved.drawer import Drawer
from displayctl.desktop.unsaved.keeping import Keeping
from displayctl.desktop.unsaved.outbox import Outbox
from displayctl.desktop.uploads import Uploads
from displayctl.desktop.widgets.input_watch import InputWatch
from displayctl.errors import BackupError, DeskTokenMissing
from schedules.clock import Clock, SystemClock


class HubFinder:
    """Tells where the hub is; a local one that is not running is started, as often as it takes."""

    def __init__(self, installation: Installation, url: str | None) -> None:
        self.installation, self._url = installation, url
        here = running_hub(installation) if url is not None else None
        self._elsewhere = url is not None and (here is None or here.url != url)
        self._local: LocalHub | None = None
        self._lock = threading.Lock()

    def locate(self) -> HubAddress:
        """The hub's address now; raises DeskError where there is none to be had."""
        if self._url is not None:
            pin = pin_for(self.installation, self._url)
            return HubAddress(self._url, self._token(self._url), pin)
        with self._lock:
            if self._local is None or not self._healthy(self._local):
                previous, self._local = self._local, None
                if previous is not None and not previous.running:
                    previous.stop()
                self._local = start_hub(self.installation)
                if previous is not None and previous.running and previous.started_here:
                    self._local = previous
            pin = pin_for(self.installation, self._local.url)
            return HubAddress(self._local.url, credential(self.installation), pin)

    def _token(self, url: str) -> str:
        """What opens the hub; nothing where somebody has to sign in first, which it answers itself then."""
        try:
            return credential(self.installation, url)
        except DeskTokenMissing:
            return ""

    def keep(self, token: str) -> None:
        """Keep the session that was opened with this hub. Raises OSError."""
        keep_session(self.installation, self._url, token)

    def forget(self) -> None:
        """Forget the session with this hub."""
        forget_session(self.installation, self._url)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the hub is one whose address was given, and not the one of this folder: it may be far away."""
        return self._elsewhere

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """No hub runs within the block; whoever asks for one waits until it ends. Raises BackupError."""
        if self._elsewhere:
            raise BackupError("the hub runs elsewhere; do this on its own computer: displayctl backup restore")
        with self._lock:
            found = self._local is not None and self._local.running and not self._local.started_here
            if found or self._url is not None:
                raise BackupError(
                    "the hub runs as a service of its own; stop it, then do this with: displayctl backup restore"
                )
            if self._local is not None:
                self._local.stop()
                self._local = None
            yield

    def _healthy(self, hub: LocalHub) -> bool:
        if not hub.running:
            return False
        with hub.client(timeout_seconds=2.0) as client, contextlib.suppress(HubError):
            client.health()
            return True
        return False

    def stop(self) -> None:
        """End the hub, if it was started here; one that is just starting is awaited for that."""
        with self._lock:
            if self._local is not None:
                self._local.stop()


@contextlib.contextmanager
def open_desk(
    application: QApplication,
    installation: Installation,
    finder: HubFinder,
    clock: Clock | None = None,
    door: HubDoor | None = None,
) -> Iterator[Desk]:
    """A workplace on the hub that `finder` finds, or has found behind `door`; it ends with the block, and all in it.

    Raises DeskError, HubError where there was no `door`.
    """
    preferences = Preferences(installation.data / "desktop.ini")
    language = Language(application)
    language.speak(preferences.language)
    appearance = Appearance(application, preferences)
    hub = door or HubDoor(finder.locate())
    tasks = Tasks()
    catalogue = Catalogue(tasks)
    drawer, outbox = Drawer(tasks), Outbox(tasks, hub)
    edits = Edits(catalogue, outbox)
    drafts = Drafts(tasks, catalogue, hub)
    pictures = Pictures(tasks, hub)
    link = Link(finder.locate)
    myself = Myself(tasks, hub, link, finder)
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
        myself,
        appearance,
        finder,
        drawer,
        outbox,
    )

    def came(address: HubAddress) -> None:
        hub.move(address)
        pictures.forget_missing()
        catalogue.use(hub.client)
        myself.ask()

    keeping, inputs = Keeping(desk), InputWatch(application)
    link.came.connect(came)
    link.told.connect(catalogue.take)
    link.lost.connect(lambda _: myself.ask())
    myself.left.connect(catalogue.forget)
    link.start()
    try:
        yield desk
    finally:
        link.stop()
        keeping.close()
        tasks.close()
        inputs.leave()
        hub.close()
        language.fall_silent()
        appearance.leave()
        _still(tasks, catalogue, drawer, outbox, edits, drafts, pictures, link, myself, uploads)


def _still(*parts: QObject) -> None:
    """Stop what would still come by the clock: whatever thread lets go of the parts could not stop it there."""
    for part in parts:
        for timer in part.findChildren(QTimer):
            timer.stop()


def show_window(desk: Desk, options: Options) -> MainWindow:
    """The main window where it was the last time, or as large as `options` say."""
    desk.preferences.page = desk.preferences.first_page(options.page)
    window = MainWindow(desk)
    if options.size is not None:
        window.resize(*options.size)
    elif not (desk.preferences.geometry and window.restoreGeometry(desk.preferences.geometry)):
        window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, window, partial(_surround, desk, window))
    return window


def _surround(desk: Desk, window: MainWindow) -> None:
    """What stands around the window comes a turn after it, so that the first picture does not wait for it."""
    around, look = CareAround(desk, window), FirstLook(desk, window)
    ClockWatch(desk, window).told.connect(window.tell)
    around.first_start_asked.connect(look.open_first_start)
    look.founded.connect(around.founded)
    around.begin()
    look.begin()
