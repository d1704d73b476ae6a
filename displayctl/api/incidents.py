"""Messages about the record of emergencies, and the calls for it.

An incident is one alert with everything that updated, extended or took it back. Its id is that of its first alert.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from displayctl.api.message import Count, Document, Instant, Message

if TYPE_CHECKING:
    from datetime import datetime

    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody


class StepKind(StrEnum):
    """What an alert was to those before it in its incident."""

    RAISED = "raised"
    UPDATED = "updated"
    EXTENDED = "extended"
    CORRECTED = "corrected"
    ENDED = "ended"


TAKING_BACK = frozenset({StepKind.CORRECTED, StepKind.ENDED})
"""What does not alarm any more: how fast an incident came is not measured by these."""


class Signer(Message):
    """Who signed an alert: the name that the policy had for the key then; `at` is when the hub saw the signature."""

    keyid: str
    name: str
    at: Instant


class WallName(Message):
    """A wall that an alert was for, as it was called then."""

    display_id: str
    name: str


class AlertStory(Message):
    """What is kept of an alert when it comes: who brought it to the hub, who signed it, and which walls it was for."""

    raised_by: str = ""
    signers: tuple[Signer, ...] = ()
    walls: tuple[WallName, ...] = ()


class WallOutcome(Message):
    """What became of an alert at one wall. `frame` is the SHA-256 of the pixels that it first painted, `why` it ended
    a stable word. `seconds` is from the button to the wall, None where the wall never said that it shows it.
    """

    display_id: str
    name: str
    received_at: Instant | None = None
    shown_at: Instant | None = None
    frame: str = ""
    ended_at: Instant | None = None
    why: str = ""
    seconds: float | None = None


class IncidentStep(Message):
    """One alert of an incident; `value` is its document in the form of `schedules.codec`."""

    alert_id: str
    kind: StepKind
    value: Document
    raised_at: Instant
    withdrawn_at: Instant | None = None
    raised_by: str = ""
    signers: tuple[Signer, ...] = ()
    walls: tuple[WallOutcome, ...] = ()


class IncidentPicture(Message):
    """A wall as it was seen while `alert_id` was on it: a PNG."""

    alert_id: str
    display_id: str
    taken_at: Instant
    sha256: str
    size_bytes: Count


class AlertPlay(Message):
    """One stretch of an alert on a wall, from the wall's own signed record. `page` counts from 1, 0: not known."""

    display_id: str
    alert_id: str
    headline: str
    kind: str
    level: int
    drill: bool
    page: Count
    starts: Instant
    ends: Instant


class IncidentInfo(Message):
    """An incident in a line. `missing` are the walls that should have shown its first alert and never said so;
    `median_seconds` and `worst_seconds` are from the button to those that did.
    """

    id: str
    headline: str
    kind: str
    level: int
    drill: bool
    area: str = ""
    source: str = ""
    starts: Instant
    ends: Instant | None = None
    live: bool
    corrected: bool = False
    alerts: Count
    walls: Count
    shown: Count
    missing: tuple[WallName, ...] = ()
    median_seconds: float | None = None
    worst_seconds: float | None = None
    pictures: Count = 0


class Incident(Message):
    """All that is kept of an incident, oldest first."""

    info: IncidentInfo
    steps: tuple[IncidentStep, ...]
    pictures: tuple[IncidentPicture, ...] = ()
    plays: tuple[AlertPlay, ...] = ()


class DrillStatus(Message):
    """Whether this month's drill was done. `month` is as ``2026-11``; `due_at` None where nobody wants a reminder."""

    month: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
    due_at: Instant | None = None
    done: bool = False
    overdue: bool = False


class Drills(Message):
    """Where this month stands, and the drills that are kept, newest first."""

    status: DrillStatus
    drills: tuple[IncidentInfo, ...] = ()


class AlertPlays(Message):
    """Emergencies in the as-run log, by wall and start."""

    starts: Instant
    ends: Instant
    rows: tuple[AlertPlay, ...] = ()


class IncidentCalls:
    """The routes about the record of emergencies, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def incidents(self) -> tuple[IncidentInfo, ...]:
        """Newest first, drills among them; at most 100."""
        return self._transport.many(IncidentInfo, "GET", "/api/incidents")

    def incident(self, id: str) -> Incident:
        """By the id of any of its alerts. Raises NotFound."""
        return self._transport.one(Incident, "GET", f"/api/incidents/{id}")

    def picture(self, id: str, sha256: str) -> bytes:
        """The PNG of one of an incident's pictures. Raises NotFound."""
        return self._transport.send("GET", f"/api/incidents/{id}/pictures/{sha256}").content

    def drills(self) -> Drills:
        return self._transport.one(Drills, "GET", "/api/drills")

    def plays(self, starts: datetime, ends: datetime, display_id: str = "") -> AlertPlays:
        """Emergencies on walls in ``[starts, ends)``, at most 92 days."""
        params = {"from": starts.isoformat(), "to": ends.isoformat(), "display_id": display_id or None}
        return self._transport.one(AlertPlays, "GET", "/api/reports/alerts", params=params)

    def plays_csv(self, starts: datetime, ends: datetime, display_id: str = "") -> bytes:
        """The same as CSV in UTF-8, with a header line."""
        params = {"from": starts.isoformat(), "to": ends.isoformat(), "display_id": display_id or None, "format": "csv"}
        return self._transport.send("GET", "/api/reports/alerts", params=params).content
