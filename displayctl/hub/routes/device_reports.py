"""What devices tell in a form that can be proven: their signed journals, and what they would not believe."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from displayctl.api.device_reports import JournalComparison, RefusalInfo
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/fleet", tags=["device reports"])


@router.get("/{id}/refusals", summary="What this wall's player would not believe, the newest first")
def refusals(hub: Hub, id: Id) -> tuple[RefusalInfo, ...]:
    return hub.journals.refusals(id)


@router.get(
    "/{id}/journal",
    summary="The signed journals of this wall's devices, a batch a line",
    response_class=StreamingResponse,
)
def journal(hub: Hub, id: Id) -> StreamingResponse:
    return StreamingResponse(hub.journals.export(id), media_type="application/x-ndjson")


@router.get("/{id}/journal/comparison", summary="How the play records agree with the signed journals")
def comparison(hub: Hub, id: Id) -> JournalComparison:
    return hub.journals.compare(id)
