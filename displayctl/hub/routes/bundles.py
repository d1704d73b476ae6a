"""What players fetch, for a desk that carries it to walls which the network does not reach."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from displayctl.hub.errors import NoSuchThing
from displayctl.hub.routes.context import Hub

router = APIRouter(prefix="/bundles", tags=["bundles"])
Group = Annotated[str, Path(max_length=64)]


@router.get("/{group}", summary="Signed files for the walls of a group, as one message", response_class=Response)
def bundle(hub: Hub, group: Group) -> Response:
    if group not in hub.repository.groups():
        raise NoSuchThing(f"nothing was ever published for {group!r}; publish it first")
    return Response(hub.carriage.bundle(group).data, media_type="application/json")
