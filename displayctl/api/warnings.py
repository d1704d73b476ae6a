"""The messages about warnings from outside, and their calls: what came, which walls it reaches, what was decided.

A warning is one event of the world. Its source may change it (the same id goes on), take it back, or let it end.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from displayctl.api.message import Count, Instant, Message

if TYPE_CHECKING:
    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody

LONGEST_REASON = 500
Degrees = tuple[float, float]
"""Latitude and longitude, WGS84."""


class WarningState(StrEnum):
    """``new`` waits for a person; ``over`` was never decided about, or is, and its time or its source ended it."""

    NEW = "new"
    SHOWN = "shown"
    DISMISSED = "dismissed"
    OVER = "over"


class WarningEnd(StrEnum):
    """Why a warning is over: its time is up, its source took it back, or it left its source's list."""

    EXPIRED = "expired"
    CANCELLED = "cancelled"
    LEFT = "left"


class Decision(Message):
    """What a person decided: ``shown`` by the alert `alert_id`, or ``dismissed`` for `reason`.

    `overtaken`: the source has changed the warning since. `standing`: that alert, or one in its place, is on the walls.
    """

    state: WarningState
    by: str
    at: Instant
    alert_id: str = ""
    reason: str = ""
    overtaken: bool = False
    standing: bool = False


class WarningBrief(Message):
    """A warning without its shapes.

    `source` is the id of its feed, `identifier` that of the newest message within it, `also_from` further feeds that
    tell of the same event. `kind` is one of ours (rain, thunderstorm, quake, tsunami, flood, other), `event`,
    `severity`, `urgency` and `certainty` the source's own words. `level` is the one that is proposed: 3 AWAS, 2 SIAGA,
    1 WASPADA. `districts` are the names in our gazetteer that it reaches, `walls` the walls; `unknown` those walls
    without a position that it may reach. `updates` counts the changes by its source.
    `correction_due`: its source has ended it, and the alert made of it is live still.
    """

    id: str
    source: str
    identifier: str
    kind: str
    event: str
    severity: str
    urgency: str
    certainty: str
    level: Annotated[int, Field(ge=1, le=3)]
    headline: str
    area_words: str = ""
    attribution: str
    sent: Instant
    effective: Instant
    onset: Instant | None = None
    expires: Instant
    received_at: Instant
    state: WarningState
    ended_at: Instant | None = None
    ended_why: WarningEnd | None = None
    districts: tuple[str, ...] = ()
    walls: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    also_from: tuple[str, ...] = ()
    updates: Count = 0
    decision: Decision | None = None
    correction_due: bool = False

    @property
    def reaches_a_wall(self) -> bool:
        """Whether a person has to look: it reaches a wall, or may reach one that has no position."""
        return bool(self.walls or self.unknown)

    @property
    def waits(self) -> bool:
        """Whether it waits for a person's decision."""
        return self.state is WarningState.NEW and self.reaches_a_wall


class WarningInfo(WarningBrief):
    """A warning whole: its texts, and its shapes. `circles` are latitude, longitude and radius in km."""

    description: str = ""
    instruction: str = ""
    web: str = ""
    polygons: tuple[tuple[Degrees, ...], ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()


def in_order(found: Iterable[WarningBrief]) -> tuple[WarningBrief, ...]:
    """What is shown and over first, then what waits for a person, by level and newness; at the end what is over."""

    def rank(each: WarningBrief) -> tuple[int, int, float]:
        if each.state is WarningState.OVER:
            instant = each.ended_at or each.expires
            return 0 if each.correction_due else 3, 0, -instant.timestamp()
        return 1 if each.waits else 2, -each.level, -each.sent.timestamp()

    return tuple(sorted(found, key=rank))


class Dismissal(Message):
    """Why a warning is not shown. `identifier` is of the message that the person saw: a newer one is not dismissed."""

    reason: Annotated[str, Field(min_length=3, max_length=LONGEST_REASON)]
    identifier: Annotated[str, Field(max_length=200)] = ""


class ShownBy(Message):
    """The alert that shows a warning."""

    alert_id: Annotated[str, Field(min_length=1, max_length=64)]


class WarningCalls:
    """The routes about warnings, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def listed(self) -> tuple[WarningBrief, ...]:
        """Live ones first, the most severe and newest before others; then those that are over, the newest first."""
        return self._transport.many(WarningBrief, "GET", "/api/warnings")

    def one(self, id: str) -> WarningInfo:
        return self._transport.one(WarningInfo, "GET", f"/api/warnings/{id}")

    def dismiss(self, id: str, dismissal: Dismissal) -> WarningInfo:
        """Raises Conflict where its source has changed it since, or it is shown already."""
        return self._transport.one(WarningInfo, "POST", f"/api/warnings/{id}/dismissal", message=dismissal)

    def shown(self, id: str, alert_id: str) -> WarningInfo:
        """Note which alert shows it; raises NotFound for an alert that the hub does not carry."""
        return self._transport.one(WarningInfo, "POST", f"/api/warnings/{id}/shown", message=ShownBy(alert_id=alert_id))
