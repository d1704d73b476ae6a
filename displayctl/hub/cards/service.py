"""The cards of a hub: made, and typeset anew when their data change. What walls show of them is what people signed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from displayctl.api.cards import CardPreview, CardTopic, CardWish
from displayctl.api.models import Job, MediumKind, MediumState
from displayctl.errors import DeskError
from displayctl.hub.cards.fetching import EVERY, CardData, Subject
from displayctl.hub.cards.neutral import neutral_id
from displayctl.hub.cards.told import Told, neutral
from displayctl.hub.errors import NotNow, WrongWish
from displayctl.hub.feeds.warning import NotAWarning
from displayctl.hub.jobs import JobControl, JobQueue
from displayctl.hub.logs import log
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.planning import new_id
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.shelf import store_medium
from displayctl.hub.storage import Storage
from schedules.clock import Clock

MOST_CARDS = 32
TITLES = {CardTopic.WEATHER: "Cuaca hari ini", CardTopic.QUAKE: "Gempa terkini dirasakan"}


class Cards:
    """`prepare` queues the typesetting of a medium. Each card has a neutral one beside it, without figures."""

    def __init__(
        self, storage: Storage, jobs: JobQueue, prepare: Callable[[str], Job], data: CardData, clock: Clock
    ) -> None:
        self._storage, self._jobs, self._prepare, self._data, self._clock = storage, jobs, prepare, data, clock
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def add(self, wish: CardWish) -> Job:
        """Fetches the data once, and stores the card; the job that typesets it.

        Raises WrongWish for a card that is none or one too many, NotNow where its data do not come.
        """
        subject, title = _subject(wish), wish.title.strip() or TITLES[wish.topic]
        told = self._first(subject)
        with self._storage.writing() as work:
            if len(work.media.cards()) >= MOST_CARDS:
                raise WrongWish("topic", f"there are {MOST_CARDS} cards already; delete one first")
            card_id = new_id("card")
            bare = _medium(neutral_id(card_id), f"{title} (tanpa data)", MediumKind.ANNOUNCEMENT, work.now)
            store_medium(work, replace(bare, announcement=neutral(wish.topic).to_dict()))
            made = replace(_medium(card_id, title, MediumKind.CARD, work.now), source_name=subject.name)
            store_medium(work, _telling(made, told))
            work.record("medium.add", MEDIUM, card_id, after={"title": title, "kind": made.kind, "about": subject.name})
            work.commit()
        self._wait(card_id, subject)
        self._prepare(neutral_id(card_id))
        return self._prepare(card_id)

    def preview(self, wish: CardWish) -> CardPreview:
        """What such a card would tell now; nothing is kept. Raises WrongWish, NotNow as `add`."""
        told = self._first(_subject(wish))
        return CardPreview(announcement=told.words.to_dict(), good_until=told.good_until)

    def tick(self) -> None:
        """Queues the look at the data of those cards whose time has come."""
        with self._storage.reading() as work:
            cards = work.media.cards()
        now = self._clock.monotonic()
        with self._lock:
            self._next = {name: at for name, at in self._next.items() if name in cards}
            due = [name for name in cards if self._next.get(name, now) <= now]
        for name in due:
            self._jobs.submit("card", name, partial(self._looked_after, name))

    def refresh(self, id: str) -> str:
        """Looks at the data of a card, and has it typeset anew where it tells something else; a sentence about it.

        Data that do not come change nothing: the card says until when it is good.
        """
        with self._storage.reading() as work:
            found = work.media.find(id)
        if found is None:
            return "it was deleted meanwhile"
        subject = Subject.named(found.source_name)
        self._wait(id, subject)
        try:
            told = self._data.told(subject, self._clock.now())
        except (DeskError, NotAWarning) as error:
            log().warning("the data of a card did not come", card=id, why=str(error))
            return f"the data of {found.title} did not come: {error}"
        return self._keep(id, told)

    def _looked_after(self, card_id: str, control: JobControl) -> str:
        return self.refresh(card_id)

    def _keep(self, id: str, told: Told) -> str:
        with self._storage.writing() as work:
            medium = work.media.find(id)
            if medium is None:
                return "it was deleted meanwhile"
            now_so = _telling(medium, told)
            if now_so == medium:
                return f"{medium.title} is as it was"
            anew = now_so.announcement != medium.announcement
            if anew:
                now_so = replace(now_so, state=MediumState.PROCESSING.value, message="")
                work.record("medium.change", MEDIUM, id, after={"title": medium.title, "announcement": told.words.body})
            store_medium(work, now_so)
            work.commit()
        if anew:
            self._prepare(id)
        return f"{medium.title} tells {'something new' if anew else 'the same for longer'}"

    def _first(self, subject: Subject) -> Told:
        """What it tells at first. No quake within a day is nothing wrong."""
        try:
            return self._data.told(subject, self._clock.now())
        except NotAWarning as error:
            if subject.topic is CardTopic.QUAKE:
                return Told(neutral(subject.topic))
            raise NotNow(f"BMKG's answer for {subject.name} cannot be used: {error}; try again later") from error
        except DeskError as error:
            raise NotNow(f"the data for {subject.name} did not come: {error}") from error

    def _wait(self, id: str, subject: Subject) -> None:
        with self._lock:
            self._next[id] = self._clock.monotonic() + EVERY[subject.topic].total_seconds()


def _subject(wish: CardWish) -> Subject:
    if (wish.topic is CardTopic.WEATHER) != bool(wish.place):
        raise WrongWish("place", "the weather is told of a village, as 72.01.04.1001, and a quake of none")
    return Subject(wish.topic, wish.place)


def _medium(id: str, title: str, kind: MediumKind, now: datetime) -> StoredMedium:
    state = MediumState.PROCESSING.value
    return StoredMedium(id=id, title=title, kind=kind.value, state=state, version=0, created_at=now, updated_at=now)


def _telling(medium: StoredMedium, told: Told) -> StoredMedium:
    return replace(medium, announcement=told.words.to_dict(), expires_at=told.good_until)
