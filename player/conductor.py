"""The agent's stepper: takes in what threads and stage tell, decides, and tells the stage and the hub. No waiting."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from player import events
from player.alert_reports import AlertReports
from player.cache import Cache
from player.clock_trust import HUB_DISAGREES, Certainty, ClockTrust, Reading
from player.covering import is_cover
from player.errors import StateUnusable
from player.faults import FaultBook
from player.filling import Filling
from player.orders import Orders
from player.playback import Playback, is_playable
from player.playlog import PlayLog
from player.reporter import NowShowing, Reporter, Stage
from player.rundown import Rundown
from player.scenery import Scenery
from player.self_report import age_fault, now_showing
from player.stage import port
from player.stage.words import words
from player.stage_keeper import StageKeeper
from player.standing import Standing
from player.stream_returns import StreamReturns
from player.watchdog import ServiceNotices
from player.wellbeing import Wellbeing
from schedules.clock import Clock
from schedules.display import Canvas
from schedules.programme import Programme
from schedules.proof import ShowingKind

LONGEST_WAIT_S = 0.1
PRUNE_S = 3600.0
FIRST_FILL_S, FILL_AGAIN_S = 0.5, 60.0
FETCH_AGAIN_S = 30.0
STICK_TOLD_S = 600.0


@dataclass(slots=True)
class Parts:
    """What a conductor conducts."""

    clock: Clock
    time: ClockTrust
    rundown: Rundown
    cache: Cache
    keeper: StageKeeper
    playback: Playback
    standing: Standing
    playlog: PlayLog
    reporter: Reporter
    alert_reports: AlertReports
    wellbeing: Wellbeing
    orders: Orders
    faults: FaultBook
    inbound: events.EventQueue
    notices: ServiceNotices


@dataclass(slots=True)
class Calls:
    """What a conductor asks of the agent around it."""

    fetch_bundle: Callable[[], None] = lambda: None
    fetch_again: Callable[[], None] = lambda: None
    bind: Callable[[events.Bound], None] = lambda bound: None
    fill: Callable[[], None] = lambda: None
    on_air: Callable[[Programme], None] = lambda programme: None
    confirmed_until: Callable[[], datetime | None] = lambda: None


class Conductor:
    """Call `tick` again after the seconds it gives, or as soon as something is in the queue.

    `has_presented` tells whether the stage has shown what was due at least once.
    """

    def __init__(
        self, parts: Parts, calls: Calls, *, display_id: str, canvas: Canvas | None, host_name: str, address: str = ""
    ) -> None:
        self._parts, self._calls, self._display_id = parts, calls, display_id
        self._host_name = host_name
        self._scenery = Scenery(canvas, host_name, address)
        self._filling = Filling(
            parts.rundown, parts.cache, parts.playback, parts.reporter, parts.faults, calls.on_air, calls.fill
        )
        self._code = events.CodeShown("")
        self._showing: port.Showing | None = None
        self._screenshot_ids: list[str] = []
        self._returns = StreamReturns(parts.faults, parts.playback.facts)
        self._fill_at = parts.clock.monotonic() + FIRST_FILL_S
        self._prune_at, self._fetch_again_at = 0.0, math.inf
        self._announce_on_air, self._notice_ends = False, math.inf
        self.has_presented = False
        self._adopt()
        self._announce_on_air = parts.playback.programme is not None

    def tick(self) -> float:
        """One step; gives the seconds until the next one is due."""
        parts = self._parts
        reading = parts.time.read()
        for event in parts.inbound.drain():
            self._take(event, reading)
        self._fill(reading)
        if reading.monotonic >= self._fetch_again_at:
            self._fetch_again_at = math.inf
            self._calls.fetch_again()
        if reading.monotonic >= self._notice_ends:
            self._scenery.notice = ""
        parts.orders.tick(reading)
        self._scenery.tried = parts.orders.canvas
        self._scenery.set(
            parts.keeper.want, parts.playback, reading, self._code.code, self._display_id, self._code.phrase
        )
        due = parts.playback.tick(reading, parts.standing.now(reading))
        self._keep_alerts(reading)
        parts.orders.keep(reading)
        for report in parts.keeper.reports():
            self._hear(report, reading)
        self._tell_of_alerts(reading)
        parts.keeper.check()
        for news in parts.wellbeing.tick(reading.now):
            parts.reporter.say(news)
        self._report(reading)
        return min(LONGEST_WAIT_S, max(0.0, (due - reading.now).total_seconds()))

    def _fill(self, reading: Reading) -> None:
        if reading.monotonic < self._fill_at:
            return
        self._fill_at = reading.monotonic + FILL_AGAIN_S
        if self._filling.plan(reading, self._display_id):
            self._announce_on_air = True

    def end(self, *, keep_picture: bool = False) -> None:
        """End the stage, and record what it showed last. With `keep_picture` that stays for the next player."""
        reading = self._parts.time.read()
        for report in self._parts.keeper.close(keep_picture=keep_picture):
            self._hear(report, reading)
        self._parts.playlog.stage_lost()

    def _adopt(self) -> None:
        """Put on air what the rundown holds, as after a start."""
        rundown, now = self._parts.rundown, self._parts.time.read().now
        self._parts.playlog.display_id = self._display_id
        if rundown.on_air is not None and is_playable(rundown.on_air, self._display_id, now):
            self._parts.playback.put_on_air(rundown.on_air)
        else:
            self._parts.playback.put_on_air(None)
        self._parts.standing.adopt()
        self._parts.alert_reports.kept(live.alert.id for live in self._parts.playback.standing_alerts())

    def _take(self, event: events.Event, reading: Reading) -> None:
        match event:
            case events.Delivered():
                self._deliver(event, reading)
            case events.Refusal():
                self._refuse(event, reading)
            case events.StickRead():
                self._read_stick(event, reading)
            case events.NotKept():
                self._fetch_again("news", event.detail, reading)
            case events.AssetsChanged():
                self._fill_at = 0.0
                self._parts.playback.reconsider()
            case events.CodeShown():
                self._code = event
            case events.Bound():
                self._bind(event)
            case events.LinkChanged():
                self._link_changed(event)
            case events.HubTime():
                self._learn_time(event)
            case _:
                self._grant(event, reading)

    def _grant(self, wish: events.Wish, reading: Reading) -> None:
        match wish:
            case events.BundleOffered():
                self._calls.fetch_bundle()
            case events.NewsIncomplete():
                self._calls.fetch_again()
            case events.Noted():
                self._parts.alert_reports.noted(wish.id)
            case events.ScreenshotAsked():
                self._screenshot_ids = [*self._screenshot_ids[-7:], wish.id]
                self._parts.keeper.ask(port.TakeScreenshot(wish.max_width_px))
            case events.IdentifyAsked():
                self._parts.keeper.ask(port.Identify(self._name, wish.seconds))
            case events.EverythingAsked():
                self._parts.wellbeing.try_everything()
            case _:
                self._parts.orders.obey(wish, reading, self._name)

    @property
    def _name(self) -> str:
        """What the wall is called; before it is one, what its machine is."""
        display = self._parts.playback.display
        return (display.name if display else self._host_name)[:200]

    def _deliver(self, event: events.Delivered, reading: Reading) -> None:
        rundown, faults = self._parts.rundown, self._parts.faults
        if event.whole:
            faults.clear("refused")
        self._parts.standing.take(event.alerts)  # even where the disk takes nothing any more
        try:
            if event.programme is not None and rundown.offer(event.programme, event.document):
                self._fill_at = 0.0
            faults.clear("rundown")
            faults.clear("news")
        except StateUnusable as error:
            self._fetch_again("rundown", str(error), reading)

    def _keep_alerts(self, reading: Reading) -> None:
        """After the wall was told of them: the disk may be slow."""
        try:
            self._parts.standing.keep()
        except StateUnusable as error:
            self._fetch_again("rundown", str(error), reading)

    def _fetch_again(self, cause: str, why: str, reading: Reading) -> None:
        """What arrived is lost: fetch it again in a while, whatever the hub says of news."""
        self._parts.faults.note(cause, f"{why}; the wall goes on with what is here", reading.monotonic)
        self._fetch_again_at = min(self._fetch_again_at, reading.monotonic + FETCH_AGAIN_S)

    def _read_stick(self, event: events.StickRead, reading: Reading) -> None:
        said = f"not believed: {event.refusal}" if event.refusal else "taken"
        self._parts.faults.note("stick", f"{event.name} on the stick: {said}", reading.monotonic, STICK_TOLD_S)
        self._scenery.notice = words().stick_refused if event.refusal else words().stick_taken
        self._notice_ends = reading.monotonic + STICK_TOLD_S

    def _refuse(self, event: events.Refusal, reading: Reading) -> None:
        self._parts.reporter.refused(event.rule, event.detail, event.revision, reading.now)
        self._parts.faults.note("refused", f"refused ({event.rule}): {event.detail}", self._parts.clock.monotonic())
        if event.revision:  # else nobody could tell which publication it was; the fault says it
            self._parts.reporter.receipt(event.revision, Stage.REFUSED, f"{event.rule}: {event.detail}")

    def _bind(self, event: events.Bound) -> None:
        self._calls.bind(event)
        self._display_id = event.binding.display_id
        try:
            self._parts.rundown.belong_to(self._display_id)
        except StateUnusable as error:
            self._parts.faults.note("rundown", str(error), self._parts.clock.monotonic())
        self._parts.playback.belong_to(self._display_id)
        self._adopt()
        self._fill_at = 0.0

    def _link_changed(self, event: events.LinkChanged) -> None:
        if event.connected:
            self._parts.faults.clear("hub")
            self._parts.reporter.connected()
            self._parts.alert_reports.connected()
            self._parts.wellbeing.connected()
            self._parts.cache.forgive()
            self._calls.fill()
            if not event.brings_news:
                self._calls.fetch_bundle()
        else:
            self._parts.faults.note("hub", f"no link to the hub: {event.detail}", self._parts.clock.monotonic())

    def _learn_time(self, event: events.HubTime) -> None:
        sent = self._parts.reporter.asked_at(event.sent_ms)
        if sent is None:
            return
        behind = self._parts.time.learn_hub_time(event.now, sent, event.received)
        if behind is not None and abs(behind) > HUB_DISAGREES:
            sentence = f"the clock differs from the hub's by {behind.total_seconds():.0f} s; check the time service"
            self._parts.faults.note("clock", sentence, self._parts.clock.monotonic())
        elif behind is not None:
            self._parts.faults.clear("clock")

    def _hear(self, report: port.Report, reading: Reading) -> None:
        parts = self._parts
        match report:
            case port.Showing():
                self._see(report, reading)
            case port.Presented():
                self._presented(report)
            case port.OverlayPainted():
                parts.alert_reports.painted(self._alert_of(report.token), report.frame)
            case port.Fault():
                self._stage_fault(report, reading)
            case port.Stats():
                parts.reporter.figures.underruns += report.underruns
                parts.wellbeing.measured(report)
            case port.Ready():
                parts.wellbeing.ready(report)
            case port.ScreenshotTaken() if self._screenshot_ids:
                for asked in self._screenshot_ids:
                    parts.reporter.say({"type": "screenshot", "id": asked, "png": report.png_base64})
                self._screenshot_ids = []

    def _presented(self, report: port.Presented) -> None:
        """What was on the screen is recorded; of covers only those that people ordered, and none is an item."""
        parts, facts = self._parts, self._parts.playback.facts(report.token)
        if not is_cover(report.token):
            parts.wellbeing.presented(report, is_item=facts is None or facts.kind is not ShowingKind.ALERT)
        elif facts is None:
            return
        parts.playlog.presented(report)

    def _see(self, showing: port.Showing, reading: Reading) -> None:
        parts = self._parts
        parts.wellbeing.saw(showing)
        parts.playlog.saw(showing)
        self._returns.saw(showing)
        if showing.region:
            return
        self._showing = showing
        parts.orders.saw(showing)
        if parts.keeper.saw(showing, parts.playback.expected(reading.now)):
            self.has_presented = True
            if parts.playback.is_fresh(reading.now):
                parts.notices.presented(self._status(reading))
        parts.alert_reports.seen(self._alert_of(showing.overlay), reading.now)
        if self._announce_on_air and parts.playback.programme is not None:
            self._announce_on_air = False
            self._filling.shown()

    def _alert_of(self, token: str) -> str:
        """The alert that an overlay's token stands for; empty for none."""
        facts = self._parts.playback.facts(token) if token else None
        return facts.medium_id if facts is not None and facts.kind is ShowingKind.ALERT else ""

    def _tell_of_alerts(self, reading: Reading) -> None:
        standing, alert_now = self._parts.standing, self._parts.standing.now(reading)
        self._parts.alert_reports.stand(standing.here(alert_now), standing.gone(alert_now), reading.now)
        self._parts.alert_reports.tick()

    def _status(self, reading: Reading) -> str:
        """What `systemctl status` says."""
        showing, faults = self._now_showing(), self._parts.faults.sentences(reading.monotonic)
        return " · ".join([f"on the wall: {showing.title or showing.kind}", *faults[:1]])

    def _stage_fault(self, fault: port.Fault, reading: Reading) -> None:
        facts = self._parts.playback.facts(fault.token) if fault.token else None
        if facts is not None and facts.sha256 and fault.kind in port.MEDIUM_FAULTS:
            if not facts.url:
                self._parts.cache.suspect(facts.sha256)
            self._parts.playback.set_broken(facts, reading.monotonic)
            self._calls.fill()
        about = f" ({facts.medium_id})" if facts is not None and facts.medium_id else ""
        sentence = f"{fault.kind}{about}: {fault.detail}"
        cause = f"stage-{fault.kind}{about}"
        self._parts.faults.note(cause, sentence, reading.monotonic, lasts_s=600)
        self._returns.heard(fault, cause)

    def _report(self, reading: Reading) -> None:
        parts = self._parts
        if reading.certainty is Certainty.NONE:
            sentence = "the clock cannot be trusted; items for any time are shown until the hub tells the time"
            parts.faults.note("clock", sentence, reading.monotonic, lasts_s=60)
        self._note_age(reading)
        if reading.monotonic >= self._prune_at:
            self._prune_at = reading.monotonic + PRUNE_S
            parts.playlog.prune(reading.now)
        programme = parts.playback.programme
        parts.reporter.heartbeat(
            reading.now,
            self._now_showing(),
            display_id=self._display_id,
            revision=programme.revision if programme else 0,
            faults=parts.faults.sentences(reading.monotonic),
            free_bytes=parts.cache.free_bytes,
            stats=lambda: {**parts.wellbeing.stats(), **parts.cache.figures()},
            hold=parts.orders.told,
        )

    def _note_age(self, reading: Reading) -> None:
        """It plays on, but somebody has to know."""
        fault = age_fault(self._parts.playback.programme, self._calls.confirmed_until(), reading.now)
        if fault:
            self._parts.faults.note("age", fault, reading.monotonic, lasts_s=60)

    def _now_showing(self) -> NowShowing:
        return now_showing(self._showing, self._parts.playback)
