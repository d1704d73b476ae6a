"""What is written of emergencies, and when: after they are on the wall, each minute, and when one has ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from player.alert_time import AlertMoments
from player.cache import Cache
from player.clock_trust import ClockTrust
from player.errors import StateUnusable
from player.events import LiveAlert
from player.playback import Playback
from player.rundown import Rundown
from player.standing import Gone, Standing
from tests.builders import alert, at
from tests.fakes.clock import PushedClock

NINE = at("2026-11-22 09:00")
BANJIR = LiveAlert(alert(), ("/a.png",))


class Desk:
    """A player's emergencies without its stage, from nine on, or from what its clock says at the start."""

    def __init__(self, path: Path, now: datetime = NINE) -> None:
        self.clock, self.path = PushedClock(now), path
        self.disk_is_full = False
        self.rundown = Rundown(path, self._connect)
        time = ClockTrust(self.clock)
        self.standing = Standing(self.rundown, Playback("tugu", cast(Cache, None), lambda _: None), time, self.clock)
        self.time = time
        self.standing.adopt()

    def _connect(self, *arguments: Any, **named: Any) -> sqlite3.Connection:
        database = sqlite3.connect(*arguments, **named)
        database.set_authorizer(self._authorize)
        return database

    def _authorize(self, action: int, *_: object) -> int:
        if action == sqlite3.SQLITE_INSERT and self.disk_is_full:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    def after(self, seconds: float) -> AlertMoments:
        """A tick so many seconds later; what is on the disk then."""
        self.clock.push(timedelta(seconds=seconds))
        self.standing.now(self.time.read())
        self.standing.keep()
        return self.rundown.moments

    def stands_after(self, minutes: float) -> bool:
        """Whether a message is on the wall after so many minutes more."""
        self.after(minutes * 60)
        return bool(self.standing.here(self.standing.now(self.time.read())))

    def switched_off(self, minutes: float) -> Desk:
        """The same player after it was without power for so long, with a clock that is as right or wrong as before."""
        self.rundown.close()
        return Desk(self.path, self.clock.now() + timedelta(minutes=minutes))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "rundown.db")
    yield desk
    desk.rundown.close()


def test_how_far_time_has_gone_is_written_with_an_alert_soon_after_a_start_and_then_each_minute(desk: Desk) -> None:
    assert desk.after(0) == AlertMoments()
    desk.standing.take((BANJIR,))
    assert desk.after(1).believed == NINE + timedelta(seconds=1)
    assert desk.after(8).believed == NINE + timedelta(seconds=1)
    assert desk.after(1).believed == NINE + timedelta(seconds=10)
    assert desk.after(59).believed == NINE + timedelta(seconds=10)
    assert desk.after(1).believed == NINE + timedelta(seconds=70)


def test_the_end_of_an_alert_is_written_at_once_and_nothing_after_it(desk: Desk) -> None:
    desk.standing.take((BANJIR,))
    desk.after(0)
    ended = desk.after(3600).believed
    assert ended == NINE + timedelta(hours=1)
    assert desk.after(7200).believed == ended


def test_a_correction_of_the_clock_is_written_at_once(desk: Desk) -> None:
    desk.standing.take((BANJIR,))
    desk.after(0)
    desk.clock.set(NINE + timedelta(minutes=20))
    assert desk.after(1).believed == NINE + timedelta(minutes=20, seconds=1)


def test_a_disk_that_takes_nothing_is_asked_again_after_a_while(desk: Desk) -> None:
    desk.standing.take((BANJIR,))
    desk.disk_is_full = True
    with pytest.raises(StateUnusable):
        desk.after(0)
    desk.disk_is_full = False
    assert desk.after(1) == AlertMoments()
    assert desk.after(10).believed == NINE + timedelta(seconds=11)


def test_it_tells_why_an_alert_does_not_stand_any_more(desk: Desk) -> None:
    correction = LiveAlert(alert("ralat", issued_at=NINE, supersedes=("banjir",)), ("/r.png",))
    ends = NINE + timedelta(minutes=9)
    others = tuple(LiveAlert(alert(name, expires=ends), ("/o.png",)) for name in ("api", "gempa"))
    desk.standing.take((BANJIR, *others))
    assert desk.standing.here(NINE) == {"banjir", "api", "gempa"}
    desk.standing.take((BANJIR, correction, others[0]))
    assert desk.standing.here(NINE) == {"ralat", "api"}
    assert desk.standing.gone(NINE) == {"banjir": Gone.SUPERSEDED, "gempa": Gone.WITHDRAWN}
    assert desk.standing.gone(ends) == {"banjir": Gone.SUPERSEDED, "gempa": Gone.EXPIRED, "api": Gone.EXPIRED}


def test_what_was_raised_again_after_it_was_taken_back_expires_like_any_other(desk: Desk) -> None:
    taking_back = LiveAlert(alert("ralat", issued_at=NINE, supersedes=("banjir",)), ("/r.png",))
    desk.standing.take((BANJIR,))
    desk.standing.take((taking_back,))
    again = alert(issued_at=NINE + timedelta(minutes=1))
    desk.standing.take((LiveAlert(again, ("/a.png",)),))
    assert desk.standing.gone(again.expires)["banjir"] is Gone.EXPIRED


def test_a_confirmation_begins_nothing_anew_and_what_is_raised_again_does(desk: Desk) -> None:
    desk.standing.take((BANJIR,))
    desk.after(60)
    confirmed = LiveAlert(BANJIR.alert, ("/a.png",), ("/n.png",))
    desk.standing.take((confirmed,))
    assert desk.rundown.alerts[0].began == NINE
    desk.standing.take((LiveAlert(alert(issued_at=NINE), ("/a.png",)),))
    assert desk.rundown.alerts[0].began == NINE + timedelta(seconds=60)


def at_once(issued_at: datetime, minutes: int) -> LiveAlert:
    """A message that a desk whose clock says `issued_at` puts on the walls for so long."""
    ends = issued_at + timedelta(minutes=minutes)
    return LiveAlert(alert(issued_at=issued_at, effective=issued_at, expires=ends), ("/a.png",))


@pytest.mark.parametrize("ahead", [1, 20, 60, 1440])
def test_a_message_of_a_desk_whose_clock_is_ahead_stands_once_for_its_own_length(desk: Desk, ahead: int) -> None:
    desk.standing.take((at_once(NINE + timedelta(minutes=ahead), 30),))
    stood = [minute for minute in range(ahead + 40) if desk.stands_after(0 if minute == 0 else 1)]
    assert stood == list(range(30))


def test_the_time_that_the_wall_was_off_does_not_count_before_the_end_that_was_written(desk: Desk) -> None:
    desk.standing.take((at_once(NINE + timedelta(minutes=60), 30),))
    assert desk.stands_after(10)
    woken = desk.switched_off(30)
    assert woken.stands_after(19)
    assert not woken.stands_after(1)
    assert not woken.stands_after(10), "the start that was written comes after its end here"
    woken.rundown.close()


def test_what_was_over_when_the_wall_went_off_does_not_come_back(desk: Desk) -> None:
    desk.standing.take((at_once(NINE + timedelta(minutes=60), 30),))
    assert not desk.stands_after(30)
    woken = desk.switched_off(29)
    assert not woken.stands_after(0)
    assert not woken.stands_after(5)
    woken.rundown.close()


def test_a_wall_that_was_off_for_a_day_does_not_show_what_a_desk_ahead_wrote_the_day_before(desk: Desk) -> None:
    desk.standing.take((at_once(NINE + timedelta(minutes=60), 30),))
    assert desk.stands_after(10)
    woken = desk.switched_off(1440)
    assert not woken.stands_after(0)
    woken.rundown.close()


def test_a_clock_that_is_put_right_keeps_what_came_before_on_the_wall_until_its_end(desk: Desk) -> None:
    desk.clock.set(NINE - timedelta(hours=2))
    desk.standing.take((at_once(NINE, 30),))
    assert desk.stands_after(10)
    desk.clock.set(NINE + timedelta(minutes=10))
    assert desk.stands_after(19)
    assert not desk.stands_after(1)


def test_a_clock_that_is_put_right_while_the_wall_is_off_keeps_it_too(desk: Desk) -> None:
    desk.clock.set(NINE - timedelta(hours=2))
    desk.standing.take((at_once(NINE, 30),))
    assert desk.stands_after(10)
    woken = desk.switched_off(122)
    assert woken.stands_after(17), "it is 09:29"
    assert not woken.stands_after(1)
    woken.rundown.close()


def test_walls_side_by_side_turn_the_pages_of_one_message_together(desk: Desk) -> None:
    desk.clock.set(NINE - timedelta(seconds=2))
    came = at_once(NINE, 30)
    desk.standing.take((came,))
    (live,) = desk.rundown.alerts
    assert live.as_of(NINE - timedelta(seconds=1)).effective == NINE - timedelta(seconds=2)
    assert live.as_of(NINE) == came.alert
