"""Warnings as they came, which event each belongs to, what their sources ended, and what people decided."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session, col, delete, or_, select

from displayctl.hub.feeds.warning import Reference, Warning
from displayctl.hub.warning_tables import WarningDecisionRow, WarningEndingRow, WarningRow

MOST_OVER = 300
"""Events that are over and still listed; the newest are the ones people look for."""
_ADAPTER = TypeAdapter(Warning)


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a warning arrives: names of districts, ids of walls, and of walls without a position that it may reach."""

    districts: tuple[str, ...] = ()
    walls: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredWarning:
    """A message of a feed.

    `ended_why` is empty, cancelled, left, replaced or revised; `digest` changes with what it says.
    """

    id: str
    event_id: str
    warning: Warning
    digest: str
    received_at: datetime
    reach: Reach
    ended_at: datetime | None = None
    ended_why: str = ""


@dataclass(frozen=True, slots=True)
class StoredEnding:
    """What a source said of the message `named`: replaced by one of `event_id`, or cancelled, by a message of `at`."""

    named: Reference
    why: str
    event_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """What a person decided on seeing the message with the digest `seen`."""

    event_id: str
    seen: str
    state: str
    by: str
    at: datetime
    alert_id: str = ""
    reason: str = ""


class WarningRepository:
    """Messages by source and identifier, and by event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # Messages

    def find(self, source: str, identifier: str) -> StoredWarning | None:
        row = self._session.get(WarningRow, message_id(source, identifier))
        return None if row is None else _stored(row)

    def put(self, stored: StoredWarning) -> None:
        """Stores a message over the one with its source and identifier."""
        warning = stored.warning
        row = WarningRow(
            id=stored.id,
            event_id=stored.event_id,
            source=warning.source,
            identifier=warning.identifier,
            sent=warning.sent,
            expires=warning.expires,
            received_at=stored.received_at,
            digest=stored.digest,
            document=document_of(warning),
            reach=_reach_document(stored.reach),
            ended_at=stored.ended_at,
            ended_why=stored.ended_why,
        )
        self._session.merge(row)
        self._session.flush()

    def of_event(self, event_id: str) -> tuple[StoredWarning, ...]:
        """The messages of an event; none for one that is not known."""
        rows = self._session.exec(select(WarningRow).where(WarningRow.event_id == event_id))
        return tuple(_stored(row) for row in rows)

    def live(self, now: datetime) -> dict[str, tuple[StoredWarning, ...]]:
        """All messages of each event of which one has not ended, by the event's id."""
        going = (WarningRow.ended_why == "", col(WarningRow.expires) > now)
        wanted = select(WarningRow.event_id).where(*going)
        return self._grouped(self._session.exec(select(WarningRow).where(col(WarningRow.event_id).in_(wanted))))

    def listed(self, now: datetime) -> dict[str, tuple[StoredWarning, ...]]:
        """The messages of all events that have not ended, and of those that were heard of last."""
        going = select(WarningRow.event_id).where(WarningRow.ended_why == "", col(WarningRow.expires) > now)
        order = col(WarningRow.received_at).desc()
        heard = self._session.exec(select(WarningRow.event_id).order_by(order).limit(MOST_OVER * 4))
        newest = list(dict.fromkeys(heard))[:MOST_OVER]
        wanted = or_(col(WarningRow.event_id).in_(going), col(WarningRow.event_id).in_(newest))
        return self._grouped(self._session.exec(select(WarningRow).where(wanted)))

    def going_of(self, source: str) -> tuple[StoredWarning, ...]:
        """The messages of `source` that it has not ended, whatever their time says."""
        rows = self._session.exec(select(WarningRow).where(WarningRow.source == source, WarningRow.ended_why == ""))
        return tuple(_stored(row) for row in rows)

    def left_of(self, source: str, since: datetime) -> tuple[StoredWarning, ...]:
        """Those that left their source's list at `since` or later."""
        wanted = (WarningRow.source == source, WarningRow.ended_why == "left", col(WarningRow.ended_at) >= since)
        return tuple(_stored(row) for row in self._session.exec(select(WarningRow).where(*wanted)))

    def expired_in(self, since: datetime, until: datetime) -> frozenset[str]:
        """The events of messages whose time was up within ``(since, until]``, and that nothing had ended before."""
        between = (col(WarningRow.expires) > since, col(WarningRow.expires) <= until, WarningRow.ended_why == "")
        return frozenset(self._session.exec(select(WarningRow.event_id).where(*between)))

    def _grouped(self, rows: Iterable[WarningRow]) -> dict[str, tuple[StoredWarning, ...]]:
        found: defaultdict[str, list[StoredWarning]] = defaultdict(list)
        for row in rows:
            found[row.event_id].append(_stored(row))
        return {event_id: tuple(messages) for event_id, messages in found.items()}

    # What sources ended before it came

    def ending(self, source: str, identifier: str) -> StoredEnding | None:
        row = self._session.get(WarningEndingRow, (source, identifier))
        return None if row is None else _ending(row)

    def put_ending(self, source: str, ending: StoredEnding) -> None:
        """A cancellation is never overwritten by a replacement, but may learn from it which event it is about."""
        identifier = ending.named.identifier
        row = self._session.get(WarningEndingRow, (source, identifier))
        if row is not None and row.why == "cancelled":
            row.event_id = row.event_id or ending.event_id
            self._session.add(row)
            return
        row = row or WarningEndingRow(source=source, identifier=identifier, why="", event_id="", at=ending.at)
        row.sender, row.named_sent = ending.named.sender, ending.named.sent
        row.why, row.event_id, row.at = ending.why, ending.event_id, ending.at
        self._session.add(row)
        self._session.flush()

    # What people decided

    def decisions(self, event_ids: Iterable[str]) -> dict[str, StoredDecision]:
        """By event; events without one are left out."""
        ids = col(WarningDecisionRow.event_id).in_(list(event_ids))
        rows = self._session.exec(select(WarningDecisionRow).where(ids))
        return {row.event_id: _decision(row) for row in rows}

    def decide(self, decision: StoredDecision) -> None:
        """Stores a decision over the one about this event."""
        row = self._session.get(WarningDecisionRow, decision.event_id)
        row = row or WarningDecisionRow(event_id=decision.event_id, seen="", state="", at=decision.at)
        row.seen, row.state, row.by, row.at = decision.seen, decision.state, decision.by, decision.at
        row.alert_id, row.reason = decision.alert_id, decision.reason
        self._session.add(row)
        self._session.flush()

    # What is let go

    def forget_before(self, instant: datetime) -> None:
        """Deletes what was over before `instant`, with what was decided about it."""
        self._session.exec(delete(WarningRow).where(col(WarningRow.expires) < instant))
        self._session.exec(delete(WarningEndingRow).where(col(WarningEndingRow.at) < instant))
        kept = select(WarningRow.event_id)
        self._session.exec(delete(WarningDecisionRow).where(col(WarningDecisionRow.event_id).not_in(kept)))

    def forget_beyond(self, most: int) -> None:
        """Deletes the messages heard of first where there are more than `most`."""
        order = col(WarningRow.received_at).desc()
        surplus = self._session.exec(select(WarningRow.received_at).order_by(order).offset(most).limit(1)).first()
        if surplus is not None:
            self._session.exec(delete(WarningRow).where(col(WarningRow.received_at) <= surplus))


def message_id(source: str, identifier: str) -> str:
    """The id of a message: short, and fit for addresses whatever its source calls it."""
    return hashlib.sha256(f"{source}\0{identifier}".encode("utf-8", "surrogatepass")).hexdigest()[:24]


def document_of(warning: Warning) -> dict[str, Any]:
    """A warning as JSON can say it."""
    document: dict[str, Any] = _ADAPTER.dump_python(warning, mode="json")
    return document


def digest_of(warning: Warning) -> str:
    """Another one as soon as anything in it is another."""
    return hashlib.sha256(json.dumps(document_of(warning), sort_keys=True).encode()).hexdigest()[:32]


def _stored(row: WarningRow) -> StoredWarning:
    return StoredWarning(
        id=row.id,
        event_id=row.event_id,
        warning=_ADAPTER.validate_python(row.document),
        digest=row.digest,
        received_at=row.received_at,
        reach=_reach(row.reach),
        ended_at=row.ended_at,
        ended_why=row.ended_why,
    )


def _ending(row: WarningEndingRow) -> StoredEnding:
    return StoredEnding(Reference(row.identifier, row.sender, row.named_sent), row.why, row.event_id, row.at)


def _reach(document: Mapping[str, Any]) -> Reach:
    return Reach(*(tuple(document.get(name, ())) for name in ("districts", "walls", "unknown")))


def _reach_document(reach: Reach) -> dict[str, Any]:
    return {"districts": list(reach.districts), "walls": list(reach.walls), "unknown": list(reach.unknown)}


def _decision(row: WarningDecisionRow) -> StoredDecision:
    return StoredDecision(row.event_id, row.seen, row.state, row.by, row.at, row.alert_id, row.reason)
