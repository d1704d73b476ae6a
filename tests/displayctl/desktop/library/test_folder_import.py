"""A folder's import at a real hub, from one day to the next, and with a hub that goes away."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desktop import uploads as module_of_uploads
from displayctl.desktop.catalogue import Catalogue
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_record import Came, ImportRecord
from displayctl.desktop.library.work import library_work
from displayctl.desktop.uploads import Uploads
from displayctl.desktop.widgets.import_line import ImportLine
from tests.displayctl.desktop.conftest import hub_on_copy, opened_desk
from tests.displayctl.hub.ground import picture_file
from tests.fakes.hub_in_thread import RunningHub

PATIENCE = 15_000


def test_a_folder_is_imported_paused_and_gone_on_with_after_a_restart(
    furnished: Path, tmp_path: Path, application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as office:
        running = office.enter_context(hub_on_copy(furnished, tmp_path))
        root = photographs(tmp_path)
        import_half(running, root, application, qtbot)
        with opened_desk(running, application) as desk:
            second = library_work(desk).folder_import
            import_the_rest(running, second, qtbot)
            with monkeypatch.context() as patch:
                wait_for_room(second, root, patch, qtbot)
            go_on_behind_others(desk.uploads, second, root, monkeypatch, qtbot)
            with monkeypatch.context() as patch:
                the_same_one_again(desk, second, root, patch, qtbot)
            stop_in_the_middle(second, root, qtbot)
            wait_without_a_hub(second, root, office.close, qtbot)


def photographs(tmp_path: Path) -> Path:
    root = tmp_path / "Foto"
    (root / "Pasar").mkdir(parents=True)
    for number in range(4):
        picture_file(root / "Pasar", f"{number}.png", f"rgb({number}, 80, 80)")
    (root / "rusak.png").write_bytes(b"")
    picture_file(root, "poster.png", "red")
    return root


def the_same_one_again(desk: Desk, second: FolderImport, root: Path, patch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """A file that lies in a folder several times comes in once, before the desk has read of the first one."""
    patch.setattr(Catalogue, "media", desk.catalogue.media)
    patch.setattr(Catalogue, "find", lambda *_: None)
    (root / "Sama").mkdir()
    for number in range(3):
        picture_file(root / "Sama", f"sama-{number}.png", "rgb(3, 33, 133)")
    second.begin(root / "Sama", "", keep_folders=False)
    qtbot.waitUntil(lambda: second.count == 3 and not second.under_way, timeout=PATIENCE)
    assert (second.counts[Came.ADDED], second.counts[Came.THERE]) == (1, 2)
    second.dismiss()


def import_half(hub: RunningHub, root: Path, application: QApplication, qtbot: QtBot) -> None:
    with opened_desk(hub, application) as desk:
        first = library_work(desk).folder_import
        first.changed.connect(lambda: first.pause() if first.count == 2 and not first.paused else None)
        first.begin(root, "Impor", keep_folders=True)
        qtbot.waitUntil(lambda: first.paused, timeout=PATIENCE)
        qtbot.waitUntil(lambda: not desk.uploads.uploads, timeout=PATIENCE)
        assert 2 <= first.count <= 3


def import_the_rest(hub: RunningHub, second: FolderImport, qtbot: QtBot) -> None:
    assert second.paused
    assert 2 <= second.count <= 3
    second.go_on()
    qtbot.waitUntil(lambda: second.count == 6, timeout=PATIENCE)
    qtbot.waitUntil(lambda: second.counts[Came.REFUSED] == 1, timeout=PATIENCE)
    line = ImportLine(second)
    qtbot.addWidget(line)
    assert (second.counts[Came.THERE], second.counts[Came.ADDED]) == (1, 4)
    (refused,) = (each for each in second.results if each.came is Came.REFUSED)
    assert refused.path.endswith("rusak.png")
    assert "kosong (0 bita)" in refused.words
    assert "4 baru, 1 sudah ada, 1 tidak diterima" in line.words
    line.stop.click()
    assert not second.there
    assert ImportRecord(hub.installation.data / "import.json").load() is None
    assert {medium.folder for medium in hub.client.media().media} == {"", "Impor", "Impor/Pasar"}


def wait_for_room(second: FolderImport, root: Path, patch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """A full disk is said once, and no file is refused for it."""
    usage = shutil.disk_usage(root)
    patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    for number in range(2):
        picture_file(root / "Pasar", f"penuh-{number}.png", f"rgb(80, {number}, 200)")
    with qtbot.waitSignal(second.refused, timeout=PATIENCE) as told:
        second.begin(root / "Pasar", "Penuh", keep_folders=False)
    assert "penuh" in told.args[0]
    assert (second.paused, second.under_way, second.counts[Came.REFUSED]) == (True, True, 0)


def go_on_behind_others(
    uploads: Uploads, second: FolderImport, root: Path, patch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Where people dropped as many files as may wait, those of the folder come after them."""
    patch.setattr(module_of_uploads, "MOST_WAITING", 1)
    uploads.add([picture_file(root, "taruh.png", "rgb(1, 2, 3)")])
    second.go_on()
    qtbot.waitUntil(lambda: not second.under_way, timeout=PATIENCE)
    assert (second.counts[Came.ADDED], second.counts[Came.REFUSED]) == (2, 0)


def stop_in_the_middle(second: FolderImport, root: Path, qtbot: QtBot) -> None:
    """What was taken until then stays told until somebody dismisses it; a folder without media is called so."""
    line = ImportLine(second)
    qtbot.addWidget(line)
    for number in range(3):
        picture_file(root / "Pasar", f"henti-{number}.png", f"rgb(200, {number}, 80)")
    stopping = second.changed.connect(lambda: line.stop.click() if second.count == 1 and not second.stopped else None)
    second.begin(root / "Pasar", "", keep_folders=False)
    qtbot.waitUntil(lambda: second.stopped and not second.under_way, timeout=PATIENCE)
    second.changed.disconnect(stopping)
    line.draw()
    assert second.there
    there, files = second.counts[Came.THERE], len(second.plan.items)
    assert f"dihentikan: 0 baru, {there} sudah ada, 0 tidak diterima, {files - there} tidak diambil" in line.words
    assert 1 <= there < files
    line.stop.click()
    assert not second.there
    (root / "Kosong").mkdir()
    second.begin(root / "Kosong", "", keep_folders=False)
    qtbot.waitUntil(lambda: not second.scanning, timeout=PATIENCE)
    line.draw()
    assert "tidak berisi" in line.words
    with qtbot.waitSignal(second.refused, timeout=PATIENCE) as told:
        second.begin(root / "poster.png", "", keep_folders=False)
    assert "bukan folder" in told.args[0]


def wait_without_a_hub(second: FolderImport, root: Path, stop_hub: Callable[[], None], qtbot: QtBot) -> None:
    """No file is given up only because nobody answers: all of them wait."""
    picture_file(root / "Pasar", "baru.png", "rgb(9, 9, 200)")
    stop_hub()
    with qtbot.waitSignal(second.refused, timeout=PATIENCE) as told:
        second.begin(root / "Pasar", "Lagi", keep_folders=False)
    assert "menunggu" in told.args[0]
    assert (second.paused, second.under_way, second.counts[Came.REFUSED]) == (True, True, 0)
    second.cancel()
