"""The hub's services, put together in the order in which they need each other, and taken apart in reverse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.files import Files
from content.delivery.repository import Repository
from content.delivery.store import AssetStore
from content.places.gazetteer import Gazetteer
from content.studio.founding import open_repository
from content.studio.workshop import Workshop
from displayctl.desk.backups.finishing import take_word
from displayctl.desk.backups.plan import follow_plan
from displayctl.desk.installation import Installation
from displayctl.hub.access import Access
from displayctl.hub.accounts import load_desk_token
from displayctl.hub.alerts import Alerts
from displayctl.hub.audit import HEAD_NAME, Audit, AuditHead
from displayctl.hub.beginnings import store_beginnings
from displayctl.hub.bus import Bus
from displayctl.hub.cards.fetching import RULES, CardData
from displayctl.hub.cards.service import Cards
from displayctl.hub.carriage import Carriage
from displayctl.hub.clockwork import RECORDS_KEPT, Clockwork, Recurring
from displayctl.hub.database import DATABASE_NAME, open_database
from displayctl.hub.device_tokens import DeviceTokens, load_secret
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.doors import Doors
from displayctl.hub.drills import MonthlyDrill
from displayctl.hub.enrolments import Enrolments
from displayctl.hub.explaining import Explaining
from displayctl.hub.feeds.budget import RequestBudget
from displayctl.hub.feeds.documents import Documents
from displayctl.hub.feeds.service import Feeds
from displayctl.hub.fleet import Fleet
from displayctl.hub.incident_camera import IncidentCamera
from displayctl.hub.incidents import Incidents
from displayctl.hub.jobs import JobQueue
from displayctl.hub.journals import Journals
from displayctl.hub.library import Library
from displayctl.hub.own_account import OwnAccount
from displayctl.hub.passwords import Passwords
from displayctl.hub.people import People
from displayctl.hub.planning import Planning
from displayctl.hub.policies import Policies
from displayctl.hub.publishing import Publishing
from displayctl.hub.reports import Reports
from displayctl.hub.requests.service import Requests, open_requests
from displayctl.hub.right_of_way import RightOfWay
from displayctl.hub.roll import Roll
from displayctl.hub.sign_in import SignIns
from displayctl.hub.site_checks import SiteChecks
from displayctl.hub.storage import Storage
from displayctl.hub.submissions import Submissions
from displayctl.hub.throttle import SignInThrottle
from displayctl.hub.wall_answers import WallAnswers
from displayctl.hub.wall_health import WallHealths
from displayctl.hub.wall_holds import WallHolds
from displayctl.hub.warnings.auto import AutoWarnings
from displayctl.hub.warnings.service import Warnings
from schedules.clock import Clock

JOB_THREADS = 2
DAILY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a route may use."""

    started_at: datetime
    clock: Clock
    bus: Bus
    storage: Storage
    access: Access
    sign_ins: SignIns
    own_account: OwnAccount
    people: People
    audit: Audit
    repository: Repository
    planning: Planning
    library: Library
    jobs: JobQueue
    publishing: Publishing
    policies: Policies
    submissions: Submissions
    explaining: Explaining
    alerts: Alerts
    right_of_way: RightOfWay
    dispatch: Dispatch
    carriage: Carriage
    fleet: Fleet
    enrolments: Enrolments
    tokens: DeviceTokens
    reports: Reports
    wall_health: WallHealths
    wall_holds: WallHolds
    wall_answers: WallAnswers
    site_checks: SiteChecks
    incidents: Incidents
    drills: MonthlyDrill
    warnings: Warnings
    feeds: Feeds
    cards: Cards
    clockwork: Clockwork
    doors: Doors
    journals: Journals
    requests: Requests


@contextmanager
def open_services(
    installation: Installation,
    clock: Clock,
    store_files: Files | None = None,
    doors: Doors | None = None,
    passwords: Passwords | None = None,
) -> Iterator[Services]:
    """The services on an installation, which may not be founded yet. They are closed when the block ends.

    Raises StartRefused (database), StorageFull, OSError. `store_files` is where the media store does its file work;
    `passwords` makes the hashes, at their full cost where it is not given.
    """
    hub, database = installation.hub_folder, installation.hub_folder / DATABASE_NAME
    hub.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        bus, dispatch = Bus(), Dispatch()
        audit_head = AuditHead(hub / HEAD_NAME)
        storage = Storage(open_database(database, hub / "backups", clock), bus, clock, audit_head)
        stack.callback(storage.close)
        repository = open_repository(installation.data, clock)
        store = AssetStore(hub / "media", store_files)
        (hub / "media").mkdir(exist_ok=True)
        workshop = stack.enter_context(Workshop(hub / "workshop", children=JOB_THREADS + 1))
        jobs = JobQueue(bus, clock, JOB_THREADS)
        stack.callback(jobs.close)
        library = Library(storage, store, hub, jobs, workshop, bus)
        stack.callback(library.close)
        roll = Roll(storage, dispatch, bus, clock)
        planning, carriage = Planning(storage), Carriage(repository, dispatch, storage, roll)
        publishing = Publishing(storage, repository, carriage, library)
        policies = Policies(storage, repository, carriage, hub)
        way = RightOfWay(clock)
        alerts = Alerts(storage, repository, carriage, roll, way, bus, clock, hub)
        wall_holds = WallHolds(storage, dispatch, bus, clock)
        fleet, reports = Fleet(storage, dispatch, bus, clock, wall_holds), Reports(storage)
        enrolments = Enrolments(storage, dispatch, bus, clock)
        wall_health, journals = WallHealths(storage), Journals(storage)
        access = Access(storage, load_desk_token(installation.token_file))
        passwords, throttle = passwords or Passwords(), SignInThrottle(clock)
        seen = AssetStore(hub / "incidents", store_files)
        incidents = Incidents(storage, seen)
        drills = MonthlyDrill(storage, incidents, bus)
        camera = IncidentCamera(alerts.standing, storage, fleet, seen, bus, clock)
        gazetteer = Gazetteer.load()
        warnings = Warnings(storage, bus, gazetteer, alerts.live)
        budget = RequestBudget(clock)
        auto = AutoWarnings(storage, repository, carriage, gazetteer)
        feeds = Feeds(storage, bus, clock, gazetteer, warnings.take, budget=budget)
        stack.callback(feeds.close)
        card_data = CardData(Documents("cards", RULES, budget, clock), gazetteer)
        cards = Cards(storage, jobs, library.prepare, card_data, clock)
        requests = open_requests(storage, hub, library, clock, store_files)
        clockwork = Clockwork(
            storage,
            store,
            library=library,
            publishing=publishing,
            fleet=fleet,
            enrolments=enrolments,
            reports=reports,
            wall_health=wall_health,
            access=access,
            bus=bus,
            clock=clock,
            database=database,
            backups=hub / "backups",
            authority=doors.authority if doors else None,
            further=(
                Recurring("emergencies", alerts.watch, timedelta(seconds=2)),
                Recurring("wall-holds", wall_holds.sweep, timedelta(seconds=5)),
                Recurring("incident-pictures", camera.shoot, timedelta(seconds=3)),
                Recurring("incident-record", lambda: incidents.forget_before(clock.now() - RECORDS_KEPT), DAILY),
                Recurring("warnings", warnings.sweep, timedelta(seconds=15)),
                Recurring("feeds", feeds.tick, timedelta(seconds=5)),
                Recurring("automatic-warnings", auto.tick, timedelta(seconds=5)),
                Recurring("cards", cards.tick, timedelta(seconds=30)),
                Recurring("drill-reminder", drills.remind, timedelta(minutes=5)),
                Recurring("requests", requests.broadcasts.look, timedelta(minutes=5)),
                Recurring("request-files", requests.files.sweep, DAILY),
                Recurring("backup-elsewhere", lambda: follow_plan(installation, clock), timedelta(hours=1)),
            ),
        )
        _begin(storage, planning, clock)
        publishing.reconcile()
        alerts.open()
        stack.callback(alerts.close)
        submissions = Submissions(storage, repository, policies, publishing)
        submissions.reconcile()
        repository.resign()
        library.resume()
        audit = Audit(storage, audit_head)
        _note_restoration(hub, audit)
        yield Services(
            started_at=clock.now(),
            clock=clock,
            bus=bus,
            storage=storage,
            access=access,
            sign_ins=SignIns(storage, access, passwords, throttle),
            own_account=OwnAccount(storage, passwords, throttle, clock),
            people=People(storage, passwords),
            audit=audit,
            repository=repository,
            planning=planning,
            library=library,
            jobs=jobs,
            publishing=publishing,
            policies=policies,
            submissions=submissions,
            explaining=Explaining(publishing, alerts, clock),
            alerts=alerts,
            right_of_way=way,
            dispatch=dispatch,
            carriage=carriage,
            fleet=fleet,
            enrolments=enrolments,
            tokens=DeviceTokens(storage, load_secret(hub), clock),
            reports=reports,
            wall_health=wall_health,
            wall_holds=wall_holds,
            wall_answers=WallAnswers(dispatch),
            site_checks=SiteChecks(storage, workshop, hub / "workshop"),
            incidents=incidents,
            drills=drills,
            warnings=warnings,
            feeds=feeds,
            cards=cards,
            clockwork=clockwork,
            doors=doors or Doors(),
            journals=journals,
            requests=requests,
        )


def _begin(storage: Storage, planning: Planning, clock: Clock) -> None:
    """At the very first start, what an installation begins with; a person may have deleted it later."""
    if planning.settings().version == 0:
        store_beginnings(planning, clock.now().date())
        planning.put_settings(planning.settings())


def _note_restoration(hub: Path, audit: Audit) -> None:
    """A trail that ends earlier than people remember says why."""
    word = take_word(hub)
    if word is not None:
        audit.note("backup.restored", "installation", str(word.get("backup", ""))[:64], after=word)
