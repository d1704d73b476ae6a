"""Home against a real hub: walls as they are, what needs a person, what changed."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from displayctl.desk.publishing import publish
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.needs_list import NeedsList
from displayctl.desktop.home.page import HomePage
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Need, Urgency
from displayctl.desktop.presenters.wall_tiles import Gravity
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import add_slot, now
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say


@pytest.fixture
def page(desk: Desk, application: QApplication) -> Iterator[HomePage]:
    """The page on its own, as wide as in the smallest window."""
    made = HomePage(desk)
    made.resize(960, 680)
    made.show()
    wait_until(application, lambda: len(made.model.tiles) == 2)
    yield made
    made.hide()
    wait_until(application, lambda: desk.tasks.under_way == 0)
    made.deleteLater()


def keys(page: HomePage) -> list[str]:
    return [need.key for need in page.needs.needs]


def test_a_wall_tells_what_plays_until_when_and_is_seen_as_it_is(page: HomePage, hub: RunningHub, qtbot: QtBot) -> None:
    add_slot(hub.client, "base", "layanan", "tugu", "taman")
    publish(hub.client, hub.keyring, "utama")
    qtbot.waitUntil(lambda: all("Base" in tile.booking for tile in page.model.every), timeout=15_000)
    with SimulatedPlayer(hub.url) as player:
        player.enrol(hub.client, "tugu")
        with player.link() as link:
            showing = {"kind": "loop", "medium_id": "m", "title": "Poster hari ini", "until_ms": 0}
            sent_ms = round(now().timestamp() * 1000)
            say(link, type="heartbeat", sent_ms=sent_ms, display_id="tugu", showing=showing)
            qtbot.waitUntil(lambda: page.model.every[-1].plays == "Poster hari ini", timeout=15_000)
            tile = page.model.every[-1]
            assert (tile.name, tile.gravity) == ("Tugu", Gravity.WELL)
            qtbot.waitUntil(lambda: "tugu" in page.screens.under_way, timeout=15_000)
            asked = said(link, "screenshot")
            say(link, type="screenshot", id=asked["id"], png=green_picture())
            qtbot.waitUntil(lambda: page.screens.look("tugu", True) is not None, timeout=15_000)
        qtbot.waitUntil(lambda: page.model.every[0].gravity is Gravity.AWAY, timeout=15_000)
        assert page.model.every[0].name == "Tugu"


def test_of_what_plays_nothing_is_said_before_it_is_worked_out(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    with SimulatedPlayer(hub.url) as player:
        player.enrol(hub.client, "tugu")
    qtbot.waitUntil(lambda: any(each.device_id for each in desk.catalogue.players.values()), timeout=15_000)
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.redraw()
    assert (page.on_air.worked_out, [tile.plays for tile in page.model.every if tile.id == "tugu"]) == (False, [""])
    page.show()
    qtbot.waitUntil(
        lambda: "Belum diketahui apa yang diputar" in {tile.plays for tile in page.model.every}, timeout=15_000
    )


def green_picture() -> str:
    image = QImage(32, 16, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return base64.b64encode(data.data()).decode()


def test_a_few_walls_share_the_width_side_by_side(page: HomePage, application: QApplication) -> None:
    for width in range(1060, 1070):
        page.resize(width, 680)
        wait_until(application, lambda: page.walls.visualRect(page.model.index(1)).top() == 0)
        tile = page.walls.visualRect(page.model.index(1))
        assert page.walls.contentsRect().width() - tile.right() < 24


def test_all_about_a_wall_stands_under_the_pointer_a_line_each(page: HomePage) -> None:
    tip = page.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    tile = page.model.tiles[0]
    assert tip.split("\n")[:2] == [tile.name, tile.word]
    assert "\n" not in page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_walls_are_filtered_by_words_and_opened_with_one_key(page: HomePage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search, "TUG")
    assert [tile.id for tile in page.model.tiles] == ["tugu"]
    page.walls.setCurrentIndex(page.model.index(0))
    with qtbot.waitSignal(page.place_asked) as asked:
        QTest.keyClick(page.walls, Qt.Key.Key_Return)
    assert asked.args == [Place("walls", "tugu")]
    page.search.setText("tidak ada yang begini")
    assert page.model.tiles == ()
    kept = page.keep()
    page.search.clear()
    page.restore(kept)
    assert page.model.tiles == ()


def test_what_needs_a_person_leads_to_the_place_where_it_is_done(page: HomePage, hub: RunningHub, qtbot: QtBot) -> None:
    publish(hub.client, hub.keyring, "utama")
    add_slot(hub.client, "base", "layanan", "tugu")
    qtbot.waitUntil(lambda: {"unpaired", "unpublished/utama", "backup"} <= set(keys(page)), timeout=15_000)
    button = page.needs.findChild(QPushButton, "unpublished/utama")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(page.place_asked) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [Place("publish", "utama")]
    publish(hub.client, hub.keyring, "utama")
    qtbot.waitUntil(lambda: "unpublished/utama" not in keys(page), timeout=15_000)
    qtbot.waitUntil(lambda: any("menerbitkan" in line for line in changes(page)), timeout=15_000)


def changes(page: HomePage) -> list[str]:
    return [happening.sentence for day in page.changes.days for happening in day.happenings]


def test_with_nothing_to_do_it_says_so_kindly(qtbot: QtBot) -> None:
    needs = NeedsList()
    qtbot.addWidget(needs)
    needs.show_needs((), known=False)
    assert "Looking around…" in said_in(needs)
    needs.show_needs((), known=True)
    assert "Nothing needs you now. The walls play, and nobody waits for you." in said_in(needs)
    need = Need("a", Urgency.NOW, "Tugu is away.", "Open wall", Place("walls", "tugu"))
    needs.show_needs((need,), known=True)
    assert said_in(needs) >= {"Tugu is away."}
    made = needs.findChild(QPushButton, "a")
    assert isinstance(made, QPushButton)
    with qtbot.waitSignal(needs.place_asked) as asked:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert asked.args == [Place("walls", "tugu")]


def test_lines_of_what_is_needed_stay_and_a_long_list_is_made_a_few_lines_at_a_time(qtbot: QtBot) -> None:
    every = tuple(Need(f"k{at}", Urgency.SOON, f"Wall {at}.", "Go", Place("walls", f"{at}")) for at in range(30))
    needs = NeedsList()
    qtbot.addWidget(needs)
    needs.show()
    needs.show_needs(every[1:], known=True)
    assert len(needs.findChildren(QPushButton)) < 10
    qtbot.waitUntil(lambda: len(needs.findChildren(QPushButton)) == 24)
    held = needs.findChild(QPushButton, "k2")
    needs.show_needs(every[:1] + every[2:6], known=True)
    assert needs.findChild(QPushButton, "k2") is held
    qtbot.waitUntil(lambda: needs.findChild(QPushButton, "k1") is None)
    (added,) = needs.findChildren(QPushButton, "k0")
    assert added.nextInFocusChain() is held


def said_in(needs: NeedsList) -> set[str]:
    return {made.text() for made in needs.findChildren(QLabel) if not made.isHidden()}
