"""Pieces that hold when there is much of everything: rows to tick, cards of walls, pages that wait with drawing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desk.comparing import WallChange
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.widgets.choices import MOST_BOXES, TickList
from displayctl.desktop.widgets.tick_rows import TickRows
from displayctl.desktop.widgets.wall_change_cards import MOST_CARDS, WallChangeCards


def things(count: int) -> list[tuple[str, str]]:
    return [(f"w{number}", f"Layar {number}") for number in range(count)]


def test_many_things_are_ticked_in_rows_and_few_in_boxes(qtbot: QtBot) -> None:
    ticks = TickList()
    qtbot.addWidget(ticks)
    ticks.setAccessibleName("Layar")
    ticks.offer(things(3))
    ticks.tick(["w1"])
    assert len(ticks.findChildren(QCheckBox)) == 3
    ticks.offer(things(MOST_BOXES + 10))
    assert (ticks.count, ticks.ticked) == (MOST_BOXES + 10, ("w1",))
    rows = ticks.findChild(TickRows)
    assert rows is not None
    ticks.show()
    assert rows.accessibleName() == "Layar"
    with qtbot.waitSignal(ticks.changed):
        QTest.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center()
        )
    with qtbot.waitSignal(ticks.changed):
        QTest.keyClick(rows, Qt.Key.Key_Down)
        QTest.keyClick(rows, Qt.Key.Key_Space)
    assert ticks.ticked == ("w0",)
    ticks.tick(["w5", "w2", "gone"])
    assert ticks.ticked == ("w2", "w5")


def test_cards_of_many_walls_come_one_after_another_and_more_when_asked(qtbot: QtBot) -> None:
    cards = WallChangeCards(lambda wall: QLabel(wall.display_name))
    qtbot.addWidget(cards)
    cards.show()
    walls = tuple(WallChange(key, name, False, ()) for key, name in things(MOST_CARDS + 5))
    cards.show_walls(walls)
    assert not cards.complete
    qtbot.waitUntil(lambda: cards.complete, timeout=5000)
    assert len(cards.findChildren(QLabel)) == MOST_CARDS
    more = cards.findChild(QPushButton)
    assert isinstance(more, QPushButton)
    assert more.isVisible()
    more.click()
    qtbot.waitUntil(lambda: len(cards.findChildren(QLabel)) == MOST_CARDS + 5, timeout=5000)
    assert not more.isVisible()


def test_a_page_is_drawn_at_once_while_it_is_seen_and_when_it_comes_forward(qtbot: QtBot) -> None:
    drawn: list[str] = []
    page = QWidget()
    qtbot.addWidget(page)
    redrawing = Redrawing(page, lambda: drawn.append("drawn"))
    redrawing.ask()
    redrawing.ask()
    assert not drawn
    page.show()
    assert len(drawn) == 1
    redrawing.ask()
    assert len(drawn) == 2
    page.hide()
    redrawing.ask()
    qtbot.waitUntil(lambda: len(drawn) == 3, timeout=5000)
