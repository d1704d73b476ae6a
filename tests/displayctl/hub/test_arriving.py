"""Bodies on their way in: none holds a place for nothing, no one takes every place, and the disk keeps its room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from content.errors import StorageFull
from displayctl.api.accounts import Grant, Role
from displayctl.hub.asking import NOBODY, Asker, AskerKind, current_asker, now_asks
from displayctl.hub.errors import NotNow, TooLarge
from displayctl.hub.receiving import LOOKED_EVERY_BYTES, watched
from displayctl.hub.requests.allowance import Allowance
from displayctl.hub.routes.arriving import PATIENCE_SECONDS, SLOWEST_BYTES_A_SECOND, Pace, Places
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub

DEWI = Asker(AskerKind.PERSON, id="user-1", name="dewi", grants=(Grant(role=Role.AGENCY, group="dinkes"),))
RINA = Asker(AskerKind.PERSON, id="user-2", name="rina", grants=(Grant(role=Role.EDITOR),))


@pytest.fixture(autouse=True)
def the_same_asker_afterwards() -> Iterator[None]:
    before = current_asker()
    yield
    now_asks(before)


def test_what_trickles_in_loses_its_place_and_what_is_slow_does_not() -> None:
    now = [0.0]
    slow, trickling = Pace(lambda: now[0]), Pace(lambda: now[0])
    for _ in range(40):
        now[0] += PATIENCE_SECONDS / 10
        slow.take(round(PATIENCE_SECONDS / 10 * SLOWEST_BYTES_A_SECOND) + 1)
    with pytest.raises(NotNow, match="too slowly"):
        trickling.take(40)


def test_one_person_has_two_places_and_others_have_theirs() -> None:
    places = Places(2)
    with places.one_for(DEWI), places.one_for(DEWI):
        with pytest.raises(NotNow, match="2 files of yours"), places.one_for(DEWI):
            raise AssertionError
        with places.one_for(RINA), places.one_for(NOBODY), places.one_for(NOBODY), places.one_for(NOBODY):
            pass
    with places.one_for(DEWI):
        pass


def test_the_disk_is_looked_at_again_while_a_file_comes() -> None:
    looks: list[int] = []
    chunks = [bytes(LOOKED_EVERY_BYTES // 4)] * 9
    assert list(watched(chunks, lambda: looks.append(1))) == chunks
    assert len(looks) == 2


def test_a_disk_that_others_fill_meanwhile_ends_an_attachment_and_leaves_nothing(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(hub.installation.hub_folder)

    def clip() -> Iterator[bytes]:
        yield b"\x00\x00\x00\x18ftypisom".ljust(64, b"\0")
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
        while True:
            yield bytes(1 << 20)

    store = hub.installation.hub_folder / "requests"
    with pytest.raises(StorageFull, match="no room for attachments"):
        hub.services.requests.files.receive("film.mp4", clip())
    assert not [path for path in store.rglob("*") if path.is_file()]


def test_an_agency_sends_so_much_a_day_and_the_office_what_it_likes() -> None:
    clock = PushedClock(datetime(2026, 11, 22, 8, tzinfo=UTC))
    allowance = Allowance(clock, most_bytes=100)
    now_asks(DEWI)
    assert list(allowance.counted([b"x" * 60])) == [b"x" * 60]
    with pytest.raises(TooLarge, match="go on tomorrow"):
        list(allowance.counted([b"x" * 60]))
    clock.push(timedelta(days=1))
    assert list(allowance.counted([b"x" * 60]))
    now_asks(RINA)
    assert len(list(allowance.counted([b"x" * 60] * 5))) == 5
