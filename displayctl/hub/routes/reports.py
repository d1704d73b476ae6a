"""Planned against played."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from displayctl.api.models import Instant, PlayedReport
from displayctl.hub.reports import as_csv
from displayctl.hub.routes.context import Hub

router = APIRouter(prefix="/reports", tags=["reports"])


@router.get("/plays", summary="Planned against played, as JSON or CSV", response_model=PlayedReport)
def plays(
    hub: Hub,
    starts: Annotated[Instant, Query(alias="from")],
    ends: Annotated[Instant, Query(alias="to")],
    display_id: Annotated[str, Query(max_length=64)] = "",
    format: Literal["json", "csv"] = "json",
) -> PlayedReport | Response:
    report = hub.reports.played(starts, ends, display_id)
    if format == "csv":
        named = {"Content-Disposition": f'attachment; filename="tayang-{starts:%Y%m%d}-{ends:%Y%m%d}.csv"'}
        return Response(as_csv(report), media_type="text/csv; charset=utf-8", headers=named)
    return report
