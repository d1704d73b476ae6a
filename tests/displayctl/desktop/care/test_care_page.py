"""The page for whoever looks after the desk: backups made, tested and brought back by its buttons, and the log."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.backups.contents import DATABASE
from displayctl.desk.backups.plan import BackupPlan, back_up_now, load_last, load_plan
from displayctl.desktop.care.log_file import Level
from displayctl.desktop.care.restore_window import DONE, LOSS, RestoreWindow
from displayctl.desktop.care.seal_window import SealWindow
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.care import BACKUPS, LOGS, CarePage
from displayctl.errors import BackupError
from tests.displayctl.desktop.conftest import opened_desk
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub

WAIT_MS = 60_000


class Rest:
    """A hub of ours that rests at once: in these tests it runs in this process."""

    is_elsewhere = False
    refuses = ""

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        if self.refuses:
            raise BackupError(self.refuses)
        yield


@pytest.fixture
def page(hub: RunningHub, application: QApplication, tmp_path: Path) -> Iterator[CarePage]:
    import dataclasses

    (tmp_path / "stick").mkdir()
    with opened_desk(hub, application) as desk:
        made = CarePage(dataclasses.replace(desk, rest=Rest()))
        made.resize(1000, 600)
        made.show()
        yield made
        made.close()
        made.deleteLater()


def choose(page: CarePage, folder: Path, qtbot: QtBot) -> None:
    page.backups.where.take(folder)
    qtbot.waitUntil(lambda: load_plan(page.backups._desk.installation).folder == folder, timeout=WAIT_MS)


def test_a_backup_is_made_and_tested_by_two_buttons(
    page: CarePage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.backups
    assert "Belum ada cadangan" in section.standing.text()
    assert not section.now_button.isEnabled()
    choose(page, tmp_path / "stick", qtbot)
    section.now_button.click()
    assert not section.now_button.isEnabled()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1 and not section.work.under_way, timeout=WAIT_MS)
    assert "belum diuji" in section.standing.text()
    section.test_button.click()
    qtbot.waitUntil(lambda: "baik" in section.verdict.text(), timeout=WAIT_MS)
    last = load_last(hub.installation)
    assert last is not None
    assert last.good is True
    assert "sudah diuji" in section.standing.text()


def test_a_backup_that_the_hub_made_meanwhile_is_listed_and_the_chosen_one_stays_chosen(
    page: CarePage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.backups
    choose(page, tmp_path / "stick", qtbot)
    section.now_button.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1 and not section.work.under_way, timeout=WAIT_MS)
    section.table.selectRow(0)
    former = section.chosen
    assert former is not None
    page.show_section(LOGS)
    later = PushedClock(section._desk.clock.now() + timedelta(days=1))
    back_up_now(hub.installation, tmp_path / "stick", later, kept=5)
    page.show_section(BACKUPS)
    qtbot.waitUntil(lambda: section.model.rowCount() == 2, timeout=WAIT_MS)
    assert section.chosen is not None
    assert section.chosen.name == former.name


def test_without_a_backup_it_is_said_what_comes_first(page: CarePage, tmp_path: Path, qtbot: QtBot) -> None:
    section = page.backups
    assert "Pilih dulu folder" in section.nothing.text()
    assert (section.nothing.isVisible(), section.table.isVisible()) == (True, False)
    choose(page, tmp_path / "stick", qtbot)
    assert "Belum ada cadangan di folder ini" in section.nothing.text()
    section.now_button.click()
    qtbot.waitUntil(section.table.isVisible, timeout=WAIT_MS)
    assert not section.nothing.isVisible()


def test_who_closes_the_window_while_keys_are_sealed_gets_no_backup(
    page: CarePage, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.backups
    choose(page, tmp_path / "stick", qtbot)
    window = SealWindow(section._desk)
    qtbot.addWidget(window)
    sealed: list[object] = []
    window.went.connect(sealed.append)
    for line in (window.fields.first, window.fields.second):
        line.setText("empat kata yang tidak berkaitan")
    window.show()
    window.go()
    window.close()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: section._desk.tasks.under_way == 0, timeout=WAIT_MS)
    assert (sealed, window.isVisible()) == ([], False)


def test_a_stick_that_is_gone_is_said_and_nothing_breaks(page: CarePage, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, tmp_path / "nowhere", qtbot)
    qtbot.waitUntil(lambda: "tidak ada" in page.backups.verdict.text(), timeout=WAIT_MS)
    page.backups.now_button.click()
    qtbot.waitUntil(lambda: not page.backups.work.under_way, timeout=WAIT_MS)
    assert "tidak ada" in page.backups.verdict.text()


def test_what_is_wrong_with_a_folder_goes_with_the_folder(page: CarePage, tmp_path: Path, qtbot: QtBot) -> None:
    section = page.backups
    choose(page, tmp_path / "nowhere", qtbot)
    qtbot.waitUntil(lambda: "tidak ada" in section.verdict.text(), timeout=WAIT_MS)
    assert not section.nothing.text(), "nobody knows what is in a folder that is not there"
    choose(page, tmp_path / "stick", qtbot)
    qtbot.waitUntil(lambda: "Belum ada cadangan" in section.nothing.text(), timeout=WAIT_MS)
    assert not section.verdict.text()


def test_beside_a_damaged_backup_it_is_said_that_a_new_one_was_made(
    page: CarePage, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.backups
    damaged = tmp_path / "stick" / "displayctl-backup" / "20261101T080000Z"
    damaged.mkdir(parents=True)
    (damaged / "manifest.json").write_text("{half")
    choose(page, tmp_path / "stick", qtbot)
    qtbot.waitUntil(lambda: "20261101T080000Z rusak" in section.verdict.text(), timeout=WAIT_MS)
    section.now_button.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1 and not section.work.under_way, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: section._desk.tasks.under_way == 0, timeout=WAIT_MS)
    assert "Cadangan selesai" in section.verdict.text()


def test_a_backup_that_the_full_disk_of_the_hub_cannot_note_is_said_to_be_made(
    page: CarePage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.backups
    choose(page, tmp_path / "stick", qtbot)
    (hub.installation.data / "backup-last.json").mkdir()
    section.now_button.click()
    qtbot.waitUntil(lambda: section.model.rowCount() == 1 and not section.work.under_way, timeout=WAIT_MS)
    made, why = section.verdict.text().splitlines()
    assert made.startswith("Cadangan selesai")
    assert "backup-last.json" in why


def test_bringing_back_names_what_is_lost_and_asks_first(
    page: CarePage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    section = page.backups
    choose(page, tmp_path / "stick", qtbot)
    section.now_button.click()
    qtbot.waitUntil(lambda: section.chosen is not None and not section.work.under_way, timeout=WAIT_MS)
    chosen = section.chosen
    assert chosen is not None
    window = RestoreWindow(section._desk, chosen)
    qtbot.addWidget(window)
    assert not window.go_button.isEnabled()
    window.agreed.setChecked(True)
    qtbot.waitUntil(window.go_button.isEnabled, timeout=WAIT_MS)
    section._desk.rest.refuses = "the hub runs as a service of its own; stop it"  # type: ignore[attr-defined]
    window.go()
    qtbot.waitUntil(lambda: bool(window.error), timeout=WAIT_MS)
    assert window.step == LOSS
    section._desk.rest.refuses = ""  # type: ignore[attr-defined]
    before = (hub.installation.hub_folder / DATABASE).stat().st_ino
    window.go()
    qtbot.waitUntil(lambda: window.step == DONE, timeout=WAIT_MS)
    assert (hub.installation.hub_folder / DATABASE).stat().st_ino != before
    assert (hub.installation.data / "before-restore").is_dir()


def test_the_log_is_filtered_followed_copied_and_saved(
    page: CarePage, hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    log = hub.installation.data / "hub.log"
    lines = [{"event": f"thing {n}", "level": "error" if n % 50 == 0 else "info"} for n in range(500)]
    log.write_text("".join(json.dumps(each) + "\n" for each in lines))
    page.show_section(LOGS)
    section = page.logs
    section.read()
    qtbot.waitUntil(lambda: section.model.rowCount() >= 300, timeout=WAIT_MS)
    with log.open("a") as more:
        more.write(json.dumps({"event": "job failed", "job": "9", "level": "error"}) + "\n")
    qtbot.waitUntil(lambda: section.model.entries[-1].event == "job failed", timeout=WAIT_MS)
    section.level.setCurrentIndex(section.level.findData(Level.ERROR))
    qtbot.waitUntil(lambda: section.model.rowCount() == 11, timeout=WAIT_MS)
    section.table.selectRow(10)
    assert "job: 9" in section.details.toPlainText()
    section.copy()
    assert "job failed" in QGuiApplication.clipboard().text()
    section.search.setText("THING 45")
    qtbot.waitUntil(lambda: section.model.rowCount() == 1, timeout=WAIT_MS)
    section.export(tmp_path / "part.txt")
    qtbot.waitUntil((tmp_path / "part.txt").exists, timeout=WAIT_MS)


def test_where_the_operator_was_is_kept(page: CarePage) -> None:
    page.show_section(LOGS)
    page.logs.search.setText("disk")
    kept = page.keep()
    page.show_section(BACKUPS)
    page.restore(kept)
    assert page.search_field() is page.logs.search
    assert page.keep() == (LOGS, "disk")


def test_a_desk_of_a_hub_elsewhere_says_where_backups_are_made(desk: Desk) -> None:
    page = CarePage(desk)
    assert "displayctl backup now" in page.backups.standing.text()
    assert not page.backups.now_button.isEnabled()
    page.deleteLater()


def test_the_plan_is_what_is_on_show(page: CarePage, hub: RunningHub, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, tmp_path / "stick", qtbot)
    page.backups.kept.setValue(3)
    page.backups.daily.setChecked(False)
    expected = BackupPlan(tmp_path / "stick", 3, daily=False)
    qtbot.waitUntil(lambda: load_plan(hub.installation) == expected, timeout=WAIT_MS)
