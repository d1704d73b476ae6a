"""Emergencies and drills under Reports, on paper, and the reminder of the monthly drill, against a real hub."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from displayctl.api.incidents import IncidentPicture
from displayctl.api.office import OfficeSettings
from displayctl.desktop.incidents.details import THUMBNAIL
from displayctl.desktop.incidents.drill_banner import DrillBanner
from displayctl.desktop.incidents.office_window import OfficeWindow
from displayctl.desktop.pages.reports import INCIDENTS, ReportsPage
from tests.builders import at
from tests.displayctl.desktop.conftest import opened_desk
from tests.displayctl.hub.ground import add_wall, now
from tests.displayctl.hub.sounding_alarm import alarm, send
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread


def words_of(pdf: Path) -> tuple[int, str]:
    """How many pages, and what the first one says."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document), document[0].get_textpage().get_text_bounded()


def test_the_record_is_on_show_filtered_and_saved_as_one_page(
    application: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    clock = PushedClock(now() - timedelta(hours=2))
    with hub_in_thread(tmp_path / "office", clock) as hub, opened_desk(hub, application) as desk:
        add_wall(hub.client)
        send(hub, alarm("trying", clock.now(), headline="Coba evakuasi", drill=True))
        clock.push(timedelta(minutes=1))
        send(hub, alarm("flood", clock.now(), headline="Banjir bandang", area="Luwuk"))
        page = ReportsPage(desk)
        qtbot.addWidget(page)
        page.show()
        page.show_section(INCIDENTS)
        section = page.incidents
        qtbot.waitUntil(lambda: section.incident is not None and section.incident.info.id == "flood", timeout=10_000)
        assert section.table.rowCount() == 2
        section._kinds.buttons()[2].click()
        qtbot.waitUntil(lambda: section.incident is not None and section.incident.info.id == "trying", timeout=10_000)
        assert section.table.rowCount() == 1
        everything, section._all = section._all, section._all[:1]  # the flood alone
        section._filter()
        assert any(each.text() == "Belum ada latihan" and each.isVisible() for each in section.findChildren(QLabel))
        section._all = everything
        section._filter()
        qtbot.waitUntil(lambda: section.incident is not None and section.incident.info.id == "trying", timeout=10_000)

        picture = IncidentPicture(
            alert_id="trying", display_id="tugu", taken_at=clock.now(), sha256="ab" * 32, size_bytes=1
        )
        image = QImage(512, 256, QImage.Format.Format_RGB32)
        assert section.incident is not None
        with_picture = section.incident.model_copy(update={"pictures": (picture,)})
        section.details.show_incident(with_picture, {picture.sha256: image})
        strip = section.details.pictures
        assert strip.sizeHintForRow(0) > THUMBNAIL.height() + strip.fontMetrics().height()  # and its caption below it
        assert strip.sizeHintForRow(0) < strip.viewport().height()

        section.open_office()
        window = section.findChild(OfficeWindow)
        assert window is not None
        window.name.setText("Kabupaten Banggai")
        settings = hub.client.settings()
        theirs = settings.office.model_copy(update={"address": "Jl. Ahmad Yani 1, Luwuk"})
        hub.client.put_settings(settings.model_copy(update={"office": theirs}))
        with qtbot.waitSignal(window.saved, timeout=10_000):
            window.save()
        office = hub.client.settings().office
        assert (office.name, office.address) == ("Kabupaten Banggai", "Jl. Ahmad Yani 1, Luwuk")

        with qtbot.waitSignal(section.told, timeout=20_000):
            section.save_incident(tmp_path / "latihan.pdf")
        pages, text = words_of(tmp_path / "latihan.pdf")
        assert pages == 1
        for word in ("Kabupaten Banggai", "LAPORAN LATIHAN DARURAT", "Coba evakuasi", "tidak tayang", "LATIHAN"):
            assert word in text
        with qtbot.waitSignal(section.told, timeout=20_000):
            section.save_drills(tmp_path / "bulanan.pdf")
        assert "LAPORAN LATIHAN BULANAN" in words_of(tmp_path / "bulanan.pdf")[1]
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)


def test_duty_staff_are_reminded_of_the_monthly_drill_until_it_was_run(
    application: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    clock = PushedClock(at("2026-11-30 08:00"))
    with hub_in_thread(tmp_path / "office", clock) as hub:
        clock.push(timedelta(days=4))
        opened: list[bool] = []
        with opened_desk(hub, application) as desk:
            banner = DrillBanner(desk, lambda: opened.append(True))
            qtbot.addWidget(banner)
            qtbot.waitUntil(banner.isVisible, timeout=10_000)
            banner._action.click()
            assert opened == [True]
            banner.show()
            send(hub, alarm("drill", clock.now(), drill=True))
            qtbot.waitUntil(lambda: not banner.isVisible(), timeout=10_000)
            qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
    assert OfficeSettings().drill_reminder
