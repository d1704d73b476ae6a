"""How this wall is doing: figures for the hub, safe mode where the stage keeps dying, a new stage where one leaks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from player.checkup_file import CheckupFile
from player.events import Message
from player.faults import FaultBook
from player.growth import Growth
from player.playback import Playback
from player.reporter import unix_ms
from player.safe_mode import Features, SafeMode
from player.stage import port
from player.stage_keeper import StageKeeper
from player.starts import StartBook
from player.statistics import Statistics
from player.vitals import ProcessFigures, hottest_c, measure_processes, system_words
from schedules.clock import Clock

MEASURE_S = 30.0
_OF_AN_ITEM = ("presented", "late", "dropped", "underruns", "slip_ms", "faults")


class Wellbeing:
    """Hears what the stage reports, and acts on it at the next `tick`."""

    def __init__(
        self,
        keeper: StageKeeper,
        playback: Playback,
        starts: StartBook,
        checkups: CheckupFile,
        faults: FaultBook,
        clock: Clock,
        *,
        safe_mode: bool = True,
    ) -> None:
        self._keeper, self._playback, self._starts, self._checkups = keeper, playback, starts, checkups
        self._faults, self._clock = faults, clock
        self._hours_are_news = False
        self._safe = SafeMode(starts.features, clock.monotonic(), allowed=safe_mode)
        self._statistics = Statistics()
        self._growth = Growth()
        self._processes = ProcessFigures()
        self._warmth_c: float | None = None
        self._measure_at = clock.monotonic() + MEASURE_S  # the start belongs to the first picture
        self._refresh_hz = self._tick_late_ms = 0.0
        self._decoder_restarts = 0
        self._token = ""
        self._last: port.Presented | None = None
        if self._safe.is_on:
            self._apply()

    @property
    def features(self) -> Features:
        """What of the programme is shown now."""
        return self._safe.features

    def stage_started(self) -> None:
        self._growth.begin(self._clock.monotonic())

    def stage_lost(self, now: datetime) -> None:
        """A stage that had shown something is gone."""
        self._statistics.stage_lost(unix_ms(now))
        if self._safe.lost(self._clock.monotonic()):
            self._apply()

    def try_everything(self) -> None:
        """A person wishes safe mode to be left."""
        if self._safe.leave():
            self._apply()

    def presented(self, report: port.Presented, *, is_item: bool) -> None:
        """Something has left the screen; an overlay `is_item` not."""
        if is_item and not report.region:
            self._last = report
        if is_item:
            self._statistics.item(
                report.starts_ms,
                report.ends_ms,
                presented=report.presented,
                late=report.late,
                dropped=report.dropped,
                slip_ms=report.slip_ms,
                faults=report.faults,
                region=report.region,
            )

    def saw(self, showing: port.Showing) -> None:
        """A sign of life. Between two items a stage that holds too much memory makes way for a new one."""
        another, self._token = showing.token != self._token, showing.token
        if another and self._growth.is_too_much and not showing.region:
            self._keeper.renew("the stage's memory kept growing")

    def measured(self, stats: port.Stats) -> None:
        self._statistics.missed(stats.underruns, stats.at_ms)
        self._tick_late_ms, self._decoder_restarts = stats.tick_late_ms_max, stats.restarts
        self._growth.saw(stats.resident_bytes, self._clock.monotonic())

    def ready(self, report: port.Ready) -> None:
        self._refresh_hz = report.refresh_hz

    def tick(self, now: datetime) -> tuple[Message, ...]:
        """What the hub is to be told now: the hours that are over, once they change, and a new check-up."""
        monotonic = self._clock.monotonic()
        if self._safe.tick(monotonic):
            self._apply()
        if sentence := self._safe.sentence:
            self._faults.note("safe-mode", sentence, monotonic, lasts_s=60)
        self._hours_are_news |= self._statistics.tick(unix_ms(now))
        news = [self._hours()] if self._hours_are_news else []
        self._hours_are_news = False
        if monotonic >= self._measure_at:
            self._measure_at = monotonic + MEASURE_S
            self._processes = measure_processes()
            self._warmth_c = hottest_c()
            if checkup := self._checkups.news():
                news.append({"type": "checkup", "checkup": checkup})
        return tuple(news)

    def connected(self) -> None:
        """The hub may have missed what was said: say it again at the next tick."""
        self._checkups.forget()
        self._hours_are_news, self._measure_at = True, 0.0

    def stats(self) -> dict[str, Any]:
        """Figures of now, and of the hour that is not over, for a heartbeat."""
        hour, processes = self._statistics.now(), self._processes
        return {
            "safe_mode": "" if self.features is Features.ALL else self.features.name.lower(),
            "refresh_hz": self._refresh_hz,
            "tick_late_ms_max": self._tick_late_ms,
            "memory_bytes": processes.memory_bytes,
            "processes": processes.processes,
            "threads": processes.threads,
            "handles": processes.handles,
            "temperature_c": self._warmth_c,
            "system": system_words(),
            "stage_restarts": self._keeper.restarts,
            "decoder_restarts": self._decoder_restarts,
            **{f"hour_{name}": value for name, value in hour.plain().items()},
            **{f"item_{name}": getattr(self._last, name) for name in _OF_AN_ITEM if self._last is not None},
        }

    def ended(self) -> None:
        """The player stops in order."""
        self._starts.ended()

    def _hours(self) -> Message:
        return {"type": "hours", "hours": [hour.plain() for hour in self._statistics.hours()]}

    def _apply(self) -> None:
        features = self._safe.features
        self._starts.keep(features)
        self._playback.show_only(features)
        if features is Features.ALL:
            self._faults.clear("safe-mode")
