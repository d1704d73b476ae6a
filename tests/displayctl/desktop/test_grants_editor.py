"""The roles of a person as they are ticked: for all groups, for some, and for an agency that has to be said."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.api.accounts import Grant, Role
from displayctl.desktop.people.grants_editor import GrantsEditor, GroupMenu

AGENCIES = {"dinkes": "Dinas Kesehatan", "dishub": "Dinas Perhubungan"}


@pytest.fixture
def editor(application: QApplication, qtbot: QtBot) -> GrantsEditor:
    made = GrantsEditor(("taman", "utama"), AGENCIES)
    qtbot.addWidget(made)
    made.show()
    return made


def pick(menu: GroupMenu, name: str) -> None:
    next(action for action in menu.actions_offered if action.data() == name).trigger()


def test_a_role_of_the_office_is_for_all_groups_unless_some_are_chosen(editor: GrantsEditor) -> None:
    editor.boxes[Role.EDITOR].setChecked(True)
    assert (editor.grants, editor.is_complete) == ((Grant(role=Role.EDITOR),), True)
    menu = editor.menus[Role.EDITOR]
    pick(menu, "taman")
    pick(menu, "utama")
    assert [grant.group for grant in editor.grants] == ["taman", "utama"]
    pick(menu, "*")
    assert menu.chosen == ("*",)
    pick(menu, "*")
    assert [action.isChecked() for action in menu.actions_offered] == [True, False, False]


def test_the_role_of_an_agency_is_for_none_before_one_is_chosen(editor: GrantsEditor) -> None:
    editor.boxes[Role.AGENCY].setChecked(True)
    menu = editor.menus[Role.AGENCY]
    assert (editor.grants, editor.is_complete) == ((), False)
    assert editor._hint.isVisible()
    assert menu.accessibleName() == menu.text() != ""
    pick(menu, "dishub")
    assert editor.grants == (Grant(role=Role.AGENCY, group="dishub"),)
    assert (editor.is_complete, editor._hint.isVisible(), menu.accessibleName()) == (True, False, "Dinas Perhubungan")
    pick(menu, "dishub")
    assert not editor.is_complete


def test_what_a_person_has_is_shown_even_where_it_is_not_on_the_list_any_more(editor: GrantsEditor) -> None:
    held = (Grant(role=Role.APPROVER, group="lama"), Grant(role=Role.AGENCY, group="bubar"))
    editor.show_grants(held)
    assert set(editor.grants) == set(held)
    editor.offer_agencies({"bubar": "Dinas Pasar"})
    editor.show_grants(held)
    assert editor.menus[Role.AGENCY].text() == "Dinas Pasar"
    editor.show_grants(())
    assert editor.grants == ()
