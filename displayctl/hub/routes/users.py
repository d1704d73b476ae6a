"""People with accounts, for administrators."""

from __future__ import annotations

from fastapi import APIRouter, Response

from displayctl.api.accounts import NewPassword, UserChange, UserCreation, UserInfo
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/users", tags=["users"])


@router.get("", summary="All accounts, by name")
def users(hub: Hub) -> tuple[UserInfo, ...]:
    return hub.people.all()


@router.post("", summary="A new account, whose person replaces the password", status_code=201)
def create(hub: Hub, wish: UserCreation) -> UserInfo:
    return hub.people.create(wish)


@router.get("/{id}", summary="One account")
def one(hub: Hub, id: Id) -> UserInfo:
    return hub.people.one(id)


@router.patch("/{id}", summary="Change an account; what is left out stays")
def change(hub: Hub, id: Id, change: UserChange) -> UserInfo:
    return hub.people.change(id, change)


@router.put("/{id}/password", summary="Give a password that its person has to replace")
def set_password(hub: Hub, id: Id, wish: NewPassword) -> UserInfo:
    return hub.people.set_password(id, wish.password)


@router.delete("/{id}/second-factor", summary="Forget a lost authenticator")
def drop_second_factor(hub: Hub, id: Id) -> UserInfo:
    return hub.people.drop_second_factor(id)


@router.delete("/{id}/sessions", summary="Sign a person out everywhere", status_code=204)
def close_sessions(hub: Hub, id: Id) -> Response:
    hub.people.close_sessions(id)
    return Response(status_code=204)
