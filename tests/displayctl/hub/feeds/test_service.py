"""The feeds of a hub: visited when due, within a budget; failing ones less often; silence is told, and its end."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from content.places.gazetteer import Gazetteer
from displayctl.api.feeds import FeedInfo, FeedKind, FeedSettings
from displayctl.api.models import Event
from displayctl.hub.audit import AuditHead
from displayctl.hub.bus import Bus
from displayctl.hub.database import open_database
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, WrongWish
from displayctl.hub.feeds.budget import MOST_A_MINUTE, BudgetSpent, RequestBudget
from displayctl.hub.feeds.service import Feeds
from displayctl.hub.feeds.warning import Warning
from displayctl.hub.repositories.audit import AuditFilter
from displayctl.hub.storage import Storage
from tests.displayctl.hub.feeds.bmkg_samples import archive, bulletin, item, listed, newest, quake, rss
from tests.displayctl.hub.feeds.cap_samples import IDENTIFIER, NOW, cap
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import new_database
from tests.fakes.warning_server import Fault, Page, WarningServer

PERIOD = timedelta(seconds=120)


@dataclass
class Ground:
    """Feeds on real tables and a real server, with a clock that is pushed."""

    feeds: Feeds
    clock: PushedClock
    server: WarningServer
    storage: Storage
    taken: list[tuple[str, tuple[Warning, ...], frozenset[str] | None]] = field(default_factory=list)
    told: list[Event] = field(default_factory=list)

    def put(self, path: str = "/cap.xml", kind: FeedKind = FeedKind.CAP, **changes: object) -> FeedInfo:
        fields: dict[str, object] = {
            "id": "dinas",
            "kind": kind,
            "name": "Dinas",
            "address": self.server.url(path),
            "allowed_networks": ("127.0.0.0/8",),
        }
        return self.feeds.put(FeedSettings.model_validate({**fields, **changes}))

    def after(self, by: timedelta) -> None:
        self.clock.push(by)
        self.feeds.visit_due()

    def info(self, name: str = "dinas") -> FeedInfo:
        return next(info for info in self.feeds.listed() if info.settings.id == name)

    def actions(self) -> list[str]:
        with self.storage.reading() as work:
            return [entry.action for entry in work.audit.page(AuditFilter(), 0, 50)[1]][::-1]


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    clock, bus = PushedClock(NOW), Bus()
    path = tmp_path / "hub.sqlite"
    path.write_bytes(new_database())
    storage = Storage(open_database(path, tmp_path, clock), bus, clock, AuditHead(tmp_path / "head"))
    taken: list[tuple[str, tuple[Warning, ...], frozenset[str] | None]] = []

    def take(source: str, found: Iterable[Warning], on_list: frozenset[str] | None) -> None:
        taken.append((source, tuple(found), on_list))

    with WarningServer() as server:
        feeds = Feeds(storage, bus, clock, Gazetteer.load(), take, chance=random.Random(1))
        made = Ground(feeds, clock, server, storage, taken)
        bus.listen(made.told.append)
        yield made
        feeds.close()
    storage.close()


def test_known_feeds_are_off_until_somebody_switches_them_on(ground: Ground) -> None:
    assert [info.settings.id for info in ground.feeds.listed()] == ["bmkg-cuaca", "bmkg-gempa", "inatews"]
    assert not any(info.settings.enabled for info in ground.feeds.listed())
    ground.after(timedelta(hours=1))
    assert (ground.taken, ground.feeds.problems()) == ([], ())
    assert ground.info("bmkg-cuaca").settings.regions == ("72",)


def test_a_feed_is_stored_over_the_version_that_was_read_alone(ground: Ground) -> None:
    first = ground.put()
    assert (first.version > 0, ground.info("inatews").version) == (True, 0)
    for outdated in (0, first.version + 1):
        with pytest.raises(ChangedMeanwhile, match="read it again"):
            ground.feeds.put(first.settings.model_copy(update={"name": "Lain"}), outdated)
    assert ground.info() == first
    second = ground.feeds.put(first.settings, first.version)
    assert second.version > first.version
    assert ground.actions() == ["feed.put", "feed.put"]
    with pytest.raises(ChangedMeanwhile, match="read it again"):
        ground.feeds.remove("dinas", first.version)
    ground.feeds.remove("dinas", second.version)
    with pytest.raises(ChangedMeanwhile):
        ground.feeds.put(second.settings, second.version)
    assert ground.feeds.put(second.settings, 0).version > second.version


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"address": "tidak ada"}, "not an address"),
        ({"address": "javascript:alert(1)"}, "neither http nor https"),
        ({"address": "/srv/cap"}, "neither http nor https"),
        ({"address": "https://مرحبا/"}, "not an address"),
        ({"address": "https://x.go.id:99999/cap.xml"}, "not an address"),
        ({"address": "https://orang:rahasia@x.go.id/"}, "holds a name or a password"),
        ({"allowed_networks": ("10.1.2.3/16",)}, "'10.1.2.3/16' is no network"),
    ],
)
def test_a_feed_that_can_never_be_fetched_is_refused_when_it_is_stored(
    changes: dict[str, object], why: str, ground: Ground
) -> None:
    with pytest.raises(WrongWish, match=why):
        ground.put(**changes)
    assert len(ground.feeds.listed()) == 3


def test_a_feed_is_visited_when_it_is_due_and_not_before(ground: Ground) -> None:
    ground.server.put("/cap.xml", cap())
    ground.put()
    ground.feeds.visit_due()
    ground.after(PERIOD * 0.5)
    assert len(ground.server.asked) == 1
    ground.after(PERIOD)
    assert [(source, len(found)) for source, found, _ in ground.taken] == [("dinas", 1)]
    health = ground.info().health
    assert (health.last_good_at, health.last_change_at) == (ground.clock.now(), NOW)
    assert (health.failures, health.silent, health.live, health.requests_last_hour) == (0, False, 1, 2)
    assert [asked.etag != "" for asked in ground.server.asked] == [False, True]


def test_what_is_the_same_is_kept_again_only_now_and_then(ground: Ground) -> None:
    ground.server.put("/cap.xml", cap())
    ground.put()
    for _ in range(20):
        ground.after(PERIOD)
    assert 3 <= len(ground.taken) <= 4
    ground.server.put("/cap.xml", cap(identifier="another"))
    ground.after(PERIOD * 2)
    assert ground.taken[-1][1][0].identifier == "another"
    assert ground.info().health.last_change_at == ground.clock.now()


def test_each_kind_is_read_as_what_it_is(ground: Ground) -> None:
    for name, body in {
        "autogempa": newest(quake()),
        "gempaterkini": listed(quake()),
        "gempadirasakan": listed(),
    }.items():
        ground.server.put(f"/TEWS/{name}.json", body, "application/json")
    ground.server.put("/tsunami.xml", archive(bulletin(timesent="2026-08-14 08:00:00")))
    ground.server.put("/nowcast", rss(item("../nowcast/CST20260814001", IDENTIFIER)))
    ground.server.put("/nowcast/CST20260814001_alert.xml", cap())
    ground.put("/TEWS", FeedKind.BMKG_QUAKES, id="gempa")
    ground.put("/tsunami.xml", FeedKind.INATEWS, id="tsunami")
    ground.put("/nowcast", FeedKind.BMKG_NOWCAST, id="cuaca", regions=("72",))
    ground.feeds.visit_due()
    found = {source: [each.attribution for each in warnings] for source, warnings, _ in ground.taken}
    assert found == {"gempa": ["BMKG"], "tsunami": ["BMKG"], "cuaca": ["BMKG"]}


def test_a_message_that_was_dropped_just_before_the_look_does_not_wait_for_the_next_one(
    ground: Ground, tmp_path: Path
) -> None:
    dropped = tmp_path / "satu.xml"
    dropped.write_bytes(cap())
    os.utime(dropped, (NOW.timestamp(), NOW.timestamp()))
    ground.put(kind=FeedKind.FOLDER, address=str(tmp_path))
    ground.feeds.visit_due()
    assert dropped.exists()
    ground.after(timedelta(seconds=3))
    assert [len(found) for _, found, _ in ground.taken if found] == [1]
    assert not dropped.exists()


def test_a_drop_folder_is_a_feed(ground: Ground, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "satu.xml").write_bytes(cap())
    ground.put(kind=FeedKind.FOLDER, address=str(folder))
    ground.feeds.visit_due()
    assert len(ground.taken[0][1]) + len(list(folder.iterdir())) == 2
    with pytest.raises(WrongWish, match="whole path"):
        ground.put(kind=FeedKind.FOLDER, address="drop")


def test_what_fails_is_asked_less_and_less_often_and_tells_nothing(ground: Ground) -> None:
    ground.put()
    visits = []
    for _ in range(120):
        ground.feeds.visit_due()
        visits.append(len(ground.server.asked))
        ground.clock.push(timedelta(minutes=1))
    assert ground.taken == []
    assert 8 <= visits[-1] <= 14
    health = ground.info().health
    assert health.failures == visits[-1]
    assert "answered 404" in health.failure


def test_the_other_side_may_ask_to_be_left_alone(ground: Ground) -> None:
    ground.server.pages["/cap.xml"] = Page(status=429, headers={"Retry-After": "1800"})
    ground.put()
    ground.feeds.visit_due()
    ground.after(timedelta(minutes=25))
    assert len(ground.server.asked) == 1
    ground.after(timedelta(minutes=10))
    assert len(ground.server.asked) == 2


def test_silence_is_told_once_and_its_end_too(ground: Ground) -> None:
    ground.put()
    ground.feeds.visit_due()
    for _ in range(10):
        ground.after(timedelta(minutes=1))
    assert ground.info().health.silent
    assert "Dinas" in ground.feeds.problems()[0]
    ground.server.put("/cap.xml", cap())
    for _ in range(16):
        ground.after(timedelta(minutes=1))
    assert not ground.info().health.silent
    assert ground.feeds.problems() == ()
    assert ground.actions() == ["feed.put", "feed.silent", "feed.back"]
    silence = [FeedInfo.model_validate(event.data).health.silent for event in ground.told if event.kind == "feed"]
    assert silence == [False, True, False]


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.ENDLESS])
def test_a_server_that_misbehaves_is_a_failure(ground: Ground, fault: Fault) -> None:
    ground.server.pages["/cap.xml"] = replace(Page(cap() * 40), fault=fault)
    ground.put()
    ground.feeds.visit_due()
    assert ground.taken == []
    assert ground.info().health.failures == 1


def test_half_a_feed_is_told_and_counts_as_a_failure(ground: Ground) -> None:
    ground.server.put("/TEWS/autogempa.json", newest(quake()), "application/json")
    ground.put("/TEWS/", FeedKind.BMKG_QUAKES)
    ground.feeds.visit_due()
    assert len(ground.taken[0][1]) == 1
    assert (ground.info().health.failures, ground.info().health.last_good_at) == (1, None)
    for _ in range(4):
        ground.after(PERIOD * 1.1)
    assert (ground.info().health.failures, ground.info().health.silent) == (5, True)
    assert len(ground.server.asked) == 15


def test_what_cannot_be_kept_is_told_and_tried_again(ground: Ground) -> None:
    def full(source: str, found: Iterable[Warning], on_list: frozenset[str] | None) -> None:
        raise OSError("disk full")

    ground.server.put("/cap.xml", cap())
    kept, ground.feeds._take = ground.feeds._take, full
    ground.put()
    ground.feeds.visit_due()
    assert "disk full" in ground.info().health.failure
    ground.feeds._take = kept
    ground.after(timedelta(minutes=5))
    assert len(ground.taken) == 1


def test_settings_apply_at_once_and_are_checked(ground: Ground) -> None:
    ground.server.put("/cap.xml", cap())
    ground.put()
    ground.feeds.visit_due()
    ground.put(every_seconds=600)
    ground.feeds.visit_due()
    assert len(ground.taken) == 2
    ground.put(enabled=False)
    ground.after(timedelta(hours=1))
    assert len(ground.taken) == 2
    ground.feeds.remove("dinas")
    with pytest.raises(StopIteration):
        ground.info()
    with pytest.raises(NoSuchThing):
        ground.feeds.remove("bmkg-cuaca")
    with pytest.raises(WrongWish, match="network"):
        ground.put(allowed_networks=("everything",))
    with pytest.raises(WrongWish, match="knows by itself"):
        ground.put(id="bmkg-cuaca")


def test_a_feed_that_is_inside_needs_leave(ground: Ground) -> None:
    ground.server.put("/cap.xml", cap())
    ground.put(allowed_networks=())
    ground.feeds.visit_due()
    assert "allow its network" in ground.info().health.failure
    assert ground.server.asked == []


def test_a_feed_can_be_tried_without_consequence(ground: Ground) -> None:
    ground.server.put("/cap.xml", cap(status="Test"))
    ground.put(enabled=False)
    tried = ground.feeds.test("dinas")
    assert (tried.good, tried.warnings, len(tried.complaints)) == (True, 0, 1)
    ground.server.pages.clear()
    assert "404" in ground.feeds.test("dinas").failure
    assert ground.taken == []
    with pytest.raises(NoSuchThing):
        ground.feeds.test("nothing")


def test_visits_go_on_threads_of_their_own(ground: Ground) -> None:
    ground.server.put("/cap.xml", cap())
    ground.put()
    ground.feeds.tick()
    ground.feeds.close()
    assert len(ground.taken) == 1


def test_the_budget_is_one_for_all_and_slides() -> None:
    clock = PushedClock(NOW)
    budget = RequestBudget(clock)
    for number in range(MOST_A_MINUTE):
        budget.spend("ab"[number % 2])
        clock.push(timedelta(seconds=1))
    with pytest.raises(BudgetSpent) as spent:
        budget.spend("c")
    assert spent.value.wait == timedelta(seconds=60 - MOST_A_MINUTE)
    clock.push(spent.value.wait)
    budget.spend("c")
    assert [budget.last_hour(name) for name in "abc"] == [15, 15, 1]
    clock.push(timedelta(hours=1))
    assert budget.last_hour("a") == 0


def test_a_spent_budget_postpones_and_is_nobodys_failure(ground: Ground) -> None:
    codes = [f"CST202608140{number:02}" for number in range(18)]
    for code in codes:
        ground.server.put(f"/{code}_alert.xml", cap())
    for name in ("a", "b"):
        ground.server.put(f"/{name}", rss(*(item(f"{name}/../{code}") for code in codes)))
        ground.put(f"/{name}", id=name)
    ground.feeds.visit_due()
    assert len(ground.server.asked) == MOST_A_MINUTE
    assert [info.health.failures for info in ground.feeds.listed()] == [0] * 5
    ground.after(timedelta(seconds=150))
    assert len(ground.server.asked) == 2 * 19 + 2
