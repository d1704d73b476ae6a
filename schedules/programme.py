"""The programme: the signed document that tells a group of displays everything they may play."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from schedules.checks import check_count, check_id, check_int, check_unique
from schedules.daypart import Daypart
from schedules.display import Display
from schedules.errors import InvalidValue, UnknownName
from schedules.playlist import Medium, Playlist
from schedules.recurrence import HolidaySet
from schedules.region import MAIN
from schedules.slot import Slot
from schedules.span import require_utc
from schedules.ticker import Ticker


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that the displays of one group may play, whole in itself.

    `revision` grows with each publication (unix seconds). After `valid_until` only filler and slate are shown.
    `filler_id` is the playlist for hours without a slot; `slate_id` the medium of last resort (None: the player's own).
    `tickers` are the texts that run along its displays, all spelled out.
    Raises UnknownName where a part refers to something that is not in the document.
    """

    group: str
    revision: int
    made_at: datetime
    valid_until: datetime
    displays: tuple[Display, ...]
    media: tuple[Medium, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    dayparts: tuple[Daypart, ...] = ()
    holidays: tuple[HolidaySet, ...] = ()
    slots: tuple[Slot, ...] = ()
    filler_id: str | None = None
    slate_id: str | None = None
    tickers: tuple[Ticker, ...] = ()

    def __post_init__(self) -> None:
        check_id("programme.group", self.group)
        check_int("programme.revision", self.revision, 0, 1 << 40)
        require_utc("programme.made_at", self.made_at)
        require_utc("programme.valid_until", self.valid_until)
        self._check_parts()
        self._check_references()

    def _check_parts(self) -> None:
        for field, most in (
            ("displays", 10_000),
            ("media", 20_000),
            ("playlists", 5_000),
            ("dayparts", 500),
            ("holidays", 100),
            ("slots", 20_000),
            ("tickers", 500),
        ):
            parts = getattr(self, field)
            check_count(f"programme.{field}", parts, most=most)
            check_unique(f"programme.{field}", [part.id for part in parts])

    def _check_references(self) -> None:
        there = {
            "medium": {medium.id for medium in self.media},
            "playlist": {playlist.id for playlist in self.playlists},
            "display": {display.id for display in self.displays},
            "daypart": {daypart.id for daypart in self.dayparts},
            "holiday set": {holiday_set.id for holiday_set in self.holidays},
            "ticker": {ticker.id for ticker in self.tickers},
        }
        for who, what, name in self._references():
            if name not in there[what]:
                raise UnknownName(
                    f"{who} names the {what} {name!r}, which is not in the programme; add it or choose another"
                )
        self._check_regions()

    def _references(self) -> Iterator[tuple[str, str, str]]:
        """Who names a thing of which sort, and the thing's id."""
        for playlist in self.playlists:
            for entry in playlist.entries:
                yield f"playlist {playlist.name!r}", "medium", entry.medium_id
        for slot in self.slots:
            yield from ((f"slot {slot.name!r}", what, name) for what, name in references_of_slot(slot))
        for display in self.displays:
            yield from ((f"display {display.name!r}", what, name) for what, name in references_of_display(display))
        for ticker in self.tickers:
            yield from ((f"ticker {ticker.name!r}", "display", name) for name in ticker.display_ids)
            if any(text.announcement_id for text in ticker.texts):
                raise InvalidValue("programme.tickers", f"{ticker.name!r} has texts that are not spelled out")
        if self.filler_id is not None:
            yield "filler", "playlist", self.filler_id
        if self.slate_id is not None:
            yield "slate", "medium", self.slate_id

    def _check_regions(self) -> None:
        regions = {display.id: (*display.loops, MAIN) for display in self.displays}
        for slot in self.slots:
            for display_id in slot.display_ids:
                if slot.region not in regions[display_id]:
                    raise UnknownName(
                        f"slot {slot.name!r} is booked into the region {slot.region!r}, and the display "
                        f"{display_id!r} has no loop of that name; add it or choose another"
                    )

    def display(self, display_id: str) -> Display:
        """The display called `display_id`; raises UnknownName."""
        for display in self.displays:
            if display.id == display_id:
                return display
        raise UnknownName(f"display {display_id!r} is not in the programme of group {self.group!r}")


def references_of_slot(slot: Slot) -> Iterator[tuple[str, str]]:
    """What a slot names: the sort and the id of each thing."""
    yield "playlist", slot.playlist_id
    yield from (("display", display_id) for display_id in slot.display_ids)
    if slot.daypart_id is not None:
        yield "daypart", slot.daypart_id
    for name in slot.recurrence.include_holidays + slot.recurrence.except_holidays:
        yield "holiday set", name


def references_of_display(display: Display) -> Iterator[tuple[str, str]]:
    """What a display and its regions name: the sort and the id of each thing."""
    for region in display.canvas.regions:
        if region.playlist_id is not None:
            yield "playlist", region.playlist_id
        if region.medium_id is not None:
            yield "medium", region.medium_id
        yield from (("ticker", ticker_id) for ticker_id in region.ticker_ids)
    if display.logo is not None:
        yield "medium", display.logo.medium_id
