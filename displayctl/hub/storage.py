"""The unit of work: one transaction with its repositories. Leaving without `commit` rolls back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from content.errors import StorageFull
from displayctl.api.audit import Head
from displayctl.api.models import Event
from displayctl.hub.asking import current_asker
from displayctl.hub.audit import AuditHead
from displayctl.hub.bus import Bus
from displayctl.hub.repositories.alerts import AlertRepository
from displayctl.hub.repositories.approvals import ProposalRepository, SubmissionRepository
from displayctl.hub.repositories.audit import AuditRepository
from displayctl.hub.repositories.devices import DeviceRepository
from displayctl.hub.repositories.feeds import FeedRepository
from displayctl.hub.repositories.incidents import IncidentRepository
from displayctl.hub.repositories.journals import JournalRepository
from displayctl.hub.repositories.media import MediumRepository
from displayctl.hub.repositories.media_versions import MediumVersionRepository
from displayctl.hub.repositories.parts import PartRepository
from displayctl.hub.repositories.presented import PresentedRepository
from displayctl.hub.repositories.publications import PublicationRepository
from displayctl.hub.repositories.records import RecordRepository
from displayctl.hub.repositories.refusals import RefusalRepository
from displayctl.hub.repositories.request_things import RequestThingRepository
from displayctl.hub.repositories.requests import RequestRepository
from displayctl.hub.repositories.sessions import SessionRepository
from displayctl.hub.repositories.settings import SettingsRepository
from displayctl.hub.repositories.site_checks import SiteCheckRepository
from displayctl.hub.repositories.users import UserRepository
from displayctl.hub.repositories.wall_health import WallHealthRepository
from displayctl.hub.repositories.wall_holds import WallHoldRepository
from displayctl.hub.repositories.warnings import WarningRepository
from schedules.clock import Clock


class UnitOfWork:
    """Repositories on one transaction. `now` is the instant it began; facts told are heard once it is committed."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.now = now
        self._session = session
        self._facts: list[Event] = []
        self.committed_facts: tuple[Event, ...] = ()
        self.parts = PartRepository(session)
        self.media = MediumRepository(session)
        self.media_versions = MediumVersionRepository(session)
        self.settings = SettingsRepository(session)
        self.publications = PublicationRepository(session)
        self.devices = DeviceRepository(session)
        self.alerts = AlertRepository(session)
        self.incidents = IncidentRepository(session)
        self.records = RecordRepository(session)
        self.presented = PresentedRepository(session)
        self.journals = JournalRepository(session)
        self.refusals = RefusalRepository(session)
        self.wall_health = WallHealthRepository(session)
        self.wall_holds = WallHoldRepository(session)
        self.site_checks = SiteCheckRepository(session)
        self.feeds = FeedRepository(session)
        self.warnings = WarningRepository(session)
        self.users = UserRepository(session)
        self.sessions = SessionRepository(session)
        self.submissions = SubmissionRepository(session)
        self.proposals = ProposalRepository(session)
        self.requests = RequestRepository(session)
        self.request_things = RequestThingRepository(session)
        self.audit = AuditRepository(session)
        self._head: Head | None = None
        self.committed_head: Head | None = None

    def tell(self, event: Event) -> None:
        self._facts.append(event)

    def record(self, action: str, kind: str, id: str, before: object = None, after: object = None) -> None:
        """Notes in the audit trail that the one who asks did `action` (as ``slot.put``) to a thing.

        `before` and `after` are what JSON can say, without secrets; long ones are shortened. The entry lasts if and
        only if this work is committed.
        """
        self._head = self.audit.append(current_asker(), self.now, action, kind, id, before, after)

    def commit(self) -> None:
        """Makes everything so far lasting."""
        self._session.commit()
        self.committed_facts, self._facts = (*self.committed_facts, *self._facts), []
        self.committed_head = self._head


class Storage:
    """Where units of work come from. Safe to use from many threads; writers wait for each other."""

    def __init__(self, engine: Engine, bus: Bus, clock: Clock, audit_head: AuditHead | None = None) -> None:
        self._engine, self._bus, self._clock, self._audit_head = engine, bus, clock, audit_head
        self._writing_engine = engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A consistent view that is never committed."""
        with Session(self._engine) as session:
            yield UnitOfWork(session, self._clock.now())

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """A change; call `commit` to keep it. Raises StorageFull with nothing changed."""
        try:
            with Session(self._writing_engine) as session:
                work = UnitOfWork(session, self._clock.now())
                yield work
        except OperationalError as error:
            if "full" in str(error.orig):
                raise StorageFull("the hub's disk is full and nothing was changed; free some space on it") from error
            raise
        if work.committed_head is not None and self._audit_head is not None:
            self._audit_head.note(work.committed_head)
        for fact in work.committed_facts:
            self._bus.tell(fact)

    def close(self) -> None:
        self._engine.dispose()
