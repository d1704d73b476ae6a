"""A wall for those who have none: a real player in a window of this computer, approved by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from displayctl.api.client import HubClient
from displayctl.api.models import PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.first_picture import show_first
from displayctl.desk.installation import Installation
from displayctl.desk.publishing import await_walls
from displayctl.desk.window_wall import WALL_ID, WindowWall
from displayctl.errors import WindowWallFailed
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_picture, eventually
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

ZONE = "Asia/Makassar"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path / "office") as running:
        yield running


@pytest.fixture
def wall(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> Iterator[WindowWall]:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    made = WindowWall(hub.installation)
    try:
        yield made
    finally:
        made.end()


def test_from_nothing_to_something_on_a_window_of_this_computer(
    hub: RunningHub, wall: WindowWall, tmp_path: Path
) -> None:
    assert wall.begin(hub.client, "Jendela", SystemClock(), ZONE) == WALL_ID
    assert wall.running
    medium = add_picture(hub.client, tmp_path)
    beliefs = Beliefs(hub.installation.keys_folder)
    shown = show_first(
        hub.client, hub.keyring, medium.id, "utama", "Gambar pertama", beliefs=beliefs, clock=SystemClock()
    )
    assert shown.revision > 0
    (receipt,) = await_walls(hub.client, "utama", 60)
    assert receipt.display_id == WALL_ID
    eventually(lambda: (hub.client.fleet()[0].showing or {}).get("title") == medium.title, 60)
    assert hub.client.screenshot(WALL_ID).startswith(b"\x89PNG")
    assert wall.begin(hub.client, "Jendela", SystemClock(), ZONE) == WALL_ID
    assert len(hub.client.parts(PartKind.DISPLAY)) == 1
    wall.end()
    assert not wall.running
    wall.end()


def test_a_hub_elsewhere_has_no_window_here(tmp_path: Path) -> None:
    wall = WindowWall(Installation(tmp_path))
    with HubClient("https://10.0.0.9:8765", pin=None) as client, pytest.raises(WindowWallFailed, match="not on this"):
        wall.begin(client, "Jendela", SystemClock(), ZONE)


def test_a_player_that_cannot_start_says_why(
    hub: RunningHub, wall: WindowWall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAYCTL_PLAYER_LOG_LEVEL", "loud")
    with pytest.raises(WindowWallFailed, match=r"ended at once: .*log_level"):
        wall.begin(hub.client, "Jendela", SystemClock(), ZONE)
