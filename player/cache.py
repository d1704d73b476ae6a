"""The assets on this device: fetched in the order they will be needed, resumed, checked, let go when not needed."""

from __future__ import annotations

import random
import shutil
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from content.delivery.store import AssetStore
from content.errors import ContentError, ContentMissing, Damaged, StorageFull
from player.errors import HubRefused, HubTrouble
from player.events import AssetsChanged, Tell
from player.faults import FaultBook
from schedules.clock import Clock
from schedules.playlist import Asset

RESERVE_BYTES = 64 << 20
BASE_WAIT_S, LONGEST_WAIT_S = 1.0, 120.0
NO_ROOM_S = 5.0
"""The first pauses on a full disk, which is asked for its room before anything is fetched again."""
IDLE_S = 60.0


@dataclass(frozen=True, slots=True)
class AssetStream:
    """Bytes of an asset from `starts_at` on, in pieces."""

    starts_at: int
    pieces: Iterator[bytes]


class AssetSource(Protocol):
    """Where assets come from; implemented by `HubClient`."""

    def asset(self, sha256: str, starts_at: int = 0) -> AbstractContextManager[AssetStream]:
        """An asset's bytes from `starts_at` on. Raises HubTrouble."""
        ...


@dataclass(slots=True)
class _Failing:
    times: int
    not_before: float
    no_room: bool


class _Superseded(Exception):
    """Something else is needed sooner; what arrived so far is kept."""


class Cache:
    """What is here and what has to come. `step` belongs to one carrier thread, the rest to any."""

    def __init__(
        self,
        store: AssetStore,
        folder: Path,
        *,
        tell: Tell,
        faults: FaultBook,
        clock: Clock,
        limit_bytes: int,
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        self._store, self._folder = store, folder
        self._tell, self._faults, self._clock = tell, faults, clock
        self._limit, self._free = limit_bytes, free_bytes
        self.reserve_bytes = RESERVE_BYTES
        self._lock = threading.Lock()
        self._present = store.sizes()
        self._wanted: tuple[Asset, ...] = ()
        self._kept: frozenset[str] | None = None
        self._failing: dict[str, _Failing] = {}
        self._suspect: set[str] = set()
        self._unverified = set(self._present)
        self._stopping = False

    def has(self, asset: Asset) -> bool:
        """Whether the asset is here, in its full size and not known to be damaged. A lookup in memory."""
        return self._present.get(asset.sha256) == asset.size_bytes

    def path_of(self, sha256: str) -> Path:
        """The asset's file. Raises ContentMissing."""
        return self._store.path_of(sha256)

    def free_bytes(self) -> int:
        """Room left on the disk, 0 where the disk does not say."""
        try:
            return self._free(self._folder)
        except OSError:
            return 0

    def figures(self) -> dict[str, int]:
        """What is here and what has still to come, for a heartbeat."""
        with self._lock:
            present = dict(self._present)
            missing = [asset for asset in self._wanted if present.get(asset.sha256) != asset.size_bytes]
        return {
            "cache_bytes": sum(present.values()),
            "cache_files": len(present),
            "cache_limit_bytes": self._limit,
            "cache_missing": len(missing),
            "cache_missing_bytes": sum(asset.size_bytes for asset in missing),
        }

    def want(self, wanted: Sequence[Asset], keep: Collection[str]) -> None:
        """Fetch `wanted` in this order, and let go of everything that is neither wanted nor in `keep`."""
        with self._lock:
            self._wanted = tuple(wanted)
            self._kept = frozenset(keep) | {asset.sha256 for asset in wanted}

    def suspect(self, sha256: str) -> None:
        """Something could not play this asset: hash it again soon."""
        with self._lock:
            self._suspect.add(sha256)

    def forgive(self) -> None:
        """Try at once what failed before, as when the hub is there again."""
        with self._lock:
            for failing in self._failing.values():
                failing.not_before = 0.0

    def stop(self) -> None:
        """Leave the fetch that is under way; what arrived is kept for the next start."""
        self._stopping = True

    def step(self, source: AssetSource | None) -> float:
        """Do the most urgent piece of work; gives the seconds to wait before the next."""
        self._let_go()
        if self._check_one(self._suspect):
            return 0.0
        asset, wait_s = self._next()
        if asset is not None and source is not None:
            self._fetch_guarded(asset, source)
            return 0.0
        if self._check_one(self._unverified):
            return 0.05
        return wait_s if source is not None else IDLE_S

    def _next(self) -> tuple[Asset | None, float]:
        """The first wanted asset that may be fetched now, else how long until one may be tried again."""
        now, soonest = self._clock.monotonic(), IDLE_S
        for asset in self._wanted:
            if self.has(asset):
                continue
            failing = self._failing.get(asset.sha256)
            if failing is None or failing.not_before <= now:
                return asset, 0.0
            soonest = min(soonest, failing.not_before - now)
        return None, soonest

    def _fetch_guarded(self, asset: Asset, source: AssetSource) -> None:
        try:
            self._check_room(asset)
            self._fetch(asset, source)
        except _Superseded:
            return
        except StorageFull as error:
            self._faults.note("storage", f"{error}; the wall goes on with what is here", self._clock.monotonic())
            self._put_off(asset, least_s=NO_ROOM_S, no_room=True)
        except HubRefused as error:
            if error.status == 416:
                self._store.drop_partial(asset.sha256)
            self._note_failure(asset, error, least_s=0.0 if error.status in (401, 416) else 15.0)
        except (HubTrouble, ContentError, OSError) as error:
            self._note_failure(asset, error)
        else:
            self._arrived(asset)

    def _fetch(self, asset: Asset, source: AssetSource) -> None:
        with self._store.receive(asset.sha256, asset.size_bytes) as incoming:
            if incoming.size_bytes == asset.size_bytes:
                return
            with source.asset(asset.sha256, incoming.size_bytes) as stream:
                if stream.starts_at != incoming.size_bytes:
                    incoming.start_over()
                for piece in stream.pieces:
                    incoming.write(piece)
                    if self._stopping or (incoming.size_bytes < asset.size_bytes and self._next()[0] != asset):
                        raise _Superseded

    def _arrived(self, asset: Asset) -> None:
        with self._lock:
            self._present[asset.sha256] = asset.size_bytes
            self._failing.pop(asset.sha256, None)
        self._faults.clear(f"asset-{asset.sha256}")
        self._say_whether_there_is_room()
        self._tell(AssetsChanged())

    def _say_whether_there_is_room(self) -> None:
        """A smaller asset that found its place proves nothing for the one that did not."""
        if not any(failing.no_room for failing in self._failing.values()):
            self._faults.clear("storage")

    def _check_room(self, asset: Asset) -> None:
        missing = asset.size_bytes - self._store.partial_size(asset.sha256)
        if sum(self._present.values()) + asset.size_bytes > self._limit:
            raise StorageFull(f"the cache may hold {self._limit} bytes and is full; raise cache_limit_bytes")
        if self._free(self._folder) < missing + self.reserve_bytes:
            raise StorageFull(f"the disk has no room for {asset.size_bytes} bytes more; free some or fit a larger one")

    def _note_failure(self, asset: Asset, error: Exception, least_s: float = 0.0) -> None:
        times = self._put_off(asset, least_s)
        if times >= 3:
            sentence = f"{asset.sha256[:12]} could not be fetched {times} times: {error}"
            self._faults.note(f"asset-{asset.sha256}", sentence, self._clock.monotonic())

    def _put_off(self, asset: Asset, least_s: float, *, no_room: bool = False) -> int:
        times = self._failing[asset.sha256].times + 1 if asset.sha256 in self._failing else 1
        longest = min(LONGEST_WAIT_S, BASE_WAIT_S * 2.0 ** min(times - 1, 16))
        wait_s = max(least_s, random.uniform(longest / 2, longest))  # noqa: S311  a pause is no secret
        self._failing[asset.sha256] = _Failing(times, self._clock.monotonic() + wait_s, no_room)
        return times

    def _let_go(self) -> None:
        with self._lock:
            kept, self._kept = self._kept, None
            if kept is None:
                return
            gone = [sha256 for sha256 in self._present if sha256 not in kept]
            for sha256 in gone:
                del self._present[sha256]
            for sha256 in [sha256 for sha256 in self._failing if sha256 not in kept]:
                del self._failing[sha256]
        self._say_whether_there_is_room()
        self._store.keep_only(kept)

    def _check_one(self, doubtful: set[str]) -> bool:
        """Hash one of `doubtful` again; False where there is none."""
        with self._lock:
            if not doubtful:
                return False
            sha256 = doubtful.pop()
        try:
            self._store.verify(sha256)
        except (Damaged, ContentMissing) as error:
            if self._present.pop(sha256, None) is not None:
                self._faults.note(f"asset-{sha256}", str(error), self._clock.monotonic())
                self._tell(AssetsChanged())
        return True
