"""The desktop on a real hub in this process, with two small walls, media and a playlist."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.language import Language
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from tests.displayctl.hub.ground import add_picture, add_playlist, add_wall
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

LONGER_THAN_ANY_TEST_MS = 3_600_000
OLD_ONES = 100


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do; that is no fault of ours."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def no_window_outlives_its_test(application: QApplication) -> Iterator[None]:
    """Qt deletes later, and outside its loop never: a look that is put on would be worked out for all old windows."""
    yield
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.set_threshold(*gc.get_threshold()[:2], OLD_ONES)  # no desk sweeps here, and hundreds of them come and go


@pytest.fixture
def indonesian(application: QApplication) -> Iterator[None]:
    """What is said is said in Indonesian."""
    language = Language(application)
    language.speak("id")
    yield
    language.speak("en")


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


@contextmanager
def hub_on_copy(furnished: Path, folder: Path) -> Iterator[RunningHub]:
    """A hub in `folder`, on a copy of the furnished installation."""
    shutil.copytree(furnished, folder / "office")
    with hub_in_thread(folder / "office") as running:
        yield running


@pytest.fixture(scope="module")
def shared_hub(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """One furnished hub for the tests of a module, which bear what others of them have done."""
    with hub_on_copy(furnished, tmp_path_factory.mktemp("shared")) as running:
        yield running


@pytest.fixture(scope="module")
def shared_desk(shared_hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    with opened_desk(shared_hub, application) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_window(shared_desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    with opened_window(shared_desk, application) as opened:
        yield opened


@pytest.fixture
def hub(request: pytest.FixtureRequest, furnished: Path, tmp_path: Path) -> Iterator[RunningHub]:
    """A furnished hub of its own, or, for a test that uses a shared one, that."""
    if "shared_hub" in request.fixturenames:
        yield request.getfixturevalue("shared_hub")
        return
    with hub_on_copy(furnished, tmp_path) as running:
        yield running


def wait_until(application: QApplication, condition: Callable[[], bool], seconds: float = 15) -> None:
    """Let Qt work until `condition`; for fixtures that outlive a test and its qtbot."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        application.processEvents()
        time.sleep(0.005)


@contextmanager
def opened_desk(hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    """A desk on `hub` that has read everything."""
    make_application()
    hub.unlock_desk()
    with open_desk(application, hub.installation, HubFinder(hub.installation, hub.url)) as desk:
        wait_until(application, lambda: desk.catalogue.loaded)
        yield desk


@contextmanager
def opened_window(desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    """The window of a desk, as large as the smallest common screen. Its pages are made when they are asked for: making
    all of them ahead takes longer than most tests.
    """
    made = MainWindow(desk)
    made._prepare_next.setInterval(LONGER_THAN_ANY_TEST_MS)
    made.resize(1366, 768)
    made.show()
    wait_until(application, lambda: bool(desk.drafts.programmes))
    yield made
    wait_until(application, lambda: desk.tasks.under_way == 0)
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(request: pytest.FixtureRequest, hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    """As `hub`."""
    if "shared_desk" in request.fixturenames:
        yield request.getfixturevalue("shared_desk")
        return
    with opened_desk(hub, application) as opened:
        yield opened


@pytest.fixture
def window(request: pytest.FixtureRequest, desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    """As `hub`."""
    if "shared_window" in request.fixturenames:
        yield request.getfixturevalue("shared_window")
        return
    with opened_window(desk, application) as opened:
        yield opened
