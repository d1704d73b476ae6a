"""What people tell walls to do now: holds, test patterns, restarts."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool

from displayctl.api.walls import HoldWish, PatternWish, WallAnswer, WallHold
from displayctl.hub.errors import NoAnswer, NotNow, TooManyTries
from displayctl.hub.routes.context import Hub, Id
from displayctl.hub.wall_patterns import end_message, pattern_message

AGAIN_SECONDS = 60.0
router = APIRouter(tags=["fleet"])


@router.get("/holds", summary="The walls that people have taken off the air")
def holds(hub: Hub) -> tuple[WallHold, ...]:
    return hub.wall_holds.holds()


@router.put("/fleet/{id}/hold", summary="Take a wall off the air: black, or a card that says whose it is")
def hold(hub: Hub, id: Id, wish: HoldWish) -> WallHold:
    return hub.wall_holds.hold(id, wish)


@router.delete("/fleet/{id}/hold", summary="Let a wall go on with what is published")
def release(hub: Hub, id: Id) -> WallHold:
    return hub.wall_holds.release(id)


@router.post("/fleet/{id}/restart", summary="Start a wall's player anew; its picture stays meanwhile")
async def restart(hub: Hub, id: Id) -> WallAnswer:
    try:
        said = await hub.wall_answers.ask(id, {"type": "restart"})
    except NoAnswer as error:  # it may start anew all the same
        await run_in_threadpool(hub.audit.note, "wall.restart", "display", id, {"detail": str(error)})
        raise
    after = {"accepted": said.accepted, "detail": said.detail}
    await run_in_threadpool(hub.audit.note, "wall.restart", "display", id, after)
    if not said.accepted:
        raise TooManyTries(said.detail or "the player does not start anew now; try again later", AGAIN_SECONDS)
    return WallAnswer(display_id=id, at=hub.clock.now(), detail=said.detail)


@router.put("/fleet/{id}/pattern", summary="Show a test pattern for a while, on a canvas to try out", status_code=204)
def show_pattern(hub: Hub, id: Id, wish: PatternWish) -> Response:
    held = hub.wall_holds.of(id)
    if held is not None and held.kind is not None:
        raise NotNow(f"{id!r} is held ({held.kind.value}), and shows no pattern meanwhile; release it first")
    hub.fleet.send(id, pattern_message(wish))
    after = {"kind": wish.kind.value, "seconds": wish.seconds, "canvas": wish.canvas is not None}
    hub.audit.note("wall.test-pattern", "display", id, {"on": True, **after})
    return Response(status_code=204)


@router.delete("/fleet/{id}/pattern", summary="End the test pattern", status_code=204)
def end_pattern(hub: Hub, id: Id) -> Response:
    hub.fleet.send(id, end_message())
    hub.audit.note("wall.test-pattern", "display", id, {"on": False})
    return Response(status_code=204)
