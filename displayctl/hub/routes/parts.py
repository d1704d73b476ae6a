"""The editable parts of the schedule: the same routes for each kind, and batches over all of them."""

from __future__ import annotations

from fastapi import APIRouter, Response

from displayctl.api.models import PLURALS, Batch, Part, PartChange, PartKind
from displayctl.hub.routes.context import AskerName, Hub, Id, Version


def routes_of(kind: PartKind) -> APIRouter:
    """The five routes of one kind of part."""
    router = APIRouter(prefix=f"/{PLURALS[kind]}", tags=[PLURALS[kind]])

    @router.get("", summary="All of them, by id", operation_id=f"list_{PLURALS[kind]}")
    def listed(hub: Hub) -> tuple[Part, ...]:
        return hub.planning.parts(kind)

    @router.post("", summary="Store a new one", status_code=201, operation_id=f"create_{kind.value}")
    def create(hub: Hub, change: PartChange, by: AskerName) -> Part:
        return hub.planning.create(kind, change, by)

    @router.get("/{id}", summary="One of them", operation_id=f"get_{kind.value}")
    def one(hub: Hub, id: Id) -> Part:
        return hub.planning.part(kind, id)

    @router.put("/{id}", summary="Store it over the version it was made from", operation_id=f"put_{kind.value}")
    def put(hub: Hub, id: Id, change: PartChange, by: AskerName) -> Part:
        return hub.planning.put(kind, id, change, by)

    @router.delete("/{id}", summary="Delete it", status_code=204, operation_id=f"delete_{kind.value}")
    def delete(hub: Hub, id: Id, version: Version, by: AskerName) -> Response:
        hub.planning.delete(kind, id, version, by)
        return Response(status_code=204)

    return router


router = APIRouter()
for _kind in PartKind:
    router.include_router(routes_of(_kind))


@router.post("/batch", summary="Several steps, all or none", tags=["batch"])
def batch(hub: Hub, batch: Batch, by: AskerName) -> tuple[Part, ...]:
    return hub.planning.batch(batch, by)
