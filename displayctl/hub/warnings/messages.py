"""Events in the messages that desks read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from content.studio.emergency.message import CORRECTION, ENDED
from displayctl.api.warnings import Decision, WarningBrief, WarningInfo, WarningState
from displayctl.hub.storage import UnitOfWork
from displayctl.hub.warnings.event import Replacement, WarnedEvent, live_successor
from displayctl.hub.warnings.levels import proposed_level
from schedules.alert import Alert
from schedules.codec import alert_from_dict

MOST_PAST = 500
TAKING_BACK = (CORRECTION, ENDED)

CarriedAlerts = Callable[[], tuple[Alert, ...]]
"""The alerts that walls are told of now."""


class LiveAlerts:
    """Those of the `carried` alerts that are not over when `work` began, and what came in whose place."""

    def __init__(self, carried: Iterable[Alert], work: UnitOfWork) -> None:
        self._work = work
        self._carried = tuple(carried)
        self._live = frozenset(each.id for each in self._carried if work.now < each.expires)
        self._line: tuple[Replacement, ...] | None = None

    def successor(self, alert_id: str) -> str:
        """The live alert that is this one, or came to stand in its place; empty where there is none."""
        if alert_id in self._live:
            return alert_id
        if self._line is None:  # those in between are not carried any more
            past = (alert_from_dict(document) for document in self._work.alerts.documents(MOST_PAST))
            self._line = tuple(
                Replacement(each.id, frozenset(each.supersedes), bool(each.corrects) or each.kind in TAKING_BACK)
                for each in (*self._carried, *past)
            )
        return live_successor(alert_id, self._live, self._line)


def brief_of(event: WarnedEvent, alerts: LiveAlerts, now: datetime) -> WarningBrief:
    """An event without its shapes."""
    return WarningBrief(**_facts(event, alerts, now))


def info_of(event: WarnedEvent, alerts: LiveAlerts, now: datetime) -> WarningInfo:
    """An event whole."""
    warning = event.current(now).warning
    return WarningInfo(
        **_facts(event, alerts, now),
        description=warning.description,
        instruction=warning.instruction,
        web=warning.web,
        polygons=warning.polygons,
        circles=tuple((each.latitude, each.longitude, each.radius_km) for each in warning.circles),
    )


def _facts(event: WarnedEvent, alerts: LiveAlerts, now: datetime) -> dict[str, Any]:
    current, ended = event.current(now), event.ended(now)
    warning, decision = current.warning, _decision(event, alerts, now)
    words = ("source", "identifier", "kind", "event", "severity", "urgency", "certainty", "headline", "area_words")
    instants = ("sent", "effective", "onset", "expires")
    still_live = decision is not None and decision.standing
    return {
        **{name: getattr(warning, name) for name in (*words, *instants)},
        "id": event.id,
        "level": int(proposed_level(warning)),
        "attribution": warning.attribution,
        "received_at": min(each.received_at for each in event.messages),
        "state": event.state(now),
        "ended_at": ended[0] if ended else None,
        "ended_why": ended[1] if ended else None,
        "districts": current.reach.districts,
        "walls": current.reach.walls,
        "unknown": current.reach.unknown,
        "also_from": tuple(name for name in event.sources if name != warning.source),
        "updates": event.updates,
        "decision": decision,
        "correction_due": ended is not None and still_live,
    }


def _decision(event: WarnedEvent, alerts: LiveAlerts, now: datetime) -> Decision | None:
    """What was decided; the alert it names is the one that stands for it now."""
    made = event.decision
    if made is None:
        return None
    standing = alerts.successor(made.alert_id) if made.alert_id else ""
    return Decision(
        state=WarningState(made.state),
        by=made.by,
        at=made.at,
        alert_id=standing or made.alert_id,
        reason=made.reason,
        overtaken=event.overtaken(now) and event.ended(now) is None,
        standing=bool(standing),
    )
