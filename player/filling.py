"""What has to be here and when a programme may go on air: not before everything it needs within a day is present."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from player.cache import Cache
from player.clock_trust import Reading
from player.errors import StateUnusable
from player.faults import FaultBook
from player.needs import Needs, every_asset
from player.playback import Playback, is_playable
from player.reporter import Reporter, Stage
from player.rundown import Rundown
from schedules.programme import Programme

NEEDS_HOLD = timedelta(minutes=10)
NOTHING = Needs((), ())


class Filling:
    """Tells the cache what to fetch and to keep, and takes the pending programme when it is complete."""

    def __init__(
        self,
        rundown: Rundown,
        cache: Cache,
        playback: Playback,
        reporter: Reporter,
        faults: FaultBook,
        on_air: Callable[[Programme], None],
        begin: Callable[[], None],
    ) -> None:
        self._rundown, self._cache, self._playback = rundown, cache, playback
        self._reporter, self._faults = reporter, faults
        self._on_air, self._begin = on_air, begin
        self._needs: dict[int, tuple[datetime, Needs]] = {}
        self._last_good: tuple[int, set[str]] | None = None
        self._missing: int | None = None
        self._shown = 0

    def shown(self) -> None:
        """The programme on air has been presented; what it still lacks is told with that, and as it comes."""
        programme = self._playback.programme
        if programme is None:
            return
        self._shown = programme.revision
        if self._missing is not None:
            self._reporter.receipt(programme.revision, Stage.ON_AIR, missing_assets=self._missing)

    def plan(self, reading: Reading, display_id: str) -> bool:
        """Work out what is needed; True where the pending programme went on air."""
        pending, taken, coming = self._rundown.pending, False, NOTHING
        if pending is not None and not is_playable(pending, display_id, reading.now):
            self._reporter.receipt(pending.revision, Stage.REFUSED, f"it cannot be worked out for {display_id}")
        elif pending is not None:
            coming = self._needs_of(pending, reading.now)
            missing = sum(not self._cache.has(asset) for asset in coming.soon)
            self._reporter.receipt(pending.revision, Stage.RECEIVED, missing_assets=missing)
            if missing == 0 or self._nothing_better(reading.now, coming):
                taken = self._take(reading, missing)
        programme = self._playback.programme
        on_air = self._needs_of(programme, reading.now) if programme else NOTHING
        self._tell_missing(on_air)
        wanted = {a.sha256: a for a in (*coming.soon, *on_air.soon, *coming.all, *on_air.all)}
        self._cache.want(tuple(wanted.values()), wanted.keys() | self._last_good_assets(display_id))
        self._begin()
        return taken

    def _tell_missing(self, on_air: Needs) -> None:
        """How much the programme on air still lacks that went there, or was found there, before it was complete."""
        programme = self._playback.programme
        if programme is None or self._missing == 0:
            return
        missing = sum(not self._cache.has(asset) for asset in on_air.soon)
        is_news, self._missing = missing != self._missing, missing
        if is_news and self._shown == programme.revision:
            self._reporter.receipt(programme.revision, Stage.ON_AIR, missing_assets=missing)

    def _needs_of(self, programme: Programme, now: datetime) -> Needs:
        """What a programme needs; worked out anew every ten minutes, as the day it looks ahead moves on."""
        worked_out = self._needs.get(programme.revision)
        if worked_out is None or not timedelta(0) <= now - worked_out[0] < NEEDS_HOLD:
            worked_out = (now, self._playback.needs(programme, now))
            self._needs = dict(list(self._needs.items())[-3:]) | {programme.revision: worked_out}
        return worked_out[1]

    def _nothing_better(self, now: datetime, coming: Needs) -> bool:
        """Whether a programme that is not complete yet is better than what is on air: nothing, or one that ended."""
        current = self._playback.programme
        over = current is None or current.valid_until <= now
        return over and any(self._cache.has(asset) for asset in coming.soon)

    def _take(self, reading: Reading, missing: int) -> bool:
        try:
            programme = self._rundown.take()
        except StateUnusable as error:
            self._faults.note("rundown", str(error), reading.monotonic)
            return False
        self._playback.put_on_air(programme)
        self._missing = missing
        self._reporter.receipt(programme.revision, Stage.COMPLETE, missing_assets=missing)
        self._on_air(programme)
        return True

    def _last_good_assets(self, display_id: str) -> set[str]:
        """The assets of the last known good programme; it is read from the disk once for each programme on air."""
        on_air = self._rundown.on_air
        revision = on_air.revision if on_air else 0
        if self._last_good is None or self._last_good[0] != revision:
            last = self._rundown.last_good()
            displays = [display for display in last.displays if display.id == display_id] if last else []
            assets = every_asset(last, displays[0]) if last and displays else ()
            self._last_good = (revision, {asset.sha256 for asset in assets})
        return self._last_good[1]
