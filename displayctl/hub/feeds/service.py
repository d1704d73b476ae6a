"""The feeds of the hub: visited when they are due, all within one budget; their settings, their health, their alarm."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from content.places.gazetteer import Gazetteer
from displayctl.api.feeds import FeedInfo, FeedSettings, FeedTest
from displayctl.errors import DeskError
from displayctl.hub.bus import Bus, fact
from displayctl.hub.egress import EgressFailed
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, NotNow, WrongWish
from displayctl.hub.feeds.budget import BudgetSpent, RequestBudget
from displayctl.hub.feeds.documents import Fetch
from displayctl.hub.feeds.known import known_feeds
from displayctl.hub.feeds.life import FeedLife
from displayctl.hub.feeds.look import Source
from displayctl.hub.feeds.sources import check_address, source_of
from displayctl.hub.feeds.warning import NotAWarning, Warning
from displayctl.hub.logs import log
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.clock import Clock

FEED = "feed"
MOST_FEEDS = 32
THREADS = 4
Take = Callable[[str, Iterable[Warning], frozenset[str] | None], None]
"""Keeps what a feed tells: its id, its warnings, and what is on its list where the list tells what holds."""


class Feeds:
    """Settings come from the tables, and from `known_feeds` where nobody has changed them; health is in memory.

    Facts of kind ``feed`` tell desks when a feed's settings change, and when it falls silent or is good again.
    """

    def __init__(
        self,
        storage: Storage,
        bus: Bus,
        clock: Clock,
        gazetteer: Gazetteer,
        take: Take,
        *,
        fetcher: Fetch | None = None,
        budget: RequestBudget | None = None,
        chance: random.Random | None = None,
    ) -> None:
        self._storage, self._bus, self._clock, self._gazetteer, self._take = storage, bus, clock, gazetteer, take
        self._fetcher = fetcher
        self._chance = chance or random.Random()  # noqa: S311 - it spreads visits in time
        self._budget = budget or RequestBudget(clock)
        self._lives: dict[str, tuple[FeedLife, Source]] = {}
        self._visited: set[str] = set()
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="feed")

    # For people

    def listed(self) -> tuple[FeedInfo, ...]:
        """All feeds, by id."""
        with self._storage.reading() as work:
            stored, versions = tuple(self._stored(work)), work.feeds.versions()
        return tuple(
            self._info(settings, versions.get(settings.id, 0)) for settings in sorted(stored, key=lambda each: each.id)
        )

    def put(self, settings: FeedSettings, version: int | None = None) -> FeedInfo:
        """Stores a feed over the one with its id, and visits it soon.

        Raises WrongWish for what cannot work, ChangedMeanwhile where it is of another version than `version`.
        """
        self._source(settings)
        with _wrong_address():
            check_address(settings)
        if any(each.id == settings.id and each.kind is not settings.kind for each in known_feeds(self._gazetteer)):
            raise WrongWish("id", f"{settings.id} is a feed that every hub knows by itself; choose another id")
        with self._storage.writing() as work:
            others = {feed.id for feed in self._stored(work)} - {settings.id}
            if len(others) >= MOST_FEEDS:
                raise WrongWish("id", f"there are {MOST_FEEDS} feeds already; remove one first")
            _require_unchanged(work, settings.id, version)
            before = work.feeds.find(settings.id)
            stored = work.feeds.put(settings)
            work.record("feed.put", FEED, settings.id, _document(before), _document(settings))
            work.commit()
        with self._lock:
            self._lives.pop(settings.id, None)
        info = self._info(settings, stored)
        self._bus.tell(fact(FEED, settings.id, info))
        return info

    def remove(self, id: str, version: int | None = None) -> None:
        """Deletes a feed; one that every hub knows is as it was at first. Raises NoSuchThing, ChangedMeanwhile."""
        with self._storage.writing() as work:
            before = work.feeds.find(id)
            if before is None:
                raise NoSuchThing(f"there is no feed {id!r:.60} of your own; switch it off instead")
            _require_unchanged(work, id, version)
            work.feeds.remove(id)
            work.record("feed.remove", FEED, id, before=_document(before))
            work.commit()
        with self._lock:
            self._lives.pop(id, None)
        self._bus.tell(fact(FEED, id))

    def test(self, id: str) -> FeedTest:
        """Fetches and reads a feed once, now, and keeps nothing of it. Raises NoSuchThing, NotNow."""
        settings = next((feed for feed in self._settings() if feed.id == id), None)
        if settings is None:
            raise NoSuchThing(f"there is no feed {id!r:.60}; list the feeds")
        try:
            look = self._source(settings).look(self._clock.now())
        except BudgetSpent as error:
            raise NotNow(str(error)) from error
        except (DeskError, NotAWarning) as error:
            return FeedTest(good=False, failure=str(error))
        reading = look.reading
        return FeedTest(
            good=not look.failure,
            warnings=len(reading.warnings),
            complaints=reading.complaints,
            failure=look.failure,
        )

    def problems(self) -> tuple[str, ...]:
        """A sentence for each feed that is silent."""
        return tuple(
            f"nothing has come from {life.settings.name!r} for a while"
            + (f": {failure}" if (failure := life.health(0).failure) else "")
            for life, _ in self._current().values()
            if life.silent
        )

    # By the clockwork

    def tick(self) -> None:
        """Has the feeds that are due visited on threads of their own, and tells of those that fell silent."""
        for name in self._due():
            self._pool.submit(self._visit, name)
        self._tell_silence()

    def visit_due(self) -> None:
        """As `tick`, on this thread, one after another."""
        for name in self._due():
            self._visit(name)
        self._tell_silence()

    def close(self) -> None:
        """Waits for the visits that have begun."""
        self._pool.shutdown(cancel_futures=True)

    def _due(self) -> list[str]:
        """Those to visit now, each of which nobody else visits until `_visit` is done with it."""
        lives = self._current()
        with self._lock:
            due = [name for name, (life, _) in lives.items() if name not in self._visited and life.is_due]
            self._visited.update(due)
        return due

    def _visit(self, id: str) -> None:
        try:
            with self._lock:
                found = self._lives.get(id)
            if found is not None:
                self._look(*found)
        finally:
            with self._lock:
                self._visited.discard(id)

    def _look(self, life: FeedLife, source: Source) -> None:
        try:
            look = source.look(self._clock.now())
            if not life.has_kept(look.reading):
                self._take(life.settings.id, look.reading.warnings, look.reading.listed)
                life.keeps()
            look.settle()
        except BudgetSpent as error:
            life.postponed(error.wait)
        except EgressFailed as error:
            life.went_wrong(str(error), error.retry_after)
        except (DeskError, NotAWarning) as error:
            life.went_wrong(str(error))
        except Exception as error:  # noqa: BLE001 - the door of a visit: one feed must not stop the others
            log().exception("visiting a feed failed", feed=life.settings.id)
            life.went_wrong(f"the hub failed on what came ({error!s:.200}); see its log")
        else:
            life.went_well(look)

    def _tell_silence(self) -> None:
        for life, _ in self._current().values():
            if life.silent is not life.is_quiet:
                self._tell_of(life)

    def _tell_of(self, life: FeedLife) -> None:
        """Tells desks first: where the trail cannot be written now, both are done again."""
        life.silent = silent = life.is_quiet
        with self._storage.reading() as work:
            version = work.feeds.versions().get(life.settings.id, 0)
        info = self._info(life.settings, version)
        self._bus.tell(fact(FEED, life.settings.id, info))
        try:
            with self._storage.writing() as work:
                after = {"name": life.settings.name, "failure": info.health.failure}
                work.record("feed.silent" if silent else "feed.back", FEED, life.settings.id, after=after)
                work.commit()
        except BaseException:
            life.silent = not silent
            raise

    # Settings

    def _settings(self) -> tuple[FeedSettings, ...]:
        with self._storage.reading() as work:
            return tuple(sorted(self._stored(work), key=lambda feed: feed.id))

    def _stored(self, work: UnitOfWork) -> Iterator[FeedSettings]:
        stored = {feed.id: feed for feed in work.feeds.all()}
        yield from ({feed.id: feed for feed in known_feeds(self._gazetteer)} | stored).values()

    def _source(self, settings: FeedSettings) -> Source:
        """Raises WrongWish."""
        with _wrong_address():
            return source_of(settings, self._budget, self._gazetteer, self._clock, self._fetcher)

    def _current(self) -> dict[str, tuple[FeedLife, Source]]:
        """The feeds that are on, with the lives they have had since their settings changed last."""
        wanted = {feed.id: feed for feed in self._settings() if feed.enabled}
        with self._lock:
            self._lives = {name: kept for name, kept in self._lives.items() if wanted.get(name) == kept[0].settings}
            for name, settings in wanted.items():
                if name not in self._lives:
                    self._lives[name] = FeedLife(settings, self._clock, self._chance), self._source(settings)
            return dict(self._lives)

    def _info(self, settings: FeedSettings, version: int) -> FeedInfo:
        with self._lock:
            found = self._lives.get(settings.id)
        if found is None or found[0].settings != settings:
            return FeedInfo(settings=settings, version=version)
        health = found[0].health(self._budget.last_hour(settings.id))
        return FeedInfo(settings=settings, version=version, health=health)


@contextmanager
def _wrong_address() -> Iterator[None]:
    try:
        yield
    except DeskError as error:
        raise WrongWish("address", str(error)) from error


def _require_unchanged(work: UnitOfWork, id: str, version: int | None) -> None:
    """Raises ChangedMeanwhile where the feed is of another version than `version`; None: any is right."""
    current = work.feeds.versions().get(id, 0)
    if version not in (None, current):
        raise ChangedMeanwhile(
            f"the feed {id} was changed after you read it (version {version}, now {current}); read it again, then "
            "repeat your change"
        )


def _document(settings: FeedSettings | None) -> object:
    return None if settings is None else settings.model_dump(mode="json", exclude={"id"})
