"""The feeds that warnings come from: their settings, how they do, and trying one."""

from __future__ import annotations

from fastapi import APIRouter, Response

from displayctl.api.feeds import FeedInfo, FeedSettings, FeedTest
from displayctl.hub.errors import WrongWish
from displayctl.hub.routes.context import Hub, Id, Version

router = APIRouter(prefix="/feeds", tags=["warnings"])


@router.get("", summary="All feeds, and how each does")
def feeds(hub: Hub) -> tuple[FeedInfo, ...]:
    return hub.feeds.listed()


@router.put("/{id}", summary="Store a feed, over the one with its id")
def put(hub: Hub, id: Id, settings: FeedSettings, version: Version | None = None) -> FeedInfo:
    if settings.id != id:
        raise WrongWish("id", f"the feed in the address is {id!r:.60}, the one that was sent is {settings.id!r:.60}")
    return hub.feeds.put(settings, version)


@router.delete("/{id}", summary="Remove a feed", status_code=204)
def remove(hub: Hub, id: Id, version: Version | None = None) -> Response:
    hub.feeds.remove(id, version)
    return Response(status_code=204)


@router.post("/{id}/test", summary="Fetch and read a feed once, and keep nothing of it")
def test(hub: Hub, id: Id) -> FeedTest:
    return hub.feeds.test(id)
