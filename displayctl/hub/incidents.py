"""The record of emergencies: alerts told as incidents, with what the walls said, played, and looked like."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from content.delivery.store import AssetStore
from content.errors import ContentMissing
from displayctl.api.emergencies import AlertReceipt
from displayctl.api.incidents import (
    AlertPlay,
    AlertPlays,
    Incident,
    IncidentInfo,
    IncidentPicture,
    IncidentStep,
    WallName,
    WallOutcome,
)
from displayctl.hub.alert_record import wall_names, walls_of
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.errors import NoSuchThing, WrongWish
from displayctl.hub.incident_story import chains, pressed_at, step_kind, summary
from displayctl.hub.reports import LONGEST
from displayctl.hub.repositories.alerts import StoredAlert
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.alert import Alert
from schedules.codec import alert_from_dict
from schedules.proof import PlayRecord, ShowingKind
from schedules.span import Span

MOST_ALERTS, MOST_INCIDENTS, MOST_PLAYS = 1000, 200, 5000
MOST_PICTURES_BYTES = 2 << 30
"""What the pictures of all incidents may take; beyond it the oldest go."""
_AT_ONCE = 200


class Incidents:
    """Reads the record, and lets go of what is too old. `store` has the bytes of the pictures."""

    def __init__(self, storage: Storage, store: AssetStore) -> None:
        self._storage, self._store = storage, store

    def listed(self) -> tuple[IncidentInfo, ...]:
        """Newest first, drills among them; at most 200."""
        with self._storage.reading() as work:
            record = _Record(work)
            return tuple(record.info(chain) for chain in record.chains[:MOST_INCIDENTS])

    def incident(self, id: str) -> Incident:
        """By the id of any of its alerts, with pictures and plays of those walls that may be seen. Raises
        NoSuchThing.
        """
        with self._storage.reading() as work:
            record = _Record(work)
            chain = record.chain_of(id)
            names = [alert.id for alert in chain]
            may_see, steps = _sight(work), record.steps(chain)
            pictures = tuple(each for each in work.incidents.pictures(names) if may_see(each.display_id))
            span = Span(chain[0].issued_at, max(alert.expires for alert in chain))
            walls = {wall.display_id for step in steps for wall in step.walls if may_see(wall.display_id)}
            plays = _plays(work, record, span, tuple(sorted(walls)))
            return Incident(
                info=record.info(chain),
                steps=steps,
                pictures=pictures,
                plays=tuple(play for play in plays if play.alert_id in names)[:MOST_PLAYS],
            )

    def picture(self, id: str, sha256: str) -> bytes:
        """The PNG of one of an incident's pictures. Raises NoSuchThing."""
        with self._storage.reading() as work:
            names = [alert.id for alert in _Record(work).chain_of(id)]
            may_see = _sight(work)
            known = any(each.sha256 == sha256 and may_see(each.display_id) for each in work.incidents.pictures(names))
        missing = f"the incident {id!r} has no picture {sha256:.16}; read the incident again"
        if not known:
            raise NoSuchThing(missing)
        try:
            with self._store.open(sha256) as file:
                return file.read()
        except ContentMissing as error:
            raise NoSuchThing(missing) from error

    def plays(self, starts: datetime, ends: datetime, display_id: str = "") -> AlertPlays:
        """Emergencies in the as-run log, in ``[starts, ends)``. Raises WrongWish, ScheduleError, NotPermitted."""
        span = Span(starts, ends)
        if span.length > LONGEST:
            raise WrongWish("to", f"a report covers at most {LONGEST.days} days; ask for a shorter time")
        with self._storage.reading() as work:
            if display_id:
                groups = Belonging(work).of_displays((display_id,))
                current_asker().require_sight(groups, f"the display {display_id!r}")
            walls = {display_id} if display_id else {*filter(_sight(work), wall_names(work))}
            rows = _plays(work, _Record(work), span, tuple(sorted(walls)))
        return AlertPlays(starts=starts, ends=ends, rows=rows)

    def forget_before(self, instant: datetime) -> None:
        """Deletes pictures taken before `instant`, those of alerts that are gone, and the oldest beyond 2 GiB."""
        with self._storage.writing() as work:
            work.incidents.forget_before(instant)
            while work.incidents.size_bytes() > MOST_PICTURES_BYTES and work.incidents.forget_oldest(_AT_ONCE):
                pass
            kept = work.incidents.digests()
            work.commit()
        self._store.keep_only(kept)


class _Record:
    """The alerts that are kept, as incidents, within one transaction."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._stored = {alert.id: alert for alert in work.alerts.listed(MOST_ALERTS)}
        self.alerts = {name: alert_from_dict(stored.document) for name, stored in self._stored.items()}
        self.chains = chains(self.alerts.values())
        self._names = wall_names(work)

    def chain_of(self, id: str) -> tuple[Alert, ...]:
        """The incident that has this alert. Raises NoSuchThing."""
        for chain in self.chains:
            if any(alert.id == id for alert in chain):
                return chain
        raise NoSuchThing(f"there is no incident {id!r} (any more); list the incidents")

    def steps(self, chain: tuple[Alert, ...]) -> tuple[IncidentStep, ...]:
        earlier: dict[str, Alert] = {}
        found = []
        for alert in chain:
            found.append(self._step(alert, self._stored[alert.id], earlier))
            earlier[alert.id] = alert
        return tuple(found)

    def info(self, chain: tuple[Alert, ...]) -> IncidentInfo:
        pictures = self._work.incidents.pictures(alert.id for alert in chain)
        return summary(self.steps(chain), len(pictures), self._work.now)

    def _step(self, alert: Alert, stored: StoredAlert, earlier: dict[str, Alert]) -> IncidentStep:
        story = self._work.incidents.story(alert.id)
        walls = story.walls or walls_of(alert, self._names)
        return IncidentStep(
            alert_id=alert.id,
            kind=step_kind(alert, earlier),
            value=stored.document,
            raised_at=stored.raised_at,
            withdrawn_at=stored.withdrawn_at,
            raised_by=story.raised_by,
            signers=story.signers,
            walls=tuple(_outcome(alert, wall, stored.receipts.get(wall.display_id)) for wall in walls),
        )


def _outcome(alert: Alert, wall: WallName, receipt: AlertReceipt | None) -> WallOutcome:
    said = receipt or AlertReceipt()
    seconds = None
    if said.shown_at is not None:
        seconds = max(0.0, (said.shown_at - pressed_at(alert)).total_seconds())
    return WallOutcome(
        display_id=wall.display_id,
        name=wall.name,
        received_at=said.received_at,
        shown_at=said.shown_at,
        frame=said.frame,
        ended_at=said.ended_at,
        why="" if said.why is None else said.why.value,
        seconds=seconds,
    )


def _plays(work: UnitOfWork, record: _Record, span: Span, walls: tuple[str, ...]) -> tuple[AlertPlay, ...]:
    found: Iterable[PlayRecord] = work.records.within(span.starts, span.ends, walls)
    return tuple(_play(each, record.alerts.get(each.medium_id)) for each in found if each.kind is ShowingKind.ALERT)


def _play(record: PlayRecord, alert: Alert | None) -> AlertPlay:
    pages = {} if alert is None else {picture.sha256: picture.page + 1 for picture in alert.pictures}
    return AlertPlay(
        display_id=record.display_id,
        alert_id=record.medium_id,
        headline="" if alert is None else alert.headline,
        kind="" if alert is None else alert.kind,
        level=0 if alert is None else int(alert.level),
        drill=alert is not None and alert.drill,
        page=pages.get(record.sha256, 0),
        starts=record.starts,
        ends=record.ends,
    )


def _sight(work: UnitOfWork) -> Callable[[str], bool]:
    """Whether the one who asks may see a wall; those that are gone are for who sees all."""
    asker, belonging = current_asker(), Belonging(work)

    def may_see(display_id: str) -> bool:
        groups = belonging.of_displays((display_id,))
        return asker.sees_all or (bool(groups) and asker.sees(groups))

    return may_see


def pictures_of(pictures: Iterable[IncidentPicture]) -> dict[tuple[str, str], tuple[IncidentPicture, ...]]:
    """Pictures by alert and wall, each oldest first."""
    found: dict[tuple[str, str], tuple[IncidentPicture, ...]] = {}
    for picture in pictures:
        key = (picture.alert_id, picture.display_id)
        found[key] = (*found.get(key, ()), picture)
    return found
