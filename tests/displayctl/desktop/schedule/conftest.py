"""One hub and one window for each file of tests of the schedule, since each test leaves them without slots."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.widgets.schedule_bar import Shown
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.desktop.schedule.hands import schedule
from tests.fakes.hub_in_thread import RunningHub


@pytest.fixture
def hub(shared_hub: RunningHub) -> RunningHub:
    return shared_hub


@pytest.fixture
def desk(shared_desk: Desk) -> Desk:
    return shared_desk


@pytest.fixture
def window(shared_window: MainWindow, hub: RunningHub, desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    yield shared_window
    page = schedule(shared_window)
    page.show_view(Shown.WEEK)
    page.week.canvas.choose(())
    page.pick("")
    page.go_today()
    wait_until(application, lambda: desk.tasks.under_way == 0 and not desk.edits.waiting)
    desk.edits.stack.clear()
    for part in hub.client.parts(PartKind.SLOT):
        hub.client.delete_part(PartKind.SLOT, part.id, part.version)
    wait_until(application, lambda: not desk.catalogue.slots and desk.tasks.under_way == 0)
