"""The windows of the page of walls against a real hub: hours and rules, the form of a wall, setting one up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.api.walls import PatternKind
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.presenters.wall_groups import MOST_OF_A_WALL
from displayctl.desktop.walls.details import HOURS
from displayctl.desktop.walls.groups_window import GroupsWindow
from displayctl.desktop.walls.policy_window import PolicyWindow
from displayctl.desktop.walls.set_up_window import SetUpWindow
from displayctl.desktop.widgets.confirm_window import ConfirmWindow
from displayctl.desktop.widgets.wall_form import WallForm
from tests.builders import wall
from tests.displayctl.desktop.walls.ground import LONG, player_of, said_soon, stored
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import said

pytestmark = pytest.mark.usefixtures("shared_desk")


def test_hours_brightness_and_their_rules_are_saved(page: WallsPage, hub: RunningHub, qtbot: QtBot) -> None:
    page.change_policy("tugu")
    window = page.findChild(PolicyWindow)
    assert window is not None
    window.always.setChecked(False)
    assert "tidak pernah menyala" in window.never.text()
    window.hours.add()
    assert not window.never.text()
    window.exceptions.add()
    window.bases[0].regulation.setText("Peraturan Bupati Banggai")
    window.brightness.add()
    window.save()
    qtbot.waitUntil(lambda: stored(hub, "tugu").brightness is not None, timeout=LONG)
    wall = stored(hub, "tugu")
    assert wall.opening is not None
    assert wall.opening.basis is not None
    assert (len(wall.opening.hours), len(wall.opening.exceptions)) == (1, 1)
    page.pick("tugu")
    page.details.show_tab(HOURS)
    qtbot.waitUntil(lambda: "Peraturan Bupati Banggai" in page.details.hours.opening_basis.text(), timeout=LONG)


def test_a_form_about_a_wall_with_changes_is_not_closed_unseen(page: WallsPage, hub: RunningHub) -> None:
    page.change_policy("tugu")
    policy = page.findChild(PolicyWindow)
    assert policy is not None
    policy.reject()
    assert policy.isHidden()
    page.edit("tugu")
    form = page.findChild(WallForm)
    assert form is not None
    form.name.setText("Tugu baru")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    asked = form.findChild(ConfirmWindow)
    assert asked is not None
    asked.reject()
    assert form.isVisible()
    assert form.name.text() == "Tugu baru"
    form.close()
    assert form.isVisible()
    form.findChildren(ConfirmWindow)[-1].go_button.click()
    assert form.isHidden()
    assert stored(hub, "tugu").name != "Tugu baru"


def test_an_article_without_its_regulation_is_not_dropped(page: WallsPage) -> None:
    page.change_policy("tugu")
    window = page.findChildren(PolicyWindow)[-1]
    window.bases[2].regulation.clear()
    window.bases[2].article.setText("Pasal 7")
    window.save()
    assert "peraturan" in window.error
    assert window.isVisible()
    window.bases[2].article.clear()
    window.reject()


def test_a_pattern_on_the_wall_follows_the_numbers_and_ends_with_the_window(
    page: WallsPage, desk: Desk, hub: RunningHub, qtbot: QtBot
) -> None:
    with player_of(hub, page, "tugu", qtbot) as (link, _):
        page.set_up("tugu")
        window = page.findChild(SetUpWindow)
        assert window is not None
        window._looking = True
        window.kind.setCurrentIndex(window.kind.findData(PatternKind.BORDER))
        window.toggle()
        first = said(link, "test-pattern")  # type: ignore[arg-type]
        assert first["on"]
        qtbot.waitUntil(lambda: window.on, timeout=LONG)
        window.canvas.x_px.setValue(16)
        qtbot.waitUntil(lambda: not window._settle.isActive() and desk.tasks.under_way == 0, timeout=LONG)
        second = said(link, "test-pattern")  # type: ignore[arg-type]
        assert second["canvas"]["x_px"] == 16
        assert window.save_button.isEnabled()
        window.reject()
        window.findChildren(ConfirmWindow)[-1].go_button.click()
        assert not said(link, "test-pattern")["on"]  # type: ignore[arg-type]
    assert stored(hub, "tugu").canvas.x_px == 0


def test_no_pattern_stays_on_the_wall_whose_window_was_closed_while_it_was_told(
    page: WallsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    with player_of(hub, page, "tugu", qtbot) as (link, _):
        page.set_up("tugu")
        window = page.findChild(SetUpWindow)
        assert window is not None
        window.toggle()
        window.reject()
        assert said(link, "test-pattern")["on"]  # type: ignore[arg-type]
        assert not said_soon(link, "test-pattern", qtbot)["on"]


def test_a_pattern_ended_right_after_its_numbers_were_turned_is_over(
    page: WallsPage, hub: RunningHub, qtbot: QtBot
) -> None:
    with player_of(hub, page, "tugu", qtbot) as (link, _):
        page.set_up("tugu")
        window = page.findChild(SetUpWindow)
        assert window is not None
        window._looking = True
        window.toggle()
        qtbot.waitUntil(lambda: window.on, timeout=LONG)
        window.canvas.x_px.setValue(16)
        window._send()
        window.toggle()
        told = [said_soon(link, "test-pattern", qtbot)["on"] for _ in range(3)]
        assert told == [True, True, False]
        assert not window.on
        assert not window._settle.isActive()
        window.toggle()
        qtbot.waitUntil(lambda: window.on, timeout=LONG)
        window._over.timeout.emit()
        assert not window.on
        window.reject()
        window.findChildren(ConfirmWindow)[-1].go_button.click()
        assert window.isHidden()


def test_a_wall_that_is_in_as_many_groups_as_can_be_is_told_in_the_operators_language(desk: Desk, qtbot: QtBot) -> None:
    full = wall("tugu", groups=tuple(f"kelompok-{number}" for number in range(MOST_OF_A_WALL)))
    window = GroupsWindow(tuple(Kept(each.id, 1, each) for each in (full, wall("taman"))), desk.myself)
    qtbot.addWidget(window)
    window.new_name.setText("Lebih")
    window.make()
    window.walls.tick(("tugu",))
    window.save()
    assert "Salah satu layar ini" in window.error
