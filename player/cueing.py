"""From the director's cues to the stage's: files instead of assets, and something good where a file is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from player.stage.port import CueKind, StageCue
from schedules.compilation import Compilation
from schedules.director import Cue, cue_at, segment_at
from schedules.display import Display
from schedules.instants import EPOCH
from schedules.playlist import Asset, AssetKind
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.rotation import Item
from schedules.span import Span

MOST_CUES = 600
_MILLISECOND = timedelta(milliseconds=1)

FindFile = Callable[[Asset], Path | None]
"""The file of an asset that can be played now, or None."""


@dataclass(frozen=True, slots=True)
class CueFacts:
    """What a stage cue stands for, for records and reports."""

    kind: ShowingKind
    slot_id: str
    medium_id: str
    sha256: str
    revision: int
    ends_ms: int
    moves: bool


@dataclass(frozen=True, slots=True)
class Lineup:
    """Cues for the stage in order, what each token stands for, and how many could not be what they should be."""

    cues: tuple[StageCue, ...]
    facts: dict[str, CueFacts]
    substituted: int


def line_up(
    compilation: Compilation,
    now: datetime,
    until: datetime,
    *,
    display: Display,
    revision: int,
    find: FindFile,
    spare: Sequence[Item] = (),
) -> Lineup:
    """The cues from the one at `now` to the one at `until`, at most 600; both instants lie in the compiled span.

    A cue whose file is missing shows the next good item of its loop, else the first good one of `spare`, else the
    slate, for the same span.
    """
    made: list[StageCue] = []
    facts: dict[str, CueFacts] = {}
    substituted = 0
    for cue in _cues(compilation, now, until):
        shown, file = _playable(cue, compilation, find, spare)
        substituted += shown is not cue
        starts = cue.begins if cue.span.starts == compilation.span.starts else cue.span.starts
        staged = _staged(shown, starts, cue.span.ends, file, display.frame_rate)
        if staged is not None:
            made.append(staged)
            facts[staged.token] = _facts(shown, revision, staged)
    return Lineup(tuple(made), facts, substituted)


def line_up_any_time(
    items: Sequence[Item],
    now: datetime,
    until: datetime,
    *,
    anchor: datetime,
    display: Display,
    revision: int,
    find: FindFile,
) -> Lineup:
    """Like `line_up`, for a player that does not know the time: `items` loop from `anchor` on."""
    good = [(item, file) for item in items if (file := find(item.asset)) is not None]
    made: list[StageCue] = []
    facts: dict[str, CueFacts] = {}
    for item, file, starts in _looped(good, anchor, now, until):
        cue = _filler_cue(item, starts)
        staged = _staged(cue, starts, cue.span.ends, file, display.frame_rate)
        if staged is not None:
            made.append(staged)
            facts[staged.token] = _facts(cue, revision, staged)
    return Lineup(tuple(made), facts, len(items) - len(good))


def needed_assets(compilation: Compilation, now: datetime, until: datetime) -> tuple[Asset, ...]:
    """The assets that may be shown from `now` to `until`, each once, in the order of their first use."""
    found: dict[str, Asset] = {}
    for segment in compilation.segments:
        if segment.span.ends <= now or segment.span.starts >= until or not segment.items:
            continue
        first = cue_at(compilation, max(now, segment.span.starts)).item_index
        for item in (*segment.items[first:], *segment.items[:first]):
            found.setdefault(item.asset.sha256, item.asset)
    return tuple(found.values())


def every_asset(programme: Programme, format: str) -> tuple[Asset, ...]:
    """All assets that walls of `format` play in the programme: filler and slate first, each once."""
    playlists = {playlist.id: playlist for playlist in programme.playlists}
    filler = playlists.get(programme.filler_id or "")
    first = [entry.medium_id for entry in filler.entries] if filler else []
    media = {medium.id: medium for medium in programme.media}
    order = [*first, *([programme.slate_id] if programme.slate_id else []), *media]
    assets = (media[medium_id].asset_for(format) for medium_id in order)
    return tuple({asset.sha256: asset for asset in assets if asset is not None}.values())


def to_ms(instant: datetime) -> int:
    """Whole milliseconds since 1970, rounded down, so that touching cues stay touching."""
    return (instant - EPOCH) // _MILLISECOND


def _cues(compilation: Compilation, now: datetime, until: datetime) -> Iterator[Cue]:
    instant = now
    for _ in range(MOST_CUES):
        cue = cue_at(compilation, instant)
        yield cue
        instant = cue.span.ends
        if instant > until or not compilation.span.contains(instant):
            return


def _playable(cue: Cue, compilation: Compilation, find: FindFile, spare: Sequence[Item]) -> tuple[Cue, Path | None]:
    """The cue itself with its file, or what takes its place: then from its own start, for as long as needed."""
    if cue.asset is None:
        return cue, None
    if (file := find(cue.asset)) is not None:
        return cue, file
    items = segment_at(compilation, cue.span.starts).items
    following = (*items[cue.item_index + 1 :], *items[: cue.item_index])
    for item in following:
        if (file := find(item.asset)) is not None:
            return _instead(cue, item, cue.kind), file
    for item in spare:
        if (file := find(item.asset)) is not None:
            return _instead(cue, item, ShowingKind.FILLER), file
    return _instead(cue, None, ShowingKind.SLATE), None


def _instead(cue: Cue, item: Item | None, kind: ShowingKind) -> Cue:
    slot_id = cue.slot_id if kind is cue.kind else ""
    return Cue(
        span=cue.span,
        kind=kind,
        slot_id=slot_id,
        playlist_id="",
        medium_id=item.medium_id if item else "",
        asset=item.asset if item else None,
        volume=item.volume if item else 0,
        item_index=0,
        offset=timedelta(0),
    )


def _filler_cue(item: Item, starts: datetime) -> Cue:
    span = Span(starts, starts + item.duration)
    kind = ShowingKind.FILLER
    return Cue(span, kind, "", "", item.medium_id, item.asset, item.volume, 0, timedelta(0))


def _looped(
    good: Sequence[tuple[Item, Path]], anchor: datetime, now: datetime, until: datetime
) -> Iterator[tuple[Item, Path, datetime]]:
    if not good:
        return
    length = sum((item.duration for item, _ in good), timedelta(0))
    starts = anchor + (now - anchor) // length * length
    for turn in range(MOST_CUES):
        item, file = good[turn % len(good)]
        if starts > until:
            return
        if starts + item.duration > now:
            yield item, file, starts
        starts += item.duration


def _staged(cue: Cue, starts: datetime, ends: datetime, file: Path | None, frame_rate: int) -> StageCue | None:
    """The cue for the stage; None where it is shorter than a millisecond."""
    starts_ms, ends_ms = to_ms(starts), to_ms(ends)
    if ends_ms <= starts_ms:
        return None
    token = f"{cue.kind}/{cue.slot_id}/{cue.medium_id}/{starts_ms}"
    if cue.asset is None or file is None:
        return StageCue(token, CueKind.SLATE, starts_ms, ends_ms)
    moves = cue.asset.kind is AssetKind.VIDEO
    offset = max(timedelta(0), starts - cue.begins)
    length = cue.asset.duration or timedelta(0)
    return StageCue(
        token=token,
        kind=CueKind.VIDEO if moves else CueKind.PICTURE,
        starts_ms=starts_ms,
        ends_ms=ends_ms,
        path=str(file),
        offset_ms=offset // _MILLISECOND if moves else 0,
        frame_rate=float(frame_rate) if moves else 0.0,
        duration_ms=length // _MILLISECOND,
        loops=False,
        volume=cue.volume,
        sound=cue.asset.has_sound and cue.volume > 0,
    )


def _facts(cue: Cue, revision: int, staged: StageCue) -> CueFacts:
    sha256 = cue.asset.sha256 if cue.asset else ""
    moves = staged.kind is CueKind.VIDEO
    return CueFacts(cue.kind, cue.slot_id, cue.medium_id, sha256, revision, staged.ends_ms, moves)
