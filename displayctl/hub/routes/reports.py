"""Planned against played, airtime and silences of a wall, and the emergencies of a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query, Response

from displayctl.api.models import Instant, PlayedReport
from displayctl.api.reports import EmergencyReport, WallReport
from displayctl.hub.reports import as_csv
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(tags=["reports"])
Starts = Annotated[Instant, Query(alias="from")]
Ends = Annotated[Instant, Query(alias="to")]


@router.get("/reports/plays", summary="Planned against played, as JSON or CSV", response_model=PlayedReport)
def plays(
    hub: Hub,
    starts: Starts,
    ends: Ends,
    display_id: Annotated[str, Query(max_length=64)] = "",
    format: Literal["json", "csv"] = "json",
) -> PlayedReport | Response:
    report = hub.reports.played(starts, ends, display_id)
    if format == "csv":
        zone = ZoneInfo(hub.planning.settings().office.zone)
        first, last = starts.astimezone(zone), (ends - timedelta.resolution).astimezone(zone)
        named = {"Content-Disposition": f'attachment; filename="tayang-{first:%Y%m%d}-{last:%Y%m%d}.csv"'}
        return Response(as_csv(report), media_type="text/csv; charset=utf-8", headers=named)
    return report


@router.get("/displays/{id}/report", summary="Airtime, kept promises and silences of a wall")
def wall(hub: Hub, id: Id, starts: Starts, ends: Ends) -> WallReport:
    return hub.reports.wall(id, starts, ends)


@router.get("/reports/emergencies", summary="Emergencies and drills of a time, oldest first")
def emergencies(hub: Hub, starts: Starts, ends: Ends) -> EmergencyReport:
    return hub.incidents.within(starts, ends)
