"""Whole lives of emergencies, made up at random, with the real inbox, trust and rundown on the disk.

Alerts are raised, confirmed, superseded, withdrawn; bundles come late, twice, out of order, or are replayed; the player
is switched off and on, killed between two steps, its clock is set wrong and right again, and so may a desk's be that
writes an alert. After every step the wall shows what a plain model says. DISPLAYCTL_LIVES sets how many are tried.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from player.clock_trust import BUILT_AT
from schedules.alert import Alert, AlertLevel, AlertPicture
from tests.fakes.clock import PushedClock
from tests.player.emergency_model import NOTHING, SECOND, TOGETHER, Bundled, Known, Wall, page_at
from tests.player.emergency_office import EmergencyOffice, picture

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LIVES = int(os.environ.get("DISPLAYCTL_LIVES", "12"))
KEPT_EVERY = 61 * SECOND
INSTANT = timedelta(microseconds=1)

Age = tuple[timedelta, timedelta]
"""The least and the most that an alert can have been on the wall, while that was switched on."""

minutes = st.sampled_from((1, 9, 16, 40, 100)).map(lambda count: count * MINUTE)
moments = st.sampled_from((timedelta(0), 3 * SECOND, 14 * SECOND))
skews = st.sampled_from(("right", "1970", "2099", "behind", "ahead"))


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
        self.ages: dict[tuple[str, bool], Age] = {}
        self.kept_ages: dict[tuple[str, bool], Age] = {}
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
        ahead=st.sampled_from((NOTHING, NOTHING, 4 * SECOND, 40 * MINUTE)),
        brought=st.booleans(),
    )
    def raise_alert(
        self,
        level: AlertLevel,
        lasts: timedelta,
        drill: bool,
        waits: timedelta,
        takes_back: str,
        ahead: timedelta,
        brought: bool,
    ) -> None:
        """A new one, which may take back the newest that the office has listed, or the first it ever raised."""
        self._office_clock_goes_on()
        listed = [name for name, _ in self.office.notices][-1:]
        superseded = tuple(listed) if takes_back == "listed" else ("a1",) if takes_back and self.count else ()
        self._raise(level, (self.now + ahead, waits, lasts), superseded, drill=drill)
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
        self._raise(AlertLevel.SIAGA, (self.now, NOTHING, 10 * MINUTE), (name,), drill=drill)
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
        self.ages = {key: (least + by, most + by) for key, (least, most) in self.ages.items()}

    @precondition(lambda self: self.now < NOON + 16 * HOUR)
    @rule(off=st.one_of(minutes, moments), skew=skews)
    def switch_off_and_on(self, off: timedelta, skew: str) -> None:
        self.wall.cut()
        self.truth.push(off)
        self.clock = PushedClock(self.now)
        self.hub_heard = False
        self.earliest, self.latest = self.kept[0] - KEPT_EVERY, self.kept[1]
        kept = self.kept_ages.items()
        self.ages = {key: (max(NOTHING, least - KEPT_EVERY), most) for key, (least, most) in kept}
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
        for known in self.given:
            self.ages.setdefault(known.key, (NOTHING, NOTHING))
        self._learn_time()
        standing = tuple(known for known in self.given if not self._is_taken_back(known))
        self._learn_what_is_kept(standing)
        shown, told = self.wall.shown, (self.skew, self.hub_heard, self.earliest, self.latest)
        surely = self._surely(standing)
        if surely is not None:
            assert shown == page_at(surely, self.latest), told
            return
        live = {known: {each.is_live(now) for now, each in self._ways(known)} for known in standing}
        certain = [known.rank for known, found in live.items() if found == {True}]
        lowest = max(certain, default=(False, False))
        possible = {known.alert.id for known, found in live.items() if True in found and known.rank >= lowest}
        possible |= set() if certain else {""}
        assert (shown.split("/")[1] if shown else "") in possible, told

    def _surely(self, standing: Bundled) -> Bundled | None:
        """What stands, where the time and the span of each alert are known for certain."""
        ways = [{each for _, each in self._ways(known)} for known in standing]
        if self.earliest < self.latest or any(len(each) > 1 for each in ways):
            return None
        return tuple(each.pop() for each in ways)

    def _ways(self, known: Known) -> Iterator[tuple[datetime, Known]]:
        """An alert as it may stand here, at each instant that may be now and on both sides of which it is another."""
        least, most = self.ages[known.key]
        start, length = known.alert.effective, known.ends - known.alert.effective
        for age in {least, most, *(age for age in (length - INSTANT, length) if least < age < most)}:
            edges = {start, known.ends, start + age, start + age - TOGETHER}
            edges |= {edge - INSTANT for edge in edges}
            for now in {self.earliest, self.latest, *(edge for edge in edges if self.earliest < edge < self.latest)}:
                yield now, known.here(now, age)

    def _learn_what_is_kept(self, standing: Bundled) -> None:
        """Each minute it is written how far time has gone, while an alert is not over."""
        if any(all(now < each.ends for now, each in self._ways(known)) for known in standing):
            self.kept, self.kept_ages = (self.earliest, self.latest), dict(self.ages)
            return
        self.kept = (min(self.kept[0], self.earliest), max(self.kept[1], self.latest))
        least = {key: age[0] for key, age in self.kept_ages.items()}
        self.kept_ages = {key: (min(least.get(key, NOTHING), age[0]), age[1]) for key, age in self.ages.items()}

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

    def _raise(
        self,
        level: AlertLevel,
        times: tuple[datetime, timedelta, timedelta],
        superseded: tuple[str, ...],
        *,
        drill: bool,
    ) -> None:
        self.count += 1
        name, (issued_at, waits, lasts) = f"a{self.count}", times
        digest, data = picture(name)
        numbered = [(page, False) for page in range(1 + self.count % 3)] + [(0, True)]
        alert = Alert(
            name,
            "Banjir",
            level,
            issued_at,
            issued_at + waits,
            issued_at + waits + lasts,
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
