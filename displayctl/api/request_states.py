"""How a request for airtime goes on: its states, which may follow which, and the words of what belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class RequestState(StrEnum):
    """``needs-changes`` waits for the agency; ``broadcast`` is said by the walls' own records."""

    NEW = "new"
    SEEN = "seen"
    NEEDS = "needs-changes"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    BROADCAST = "broadcast"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


S = RequestState
FOLLOWING: Mapping[RequestState, frozenset[RequestState]] = {
    S.NEW: frozenset({S.SEEN, S.NEEDS, S.ACCEPTED, S.DECLINED, S.WITHDRAWN}),
    S.SEEN: frozenset({S.NEEDS, S.ACCEPTED, S.DECLINED, S.WITHDRAWN}),
    S.NEEDS: frozenset({S.NEW, S.SEEN, S.ACCEPTED, S.DECLINED, S.WITHDRAWN}),
    S.ACCEPTED: frozenset({S.SCHEDULED, S.BROADCAST, S.NEEDS, S.DECLINED, S.WITHDRAWN}),
    S.DECLINED: frozenset({S.SEEN, S.CLOSED}),
    S.SCHEDULED: frozenset({S.BROADCAST, S.ACCEPTED, S.NEEDS, S.WITHDRAWN}),
    S.BROADCAST: frozenset({S.CLOSED, S.WITHDRAWN}),
    S.CLOSED: frozenset(),
    S.WITHDRAWN: frozenset({S.CLOSED}),
}
"""What may come after each state."""
OPEN = frozenset({S.NEW, S.SEEN, S.NEEDS, S.ACCEPTED, S.SCHEDULED})
"""States in which somebody still has something to do."""
WITH_REASON = frozenset({S.NEEDS, S.DECLINED})
"""States that nobody says without telling why."""
AGENCY_CHANGES = frozenset({S.NEW, S.SEEN, S.NEEDS})
"""States in which the agency may still change what it asks for, and add files."""
ANSWERED = (S.NEW, S.NEEDS, S.ACCEPTED, S.DECLINED, S.SCHEDULED, S.BROADCAST)
"""States that an answer is prepared for; that of ``new`` tells that the request has arrived."""


class CheckAnswer(StrEnum):
    """Whether a request keeps a rule about contents; ``na``: the rule does not concern it."""

    YES = "yes"
    NO = "no"
    NA = "na"


KEPT = frozenset({CheckAnswer.YES, CheckAnswer.NA})
"""Answers with which a rule is in nobody's way."""


class RequestFileKind(StrEnum):
    """What an attachment is by its first bytes."""

    PICTURE = "picture"
    DOCUMENT = "document"
    VIDEO = "video"


class RequestLinkKind(StrEnum):
    """What can be made from a request."""

    MEDIUM = "medium"
    PLAYLIST = "playlist"
    SLOT = "slot"


class RequestStepKind(StrEnum):
    """What happened to a request."""

    ASKED = "asked"
    CHANGED = "changed"
    STATE = "state"
    REPLY = "reply"
    FILE = "file"
    CHECK = "check"
    LINK = "link"
    UNLINK = "unlink"
    ANSWER = "answer"


SPOKEN = frozenset({RequestStepKind.REPLY, RequestStepKind.FILE, RequestStepKind.CHANGED})
"""What an agency does that somebody of the office has to read."""

TOLD_TO_AGENCIES = frozenset(
    {
        RequestStepKind.ASKED,
        RequestStepKind.CHANGED,
        RequestStepKind.STATE,
        RequestStepKind.REPLY,
        RequestStepKind.FILE,
    }
)
"""What an agency is told of what happened; how the office works is its own."""


class Side(StrEnum):
    """Who did it: the agency that asks, the office, or the hub by itself."""

    AGENCY = "agency"
    OFFICE = "office"
    HUB = "hub"
