"""Takes what a feed told into the tables: news, changes, ends, in whatever order they arrive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from displayctl.hub.feeds.warning import MessageKind, Reference, Warning
from displayctl.hub.repositories.warnings import (
    StoredEnding,
    StoredWarning,
    digest_of,
    message_id,
)
from displayctl.hub.storage import UnitOfWork
from displayctl.hub.warnings.reach import Walls
from displayctl.hub.warnings.sameness import revises, same_event

LEFT_REMEMBERED = timedelta(days=8)
"""No warning is valid for longer: what left a list before that cannot come back."""


@dataclass(frozen=True, slots=True)
class _Born:
    """What is known of a message from messages about it: to which event it belongs, and that it has ended already."""

    event_id: str
    ending: StoredEnding | None = None


class Intake:
    """One feed's answer on its way in, within one transaction. `changed` are the events that are another then;
    `noted`: something was kept about messages that may come later.
    """

    def __init__(self, work: UnitOfWork, source: str, walls: Walls) -> None:
        self._work, self._source, self._walls = work, source, walls
        self.changed: set[str] = set()
        self.noted = False
        self._told = frozenset[str]()

    def take(self, found: Iterable[Warning], listed: frozenset[str] | None) -> None:
        """Everything in `found`; `listed` are the identifiers that its source tells of now, None where it keeps no
        list: what left the list is over.
        """
        messages = tuple(found)
        self._told = frozenset(each.identifier for each in messages)
        for warning in sorted(messages, key=lambda each: (each.sent, each.identifier)):
            if warning.message is MessageKind.CANCEL:
                self._end_all(warning, "cancelled")
            else:
                self._message(warning)
        if listed is not None:
            self._leave_out(listed)

    def _message(self, warning: Warning) -> None:
        known = self._work.warnings.find(self._source, warning.identifier)
        if known is not None:
            self._again(known, warning)
            return
        born = self._born(warning)
        stored = StoredWarning(
            id=message_id(self._source, warning.identifier),
            event_id=born.event_id,
            warning=warning,
            digest=digest_of(warning),
            received_at=self._work.now,
            reach=self._walls.reach_of(warning),
            ended_at=born.ending.at if born.ending else None,
            ended_why=born.ending.why if born.ending else "",
        )
        self._work.warnings.put(stored)
        self.changed.add(stored.event_id)
        self._revise(stored)
        if warning.message is MessageKind.UPDATE:
            self._end_all(warning, "replaced", stored.event_id)

    def _again(self, known: StoredWarning, warning: Warning) -> None:
        """A message that is here: it may say something else now, and may be back on its source's list."""
        digest = digest_of(warning)
        back = known.ended_why in ("left", "revised")
        if digest == known.digest and not back:
            return
        reach = known.reach if digest == known.digest else self._walls.reach_of(warning)
        now_here = replace(known, warning=warning, digest=digest, reach=reach)
        now_here = replace(now_here, ended_at=None, ended_why="") if back else now_here
        self._work.warnings.put(now_here)
        self.changed.add(known.event_id)
        self._revise(now_here)

    def _revise(self, newer: StoredWarning) -> None:
        """Ends what this one says anew and its source tells no more."""
        for each in self._work.warnings.of_event(newer.event_id):
            if not each.ended_why and self._is_revised(each.warning, newer.warning):
                self._work.warnings.put(replace(each, ended_why="revised", ended_at=self._work.now))

    def _is_revised(self, former: Warning, newer: Warning) -> bool:
        return former.identifier not in self._told and revises(newer, former)

    def _born(self, warning: Warning) -> _Born:
        """The event of a message that comes for the first time, and whether something has ended it before it came."""
        ending = self._work.warnings.ending(self._source, warning.identifier)
        if ending is not None and warning.is_meant_by(ending.named):
            return _Born(ending.event_id or self._event_of(warning), ending)
        for named in warning.references:
            former = self._work.warnings.ending(self._source, named.identifier)
            if former is not None and former.why == "cancelled" and former.at >= warning.sent:
                return _Born(former.event_id or self._event_of(warning), former)
        return _Born(self._event_of(warning))

    def _event_of(self, warning: Warning) -> str:
        """That of the message it names, of another feed's about the same, or of what it says anew; else its own."""
        for named in warning.references:
            known = self._named(named)
            if known is not None:
                return known.event_id
            ending = self._work.warnings.ending(self._source, named.identifier)
            if ending is not None and ending.event_id:
                return ending.event_id
        for messages in self._work.warnings.live(self._work.now).values():
            told = [each.warning for each in messages]
            if any(same_event(each, warning) or self._is_revised(each, warning) for each in told):
                return messages[0].event_id
        return message_id(self._source, warning.identifier)

    def _named(self, reference: Reference) -> StoredWarning | None:
        """The message that a reference means, where it is here."""
        known = self._work.warnings.find(self._source, reference.identifier)
        return known if known is not None and known.warning.is_meant_by(reference) else None

    def _end_all(self, warning: Warning, why: str, event_id: str = "") -> None:
        """Ends what `warning` names, now, and as soon as it comes where it is not here yet."""
        for named in warning.references:
            known = self._named(named)
            own_event = known.event_id if known is not None else event_id
            self._work.warnings.put_ending(self._source, StoredEnding(named, why, own_event, warning.sent))
            self.noted = True
            if known is not None and known.ended_why != "cancelled":
                ended = replace(known, event_id=event_id or known.event_id, ended_why=why, ended_at=self._work.now)
                self._work.warnings.put(ended)
                self.changed |= {known.event_id, ended.event_id}

    def _leave_out(self, listed: frozenset[str]) -> None:
        for each in self._work.warnings.going_of(self._source):
            if each.warning.identifier not in listed and each.warning.expires > self._work.now:
                self._work.warnings.put(replace(each, ended_why="left", ended_at=self._work.now))
                self.changed.add(each.event_id)
        for each in self._work.warnings.left_of(self._source, self._work.now - LEFT_REMEMBERED):
            if each.warning.identifier in listed:
                self._work.warnings.put(replace(each, ended_why="", ended_at=None))
                self.changed.add(each.event_id)
