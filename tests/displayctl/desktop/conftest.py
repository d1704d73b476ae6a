"""The desktop on a real hub in this process, with two small walls, media and a playlist."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desktop.application import HubFinder, make_application, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from tests.displayctl.hub.ground import add_picture, add_playlist, add_wall
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do; that is no fault of ours."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def empty_hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub as it is after its first start."""
    with hub_in_thread(tmp_path / "office") as running:
        yield running


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with two walls, a picture and a playlist that shows it; made once, to be copied."""
    folder = tmp_path_factory.mktemp("furnished")
    with hub_in_thread(folder / "office") as running:
        add_wall(running.client, "taman", width=96, height=96)
        add_wall(running.client, "tugu")
        medium = add_picture(running.client, folder, "poster.png")
        add_playlist(running.client, "layanan", medium.id)
    return folder / "office"


@pytest.fixture
def hub(furnished: Path, tmp_path: Path) -> Iterator[RunningHub]:
    """A hub on a copy of the furnished installation."""
    shutil.copytree(furnished, tmp_path / "office")
    with hub_in_thread(tmp_path / "office") as running:
        yield running


def open_at(hub: RunningHub, application: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    make_application()
    finder = HubFinder(hub.installation, hub.url)
    with open_desk(application, hub.installation, finder) as desk:
        qtbot.waitUntil(lambda: desk.catalogue.loaded, timeout=10_000)
        yield desk


@pytest.fixture
def desk(hub: RunningHub, application: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    yield from open_at(hub, application, qtbot)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(desk)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: bool(desk.drafts.programmes), timeout=10_000)
    yield made
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
    made.close()
    made.deleteLater()
