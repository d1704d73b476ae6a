"""The record of emergencies, and the monthly drill."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from displayctl.api.incidents import AlertPlay, AlertPlays, Drills, Incident, IncidentInfo
from displayctl.api.models import Instant
from displayctl.hub.reports import rows_as_csv
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(tags=["incidents"])
Digest = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]


@router.get("/incidents", summary="Emergencies and drills with all that belongs to each, newest first")
def incidents(hub: Hub) -> tuple[IncidentInfo, ...]:
    return hub.incidents.listed()


@router.get("/incidents/{id}", summary="All that is kept of an incident, by the id of any of its alerts")
def incident(hub: Hub, id: Id) -> Incident:
    return hub.incidents.incident(id)


@router.get("/incidents/{id}/pictures/{sha256}", summary="A wall as it was then, as PNG", response_class=Response)
def picture(hub: Hub, id: Id, sha256: Digest) -> Response:
    return Response(hub.incidents.picture(id, sha256), media_type="image/png")


@router.get("/drills", summary="Where this month's drill stands, and the drills that are kept")
def drills(hub: Hub) -> Drills:
    return hub.drills.drills()


@router.get("/reports/alerts", summary="Emergencies in the as-run log, as JSON or CSV", response_model=AlertPlays)
def alert_plays(
    hub: Hub,
    starts: Annotated[Instant, Query(alias="from")],
    ends: Annotated[Instant, Query(alias="to")],
    display_id: Annotated[str, Query(max_length=64)] = "",
    format: Literal["json", "csv"] = "json",
) -> AlertPlays | Response:
    report = hub.incidents.plays(starts, ends, display_id)
    if format == "csv":
        named = {"Content-Disposition": f'attachment; filename="darurat-{starts:%Y%m%d}-{ends:%Y%m%d}.csv"'}
        return Response(rows_as_csv(AlertPlay, report.rows), media_type="text/csv; charset=utf-8", headers=named)
    return report
