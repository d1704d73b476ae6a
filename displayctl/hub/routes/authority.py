"""Which authority stands behind the hub's TLS: asked before anything is believed, and compared by people."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from displayctl.hub.routes.context import Hub

router = APIRouter(tags=["who this hub is"])


class AuthorityInfo(BaseModel):
    """`certificate` is PEM, empty on a hub without TLS; `own` is false where it is that of a proxy's authority."""

    certificate: str
    own: bool


@router.get("/authority", summary="The authority to pin, once a person has compared its fingerprint")
def authority(hub: Hub) -> AuthorityInfo:
    pin = hub.doors.pin
    return AuthorityInfo(certificate=pin.certificate if pin else "", own=pin.own if pin else True)
