"""Drafts on their way to approval."""

from __future__ import annotations

from fastapi import APIRouter

from displayctl.api.approvals import Rejection, Signed, Submission, SubmissionFile, SubmissionWish
from displayctl.api.models import SignedRoles
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/submissions", tags=["approval"])


@router.get("", summary="Drafts that were handed in, newest first")
def listed(hub: Hub) -> tuple[Submission, ...]:
    return hub.submissions.listed()


@router.post("/{group}", summary="Hand a draft in for approval", status_code=201)
def submit(hub: Hub, group: Id, wish: SubmissionWish) -> Submission:
    return hub.submissions.submit(group, wish)


@router.get("/{group}/{id}", summary="One draft with what is to be signed")
def one(hub: Hub, group: Id, id: Id) -> SubmissionFile:
    return hub.submissions.one(group, id)


@router.delete("/{group}/{id}", summary="Take a draft back")
def withdraw(hub: Hub, group: Id, id: Id) -> Submission:
    return hub.submissions.withdraw(group, id)


@router.post("/{group}/{id}/signatures", summary="Sign it; enough signatures publish it")
def sign(hub: Hub, group: Id, id: Id, signed: SignedRoles) -> Signed:
    return hub.submissions.sign(group, id, signed)


@router.post("/{group}/{id}/rejection", summary="Send it back, with the reason")
def reject(hub: Hub, group: Id, id: Id, rejection: Rejection) -> Submission:
    return hub.submissions.reject(group, id, rejection)
