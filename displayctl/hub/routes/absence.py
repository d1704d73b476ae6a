"""Why something was not on a wall, and when it was there last."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from displayctl.api.absence import Absence, LastPlay
from displayctl.api.models import Instant
from displayctl.hub.absences import Absences
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(tags=["reports"])


@router.get("/displays/{id}/absence", summary="Why a medium was not on a wall in a time that is over")
def why(
    hub: Hub,
    id: Id,
    medium_id: Annotated[str, Query(min_length=1, max_length=64)],
    starts: Annotated[Instant, Query(alias="from")],
    ends: Annotated[Instant, Query(alias="to")],
    slot_id: Annotated[str, Query(max_length=64)] = "",
) -> Absence:
    return Absences(hub.storage, hub.clock.now()).why(id, medium_id, starts, ends, slot_id)


@router.get("/media/{id}/last-plays", summary="When each wall showed a medium last, within 31 days")
def last_plays(hub: Hub, id: Id) -> tuple[LastPlay, ...]:
    return Absences(hub.storage, hub.clock.now()).last_plays(id)
