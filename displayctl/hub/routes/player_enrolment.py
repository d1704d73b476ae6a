"""How a player becomes the one of a wall, and how it proves later that it is."""

from __future__ import annotations

import base64
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from displayctl.hub.device_tokens import TOKEN_SECONDS
from displayctl.hub.enrolments import EnrolmentWish
from displayctl.hub.routes.context import Hub

PublicKey = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
DeviceId = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Signature = Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]
Code = Annotated[str, Field(max_length=16)]
router = APIRouter(tags=["player: who it is"])


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EnrolmentAsked(Asked):
    public_key: PublicKey
    code: Code = ""
    ticket: Annotated[str, Field(max_length=32)] = ""
    host_name: Annotated[str, Field(max_length=255)] = ""
    version: Annotated[str, Field(max_length=64)] = ""
    signature: Signature


class ChallengeAsked(Asked):
    device_id: DeviceId


class TokenAsked(Asked):
    device_id: DeviceId
    nonce: Annotated[str, Field(max_length=128)]
    signature: Signature


class Challenge(BaseModel):
    nonce: str


class Token(BaseModel):
    token: str
    expires_in: int


class Answer(BaseModel):
    """`display_id` and `proof` are empty while it waits; `root` is the signed root (base64), empty before there is one,
    so that the player can show the phrase that a person compares.
    """

    display_id: str
    root: str
    proof: str = ""


@router.post("/player/enrolments", summary="A new player asks to be approved", status_code=202)
def enrol(request: Request, hub: Hub, asked: EnrolmentAsked) -> Response:
    address = request.client.host if request.client is not None else ""
    hub.enrolments.ask(EnrolmentWish(**asked.model_dump()), address)
    return Response(status_code=202)


@router.get("/player/enrolments/{device_id}", summary="202 while it waits, 410 once the code has lapsed")
def enrolment(
    hub: Hub,
    response: Response,
    device_id: str,
    code: Annotated[str, Query(max_length=16)] = "",
    ticket: Annotated[str, Query(max_length=32)] = "",
) -> Answer:
    given = hub.enrolments.answer(device_id, ticket or code)
    if not given.display_id:
        response.status_code = 202
    root = hub.repository.bootstrap_root() if hub.repository.is_founded else b""
    return Answer(display_id=given.display_id, root=base64.b64encode(root).decode(), proof=given.proof)


@router.post("/player/challenges", summary="A question to be signed, good for a minute")
def challenge(hub: Hub, asked: ChallengeAsked) -> Challenge:
    return Challenge(nonce=hub.tokens.ask(asked.device_id))


@router.post("/player/tokens", summary="A token for a signed question")
def token(hub: Hub, asked: TokenAsked) -> Token:
    made = hub.tokens.answer(asked.device_id, asked.nonce, asked.signature)
    return Token(token=made, expires_in=TOKEN_SECONDS)
