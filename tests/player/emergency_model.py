"""What a wall has to show of alerts, worked out plainly, and a player without a stage to hold against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from player.cache import Cache
from player.clock_trust import ClockTrust, TrustedClock
from player.events import Delivered, Event
from player.faults import FaultBook
from player.identity import Binding
from player.inbox import Inbox
from player.playback import Playback
from player.rundown import Rundown
from player.stage import port
from player.standing import Standing
from schedules.alert import BREAK_GLASS, SECOND_PERSON_WITHIN, Alert, AlertLevel
from schedules.display import Canvas
from tests.fakes.clock import PushedClock

NOTHING, SECOND = timedelta(), timedelta(seconds=1)
TOGETHER = 5 * SECOND


@dataclass(frozen=True, slots=True)
class Known:
    """An alert as a bundle lists it, with how many officers stand behind it."""

    alert: Alert
    officers: int

    @property
    def ends(self) -> datetime:
        alone = self.officers < 2
        return min(self.alert.expires, self.alert.effective + BREAK_GLASS) if alone else self.alert.expires

    @property
    def key(self) -> tuple[str, bool]:
        return self.alert.id, self.alert.drill

    def here(self, now: datetime, age: timedelta) -> Known:
        """As it stands on a wall that has had it for `age`: before its own start it goes by that alone."""
        start, length = self.alert.effective, self.alert.expires - self.alert.effective
        early = start - (now - age)
        if start > self.alert.issued_at or early <= NOTHING or (now >= start and early <= TOGETHER):
            return self
        return replace(self, alert=replace(self.alert, effective=now - age, expires=now - age + length))

    def is_live(self, now: datetime) -> bool:
        return self.alert.effective <= now < self.ends

    @property
    def rank(self) -> tuple[bool, bool]:
        """What is live with a higher one is shown alone."""
        return not self.alert.drill, self.alert.level is AlertLevel.AWAS

    def pages(self, now: datetime) -> list[str]:
        neutral = self.alert.evacuation and self.officers < 2 and now >= self.alert.effective + SECOND_PERSON_WITHIN
        count = sum(page.neutral is neutral for page in self.alert.pictures)
        kind = "drill" if self.alert.drill else "alert"
        return [f"{kind}/{self.alert.id}/{page}{'n' * neutral}" for page in range(count)]


Bundled = tuple[Known, ...]


def taking_turns(standing: Bundled, now: datetime) -> list[Known]:
    """Those whose pages follow one another at `now`, the first page of the first being the one of the round's start."""
    live = [known for known in standing if known.is_live(now)]
    live = [known for known in live if not known.alert.drill] or live
    live = [known for known in live if known.alert.level is AlertLevel.AWAS] or live
    live.sort(key=lambda known: known.alert.id)
    live.sort(key=lambda known: (known.alert.level, known.alert.issued_at), reverse=True)
    while live and live[0].alert.effective < max(known.alert.effective for known in live):
        live.append(live.pop(0))
    return live


def page_at(standing: Bundled, now: datetime) -> str:
    """The page on the wall at `now`, found by turning pages one by one since the round began; empty without any."""
    turns = taking_turns(standing, now)
    if not turns:
        return ""
    pages = [(page, known.alert.page_seconds) for known in turns for page in known.pages(now)]
    at, number = min(now, turns[0].alert.effective), 0
    while at + pages[number % len(pages)][1] * SECOND <= now:
        at += pages[number % len(pages)][1] * SECOND
        number += 1
    return pages[number % len(pages)][0]


class Wall:
    """A player without a stage: what it would show is the last overlay it wants."""

    def __init__(self, folder: Path, root: bytes, clock: PushedClock) -> None:
        self.told: list[Event] = []
        self.shown = ""
        self.time = ClockTrust(clock)
        self.rundown = Rundown(folder / "rundown.db")
        playback = Playback("tugu", cast(Cache, None), self._want)
        self.standing = Standing(self.rundown, playback, self.time, clock)
        self._playback = playback
        self.inbox = Inbox(
            folder,
            Binding("tugu", root),
            tell=self.told.append,
            faults=FaultBook(),
            clock=TrustedClock(self.time, clock),
            canvas=Canvas(640, 384),
        )
        self.time.raise_floor(self.inbox.time_floor)
        self.standing.time_floor = lambda: self.inbox.time_floor
        self.standing.adopt()

    def _want(self, request: port.Request) -> None:
        if isinstance(request, port.Overlay):
            assert request.drill is request.token.startswith("drill/")
            self.shown = request.token

    def tick(self) -> None:
        told, self.told[:] = tuple(self.told), ()
        for event in told:
            if isinstance(event, Delivered):
                self.standing.take(event.alerts)
        reading = self.time.read()
        self._playback.tick(reading, self.standing.now(reading))
        self.standing.keep()

    def cut(self) -> None:
        """As a power cut does: nothing more is written."""
        self.rundown.close()
        self.inbox.close()
