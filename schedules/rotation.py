"""What a playlist plays on walls of one format: its playable entries at an instant, in order, as items that loop."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schedules.instants import instant_at, ticks, ticks_in
from schedules.playlist import Arrangement, Asset, Medium, Playlist, PlaylistEntry
from schedules.shares import interleave
from schedules.stream import LiveStream
from schedules.transition import CUT, Motion, Transition

PICTURE_SHOWS, STREAM_SHOWS = timedelta(seconds=10), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Item:
    """One turn in a loop: an asset from `offset` after the loop's start, for `duration`.

    Where that is longer than the asset's own duration the stage holds the last frame; where it is shorter it is cut.
    It is not to be shown from `valid_until` on; segments end there. `transition` leads into it. Of a live `stream` the
    asset is the poster.
    """

    medium_id: str
    asset: Asset
    duration: timedelta
    volume: int
    offset: timedelta = timedelta(0)
    valid_until: datetime | None = None
    transition: Transition = CUT
    motion: Motion = Motion.NONE
    stream: LiveStream | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """Items that loop, and where each begins in ticks; `length` is that of one round. Without items it is empty."""

    items: tuple[Item, ...]
    offsets: tuple[int, ...]
    length: int

    def until_boundary(self, position: int) -> int:
        """Ticks from `position` in the loop to the start of an item, 0 at one. The cycle must not be empty."""
        position %= self.length
        index = bisect_right(self.offsets, position)
        if self.offsets[index - 1] == position:
            return 0
        return (self.offsets[index] if index < len(self.offsets) else self.length) - position


EMPTY = Cycle((), (), 0)


class Rotation:
    """One playlist on walls of one format through time: which cycle it plays between two edges of validity."""

    def __init__(self, playlist: Playlist, media: Mapping[str, Medium], format: str) -> None:
        self.playlist = playlist
        found = [(entry, _item(entry, playlist, media[entry.medium_id], format)) for entry in playlist.entries]
        self._entries = [(entry, item) for entry, item in found if item is not None]
        instants = [limit for entry, _ in self._entries for limit in (entry.valid_from, entry.valid_until) if limit]
        self._edges = sorted({ticks(instant) for instant in instants})
        self._cycles: dict[int, Cycle] = {}

    def at(self, when: int) -> Cycle:
        """The cycle at the instant `when`, in ticks; empty where nothing is playable."""
        return self._between(bisect_right(self._edges, when))

    def through(self, starts: int, ends: int) -> Iterable[tuple[int, int, Cycle]]:
        """Touching stretches of one cycle each, covering from `starts` to `ends`. At every edge the entries change."""
        index = bisect_right(self._edges, starts)
        while index < len(self._edges) and self._edges[index] < ends:
            yield starts, self._edges[index], self._between(index)
            starts, index = self._edges[index], index + 1
        yield starts, ends, self._between(index)

    def without_limits(self) -> tuple[Item, ...]:
        """The items of the entries that are valid at any time."""
        always = [(e, item) for e, item in self._entries if e.valid_from is None and e.valid_until is None]
        return _cycle(always, self.playlist.arrangement).items

    def _between(self, index: int) -> Cycle:
        """The cycle after the first `index` edges."""
        if index not in self._cycles:
            when = self._edges[index - 1] if index else (self._edges[0] - 1 if self._edges else 0)
            instant = instant_at(when)
            valid = [(entry, item) for entry, item in self._entries if is_valid(entry, instant)]
            self._cycles[index] = _cycle(valid, self.playlist.arrangement)
        return self._cycles[index]


def is_valid(entry: PlaylistEntry, instant: datetime) -> bool:
    """Whether `entry` may play at `instant`."""
    begun = entry.valid_from is None or entry.valid_from <= instant
    return begun and (entry.valid_until is None or instant < entry.valid_until)


def cycle_of(items: Iterable[Item]) -> Cycle:
    """A cycle of `items` in order, each moved to its place in it."""
    placed: list[Item] = []
    offset = timedelta(0)
    for item in items:
        placed.append(replace(item, offset=offset))
        offset += item.duration
    return Cycle(tuple(placed), tuple(ticks_in(item.offset) for item in placed), ticks_in(offset))


def _item(entry: PlaylistEntry, playlist: Playlist, medium: Medium, format: str) -> Item | None:
    """What an entry shows on walls of `format`, None where nothing was made for them."""
    asset = medium.asset_for(format)
    if asset is None:
        return None
    own = asset.duration or (STREAM_SHOWS if medium.stream else PICTURE_SHOWS)
    return Item(
        entry.medium_id,
        asset,
        entry.duration or own,
        entry.volume,
        valid_until=entry.valid_until,
        transition=playlist.transition if entry.transition is None else entry.transition,
        motion=entry.motion,
        stream=medium.stream,
    )


def _cycle(entries: list[tuple[PlaylistEntry, Item]], arrangement: Arrangement) -> Cycle:
    if not entries:
        return EMPTY
    items = [item for _, item in entries]
    if arrangement is Arrangement.SHARES:
        order = interleave([entry.share for entry, _ in entries], [ticks_in(item.duration) for item in items])
        items = [items[index] for index in order]
    return cycle_of(items)
