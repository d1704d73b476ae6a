"""Accounts at the desktop: the first administrator, people and roles, signing in, what is greyed, the audit trail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from displayctl.api.accounts import Grant, Role, UserChange
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.accounts import AccountsPage
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.people.first_administrator import FirstAdministratorWindow
from displayctl.desktop.people.second_factor_window import SecondFactorWindow
from displayctl.desktop.people.sign_in_window import SignInWindow
from tests.displayctl.desktop.conftest import opened_desk, opened_window
from tests.displayctl.hub.staff import GIVEN, PASSWORD, Authenticator, first_administrator, person, signed_in
from tests.fakes.hub_in_thread import RunningHub


@pytest.fixture(autouse=True, scope="module")
def _sessions_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Sessions of these tests are kept in a folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


def the_sign_in(window: MainWindow, qtbot: QtBot) -> SignInWindow:
    qtbot.waitUntil(lambda: window.sign_in_window is not None, timeout=10_000)
    assert window.sign_in_window is not None
    return window.sign_in_window


def test_a_second_factor_that_cannot_begin_says_why_and_asks_for_nothing(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with opened_desk(hub, application) as desk:
        factor = SecondFactorWindow(desk)
        qtbot.addWidget(factor)
        factor.show()
        qtbot.waitUntil(lambda: bool(factor.error), timeout=20_000)
        assert "masuklah dulu" in factor.error
        assert not factor.code.isVisible()


def test_a_name_that_nobody_can_sign_in_with_is_said_and_what_was_typed_stays(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with opened_desk(hub, application) as desk:
        first = FirstAdministratorWindow(desk)
        qtbot.addWidget(first)
        first.title.setText("Sekar Ayu")
        for line in first.password.findChildren(QLineEdit):
            line.setText(PASSWORD)
        for typed in ("مرحبا", "--", "👩‍🏫"):
            first.name.setText(typed)
            first.make_button.click()
            assert "Nama masuk" in first.error
            assert first.name.text() == typed
        first.name.setText("   ")
        assert not first.make_button.isEnabled()


def test_the_first_administrator_sets_accounts_in_force_and_adds_a_person(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with opened_desk(hub, application) as desk, opened_window(desk, application) as window:
        _make_the_first_administrator(window, desk, qtbot)
        _add_an_editor(window, hub, qtbot)
        _change_who_was_changed_meanwhile(window, desk, qtbot)


def test_an_answer_that_was_on_its_way_does_not_take_the_second_factor_away(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with opened_desk(hub, application) as desk:
        page = AccountsPage(desk)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: desk.myself.me is not None, timeout=10_000)
        form = page.make_first()
        form.title.setText("Sekar Ayu")
        form.name.setText("sekar.ayu")
        form.password.first.setText(PASSWORD)
        form.password.second.setText(PASSWORD)
        form.made.connect(desk.myself.changed)
        form.make()
        qtbot.waitUntil(lambda: bool(page.findChildren(SecondFactorWindow)), timeout=20_000)
        factor = page.findChildren(SecondFactorWindow)[0]
        qtbot.waitUntil(lambda: bool(factor.secret), timeout=10_000)


def _make_the_first_administrator(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.show_page("accounts")
    page = window.page
    assert isinstance(page, AccountsPage)
    qtbot.waitUntil(page.first_button.isVisible, timeout=10_000)
    form = page.make_first()
    form.title.setText("Sekar Ayu")
    form.name.setText("sekar.ayu")
    form.password.first.setText(PASSWORD)
    assert not form.make_button.isEnabled()
    form.password.second.setText(PASSWORD)
    form.make()
    qtbot.waitUntil(lambda: bool(page.findChildren(SecondFactorWindow)), timeout=20_000)
    factor = page.findChildren(SecondFactorWindow)[0]
    qtbot.waitUntil(lambda: bool(factor.secret), timeout=10_000)
    factor.code.setText("000000")
    factor.confirm()
    qtbot.waitUntil(lambda: bool(factor.error), timeout=10_000)
    factor.code.setText(Authenticator(factor.secret).code())
    factor.confirm()
    qtbot.waitUntil(lambda: len(factor.codes) >= 8, timeout=10_000)
    factor.accept()
    qtbot.waitUntil(lambda: desk.myself.may(Role.ADMINISTRATOR), timeout=10_000)
    assert desk.myself.me is not None
    assert desk.myself.me.accounts_in_force


def _add_an_editor(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    page = window.page
    assert isinstance(page, AccountsPage)
    page.show_people()
    adding = page.people.add()
    adding.title.setText("Budi Santoso")
    adding.name.setText("budi")
    adding.grants.boxes[Role.EDITOR].setChecked(True)
    with qtbot.waitSignal(adding.added, timeout=10_000) as added:
        adding.add()
    user, password = added.args
    assert [(grant.role, grant.group) for grant in user.grants] == [(Role.EDITOR, "*")]
    with signed_in(hub, "budi", password) as client:
        assert client.accounts.who_am_i().must_change_password
    qtbot.waitUntil(lambda: page.people.list.count() == 2, timeout=10_000)


def _change_who_was_changed_meanwhile(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = window.page
    assert isinstance(page, AccountsPage)
    people, accounts = page.people, desk.hub.client.accounts
    budi = next(each for each in accounts.users() if each.name == "budi")
    qtbot.waitUntil(lambda: people.title.text() == budi.title, timeout=10_000)
    people.title.setText("Budi S.")
    grants = (*budi.grants, Grant(role=Role.DUTY, group="*"))
    accounts.change_user(budi.id, UserChange(version=budi.version, grants=grants))
    people.save()
    qtbot.waitUntil(lambda: set(people.grants.grants) == set(grants), timeout=10_000)
    assert people.title.text() == "Budi S."
    people.save()
    qtbot.waitUntil(lambda: "Budi S." in {each.title for each in accounts.users()}, timeout=10_000)
    assert set(next(each for each in accounts.users() if each.id == budi.id).grants) == set(grants)


def test_wrong_passwords_and_codes_are_refused_in_words_and_slowed_down(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    make_application()
    administrator, authenticator = first_administrator(hub)
    administrator.close()
    with open_desk(application, hub.installation, HubFinder(hub.installation, hub.url)) as desk:
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.show()
        form = the_sign_in(window, qtbot)
        form.name.setText("sekar")
        form.password.setText("bukan kata sandinya")
        form.sign_in()
        qtbot.waitUntil(lambda: "tidak benar" in form.error, timeout=10_000)
        assert not form.asks_for_code
        form.password.setText(PASSWORD)
        form.sign_in()
        qtbot.waitUntil(lambda: form.asks_for_code, timeout=10_000)
        form.code.setText("000000")
        for _ in range(8):
            form.sign_in()
            qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
        qtbot.waitUntil(lambda: form.wait_seconds > 0, timeout=10_000)
        assert "dtk" in form.error
        qtbot.waitUntil(lambda: form.wait_seconds == 0, timeout=30_000)
        form.code.setText(authenticator.code())
        with qtbot.waitSignal(form.accepted, timeout=10_000):
            form.sign_in()
        qtbot.waitUntil(lambda: desk.myself.may(Role.ADMINISTRATOR) and desk.catalogue.loaded, timeout=10_000)
        assert not window.connection_banner.isVisible()


def test_who_knows_a_given_password_replaces_it_first_and_sees_what_a_role_may_not_do(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    make_application()
    administrator, _ = first_administrator(hub)
    with administrator:
        person(hub, administrator, "dewi", (Role.VIEWER, "utama")).close()
        user = next(each for each in administrator.accounts.users() if each.name == "dewi")
        administrator.accounts.set_password(user.id, GIVEN)
    with open_desk(application, hub.installation, HubFinder(hub.installation, hub.url)) as desk:
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.show()
        form = the_sign_in(window, qtbot)
        form.name.setText("dewi")
        form.password.setText(GIVEN)
        form.sign_in()
        qtbot.waitUntil(form.fresh.isVisible, timeout=10_000)
        form.fresh.first.setText(PASSWORD)
        form.fresh.second.setText(PASSWORD)
        with qtbot.waitSignal(form.accepted, timeout=10_000):
            form.sign_in()
        qtbot.waitUntil(lambda: desk.myself.name == "Dewi" and bool(desk.catalogue.displays), timeout=10_000)
        window.show_page("publish")
        publish = window.page
        assert isinstance(publish, PublishPage)
        qtbot.waitUntil(lambda: "peran Penyetuju" in publish.publish_button.toolTip(), timeout=10_000)
        assert not publish.publish_button.isEnabled()
        assert not window.sidebar.emergency_button.isEnabled()
        assert "Petugas jaga" in window.sidebar.emergency_button.toolTip()
        desk.myself.sign_out()
        qtbot.waitUntil(lambda: not desk.catalogue.displays and not desk.myself.is_person, timeout=10_000)
        the_sign_in(window, qtbot)
        qtbot.waitUntil(lambda: window.page_named("publish") is not publish, timeout=10_000)
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=10_000)
