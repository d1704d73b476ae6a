"""From the director's cues to the stage's: files instead of assets, and something good where a file is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from player.stage.port import CueKind, CueTransition, StageCue
from schedules.compilation import Compilation
from schedules.director import Cue, cue_at, segment_at
from schedules.display import Display
from schedules.instants import EPOCH
from schedules.playlist import Asset, AssetKind
from schedules.proof import ShowingKind
from schedules.region import loop_name
from schedules.rotation import Item
from schedules.span import Span
from schedules.stream import PATIENCE, LiveStream
from schedules.transition import Motion, Transition

MOST_CUES = 600
_MILLISECOND = timedelta(milliseconds=1)

FindFile = Callable[[Asset, LiveStream | None], Path | None]
"""The file of an asset, or the poster of a stream, that can be played now; or None."""


@dataclass(frozen=True, slots=True)
class Place:
    """A loop region of a wall; `region` is empty for the main picture."""

    display: Display
    region: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether the wall's sound comes from here: from the main picture, unless the wall names another region."""
        return loop_name(self.display.sound_region) == self.region

    @property
    def token_end(self) -> str:
        """What makes tokens of this place differ from those of all others on the wall."""
        return f"/{self.display.loops.index(self.region)}" if self.region else ""


@dataclass(frozen=True, slots=True)
class CueFacts:
    """What a stage cue stands for, for records and reports. `url` is that of a live stream, else empty."""

    kind: ShowingKind
    slot_id: str
    medium_id: str
    sha256: str
    revision: int
    ends_ms: int
    moves: bool
    region: str = ""
    url: str = field(default="", repr=False)

    @property
    def source(self) -> str:
        """What has to be good for the cue to be shown: the digest of the asset, of a live stream its address."""
        return self.url or self.sha256


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
    slate, for the same span; a film that is shorter than that begins again. The slate belongs to the main picture: a
    region without anything to show has no cue.
    """
    place = Place(display, compilation.region)
    made: list[StageCue] = []
    facts: dict[str, CueFacts] = {}
    substituted = 0
    for cue in _cues(compilation, now, until):
        shown, file = _playable(cue, compilation, find, spare)
        substituted += shown is not cue
        starts = cue.begins if cue.span.starts == compilation.span.starts else cue.span.starts
        staged = _staged(shown, starts, cue.span.ends, file, place)
        if staged is not None and shown is not cue:
            staged = replace(staged, loops=staged.kind is CueKind.VIDEO)
        if staged is not None and (staged.kind is not CueKind.SLATE or not place.region):
            made.append(staged)
            facts[staged.token] = _facts(shown, revision, staged, place)
    return Lineup(tuple(made), facts, substituted)


def line_up_any_time(
    items: Sequence[Item],
    now: datetime,
    until: datetime,
    *,
    anchor: datetime,
    place: Place,
    revision: int,
    find: FindFile,
) -> Lineup:
    """Like `line_up`, for a player that does not know the time: `items` loop from `anchor` on."""
    good = [(item, file) for item in items if (file := find(item.asset, item.stream)) is not None]
    made: list[StageCue] = []
    facts: dict[str, CueFacts] = {}
    for item, file, starts in _looped(good, anchor, now, until):
        cue = _filler_cue(item, starts)
        staged = _staged(cue, starts, cue.span.ends, file, place)
        if staged is not None:
            made.append(staged)
            facts[staged.token] = _facts(cue, revision, staged, place)
    return Lineup(tuple(made), facts, len(items) - len(good))


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
    if (file := find(cue.asset, cue.stream)) is not None:
        return cue, file
    items = segment_at(compilation, cue.span.starts).items
    following = (*items[cue.item_index + 1 :], *items[: cue.item_index])
    for item in following:
        if (file := find(item.asset, item.stream)) is not None:
            return _instead(cue, item, cue.kind), file
    for item in spare:
        if (file := find(item.asset, item.stream)) is not None:
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
        transition=cue.transition,
        motion=item.motion if item else Motion.NONE,
        stream=item.stream if item else None,
    )


def _filler_cue(item: Item, starts: datetime) -> Cue:
    span = Span(starts, starts + item.duration)
    return Cue(
        span=span,
        kind=ShowingKind.FILLER,
        slot_id="",
        playlist_id="",
        medium_id=item.medium_id,
        asset=item.asset,
        volume=item.volume,
        item_index=0,
        offset=timedelta(0),
        transition=item.transition,
        motion=item.motion,
        stream=item.stream,
    )


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


def _staged(cue: Cue, starts: datetime, ends: datetime, file: Path | None, place: Place) -> StageCue | None:
    """The cue for the stage; None where it is shorter than a millisecond."""
    starts_ms, ends_ms = to_ms(starts), to_ms(ends)
    if ends_ms <= starts_ms:
        return None
    token = f"{cue.kind}/{cue.slot_id}/{cue.medium_id}/{starts_ms}{place.token_end}"
    if cue.asset is None or file is None:
        return StageCue(token, CueKind.SLATE, starts_ms, ends_ms)
    kind = _kind_of(cue, cue.asset)
    films = kind is CueKind.VIDEO
    return StageCue(
        token=token,
        kind=kind,
        starts_ms=starts_ms,
        ends_ms=ends_ms,
        path=str(file),
        offset_ms=max(timedelta(0), starts - cue.begins) // _MILLISECOND if films else 0,
        frame_rate=float(place.display.frame_rate) if films else 0.0,
        duration_ms=(cue.asset.duration or timedelta(0)) // _MILLISECOND,
        loops=False,
        volume=cue.volume,
        sound=cue.asset.has_sound and cue.volume > 0 and place.is_heard,
        transition=_transition_of(cue.transition),
        motion=cue.motion if kind is CueKind.PICTURE else Motion.NONE,
        url=cue.stream.url if cue.stream else "",
        patience_ms=(cue.stream.patience if cue.stream else PATIENCE) // _MILLISECOND,
    )


def _kind_of(cue: Cue, asset: Asset) -> CueKind:
    if cue.stream is not None:
        return CueKind.STREAM
    return CueKind.VIDEO if asset.kind is AssetKind.VIDEO else CueKind.PICTURE


def _transition_of(transition: Transition) -> CueTransition:
    """For the stage, which shortens it where one of the items is too short for it."""
    return CueTransition(transition.kind, transition.duration // _MILLISECOND)


def _facts(cue: Cue, revision: int, staged: StageCue, place: Place) -> CueFacts:
    sha256 = cue.asset.sha256 if cue.asset else ""
    moves = staged.kind is CueKind.VIDEO
    ends_ms, url = staged.ends_ms, staged.url
    return CueFacts(cue.kind, cue.slot_id, cue.medium_id, sha256, revision, ends_ms, moves, place.region, url)
