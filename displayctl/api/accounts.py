"""Messages about people: who signs in, which rights they have, and the sessions that they hold."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from displayctl.api.models import Count, Instant, Message, Name

ALL_GROUPS = "*"
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 256


class Role(StrEnum):
    """What a person may do; every role of the office includes looking.

    An editor changes the schedule and the library, an approver publishes, a duty officer sends emergencies, a
    technician looks after walls and players, an administrator looks after people, settings and the audit trail.
    Only the role of an agency does not: it asks for airtime for the agency that stands in place of its group, and sees
    what it asked for.
    """

    VIEWER = "viewer"
    EDITOR = "editor"
    APPROVER = "approver"
    DUTY = "duty"
    TECHNICIAN = "technician"
    ADMINISTRATOR = "administrator"
    AGENCY = "agency"


GroupName = Annotated[str, Field(pattern=r"^(\*|[a-z0-9][a-z0-9._-]{0,63})$")]
UserName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{1,63}$")]
Password = Annotated[str, Field(min_length=1, max_length=LONGEST_PASSWORD)]
Code = Annotated[str, Field(max_length=32)]


class Grant(Message):
    """A role for the walls of one group, or of all (``*``)."""

    role: Role
    group: GroupName = ALL_GROUPS


Grants = Annotated[tuple[Grant, ...], Field(max_length=200)]


class SignIn(Message):
    """`code` is from the authenticator, or a recovery code; `client` says where from, for the list of sessions."""

    name: Annotated[str, Field(min_length=1, max_length=64)]
    password: Password
    code: Code = ""
    client: Annotated[str, Field(max_length=100)] = ""


class WhoAmI(Message):
    """The one who asks: ``person``, ``desk`` (this machine, no accounts yet) or ``recovery`` (this machine, accounts
    in force: only first aid).

    `grants` are what counts in this session: nothing while `must_change_password`, and no administrator without a
    second factor (`second_factor_due`).
    """

    kind: str
    id: str = ""
    name: str = ""
    title: str = ""
    grants: tuple[Grant, ...] = ()
    has_second_factor: bool = False
    second_factor_due: bool = False
    must_change_password: bool = False
    accounts_in_force: bool = False
    session_id: str = ""
    expires_at: Instant | None = None


class SessionOpened(Message):
    """`token` opens the hub until `me.expires_at`, or until it was not used for `idle_minutes`. It is told once."""

    token: str
    idle_minutes: Count
    me: WhoAmI


class SessionInfo(Message):
    id: str
    created_at: Instant
    last_used_at: Instant
    expires_at: Instant
    address: str
    client: str
    this_one: bool = False


class PasswordChange(Message):
    current: Password
    new: Password


class SecondFactorSetup(Message):
    """For an authenticator app: `uri` as a QR code, or `secret` typed in. Good once a code of it was confirmed."""

    secret: str
    uri: str


class SecondFactorCode(Message):
    code: Code


class RecoveryCodes(Message):
    """Each stands in for a code once. They are told now and never again."""

    codes: tuple[str, ...]


class UserInfo(Message):
    """A person with an account. `name` is what they sign in with."""

    id: str
    name: str
    title: str
    grants: tuple[Grant, ...]
    enabled: bool
    has_second_factor: bool
    must_change_password: bool
    version: Count
    created_at: Instant
    last_seen_at: Instant | None = None


class UserCreation(Message):
    """The person chooses a password of their own when they first sign in with this one."""

    name: UserName
    title: Name
    password: Password
    grants: Grants = ()


class FirstAdministrator(Message):
    """The first account: administrator, and every other role too, for all groups."""

    name: UserName
    title: Name
    password: Password


class UserChange(Message):
    """What is None stays."""

    version: Count
    title: Name | None = None
    grants: Grants | None = None
    enabled: bool | None = None


class NewPassword(Message):
    password: Password


class AdministratorRecovery(Message):
    """First aid on the hub's own machine: `name` becomes an enabled administrator with this password."""

    name: Annotated[str, Field(min_length=1, max_length=64)]
    password: Password
