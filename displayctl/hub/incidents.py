"""The record of emergencies: alerts told as incidents, with what the walls said, played, and looked like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from content.delivery.store import AssetStore
from content.errors import ContentMissing
from displayctl.api.emergencies import AlertReceipt
from displayctl.api.incidents import (
    AlertPlay,
    AlertPlays,
    AlertStory,
    Incident,
    IncidentInfo,
    IncidentPicture,
    IncidentStep,
    WallName,
    WallOutcome,
)
from displayctl.api.reports import EmergencyReport, EmergencyRow
from displayctl.hub.alert_record import wall_names, walls_of
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.errors import NoSuchThing
from displayctl.hub.incident_story import chains, pressed_at, step_kind, summary
from displayctl.hub.reports import require_bounded
from displayctl.hub.repositories.alerts import StoredAlert
from displayctl.hub.repositories.records import LONGEST_RECORD
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.alert import Alert
from schedules.codec import alert_from_dict
from schedules.proof import PlayRecord, ShowingKind
from schedules.span import Span

MOST_ALERTS, MOST_INCIDENTS, MOST_WITHIN, MOST_PLAYS = 1000, 100, 500, 5000
MOST_PICTURES_BYTES = 2 << 30
"""What the pictures of all incidents may take; beyond it the oldest go."""
_AT_ONCE = 200
_NO_STORY = AlertStory()


class Incidents:
    """Reads the record, and lets go of what is too old. `store` has the bytes of the pictures."""

    def __init__(self, storage: Storage, store: AssetStore) -> None:
        self._storage, self._store = storage, store

    def listed(self, *, drills_only: bool = False) -> tuple[IncidentInfo, ...]:
        """Newest first, drills among them; at most 100."""
        with self._storage.reading() as work:
            found = chains(work.alerts.outlines(MOST_ALERTS))
            wanted = [chain for chain in found if chain[0].drill or not drills_only][:MOST_INCIDENTS]
            ids = [outline.id for chain in wanted for outline in chain]
            taken = Counter(picture.alert_id for picture in work.incidents.pictures(ids))
            record = _Record(work, ids)
            steps = (record.steps(outline.id for outline in chain) for chain in wanted)
            return tuple(summary(each, sum(taken[step.alert_id] for step in each), work.now) for each in steps)

    def within(self, starts: datetime, ends: datetime) -> EmergencyReport:
        """What was on in ``[starts, ends)``, oldest first; at most 500. Raises WrongWish, ScheduleError."""
        require_bounded(Span(starts, ends))
        with self._storage.reading() as work:
            early = starts - LONGEST_RECORD
            near = [
                chain
                for chain in chains(work.alerts.outlines(MOST_ALERTS))
                if chain[0].effective < ends and max(each.effective for each in chain) > early
            ][:MOST_WITHIN]
            names = [tuple(outline.id for outline in chain) for chain in reversed(near)]
            record = _Record(work, [name for chain in names for name in chain])
            aired = work.presented.alert_seconds([name for chain in names for name in chain], starts, ends)
            rows = tuple(
                EmergencyRow(
                    info=summary(record.steps(chain), 0, work.now),
                    wall_seconds=sum(aired.get(name, 0.0) for name in chain),
                )
                for chain in names
            )
        on = tuple(row for row in rows if row.info.ends is None or row.info.ends > starts)
        return EmergencyReport(starts=starts, ends=ends, rows=on)

    def incident(self, id: str) -> Incident:
        """By the id of any of its alerts, with pictures and plays of those walls that may be seen. Raises
        NoSuchThing.
        """
        with self._storage.reading() as work:
            names = _chain_of(work, id)
            record, may_see = _Record(work, names), _sight(work)
            steps = record.steps(names)
            taken = work.incidents.pictures(names)
            alerts = [record.alerts[name] for name in names]
            span = Span(alerts[0].issued_at, max(alert.expires for alert in alerts))
            walls = {wall.display_id for step in steps for wall in step.walls if may_see(wall.display_id)}
            plays = _plays(work, span, tuple(sorted(walls)))
            return Incident(
                info=summary(steps, len(taken), work.now),
                steps=steps,
                pictures=tuple(each for each in taken if may_see(each.display_id)),
                plays=tuple(play for play in plays if play.alert_id in names)[:MOST_PLAYS],
            )

    def picture(self, id: str, sha256: str) -> bytes:
        """The PNG of one of an incident's pictures. Raises NoSuchThing."""
        with self._storage.reading() as work:
            names = _chain_of(work, id)
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
        require_bounded(span)
        with self._storage.reading() as work:
            if display_id:
                groups = Belonging(work).of_displays((display_id,))
                current_asker().require_sight(groups, f"the display {display_id!r}")
            walls = {display_id} if display_id else {*filter(_sight(work), wall_names(work))}
            rows = _plays(work, span, tuple(sorted(walls)))
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
    """What is kept of some alerts, read within one transaction."""

    def __init__(self, work: UnitOfWork, ids: Collection[str]) -> None:
        self._stored = work.alerts.chosen(ids)
        self.alerts = {name: alert_from_dict(stored.document) for name, stored in self._stored.items()}
        self._stories = work.incidents.stories(ids)
        self._names = wall_names(work)

    def steps(self, chain: Iterable[str]) -> tuple[IncidentStep, ...]:
        """The alerts of one incident, given oldest first."""
        earlier: dict[str, Alert] = {}
        found = []
        for name in chain:
            alert = self.alerts[name]
            found.append(self._step(alert, self._stored[name], earlier))
            earlier[name] = alert
        return tuple(found)

    def _step(self, alert: Alert, stored: StoredAlert, earlier: dict[str, Alert]) -> IncidentStep:
        story = self._stories.get(alert.id, _NO_STORY)
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


def _chain_of(work: UnitOfWork, id: str) -> tuple[str, ...]:
    """The alerts of the incident that has this one, oldest first. Raises NoSuchThing."""
    for chain in chains(work.alerts.outlines(MOST_ALERTS)):
        if any(outline.id == id for outline in chain):
            return tuple(outline.id for outline in chain)
    raise NoSuchThing(f"there is no incident {id!r:.80} (any more); list the incidents")


def _plays(work: UnitOfWork, span: Span, walls: tuple[str, ...]) -> tuple[AlertPlay, ...]:
    records = work.records.within(span.starts, span.ends, walls, ShowingKind.ALERT)
    stored = work.alerts.chosen({each.medium_id for each in records})
    alerts = {name: alert_from_dict(each.document) for name, each in stored.items()}
    return tuple(_play(each, alerts.get(each.medium_id)) for each in records)


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
