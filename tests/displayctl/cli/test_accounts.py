"""Accounts by command: signing in keeps a session in this user's own folder, and the trail can be checked anywhere."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from displayctl.__main__ import main
from displayctl.api.accounts import Grant, Role, UserCreation
from displayctl.desk.installation import Installation
from displayctl.desk.sessions import credential, keep_session
from displayctl.errors import DeskTokenMissing
from tests.displayctl.hub.staff import GIVEN, PASSWORD, Authenticator, first_administrator
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this user's sessions are kept."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningHub, Authenticator]]:
    """A hub whose accounts are in force, with an editor who still has a given password."""
    with hub_in_thread(tmp_path_factory.mktemp("guarded")) as hub:
        client, authenticator = first_administrator(hub)
        with client:
            grants = (Grant(role=Role.EDITOR, group="utama"),)
            client.accounts.create_user(UserCreation(name="budi", title="Budi", password=GIVEN, grants=grants))
        yield hub, authenticator


def told(capsys: pytest.CaptureFixture[str], hub: RunningHub, *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["--hub", hub.url, "--data", str(hub.installation.data), *arguments])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_an_editor_signs_in_chooses_a_password_and_signs_out(
    guarded: tuple[RunningHub, Authenticator], home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    hub, _ = guarded
    given, new = tmp_path / "given", tmp_path / "new"
    given.write_text(f"{GIVEN}\n")
    new.write_text(f"{PASSWORD}\n")
    code, said = told(capsys, hub, "whoami")
    assert (code, "only first aid" in said) == (0, True)
    code, said = told(capsys, hub, "schedule", "list")
    assert (code, "displayctl login" in said) == (1, True)
    code, said = told(capsys, hub, "login", "budi", "--password-file", str(given))
    assert (code, "choose a password of your own" in said) == (0, True), said
    (kept,) = home.rglob("*.json")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    change = ("account", "password", "--password-file", str(given), "--new-password-file", str(new))
    assert told(capsys, hub, *change)[0] == 0
    code, said = told(capsys, hub, "whoami", "--json")
    assert json.loads(said)["grants"] == [{"group": "utama", "role": "editor"}]
    code, said = told(capsys, hub, "audit", "list")
    assert (code, "administrator for all groups" in said) == (1, True)
    assert told(capsys, hub, "logout")[0] == 0
    assert not list(home.rglob("*.json"))


def test_an_administrator_adds_people_and_checks_the_trail_without_the_hub(
    guarded: tuple[RunningHub, Authenticator], home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    hub, authenticator = guarded
    secret = tmp_path / "secret"
    secret.write_text(PASSWORD)
    login = ("login", "sekar", "--password-file", str(secret), "--code", authenticator.code())
    assert told(capsys, hub, *login)[0] == 0
    secret.write_text(GIVEN)
    add = ("user", "add", "rini", "--role", "duty", "--role", "viewer:taman", "--password-file", str(secret))
    code, said = told(capsys, hub, *add)
    assert (code, "duty, viewer of taman" in said) == (0, True), said
    code, said = told(capsys, hub, "user", "add", "x", "--role", "raja", "--password-file", str(secret))
    assert (code, "no role 'raja'" in said) == (1, True)
    assert "disabled" in told(capsys, hub, "user", "change", "rini", "--disable")[1]
    assert "user.add" in told(capsys, hub, "audit", "list", "--who", "sekar")[1]
    assert told(capsys, hub, "audit", "verify")[0] == 0
    trail = tmp_path / "trail.jsonl"
    assert told(capsys, hub, "audit", "export", str(trail))[0] == 0
    assert told(capsys, hub, "audit", "verify", "--file", str(trail))[0] == 0
    trail.write_text(trail.read_text().replace('"rini"', '"rina"').replace('\\"rini\\"', '\\"rina\\"'))
    code, said = told(capsys, hub, "audit", "verify", "--file", str(trail))
    assert (code, "was changed after it was written" in said) == (1, True), said


def test_the_local_desk_token_is_never_sent_to_another_machine(home: Path, tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    installation.token_file.write_text("the desk token")
    assert credential(installation, None, {}) == "the desk token"
    assert credential(installation, "http://127.0.0.1:9", {}) == "the desk token"
    with pytest.raises(DeskTokenMissing, match="displayctl login"):
        credential(installation, "https://hub.kantor.lan", {})
    keep_session(installation, "https://hub.kantor.lan", "s_1")
    assert credential(installation, "https://hub.kantor.lan/") == "s_1"
    assert credential(installation, "https://hub.kantor.lan", {"DISPLAYCTL_TOKEN": "given"}) == "given"
