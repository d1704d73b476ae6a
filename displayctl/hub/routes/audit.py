"""The audit trail: pages of it, whether it is unbroken, and the whole of it as a file."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from displayctl.api.audit import AuditPage, AuditVerdict
from displayctl.api.models import Instant
from displayctl.hub.audit import as_csv, as_lines
from displayctl.hub.repositories.audit import AuditFilter
from displayctl.hub.routes.context import Hub

Word = Annotated[str, Query(max_length=200)]
router = APIRouter(prefix="/audit", tags=["audit"])


@router.get("", summary="Entries that match, newest first")
def page(
    hub: Hub,
    actor: Word = "",
    action: Word = "",
    kind: Word = "",
    id: Word = "",
    starts: Annotated[Instant | None, Query(alias="from")] = None,
    ends: Annotated[Instant | None, Query(alias="to")] = None,
    offset: Annotated[int, Query(ge=0, le=1 << 31)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> AuditPage:
    return hub.audit.page(AuditFilter(actor, action, kind, id, starts, ends), offset, limit)


@router.get("/verification", summary="Whether an entry was changed, taken out or moved")
def verification(hub: Hub) -> AuditVerdict:
    return hub.audit.verify()


@router.get("/export", summary="The whole trail, oldest first, as JSON lines or CSV", response_class=StreamingResponse)
def export(hub: Hub, format: Literal["jsonl", "csv"] = "jsonl") -> StreamingResponse:
    kind, form = ("text/csv", as_csv) if format == "csv" else ("application/x-ndjson", as_lines)
    named = {"Content-Disposition": f'attachment; filename="audit.{format}"'}
    return StreamingResponse(hub.audit.export(form), media_type=f"{kind}; charset=utf-8", headers=named)
