"""The first start at the desktop: people make their keys there, and what they sign is believed from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from content.errors import Damaged
from content.studio.invitations import SUFFIX, read_invitation, write_invitation
from content.studio.passphrases import CHEAPEST
from content.studio.sealed_keys import new_key
from displayctl.desk.believing import Beliefs
from displayctl.desk.founded import is_founded
from displayctl.desk.unlocking import KeyCabinet
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.trust.first_start import DONE, PASSPHRASE, PEOPLE, RECOVERY, FirstStartWindow
from displayctl.desktop.trust.recover_window import RecoverWindow
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.trust.unlock_window import UnlockWindow
from displayctl.errors import KeyLocked
from tests.displayctl.desktop.conftest import wait_until
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

WORDS = ("empat gajah menari pelan", "lima kapal mencari angin", "tujuh kopi menunggu hujan")


@pytest.fixture
def fresh_hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub that nobody has founded."""
    with hub_in_thread(tmp_path / "office", founded=False) as running:
        yield running


@pytest.fixture
def fresh_desk(fresh_hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    make_application()
    with open_desk(application, fresh_hub.installation, HubFinder(fresh_hub.installation, fresh_hub.url)) as desk:
        wait_until(application, lambda: desk.catalogue.loaded)
        yield desk


@pytest.fixture
def cabinet(fresh_hub: RunningHub) -> KeyCabinet:
    return KeyCabinet(fresh_hub.installation.keys_folder, {}, cost=CHEAPEST)


def test_one_person_founds_alone_and_is_told_what_that_means(
    fresh_desk: Desk, fresh_hub: RunningHub, cabinet: KeyCabinet, qtbot: QtBot, tmp_path: Path
) -> None:
    window = FirstStartWindow(fresh_desk, cabinet=cabinet)
    qtbot.addWidget(window)
    window.show()
    window.many.alone.setChecked(True)
    window.next()
    assert not window.next_button.isEnabled()
    window.people.names[0].setText("Sekar Ayu")
    window.next()
    type_passphrase(window, "pendek")
    assert not window.next_button.isEnabled()
    type_passphrase(window, WORDS[0])
    window.next()
    qtbot.waitUntil(lambda: window.step == RECOVERY, timeout=15_000)
    assert is_founded(fresh_hub.client)
    assert Beliefs(fresh_hub.installation.keys_folder).confirmed(fresh_hub.client).people.single_handed
    save_recovery(window, qtbot, tmp_path / "stik")
    window.next()
    assert window.step == DONE
    assert [person.name for person in cabinet.unlocked()] == ["Sekar Ayu"]


def test_three_people_found_together_and_one_of_them_by_invitation(
    fresh_desk: Desk, fresh_hub: RunningHub, cabinet: KeyCabinet, qtbot: QtBot, tmp_path: Path
) -> None:
    citra = new_key("citra", "Citra")
    window = FirstStartWindow(fresh_desk, cabinet=cabinet)
    qtbot.addWidget(window)
    window.show()
    window.next()
    assert window.step == PEOPLE
    for line, name in zip(window.people.names, ("Sekar", "Budi"), strict=False):
        line.setText(name)
    assert not window.next_button.isEnabled()
    window.people.invite(write_invitation(citra, tmp_path))
    window.next()
    for words in WORDS[:2]:
        assert window.step == PASSPHRASE
        type_passphrase(window, words)
        window.next()
    qtbot.waitUntil(lambda: window.step == RECOVERY, timeout=15_000)
    policy = Beliefs(fresh_hub.installation.keys_folder).confirmed(fresh_hub.client).people
    assert not policy.single_handed
    assert {person.name for person in policy.people} == {"Sekar", "Budi", "Citra"}
    assert {person.id for person in cabinet.operators()} == {"sekar", "budi"}
    window.reject()  # Escape leads on, past who has no recovery file yet, and not out
    assert window.step == DONE
    assert set(window.recovery.missing) == {"Budi", "Sekar"}


def test_people_of_one_name_are_told_to_differ(fresh_desk: Desk, cabinet: KeyCabinet, qtbot: QtBot) -> None:
    window = FirstStartWindow(fresh_desk, cabinet=cabinet)
    qtbot.addWidget(window)
    window.next()
    for line in window.people.names:
        line.setText("Sekar")
    assert not window.next_button.isEnabled()
    assert window.error


def test_an_invitation_that_was_changed_is_refused(tmp_path: Path) -> None:
    file = write_invitation(new_key("citra", "Citra"), tmp_path)
    assert file.suffix == SUFFIX
    assert read_invitation(file).name == "Citra"
    file.write_text(file.read_text().replace("Citra", "Dewi"))
    with pytest.raises(Damaged):
        read_invitation(file)


def test_a_locked_key_is_asked_for_and_then_the_work_goes_on(desk: Desk, qtbot: QtBot) -> None:
    from displayctl.desk.unlocking import cabinet_at

    cabinet_at(desk.installation.keys_folder).lock()
    owner = RecoverWindow(desk)
    qtbot.addWidget(owner)
    owner.show()
    done: list[str] = []
    failed: list[Exception] = []
    run_signed(desk, owner, lambda key: str(key.signer("root").public_key.keyid), done.append, failed.append)
    qtbot.waitUntil(lambda: bool(owner.findChildren(UnlockWindow)), timeout=15_000)
    asked = owner.findChildren(UnlockWindow)[0]
    asked.passphrase.setText("bukan frasa yang benar")
    asked.unlock()
    qtbot.waitUntil(lambda: "Sekar" in asked.error, timeout=15_000)
    assert not done
    asked.passphrase.setText(WORDS[0])
    asked.unlock()
    qtbot.waitUntil(lambda: bool(done), timeout=15_000)
    assert not failed


def test_whoever_does_not_unlock_signs_nothing(desk: Desk, qtbot: QtBot) -> None:
    from displayctl.desk.unlocking import cabinet_at

    cabinet_at(desk.installation.keys_folder).lock()
    owner = RecoverWindow(desk)
    qtbot.addWidget(owner)
    owner.show()
    failed: list[Exception] = []
    run_signed(desk, owner, lambda key: None, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(owner.findChildren(UnlockWindow)), timeout=15_000)
    owner.findChildren(UnlockWindow)[0].reject()
    assert isinstance(failed[0], KeyLocked)


def test_a_lost_key_comes_back_with_file_and_page(
    fresh_desk: Desk, cabinet: KeyCabinet, qtbot: QtBot, tmp_path: Path
) -> None:
    key = cabinet.keys.make("Sekar", WORDS[0])
    files = cabinet.keys.make_recovery(key, tmp_path, fresh_desk.clock.now())
    cabinet.remove("sekar")
    page = files.page.read_text()
    code = "-".join(line.split()[-1] for line in page.splitlines() if line.strip().count("-") == 3)
    window = RecoverWindow(fresh_desk, cabinet=cabinet)
    qtbot.addWidget(window)
    window.file.take(files.file)
    window.code.setText("BBBB" * 8)
    window.passphrase.first.setText(WORDS[1])
    window.passphrase.second.setText(WORDS[1])
    window.recover()
    qtbot.waitUntil(lambda: bool(window.error), timeout=15_000)
    assert not cabinet.operators()
    window.code.setText(code.lower())
    window.recover()
    qtbot.waitUntil(lambda: bool(cabinet.unlocked()), timeout=15_000)
    assert cabinet.unlocked()[0].key == key.operator.key


def type_passphrase(window: FirstStartWindow, words: str) -> None:
    window.passphrase.fields.first.setText(words)
    window.passphrase.fields.second.setText(words)


def save_recovery(window: FirstStartWindow, qtbot: QtBot, folder: Path) -> None:
    window.recovery.folder.take(folder)
    for line in window.recovery.lines:
        line.save()
    qtbot.waitUntil(lambda: not window.recovery.missing, timeout=15_000)
    assert len(list(folder.iterdir())) == 2 * len(window.recovery.lines)
