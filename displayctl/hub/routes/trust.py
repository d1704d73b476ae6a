"""Who may sign: what is signed upon, the founding, and ceremonies on their way from desk to desk."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from displayctl.api.approvals import OnlineKey, ProposalInfo, ProposalSent, TrustState
from displayctl.api.models import SignedRoles
from displayctl.hub.routes.context import Hub, Id

RoleNames = Annotated[
    list[Annotated[str, Query(max_length=80)]] | None,
    Query(max_length=200, description="Only the files of these roles"),
]
router = APIRouter(tags=["who may sign"])


@router.get("/trust", summary="Root, policy and signed roles, to be verified by whoever signs upon them")
def state(hub: Hub, role: RoleNames = None) -> TrustState:
    return hub.policies.state(role)


@router.post("/trust/founding", summary="The first policy", status_code=201)
def found(hub: Hub, signed: SignedRoles) -> TrustState:
    return hub.policies.found(signed)


@router.post("/trust", summary="What a ceremony has signed completely")
def apply(hub: Hub, signed: SignedRoles) -> TrustState:
    return hub.policies.apply(signed)


@router.post("/trust/online-key", summary="Let the hub make its next key", status_code=201)
def prepare_online_key(hub: Hub) -> OnlineKey:
    return hub.policies.prepare_online_key()


@router.get("/proposals", summary="Ceremonies that wait for signatures, newest first")
def proposals(hub: Hub) -> tuple[ProposalInfo, ...]:
    return hub.policies.proposals()


@router.post("/proposals", summary="Leave a proposal here, or signatures for the one that is here")
def take(hub: Hub, sent: ProposalSent) -> ProposalInfo:
    return hub.policies.take_proposal(sent)


@router.get("/proposals/{id}", summary="One proposal with its file")
def proposal(hub: Hub, id: Id) -> ProposalInfo:
    return hub.policies.proposal(id)


@router.delete("/proposals/{id}", summary="Forget a proposal", status_code=204)
def delete(hub: Hub, id: Id) -> Response:
    hub.policies.delete_proposal(id)
    return Response(status_code=204)
