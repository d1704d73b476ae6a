"""The UI thread is never held for long: on no page, and not while an office of some size is read and compiled.

What is judged is the UI thread's own work, which other programs on the machine do not make longer; what hands wait for
on the clock is measured by ``benchmarks.bench_desk``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from schedules.clock import SystemClock
from tests.displayctl.desktop.conftest import opened_desk, wait_until
from tests.displayctl.desktop.watchdog import Watchdog, busiest
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.large_office import OfficeSize, make_large_office

SIZE = OfficeSize(walls=12, media=400, playlists=40, slots=90, groups=2)
MOST_MS = 250.0
"""A tenth of a second is the promise; a machine that is busy with other programs works half as fast."""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    data = tmp_path_factory.mktemp("large") / "office"
    make_large_office(data, SIZE, SystemClock())
    with hub_in_thread(data) as running:
        yield running


@pytest.fixture(scope="module")
def desk(hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    with opened_desk(hub, application) as opened:
        yield opened


def test_no_page_holds_the_ui_thread(desk: Desk, application: QApplication) -> None:
    window = MainWindow(desk)
    window.resize(1366, 768)
    window.show()
    wait_until(application, lambda: desk.catalogue.loaded, 60)
    for kind in PAGES:  # made and shown once, as the window makes them while nobody acts on it
        window.show_page(kind.name)
        wait_until(application, lambda: desk.tasks.under_way == 0, 60)
    with Watchdog() as dog:
        for kind in PAGES:
            window.show_page(kind.name)
            wait_until(application, lambda: desk.tasks.under_way == 0, 60)
            desk.catalogue.changed.emit("medium")
            desk.catalogue.changed.emit("slot")
            application.processEvents()
        wait_until(application, lambda: len(desk.drafts.programmes) == SIZE.groups, 60)
        wait_until(application, lambda: desk.tasks.under_way == 0, 60)
    window.close()
    window.deleteLater()
    assert dog.hardest.worked_ms <= MOST_MS, "\n".join(map(str, dog.blocks))


def test_the_watchdog_says_for_how_long_and_by_what(application: QApplication) -> None:
    with Watchdog() as dog:
        _hold(0.15)
        wait_until(application, lambda: bool(dog.blocks), 5)
    assert dog.worst.held_ms >= 140
    assert dog.worst.stack[0] == "test_never_held._hold"


def _hold(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_of_what_was_seen_the_most_frequent_is_told() -> None:
    assert busiest([("a",), ("b", "c"), (), ("b", "c")]) == ("b", "c")
    assert busiest([]) == ()
