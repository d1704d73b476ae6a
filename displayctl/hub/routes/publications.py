"""Signing and publishing programmes, and what plays by them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from displayctl.api.models import Document, Instant, PlaysInfo, Publication, Receipt, SignedRoles, SigningState
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(tags=["publishing"])


@router.get("/signing/{group}", summary="The draft programme and what it is signed upon")
def signing_state(hub: Hub, group: Id) -> SigningState:
    return hub.publishing.signing_state(group)


@router.post("/publications/{group}", summary="Publish a signed programme", status_code=201)
def publish(hub: Hub, group: Id, signed: SignedRoles) -> Publication:
    return hub.publishing.publish(group, signed)


@router.get("/publications", summary="What was published, newest first")
def publications(hub: Hub) -> tuple[Publication, ...]:
    return hub.publishing.publications()


@router.get("/publications/{group}/receipts", summary="How far each wall is with the newest publication")
def receipts(hub: Hub, group: Id) -> tuple[Receipt, ...]:
    return hub.publishing.receipts(group)


@router.get("/programmes/{group}", summary="The published programme's document")
def programme(hub: Hub, group: Id) -> Document:
    return hub.publishing.document(group)


@router.get("/displays/{id}/plays", summary="What plays on a wall at an instant, until when, and why")
def plays(
    hub: Hub,
    id: Id,
    at: Annotated[Instant, Query()],
    source: Literal["published", "draft"] = "published",
    region: Annotated[str, Query(max_length=64)] = "",
) -> PlaysInfo:
    return hub.explaining.plays(id, at, source, region)
