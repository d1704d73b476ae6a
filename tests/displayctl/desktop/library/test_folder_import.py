"""A folder's import at a real hub, from one day to the next."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desktop.library.import_record import Came, ImportRecord
from displayctl.desktop.library.work import library_work
from tests.displayctl.desktop.conftest import opened_desk
from tests.displayctl.hub.ground import picture_file
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

PATIENCE = 15_000


def test_a_folder_is_imported_paused_and_gone_on_with_after_a_restart(
    furnished: Path, tmp_path: Path, application: QApplication, qtbot: QtBot
) -> None:
    shutil.copytree(furnished, tmp_path / "office")
    with hub_in_thread(tmp_path / "office") as running:
        import_in_two_days(running, tmp_path, application, qtbot)


def import_in_two_days(hub: RunningHub, tmp_path: Path, application: QApplication, qtbot: QtBot) -> None:
    root = tmp_path / "Foto"
    (root / "Pasar").mkdir(parents=True)
    for number in range(4):
        picture_file(root / "Pasar", f"{number}.png", f"rgb({number}, 80, 80)")
    (root / "rusak.png").write_bytes(b"")
    picture_file(root, "poster.png", "red")
    with opened_desk(hub, application) as desk:
        first = library_work(desk).folder_import
        first.changed.connect(lambda: first.pause() if first.count == 2 and not first.paused else None)
        first.begin(root, "Impor", keep_folders=True)
        qtbot.waitUntil(lambda: first.paused, timeout=PATIENCE)

        qtbot.waitUntil(lambda: not desk.uploads.uploads, timeout=PATIENCE)
        done = first.count
        assert 2 <= done <= 3
    with opened_desk(hub, application) as desk:
        second = library_work(desk).folder_import
        assert second.paused
        assert second.count == done
        second.go_on()
        qtbot.waitUntil(lambda: second.count == 6, timeout=PATIENCE)
        assert second.counts[Came.THERE] == 1
        assert second.counts[Came.ADDED] == 5
        second.cancel()
        assert ImportRecord(hub.installation.data / "import.json").load() is None
    found = {medium.folder for medium in hub.client.media().media}
    assert found == {"", "Impor", "Impor/Pasar"}
