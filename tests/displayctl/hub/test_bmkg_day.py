"""A whole day of BMKG against the hub's own feeds and warnings: what may not be shown never is, the rest once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from content.places.gazetteer import Gazetteer
from displayctl.api.feeds import FeedInfo, FeedKind, FeedSettings
from displayctl.api.models import Event, PartKind
from displayctl.api.warnings import WarningBrief, WarningEnd, WarningState
from displayctl.hub.audit import AuditHead
from displayctl.hub.bus import Bus
from displayctl.hub.database import open_database
from displayctl.hub.feeds.budget import MOST_A_MINUTE
from displayctl.hub.feeds.service import Feeds
from displayctl.hub.storage import Storage
from displayctl.hub.warnings.service import Warnings
from schedules.codec import display_to_dict
from schedules.position import Position
from tests.builders import wall
from tests.fakes.bmkg_day import (
    AGENCY,
    COMES_BACK,
    NEVER,
    NOWCAST,
    OUTAGES,
    START,
    STORM,
    TEWS,
    TSUNAMI,
    TSUNAMI_HEADLINE,
    BmkgDay,
    Truth,
    truths,
)
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import new_database
from tests.fakes.warning_server import WarningServer

STEP, IN_A_STORM = timedelta(minutes=5), timedelta(minutes=1)
DAY = timedelta(hours=24)
RESTART = 1_020
"""The minute at which the hub starts anew, in the middle of a tsunami warning."""
LATE = timedelta(minutes=25)
"""How late a desk may hear at the paces of this day: two visits, of which one was put off by the budget."""
LATE_IN_A_FAULT = timedelta(minutes=60)
PLACES = Gazetteer.load()
SLOW = timedelta(seconds=40)


@dataclass(frozen=True, slots=True)
class Heard:
    """What desks were told of an event, and when (minutes)."""

    minute: int
    brief: WarningBrief


class Day:
    """A hub's feeds and warnings through the day, and what desks and the server saw of it."""

    def __init__(self, folder: Path, server: WarningServer) -> None:
        self.clock, self.bus, self.server = PushedClock(START), Bus(), server
        self.storage = Storage(
            open_database(folder / "hub.sqlite", folder, self.clock), self.bus, self.clock, AuditHead(folder / "head")
        )
        self.heard: list[Heard] = []
        self.alarms: list[tuple[int, str, bool]] = []
        self.asked: list[tuple[float, int]] = []
        self.complaints: tuple[str, ...] = ()
        self._dropped = timedelta()
        self._start()
        self.bus.listen(self._hear)
        server.pause = self._pause

    @property
    def minute(self) -> int:
        return int((self.clock.now() - START) / timedelta(minutes=1))

    def of(self, headline: str) -> list[Heard]:
        return [each for each in self.heard if each.brief.headline == headline]

    def go_by(self) -> None:
        script, started_anew = BmkgDay(self.server), False
        while self.clock.now() < START + DAY:
            if self.minute >= RESTART and not started_anew:
                started_anew = True
                self.feeds.close()
                self._start()
            script.play(self.clock.now())
            self._visit()
            self.clock.push(IN_A_STORM if STORM <= self.minute < STORM + 15 else STEP)
            if self.minute == STORM - 5:
                self.complaints = next(
                    info.health.complaints for info in self.feeds.listed() if info.settings.id == "bmkg-cuaca"
                )

    def close(self) -> None:
        self.feeds.close()
        self.storage.close()

    def _start(self) -> None:
        self.warnings = Warnings(self.storage, self.bus, PLACES, lambda: ())
        self.feeds = Feeds(self.storage, self.bus, self.clock, PLACES, self.warnings.take, chance=random.Random(1))

    def _visit(self) -> None:
        before, since = len(self.server.asked), self.clock.monotonic()
        self.feeds.visit_due()
        self.asked.append((since, len(self.server.asked) - before))
        self.warnings.sweep()

    def _hear(self, event: Event) -> None:
        if event.kind == "warning" and event.data is not None:
            self.heard.append(Heard(self.minute, WarningBrief.model_validate(event.data)))
        if event.kind == "feed" and event.data is not None:
            self.alarms.append((self.minute, event.id, FeedInfo.model_validate(event.data).health.silent))

    def _pause(self, seconds: float) -> bool:
        """A server that answers in drops takes `SLOW`, on the hub's clock, until it gives up."""
        self.clock.push(SLOW / 20)
        self._dropped += SLOW / 20
        return self._dropped % SLOW == timedelta()


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    folder = tmp_path_factory.mktemp("day")
    (folder / "hub.sqlite").write_bytes(new_database())
    with WarningServer() as server:
        made = Day(folder, server)
        with made.storage.writing() as work:
            for name, place in (("luwuk", Position(-0.951, 122.787)), ("batui", Position(-1.27, 122.55))):
                display = display_to_dict(wall(name, position=place))
                work.parts.put(PartKind.DISPLAY, name, name, display, now=START, by="")
            work.commit()
        for settings in settings_of(server):
            made.feeds.put(settings)
        made.go_by()
        yield made
        made.close()


def settings_of(server: WarningServer) -> tuple[FeedSettings, ...]:
    """Slower than at a hub, so that a day takes seconds: visited with every step, quakes with every other."""
    rows = (
        ("bmkg-cuaca", FeedKind.BMKG_NOWCAST, NOWCAST, 270, ("72",)),
        ("bmkg-gempa", FeedKind.BMKG_QUAKES, TEWS, 540, ()),
        ("inatews", FeedKind.INATEWS, TSUNAMI, 270, ()),
        ("bpbd", FeedKind.CAP, AGENCY, 270, ()),
    )
    return tuple(
        FeedSettings(
            id=name,
            kind=kind,
            name=name,
            address=server.url(path),
            every_seconds=every,
            regions=regions,
            allowed_networks=("127.0.0.0/8",),
        )
        for name, kind, path, every, regions in rows
    )


def test_nothing_of_a_test_an_exercise_a_draft_or_the_future_is_ever_told(day: Day) -> None:
    assert [each for each in day.heard if NEVER in each.brief.model_dump_json()] == []
    assert [each for each in day.warnings.listed() if NEVER in each.model_dump_json()] == []


def test_whoever_runs_the_feed_reads_why(day: Day) -> None:
    sentences = "\n".join(day.complaints)
    for word in ("Test", "Exercise", "Draft", "System", "Restricted", "yet to come", "open"):
        assert word in sentences, word


@pytest.mark.parametrize("truth", truths(), ids=lambda truth: truth.headline)
def test_each_real_warning_is_told_once_and_ends_in_time(day: Day, truth: Truth) -> None:
    told = day.of(truth.headline)
    assert {each.brief.id for each in told} == {told[0].brief.id}
    assert told[0].brief.state is WarningState.NEW
    assert truth.since <= told[0].minute <= truth.since + _late(truth.feed, truth.since)
    ends = [each for each in told if each.brief.state is WarningState.OVER]
    if truth.headline != COMES_BACK:
        assert all(each.brief.state is WarningState.OVER for each in told[told.index(ends[0]) :])
    assert ends[-1].brief.ended_why is truth.why
    if truth.why is WarningEnd.EXPIRED:
        assert ends[-1].brief.ended_at == START + timedelta(minutes=truth.until)
    assert truth.until <= ends[0 if truth.headline != COMES_BACK else -1].minute
    assert ends[0].minute <= truth.until + _late(truth.feed, truth.until)


def _late(feed: str, minute: int) -> int:
    """How late the news may be, in minutes."""
    away = any(feed == name and since <= minute < until for name, since, until in OUTAGES)
    return int((LATE_IN_A_FAULT if away else LATE) / timedelta(minutes=1))


def test_at_the_end_of_the_day_the_list_has_each_event_once_and_all_are_over(day: Day) -> None:
    listed = Counter(each.headline for each in day.warnings.listed())
    assert listed == Counter(truth.headline for truth in truths())
    assert {each.state for each in day.warnings.listed()} == {WarningState.OVER}


def test_what_left_its_list_by_a_slip_is_the_same_warning_when_it_is_back(day: Day) -> None:
    states = [each.brief.state for each in day.of(COMES_BACK)]
    assert states == [WarningState.NEW, WarningState.OVER, WarningState.NEW, WarningState.OVER]


def test_a_tsunami_is_one_event_from_its_first_bulletin_to_its_last(day: Day) -> None:
    told = day.of(TSUNAMI_HEADLINE)
    assert [each.brief.updates for each in told if each.brief.state is WarningState.NEW][-1] == 2
    assert {each.brief.kind for each in told} == {"tsunami"}
    kinds = {
        each.brief.headline.rpartition(" ")[2]: each.brief.kind for each in day.heard if "Pusat" in each.brief.headline
    }
    assert kinds == {"Luwuk": "quake", "Batui": "quake", "Toili": "tsunami"}


def test_the_budget_is_kept_as_the_server_counts_and_the_storm_spends_it(day: Day) -> None:
    within = [sum(count for instant, count in day.asked if since - 60 < instant <= since) for since, _ in day.asked]
    assert max(within) == MOST_A_MINUTE
    conditional = sum(asked.etag != "" for asked in day.server.asked)
    assert conditional / len(day.server.asked) > 0.75


def test_an_outage_is_told_while_it_lasts_and_so_is_its_end(day: Day) -> None:
    for feed, since, until in OUTAGES:
        raised = [minute for minute, name, silent in day.alarms if (name, silent) == (feed, True) and minute > since]
        cleared = [minute for minute, name, silent in day.alarms if (name, silent) == (feed, False) and minute > since]
        assert since < raised[0] < until <= cleared[0] <= until + 30
    assert not [each for each in day.alarms if each[1] == "bpbd" and each[2]]
    assert day.feeds.problems() == ()
