"""What is kept of deeds and refusals, at the desktop: the audit trail, and what a wall would not believe."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from displayctl.api.audit import AuditVerdict
from displayctl.api.device_reports import RefusalInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.audit import AuditTrailPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.presenters.refusal_words import refusal_words
from tests.displayctl.hub.ground import now

pytestmark = pytest.mark.usefixtures("shared_window")


def test_the_audit_trail_is_filtered_checked_and_exported(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_page("audit")
    page = window.page
    assert isinstance(page, AuditTrailPage)
    qtbot.waitUntil(lambda: page.table.rowCount() > 3, timeout=10_000)
    everything = page.table.rowCount()
    page.action.setCurrentIndex(page.action.findData("medium"))
    page.refresh()
    qtbot.waitUntil(lambda: 0 < page.table.rowCount() < everything, timeout=10_000)
    first = page.table.item(0, 2)
    assert first is not None
    assert first.text() == "mengubah pustaka"
    page.verify()
    qtbot.waitUntil(lambda: "Rantai utuh" in page.verdict.text(), timeout=10_000)
    page._verified(AuditVerdict(entries=3, head="0" * 64, findings=("entry 2 was changed after it was written",)))
    assert "Catatan 2 diubah" in page.verdict.text()
    page.export_to(tmp_path / "jejak.csv")
    qtbot.waitUntil(lambda: (tmp_path / "jejak.csv").exists() and "jejak.csv" in window.banner.text, timeout=10_000)
    assert (tmp_path / "jejak.csv").read_text().startswith("seq,at,")


def test_what_a_wall_refused_stands_with_it_in_words(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    moment = now()
    refusal = RefusalInfo(rule="signatures", detail="one of two", first_at=moment, last_at=moment)
    window.show_page("walls")
    page = window.page
    assert isinstance(page, WallsPage)
    qtbot.waitUntil(lambda: bool(page.tiles), timeout=10_000)
    page.pick("tugu")
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
    status = page.details.status
    status.tell_refusal(refusal)
    assert "kurang dari yang diminta kebijakan" in status.refused.text()
    assert status.refused.isVisible()
    old = refusal.model_copy(update={"last_at": moment - timedelta(days=9)})
    status.tell_refusal(old)
    assert not status.refused.isVisible()
    assert refusal_words(refusal.model_copy(update={"rule": "unheard-of"})) == "one of two"
