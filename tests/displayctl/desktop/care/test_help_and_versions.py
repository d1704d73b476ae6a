"""Help on every page in both languages, and a word where versions differ."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.desktop.care.around_window import CareAround
from displayctl.desktop.care.help_texts import HELP, help_text
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.preferences import LANGUAGES
from displayctl.desktop.presenters.version_words import Running, version_notice

NAMES = {kind.name for kind in PAGES}
AHEAD = {"home", "requests"}
"""Help for pages may be there before them."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_help_that_leads_somewhere(language: str) -> None:
    there = {path.stem for path in (HELP / language).glob("*.md")}
    assert there - AHEAD == NAMES - AHEAD
    assert there >= NAMES
    for name in there:
        text = help_text(language, name)
        assert text.startswith("# ")
        assert len(re.findall(r"^\*\*.+\*\*$", text, re.MULTILINE)) >= 3 or "## " in text
        assert set(re.findall(r"\]\((?:page|open):(\w+)\)", text)) <= there
        assert not re.findall(r"\]\((?!page:|open:)", text)


def test_help_of_a_page_that_does_not_exist_is_empty() -> None:
    assert help_text("id", "../../../etc/passwd") == help_text("id", "nowhere") == ""
    assert help_text("xx", "walls") == help_text("en", "walls")


def test_f1_opens_the_help_of_the_page_on_show(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    around = CareAround(desk, window)
    around.begin()
    window.show_page("walls")
    assert not around.panel.isVisible()
    around.toggle_help()
    assert around.panel.isVisible()
    assert "Pasangkan pemutar" in around.panel.text.toPlainText()
    window.show_page("publish")
    assert around.panel.showing == "publish"
    around.panel.show_index()
    assert "Jejak audit" in around.panel.text.toPlainText()
    around.panel.text.anchorClicked.emit(QUrl("page:keys"))
    assert around.panel.showing == "keys"
    around.panel.text.anchorClicked.emit(QUrl("open:walls"))
    assert window.page_name == "walls"
    around.panel.text.anchorClicked.emit(QUrl("https://example.com/walls"))
    window.speak("en")
    qtbot.waitUntil(lambda: "Pair a player" in around.panel.text.toPlainText(), timeout=5000)
    qtbot.waitUntil(lambda: around.help_button.text() == "Help (F1)", timeout=5000)
    QTest.keyClick(around.panel, Qt.Key.Key_Escape)
    assert not around.panel.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_help_stands_beside_the_page_and_goes_by_esc_wherever_the_keyboard_is(
    size: tuple[int, int], window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.setMinimumSize(1, 1)
    window.resize(*size)
    window.show_page("schedule")
    around = CareAround(desk, window)
    around.begin()

    def right_of_page() -> int:
        room = window.stack.parentWidget()
        return room.mapTo(window, room.rect().topRight()).x() + 1

    around.toggle_help()
    left_of_help = around.panel.geometry().left()
    qtbot.waitUntil(lambda: right_of_page() <= left_of_help, timeout=5000)
    assert window.page.mapTo(window, window.page.rect().topLeft()).x() < left_of_help - 200
    assert around.panel.geometry().right() < window.width()
    window.page.setFocus()
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert not around.panel.isVisible()
    qtbot.waitUntil(lambda: right_of_page() > left_of_help, timeout=5000)


def test_versions_that_differ_lead_to_the_page_about_them(window: MainWindow, desk: Desk) -> None:
    around = CareAround(desk, window)
    around.begin()
    assert not around.versions_button.isVisible()
    around._versions.hub = "99.0"
    around._versions.changed.emit()
    assert around.versions_button.isVisible()
    assert "99.0" in around.versions_button.toolTip()
    around.open_versions()
    assert window.page_name == "care"


@pytest.mark.parametrize(
    ("desk", "hub", "players", "told"),
    [
        ("1.2.0", "1.2.0", {"Tugu": "1.2.0", "Taman": ""}, 0),
        ("1.2.0", "", {}, 0),
        ("1.2.0", "1.10.0", {}, 1),
        ("1.2.0", "1.1", {}, 1),
        ("1.2.0", "1.2.0", {"Tugu": "1.1.9", "Taman": "1.3"}, 2),
        ("1.2.0", "1.2.0", {f"Layar {n}": "1.0" for n in range(40)}, 1),
        ("1.2.0", "1.2.0+local", {}, 1),
        ("1.2.0", "x", {"Tugu": "9" * 400}, 2),
    ],
)
def test_only_differences_are_told(desk: str, hub: str, players: dict[str, str], told: int) -> None:
    notice = version_notice(desk, hub, [Running(place, version) for place, version in players.items()])
    assert len(notice) == told
    assert all(len(sentence) < 1200 for sentence in notice)
