"""What the hub does by the clock, with a clock that a test pushes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from displayctl.api.models import Event, MediumChange
from displayctl.desk.publishing import publish
from displayctl.hub.clockwork import RECORDS_KEPT
from schedules.codec import play_record_to_dict
from schedules.proof import PlayRecord, ShowingKind
from tests.displayctl.hub.ground import add_picture, add_wall, announce_emergency, duty_post, eventually, now
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said, say

CLOCK = PushedClock(now())


@pytest.fixture(scope="module")
def timed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("timed"), CLOCK) as running:
        yield running


def test_every_job_runs_and_has_a_trigger(timed: RunningHub) -> None:
    clockwork = timed.services.clockwork
    for name in clockwork.jobs:
        clockwork.run(name)
    assert clockwork.problems() == ()
    assert {job.id for job in clockwork.scheduler().get_jobs()} == set(clockwork.jobs)
    assert len(list((timed.installation.hub_folder / "backups").glob("*-daily.sqlite"))) == 1


def test_a_backup_is_due_a_day_after_the_last_one_or_soon_after_a_late_start(timed: RunningHub) -> None:
    clockwork = timed.services.clockwork
    clockwork.run("backup")
    made = now()
    assert timedelta(hours=23) < clockwork.next_backup() - made <= timedelta(days=1, minutes=2)
    CLOCK.push(timedelta(days=3))
    assert clockwork.next_backup() == CLOCK.now() + timedelta(minutes=2)
    CLOCK.push(timedelta(days=-3))


def test_a_failing_job_is_told_until_it_works_again(timed: RunningHub) -> None:
    clockwork = timed.services.clockwork
    works = clockwork.jobs["records"]
    clockwork.jobs["records"] = _fail
    clockwork.run("records")
    assert any("records job fails" in problem for problem in timed.client.health().problems)
    clockwork.jobs["records"] = works
    clockwork.run("records")
    assert clockwork.problems() == ()


def test_a_medium_whose_life_ends_is_told_once(timed: RunningHub, tmp_path: Path) -> None:
    medium = add_picture(timed.client, tmp_path)
    ends = CLOCK.now() + timedelta(minutes=1)
    version = timed.client.medium(medium.id).version
    timed.client.change_medium(medium.id, MediumChange(version=version, expires_at=ends))
    heard: list[Event] = []
    stop = timed.services.bus.listen(heard.append)
    timed.services.clockwork.run("media-expiry")
    assert heard == []
    CLOCK.push(timedelta(minutes=2))
    timed.services.clockwork.run("media-expiry")
    timed.services.clockwork.run("media-expiry")
    stop()
    assert [event.id for event in heard] == [medium.id]


def test_old_records_are_forgotten_and_silent_players_are_let_go(timed: RunningHub) -> None:
    add_wall(timed.client)
    with SimulatedPlayer(timed.url) as player:
        player.enrol(timed.client, "tugu")
        starts = CLOCK.now()
        old = PlayRecord("old", "tugu", ShowingKind.LOOP, starts, starts, 1)
        assert player.send_records([play_record_to_dict(old)]).json()["accepted"] == 1
        with player.link() as link:
            say(link, type="heartbeat", sent_ms=1)
            said(link, "time")
            CLOCK.push(timedelta(seconds=30))
            timed.services.clockwork.run("heartbeats")
            assert timed.client.fleet()[0].connected
            CLOCK.push(timedelta(seconds=30))
            timed.services.clockwork.run("heartbeats")
            eventually(lambda: not timed.client.fleet()[0].connected)
        assert timed.client.health().problems == ("the player of 'tugu' is not connected",)
        CLOCK.push(RECORDS_KEPT)
        timed.services.clockwork.run("records")
        assert timed.services.reports.forget_before(CLOCK.now()) == 0


def test_publications_and_alerts_go_with_the_records_of_their_time(tmp_path: Path) -> None:
    clock = PushedClock(now())
    with hub_in_thread(tmp_path / "data", clock) as hub:
        add_wall(hub.client)
        raised = announce_emergency(hub.client, hub.keyring, clock=clock)
        duty_post(hub.client, clock=clock).end(hub.keyring, raised.id)
        revisions = []
        for _ in range(4):
            revisions.append(publish(hub.client, hub.keyring, "utama", clock=clock).revision)
            clock.push(timedelta(days=1))
        clock.push(RECORDS_KEPT - timedelta(days=2))
        hub.services.clockwork.run("records")
        assert hub.services.clockwork.problems() == ()
        # The second one was in force when the time that is kept begins; the third came within it.
        assert [each.revision for each in hub.client.publications()] == revisions[:0:-1]
        assert hub.client.alerts() == ()
        clock.push(timedelta(days=999))
        hub.services.clockwork.run("records")
        assert [each.revision for each in hub.client.publications()] == revisions[-1:]


def _fail() -> None:
    raise OSError("the disk does not answer")
