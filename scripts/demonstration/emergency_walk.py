"""A night at the desk: from a closed desktop to the wall, a second person, RALAT, a hub that is down, and a drill.

``python -m scripts.demonstration.emergency_walk FOLDER``: on a hub and a player of its own, whose screen is read, in a
folder that is gone afterwards. Leaves a picture of each step in both languages, and tells how long each took.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from content.delivery.roles import DRILL, EMERGENCY
from content.studio.founding import found_policy, open_repository
from content.studio.key_folder import KeyFolder
from content.studio.policy_edits import one_person, with_person
from displayctl.api.client import HubClient
from displayctl.api.models import PartKind
from displayctl.desk.recording import incident_pdf
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.area_choice import ALL, DRAWN
from displayctl.desktop.emergencies.second_person import SecondPersonWindow
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.emergencies.window import STICK, WRITE, EmergencyWindow
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.reports import ReportsPage
from displayctl.desktop.tour import settle
from displayctl.desktop.trust.unlock_window import UnlockWindow
from schedules.clock import SystemClock
from schedules.codec import display_to_dict
from schedules.position import Position
from scripts.demonstration.office import Office
from scripts.demonstration.programs import Programs
from scripts.demonstration.screens import Screen
from scripts.demonstration.week import GROUP, TAMAN, TUGU

PASSPHRASES = {"sekar": "empat gajah menari pelan", "budi": "tujuh kopi menunggu hujan"}
PLACES = {TUGU.id: Position(-0.9512, 122.7870), TAMAN.id: Position(-0.9405, 122.7960)}
LONGEST_WAIT_SECONDS = 90.0
RED_SHARE = 0.35
PAPER_SCALE = 1.2
OFFICE = "Pemerintah Kabupaten Banggai – Dinas Kominfo"
SIZE = (1350, 712)
"""What is left of 1366 x 768 beside a title bar and a task bar."""
AROUND = (QPoint(-26, -16), QPoint(10, -24), QPoint(14, 18), QPoint(-18, 24))


class Night:
    """One desktop on a running hub; `wall` is the screen of the one wall that has a player."""

    def __init__(self, application: QApplication, office: Office, wall: Screen, pictures: Path) -> None:
        self._application, self.office, self.wall, self._pictures = application, office, wall, pictures
        self._language = ""

    def wait(self, condition: Callable[[], bool]) -> float:
        """Let Qt work until `condition`; how many seconds that took."""
        began = time.monotonic()
        while not condition():
            if time.monotonic() - began > LONGEST_WAIT_SECONDS:
                raise TimeoutError(f"waited {LONGEST_WAIT_SECONDS:g} s")
            self._application.processEvents()
            time.sleep(0.005)
        return time.monotonic() - began

    def forward(self, window: QWidget) -> None:
        """Give a window the keyboard, as a click on it does: on a screen without a window manager nobody else does."""

        def is_active() -> bool:  # asked again: a dialog that is just closing still holds it
            window.activateWindow()
            return window.isActiveWindow()

        window.raise_()
        self.wait(is_active)

    def take(self, name: str, widget: QWidget, desk: Desk) -> None:
        settle(self._application, desk)
        widget.grab().save(str(self._pictures / f"emergency-{name}-{self._language}.png"))

    def tell(self, what: str, seconds: float) -> None:
        print(f"{self._language}: {what}: {seconds:.2f} s", flush=True)

    def shows_red(self) -> bool:
        """Whether a good part of the wall is the red of AWAS."""
        pixels = np.asarray(self.wall.picture(), np.int16)
        red = (pixels[..., 0] > 150) & (pixels[..., 1] < 60) & (pixels[..., 2] < 70)
        return bool(red.mean() > RED_SHARE)

    # The night

    def go(self, language: str) -> None:
        """From a closed desktop on, in one language."""
        self._language = language
        cabinet_at(self.office.installation.keys_folder).lock()
        began = time.monotonic()
        finder = HubFinder(self.office.installation, self.office.client.url)
        with open_desk(self._application, self.office.installation, finder) as desk:
            window = MainWindow(desk)
            window.speak(language)
            window.resize(1366, 768)
            window.show()
            self.wait(lambda: desk.catalogue.loaded and window.isVisible())
            self.tell("desktop opened", time.monotonic() - began)
            settle(self._application, desk)
            red = self.open_and_unlock(desk, window)
            self.send(desk, red, began)
            self.second_person(desk, red)
            self.correct(desk, red)
            self.area(desk, red)
            red.leave()
            self.drill(desk, window)
            self.record(desk, window)
            window.close()

    def open_and_unlock(self, desk: Desk, window: MainWindow) -> EmergencyWindow:
        """Action 1: F12. The key is locked, which is said at once; its passphrase is typed."""
        self.forward(window)
        began = time.monotonic()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)
        red = window.emergency_window
        if red is None:
            raise RuntimeError("the key opened no window")
        self._application.processEvents()
        self.tell("red window opened", time.monotonic() - began)
        red.resize(*SIZE)
        self.wait(lambda: bool(red.compose.templates.buttons) and red.unlock_button.isVisible())
        self.take("1-terbuka", red, desk)
        red.unlock_button.click()
        asked = red.findChildren(UnlockWindow)[-1]
        asked.person.setCurrentIndex(asked.person.findData("sekar"))
        QTest.keyClicks(asked.passphrase, PASSPHRASES["sekar"])
        asked.unlock()
        self.wait(lambda: not red.unlock_button.isVisible())
        return red

    def send(self, desk: Desk, red: EmergencyWindow, began: float) -> None:
        """Actions 2 and 3: Alt+1, and the space bar held."""
        self.forward(red)
        QTest.keyClick(red, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        ready = self.wait(red.compose.send_button.isEnabled)
        self.tell("drawn for every wall after choosing", ready)
        self.take("2-dipilih", red, desk)
        QTest.keyPress(red.compose.send_button, Qt.Key.Key_Space)
        self.wait(lambda: red.compose.send_button.share_held > 0.6)
        red.grab().save(str(self._pictures / f"emergency-3-tahan-{self._language}.png"))
        self.wait(lambda: red.compose.send_button.share_held == 0)
        held = time.monotonic()
        self.wait(self.shows_red)
        self.tell("from the end of holding to red pixels on the wall", time.monotonic() - held)
        self.tell("from a closed desktop to the wall, machine's part", time.monotonic() - began)
        QTest.keyRelease(red.compose.send_button, Qt.Key.Key_Space)
        self.wait(lambda: any(each.frame for each in red.live.details.receipts.model.answers))
        self.take("4-jawaban", red, desk)
        self.wall.picture().save(self._pictures / f"emergency-4-layar-{self._language}.png")

    def second_person(self, desk: Desk, red: EmergencyWindow) -> None:
        """Budi signs, too."""
        red.live.details.confirm_button.click()
        asked = red.findChildren(SecondPersonWindow)[-1]
        self.wait(lambda: not asked.picture.pixmap().isNull())
        self.take("5-orang-kedua", asked, desk)
        asked.passphrase.setText(PASSPHRASES["budi"])
        asked.go()
        self.wait(lambda: not red.live.details.confirm_button.isVisible())

    def correct(self, desk: Desk, red: EmergencyWindow) -> None:
        """One action: the space bar held on the button that has the keyboard already."""
        button = red.live.details.back.hold_button
        self.wait(button.isEnabled)
        self.forward(red)
        QTest.keyPress(button, Qt.Key.Key_Space)
        self.wait(lambda: button.share_held > 0)
        self.wait(lambda: button.share_held == 0)
        held = time.monotonic()
        self.wait(lambda: not self.shows_red())
        self.tell("RALAT: from the end of holding until the message is off the wall", time.monotonic() - held)
        QTest.keyRelease(button, Qt.Key.Key_Space)
        self.wait(lambda: [each.alert.kind for each in red.live.live] == ["correction"])
        self.take("6-ralat", red, desk)
        self.wall.picture().save(self._pictures / f"emergency-6-layar-{self._language}.png")
        red.live.details.back.choose(Way.CLEAR)
        button.held.emit()
        self.wait(lambda: not red.live.live)
        settle(self._application, desk)

    def area(self, desk: Desk, red: EmergencyWindow) -> None:
        """A line drawn around one wall, and other words."""
        red.show_page(WRITE)
        red.banner.hide()
        red.compose.templates.choose("flood")
        red.compose.area.choose_way(DRAWN)
        settle(self._application, desk)
        sketch = red.compose.area.sketch
        middle = sketch.point_of(PLACES[TUGU.id]).toPoint()
        for corner in AROUND:
            QTest.mouseClick(sketch, Qt.MouseButton.LeftButton, pos=middle + corner)
        self.take("7-wilayah", red, desk)
        red.compose.area.choose_way(ALL)

    def drill(self, desk: Desk, window: MainWindow) -> None:
        """The other window, with a drill on its way."""
        drill = window.open_drill()
        if drill is None:
            raise RuntimeError("the window for drills did not open")
        self.wait(lambda: bool(drill.compose.templates.buttons))
        drill.resize(*SIZE)
        drill.compose.templates.choose("quake")
        self.take("8-latihan", drill, desk)
        drill.leave()

    def record(self, desk: Desk, window: MainWindow) -> None:
        """What is kept of the night: on the page of reports, and on paper."""
        window.show_page("reports")
        page = window.page_named("reports")
        if not isinstance(page, ReportsPage):
            raise TypeError("there is no page of reports")
        page.show_incidents()
        self.wait(lambda: page.incidents.incident is not None)
        window.banner.hide()
        self.take("11-kejadian", window, desk)
        incident = page.incidents.incident
        if incident is None:
            raise RuntimeError("the record is not on show any more")
        paper = pypdfium2.PdfDocument(incident_pdf(desk.hub.client, incident.info.id, desk.clock.now()))
        drawn = paper[0].render(scale=PAPER_SCALE).to_pil()
        drawn.save(self._pictures / f"emergency-12-laporan-{self._language}.png")
        paper.close()

    def without_hub(self, language: str, stop: Callable[[], None]) -> None:
        """The hub dies while the window is open."""
        self._language = language
        finder = HubFinder(self.office.installation, self.office.client.url)
        with open_desk(self._application, self.office.installation, finder) as desk:
            window = MainWindow(desk)
            window.speak(language)
            window.resize(1366, 768)
            window.show()
            self.wait(lambda: desk.catalogue.loaded)
            settle(self._application, desk)
            red = window.open_emergency()
            if red is None:
                raise RuntimeError("the red window did not open")
            red.resize(*SIZE)
            self.wait(lambda: bool(red.compose.templates.buttons))
            red.compose.templates.choose("tsunami")
            self.wait(red.compose.send_button.isEnabled)
            settle(self._application, desk)
            stop()
            self.tell("the window says that the hub is down after", self.wait(red.hub_banner.isVisible))
            self.take("9-hub-mati", red, desk)
            red.show_page(STICK)
            with tempfile.TemporaryDirectory(prefix="displayctl-stick-") as stick:
                red.stick.folder.take(Path(stick))
                red.stick.hold_button.held.emit()
                self.wait(lambda: bool(red.stick.result.text()))
                red.stick.folder.take(Path("/media/petugas/USB"))
                self.take("10-usb", red, desk)
            red.leave()
            window.close()


def found(office: Office) -> None:
    """Two officers: Sekar, who decides everything else alone, and Budi."""
    data = office.installation.data
    data.mkdir(parents=True)
    keys, clock = KeyFolder(office.installation.keys_folder), SystemClock()
    first, second = (
        keys.make("Sekar Ayu", PASSPHRASES["sekar"], "sekar"),
        keys.make("Budi", PASSPHRASES["budi"], "budi"),
    )
    policy = with_person(one_person(first.operator, (GROUP,)), second.operator, (EMERGENCY, DRILL))
    repository = open_repository(data, clock)
    repository.accept(*found_policy(policy, (first,), repository.online_key, clock.now()))


def name_the_office(client: HubClient) -> None:
    """What stands at the head of its papers."""
    settings = client.settings()
    named = settings.office.model_copy(update={"name": OFFICE, "address": "Jl. Jenderal Sudirman No. 1, Luwuk"})
    client.put_settings(settings.model_copy(update={"office": named}))


def main() -> int:
    pictures = Path(sys.argv[1])
    languages = sys.argv[2:] or ["id", "en"]
    pictures.mkdir(parents=True, exist_ok=True)
    application = make_application()
    os.environ.pop("QT_QPA_PLATFORM", None)  # of this desktop alone: the player has a screen
    with tempfile.TemporaryDirectory(prefix="displayctl-night-") as place, Programs(Path(place) / "logs") as programs:
        office = Office(programs, Path(place))
        found(office)
        office.open()
        name_the_office(office.client)
        for wall in (TUGU, TAMAN):
            placed = replace(wall, position=PLACES[wall.id])
            office.client.create_part(PartKind.DISPLAY, display_to_dict(placed))
        size = (TUGU.canvas.width_px, TUGU.canvas.height_px)
        screen = Screen(programs, "screen", size, Path(place) / "screen")
        office.start_player(TUGU, screen.display, f"{size[0]}x{size[1]}+0+0")
        night = Night(application, office, screen, pictures)
        for language in languages:
            night.go(language)
        night.without_hub(languages[0], office.stop_hub)
    return 0


if __name__ == "__main__":
    sys.exit(main())
