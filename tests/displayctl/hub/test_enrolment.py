"""How a player becomes the one of a wall: codes that lapse, signatures that must be right, questions answered once."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from displayctl.api.errors import InUse, NotFound, WrongRequest
from displayctl.api.models import Approval, PartKind
from displayctl.hub.device_tokens import SECRET_NAME, load_secret
from displayctl.hub.dispatch import PlayerLink
from tests.displayctl.hub.ground import add_wall, eventually, now
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said


def test_a_player_waits_until_a_person_approves_its_code(hub: RunningHub) -> None:
    add_wall(hub.client, "satu")
    with SimulatedPlayer(hub.url, "BBBB-CCCC") as player:
        assert player.answer().status_code == 410
        assert player.ask().status_code == 202
        assert player.answer().status_code == 202
        assert player.take_token().status_code == 403
        waiting = hub.client.enrolments()
        assert [(each.code, each.host_name, each.address) for each in waiting] == [
            ("BBBB-CCCC", "tugu-pc", "127.0.0.1")
        ]
        state = hub.client.approve(Approval(code="BBBBCCCC", display_id="satu"))
        assert state.device_id == player.device_id
        assert player.answer().json()["display_id"] == "satu"
        assert hub.client.enrolments() == ()
        assert hub.client.part(PartKind.DISPLAY, "satu").value["fingerprint"] == player.device_id
        assert player.take_token().json()["expires_in"] <= 900
        part = hub.client.part(PartKind.DISPLAY, "satu")
        with pytest.raises(InUse, match="used by"):
            hub.client.delete_part(PartKind.DISPLAY, "satu", part.version)


def test_a_player_that_missed_its_approval_is_told_again_and_does_not_wait(hub: RunningHub) -> None:
    add_wall(hub.client, "ulang")
    with SimulatedPlayer(hub.url, "LLLL-LLLL") as player:
        player.enrol(hub.client, "ulang")
        player.code = "MMMM-MMMM"
        assert player.answer().status_code == 410
        assert player.ask().status_code == 202
        assert player.answer().json()["display_id"] == "ulang"
        assert hub.client.enrolments() == ()


def test_a_code_that_nobody_shows_and_a_wall_that_is_not_there_are_told(hub: RunningHub) -> None:
    with pytest.raises(NotFound, match="no player shows the code"):
        hub.client.approve(Approval(code="ZZZZ-ZZZZ", display_id="satu"))
    with SimulatedPlayer(hub.url, "DDDD-DDDD") as player:
        player.ask()
        with pytest.raises(NotFound, match="no display 'tiada'"):
            hub.client.approve(Approval(code="DDDD-DDDD", display_id="tiada"))


def test_a_wrong_signature_and_a_wrong_code_are_refused(hub: RunningHub) -> None:
    with SimulatedPlayer(hub.url, "FFFF-FFFF") as player:
        player.sign = lambda message: player.key.sign(b"another").hex()  # type: ignore[method-assign]
        assert player.ask().status_code == 401
    with SimulatedPlayer(hub.url, "AEIO-U123") as player:
        assert player.ask().status_code == 422
    with pytest.raises(WrongRequest):
        hub.client.transport.send("POST", "/player/enrolments")


def test_a_new_player_takes_the_place_of_the_former_one(hub: RunningHub) -> None:
    add_wall(hub.client, "ganti")
    with SimulatedPlayer(hub.url, "GGGG-GGGG") as old, SimulatedPlayer(hub.url, "HHHH-HHHH") as new:
        old.enrol(hub.client, "ganti")
        new.enrol(hub.client, "ganti")
        assert old.get("/player/bundle").status_code == 403
        assert new.get("/player/bundle").status_code == 200
        add_wall(hub.client, "pindah")
        new.code = "JJJJ-JJJJ"
        new.enrol(hub.client, "pindah")
        assert hub.client.part(PartKind.DISPLAY, "ganti").value["fingerprint"] == ""


def test_a_player_that_is_moved_loses_the_link_of_its_former_wall(hub: RunningHub) -> None:
    add_wall(hub.client, "asal")
    add_wall(hub.client, "tujuan")
    with SimulatedPlayer(hub.url, "NNNN-NNNN") as player:
        player.enrol(hub.client, "asal")
        with player.link() as link:
            eventually(lambda: "asal" in hub.services.dispatch.connected())
            player.code = "PPPP-PPPP"
            player.enrol(hub.client, "tujuan")
            with pytest.raises(ConnectionClosed):
                said(link, "never")


def test_a_player_that_is_let_go_while_its_link_is_being_opened_loses_it(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_wall(hub.client, "celah")
    connect = hub.services.fleet.connect

    def let_go_first(link: PlayerLink) -> None:
        hub.client.unbind("celah")
        connect(link)

    with SimulatedPlayer(hub.url, "QQQQ-QQQQ") as player:
        player.enrol(hub.client, "celah")
        monkeypatch.setattr(hub.services.fleet, "connect", let_go_first)
        with player.link() as link, pytest.raises(ConnectionClosed):
            said(link, "never")


def test_a_question_is_answered_once_and_only_by_whom_it_was_asked(hub: RunningHub) -> None:
    add_wall(hub.client, "tanya")
    with SimulatedPlayer(hub.url, "KKKK-KKKK") as player:
        player.enrol(hub.client, "tanya")
        nonce = player.http.post("/player/challenges", json={"device_id": player.device_id}).json()["nonce"]
        body = {"device_id": player.device_id, "nonce": nonce, "signature": player.sign(f"token:{nonce}")}
        assert player.http.post("/player/tokens", json=body).status_code == 200
        assert player.http.post("/player/tokens", json=body).status_code == 401
        player.token += "x"
        assert player.get("/player/bundle").status_code == 401


def test_a_code_lapses_after_ten_minutes(tmp_path: Path) -> None:
    clock = PushedClock(now())
    with hub_in_thread(tmp_path, clock) as hub, SimulatedPlayer(hub.url) as player:
        player.ask()
        clock.push(timedelta(minutes=11))
        assert player.answer().status_code == 410
        hub.services.clockwork.run("enrolments")
        assert hub.client.enrolments() == ()
        assert hub.client.health().problems == ()


def test_a_secret_that_a_power_cut_has_emptied_is_made_anew(tmp_path: Path) -> None:
    """With an empty secret anybody could make tokens."""
    secret = load_secret(tmp_path)
    assert load_secret(tmp_path) == secret
    path = tmp_path / SECRET_NAME
    path.write_bytes(b"")
    made = load_secret(tmp_path)
    assert len(made) == len(secret) == 64
    assert made != secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_secret(tmp_path) == made
