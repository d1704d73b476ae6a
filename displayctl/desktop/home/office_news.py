"""What the catalogue does not hold and the home page tells: feeds, the drill, signatures, the hub's own troubles, and
what was changed. Read in one go off the UI thread; a part that may not be seen is empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from content.errors import ContentError
from displayctl.api.accounts import Role
from displayctl.api.audit import AuditEntry
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, HubUnreachable
from displayctl.api.feeds import FeedInfo
from displayctl.api.incidents import DrillStatus
from displayctl.api.models import Event
from displayctl.desk.believing import Beliefs
from displayctl.desk.ceremonies import Ceremonies, Renewal
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.further import FURTHER, TOLD_BY, FurtherNeeds
from displayctl.desktop.myself import Myself
from displayctl.desktop.presenters.need import Need
from displayctl.errors import DeskError

T = TypeVar("T")
EVERY_MS, SETTLE_MS = 60_000, 1200
ENTRIES = 200
_HEARD = (
    frozenset({"feed", "drill", "trust", "proposal", "settings", "publication", "slot", "medium", "display"}) | TOLD_BY
)


@dataclass(frozen=True, slots=True)
class News:
    """What was read at `at`. `entries` are of the whole trail where `whole`, else one's own."""

    feeds: tuple[FeedInfo, ...] = ()
    drill: DrillStatus | None = None
    renewals: tuple[Renewal, ...] = ()
    ceremonies: int = 0
    problems: tuple[str, ...] = ()
    entries: tuple[AuditEntry, ...] = ()
    whole: bool = False
    further: tuple[Need, ...] = ()


class OfficeNews(QObject):
    """`news` is what was read last, None before the first time. Signal: `changed`. It rests while nobody looks."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.news: News | None = None
        self._reading = self._again = False
        self._rests = True
        self._every, self._soon = QTimer(self), QTimer(self)
        self._every.setInterval(EVERY_MS)
        self._soon.setInterval(SETTLE_MS)
        self._soon.setSingleShot(True)
        for timer in (self._every, self._soon):
            timer.timeout.connect(self.read)
        desk.link.told.connect(self._hear)
        desk.link.came.connect(self._soon_read)
        desk.myself.changed.connect(self._soon_read)
        desk.catalogue.ready.connect(self.read)

    def wake(self) -> None:
        """Read now, and again from time to time."""
        self._rests = False
        self._every.start()
        self.read()

    def rest(self) -> None:
        """Nobody looks."""
        self._rests = True
        self._every.stop()
        self._soon.stop()

    def read(self) -> None:
        """Read everything anew; what is asked for while that happens is done afterwards."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        desk, now = self._desk, self._desk.clock.now()
        self._desk.tasks.run(lambda: _read(desk, now), self._take, self._failed, owner=self)

    def _take(self, news: News) -> None:
        self._reading = False
        if news != self.news:
            self.news = news
            self.changed.emit()
        if self._again:
            self._again = False
            self._soon_read()

    def _failed(self, error: Exception) -> None:
        """A hub that is away is the link's to tell of."""
        self._reading = self._again = False
        if not isinstance(error, HubError):
            self._desk.tasks.failed.emit(error)

    def _hear(self, event: Event) -> None:
        if event.kind in _HEARD:
            self._soon_read()

    def _soon_read(self) -> None:
        if not self._rests:
            self._soon.start()


def _read(desk: Desk, now: datetime) -> News:
    client, myself = desk.hub.client, desk.myself
    ceremonies = Ceremonies(client, Beliefs(desk.installation.keys_folder), desk.clock)
    return News(
        feeds=_seen(client.feeds.listed, ()),
        drill=_seen(lambda: client.incidents.drills().status, None),
        renewals=_seen(ceremonies.renewals, ()),
        ceremonies=_seen(lambda: len(client.approvals.proposals()), 0),
        problems=_seen(lambda: client.health().problems, ()),
        entries=_seen(partial(_entries, client, myself), ()),
        whole=myself.may(Role.ADMINISTRATOR),
        further=tuple(chain.from_iterable(_further(told, desk, now) for told in FURTHER)),
    )


def _entries(client: HubClient, myself: Myself) -> tuple[AuditEntry, ...]:
    """What was changed: by everybody for who may read the whole trail, else by oneself."""
    if myself.may(Role.ADMINISTRATOR):
        return client.accounts.audit(limit=ENTRIES).entries
    return client.accounts.own_changes(limit=ENTRIES).entries if myself.is_person else ()


def _further(told: FurtherNeeds, desk: Desk, now: datetime) -> tuple[Need, ...]:
    return _seen(partial(told, desk, now), ())


def _seen(ask: Callable[[], T], nothing: T) -> T:
    """What the hub answers; `nothing` where it may not be seen, or cannot be told. Raises HubUnreachable."""
    try:
        return ask()
    except HubUnreachable:
        raise
    except (HubError, DeskError, ContentError):
        return nothing
