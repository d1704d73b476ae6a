"""A hub with two officers, three walls and real keys, and the red window on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from content.delivery.roles import DRILL as DRILL_ROLE
from content.delivery.roles import EMERGENCY
from content.studio.founding import found_policy, open_repository
from content.studio.key_folder import KeyFolder
from content.studio.passphrases import CHEAPEST
from content.studio.policy_edits import one_person, with_person
from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.area_choice import ALL
from displayctl.desktop.emergencies.purpose import EARNEST, Purpose
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.emergencies.window import WRITE, EmergencyWindow
from displayctl.desktop.main_window import MainWindow
from schedules.alert import Alert
from schedules.clock import SystemClock
from schedules.codec import alert_from_dict, display_to_dict
from schedules.display import Canvas, Display
from schedules.position import Position
from tests.displayctl.desktop.conftest import opened_desk, opened_window, wait_until
from tests.fakes.founded import FOUNDER, PASSPHRASE
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

LUWUK, TOILI = Position(-0.951, 122.787), Position(-1.36, 122.39)
WALLS = (
    Display("taman", "Taman", "Asia/Makassar", Canvas(256, 128), groups=("utama", "luwuk"), position=LUWUK),
    Display("tugu", "Tugu", "Asia/Makassar", Canvas(160, 96), groups=("utama",), position=TOILI),
    Display("kantor", "Kantor", "Asia/Makassar", Canvas(160, 96), groups=("utama",)),
)
SECOND = "tujuh kopi menunggu hujan"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """A hub whose policy knows two officers, both with a key at this desk."""
    data = tmp_path_factory.mktemp("duty") / "office"
    data.mkdir()
    now, keys = SystemClock().now(), KeyFolder(data / "keys", CHEAPEST)
    first, second = keys.make("Sekar", PASSPHRASE, FOUNDER), keys.make("Budi", SECOND, "budi")
    repository = open_repository(data, SystemClock())
    policy = with_person(one_person(first.operator, ("utama",)), second.operator, (EMERGENCY, DRILL_ROLE))
    repository.accept(*found_policy(policy, (first,), repository.online_key, now))
    with hub_in_thread(data, founded=False) as running:
        for wall in WALLS:
            running.client.create_part(PartKind.DISPLAY, display_to_dict(wall))
        yield running


@pytest.fixture(scope="module")
def desk(office: RunningHub, application: QApplication) -> Iterator[Desk]:
    with opened_desk(office, application) as opened:
        yield opened


@pytest.fixture
def open_window(desk: Desk, application: QApplication) -> Iterator[Callable[[Purpose], EmergencyWindow]]:
    """Opens red windows and such for drills, ready to be used."""
    opened: list[EmergencyWindow] = []

    def open_one(purpose: Purpose) -> EmergencyWindow:
        made = EmergencyWindow(desk, purpose)
        opened.append(made)
        made.show()
        wait_until(application, lambda: bool(made.compose.templates.buttons) and desk.tasks.under_way == 0)
        return made

    yield open_one
    for made in opened:
        made.leave()
        made.deleteLater()
    wait_until(application, lambda: desk.tasks.under_way == 0)


@pytest.fixture(scope="module")
def main(desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    with opened_window(desk, application) as made:
        yield made


@pytest.fixture(scope="module")
def one_red(desk: Desk, application: QApplication) -> Iterator[EmergencyWindow]:
    """Making a window takes longer than most of what is tried on it."""
    made = EmergencyWindow(desk, EARNEST)
    made.show()
    wait_until(application, lambda: bool(made.compose.templates.buttons))
    yield made
    made.leave()
    made.deleteLater()
    wait_until(application, lambda: desk.tasks.under_way == 0)


@pytest.fixture
def red(one_red: EmergencyWindow, desk: Desk, application: QApplication) -> Iterator[EmergencyWindow]:
    """A red window on its first page, for all walls."""
    one_red.banner.hide()
    one_red.show_page(WRITE)
    one_red.compose.area.choose_way(ALL)
    one_red.show()
    wait_until(application, lambda: desk.tasks.under_way == 0)
    yield one_red
    one_red.hide()


def write(window: EmergencyWindow, qtbot: QtBot, template: str = "quake") -> None:
    """Choose what has happened, and wait until it could be sent."""
    window.compose.templates.choose(template)
    qtbot.waitUntil(window.compose.send_button.isEnabled, timeout=15_000)


def sent(window: EmergencyWindow, qtbot: QtBot) -> Alert:
    """Let the held button act; what stands on the walls then."""
    before = {each.alert.id for each in window.live.live}
    window.compose.send_button.held.emit()
    qtbot.waitUntil(lambda: {each.alert.id for each in window.live.live} - before != set(), timeout=15_000)
    (new,) = {each.alert.id: each.alert for each in window.live.live if each.alert.id not in before}.values()
    return new


def taken_back(window: EmergencyWindow, qtbot: QtBot, way: Way) -> None:
    """Take back what the second page looks at, once it is what stands on the walls."""
    details = window.live.details
    live = {each.alert.id for each in window.live.live}
    ready = details.back.hold_button
    qtbot.waitUntil(lambda: details.standing is not None and details.standing.alert.id in live, timeout=15_000)
    qtbot.waitUntil(ready.isEnabled, timeout=15_000)
    standing = details.standing
    assert standing is not None
    former = standing.alert.id
    window.live.details.back.choose(way)
    window.live.details.back.hold_button.held.emit()
    qtbot.waitUntil(lambda: former not in {each.alert.id for each in window.live.live}, timeout=15_000)


def live_at(office: RunningHub, *, drill: bool = False) -> tuple[Alert, ...]:
    found = (alert_from_dict(info.value) for info in office.client.alerts() if info.live)
    return tuple(alert for alert in found if alert.drill is drill)
