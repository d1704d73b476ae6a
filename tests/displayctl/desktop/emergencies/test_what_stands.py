"""What the red window does with messages that stand: a second person, other words, what came from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from content.studio.emergency.templates_folder import load_templates
from displayctl.api.emergencies import AlertInfo
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.changes import Wish
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.alert_details import AlertDetails, Standing
from displayctl.desktop.emergencies.purpose import EARNEST, Purpose
from displayctl.desktop.emergencies.second_person import PageToRead, SecondPersonWindow
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.emergencies.window import LIVE, EmergencyWindow
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.trust.unlock_window import LAST_SIGNER, UnlockWindow
from schedules.alert import Alert, AlertLevel, AlertSound
from schedules.codec import alert_to_dict
from tests.displayctl.desktop.emergencies.conftest import SECOND, live_at, sent, taken_back, write
from tests.fakes.founded import FOUNDER, PASSPHRASE
from tests.fakes.hub_in_thread import RunningHub


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
    details = AlertDetails(desk, EARNEST, office_zone())
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


def test_whoever_opens_it_while_a_message_stands_is_told(
    red: EmergencyWindow, open_window: Callable[[Purpose], EmergencyWindow], qtbot: QtBot
) -> None:
    write(red, qtbot)
    alert = sent(red, qtbot)
    second = open_window(EARNEST)
    assert alert.headline in second.banner.text
    second.show_page(LIVE)
    taken_back(second, qtbot, Way.CLEAR)


def _info(office: RunningHub, alert_id: str) -> AlertInfo:
    return next(info for info in office.client.alerts() if info.id == alert_id)


def test_the_second_page_turns_from_what_is_over_to_what_comes_and_stays_with_what_is_live(
    red: EmergencyWindow, office: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    other = DutyPost(office.client, Beliefs(tmp_path / "other-desk"))
    message, length = load_templates().find("road").message({"tempat": "Jl. Urip"}), timedelta(minutes=30)

    def looked_at() -> tuple[str, bool]:
        standing = red.live.details.standing
        return (standing.alert.id, standing.info.live) if standing is not None else ("", False)

    def raised() -> str:
        return other.raise_emergency(office.keyring, message, duration=length).id

    first = raised()
    red.show_page(LIVE)
    qtbot.waitUntil(lambda: looked_at() == (first, True), timeout=15_000)
    second = raised()
    qtbot.waitUntil(lambda: len(red.live.live) == 2, timeout=15_000)
    assert looked_at() == (first, True)
    other.end(office.keyring, second)
    other.end(office.keyring, first)
    qtbot.waitUntil(lambda: looked_at() == (first, False), timeout=15_000)
    third = raised()
    qtbot.waitUntil(lambda: looked_at() == (third, True), timeout=15_000)
    taken_back(red, qtbot, Way.CLEAR)


def test_whoever_unlocked_a_key_here_last_is_proposed_as_the_one_who_signs(desk: Desk, qtbot: QtBot) -> None:
    asked = UnlockWindow(desk)
    qtbot.addWidget(asked)
    asked.person.setCurrentIndex(asked.person.findData(FOUNDER))
    asked.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(asked.accepted, timeout=15_000):
        asked.unlock()
    proposed, another = UnlockWindow(desk), UnlockWindow(desk, "budi")
    for window in (proposed, another):
        qtbot.addWidget(window)
    assert (proposed.person.currentData(), another.person.currentData()) == (FOUNDER, "budi")
    desk.preferences.keep(LAST_SIGNER, "budi")
    proposed = UnlockWindow(desk)
    qtbot.addWidget(proposed)
    assert proposed.person.currentData() == "budi"
    desk.preferences.keep(LAST_SIGNER, FOUNDER)


def test_a_message_that_walls_show_later_says_when_and_can_be_taken_away_before(desk: Desk, qtbot: QtBot) -> None:
    template, now = load_templates().find("rain"), desk.clock.now()
    begins = now + timedelta(minutes=40)
    alert = Alert("a", "HUJAN", template.level, now, begins, begins + timedelta(hours=1))
    details = AlertDetails(desk, EARNEST, office_zone())
    qtbot.addWidget(details)
    info = AlertInfo(id="a", value=alert_to_dict(alert), live=False)
    details.show_standing(Standing(info, alert, template, {}), (), {})
    assert any("Mulai sendiri pukul" in each.text() for each in details.findChildren(QLabel))
    assert details.back.isVisibleTo(details)
    assert details.back.way is Way.CLEAR
    gone = info.model_copy(update={"withdrawn_at": now})
    details.show_standing(Standing(gone, alert, template, {}), (), {})
    assert not details.back.isVisibleTo(details)


@pytest.mark.usefixtures("application")
def test_a_page_to_read_is_as_high_as_it_is_and_a_high_one_takes_no_more_than_there_is(qtbot: QtBot) -> None:
    picture = PageToRead()
    qtbot.addWidget(picture)
    picture.resize(480, 200)
    picture.show_page(QPixmap(960, 120))
    assert picture.height() == 60
    picture.show_page(QPixmap(1920, 1080))
    assert picture.minimumHeight() < picture.sizeHint().height() < picture.maximumHeight() == 270
