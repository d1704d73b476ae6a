"""The desk's connection: what one that was let go of still says is not heard."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.installation import desk_token
from displayctl.desktop.link import HubAddress, Link
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import add_wall
from tests.fakes.hub_in_thread import RunningHub


def test_facts_of_a_connection_that_was_let_go_of_are_not_heard(
    empty_hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    token = desk_token(empty_hub.installation, environment={})
    link = Link(lambda: HubAddress(empty_hub.url, token))
    told: list[str] = []
    link.told.connect(lambda event: told.append(event.id))
    with qtbot.waitSignal(link.came, timeout=10_000):
        link.start()
    add_wall(empty_hub.client, "lama")
    wait_until(application, lambda: "lama" in told, 10)
    told.clear()
    queued = threading.Event()
    link._heard.connect(lambda *_: queued.set(), Qt.ConnectionType.DirectConnection)
    add_wall(empty_hub.client, "tugu")
    assert queued.wait(10)
    with qtbot.waitSignal(link.came, timeout=10_000):
        link.come_anew()
    assert told == []
    link.stop()


def test_a_connection_that_was_let_go_of_counts_as_none_until_the_next_is_there(
    empty_hub: RunningHub, qtbot: QtBot
) -> None:
    token = desk_token(empty_hub.installation, environment={})
    asked_again, may_come = threading.Event(), threading.Event()
    may_come.set()

    def locate() -> HubAddress:
        if not may_come.is_set():
            asked_again.set()
        assert may_come.wait(10)
        return HubAddress(empty_hub.url, token)

    link = Link(locate)
    with qtbot.waitSignal(link.came, timeout=10_000):
        link.start()
    assert link.connected
    may_come.clear()
    link.come_anew()
    assert asked_again.wait(10)
    assert not link.connected
    with qtbot.waitSignal(link.came, timeout=10_000):
        may_come.set()
    assert link.connected
    link.stop()
