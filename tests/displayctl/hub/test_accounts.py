"""Signing in: who gets in with what, what a session is worth, and that guessing neither succeeds nor locks out."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from displayctl.api.accounts import AdministratorRecovery, FirstAdministrator, Grant, Role, SignIn, UserChange
from displayctl.api.client import HubClient
from displayctl.api.errors import (
    Conflict,
    HubError,
    InUse,
    NotAllowed,
    NotPermitted,
    SecondFactorNeeded,
    TooManyTries,
    WrongRequest,
)
from displayctl.api.models import PartKind
from displayctl.desk.installation import Installation
from displayctl.hub.database import DATABASE_NAME
from displayctl.hub.passwords import Passwords
from displayctl.hub.services import open_services
from schedules.clock import SystemClock
from tests.displayctl.hub.staff import GIVEN, PASSWORD, Authenticator, first_administrator, person, signed_in
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

WRONG = "bukan kata sandinya"


@pytest.fixture(scope="module")
def chief(hub: RunningHub) -> Iterator[tuple[HubClient, Authenticator]]:
    client, authenticator = first_administrator(hub)
    with client:
        yield client, authenticator


def test_before_there_is_an_administrator_the_desk_needs_no_password(fresh_hub: RunningHub) -> None:
    me = fresh_hub.client.accounts.who_am_i()
    assert (me.kind, me.accounts_in_force) == ("desk", False)
    assert fresh_hub.services.access.has_administrator() is False
    wish = FirstAdministrator(name="sekar", title="Sekar", password=PASSWORD)
    fresh_hub.client.accounts.create_first_administrator(wish)
    with signed_in(fresh_hub, "sekar") as client:
        assert client.accounts.who_am_i().second_factor_due
        assert client.parts(PartKind.SLOT) == ()
        with pytest.raises(NotPermitted):
            client.accounts.users()
        assert fresh_hub.client.settings().version >= 0  # nobody is locked out by a setup that was left half way
        authenticator = Authenticator(client.accounts.begin_second_factor().secret)
        with pytest.raises(WrongRequest):
            client.accounts.confirm_second_factor("000000")
        assert len(client.accounts.confirm_second_factor(authenticator.code()).codes) == 10
        assert [user.name for user in client.accounts.users()] == ["sekar"]
    assert fresh_hub.services.access.has_administrator() is True
    with pytest.raises(NotAllowed, match="displayctl login"):
        fresh_hub.client.settings()
    with pytest.raises(Conflict):
        fresh_hub.client.accounts.create_first_administrator(wish)


def test_no_account_is_there_by_default(fresh_hub: RunningHub) -> None:
    with HubClient(fresh_hub.url) as stranger:
        for name in ("admin", "administrator", "root", "displayctl"):
            with pytest.raises(NotAllowed):
                stranger.accounts.sign_in(SignIn(name=name, password=name))


def test_a_code_is_good_once_and_a_recovery_code_too(hub: RunningHub, chief: tuple[HubClient, Authenticator]) -> None:
    with pytest.raises(SecondFactorNeeded):
        signed_in(hub, "sekar")
    code = chief[1].code()
    signed_in(hub, "SEKAR ", code=code).close()
    with pytest.raises(NotAllowed, match="not right"):
        signed_in(hub, "sekar", code=code)
    with person(hub, chief[0], "wati", (Role.ADMINISTRATOR, "*")) as wati:
        phone = Authenticator(wati.accounts.begin_second_factor().secret)
        codes = wati.accounts.confirm_second_factor(phone.code()).codes
    signed_in(hub, "wati", code=codes[0].lower().replace("-", " ")).close()
    with pytest.raises(NotAllowed, match="not right"):
        signed_in(hub, "wati", code=codes[0])


def test_a_given_password_opens_nothing_but_its_replacement(
    hub: RunningHub, chief: tuple[HubClient, Authenticator]
) -> None:
    with person(hub, chief[0], "budi", (Role.EDITOR, "*")) as budi:
        user = next(user for user in chief[0].accounts.users() if user.name == "budi")
        chief[0].accounts.set_password(user.id, GIVEN)
        with pytest.raises(NotAllowed):
            budi.accounts.who_am_i()
    with signed_in(hub, "budi", GIVEN) as budi:
        assert budi.accounts.who_am_i().must_change_password
        with pytest.raises(NotPermitted):
            budi.parts(PartKind.SLOT)
        for weak in ("pendek", "aaaaaaaaaaaaaa", "rahasia123", "budi yang itu", GIVEN):
            with pytest.raises(HubError):
                budi.accounts.change_password(GIVEN, weak)
        with pytest.raises(NotPermitted):
            budi.accounts.change_password(WRONG, PASSWORD)
        budi.accounts.change_password(GIVEN, PASSWORD)
        assert budi.accounts.who_am_i().grants == (Grant(role=Role.EDITOR),)


def test_rights_end_at_once_with_the_grant_the_account_and_the_session(
    hub: RunningHub, chief: tuple[HubClient, Authenticator]
) -> None:
    with person(hub, chief[0], "rini", (Role.EDITOR, "*")) as rini, signed_in(hub, "rini") as second:
        user = next(user for user in chief[0].accounts.users() if user.name == "rini")
        assert rini.parts(PartKind.SLOT) == ()
        user = chief[0].accounts.change_user(user.id, UserChange(version=user.version, grants=()))
        with pytest.raises(NotPermitted):
            rini.parts(PartKind.SLOT)
        assert len(rini.accounts.sessions()) == 2
        rini.accounts.sign_out_everywhere()
        for client in (rini, second):
            with pytest.raises(NotAllowed):
                client.accounts.who_am_i()
    with signed_in(hub, "rini") as rini:
        chief[0].accounts.change_user(user.id, UserChange(version=user.version, enabled=False))
        with pytest.raises(NotAllowed):
            rini.accounts.who_am_i()
    with pytest.raises(NotAllowed):
        signed_in(hub, "rini")


def test_the_last_administrator_cannot_be_lost(hub: RunningHub, chief: tuple[HubClient, Authenticator]) -> None:
    users = {user.name: user for user in chief[0].accounts.users()}
    for name, user in users.items():
        if name != "sekar" and Grant(role=Role.ADMINISTRATOR) in user.grants:
            chief[0].accounts.change_user(user.id, UserChange(version=user.version, grants=()))
    sekar = users["sekar"]
    for change in (UserChange(version=sekar.version, enabled=False), UserChange(version=sekar.version, grants=())):
        with pytest.raises(InUse, match="last administrator"):
            chief[0].accounts.change_user(sekar.id, change)
    with pytest.raises(InUse):
        chief[0].accounts.drop_second_factor(sekar.id)


def test_who_guesses_waits_longer_and_longer(tmp_path: Path) -> None:
    clock = PushedClock(SystemClock().now())
    with hub_in_thread(tmp_path, clock) as hub, HubClient(hub.url) as stranger:

        def guess() -> type[HubError]:
            with pytest.raises((NotAllowed, TooManyTries)) as refused:
                stranger.accounts.sign_in(SignIn(name="sekar", password=WRONG))
            return type(refused.value)

        assert [guess() for _ in range(7)] == [NotAllowed] * 6 + [TooManyTries]
        clock.push(timedelta(seconds=1))
        assert [guess() for _ in range(2)] == [NotAllowed, TooManyTries]
        clock.push(timedelta(seconds=1))
        assert guess() is TooManyTries
        answer = stranger.transport._http.post("/api/session", json={"name": "sekar", "password": WRONG})
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
        clock.push(timedelta(seconds=1))
        assert guess() is NotAllowed


def test_nothing_secret_is_in_the_database_or_open_to_others(
    hub: RunningHub, chief: tuple[HubClient, Authenticator]
) -> None:
    path = hub.installation.hub_folder / DATABASE_NAME
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        hashes = [row[0] for row in connection.execute("SELECT password_hash FROM users")]
        tokens = [row[0] for row in connection.execute("SELECT token_hash FROM sessions")]
        trail = " ".join(str(row) for row in connection.execute("SELECT * FROM audit"))
    assert all(found.startswith("$argon2id$v=19$") for found in hashes)
    token = chief[0].transport.token
    assert token not in tokens
    assert hashlib.sha256(token.encode()).hexdigest() in tokens
    assert not any(secret in trail for secret in (PASSWORD, GIVEN, WRONG, token, chief[1].secret))
    assert stat.S_IMODE(hub.installation.token_file.stat().st_mode) == 0o600


def test_first_aid_lets_an_administrator_in_again_and_is_in_the_trail(fresh_hub: RunningHub) -> None:
    client, _ = first_administrator(fresh_hub)
    with client:
        with pytest.raises(NotPermitted):
            client.accounts.recover_administrator(AdministratorRecovery(name="sekar", password=PASSWORD))
        fresh_hub.client.accounts.recover_administrator(AdministratorRecovery(name="sekar", password=f"{PASSWORD} 2"))
        with pytest.raises(NotAllowed):
            client.accounts.who_am_i()
    with signed_in(fresh_hub, "sekar", f"{PASSWORD} 2") as client:
        authenticator = Authenticator(client.accounts.begin_second_factor().secret)
        client.accounts.confirm_second_factor(authenticator.code())
        (entry,) = client.accounts.audit(action="user.recover").entries
        assert (entry.actor_kind, entry.address) == ("recovery", "127.0.0.1")


def test_events_are_for_those_with_a_session_and_hold_what_they_may_see(
    hub: RunningHub, chief: tuple[HubClient, Authenticator]
) -> None:
    address = "ws" + hub.url.removeprefix("http") + "/api/events"
    with connect(address, proxy=None) as socket:
        socket.send(hub.client.transport.token)
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=10)
    with connect(address, proxy=None) as socket:
        socket.send(chief[0].transport.token)
        assert '"hello"' in str(socket.recv(timeout=10))


def test_a_hub_as_it_runs_makes_each_guess_dear(tmp_path: Path) -> None:
    """The second choice of RFC 9106, section 4."""
    with open_services(Installation(tmp_path), SystemClock()) as services:
        services.people.create_first(FirstAdministrator(name="sekar", title="Sekar", password=PASSWORD))
        with services.storage.reading() as work:
            assert [user.password_hash[:31] for user in work.users.all()] == ["$argon2id$v=19$m=65536,t=3,p=4$"]


def test_unknown_names_take_as_long_as_known_ones() -> None:
    """Medians of a few: what differs is far less than the tenth of a second of one hash."""
    passwords = Passwords()
    known = passwords.hash(PASSWORD)

    def seconds(stored: str | None) -> float:
        began = time.perf_counter()
        assert passwords.check(stored, WRONG) is False
        return time.perf_counter() - began

    pairs = [(seconds(known), seconds(None)) for _ in range(5)]
    known_median, unknown_median = (sorted(column)[2] for column in zip(*pairs, strict=True))
    assert 0.3 < unknown_median / known_median < 3
