"""What plays at an instant that is over: by the programme and the alerts of then, not by those of now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from displayctl.api.errors import NotFound
from displayctl.api.models import PartKind
from displayctl.desk.publishing import publish
from tests.builders import hours
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, announce_emergency, duty_post
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def clock() -> PushedClock:
    return PushedClock(NOON)


@pytest.fixture
def hub(tmp_path: Path, clock: PushedClock) -> Iterator[RunningHub]:
    """With a wall and a poster that was booked all day at noon."""
    with hub_in_thread(tmp_path / "office", clock) as running:
        client = running.client
        add_wall(client, "tugu", time_zone="Asia/Makassar")
        add_playlist(client, "poster", add_picture(client, tmp_path, "poster.png").id)
        add_slot(client, "siang", "poster", "tugu", hours=hours("00:00-00:00"))
        publish(client, running.keyring, "utama", clock=clock)
        yield running


def test_what_was_published_then_is_the_answer(hub: RunningHub, clock: PushedClock) -> None:
    clock.push(2 * HOUR)
    part = hub.client.part(PartKind.SLOT, "siang")
    hub.client.delete_part(PartKind.SLOT, "siang", part.version)
    publish(hub.client, hub.keyring, "utama", clock=clock)
    clock.push(HOUR)
    assert hub.client.plays("tugu", clock.now()).slot_id == ""
    assert hub.client.plays("tugu", clock.now() + HOUR).slot_id == ""
    assert hub.client.plays("tugu", NOON + HOUR).slot_id == "siang"
    with pytest.raises(NotFound, match="then is known"):
        hub.client.plays("tugu", NOON - HOUR)


def test_an_emergency_that_is_over_had_the_wall_then(hub: RunningHub, clock: PushedClock) -> None:
    clock.push(HOUR)
    alert = announce_emergency(hub.client, hub.keyring, clock=clock)
    began = clock.now()
    clock.push(timedelta(minutes=3))
    duty_post(hub.client, clock=clock).end(hub.keyring, alert.id)
    clock.push(HOUR)
    assert hub.client.plays("tugu", began + timedelta(minutes=1)).takeover
    assert not hub.client.plays("tugu", began + timedelta(minutes=4)).takeover
    assert not hub.client.plays("tugu", began - timedelta(minutes=4)).takeover
    assert not hub.client.plays("tugu", clock.now()).takeover
