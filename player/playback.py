"""The playback loop: asks the director what belongs on the wall and keeps the stage's timeline ahead of the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content.errors import ContentMissing
from player.cache import Cache
from player.clock_trust import Reading
from player.cueing import CueFacts, Lineup, every_asset, line_up, line_up_any_time, needed_assets, to_ms
from player.events import LiveAlert
from player.stage import port
from player.watchdog import Expected
from schedules.alert import AlertLevel
from schedules.compilation import Compilation, Segment
from schedules.compiler import compile_programme
from schedules.director import any_time_items, direct
from schedules.display import Display
from schedules.errors import ScheduleError
from schedules.overlaps import Contest
from schedules.playlist import Asset
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.rotation import Item
from schedules.span import Span

BEHIND, AHEAD = timedelta(hours=25), timedelta(hours=26)
SOON = timedelta(hours=24)
TIMELINE_AHEAD, TIMELINE_LEFT = timedelta(minutes=10), timedelta(minutes=5)
BROKEN_FOR_S = 600.0
MOST_FACTS = 4000
NEVER = (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC))

Want = Callable[[port.Request], None]


@dataclass(frozen=True, slots=True)
class Needs:
    """Assets of a programme: `soon` those needed within a day, in order of use, `all` every one for this wall."""

    soon: tuple[Asset, ...]
    all: tuple[Asset, ...]


class Playback:
    """What is on the wall of `display_id`. `tick` brings the stage up to date and says when to be called again."""

    def __init__(self, display_id: str, cache: Cache, want: Want) -> None:
        self._display_id, self._cache, self._want = display_id, cache, want
        self._programme: Programme | None = None
        self._display: Display | None = None
        self._spare: tuple[Item, ...] = ()
        self._alerts: tuple[LiveAlert, ...] = ()
        self._compilation: Compilation | None = None
        self._broken: dict[str, float] = {}
        self._facts: dict[str, CueFacts] = {}
        self._lineup = Lineup((), {}, 0)
        self._good_from, self._good_until = NEVER
        self._loop_anchor: datetime | None = None
        self._trusted = True
        self._has_sound = False
        self._titles: dict[str, str] = {}

    @property
    def programme(self) -> Programme | None:
        return self._programme

    @property
    def display(self) -> Display | None:
        """This wall as the programme describes it."""
        return self._display

    @property
    def has_sound(self) -> bool:
        """Whether anything in the programme is heard on this wall."""
        return self._has_sound

    def title_of(self, medium_id: str) -> str:
        """What people call the medium (or the alert); empty where there is none."""
        return self._titles.get(medium_id, "") or next(
            (live.alert.headline for live in self._alerts if live.alert.id == medium_id), ""
        )

    def belong_to(self, display_id: str) -> None:
        """From now on this is the wall `display_id`, with nothing on air yet."""
        self._display_id = display_id
        self.put_on_air(None)

    @property
    def substituted(self) -> int:
        """How many of the coming cues show something else because their file is missing."""
        return self._lineup.substituted

    def put_on_air(self, programme: Programme | None) -> None:
        """From the next tick on play `programme`; None leaves the slate."""
        self._programme, self._display, self._spare = programme, None, ()
        self._has_sound, self._titles = False, {}
        if programme is not None:
            self._display = programme.display(self._display_id)
            self._spare = any_time_items(programme, self._display_id)
            self._has_sound = any(asset.has_sound for asset in every_asset(programme, self._display.format))
            self._titles = {medium.id: medium.title for medium in programme.media}
        self._compilation = None
        self.reconsider()

    def set_alerts(self, alerts: tuple[LiveAlert, ...]) -> None:
        """From the next tick on exactly these alerts stand."""
        self._alerts = alerts

    def reconsider(self) -> None:
        """Files have come or gone: make the timeline anew at the next tick."""
        self._good_from, self._good_until = NEVER

    def set_broken(self, sha256: str, now: float) -> None:
        """The stage could not play this asset: show something else for ten minutes from monotonic `now`."""
        self._broken[sha256] = now + BROKEN_FOR_S
        self.reconsider()

    def facts(self, token: str) -> CueFacts | None:
        """What a token of this or an earlier timeline stands for."""
        return self._facts.get(token)

    def expected(self, now: datetime) -> Expected:
        """What the stage should present at `now`."""
        at = to_ms(now)
        for cue in self._lineup.cues:
            if cue.starts_ms <= at < cue.ends_ms:
                moves = cue.kind is port.CueKind.VIDEO and not self._stands_still(cue, at)
                return Expected("" if cue.kind is port.CueKind.SLATE else cue.token, cue.ends_ms, moves)
        return Expected("", at, moves=False)

    def needs(self, programme: Programme, now: datetime) -> Needs:
        """What `programme` needs on this wall. Raises ScheduleError where it cannot be compiled."""
        compilation = compile_programme(programme, self._display_id, Span(now, now + SOON))
        wall = programme.display(self._display_id)
        soon = needed_assets(compilation, now, now + SOON)
        everything = every_asset(programme, wall.format)
        return Needs(soon, tuple({asset.sha256: asset for asset in (*soon, *everything)}.values()))

    def tick(self, reading: Reading) -> datetime:
        """Bring the stage up to date with the time; gives the instant at which something changes next."""
        now = reading.now
        broken = [sha256 for sha256, until in self._broken.items() if until <= reading.monotonic]
        for sha256 in broken:
            del self._broken[sha256]
        if broken or reading.jumped or reading.trusted is not self._trusted:
            self._trusted = reading.trusted
            self.reconsider()
        compilation = self._compiled(now) if reading.trusted else slate_only(self._display_id, now)
        if not self._good_from <= now < self._good_until:
            self._renew_timeline(compilation, now, trusted=reading.trusted)
        return self._direct(compilation, now)

    def _compiled(self, now: datetime) -> Compilation:
        """The compilation of a window around `now`, made anew where it ends within a day or the clock left it."""
        known = self._compilation
        if known is not None and known.span.contains(now) and known.span.ends - now > SOON:
            return known
        if self._programme is None:
            made = slate_only(self._display_id, now)
        else:
            made = compile_programme(self._programme, self._display_id, Span(now - BEHIND, now + AHEAD))
        self._compilation = made
        return made

    def _renew_timeline(self, compilation: Compilation, now: datetime, *, trusted: bool) -> None:
        self._lineup = self._made_lineup(compilation, now, now + TIMELINE_AHEAD, trusted)
        self._facts.update(self._lineup.facts)
        while len(self._facts) > MOST_FACTS:
            del self._facts[next(iter(self._facts))]
        self._want(port.Timeline(self._lineup.cues))
        self._good_from, self._good_until = now - timedelta(seconds=1), now + TIMELINE_LEFT
        if len(self._lineup.cues) > 1:  # very short items reach less far
            last = self._lineup.cues[-1].starts_ms - to_ms(now)
            self._good_until = min(self._good_until, now + timedelta(milliseconds=max(1000, last // 2)))

    def _made_lineup(self, compilation: Compilation, now: datetime, until: datetime, trusted: bool) -> Lineup:
        if self._programme is None or self._display is None:
            return Lineup((), {}, 0)
        revision = self._programme.revision
        if trusted:
            self._loop_anchor = None
            return line_up(
                compilation,
                now,
                until,
                display=self._display,
                revision=revision,
                find=self._find,
                spare=self._spare,
            )
        self._loop_anchor = self._loop_anchor or now
        return line_up_any_time(
            self._spare,
            now,
            until,
            anchor=self._loop_anchor,
            display=self._display,
            revision=revision,
            find=self._find,
        )

    def _direct(self, compilation: Compilation, now: datetime) -> datetime:
        showing = direct(compilation, [live.alert for live in self._alerts], now)
        live = next((live for live in self._alerts if live.alert is showing.alert), None)
        if live is None or not live.picture:
            self._want(port.Overlay())
            return min(showing.until, self._good_until)
        takeover = live.alert.level is AlertLevel.AWAS
        token = f"alert/{live.alert.id}"
        mode = port.OverlayMode.TAKEOVER if takeover else port.OverlayMode.BANNER
        ends_ms, revision = to_ms(live.alert.expires), self._programme.revision if self._programme else 0
        sha256 = Path(live.picture).stem
        self._facts[token] = CueFacts(ShowingKind.ALERT, "", live.alert.id, sha256, revision, ends_ms, moves=False)
        self._want(port.Overlay(token, live.picture, mode, live.alert.drill))
        return min(showing.until, self._good_until)

    def _find(self, asset: Asset) -> Path | None:
        if asset.sha256 in self._broken or not self._cache.has(asset):
            return None
        try:
            return self._cache.path_of(asset.sha256)
        except ContentMissing:
            self._cache.suspect(asset.sha256)
            return None

    @staticmethod
    def _stands_still(cue: port.StageCue, at_ms: int) -> bool:
        """Whether a video's own length is over, so that its last frame stands."""
        return bool(cue.duration_ms) and cue.offset_ms + at_ms - cue.starts_ms >= cue.duration_ms


def slate_only(display_id: str, now: datetime) -> Compilation:
    """A compilation with nothing but the player's own slate."""
    span = Span(now - BEHIND, now + AHEAD)
    slate = Segment(span, ShowingKind.SLATE, "", "", span.starts, ())
    return Compilation(display_id, span, (slate,), Contest((), (), 0, 0))


def is_playable(programme: Programme, display_id: str, now: datetime) -> bool:
    """Whether the programme has a wall of this name and can be compiled for it."""
    try:
        compile_programme(programme, display_id, Span(now, now + timedelta(hours=1)))
    except ScheduleError:
        return False
    return True
