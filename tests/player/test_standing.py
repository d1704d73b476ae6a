"""What is written of emergencies, and when: after they are on the wall, each minute, and when one has ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
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
    """A player's emergencies without its stage, from nine on."""

    def __init__(self, path: Path) -> None:
        self.clock, self.writes = PushedClock(NINE), 0
        self.disk_is_full = False
        self.rundown = Rundown(path, self._connect)
        time = ClockTrust(self.clock)
        self.standing = Standing(self.rundown, Playback("tugu", cast(Cache, None), lambda _: None), time, self.clock)
        self.time = time

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


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "rundown.db")
    yield desk
    desk.rundown.close()


def test_how_far_time_has_gone_is_written_with_an_alert_and_then_each_minute(desk: Desk) -> None:
    assert desk.after(0) == AlertMoments()
    desk.standing.take((BANJIR,))
    assert desk.after(1).believed == NINE + timedelta(seconds=1)
    assert desk.after(58).believed == NINE + timedelta(seconds=1)
    assert desk.after(2).believed == NINE + timedelta(seconds=61)


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
