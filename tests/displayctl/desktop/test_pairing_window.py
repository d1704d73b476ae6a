"""Pairing at the desktop: four words are compared, and a player behind somebody in the middle is not approved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from content.delivery.introduction import Introduction, ticket_of
from displayctl.desk.believing import Beliefs
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pairing import CODE, DIFFERS, PHRASE, PairingWindow
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer

SHOWN = "BBBB-CCCC"


@pytest.fixture
def player(hub: RunningHub) -> Iterator[SimulatedPlayer]:
    """A player that waits and keeps its code to itself, as one beyond the hub's machine."""
    with SimulatedPlayer(hub.url, SHOWN) as asking:
        ticket = ticket_of(SHOWN, asking.public_key)
        body = {
            "public_key": asking.public_key.hex(),
            "ticket": ticket,
            "host_name": "tugu-pc",
            "version": "0",
            "signature": asking.sign(f"enrol:{ticket}"),
        }
        assert asking.http.post("/player/enrolments", json=body).status_code == 202
        yield asking


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> PairingWindow:
    made = PairingWindow(desk, "tugu", "")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_same_words_pair_the_player(
    window: PairingWindow, player: SimulatedPlayer, hub: RunningHub, qtbot: QtBot
) -> None:
    on_the_wall = Introduction(b"", Beliefs(None).first_root(hub.client), player.public_key).phrase(SHOWN)
    type_code(window, SHOWN)
    qtbot.waitUntil(lambda: window.step == PHRASE, timeout=15_000)
    assert window.phrase_step.phrase == on_the_wall
    assert not bound(hub), "nothing is approved before a person compared"
    window.phrase_step.same_button.click()
    qtbot.waitUntil(lambda: bound(hub) == {"tugu": player.device_id}, timeout=15_000)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=15_000)


def test_other_words_approve_nothing_and_say_what_to_do(
    window: PairingWindow, player: SimulatedPlayer, hub: RunningHub, qtbot: QtBot
) -> None:
    somebody_elses_root = b'{"signed": "by somebody in the middle"}'
    on_the_wall = Introduction(b"another authority", somebody_elses_root, player.public_key).phrase(SHOWN)
    told = QSignalSpy(window.told)
    type_code(window, SHOWN)
    qtbot.waitUntil(lambda: window.step == PHRASE, timeout=15_000)
    assert window.phrase_step.phrase != on_the_wall
    window.phrase_step.other_button.click()
    assert window.step == DIFFERS
    assert told.count() == 1
    assert not bound(hub)
    assert len(hub.client.enrolments()) == 1


def test_a_wall_without_a_player_is_proposed_and_the_place_of_another_is_not_taken_unseen(
    hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    first = desk.catalogue.displays[0].id
    with SimulatedPlayer(hub.url, "BBBB-DDDD") as player:
        player.enrol(hub.client, first)
        desk.catalogue.read(Topic.PLAYER)
        qtbot.waitUntil(lambda: desk.catalogue.players[first].device_id == player.device_id, timeout=15_000)
        made = PairingWindow(desk, "", "")
        qtbot.addWidget(made)
        assert made.wall.currentData() == desk.catalogue.displays[1].id
        assert made._replaced.isHidden()
        made.wall.setCurrentIndex(0)
        assert not made._replaced.isHidden()
        assert desk.catalogue.displays[0].value.name in made._replaced.text()


def test_a_code_that_no_wall_shows_is_said(
    window: PairingWindow, player: SimulatedPlayer, hub: RunningHub, qtbot: QtBot
) -> None:
    type_code(window, "ZZZZ-ZZZZ")
    qtbot.waitUntil(lambda: bool(window.error), timeout=15_000)
    assert window.step == CODE
    assert not bound(hub)


def test_without_any_wall_the_window_says_what_comes_first(desk: Desk, qtbot: QtBot) -> None:
    made = PairingWindow(desk, "", SHOWN)
    qtbot.addWidget(made)
    made.wall.clear()
    made._check()
    assert made.error


def type_code(window: PairingWindow, code: str) -> None:
    window.code.setText(code)
    window.meet()


def bound(hub: RunningHub) -> dict[str, str]:
    return {state.display_id: state.device_id for state in hub.client.fleet() if state.device_id}
