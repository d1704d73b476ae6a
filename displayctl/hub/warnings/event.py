"""An event of the world, as the messages about it tell: which one counts now, since when it is over, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from displayctl.api.warnings import WarningEnd, WarningState
from displayctl.hub.repositories.warnings import StoredDecision, StoredWarning


@dataclass(frozen=True, slots=True)
class WarnedEvent:
    """All messages about one event, and what was decided about it. There is at least one message."""

    messages: tuple[StoredWarning, ...]
    decision: StoredDecision | None = None

    @property
    def id(self) -> str:
        return self.messages[0].event_id

    def going(self, now: datetime) -> tuple[StoredWarning, ...]:
        """The messages that hold at `now`, the newest last."""
        return tuple(sorted((each for each in self.messages if _end(each, now) is None), key=_age))

    def current(self, now: datetime) -> StoredWarning:
        """The message that counts: the newest that holds, else the one that ended last."""
        going = self.going(now)
        return going[-1] if going else max(self.messages, key=lambda each: (_end(each, now) or now, *_age(each)))

    def ended(self, now: datetime) -> tuple[datetime, WarningEnd] | None:
        """Since when it is over, and why; None while one message holds."""
        if self.going(now):
            return None
        last = self.current(now)
        by_source = bool(last.ended_why) and last.ended_at is not None and last.ended_at < last.warning.expires
        if not by_source or last.ended_at is None:
            return last.warning.expires, WarningEnd.EXPIRED
        # Where what replaced it never came, or was over before, its time was up in the eyes of people.
        return last.ended_at, {"cancelled": WarningEnd.CANCELLED, "left": WarningEnd.LEFT}.get(
            last.ended_why, WarningEnd.EXPIRED
        )

    def overtaken(self, now: datetime) -> bool:
        """Whether the message that counts is another one than the person saw who decided."""
        return self.decision is not None and self.current(now).digest != self.decision.seen

    def state(self, now: datetime) -> WarningState:
        """A dismissed event that its source has changed waits for a person again."""
        if not self.going(now):
            return WarningState.OVER
        if self.decision is None:
            return WarningState.NEW
        if self.decision.state == WarningState.SHOWN:
            return WarningState.SHOWN
        return WarningState.NEW if self.overtaken(now) else WarningState.DISMISSED

    @property
    def sources(self) -> tuple[str, ...]:
        """The feeds that tell of it, the first to do so first."""
        return tuple(dict.fromkeys(each.warning.source for each in sorted(self.messages, key=_heard)))

    @property
    def updates(self) -> int:
        """How many messages took the place of another."""
        return sum(each.ended_why in ("replaced", "revised") for each in self.messages)


def _end(message: StoredWarning, now: datetime) -> datetime | None:
    """When a message stopped to hold; None while it does."""
    ends = message.warning.expires if message.warning.expires <= now else None
    if message.ended_at is not None:
        return message.ended_at if ends is None else min(ends, message.ended_at)
    return ends


def _age(message: StoredWarning) -> tuple[datetime, datetime, str]:
    return message.warning.sent, message.received_at, message.id


def _heard(message: StoredWarning) -> tuple[datetime, str]:
    return message.received_at, message.id


@dataclass(frozen=True, slots=True)
class Replacement:
    """An alert: in whose place it stands, and whether it takes that back (RALAT, or the word that it is over)."""

    alert_id: str
    supersedes: frozenset[str]
    takes_back: bool


def live_successor(alert_id: str, live: frozenset[str], alerts: Iterable[Replacement]) -> str:
    """The one among `live` that is `alert_id`, or came to stand in its place, perhaps by way of others; else empty."""
    line, known = {alert_id}, [each for each in alerts if not each.takes_back]
    grown = True
    while grown:
        more = {each.alert_id for each in known if each.supersedes & line}
        grown, line = not more <= line, line | more
    return min(line & live, default="")
