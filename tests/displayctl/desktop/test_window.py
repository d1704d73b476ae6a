"""The window as a whole: languages, keys, empty states, legibility, and a hub that goes and comes back."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desk.installation import Installation
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.presenters.problems import hub_away_words
from displayctl.desktop.tasks import Tasks
from displayctl.errors import BackupError
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub

FOCUS_RING_PX = 2
"""The style sheet makes a button that has the focus a little higher, without needing it."""

pytestmark = pytest.mark.usefixtures("shared_window")


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub) -> RunningHub:
    """One hub for all of these tests, with one slot; what one adds, the others bear."""
    add_slot(shared_hub.client, "base", "layanan", "tugu")
    return shared_hub


@pytest.fixture
def window(shared_window: MainWindow, desk: Desk, application: QApplication) -> Iterator[MainWindow]:
    shared_window.show_page("library")
    yield shared_window
    shared_window.show_page("library")
    shared_window.speak("id")
    wait_until(application, lambda: "Pustaka" in texts(shared_window) and desk.tasks.under_way == 0)
    shared_window.banner.hide()


def texts(window: MainWindow) -> set[str]:
    return {made.text() for kind in (QLabel, QPushButton) for made in window.findChildren(kind) if made.text().strip()}


def test_switching_the_language_changes_every_text_at_once(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    assert "Pustaka" in texts(window)
    indonesian = texts(window)
    window.speak("en")
    qtbot.waitUntil(lambda: "Library" in texts(window), timeout=5000)
    left = {text for text in indonesian & texts(window) if any(letter.isalpha() for letter in text)}
    names = {"displayctl", "Slot", "Video", "Media", "poster", "Layanan", "Tugu", "Taman", "utama", "Tag", "Folder"}
    assert not {text for text in left if not any(name in text for name in names) and len(text) > 3}
    window.speak("id")
    qtbot.waitUntil(lambda: "Pustaka" in texts(window), timeout=5000)
    assert desk.preferences.language == "id"


def test_switching_the_language_keeps_what_is_typed_and_where_the_operator_is(window: MainWindow, qtbot: QtBot) -> None:
    library, schedule = window.page_named("library"), window.page_named("schedule")
    assert isinstance(library, LibraryPage)
    assert isinstance(schedule, SchedulePage)
    library.grid.setCurrentIndex(library.model.index(0))
    library.details.title.setText("Judul baru")
    schedule.turn(1)
    schedule.pick("base")
    schedule.editor.name.setText("")
    schedule.editor.priority.setValue(77)
    day = schedule.views.day
    window.speak("en")
    qtbot.waitUntil(lambda: window.page_named("library") is not library, timeout=5000)
    library, schedule = window.page_named("library"), window.page_named("schedule")
    assert isinstance(library, LibraryPage)
    assert isinstance(schedule, SchedulePage)
    assert library.details.title.text() == "Judul baru"
    assert (schedule.editor.name.text(), schedule.editor.priority.value()) == ("", 77)
    assert schedule.side.currentWidget() is schedule.editor
    assert schedule.views.day == day
    library.details.title.setText(library.model.media[0].title)
    schedule.pick("")


def test_number_keys_bring_pages_forward_and_the_last_one_is_kept(window: MainWindow, desk: Desk) -> None:
    window.activateWindow()
    numbered = {kind.key: kind.name for kind in PAGES if kind.key.startswith("Ctrl+")}
    assert set(numbered) == {f"Ctrl+{digit}" for digit in range(10)}
    for keys, name in numbered.items():
        window.show_page(PAGES[-1].name)
        key = Qt.Key(Qt.Key.Key_0.value + int(keys[-1]))
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        assert window.page is window.page_named(name)
    assert desk.preferences.page == list(numbered.values())[-1]


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_is_cut_off_at_the_smallest_common_size(
    window: MainWindow, desk: Desk, qtbot: QtBot, language: str
) -> None:
    window.speak(language)
    for kind in PAGES:
        window.show_page(kind.name)
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
        if kind.name == "schedule":
            window.page.pick("base")  # type: ignore[attr-defined]
        QApplication.processEvents()
        qtbot.waitUntil(lambda name=kind.name: _assert_whole(window, name), timeout=3000)
        assert not [_named(area) for area in _too_narrow(window)], kind.name


def _assert_whole(window: QWidget, page: str) -> None:
    """A page that was just filled finds its places over some rounds of events."""
    assert not [_named(made) for made in _cut_off(window)], page


def _cut_off(window: QWidget) -> list[QWidget]:
    made: list[QWidget] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    return [each for each in made if each.isVisible() and _text(each) and not _fits(each)]


def _text(made: QWidget) -> str:
    return str(made.text())  # type: ignore[attr-defined]


def _fits(made: QWidget) -> bool:
    if isinstance(made, QLabel) and made.wordWrap():
        return made.height() >= made.heightForWidth(made.width()) - 1
    return made.width() >= made.minimumSizeHint().width() and made.height() >= made.sizeHint().height() - FOCUS_RING_PX


def _too_narrow(window: QWidget) -> list[QScrollArea]:
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None]
    return [area for area in areas if area.widget().minimumSizeHint().width() > area.viewport().width()]


def _named(made: QWidget) -> str:
    text = _text(made) if isinstance(made, QLabel | QPushButton) else type(made).__name__
    return f"{text!r} {made.width()}x{made.height()} wants {made.sizeHint().width()}x{made.sizeHint().height()}"


@pytest.mark.parametrize("early", [True, False], ids=["made before the hub was read", "made after"])
def test_an_empty_installation_says_what_to_do_first(
    empty_hub: RunningHub, application: QApplication, qtbot: QtBot, early: bool
) -> None:
    make_application()
    finder = HubFinder(empty_hub.installation, empty_hub.url)
    with open_desk(application, empty_hub.installation, finder) as desk:
        if not early:
            qtbot.waitUntil(lambda: desk.catalogue.loaded, timeout=15_000)
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.show()
        for kind in PAGES:
            window.show_page(kind.name)
        qtbot.waitUntil(lambda: desk.catalogue.loaded, timeout=15_000)
        for name, words in (
            ("library", "Pustaka masih kosong"),
            ("playlists", "Belum ada daftar putar"),
            ("walls", "Belum ada layar"),
            ("schedule", "Belum ada yang dapat dijadwalkan"),
        ):
            window.show_page(name)
            assert words in {made.text() for made in window.page.findChildren(QLabel) if made.isVisible()}


def test_every_button_has_a_name_for_screen_readers(window: MainWindow) -> None:
    for kind in PAGES:
        window.show_page(kind.name)
    nameless = [
        made
        for made in window.findChildren(QPushButton)
        if not (made.text() or made.accessibleName() or made.isHidden())
    ]
    assert not nameless


def test_a_hub_that_was_killed_is_started_again_and_the_desk_comes_back(
    tmp_path: Path, application: QApplication, qtbot: QtBot
) -> None:
    make_application()
    finder = HubFinder(Installation(tmp_path / "office"), None)
    try:
        with open_desk(application, finder.installation, finder) as desk:
            window = MainWindow(desk)
            qtbot.addWidget(window)
            window.show()
            qtbot.waitUntil(lambda: desk.catalogue.loaded, timeout=20_000)
            pid = json.loads(finder.installation.hub_file.read_text())["pid"]
            lost: list[str] = []
            desk.link.lost.connect(lost.append)
            os.kill(pid, signal.SIGKILL)
            qtbot.waitUntil(lambda: bool(lost), timeout=10_000)
            assert "Hub tidak terjangkau" in window.connection_banner.text
            qtbot.waitUntil(lambda: desk.link.connected, timeout=30_000)
            qtbot.waitUntil(lambda: not window.connection_banner.isVisible(), timeout=5000)
            desk.link.lost.emit(
                "the hub ended at once: displayctl hub cannot start: no room is left for hub.sqlite in /srv/hub; "
                "remove files from that disk, then retry"
            )
            assert "Hub tidak dapat dijalankan. Tidak ada ruang lagi untuk hub.sqlite" in window.connection_banner.text
    finally:
        finder.stop()


def test_that_the_hub_is_away_is_said_by_one_line_and_not_once_it_is_back(
    window: MainWindow, desk: Desk, hub: RunningHub
) -> None:
    address = HubFinder(hub.installation, hub.url).locate()
    try:
        window.tell(hub_away_words(), "warning")
        assert window.banner.isVisible(), "before anybody knows that it is away"
        desk.link.lost.emit("gone")
        assert not window.banner.isVisible()
        window.connection_banner.hide()
        window.tell(hub_away_words(), "warning")
        assert window.connection_banner.isVisible()
        assert not window.banner.isVisible()
        window.tell("Tidak terbit.", "danger")
    finally:
        desk.link.came.emit(address)
    assert not window.connection_banner.isVisible()
    assert window.banner.text == "Tidak terbit."


def test_a_hub_of_this_folder_is_here_though_its_address_was_given_and_is_not_stopped_under_its_owner(
    tmp_path: Path,
) -> None:
    office = Installation(tmp_path)
    office.hub_file.write_text(json.dumps({"url": "http://127.0.0.1:8765"}))
    here, far = HubFinder(office, "http://127.0.0.1:8765"), HubFinder(office, "http://192.168.1.9:8765")
    assert (here.is_elsewhere, far.is_elsewhere, HubFinder(office, None).is_elsewhere) == (False, True, False)
    for finder, words in ((here, "a service of its own"), (far, "runs elsewhere")):
        with pytest.raises(BackupError, match=words), finder.held():
            pass


def test_work_never_runs_on_the_window_thread_and_failures_come_back(qtbot: QtBot) -> None:
    tasks = Tasks()
    threads: list[int] = []
    failures: list[Exception] = []
    tasks.run(threading.get_ident, threads.append)
    tasks.run(lambda: 1 / 0, None, failures.append)
    qtbot.waitUntil(lambda: bool(threads and failures), timeout=5000)
    assert threads[0] != threading.get_ident()
    assert isinstance(failures[0], ZeroDivisionError)
    tasks.close()


def test_nothing_is_called_for_a_page_that_is_gone(qtbot: QtBot) -> None:
    tasks, page, called = Tasks(), QWidget(), []
    tasks.run(lambda: time.sleep(0.05), called.append, owner=page)
    page.deleteLater()
    with qtbot.waitSignal(tasks.idle, timeout=5000):
        pass
    assert called == []
    tasks.close()


def test_no_page_holds_the_window_up_for_more_than_a_tenth_of_a_second(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    for number in range(60):
        add_slot(hub.client, f"slot-{number}", "layanan", "tugu", priority=number)
    qtbot.waitUntil(lambda: len(desk.catalogue.slots) > 60, timeout=10_000)
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    pulse = QTimer()
    pulse.timeout.connect(beat)
    for kind in PAGES:
        window.show_page(kind.name)
        QApplication.processEvents()
        last = time.perf_counter()
        pulse.start(5)
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)
        loop.exec()
        pulse.stop()
    assert sorted(gaps)[int(len(gaps) * 0.98)] < 0.1
