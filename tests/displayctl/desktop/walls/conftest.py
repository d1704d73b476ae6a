"""What tests of walls at the desk stand on: English, where words are compared, and the page of walls."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.walls import WallsPage
from tests.displayctl.desktop.conftest import wait_until
from tests.fakes.hub_in_thread import RunningHub


@pytest.fixture
def english() -> Iterator[None]:
    """Dates and numbers as in English."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(desk: Desk, hub: RunningHub, application: QApplication) -> Iterator[WallsPage]:
    """The page on its own, as wide as in the smallest window, with the walls as other tests have left them."""
    desk.catalogue.read(Topic.DISPLAY, Topic.PLAYER)
    stored_ones = {part.id: part.version for part in hub.client.parts(PartKind.DISPLAY)}
    wait_until(application, lambda: {kept.id: kept.version for kept in desk.catalogue.displays} == stored_ones)
    made = WallsPage(desk)
    made.resize(960, 640)
    made.show()
    made.screens.rest()  # no picture is waited for that a simulated player never sends
    wait_until(application, lambda: len(made.tiles) == 2)
    yield made
    made.hide()
    wait_until(application, lambda: desk.tasks.under_way == 0)
    made.deleteLater()
