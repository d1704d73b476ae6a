"""The library page of one window, for all of these tests."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from displayctl.api.models import MediumInfo
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from tests.displayctl.hub.ground import add_picture
from tests.fakes.hub_in_thread import RunningHub

PATIENCE = 15_000
FIRST = {"poster", "green", "blue"}


def titles(page: LibraryPage) -> list[str]:
    return [medium.title for medium in page.model.media]


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub, tmp_path_factory: pytest.TempPathFactory) -> RunningHub:
    """One for all tests here, for a window of its own takes longer than what is done in it."""
    for name in ("green", "blue"):
        add_picture(shared_hub.client, tmp_path_factory.mktemp("library"), f"{name}.png", name)
    return shared_hub


@pytest.fixture(scope="module")
def opened(shared_window: MainWindow) -> LibraryPage:
    found = shared_window.page_named("library")
    assert isinstance(found, LibraryPage)
    shared_window.show_page("library")
    return found


@pytest.fixture
def page(opened: LibraryPage, qtbot: QtBot) -> LibraryPage:
    """The page with everything on show as cards, and nothing chosen."""
    opened.show_everything()
    opened.shelf.show_as(as_list=False)
    opened.shelf.choose([])
    qtbot.waitUntil(lambda: set(titles(opened)) >= FIRST, timeout=PATIENCE)
    return opened


def named(page: LibraryPage, title: str) -> MediumInfo:
    return next(medium for medium in page.model.media if medium.title == title)


def choose(page: LibraryPage, *names: str) -> None:
    page.shelf.choose([named(page, name).id for name in names])


def stored(hub: RunningHub, name: str) -> MediumInfo:
    return next(medium for medium in hub.client.media().media if medium.title == name)
