"""The site checklist at the desktop: answers are kept as they are given, and the wall says where it stands."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from displayctl.api.site_items import SiteAnswer, SiteItem
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.trust.site_window import SiteWindow
from tests.fakes.hub_in_thread import RunningHub

LONG = 20_000


def test_a_wall_is_commissioned_at_the_desktop(desk: Desk, hub: RunningHub, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "usb.jpg"
    Image.new("RGB", (640, 480), "teal").save(picture)
    page = WallsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.pick("tugu")
    page.show_site("tugu")
    window = page.findChildren(SiteWindow)[0]
    qtbot.waitUntil(lambda: window.checklist is not None, timeout=LONG)
    for item in SiteItem:
        line = window.lines[item]
        if item is SiteItem.USB_PORTS:
            line.answer(SiteAnswer.YES, picture)
        else:
            line.note.setText("tidak ada")
            line.answer(SiteAnswer.ABSENT)
    qtbot.waitUntil(lambda: hub.client.sites.checklist("tugu").commissioned_at is not None, timeout=LONG)
    qtbot.waitUntil(lambda: window.lines[SiteItem.USB_PORTS].has_picture, timeout=LONG)
    window.accept()
    site = page.details.status.site
    qtbot.waitUntil(lambda: "Layak operasi" in site.text() or "Commissioned" in site.text(), timeout=LONG)


def test_a_file_that_is_no_picture_is_refused_in_the_window(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    program = tmp_path / "foto.jpg"
    program.write_bytes(b"MZ\x90\x00 a program")
    kept = desk.catalogue.displays[0]
    window = SiteWindow(desk, kept)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.checklist is not None, timeout=LONG)
    window.lines[SiteItem.USB_PORTS].answer(SiteAnswer.YES, program)
    qtbot.waitUntil(lambda: bool(window.error), timeout=LONG)
    assert not window.lines[SiteItem.USB_PORTS].has_picture
