"""Keys and authority at the desktop: from one person to empat mata, as a ceremony that several people sign."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from content.studio.invitations import write_invitation
from content.studio.key_folder import KeyFolder
from content.studio.passphrases import CHEAPEST
from content.studio.policy import Policy
from displayctl.desk.believing import Beliefs
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.keys import KeysPage
from displayctl.desktop.trust.ceremony_window import CeremonyWindow
from displayctl.desktop.trust.change_window import ChangeWindow
from displayctl.desktop.trust.unlock_window import UnlockWindow
from displayctl.desktop.widgets.ask_window import AskWindow
from tests.fakes.founded import PASSPHRASE
from tests.fakes.hub_in_thread import RunningHub

LONG = 20_000


def test_one_person_becomes_four_eyes_by_ceremonies_at_one_desk(
    desk: Desk, hub: RunningHub, qtbot: QtBot, tmp_path: Path
) -> None:
    keys = KeyFolder(hub.installation.keys_folder, CHEAPEST)
    page = opened(desk, qtbot)
    assert page.policy is not None
    assert page.policy.single_handed

    # Two people make keys at their own desks and send invitations.
    for name in ("Budi", "Citra"):
        invitation = write_invitation(keys.make(name, PASSPHRASE), tmp_path)
        change = chosen(page, "join", qtbot)
        change.invitation.take(invitation)
        ceremony = proposed(page, change, qtbot)
        assert not ceremony.examined.complete
        ceremony.sign("sekar")
        signed(ceremony, qtbot)
        applied(page, ceremony, qtbot)
    assert {person.id for person in rules(hub).people} == {"sekar", "budi", "citra"}

    # Raising the number is signed by two: by the rules of before and by those of after.
    ceremony = proposed(page, chosen(page, "four-eyes", qtbot), qtbot)
    ceremony.sign("sekar")
    qtbot.waitUntil(lambda: "sekar" not in {each.id for each in ceremony.examined.waits_for()}, timeout=LONG)
    assert not ceremony.examined.complete
    ceremony.sign("budi")
    qtbot.waitUntil(lambda: bool(ceremony.findChildren(UnlockWindow)), timeout=LONG)
    asked = ceremony.findChildren(UnlockWindow)[0]
    asked.passphrase.setText(PASSPHRASE)
    asked.unlock()
    qtbot.waitUntil(lambda: ceremony.examined.complete, timeout=LONG)
    applied(page, ceremony, qtbot)
    assert not rules(hub).single_handed
    qtbot.waitUntil(lambda: page.policy is not None and not page.policy.single_handed, timeout=LONG)


def test_a_number_that_cannot_be_met_is_refused_with_the_reason(desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    change = chosen(page, "number", qtbot)
    change.number.setValue(2)
    change.propose()
    qtbot.waitUntil(lambda: bool(change.error), timeout=LONG)
    assert not page.findChildren(CeremonyWindow)
    change.reject()


def test_a_proposal_travels_on_a_stick(desk: Desk, qtbot: QtBot, tmp_path: Path, hub: RunningHub) -> None:
    page = opened(desk, qtbot)
    change = chosen(page, "add-group", qtbot)
    change.group.setText("taman")
    proposed(page, change, qtbot).carry(tmp_path / "stik")
    qtbot.waitUntil(lambda: bool(list((tmp_path / "stik").glob("*.usulan"))), timeout=LONG)
    qtbot.waitUntil(lambda: not visible(page), timeout=LONG)
    page.open_proposal(str(next((tmp_path / "stik").glob("*.usulan"))))
    qtbot.waitUntil(lambda: bool(visible(page)), timeout=LONG)
    ceremony = visible(page)[0]
    ceremony.sign("sekar")
    qtbot.waitUntil(lambda: ceremony.examined.complete, timeout=LONG)
    applied(page, ceremony, qtbot)
    assert rules(hub).groups == ("taman", "utama")


def test_the_hub_is_let_warn_by_itself_and_no_more(desk: Desk, qtbot: QtBot, hub: RunningHub) -> None:
    page = opened(desk, qtbot)

    def switched(*, on: bool) -> None:
        ceremony = proposed(page, chosen(page, "auto", qtbot), qtbot)
        ceremony.sign("sekar")
        qtbot.waitUntil(lambda: ceremony.examined.complete, timeout=LONG)
        applied(page, ceremony, qtbot)
        assert rules(hub).auto is on
        qtbot.waitUntil(lambda: page.policy is not None and page.policy.auto is on, timeout=LONG)

    switched(on=True)
    switched(on=False)


def test_what_is_closed_while_it_works_still_tells_what_it_came_to(desk: Desk, qtbot: QtBot) -> None:
    window, came = AskWindow(desk.tasks, "Hapus"), list[object]()
    qtbot.addWidget(window)
    gate = Event()

    def work() -> str:
        assert gate.wait(LONG / 1000)
        if came:
            raise ValueError("that did not go")
        return "gone"

    window.ask("", (), "Hapus", lambda: work)
    window.went.connect(came.append)
    window.open()
    window.go()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: came == ["gone"], timeout=LONG)
    gate.clear()
    window.open()
    window.go()
    window.close()
    gate.set()
    qtbot.waitUntil(window.isVisible, timeout=LONG)
    assert "did not go" in window.error.lower()
    window.reject()
    assert not window.isVisible()


def opened(desk: Desk, qtbot: QtBot) -> KeysPage:
    page = KeysPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.policy is not None, timeout=LONG)
    return page


def chosen(page: KeysPage, kind: str, qtbot: QtBot) -> ChangeWindow:
    page.propose()
    window = next(each for each in page.findChildren(ChangeWindow) if each.isVisible())
    window.choose(kind)
    return window


def proposed(page: KeysPage, change: ChangeWindow, qtbot: QtBot) -> CeremonyWindow:
    change.propose()
    qtbot.waitUntil(lambda: bool(visible(page)), timeout=LONG)
    return visible(page)[0]


def applied(page: KeysPage, ceremony: CeremonyWindow, qtbot: QtBot) -> None:
    ceremony.apply()
    qtbot.waitUntil(lambda: not visible(page), timeout=LONG)


def visible(page: KeysPage) -> list[CeremonyWindow]:
    return [each for each in page.findChildren(CeremonyWindow) if each.isVisible()]


def rules(hub: RunningHub) -> Policy:
    return Beliefs(None).confirmed(hub.client).people


def signed(ceremony: CeremonyWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ceremony.examined.complete, timeout=LONG)
