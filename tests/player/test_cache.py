"""The cache: the next thing needed first, resumed, checked, and bounded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from content.delivery.store import AssetStore
from player.cache import NO_ROOM_S, AssetStream, Cache
from player.errors import HubRefused, HubUnreachable
from player.events import Event
from player.faults import FaultBook
from schedules.clock import SystemClock
from schedules.playlist import Asset, AssetKind


class Source:
    """Assets in memory. `breaks_at` cuts the next transfers after so many bytes; `refuses` answers with a status."""

    def __init__(self) -> None:
        self.data: dict[str, bytes] = {}
        self.asked: list[tuple[str, int]] = []
        self.breaks_at: list[int] = []
        self.refuses: list[int] = []
        self.from_the_start = False
        self.wrong = False

    def add(self, name: str, size: int = 5000) -> Asset:
        data = (name.encode() * size)[:size]
        sha256 = hashlib.sha256(data).hexdigest()
        self.data[sha256] = data
        return Asset(sha256, size, AssetKind.PICTURE)

    @contextmanager
    def asset(self, sha256: str, starts_at: int = 0) -> Iterator[AssetStream]:
        self.asked.append((sha256, starts_at))
        if self.refuses:
            raise HubRefused(self.refuses.pop(0), "no")
        begins = 0 if self.from_the_start else starts_at
        data = bytes(len(self.data[sha256])) if self.wrong else self.data[sha256]
        yield AssetStream(begins, self._pieces(data[begins:]))

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        most = self.breaks_at.pop(0) if self.breaks_at else len(data)
        for at in range(0, len(data), 1000):
            if at >= most:
                raise HubUnreachable("cut")
            yield data[at : at + 1000]


class Rig:
    def __init__(self, folder: Path, **settings: object) -> None:
        self.store = AssetStore(folder / "assets")
        self.told: list[Event] = []
        self.faults = FaultBook()
        self.source = Source()
        self.cache = self.opened(folder, **settings)

    def opened(self, folder: Path, limit: int = 1 << 40, free: int = 1 << 40) -> Cache:
        return Cache(
            self.store,
            folder,
            tell=self.told.append,
            faults=self.faults,
            clock=SystemClock(),
            limit_bytes=limit,
            free_bytes=lambda path: free,
        )

    def work(self) -> None:
        """Steps until nothing is left to do, passing over pauses."""
        for _ in range(60):
            self.cache.forgive()
            if self.cache.step(self.source) > 1.0:
                return

    def fault(self) -> str:
        return " | ".join(self.faults.sentences(SystemClock().monotonic()))


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path)


def test_what_is_needed_first_comes_first(rig: Rig) -> None:
    assets = [rig.source.add(name) for name in "abc"]
    rig.cache.want(assets, ())
    rig.work()
    assert [sha256 for sha256, _ in rig.source.asked] == [asset.sha256 for asset in assets]
    assert all(rig.cache.has(asset) for asset in assets)
    assert len(rig.told) == 3


def test_a_transfer_that_broke_goes_on_where_it_stopped_even_after_a_restart(rig: Rig, tmp_path: Path) -> None:
    asset = rig.source.add("a")
    rig.source.breaks_at = [2000]
    rig.cache.want([asset], ())
    rig.cache.step(rig.source)
    rig.store = AssetStore(tmp_path / "assets")
    rig.cache = rig.opened(tmp_path)
    rig.cache.want([asset], ())
    rig.work()
    assert rig.source.asked == [(asset.sha256, 0), (asset.sha256, 2000)]
    assert rig.cache.path_of(asset.sha256).read_bytes() == rig.source.data[asset.sha256]


def test_a_hub_that_cannot_continue_in_the_middle_sends_all_of_it(rig: Rig) -> None:
    asset = rig.source.add("a")
    rig.source.breaks_at, rig.source.from_the_start = [2000], True
    rig.cache.want([asset], ())
    rig.work()
    assert rig.cache.path_of(asset.sha256).read_bytes() == rig.source.data[asset.sha256]


def test_wrong_bytes_are_never_taken(rig: Rig) -> None:
    asset = rig.source.add("a")
    rig.source.wrong = True
    rig.cache.want([asset], ())
    rig.work()
    assert not rig.cache.has(asset)
    assert "could not be fetched" in rig.fault()
    rig.source.wrong = False
    rig.work()
    assert rig.cache.has(asset)
    assert rig.fault() == ""


@pytest.mark.parametrize("status", [401, 404, 416, 429])
def test_a_refused_asset_is_asked_for_again_later(rig: Rig, status: int) -> None:
    asset = rig.source.add("a")
    rig.source.refuses = [status]
    rig.cache.want([asset], ())
    assert rig.cache.step(rig.source) == 0.0
    assert rig.cache.step(rig.source) > 0.0
    rig.work()
    assert rig.cache.has(asset)


def test_something_needed_sooner_is_not_kept_waiting(rig: Rig) -> None:
    slow, urgent = rig.source.add("slow"), rig.source.add("urgent")
    rig.cache.want([slow], ())
    original = rig.source._pieces

    def interrupted(data: bytes) -> Iterator[bytes]:
        for number, piece in enumerate(original(data)):
            yield piece
            if number == 1 and len(rig.source.asked) == 1:
                rig.cache.want([urgent, slow], ())

    rig.source._pieces = interrupted  # type: ignore[method-assign]
    rig.work()
    assert [sha256 for sha256, _ in rig.source.asked] == [slow.sha256, urgent.sha256, slow.sha256]
    assert rig.source.asked[2][1] > 0


def test_what_has_arrived_whole_is_taken_even_where_something_else_is_needed_sooner(rig: Rig) -> None:
    whole, urgent = rig.source.add("whole"), rig.source.add("urgent")
    rig.cache.want([whole], ())
    original = rig.source._pieces

    def interrupted(data: bytes) -> Iterator[bytes]:
        for number, piece in enumerate(original(data)):
            if number == 4:
                rig.cache.want([urgent, whole], ())
            yield piece

    rig.source._pieces = interrupted  # type: ignore[method-assign]
    rig.cache.step(rig.source)
    assert rig.cache.has(whole)
    assert not rig.cache.has(urgent)


def test_what_is_neither_wanted_nor_kept_goes(rig: Rig) -> None:
    a, b, c = (rig.source.add(name) for name in "abc")
    rig.cache.want([a, b, c], ())
    rig.work()
    rig.cache.want([a], {b.sha256})
    rig.work()
    assert (rig.cache.has(a), rig.cache.has(b), rig.cache.has(c)) == (True, True, False)
    assert set(rig.store.sizes()) == {a.sha256, b.sha256}


def test_a_full_disk_is_a_fault_and_nothing_is_lost(tmp_path: Path) -> None:
    rig = Rig(tmp_path, free=1 << 20)
    asset = rig.source.add("a")
    rig.cache.want([asset], ())
    rig.cache.step(rig.source)
    assert "the disk has no room for 5000 bytes" in rig.fault()
    assert rig.cache.step(rig.source) == pytest.approx(NO_ROOM_S, abs=1)
    assert rig.source.asked == []


def test_a_full_disk_stays_a_fault_while_smaller_assets_still_find_room(tmp_path: Path) -> None:
    rig = Rig(tmp_path, limit=9000)
    large, small = rig.source.add("large", 20_000), rig.source.add("small")
    rig.cache.want([large, small], ())
    rig.cache.step(rig.source)
    rig.cache.step(rig.source)
    assert (rig.cache.has(large), rig.cache.has(small)) == (False, True)
    assert "raise cache_limit_bytes" in rig.fault()
    rig.cache.want([small], ())
    rig.work()
    assert rig.fault() == ""


def test_the_cache_has_a_limit(tmp_path: Path) -> None:
    rig = Rig(tmp_path, limit=9000)
    a, b = rig.source.add("a"), rig.source.add("b")
    rig.cache.want([a, b], ())
    rig.work()
    assert (rig.cache.has(a), rig.cache.has(b)) == (True, False)
    assert "raise cache_limit_bytes" in rig.fault()


def test_a_file_that_rotted_is_found_and_fetched_again(rig: Rig, tmp_path: Path) -> None:
    asset = rig.source.add("a")
    rig.cache.want([asset], ())
    rig.work()
    rig.cache.path_of(asset.sha256).write_bytes(bytes(5000))
    rig.cache = rig.opened(tmp_path)
    assert rig.cache.has(asset)
    rig.cache.want([asset], ())
    rig.work()
    assert rig.cache.path_of(asset.sha256).read_bytes() == rig.source.data[asset.sha256]


def test_without_a_hub_it_keeps_what_is_there(rig: Rig) -> None:
    asset = rig.source.add("a")
    rig.cache.want([asset], ())
    assert rig.cache.step(None) > 0
    assert not rig.cache.has(asset)


def test_what_is_here_and_what_has_to_come_is_counted(rig: Rig) -> None:
    assets = [rig.source.add(name, 1000) for name in "ab"]
    rig.cache.want(assets, ())
    lacking = rig.cache.figures()
    assert (lacking["cache_files"], lacking["cache_missing"], lacking["cache_missing_bytes"]) == (0, 2, 2000)
    rig.work()
    assert rig.cache.figures() == {
        "cache_bytes": 2000,
        "cache_files": 2,
        "cache_limit_bytes": 1 << 40,
        "cache_missing": 0,
        "cache_missing_bytes": 0,
    }
