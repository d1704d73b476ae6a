"""Which authority stands behind the hub's TLS: asked before anything is believed, and compared by people."""

from __future__ import annotations

import base64

from fastapi import APIRouter
from pydantic import BaseModel

from displayctl.hub.routes.context import Hub

router = APIRouter(tags=["who this hub is"])


class AuthorityInfo(BaseModel):
    """`certificate` is PEM, empty on a hub without TLS; `own` is false where it is that of a proxy's authority. `root`
    is the first signed root (base64), which desks and players begin with; empty before the founding.
    """

    certificate: str
    own: bool
    root: str


@router.get("/authority", summary="The authority to pin, once a person has compared its fingerprint")
def authority(hub: Hub) -> AuthorityInfo:
    pin = hub.doors.pin
    root = hub.repository.bootstrap_root() if hub.repository.is_founded else b""
    return AuthorityInfo(
        certificate=pin.certificate if pin else "",
        own=pin.own if pin else True,
        root=base64.b64encode(root).decode(),
    )
