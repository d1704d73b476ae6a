"""The draft: what the planning would have the walls of one group play, put together as one programme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from displayctl.api.models import MediumKind, MediumState, PartKind
from displayctl.hub.cards.neutral import with_neutral
from displayctl.hub.part_forms import FORMS
from displayctl.hub.renditions import TOO_LONG, current_renditions
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.storage import UnitOfWork
from displayctl.hub.tickers import announcements_of, tickers_for
from displayctl.hub.wanted import Wanted, media_of_scenes, playlists_of_scenes, wanted_formats
from schedules.codec import asset_from_dict, stream_from_dict
from schedules.daypart import Daypart
from schedules.display import Display
from schedules.playlist import Medium, Playlist, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.recurrence import HolidaySet
from schedules.running_text import tickers_on
from schedules.slot import Slot
from schedules.ticker import Ticker

MOST_PROBLEMS = 100
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draft:
    """A programme that could be signed, and what a person should know before they do."""

    programme: Programme
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the planning holds, as values."""

    displays: tuple[Display, ...]
    playlists: dict[str, Playlist]
    dayparts: dict[str, Daypart]
    holidays: dict[str, HolidaySet]
    slots: tuple[Slot, ...]
    tickers: tuple[Ticker, ...]


def home_group(display: Display) -> str:
    """The group whose programme a wall plays: the first of its groups."""
    return display.groups[0]


def read_plan(work: UnitOfWork) -> Plan:
    """All parts, read by the codec."""

    def values(kind: PartKind) -> list[object]:
        return [FORMS[kind].read(part.value) for part in work.parts.all(kind)]

    return Plan(
        displays=tuple(value for value in values(PartKind.DISPLAY) if isinstance(value, Display)),
        playlists={value.id: value for value in values(PartKind.PLAYLIST) if isinstance(value, Playlist)},
        dayparts={value.id: value for value in values(PartKind.DAYPART) if isinstance(value, Daypart)},
        holidays={value.id: value for value in values(PartKind.HOLIDAYS) if isinstance(value, HolidaySet)},
        slots=tuple(value for value in values(PartKind.SLOT) if isinstance(value, Slot)),
        tickers=tuple(value for value in values(PartKind.TICKER) if isinstance(value, Ticker)),
    )


def draft_programme(work: UnitOfWork, group: str) -> Draft:
    """The draft for `group`: its walls, the slots on them, and no more than these need.

    Its revision is newer than the published one; the life of a medium bounds each entry that shows it.
    """
    plan, settings, cards = read_plan(work), work.settings.get(), work.media.cards()
    followed = {name: with_neutral(playlist, cards) for name, playlist in plan.playlists.items()}
    plan = replace(plan, playlists=followed)
    displays = tuple(display for display in plan.displays if home_group(display) == group)
    slots = tuple(_slots_on(plan.slots, {display.id for display in displays}))
    filler_id = settings.filler_ids.get(group)
    named = {slot.playlist_id for slot in slots}.union(*map(playlists_of_scenes, displays))
    named |= {filler_id} if filler_id is not None else set()
    playlists = [plan.playlists[name] for name in sorted(named)]
    used = {entry.medium_id for playlist in playlists for entry in playlist.entries}
    used = used.union({settings.slate_id} if settings.slate_id is not None else (), *map(media_of_scenes, displays))
    stored = work.media.several(used)
    lives = {medium.id: medium.expires_at for medium in stored}
    wanted = wanted_formats(displays, slots, plan.playlists)
    announced = {medium.id: medium for medium in work.media.several(announcements_of(plan.tickers))}
    tickers = tickers_for(plan.tickers, displays, announced)
    published = work.publications.newest(group)
    now = work.now.replace(microsecond=0)
    programme = Programme(
        group=group,
        revision=max(int(now.timestamp()), 0 if published is None else published.revision + 1),
        made_at=now,
        valid_until=now + timedelta(days=settings.valid_days),
        displays=tuple(_naming_only(display, tickers) for display in displays),
        media=tuple(_medium(medium, wanted.of(medium.id)) for medium in stored),
        playlists=tuple(_limited(playlist, lives) for playlist in playlists),
        dayparts=_named(plan.dayparts, {slot.daypart_id for slot in slots}),
        holidays=_named(plan.holidays, {name for slot in slots for name in _holidays_of(slot)}),
        slots=slots,
        filler_id=filler_id,
        slate_id=settings.slate_id,
        tickers=tickers,
    )
    return Draft(programme, _problems(programme, stored, wanted))


def _naming_only(display: Display, tickers: tuple[Ticker, ...]) -> Display:
    """`display` without what its regions say of tickers that are not (or not any more) to run.

    A region all of whose tickers are gone goes too, for one that names none runs all that there are.
    """
    there = {ticker.id for ticker in tickers}
    kept = [
        replace(region, ticker_ids=tuple(name for name in region.ticker_ids if name in there))
        for region in display.canvas.regions
        if not region.ticker_ids or there.intersection(region.ticker_ids)
    ]
    return replace(display, canvas=replace(display.canvas, regions=tuple(kept)))


def _slots_on(slots: Iterable[Slot], displays: set[str]) -> Iterable[Slot]:
    """Slots on `displays`, without what they say about others."""
    for slot in slots:
        mine = tuple(name for name in slot.display_ids if name in displays)
        if mine:
            exceptions = tuple(exception for exception in slot.exceptions if exception.display_id in displays)
            yield replace(slot, display_ids=mine, exceptions=exceptions)


def _medium(stored: StoredMedium, formats: tuple[str, ...]) -> Medium:
    renditions = tuple(
        Rendition(rendition.format, asset_from_dict(rendition.asset))
        for rendition in current_renditions(stored)
        if rendition.format in formats
    )
    return Medium(stored.id, stored.title, renditions, stream_from_dict(stored.stream) if stored.stream else None)


def _limited(playlist: Playlist, lives: dict[str, datetime | None]) -> Playlist:
    """`playlist` with entries that end with the life of their medium."""
    entries = (_ending(entry, lives.get(entry.medium_id)) for entry in playlist.entries)
    return replace(playlist, entries=tuple(entry for entry in entries if entry is not None))


def _ending(entry: PlaylistEntry, expires_at: datetime | None) -> PlaylistEntry | None:
    if expires_at is None or (entry.valid_until is not None and entry.valid_until <= expires_at):
        return entry
    if entry.valid_from is not None and entry.valid_from >= expires_at:
        return None
    return replace(entry, valid_until=expires_at.astimezone(UTC))


def _holidays_of(slot: Slot) -> tuple[str, ...]:
    return slot.recurrence.include_holidays + slot.recurrence.except_holidays


def _named(values: dict[str, T], names: set[str] | set[str | None]) -> tuple[T, ...]:
    return tuple(value for name, value in sorted(values.items()) if name in names)


def _problems(programme: Programme, stored: tuple[StoredMedium, ...], wanted: Wanted) -> tuple[str, ...]:
    found: list[str] = []
    if not programme.displays:
        found.append(f"group {programme.group!r} has no walls; add one first")
    states = {medium.id: medium for medium in stored}
    used = {entry.medium_id for playlist in programme.playlists for entry in playlist.entries}
    for medium in programme.media:
        found += _problems_of(medium, states[medium.id], programme, medium.id in used, wanted.of(medium.id))
    found += [
        f"playlist {playlist.name!r} is empty, so its slots play the filler"
        for playlist in programme.playlists
        if not playlist.entries
    ]
    found += [
        f"ticker {ticker.name!r} has no place on {wall.name!r}; give the wall a ticker region, or the ticker a band"
        for wall in programme.displays
        for ticker in programme.tickers
        if wall.id in ticker.display_ids and ticker not in tickers_on(programme, wall)
    ]
    unpaired = [display.name for display in programme.displays if not display.fingerprint]
    found += [f"no player is paired with {name!r} yet, so nothing can be shown there" for name in unpaired]
    return tuple(found[:MOST_PROBLEMS])


def _problems_of(
    medium: Medium, stored: StoredMedium, programme: Programme, used: bool, formats: tuple[str, ...]
) -> Iterable[str]:
    if stored.state == MediumState.FAILED:
        yield f"{medium.title!r} is not usable and will be left out: {stored.message}"
        return
    if stored.expires_at is not None and stored.expires_at <= programme.made_at and used:
        if stored.kind == MediumKind.CARD:
            yield f"the data of {medium.title!r} are too old, so walls show its neutral card"
        else:
            yield f"{medium.title!r} has expired and will be left out"
    for name in formats:
        if medium.asset_for(name) is None and stored.message.startswith(TOO_LONG):
            yield f"{medium.title!r} is too long for {name} and will be left out there"
        elif medium.asset_for(name) is None:
            yield f"{medium.title!r} is still being prepared for {name} and would be left out there"
