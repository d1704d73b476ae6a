"""The accounts of a hub as a desk sees them: one method for each route, beside `displayctl.api.client.HubClient`."""

from __future__ import annotations

from datetime import datetime

from displayctl.api.accounts import (
    AdministratorRecovery,
    FirstAdministrator,
    NewPassword,
    PasswordChange,
    RecoveryCodes,
    SecondFactorCode,
    SecondFactorSetup,
    SessionInfo,
    SessionOpened,
    SignIn,
    UserChange,
    UserCreation,
    UserInfo,
    WhoAmI,
)
from displayctl.api.audit import AuditPage, AuditVerdict
from displayctl.api.transport import Transport


class AccountsClient:
    """Methods block and raise HubError, as those of `HubClient`, which has one of these as `accounts`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def sign_in(self, wish: SignIn) -> SessionOpened:
        """Raises NotAllowed, SecondFactorNeeded where a code is missing, TooManyTries. Needs no token and changes none:
        make another client with the token that is told.
        """
        return self._transport.one(SessionOpened, "POST", "/api/session", message=wish)

    def who_am_i(self) -> WhoAmI:
        return self._transport.one(WhoAmI, "GET", "/api/session")

    def sign_out(self) -> None:
        self._transport.send("DELETE", "/api/session")

    def sessions(self) -> tuple[SessionInfo, ...]:
        """One's own, newest first."""
        return self._transport.many(SessionInfo, "GET", "/api/account/sessions")

    def close_session(self, id: str) -> None:
        self._transport.send("DELETE", f"/api/account/sessions/{id}")

    def sign_out_everywhere(self) -> None:
        self._transport.send("DELETE", "/api/account/sessions")

    def change_password(self, current: str, new: str) -> None:
        """Raises NotPermitted for a wrong present password, WrongRequest for a weak new one."""
        self._transport.send("PUT", "/api/account/password", message=PasswordChange(current=current, new=new))

    def begin_second_factor(self) -> SecondFactorSetup:
        return self._transport.one(SecondFactorSetup, "POST", "/api/account/second-factor")

    def confirm_second_factor(self, code: str) -> RecoveryCodes:
        """Raises WrongRequest for a code that is not of the secret."""
        wish = SecondFactorCode(code=code)
        return self._transport.one(RecoveryCodes, "POST", "/api/account/second-factor/confirmation", message=wish)

    def own_changes(self, limit: int = 100) -> AuditPage:
        """What one has done oneself, newest first; `limit` is at most 200."""
        return self._transport.one(AuditPage, "GET", "/api/account/changes", params={"limit": limit})

    # On the hub's own machine, with the desk token

    def create_first_administrator(self, wish: FirstAdministrator) -> UserInfo:
        """Raises Conflict once there is an administrator with a second factor."""
        return self._transport.one(UserInfo, "POST", "/api/first-administrator", message=wish)

    def recover_administrator(self, wish: AdministratorRecovery) -> UserInfo:
        return self._transport.one(UserInfo, "POST", "/api/recovery/administrator", message=wish)

    # For administrators

    def users(self) -> tuple[UserInfo, ...]:
        """By name."""
        return self._transport.many(UserInfo, "GET", "/api/users")

    def create_user(self, wish: UserCreation) -> UserInfo:
        return self._transport.one(UserInfo, "POST", "/api/users", message=wish)

    def change_user(self, id: str, change: UserChange) -> UserInfo:
        """Raises InUse for the last administrator, Conflict where somebody changed the account meanwhile."""
        return self._transport.one(UserInfo, "PATCH", f"/api/users/{id}", message=change)

    def set_password(self, id: str, password: str) -> UserInfo:
        return self._transport.one(UserInfo, "PUT", f"/api/users/{id}/password", message=NewPassword(password=password))

    def drop_second_factor(self, id: str) -> UserInfo:
        return self._transport.one(UserInfo, "DELETE", f"/api/users/{id}/second-factor")

    def close_sessions(self, id: str) -> None:
        self._transport.send("DELETE", f"/api/users/{id}/sessions")

    def audit(
        self,
        *,
        actor: str = "",
        action: str = "",
        kind: str = "",
        id: str = "",
        starts: datetime | None = None,
        ends: datetime | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> AuditPage:
        """Entries that match, newest first; `action` matches from its beginning."""
        params = {
            "actor": actor or None,
            "action": action or None,
            "kind": kind or None,
            "id": id or None,
            "from": None if starts is None else starts.isoformat(),
            "to": None if ends is None else ends.isoformat(),
            "offset": offset,
            "limit": limit,
        }
        return self._transport.one(AuditPage, "GET", "/api/audit", params=params)

    def verify_audit(self) -> AuditVerdict:
        return self._transport.one(AuditVerdict, "GET", "/api/audit/verification")

    def export_audit(self, format: str = "jsonl") -> bytes:
        """The whole trail, oldest first, as ``jsonl`` or ``csv``."""
        return self._transport.send("GET", "/api/audit/export", params={"format": format}).content
