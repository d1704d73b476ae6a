"""The red window and its twin for drills, on a real hub with two officers, three walls and real keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from content.delivery.roles import DRILL as DRILL_ROLE
from content.delivery.roles import EMERGENCY
from content.studio.emergency.templates_folder import load_templates
from content.studio.founding import found_policy, open_repository
from content.studio.key_folder import KeyFolder
from content.studio.passphrases import CHEAPEST
from content.studio.policy_edits import one_person, with_person
from displayctl.api.emergencies import AlertInfo
from displayctl.api.models import PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.changes import Wish
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.application import HubFinder
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.alert_details import AlertDetails, Standing
from displayctl.desktop.emergencies.area_choice import ALL, DISTRICTS, DRAWN
from displayctl.desktop.emergencies.preparation import prepare_places
from displayctl.desktop.emergencies.purpose import DRILL, EARNEST, Purpose
from displayctl.desktop.emergencies.second_person import SecondPersonWindow
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.emergencies.window import LIVE, STICK, WRITE, ZONE, EmergencyWindow
from displayctl.desktop.main_window import MainWindow
from schedules.alert import Alert, AlertLevel, AlertSound
from schedules.clock import SystemClock
from schedules.codec import alert_from_dict, alert_to_dict, display_to_dict
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


def test_by_keys_alone_while_a_dialog_waits_and_taken_back_by_one_held_key(
    main: MainWindow, office: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    waiting = QDialog(main)
    waiting.open()
    waiting.activateWindow()
    handle = waiting.windowHandle()
    qtbot.waitUntil(lambda: application.focusWindow() is handle, timeout=5000)
    QTest.keyClick(handle, Qt.Key.Key_F12)
    window = main.emergency_window
    assert window is not None
    waiting.reject()
    qtbot.waitUntil(lambda: bool(window.compose.templates.buttons), timeout=15_000)
    button = window.compose.templates.buttons[3]
    button.click()
    qtbot.waitUntil(window.compose.send_button.isEnabled, timeout=15_000)
    QTest.keyClick(window.compose.send_button, Qt.Key.Key_Space)
    assert not live_at(office), "a key that is only struck sends nothing"
    QTest.keyPress(window.compose.send_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(live_at(office)), timeout=15_000)
    (alert,) = live_at(office)
    assert (alert.kind, alert.display_ids) == ("quake", ())
    qtbot.waitUntil(lambda: len(window.live.details.receipts.model.answers) == len(WALLS), timeout=15_000)
    window.live.details.back.hold_button.held.emit()
    qtbot.waitUntil(lambda: [each.corrects for each in live_at(office)] == [alert.id], timeout=15_000)
    qtbot.waitUntil(lambda: len(window.live.live) == 1 and window.live.live[0].alert.corrects == alert.id)
    taken_back(window, qtbot, Way.CLEAR)
    assert not live_at(office)
    window.leave()


def test_a_gap_that_has_to_be_filled_is_named_and_the_picture_is_there_already(
    red: EmergencyWindow, qtbot: QtBot
) -> None:
    red.compose.templates.choose("road")
    qtbot.waitUntil(lambda: red.compose.preview.count > 0, timeout=15_000)
    assert not red.compose.send_button.isEnabled()
    assert red.compose.form.missing in red.compose.hindrance
    gap = red.compose.form.first_missing
    assert gap is not None
    QTest.keyClicks(gap, "Simpong")
    qtbot.waitUntil(red.compose.send_button.isEnabled, timeout=15_000)
    assert "SIMPONG" in red.compose.sentence.text().upper()
    assert str(len(WALLS)) in red.compose.sentence.text()


def test_words_that_are_too_long_are_said_to_be(red: EmergencyWindow, qtbot: QtBot) -> None:
    red.compose.templates.choose("free")
    fields = red.compose.form.fields
    QTest.keyClicks(fields["judul"], "Awas")
    body = fields["isi"]
    assert isinstance(body, QPlainTextEdit)
    body.setPlainText("x" * 300)
    qtbot.waitUntil(lambda: red.compose.preview.excess > 0, timeout=15_000)
    assert not red.compose.send_button.isEnabled()
    assert str(red.compose.preview.excess) in red.compose.sentence.text()
    body.setPlainText("Jauhi pantai. " * 90)
    assert "59" in red.compose.sentence.text(), "the words are cut by nobody in secret"


def test_walls_in_a_district_and_inside_a_drawn_line(red: EmergencyWindow, qtbot: QtBot) -> None:
    area = red.compose.area
    area.choose_way(DISTRICTS)
    assert not area.walls
    assert area.hindrance
    area.districts.tick(["72.01.04"])
    area.districts.changed.emit()
    assert [wall.id for wall in area.walls] == ["taman"]
    area.choose_way(DRAWN)
    area.sketch.resize(400, 300)
    middle = area.sketch.point_of(TOILI).toPoint()
    for corner in (QPoint(-20, -20), QPoint(20, -20), QPoint(20, 20), QPoint(-20, 20)):
        QTest.mouseClick(area.sketch, Qt.MouseButton.LeftButton, pos=middle + corner)
    assert [wall.id for wall in area.walls] == ["tugu"]
    assert area.display_ids == ("tugu",)
    QTest.keyClick(area.sketch, Qt.Key.Key_Delete)
    assert not area.walls


def test_a_second_person_is_asked_for_and_signs_with_an_own_passphrase(
    red: EmergencyWindow, office: RunningHub, qtbot: QtBot
) -> None:
    write(red, qtbot, "tsunami")
    assert "15" in red.compose.conditions.text()
    alert = sent(red, qtbot)
    details = red.live.details
    qtbot.waitUntil(lambda: details.confirm_button.isVisibleTo(red), timeout=5000)
    details.confirm_button.click()
    asked = red.findChildren(SecondPersonWindow)[-1]
    assert asked.person.currentData() == "budi", "whoever has not signed yet comes first"
    asked.passphrase.setText(SECOND)
    asked.go()
    qtbot.waitUntil(lambda: _info(office, alert.id).confirmed, timeout=15_000)
    qtbot.waitUntil(lambda: not details.confirm_button.isVisibleTo(red), timeout=15_000)
    assert "budi" not in {person.id for person in cabinet_at(office.installation.keys_folder).unlocked()}
    taken_back(red, qtbot, Way.CLEAR)


@pytest.mark.parametrize(
    ("kind", "minutes", "passed", "withdrawn", "asked"),
    [
        ("tsunami", 15, 0, False, None),
        ("tsunami", 30, 0, False, "ORANG KEDUA"),
        ("tsunami", 30, 20, False, "kata-kata netral sampai"),
        ("tsunami", 30, 20, True, None),
        ("flood", 120, 0, False, None),
        ("flood", 180, 0, False, "berakhir setelah dua jam"),
        ("flood", 180, 150, False, "menayangkannya kembali"),
        ("flood", 180, 180, False, None),
    ],
)
def test_a_second_person_is_asked_for_as_long_as_that_makes_a_difference(
    desk: Desk, qtbot: QtBot, kind: str, minutes: int, passed: int, withdrawn: bool, asked: str | None
) -> None:
    template, start = load_templates().find(kind), desk.clock.now() - timedelta(minutes=passed)
    length = timedelta(minutes=minutes)
    alert = Alert("a", "BANJIR", template.level, start, start, start + length, evacuation=template.evacuation)
    live = not withdrawn and timedelta(minutes=passed) < min(length, timedelta(hours=2))
    info = AlertInfo(id="a", value=alert_to_dict(alert), live=live, endorsed_by=("k",), confirmed=False)
    if withdrawn:
        info = info.model_copy(update={"withdrawn_at": start})
    details = AlertDetails(desk, EARNEST, ZONE)
    qtbot.addWidget(details)
    details.show_standing(Standing(info, alert, template, {}), (), {})
    assert details.confirm_button.isVisibleTo(details) is (asked is not None)
    if asked is not None:
        assert any(asked in each.text() for each in details.findChildren(QLabel))


def test_longer_and_other_words_take_the_place_of_what_stood(
    red: EmergencyWindow, office: RunningHub, qtbot: QtBot
) -> None:
    write(red, qtbot)
    first = sent(red, qtbot)
    qtbot.waitUntil(red.live.details.extend_buttons[0].isEnabled, timeout=15_000)
    red.live.details.extend_buttons[0].click()
    qtbot.waitUntil(lambda: [each.supersedes for each in live_at(office)] == [(first.id,)], timeout=15_000)
    (longer,) = live_at(office)
    assert longer.expires >= first.expires + timedelta(minutes=29)
    qtbot.waitUntil(lambda: [each.alert.id for each in red.live.live] == [longer.id], timeout=15_000)
    qtbot.waitUntil(red.live.details.update_button.isEnabled, timeout=15_000)
    red.live.details.update_button.click()
    red.compose.form.choose_level(AlertLevel.WASPADA)
    qtbot.waitUntil(red.compose.send_button.isEnabled, timeout=15_000)
    other = sent(red, qtbot)
    assert (other.level, other.supersedes) == (AlertLevel.WASPADA, (longer.id,))
    qtbot.waitUntil(lambda: [each.alert.id for each in red.live.live] == [other.id], timeout=15_000)
    taken_back(red, qtbot, Way.CLEAR)


def test_drills_have_a_window_of_their_own_and_never_meet_what_is_real(
    red: EmergencyWindow, open_window: Callable[[Purpose], EmergencyWindow], office: RunningHub, qtbot: QtBot
) -> None:
    drill = open_window(DRILL)
    assert red.windowTitle() != drill.windowTitle()
    assert red.property("role") != drill.property("role")
    write(drill, qtbot)
    assert sent(drill, qtbot).drill
    assert not live_at(office)
    assert len(live_at(office, drill=True)) == 1
    assert not red.live.live
    taken_back(drill, qtbot, Way.CLEAR)


def test_without_the_hub_the_window_says_so_at_once_and_writes_a_stick(
    red: EmergencyWindow, desk: Desk, office: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    write(red, qtbot)
    desk.link.connected = False
    desk.link.lost.emit("gone")
    try:
        assert red.hub_banner.isVisibleTo(red)
        assert not red.compose.send_button.isEnabled()
        red.show_page(STICK)
        assert not red.stick.hold_button.isEnabled()
        red.stick.folder.take(tmp_path)
        assert red.stick.hold_button.isEnabled()
        red.stick.hold_button.held.emit()
        qtbot.waitUntil(lambda: bool(red.stick.result.text()), timeout=15_000)
        assert any(tmp_path.rglob("*.json")), red.stick.result.text()
    finally:
        desk.link.connected = True
        desk.link.came.emit(HubFinder(office.installation, office.url).locate())
    qtbot.waitUntil(lambda: [each.kind for each in live_at(office)] == ["quake"], timeout=15_000)
    assert not red.unsent.isVisible(), "the hub was told by itself"
    qtbot.waitUntil(lambda: bool(red.live.live), timeout=15_000)
    red.live.choose(red.live.live[0].alert.id)
    taken_back(red, qtbot, Way.CLEAR)


def test_what_another_desk_has_overtaken_is_offered_to_be_sent_again_or_forgotten(
    red: EmergencyWindow, office: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    here, other = red.duties.post, DutyPost(office.client, Beliefs(tmp_path / "other-desk"))
    message, length = load_templates().find("quake").message({}), timedelta(minutes=30)
    here.prepare()
    carried = here.export_emergency(office.keyring, tmp_path, Wish(message, length))
    for _ in range(2):
        other.end(office.keyring, other.raise_emergency(office.keyring, message, duration=length).id)
    red.duties.prepare()
    qtbot.waitUntil(red.unsent.isVisible, timeout=15_000)
    red.unsent.send_button.click()
    qtbot.waitUntil(lambda: [each.id for each in live_at(office)] == [carried.alert_id], timeout=15_000)
    qtbot.waitUntil(lambda: not red.unsent.isVisible() and bool(red.live.live), timeout=15_000)
    taken_back(red, qtbot, Way.CLEAR)
    here.export_emergency(office.keyring, tmp_path, Wish(message, length))
    for _ in range(2):
        other.end(office.keyring, other.raise_emergency(office.keyring, message, duration=length).id)
    red.duties.prepare()
    qtbot.waitUntil(red.unsent.isVisible, timeout=15_000)
    red.unsent.drop_button.click()
    qtbot.waitUntil(lambda: not red.unsent.isVisible(), timeout=15_000)
    assert here.unsent() == ()


def test_other_words_for_a_message_of_another_desk_begin_with_what_its_headline_tells(
    red: EmergencyWindow, office: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    other = DutyPost(office.client, Beliefs(tmp_path / "other-desk"))
    road = load_templates().find("road").message({"tempat": "Jl. Urip"}, sound=AlertSound.SIREN, source="BPBD")
    sent = other.raise_emergency(office.keyring, road, duration=timedelta(minutes=30))
    red.show_page(LIVE)
    qtbot.waitUntil(lambda: [each.alert.id for each in red.live.live] == [sent.id], timeout=15_000)
    red.live.choose(sent.id)
    red.live.details.update_button.click()
    form = red.compose.form
    assert (form.values, form.source.text(), form.sound.currentData()) == ({"tempat": "JL. URIP"}, "BPBD", "siren")
    assert red.banner.isVisible()
    red.show_page(LIVE)
    taken_back(red, qtbot, Way.CLEAR)


def test_places_of_the_office_that_cannot_be_read_keep_no_message_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAYCTL_PLACES", str(tmp_path / "gone.toml"))
    found = prepare_places(tmp_path, WALLS)
    assert found.templates.all
    assert "72.01.04" in found.district_of["taman"]
    assert "gone.toml" in found.complaints[0]


def test_what_was_typed_is_not_lost_by_one_escape(open_window: Callable[[Purpose], EmergencyWindow]) -> None:
    red = open_window(EARNEST)
    red.compose.templates.choose("free")
    QTest.keyClicks(red.compose.form.fields["judul"], "Awas")
    QTest.keyClick(red, Qt.Key.Key_Escape)
    assert red.isVisible()
    QTest.keyClick(red, Qt.Key.Key_Escape)
    assert not red.isVisible()


def test_whoever_opens_it_while_a_message_stands_is_told(
    red: EmergencyWindow, open_window: Callable[[Purpose], EmergencyWindow], qtbot: QtBot
) -> None:
    write(red, qtbot)
    alert = sent(red, qtbot)
    second = open_window(EARNEST)
    assert alert.headline in second.banner.text
    second.show_page(LIVE)
    taken_back(second, qtbot, Way.CLEAR)


def test_there_is_one_red_window_and_one_for_drills_beside_it(main: MainWindow) -> None:
    assert main.open_emergency() is main.open_emergency()
    assert main.open_drill() is not main.open_emergency()


def _info(office: RunningHub, alert_id: str) -> AlertInfo:
    return next(info for info in office.client.alerts() if info.id == alert_id)
