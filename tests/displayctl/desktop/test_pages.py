"""Publishing, walls and reports, against a real hub."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from displayctl.api.models import MediumChange, PartKind
from displayctl.desk.publishing import publish
from displayctl.desk.reporting.saving import Form
from displayctl.desktop import drafts
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.pages.reports import ReportsPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.pairing import PairingWindow
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.codec import display_from_dict, ticker_to_dict
from schedules.recurrence import Recurrence
from schedules.ticker import RunningText, Ticker
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer

WEEK = timedelta(days=7)


def test_publishing_signs_sends_and_waits_for_receipts(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    add_slot(hub.client, "base", "layanan", "tugu")
    page = window.page_named("publish")
    assert isinstance(page, PublishPage)
    window.show_page("publish")
    qtbot.waitUntil(lambda: page.changes > 0 and page.publish_button.isEnabled(), timeout=10_000)
    QTest.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(hub.client.publications()) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: page.changes == 0, timeout=10_000)
    assert {receipt.display_id for receipt in hub.client.receipts("utama")} == {"tugu", "taman"}


def test_running_text_and_a_booking_of_another_month_wait_on_the_page_like_all_else(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu")
    publish(hub.client, hub.keyring, "utama")
    text = Ticker("t", "Info", (RunningText("Hati-hati"),), display_ids=("tugu",))
    hub.client.create_part(PartKind.TICKER, ticker_to_dict(text))
    add_slot(hub.client, "jauh", "layanan", "tugu", recurrence=Recurrence(date(2099, 1, 1)))
    page = window.page_named("publish")
    assert isinstance(page, PublishPage)
    window.show_page("publish")
    qtbot.waitUntil(lambda: page.changes == 2, timeout=10_000)
    qtbot.waitUntil(lambda: any("Hati-hati" in each.text() for each in page.findChildren(QLabel)), timeout=10_000)


def test_a_draft_that_changed_a_moment_ago_is_read_before_it_can_be_published(
    window: MainWindow, desk: Desk, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu")
    page = window.page_named("publish")
    assert isinstance(page, PublishPage)
    window.show_page("publish")
    qtbot.waitUntil(lambda: page.changes > 0 and page.publish_button.isEnabled(), timeout=10_000)
    qtbot.waitUntil(lambda: desk.catalogue.find(Topic.SLOT, "base") is not None, timeout=10_000)
    (slot,) = desk.catalogue.slots
    desk.edits.remove(PartKind.SLOT, slot, "Delete a booking")
    assert not page.publish_button.isEnabled()
    qtbot.waitUntil(page.publish_button.isEnabled, timeout=10_000)
    QTest.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(hub.client.publications()) == 1, timeout=10_000)


def test_what_changes_all_the_time_keeps_nobody_from_publishing(
    window: MainWindow, desk: Desk, hub: RunningHub, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(drafts, "LONGEST_WAIT_SECONDS", 0.5)
    add_slot(hub.client, "base", "layanan", "tugu")
    page = window.page_named("publish")
    assert isinstance(page, PublishPage)
    window.show_page("publish")
    qtbot.waitUntil(lambda: any(programme.slots for programme in desk.drafts.programmes), timeout=10_000)
    many = QTimer()
    many.timeout.connect(lambda: desk.catalogue.changed.emit(Topic.MEDIUM))
    many.start(5)
    qtbot.waitUntil(lambda: page.changes > 0 and page.publish_button.isEnabled(), timeout=10_000)
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
    medium = desk.catalogue.media[0]
    hub.client.change_medium(medium.id, MediumChange(version=medium.version, expires_at=desk.clock.now() + WEEK))
    qtbot.waitUntil(lambda: not page.publish_button.isEnabled(), timeout=10_000)
    qtbot.waitUntil(page.publish_button.isEnabled, timeout=10_000)
    many.stop()
    QTest.mouseClick(page.publish_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(hub.client.publications()) == 1, timeout=10_000)


def test_a_wall_is_added_by_its_form(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    page.edit("")
    form = page.findChild(WallForm)
    assert form is not None
    form.name.setText("Pasar Simpong")
    form.width_px.setValue(320)
    form.height_px.setValue(160)
    form.save()
    qtbot.waitUntil(lambda: len(hub.client.parts(PartKind.DISPLAY)) == 3, timeout=5000)
    names = {display_from_dict(part.value).name for part in hub.client.parts(PartKind.DISPLAY)}
    assert "Pasar Simpong" in names
    qtbot.waitUntil(lambda: len(page.tiles) == 3, timeout=5000)


def test_a_player_that_waits_is_paired_and_named_by_what_is_published(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    add_slot(hub.client, "base", "layanan", "tugu")
    publish(hub.client, hub.keyring, "utama")
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    window.show_page("walls")
    with SimulatedPlayer(hub.url, "BBBB-CCCC") as player:
        player.ask()
        page.pair("tugu")
        form = page.findChild(PairingWindow)
        assert form is not None
        qtbot.waitUntil(lambda: form.waiting.count() == 1, timeout=5000)
        form.waiting.setCurrentRow(0)
        with qtbot.waitSignal(page.told, timeout=5000) as told:
            QTest.keyClick(form.code, Qt.Key.Key_Return)
        assert "sekarang" in told.args[0]
        named = {display["id"]: display["fingerprint"] for display in hub.client.programme("utama")["displays"]}
        assert named["tugu"] == player.device_id


def test_a_wall_with_an_unknown_time_zone_is_refused_with_a_hint(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    page.edit("tugu")
    form = page.findChild(WallForm)
    assert form is not None
    form.zone.setCurrentText("Asia/Luwuk")
    form.save()
    assert form.isVisible()
    assert "Asia/Makassar" in form.error
    form.reject()


def test_the_report_is_shown_and_saved(window: MainWindow, tmp_path: Path, hub: RunningHub, qtbot: QtBot) -> None:
    page = window.page_named("reports")
    assert isinstance(page, ReportsPage)
    window.show_page("reports")
    qtbot.waitUntil(lambda: page.ground.report is not None, timeout=10_000)
    assert page.ground.report is not None
    assert page.ground.report.made_at <= window._desk.clock.now(), "what is still to come today was not missed yet"
    page.saving.save(tmp_path / "laporan.csv", Form.CSV)
    qtbot.waitUntil((tmp_path / "laporan.csv").exists, timeout=5000)
