"""Messages about what walls were to show and what they showed, and the calls for it.

Durations are seconds. Of everything planned it is told what became of it: ``planned + extra = played + missing``, and
what is missing is the sum of its reasons. The whole of a wall's broadcast time is
``shown + alert + held + down + unreported + other``. Only what walls have signed for counts as shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from displayctl.api.incidents import IncidentInfo
from displayctl.api.message import Count, Instant, Message

if TYPE_CHECKING:
    from datetime import datetime

    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody


class AirRow(Message):
    """One slot and medium on one wall. `kind` is why it is there (`schedules.proof.ShowingKind`), `agency` the name of
    who asked for it or speaks in it, empty for the office's own.

    `air_seconds` is its time on the main picture, the rest counts all regions of the wall. Why planned time is missing:
    an emergency lay over it, people held the wall, nothing was on the wall, nothing was reported yet, the wall refused
    the programme, or no record explains it. `extra_seconds` were shown beyond the plan.
    """

    display_id: str
    kind: str
    slot_id: str = ""
    slot_name: str = ""
    medium_id: str = ""
    medium_title: str = ""
    agency: str = ""
    planned_plays: Count = 0
    planned_seconds: float = 0.0
    played_plays: Count = 0
    played_seconds: float = 0.0
    air_seconds: float = 0.0
    alert_seconds: float = 0.0
    held_seconds: float = 0.0
    down_seconds: float = 0.0
    unreported_seconds: float = 0.0
    refused_seconds: float = 0.0
    other_seconds: float = 0.0
    extra_seconds: float = 0.0
    late_frames: Count = 0
    dropped_frames: Count = 0

    @property
    def missing_seconds(self) -> float:
        """What was planned and not shown, for all reasons."""
        reasons = self.alert_seconds, self.held_seconds, self.down_seconds, self.unreported_seconds
        return sum(reasons) + self.refused_seconds + self.other_seconds


class WallAir(Message):
    """The broadcast time of a wall: when what was published had anything to show, outside its closed hours.

    `shown_seconds` is the programme on the main picture, `alert_seconds` emergencies that covered all of it,
    `banner_seconds` those that left it to be seen, and `other_seconds` seams and pauses too short to be silence.
    `down_count` and `longest_down_seconds` tell of the silences.
    """

    display_id: str
    name: str
    time_zone: str
    broadcast_seconds: float = 0.0
    shown_seconds: float = 0.0
    alert_seconds: float = 0.0
    held_seconds: float = 0.0
    down_seconds: float = 0.0
    unreported_seconds: float = 0.0
    other_seconds: float = 0.0
    banner_seconds: float = 0.0
    down_count: Count = 0
    longest_down_seconds: float = 0.0

    @property
    def available(self) -> float | None:
        """The part of the broadcast time in which the wall is known to have shown something, 0 to 1; None without."""
        if self.broadcast_seconds <= 0:
            return None
        return max(0.0, 1 - (self.down_seconds + self.unreported_seconds) / self.broadcast_seconds)


class DownStretch(Message):
    """A silence of a wall in its broadcast time. `reported`: the wall has told of later times, so that nothing more of
    this one will come; otherwise it has not been heard of since.
    """

    display_id: str
    starts: Instant
    ends: Instant
    reported: bool = True

    @property
    def seconds(self) -> float:
        return (self.ends - self.starts).total_seconds()


class WallReport(Message):
    """One wall in ``[starts, ends)``, of which what lies behind `until` is still to come and not told of. `published`:
    there was a programme for it at all. Of very many silences the longest are listed, and `downs_left_out` are not.
    """

    starts: Instant
    ends: Instant
    until: Instant
    published: bool
    wall: WallAir
    rows: tuple[AirRow, ...] = ()
    downs: tuple[DownStretch, ...] = ()
    downs_left_out: Count = 0


class EmergencyRow(Message):
    """An emergency or a drill, and how long it was on walls in the time of the report, all together."""

    info: IncidentInfo
    wall_seconds: float = 0.0


class EmergencyReport(Message):
    """What was on in ``[starts, ends)``, oldest first."""

    starts: Instant
    ends: Instant
    rows: tuple[EmergencyRow, ...] = ()


class ReportCalls:
    """The routes about what walls showed, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def wall(self, display_id: str, starts: datetime, ends: datetime) -> WallReport:
        """One wall in ``[starts, ends)``, at most 92 days. May take many seconds. Raises NotFound."""
        return self._transport.one(
            WallReport,
            "GET",
            f"/api/displays/{display_id}/report",
            params=_span(starts, ends),
            timeout_seconds=PATIENCE_S,
        )

    def emergencies(self, starts: datetime, ends: datetime) -> EmergencyReport:
        """Emergencies and drills that were on in ``[starts, ends)``, at most 92 days."""
        return self._transport.one(EmergencyReport, "GET", "/api/reports/emergencies", params=_span(starts, ends))


PATIENCE_S = 180.0
"""Millions of records are added up in one go."""


def _span(starts: datetime, ends: datetime) -> dict[str, str]:
    return {"from": starts.isoformat(), "to": ends.isoformat()}
