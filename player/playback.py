"""The playback loop: asks the director what belongs on the wall and keeps the stage's timelines ahead of the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from content.errors import ContentMissing
from player.alert_loop import AlertLoop
from player.cache import Cache
from player.clock_trust import Reading
from player.covering import Covering, covering_at, facts_of_hold, may_show
from player.cueing import CueFacts, Place, to_ms
from player.dressing import BARE, Dressing, dressing_at
from player.events import LiveAlert
from player.hold import Hold
from player.needs import Needs, every_asset, logo_assets, needed_assets
from player.region_loop import SOON, OnAir, RegionLoop
from player.safe_mode import Features
from player.stage import port
from player.watchdog import Expected
from schedules.alert import Alert
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.errors import ScheduleError
from schedules.loudness import loudness_at
from schedules.playlist import Asset, AssetKind
from schedules.programme import Programme
from schedules.span import Span
from schedules.stream import LiveStream

BROKEN_FOR_S, STREAM_LOST_FOR_S = 600.0, 60.0
MOST_FACTS = 4000

Want = Callable[[port.Request], None]


class Playback:
    """What is on the wall of `display_id`. `tick` brings the stage up to date and says when to be called again."""

    def __init__(self, display_id: str, cache: Cache, want: Want) -> None:
        self._display_id, self._cache, self._want = display_id, cache, want
        self._programme: Programme | None = None
        self._display: Display | None = None
        self._alerts = AlertLoop(display_id)
        self._loops: tuple[RegionLoop, ...] = (RegionLoop(display_id, None),)
        self._dressing: Dressing | None = None
        self._broken: dict[str, float] = {}
        self._facts: dict[str, CueFacts] = {}
        self._trusted = True
        self._features = Features.ALL
        self._has_sound = False
        self._titles: dict[str, str] = {}
        self._hold: Hold | None = None
        self._emergency: Alert | None = None
        self._covering: tuple[object, Covering] | None = None

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
            (live.alert.headline for live in self._alerts.alerts if live.alert.id == medium_id), ""
        )

    def belong_to(self, display_id: str) -> None:
        """From now on this is the wall `display_id`, with nothing on air yet."""
        self._display_id = self._alerts.display_id = display_id
        self.put_on_air(None)

    @property
    def substituted(self) -> int:
        """How many of the coming cues show something else because their file is missing."""
        return sum(loop.lineup.substituted for loop in self._loops)

    def put_on_air(self, programme: Programme | None) -> None:
        """From the next tick on play `programme`; None leaves the slate."""
        self._programme, self._display = programme, None
        self._has_sound, self._titles = False, {}
        self._loops = (RegionLoop(self._display_id, None),)
        if programme is not None:
            display = programme.display(self._display_id)
            places = [Place(display, region) for region in display.loops]
            self._display = display
            self._loops = tuple(RegionLoop(display.id, OnAir(programme, place)) for place in places)
            self._has_sound = _is_heard(programme, display)
            self._titles = {medium.id: medium.title for medium in programme.media}
        self.reconsider()

    def set_alerts(self, alerts: tuple[LiveAlert, ...]) -> None:
        """From the next tick on exactly these alerts stand."""
        self._alerts.alerts = alerts

    def standing_alerts(self) -> tuple[LiveAlert, ...]:
        """Those of the alerts that are for this wall and not superseded, live or not."""
        return self._alerts.standing()

    def hold(self, hold: Hold | None) -> None:
        """From the next tick on people hold the wall, or do not any more; what is on air goes on beneath."""
        self._hold, self._dressing = hold, None
        if hold is not None:
            self._remember({hold.token: facts_of_hold(hold)})

    def reconsider(self) -> None:
        """Files have come or gone: make the timelines anew at the next tick."""
        self._dressing = None
        for loop in self._loops:
            loop.reconsider()

    @property
    def features(self) -> Features:
        """What of the programme is shown now."""
        return self._features

    def show_only(self, features: Features) -> None:
        """From the next tick on leave out of the programme what the stage is not trusted with."""
        self._features = features
        self.reconsider()

    def set_broken(self, facts: CueFacts, now: float) -> None:
        """The stage could not play this: show something else for a while from monotonic `now`.

        That is ten minutes for a file, and one for a live stream, since cameras come back.
        """
        self._broken[facts.source] = now + (STREAM_LOST_FOR_S if facts.url else BROKEN_FOR_S)
        self.reconsider()

    def facts(self, token: str) -> CueFacts | None:
        """What a token of this or an earlier timeline stands for."""
        return self._facts.get(token)

    def expected(self, now: datetime) -> Expected:
        """What the stage should present at `now` in the main picture."""
        at = to_ms(now)
        for cue in self._loops[0].lineup.cues:
            if cue.starts_ms <= at < cue.ends_ms:
                moves = cue.kind is port.CueKind.VIDEO and not self._stands_still(cue, at)
                return Expected("" if cue.kind is port.CueKind.SLATE else cue.token, cue.ends_ms, moves)
        return Expected("", at, moves=False)

    def is_fresh(self, now: datetime) -> bool:
        """Whether what the stage was told still reaches beyond `now`, in every region."""
        return all(now < loop.good_until for loop in self._loops)

    def needs(self, programme: Programme, now: datetime) -> Needs:
        """What `programme` needs on this wall. Raises ScheduleError where it cannot be compiled."""
        wall, span = programme.display(self._display_id), Span(now, now + SOON)
        soon = {asset.sha256: asset for asset in logo_assets(programme, wall).values()}
        for region in wall.loops:
            compilation = compile_programme(programme, self._display_id, span, region)
            soon |= {asset.sha256: asset for asset in needed_assets(compilation, now, span.ends)}
        everything = {asset.sha256: asset for asset in every_asset(programme, wall)}
        return Needs(tuple(soon.values()), tuple((soon | everything).values()))

    def tick(self, reading: Reading, alert_now: datetime | None = None) -> datetime:
        """Bring the stage up to date with the time; gives the instant at which something changes next.

        `alert_now` is the instant that alerts live by, where that is another.
        """
        now = reading.now
        raised_until = self._raise_alerts(now, now if alert_now is None else alert_now)
        covered_until = self._cover(reading)
        mended = [source for source, until in self._broken.items() if until <= reading.monotonic]
        for source in mended:
            del self._broken[source]
        if mended or reading.jumped or reading.trusted is not self._trusted:
            self._trusted = reading.trusted
            self.reconsider()
        self._dress(now)
        for loop in self._loops:
            self._renew(loop, now)
        return min(raised_until, covered_until, *(loop.good_until for loop in self._loops), self._dressed_until(now))

    def _renew(self, loop: RegionLoop, now: datetime) -> None:
        timeline = loop.timeline(now, self._find, trusted=self._trusted)
        if timeline is None:
            return
        self._remember(loop.lineup.facts)
        self._want(timeline)

    def _dress(self, now: datetime) -> None:
        """Tell the stage of running text, clocks, logos and loudness, where they are to change."""
        if self._dressing is not None and now < self._dressed_until(now):
            return
        self._dressing = BARE
        if self._programme is not None and self._display is not None:
            self._dressing = dressing_at(
                self._programme, self._display, now, lambda asset: self._find(asset, None), trusted=self._trusted
            )
        for request in self._dressing.requests:
            silenced = self._hold is not None and isinstance(request, port.Loudness)
            self._want(port.Loudness(0) if silenced else request)

    def _dressed_until(self, now: datetime) -> datetime:
        until = self._dressing.until if self._dressing else None
        return until or now + timedelta(days=1)

    def _raise_alerts(self, now: datetime, alert_now: datetime) -> datetime:
        """Have the stage show the alert whose turn it is; before all else, since nothing is more urgent."""
        revision = self._programme.revision if self._programme else 0
        display = self._display

        def is_quiet() -> bool:
            if display is None or not display.quiet_hours:
                return False
            return not self._trusted or loudness_at(display, now).percent == 0

        volume = display.volume if display else 100
        raised = self._alerts.raised_at(
            alert_now,
            is_quiet=is_quiet,
            volume=volume,
            revision=revision,
            may_show=lambda alert: may_show(alert, self._hold),
        )
        self._emergency = raised.alert
        for request in raised.requests:
            self._want(request)
            if raised.facts is not None and isinstance(request, port.Overlay):
                self._remember({request.token: raised.facts})
        return now + timedelta(days=1) if raised.until is None else now + (raised.until - alert_now)

    def _cover(self, reading: Reading) -> datetime:
        """Have the stage hide and dim what it shows as people and hours demand."""
        known, now = self._covering, reading.now
        why = self._display, self._hold, reading.trusted, self._emergency
        stale = known is None or reading.jumped or (known[1].until is not None and now >= known[1].until)
        if known is None or stale or known[0] != why:
            covering = covering_at(
                self._display,
                self._hold,
                now,
                trusted=reading.trusted,
                emergency=self._emergency,
                name=self._display_id,
            )
            self._covering = known = why, covering
            self._want(covering.cover)
            self._want(covering.brightness)
        return known[1].until or now + timedelta(days=1)

    def _remember(self, facts: dict[str, CueFacts]) -> None:
        for token in facts:
            self._facts.pop(token, None)
        self._facts.update(facts)
        while len(self._facts) > MOST_FACTS:
            del self._facts[next(iter(self._facts))]

    def _find(self, asset: Asset, stream: LiveStream | None) -> Path | None:
        moves = stream is not None or asset.kind is AssetKind.VIDEO
        if self._features < (Features.ALL if moves else Features.PICTURES):
            return None
        source = stream.url if stream else asset.sha256
        if source in self._broken or not self._cache.has(asset):
            return None
        try:
            return self._cache.path_of(asset.sha256)
        except ContentMissing:
            self._cache.suspect(asset.sha256)
            return None

    @staticmethod
    def _stands_still(cue: port.StageCue, at_ms: int) -> bool:
        """Whether a video's own length is over, so that its last frame stands."""
        return bool(cue.duration_ms) and not cue.loops and cue.offset_ms + at_ms - cue.starts_ms >= cue.duration_ms


def is_playable(programme: Programme, display_id: str, now: datetime) -> bool:
    """Whether the programme has a wall of this name and can be compiled for it."""
    try:
        for region in programme.display(display_id).loops:
            compile_programme(programme, display_id, Span(now, now + timedelta(hours=1)), region)
    except ScheduleError:
        return False
    return True


def _is_heard(programme: Programme, display: Display) -> bool:
    """Whether anything in the programme may be heard on the wall."""
    sounds = any(asset.has_sound for asset in every_asset(programme, display))
    return sounds and display.volume > 0
