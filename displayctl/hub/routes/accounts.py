"""Signing in, one's own account, and first aid on the hub's own machine."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from displayctl.api.accounts import (
    AdministratorRecovery,
    FirstAdministrator,
    PasswordChange,
    RecoveryCodes,
    SecondFactorCode,
    SecondFactorSetup,
    SessionInfo,
    SessionOpened,
    SignIn,
    UserInfo,
    WhoAmI,
)
from displayctl.api.audit import AuditPage
from displayctl.hub.asking import AskerKind, current_asker
from displayctl.hub.errors import NotPermitted
from displayctl.hub.repositories.audit import AuditFilter
from displayctl.hub.routes.context import Hub, Id


def require_person() -> None:
    """Raises NotPermitted for a desk without an account."""
    if current_asker().kind is not AskerKind.PERSON:
        raise NotPermitted("this is for people with an account; sign in with: displayctl login")


router = APIRouter(tags=["accounts"])
own = APIRouter(prefix="/account", tags=["accounts"], dependencies=[Depends(require_person)])


@router.post(
    "/session", summary="Sign in: a name, a password, and a code where there is a second factor", status_code=201
)
def sign_in(hub: Hub, wish: SignIn) -> SessionOpened:
    return hub.sign_ins.sign_in(wish, current_asker().address)


@router.get("/session", summary="Who asks, and with which rights")
def who_am_i(hub: Hub) -> WhoAmI:
    return hub.access.who(current_asker())


@router.delete("/session", summary="Sign out", status_code=204)
def sign_out(hub: Hub) -> Response:
    hub.sign_ins.sign_out()
    return Response(status_code=204)


@router.post("/first-administrator", summary="The first account, made on the hub's own machine", status_code=201)
def first_administrator(hub: Hub, wish: FirstAdministrator) -> UserInfo:
    return hub.people.create_first(wish)


@router.post("/recovery/administrator", summary="Let an administrator in again, from the hub's own machine")
def recover(hub: Hub, wish: AdministratorRecovery) -> UserInfo:
    return hub.people.recover(wish)


@own.get("/sessions", summary="One's own open sessions, newest first")
def sessions(hub: Hub) -> tuple[SessionInfo, ...]:
    return hub.sign_ins.own_sessions()


@own.delete("/sessions", summary="Sign out everywhere, here too", status_code=204)
def close_sessions(hub: Hub) -> Response:
    hub.sign_ins.close_all_own()
    return Response(status_code=204)


@own.delete("/sessions/{id}", summary="Close one of one's own sessions", status_code=204)
def close_session(hub: Hub, id: Id) -> Response:
    hub.sign_ins.close_own(id)
    return Response(status_code=204)


@own.get("/changes", summary="What one has done oneself, newest first, as the audit trail has it")
def own_changes(hub: Hub, limit: Annotated[int, Query(ge=1, le=200)] = 100) -> AuditPage:
    return hub.audit.page(AuditFilter(person=current_asker().id), 0, limit)


@own.put("/password", summary="Another password; closes one's other sessions", status_code=204)
def change_password(hub: Hub, change: PasswordChange) -> Response:
    hub.own_account.change_password(change)
    return Response(status_code=204)


@own.post("/second-factor", summary="Begin to set up an authenticator app")
def begin_second_factor(hub: Hub) -> SecondFactorSetup:
    return hub.own_account.begin_second_factor()


@own.post("/second-factor/confirmation", summary="Confirm it with a code; recovery codes are told once")
def confirm_second_factor(hub: Hub, wish: SecondFactorCode) -> RecoveryCodes:
    return hub.own_account.confirm_second_factor(wish.code)


router.include_router(own)
