"""Why something did not play last night: the hub's answer for each way in which that happens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from displayctl.api.absence import Absence, AbsenceCalls, Verdict
from displayctl.api.errors import NotFound, WrongRequest
from displayctl.api.models import MediumInfo, PartKind
from displayctl.desk.absence_words import say_absence
from displayctl.desk.publishing import publish
from schedules.codec import holiday_set_to_dict, play_record_to_dict, playlist_to_dict
from schedules.playlist import PlaylistEntry
from schedules.proof import PlayRecord, ShowingKind
from schedules.recurrence import HolidaySet, Recurrence
from tests.builders import hours, playlist
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said, say

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
"""12.00 in Makassar; the night in question is the one before."""
BEFORE = NOON - timedelta(days=2)
EVENING, MORNING = NOON - timedelta(hours=18), NOON - timedelta(hours=6)


class House:
    """A hub with a wall, two media with playlists, and a clock that is pushed."""

    def __init__(self, hub: RunningHub, clock: PushedClock) -> None:
        self.hub, self.clock = hub, clock
        media = {medium.title: medium for medium in hub.client.media().media}
        self.poster, self.other = media["poster"], media["lain"]

    def book(self, id: str, playlist_id: str, when: str, **changes: Any) -> None:
        add_slot(self.hub.client, id, playlist_id, "tugu", hours=hours(when), **changes)

    def publish(self) -> int:
        revision = publish(self.hub.client, self.hub.keyring, "utama", clock=self.clock).revision
        self.clock.push(NOON - self.clock.now())
        return revision

    def played(
        self, medium: MediumInfo, at: datetime, revision: int, told: dict[str, Any] | None = None, **fields: Any
    ) -> None:
        with SimulatedPlayer(self.hub.url) as player:
            player.enrol(self.hub.client, "tugu")
            if told is not None:
                tell(player, told)
            ends = at + timedelta(seconds=10)
            kind = fields.pop("kind", ShowingKind.LOOP)
            record = PlayRecord("r1", "tugu", kind, at, ends, revision, medium_id=medium.id, **fields)
            assert player.send_records([play_record_to_dict(record)]).json()["accepted"] == 1

    def why(self, **changes: Any) -> Absence:
        asked = {"display_id": "tugu", "medium_id": self.poster.id, "starts": EVENING, "ends": MORNING, **changes}
        found = AbsenceCalls(self.hub.client.transport).why(**asked)
        assert all(say_absence(found))
        return found


def tell(player: SimulatedPlayer, message: dict[str, Any]) -> None:
    """Say it, and wait until the hub has heard it."""
    with player.link() as link:
        say(link, **message)
        say(link, type="heartbeat", sent_ms=1)
        said(link, "time")


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office, made once, to be copied."""
    folder = tmp_path_factory.mktemp("absences")
    with hub_in_thread(folder / "office", PushedClock(BEFORE)) as hub:
        add_wall(hub.client, "tugu", time_zone="Asia/Makassar")
        for name, colour in (("poster", "red"), ("lain", "blue")):
            add_playlist(hub.client, name, add_picture(hub.client, folder, f"{name}.png", colour).id)
    return folder / "office"


@pytest.fixture
def house(furnished: Path, tmp_path: Path) -> Iterator[House]:
    shutil.copytree(furnished, tmp_path / "office")
    clock = PushedClock(BEFORE)
    with hub_in_thread(tmp_path / "office", clock) as hub:
        yield House(hub, clock)


def test_what_was_published_and_never_told_of_is_a_wall_that_was_away(house: House) -> None:
    house.book("malam", "poster", "20:00-22:00")
    house.publish()
    found = house.why()
    assert (found.verdict, found.slot_id, found.at) == (Verdict.AWAY, "malam", EVENING + timedelta(hours=2))
    assert (found.planned_seconds, found.played_plays) == (7200, 0)


def test_what_did_play_is_told_with_when_it_was_last(house: House) -> None:
    house.book("malam", "poster", "20:00-22:00")
    revision = house.publish()
    at = EVENING + timedelta(hours=3)
    house.played(house.poster, at, revision, slot_id="malam")
    found = house.why()
    assert (found.verdict, found.played_plays, found.last_played) == (Verdict.PLAYED, 1, at + timedelta(seconds=10))
    (last,) = AbsenceCalls(house.hub.client.transport).last_plays(house.poster.id)
    assert (last.display_id, last.ends, last.slot_id) == ("tugu", at + timedelta(seconds=10), "malam")
    (never,) = AbsenceCalls(house.hub.client.transport).last_plays(house.other.id)
    assert never.ends is None


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"kind": ShowingKind.ALERT}, Verdict.ALERT),
        ({"older": True}, Verdict.OLDER_PROGRAMME),
        ({}, Verdict.OTHERS_SHOWN),
    ],
)
def test_what_the_wall_showed_instead_is_the_reason(house: House, fields: dict[str, Any], verdict: Verdict) -> None:
    house.book("malam", "poster", "20:00-22:00")
    revision = house.publish() - (1 if fields.pop("older", False) else 0)
    house.played(house.other, EVENING + timedelta(hours=3), revision, **fields)
    assert house.why().verdict is verdict


@pytest.mark.parametrize("stage", ["received", "on-air"])
def test_a_programme_that_lacks_files_is_the_reason_before_and_after_it_went_on_air(house: House, stage: str) -> None:
    house.book("malam", "poster", "20:00-22:00")
    revision = house.publish()
    told = {"type": "receipt", "revision": revision, "stage": stage, "missing_assets": 1}
    house.played(house.other, EVENING + timedelta(hours=3), revision, told=told)
    found = house.why()
    assert (found.verdict, found.detail) == (Verdict.INCOMPLETE, "1")


def test_a_booking_that_lost_is_told_with_the_rule(house: House) -> None:
    house.book("malam", "poster", "20:00-22:00", priority=10)
    house.book("penting", "lain", "19:00-23:00", priority=90)
    house.publish()
    found = house.why()
    assert (found.verdict, found.slot_id, found.rule) == (Verdict.HIDDEN, "malam", "lower-priority")
    assert "Penting" in found.detail


def test_a_holiday_and_hours_elsewhere_are_told(house: House) -> None:
    holiday = HolidaySet("cuti", "Cuti", (date(2026, 11, 21),))
    house.hub.client.create_part(PartKind.HOLIDAYS, holiday_set_to_dict(holiday))
    every_day = Recurrence(date(2020, 1, 1), date(2099, 12, 31), except_holidays=("cuti",))
    house.book("malam", "poster", "20:00-22:00", recurrence=every_day)
    house.book("siang", "poster", "12:00-13:00")
    house.publish()
    found = house.why()
    assert (found.slot_id, found.rule) == ("malam", "holiday")
    assert house.why(slot_id="siang").rule == "outside-hours"


def test_an_entry_that_had_expired_is_told_with_when(house: House) -> None:
    gone = PlaylistEntry(house.poster.id, valid_until=EVENING - timedelta(hours=1))
    document = playlist_to_dict(playlist("lama", gone))
    house.hub.client.create_part(PartKind.PLAYLIST, document)
    house.book("lama", "lama", "20:00-22:00")
    house.publish()
    found = house.why(slot_id="lama")
    assert (found.verdict, found.at) == (Verdict.EXPIRED, EVENING - timedelta(hours=1))


def test_before_the_first_publication_nothing_could_play(house: House) -> None:
    house.book("malam", "poster", "20:00-22:00")
    house.clock.set(NOON)
    assert house.why().verdict is Verdict.NOTHING_PUBLISHED


def test_what_was_booked_too_late_or_never_is_told(house: House) -> None:
    house.book("lain", "lain", "20:00-22:00")
    house.publish()
    assert house.why().verdict is Verdict.NOT_BOOKED
    house.book("malam", "poster", "20:00-22:00")
    found = house.why()
    assert (found.verdict, found.slot_name) == (Verdict.NOT_PUBLISHED, "Malam")


def test_a_time_that_is_yet_to_come_or_too_long_is_refused(house: House) -> None:
    house.clock.set(NOON)
    for starts, ends in ((NOON, NOON + timedelta(hours=1)), (MORNING, EVENING), (NOON - timedelta(days=40), NOON)):
        with pytest.raises(WrongRequest):
            house.why(starts=starts, ends=ends)
    for unknown in ({"display_id": "nowhere"}, {"medium_id": "nothing"}):
        with pytest.raises(NotFound):
            house.why(**unknown)
