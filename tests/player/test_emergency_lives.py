"""Whole lives of emergencies, made up at random, with the real inbox, trust and rundown on the disk.

Alerts are raised, confirmed, superseded, withdrawn; bundles come late, twice, out of order, or are replayed; the player
is switched off and on, killed between two steps, and its clock is set wrong. After every step the wall shows what a
plain model says. DISPLAYCTL_LIVES sets how many lives are tried.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from player.cache import Cache
from player.clock_trust import BUILT_AT, ClockTrust, TrustedClock
from player.events import Delivered, Event
from player.faults import FaultBook
from player.identity import Binding
from player.inbox import Inbox
from player.playback import Playback
from player.rundown import Rundown
from player.stage import port
from player.standing import Standing
from schedules.alert import BREAK_GLASS, SECOND_PERSON_WITHIN, Alert, AlertLevel, AlertPicture
from schedules.display import Canvas
from tests.fakes.clock import PushedClock
from tests.player.emergency_office import EmergencyOffice, picture

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
LIVES = int(os.environ.get("DISPLAYCTL_LIVES", "12"))
KEPT_EVERY = 61 * SECOND

minutes = st.sampled_from((1, 9, 16, 40, 100)).map(lambda count: count * MINUTE)
moments = st.sampled_from((timedelta(0), 3 * SECOND, 14 * SECOND))
skews = st.sampled_from(("right", "1970", "2099", "behind", "ahead"))


@dataclass(frozen=True, slots=True)
class Known:
    """An alert as a bundle lists it, with how many officers stand behind it."""

    alert: Alert
    officers: int

    @property
    def ends(self) -> datetime:
        alone = self.officers < 2
        return min(self.alert.expires, self.alert.effective + BREAK_GLASS) if alone else self.alert.expires

    def is_live(self, now: datetime) -> bool:
        at_once = self.alert.effective <= self.alert.issued_at
        return (at_once or self.alert.effective <= now) and now < self.ends

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


class Lives(RuleBasedStateMachine):
    """`earliest` and `latest` bound the instant that the wall lives by; both are the truth where it can be known."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="displayctl-lives-"))
        self.truth = PushedClock(NOON)
        self.office = EmergencyOffice(self.folder / "office", self.truth)
        self.clock = PushedClock(NOON)
        self.skew = "right"
        self.hub_heard = False
        self.count = 0
        self.bundles: list[tuple[bytes, Bundled, datetime]] = []
        self.signed_at = NOON
        self.admitted = -1
        self.given: Bundled = ()
        self.taken_back: dict[tuple[str, bool], tuple[datetime, str]] = {}
        self.earliest = self.latest = NOON
        self.kept = (BUILT_AT, BUILT_AT)
        (self.folder / "player").mkdir()
        self.wall = Wall(self.folder / "player", self.office.repository.bootstrap_root(), self.clock)

    def teardown(self) -> None:
        self.wall.cut()
        shutil.rmtree(self.folder)

    @property
    def now(self) -> datetime:
        return self.truth.now()

    @initialize()
    def begin(self) -> None:
        self._bundle(brought=True)

    # What the office does

    @rule(
        level=st.sampled_from(AlertLevel),
        lasts=st.sampled_from((10 * MINUTE, HOUR, 5 * HOUR)),
        drill=st.sampled_from((False, False, True)),
        waits=st.sampled_from((timedelta(0), timedelta(0), 12 * MINUTE)),
        takes_back=st.sampled_from(("", "listed", "first")),
        brought=st.booleans(),
    )
    def raise_alert(
        self, level: AlertLevel, lasts: timedelta, drill: bool, waits: timedelta, takes_back: str, brought: bool
    ) -> None:
        """A new one, which may take back the newest that the office has listed, or the first it ever raised."""
        self._office_clock_goes_on()
        listed = [name for name, _ in self.office.notices][-1:]
        superseded = tuple(listed) if takes_back == "listed" else ("a1",) if takes_back and self.count else ()
        self._raise(level, (waits, lasts), superseded, drill=drill)
        self._bundle(brought=brought)

    @precondition(lambda self: self._unconfirmed())
    @rule(which=st.integers(0, 9), brought=st.booleans())
    def confirm(self, which: int, brought: bool) -> None:
        self._office_clock_goes_on()
        names = self._unconfirmed()
        name, drill = names[which % len(names)]
        self.office.confirm(name, drill=drill)
        self._bundle(brought=brought)

    @precondition(lambda self: self.office.notices)
    @rule(which=st.integers(-2, 1), brought=st.booleans())
    def withdraw(self, which: int, brought: bool) -> None:
        self._office_clock_goes_on()
        names = list(self.office.notices)
        name, drill = names[which % len(names)]
        self.office.withdraw(name, drill=drill)
        self._bundle(brought=brought)

    @precondition(lambda self: self.office.notices)
    @rule(brought=st.booleans())
    def correct_and_leave_out(self, brought: bool) -> None:
        """A correction of the newest, which the desk lists no more as soon as it is over; the other it still does."""
        self._office_clock_goes_on()
        name, drill = list(self.office.notices)[-1]
        self._raise(AlertLevel.SIAGA, (timedelta(0), 10 * MINUTE), (name,), drill=drill)
        self._bundle(brought=brought)
        self._office_clock_goes_on()
        self.office.withdraw(f"a{self.count}", drill=drill)
        self._bundle(brought=True)

    # What the network does

    @rule()
    def bring_newest(self) -> None:
        self._bring(len(self.bundles) - 1)

    @rule(which=st.integers(0, 40))
    def bring_any(self, which: int) -> None:
        """Late, again, out of order, or replayed."""
        self._bring(which % len(self.bundles))

    @rule()
    def bring_and_cut(self) -> None:
        """The power goes after the bundle was admitted, before anybody looked at what it brought."""
        self._bring(len(self.bundles) - 1)
        self.wall.told.clear()
        self.switch_off_and_on(timedelta(0), self.skew)

    @rule()
    def hear_the_hub(self) -> None:
        monotonic = self.clock.monotonic()
        self.wall.time.learn_hub_time(self.now, monotonic, monotonic)
        self.hub_heard = True

    # What happens to the player

    @precondition(lambda self: self.now < NOON + 16 * HOUR)
    @rule(by=st.one_of(minutes, moments))
    def let_pass(self, by: timedelta) -> None:
        self.truth.push(by)
        self.clock.push(by)
        self.earliest, self.latest = self.earliest + by, self.latest + by

    @precondition(lambda self: self.now < NOON + 16 * HOUR)
    @rule(off=st.one_of(minutes, moments), skew=skews)
    def switch_off_and_on(self, off: timedelta, skew: str) -> None:
        self.wall.cut()
        self.truth.push(off)
        self.clock = PushedClock(self.now)
        self.hub_heard = False
        self.earliest, self.latest = self.kept[0] - KEPT_EVERY, self.kept[1]
        self.set_clock(skew)
        self.wall = Wall(self.folder / "player", self.office.repository.bootstrap_root(), self.clock)
        self.wall.inbox.recall()

    @rule(skew=skews)
    def set_clock(self, skew: str) -> None:
        self.skew = skew
        wrong = {"behind": self.now - 2 * HOUR, "ahead": self.now + 2 * HOUR, "right": self.now}
        wrong |= {"1970": datetime(1970, 1, 1, tzinfo=UTC), "2099": datetime(2099, 1, 1, tzinfo=UTC)}
        self.clock.set(wrong[skew])

    # What has to hold

    @invariant()
    def the_wall_is_as_the_model_says(self) -> None:
        if not self.bundles:
            return
        self.wall.tick()
        self._learn_time()
        standing = tuple(known for known in self.given if not self._is_taken_back(known))
        shown = self.wall.shown
        if self.earliest == self.latest:
            assert shown == page_at(standing, self.latest), (self.skew, self.hub_heard)
            return
        edges = {edge for known in standing for edge in (known.alert.effective, known.ends)}
        instants = [self.earliest, *(edge for edge in edges if self.earliest < edge < self.latest), self.latest]
        sets = [taking_turns(standing, at) for at in instants]
        # With a clock that is behind, what began at once ends after its own life, before the clock is where it began.
        sets += [taking_turns(tuple(k for k in standing if k.alert.effective <= at), at) for at in instants]
        possible = {known.alert.id for turns in sets for known in turns}
        possible |= {""} if any(not turns for turns in sets) else set()
        assert (shown.split("/")[1] if shown else "") in possible, (self.skew, self.hub_heard, instants)

    def _learn_time(self) -> None:
        """How sure the wall can be: two of machine, hub and signatures say the same, or else the earlier counts."""
        if self.skew == "right" or (self.hub_heard and self.skew != "behind"):
            self.earliest = self.latest = self.now
        elif self.skew == "ahead":
            self.earliest = self.latest = self.now + 2 * HOUR
        elif self.skew == "behind":
            self.earliest = min(self.earliest, self.now - 2 * HOUR)
            self.latest = max(self.latest, self.now)
        else:
            self.earliest, self.latest = max(self.earliest, BUILT_AT), max(self.latest, self.now)
        if any(self.earliest < known.ends for known in self.given):
            self.kept = (self.earliest, self.latest)
        else:  # nothing is written any more, so that a dead clock goes on from further back
            self.kept = (min(self.kept[0], self.earliest), max(self.kept[1], self.latest))

    def _raise(
        self, level: AlertLevel, times: tuple[timedelta, timedelta], superseded: tuple[str, ...], *, drill: bool
    ) -> None:
        self.count += 1
        name, (waits, lasts) = f"a{self.count}", times
        digest, data = picture(name)
        numbered = [(page, False) for page in range(1 + self.count % 3)] + [(0, True)]
        alert = Alert(
            name,
            "Banjir",
            level,
            self.now,
            self.now + waits,
            self.now + waits + lasts,
            supersedes=superseded,
            pictures=tuple(AlertPicture("640x384@30", digest, page, neutral) for page, neutral in numbered),
            drill=drill,
            evacuation=self.count % 2 == 1,
            page_seconds=10 + self.count % 4,
            corrects=superseded[0] if superseded else "",
        )
        self.office.raise_alert(alert, {digest: data})

    def _office_clock_goes_on(self) -> None:
        """Versions are seconds: nobody signs twice in one."""
        self.let_pass(SECOND)
        self.signed_at = self.now

    def _bundle(self, *, brought: bool) -> None:
        listed = tuple(Known(notice.alert, len(notice.endorsements)) for notice in self.office.notices.values())
        self.bundles.append((self.office.bundle, listed, self.signed_at))
        if brought:
            self.bring_newest()

    def _unconfirmed(self) -> list[tuple[str, bool]]:
        return [name for name, notice in self.office.notices.items() if len(notice.endorsements) < 2]

    def _bring(self, which: int) -> None:
        data, listed, signed_at = self.bundles[which]
        reason = self.wall.inbox.receive(data)
        if which < self.admitted:
            assert reason
            return
        assert not reason
        self.admitted, self.given = which, listed
        self.earliest = max(self.earliest, signed_at)
        self.latest = max(self.latest, signed_at)
        for alert in (known.alert for known in listed):
            for name in alert.supersedes:
                age, key = (alert.issued_at, alert.id), (name, alert.drill)
                self.taken_back[key] = max(age, self.taken_back.get(key, age))

    def _is_taken_back(self, known: Known) -> bool:
        age = (known.alert.issued_at, known.alert.id)
        return self.taken_back.get((known.alert.id, known.alert.drill), age) > age


TestLives = pytest.mark.timeout(600)(Lives.TestCase)
TestLives.settings = settings(
    max_examples=LIVES,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
