"""What the desk keeps in view: told in few words where it comes in quick succession, gone with whom it was for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.api.models import Event, PlayerState
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.tasks import Tasks
from tests.fakes.hub_in_thread import RunningHub

WALLS = 200


@pytest.fixture
def catalogue(application: QApplication) -> Iterator[Catalogue]:
    tasks = Tasks()
    made = Catalogue(tasks)
    yield made
    tasks.close()
    made.deleteLater()


def heard_from(wall: str) -> Event:
    seen = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    state = PlayerState(display_id=wall, device_id="d" * 64, connected=True, last_seen=seen)
    return Event(kind="player", id=wall, data=state.model_dump(mode="json"))


def test_what_many_walls_tell_at_once_is_known_at_once_and_drawn_in_one_go(catalogue: Catalogue, qtbot: QtBot) -> None:
    told: list[str] = []
    catalogue.changed.connect(told.append)
    for number in range(WALLS):
        catalogue.take(heard_from(f"wall-{number}"))
    assert len(catalogue.players) == WALLS
    assert told == [Topic.PLAYER]  # the first is not waited for
    qtbot.waitUntil(lambda: told == [Topic.PLAYER] * 2, timeout=5000)
    qtbot.waitUntil(lambda: not catalogue._gathering.isActive(), timeout=5000)
    assert told == [Topic.PLAYER] * 2
    catalogue.take(heard_from("wall-7"))
    assert told == [Topic.PLAYER] * 3  # after a pause it is told at once again


def test_what_was_asked_for_before_somebody_signed_out_is_not_shown_after(
    catalogue: Catalogue, hub: RunningHub, qtbot: QtBot
) -> None:
    catalogue.use(hub.client)
    catalogue.forget()  # while the answers are on their way
    with qtbot.waitSignal(catalogue._tasks.idle, timeout=15_000):
        pass
    assert not catalogue._settle.isActive()
    assert not catalogue.displays
    catalogue.use(hub.client)
    qtbot.waitUntil(lambda: catalogue.loaded, timeout=15_000)
    assert catalogue.displays
