"""Data cards: media whose words come from BMKG's public data."""

from __future__ import annotations

from fastapi import APIRouter

from displayctl.api.cards import CardPreview, CardWish
from displayctl.api.models import Job
from displayctl.hub.routes.context import Hub

router = APIRouter(prefix="/cards", tags=["cards"])


@router.post("", summary="Add a data card", status_code=202)
def add(hub: Hub, wish: CardWish) -> Job:
    return hub.cards.add(wish)


@router.post("/preview", summary="Tell what a data card would say now")
def preview(hub: Hub, wish: CardWish) -> CardPreview:
    return hub.cards.preview(wish)
