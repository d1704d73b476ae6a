"""Warnings from outside: kept, matched with walls, listed for people, and what people decide about each."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from content.places.gazetteer import Gazetteer
from displayctl.api.accounts import ALL_GROUPS
from displayctl.api.models import Event, PartKind
from displayctl.api.warnings import Dismissal, ShownBy, WarningBrief, WarningInfo, WarningState, in_order
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.bus import Bus, fact
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing
from displayctl.hub.feeds.warning import Warning
from displayctl.hub.matrix import ALARM
from displayctl.hub.repositories.warnings import StoredDecision
from displayctl.hub.storage import Storage, UnitOfWork
from displayctl.hub.warnings.event import WarnedEvent
from displayctl.hub.warnings.intake import Intake
from displayctl.hub.warnings.messages import CarriedAlerts, LiveAlerts, brief_of, info_of
from displayctl.hub.warnings.reach import walls_of

EVENT = "warning"
MOST_MESSAGES = 5_000
KEPT = timedelta(days=400)


class Warnings:
    """Facts of kind ``warning`` tell desks of each event that is another than before."""

    def __init__(self, storage: Storage, bus: Bus, gazetteer: Gazetteer, alerts: CarriedAlerts) -> None:
        self._storage, self._gazetteer, self._alerts = storage, gazetteer, alerts
        self._walls_moved = threading.Event()
        self._swept_at: datetime | None = None
        bus.listen(self._hear)

    # From feeds

    def take(self, source: str, found: Iterable[Warning], listed: frozenset[str] | None = None) -> None:
        """Keeps what the feed `source` tells, in any order of arrival; what is known already changes nothing.

        `listed` are the identifiers on its list now: what is not there any more is over. None where it keeps no list,
        as with messages that are cancelled by others.
        """
        with self._storage.writing() as work:
            intake = Intake(work, source, walls_of(work, self._gazetteer))
            intake.take(found, listed)
            if intake.noted or intake.changed:
                self._tell(work, intake.changed)
                work.commit()

    # For people

    def listed(self) -> tuple[WarningBrief, ...]:
        """Live ones first, the most severe and newest before others; then those that are over."""
        self._look_at_walls()
        with self._storage.reading() as work:
            found = work.warnings.listed(work.now)
            decisions = work.warnings.decisions(found)
            alerts = LiveAlerts(self._alerts(), work)
            events = [WarnedEvent(messages, decisions.get(event_id)) for event_id, messages in found.items()]
            return in_order(brief_of(event, alerts, work.now) for event in events)

    def one(self, id: str) -> WarningInfo:
        """Raises NoSuchThing."""
        self._look_at_walls()
        with self._storage.reading() as work:
            return info_of(_event(work, id), LiveAlerts(self._alerts(), work), work.now)

    def dismiss(self, id: str, dismissal: Dismissal) -> WarningInfo:
        """Keeps why it is not shown. Raises NoSuchThing, NotPermitted, ChangedMeanwhile where another message counts
        than the one that was seen, or it is shown already, or over.
        """
        with self._storage.writing() as work:
            event = _event(work, id)
            self._require_rights(work, event)
            state, current = event.state(work.now), event.current(work.now)
            if dismissal.identifier and dismissal.identifier != current.warning.identifier:
                raise ChangedMeanwhile("its source has changed this warning since; look at it again")
            if state in (WarningState.SHOWN, WarningState.OVER):
                raise ChangedMeanwhile(f"the warning {current.warning.headline!r:.80} is {state.value} already")
            made = _decision(work, event, WarningState.DISMISSED, reason=dismissal.reason.strip())
            return self._decide(work, event, made)

    def shown(self, id: str, shown: ShownBy) -> WarningInfo:
        """Keeps which alert shows it. Raises NoSuchThing, also for an alert that is not known here; NotPermitted."""
        with self._storage.writing() as work:
            event = _event(work, id)
            self._require_rights(work, event)
            carried = any(alert.id == shown.alert_id for alert in self._alerts())
            if not carried and work.alerts.find(shown.alert_id) is None:
                raise NoSuchThing(f"there is no alert {shown.alert_id!r:.80}; send it first")
            return self._decide(work, event, _decision(work, event, WarningState.SHOWN, alert_id=shown.alert_id))

    # By the clockwork

    def sweep(self) -> None:
        """Tells of what ended by its time since the last sweep, and lets go of what is old."""
        self._look_at_walls()
        with self._storage.writing() as work:
            since, self._swept_at = self._swept_at or work.now - timedelta(minutes=1), work.now
            self._tell(work, work.warnings.expired_in(since, work.now))
            work.warnings.forget_before(work.now - KEPT)
            work.warnings.forget_beyond(MOST_MESSAGES)
            work.commit()

    def _decide(self, work: UnitOfWork, event: WarnedEvent, decision: StoredDecision) -> WarningInfo:
        work.warnings.decide(decision)
        after = _told(decision, event.current(work.now).warning)
        before = None if event.decision is None else _told(event.decision, event.current(work.now).warning)
        work.record(f"warning.{decision.state}", EVENT, event.id, before, after)
        decided, alerts = replace(event, decision=decision), LiveAlerts(self._alerts(), work)
        work.tell(fact(EVENT, event.id, brief_of(decided, alerts, work.now)))
        work.commit()
        return info_of(decided, alerts, work.now)

    def _require_rights(self, work: UnitOfWork, event: WarnedEvent) -> None:
        """Raises NotPermitted unless the one who asks may alarm every wall that it reaches."""
        asker = current_asker()
        if asker.unbounded:
            return
        reach = event.current(work.now).reach
        walls = Belonging(work).of_displays((*reach.walls, *reach.unknown))
        what = f"deciding about the warning {event.current(work.now).warning.headline!r:.80}"
        asker.require(ALARM, walls - {ALL_GROUPS}, what)

    def _tell(self, work: UnitOfWork, event_ids: Iterable[str]) -> None:
        alerts, ids = LiveAlerts(self._alerts(), work), tuple(event_ids)
        decisions = work.warnings.decisions(ids)
        for event_id in ids:
            messages = work.warnings.of_event(event_id)
            told = brief_of(WarnedEvent(messages, decisions.get(event_id)), alerts, work.now) if messages else None
            work.tell(fact(EVENT, event_id, told))

    # When walls move

    def _hear(self, event: Event) -> None:
        if event.kind == PartKind.DISPLAY.value:
            self._walls_moved.set()

    def _look_at_walls(self) -> None:
        """Matches what is live with the walls anew, where one of these was moved, added or taken away."""
        if not self._walls_moved.is_set():
            return
        self._walls_moved.clear()
        try:
            self._match_anew()
        except BaseException:
            self._walls_moved.set()  # the next look does it
            raise

    def _match_anew(self) -> None:
        with self._storage.writing() as work:
            walls, moved = walls_of(work, self._gazetteer), set[str]()
            for messages in work.warnings.live(work.now).values():
                for each in messages:
                    reach = walls.reach_in(each.warning, each.reach.districts)
                    if reach != each.reach:
                        work.warnings.put(replace(each, reach=reach))
                        moved.add(each.event_id)
            self._tell(work, moved)
            work.commit()


def _event(work: UnitOfWork, id: str) -> WarnedEvent:
    messages = work.warnings.of_event(id)
    if not messages:
        raise NoSuchThing(f"there is no warning {id!r:.80}; list the warnings")
    return WarnedEvent(messages, work.warnings.decisions((id,)).get(id))


def _decision(
    work: UnitOfWork, event: WarnedEvent, state: WarningState, *, alert_id: str = "", reason: str = ""
) -> StoredDecision:
    seen = event.current(work.now).digest
    return StoredDecision(event.id, seen, state.value, current_asker().name, work.now, alert_id, reason)


def _told(decision: StoredDecision, warning: Warning) -> Mapping[str, str]:
    """What the audit trail keeps of a decision."""
    return {
        "headline": warning.headline,
        "source": warning.source,
        "identifier": warning.identifier,
        "state": decision.state,
        "alert": decision.alert_id,
        "reason": decision.reason,
    }
