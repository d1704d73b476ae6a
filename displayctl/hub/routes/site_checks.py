"""What is checked at the walls' sites."""

from __future__ import annotations

from fastapi import APIRouter, Response

from displayctl.api.site import SiteCheckChange, SiteChecklist
from displayctl.api.site_items import SiteItem
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/checklists", tags=["site"])


@router.get("", summary="The site checklist of each wall")
def checklists(hub: Hub) -> tuple[SiteChecklist, ...]:
    return hub.site_checks.checklists()


@router.get("/{id}", summary="The site checklist of a wall")
def checklist(hub: Hub, id: Id) -> SiteChecklist:
    return hub.site_checks.checklist(id)


@router.put("/{id}/{item}", summary="Keep an answer, with a photo or without")
def check(hub: Hub, id: Id, item: SiteItem, change: SiteCheckChange) -> SiteChecklist:
    return hub.site_checks.check(id, item, change)


@router.get("/{id}/{item}/photo", summary="The photo of an item, as JPEG", response_class=Response)
def photo(hub: Hub, id: Id, item: SiteItem) -> Response:
    return Response(hub.site_checks.photo(id, item), media_type="image/jpeg")
