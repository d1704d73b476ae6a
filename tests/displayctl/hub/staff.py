"""People for tests: a first administrator with an authenticator, and others with what they may do."""

from __future__ import annotations

from dataclasses import dataclass

import pyotp

from displayctl.api.accounts import FirstAdministrator, Grant, Role, SignIn, UserCreation
from displayctl.api.client import HubClient
from schedules.clock import SystemClock
from tests.fakes.hub_in_thread import RunningHub

PASSWORD = "kopi pahit pagi hari"
GIVEN = "sementara dari kantor"
STEP_SECONDS = 30


@dataclass(slots=True)
class Authenticator:
    """An authenticator app; a code of a later step than the last one used is made by looking a step ahead."""

    secret: str
    used: int = 0

    def code(self) -> str:
        step = max(int(SystemClock().now().timestamp()) // STEP_SECONDS, self.used + 1)
        self.used = step
        return pyotp.TOTP(self.secret).at(step * STEP_SECONDS)


def first_administrator(hub: RunningHub, name: str = "sekar") -> tuple[HubClient, Authenticator]:
    """Makes the first administrator; accounts are in force afterwards. A signed-in client, to be closed."""
    hub.client.accounts.create_first_administrator(FirstAdministrator(name=name, title="Sekar", password=PASSWORD))
    client = signed_in(hub, name)
    authenticator = Authenticator(client.accounts.begin_second_factor().secret)
    client.accounts.confirm_second_factor(authenticator.code())
    return client, authenticator


def signed_in(hub: RunningHub, name: str, password: str = PASSWORD, code: str = "") -> HubClient:
    """A client with a session of its own, to be closed."""
    with HubClient(hub.url) as stranger:
        opened = stranger.accounts.sign_in(SignIn(name=name, password=password, code=code))
    return HubClient(hub.url, opened.token)


def person(hub: RunningHub, administrator: HubClient, name: str, *grants: tuple[Role, str]) -> HubClient:
    """Adds a person who has replaced their first password already. A signed-in client, to be closed."""
    rights = tuple(Grant(role=role, group=group) for role, group in grants)
    administrator.accounts.create_user(UserCreation(name=name, title=name.title(), password=GIVEN, grants=rights))
    client = signed_in(hub, name, GIVEN)
    client.accounts.change_password(GIVEN, PASSWORD)
    return client
