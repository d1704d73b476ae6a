"""The first steps: what is done, what comes next, and buttons that do it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.window_wall import WindowWall
from displayctl.desktop.care.guide_steps import Step
from displayctl.desktop.care.guide_window import GuideWindow
from displayctl.desktop.desk import Desk
from tests.displayctl.desktop.conftest import opened_desk
from tests.displayctl.hub.ground import add_picture, add_wall, now, picture_file
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say

WAIT_MS = 30_000
SHOWING = {"kind": "loop", "medium_id": "m", "title": "Poster hari ini", "until_ms": 0}


@pytest.fixture
def desk(empty_hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    with opened_desk(empty_hub, application) as opened:
        yield opened


def test_each_step_follows_the_one_before(desk: Desk, empty_hub: RunningHub, tmp_path: Path, qtbot: QtBot) -> None:
    guide = GuideWindow(desk, WindowWall(desk.installation))
    qtbot.addWidget(guide)
    guide.show()
    assert not guide.keys_button.isEnabled(), "whether the office was founded is not known yet"
    qtbot.waitUntil(lambda: guide.coming is Step.WALL, timeout=WAIT_MS)
    assert not guide.keys_button.isEnabled()
    assert not guide.show_button.isEnabled()
    add_wall(empty_hub.client)
    with SimulatedPlayer(empty_hub.url) as player:
        player.enrol(empty_hub.client, "tugu")
        with player.link() as link:
            qtbot.waitUntil(lambda: guide.coming is Step.SOMETHING, timeout=WAIT_MS)
            add_picture(empty_hub.client, tmp_path)
            qtbot.waitUntil(lambda: guide.coming is Step.SHOW, timeout=WAIT_MS)
            guide.show_button.click()
            qtbot.waitUntil(lambda: guide.coming is Step.SEEN, timeout=WAIT_MS)
            assert empty_hub.client.settings().filler_ids.keys() == {"utama"}
            say(link, type="heartbeat", sent_ms=round(now().timestamp() * 1000), display_id="tugu", showing=SHOWING)
            qtbot.waitUntil(lambda: guide.coming is None, timeout=WAIT_MS)
            assert guide.state
            picture = base64.b64encode(picture_file(tmp_path, "wall.png").read_bytes()).decode()
            say(link, type="screenshot", id=said(link, "screenshot")["id"], png=picture)
            qtbot.waitUntil(guide.picture.isVisible, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: guide.coming is Step.WALL, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: (guide.state, guide.picture.isVisible()) == ("", False), timeout=5000)
    assert guide.error == ""


def test_what_does_not_work_is_said(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = GuideWindow(desk, WindowWall(desk.installation))
    qtbot.addWidget(guide)
    monkeypatch.setenv("DISPLAYCTL_PLAYER_LOG_LEVEL", "loud")
    guide.window_button.click()
    qtbot.waitUntil(lambda: "Pemutar" in guide.error, timeout=WAIT_MS)
    assert guide.window_button.isEnabled()
