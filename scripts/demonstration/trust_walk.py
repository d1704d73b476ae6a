"""A walk through the windows about keys and trust that leaves a picture of each step for the manual.

``python -m scripts.demonstration.trust_walk FOLDER [LANGUAGE]``: on real hubs of its own, in folders that are gone
afterwards. The player that waits is one beyond the hub's machine: it keeps its code to itself.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QApplication, QWidget

from content.delivery.introduction import ticket_of
from displayctl.api.models import PartKind
from displayctl.api.site_items import SiteAnswer, SiteItem
from displayctl.desk.installation import find_installation
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.keys import KeysPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.pairing import PHRASE, PairingWindow
from displayctl.desktop.tour import settle
from displayctl.desktop.trust import first_start
from displayctl.desktop.trust.ceremony_window import CeremonyWindow
from displayctl.desktop.trust.change_window import ChangeWindow
from displayctl.desktop.trust.first_start import FirstStartWindow
from displayctl.desktop.trust.recover_window import RecoverWindow
from displayctl.desktop.trust.site_window import SiteWindow
from displayctl.desktop.trust.unlock_window import UnlockWindow
from schedules.codec import display_to_dict
from scripts.demonstration.week import WALLS

NAMES = ("Sekar Ayu", "Budi Santoso", "Citra Lestari")
PASSPHRASES = ("empat gajah menari pelan", "lima kapal mencari angin", "tujuh kopi menunggu hujan")
CODE = "BCDF-GHJK"
MANUAL_LANGUAGE = "id"
LONGEST_WAIT_SECONDS = 60.0


class Walk:
    """One desk on a fresh installation, and the pictures taken there."""

    def __init__(self, application: QApplication, desk: Desk, window: MainWindow, pictures: str, stick: Path) -> None:
        self._application, self._pictures = application, pictures
        self.desk, self.window, self.stick = desk, window, stick

    def take(self, name: str, widget: QWidget) -> None:
        """Save a picture of `widget` once nothing is under way."""
        settle(self._application, self.desk)
        widget.grab().save(f"{self._pictures}-{name}.png")

    def wait(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(f"waited {LONGEST_WAIT_SECONDS:g} s")
            self._application.processEvents()
            time.sleep(0.01)

    def first_start(self, prefix: str, people: int) -> Path:
        """Found with so many people; a recovery file of the first is on the stick afterwards."""
        window = FirstStartWindow(self.desk, self.window)
        window.open()
        window.many.alone.setChecked(people == 1)
        self.take(f"{prefix}-1-siapa-menentukan", window)
        window.next()
        for typed, name in zip(window.people.names, NAMES[:people], strict=False):
            typed.setText(name)
        self.take(f"{prefix}-2-nama", window)
        window.next()
        for number, passphrase in enumerate(PASSPHRASES[:people], 1):
            window.passphrase.fields.first.setText(passphrase)
            window.passphrase.fields.second.setText(passphrase)
            if number == 1:
                self.take(f"{prefix}-3-frasa-sandi", window)
            window.next()
        self.wait(lambda: window.step == first_start.RECOVERY)
        window.recovery.folder.take(self.stick)
        for line in window.recovery.lines:
            line.save()
        self.wait(lambda: not window.recovery.missing)
        self.take(f"{prefix}-4-pemulihan", window)
        file = window.recovery.lines[0].files
        window.next()
        self.take(f"{prefix}-5-siap", window)
        window.next()
        if file is None:
            raise FileNotFoundError("the recovery file was not written")
        return file.file

    def lost_key(self, recovery_file: Path) -> None:
        """A passphrase that is not known any more, and the way back."""
        page = recovery_file.with_suffix(".txt").read_text(encoding="utf-8")
        code = "-".join(line.split()[-1] for line in page.splitlines() if line.strip().count("-") == 3)
        asked = UnlockWindow(self.desk, "sekar-ayu", self.window)
        asked.open()
        asked.passphrase.setText("bukan frasa yang benar")
        asked.unlock()
        self.wait(lambda: bool(asked.error))
        self.take("kunci-hilang-1-salah", asked)
        asked.reject()
        window = RecoverWindow(self.desk, self.window)
        window.open()
        window.file.take(recovery_file)
        window.code.setText(code)
        window.passphrase.first.setText(PASSPHRASES[1])
        window.passphrase.second.setText(PASSPHRASES[1])
        self.take("kunci-hilang-2-pulihkan", window)
        window.recover()
        self.wait(lambda: not window.isVisible())

    def keys_and_ceremony(self) -> None:
        """The page, a proposed change, and the ceremony that waits for two."""
        self.window.show_page("keys")
        page = self.window.page
        assert isinstance(page, KeysPage)  # noqa: S101 - told to the type checker
        self.wait(lambda: page.policy is not None)
        self.take("kunci-dan-wewenang", self.window)
        page.propose()
        change = page.findChildren(ChangeWindow)[0]
        change.choose("add-group")
        change.group.setText("taman")
        self.take("usulan", change)
        change.propose()
        self.wait(lambda: bool(page.findChildren(CeremonyWindow)))
        ceremony = page.findChildren(CeremonyWindow)[0]
        self.take("upacara-1-menunggu", ceremony)
        ceremony.sign("sekar-ayu")
        self.wait(lambda: bool(ceremony.findChildren(UnlockWindow)))
        asked = ceremony.findChildren(UnlockWindow)[0]
        self.take("buka-kunci", asked)
        asked.passphrase.setText(PASSPHRASES[0])
        asked.unlock()
        self.wait(lambda: all(person.id != "sekar-ayu" for person in ceremony.examined.waits_for()))
        self.take("upacara-2-satu-tanda-tangan", ceremony)
        ceremony.reject()

    def pairing(self) -> None:
        """A player beyond the hub's machine: the same words, and others."""
        _ask(self.desk.hub.client.url)
        self.window.show_page("walls")
        for name, same in (("berbeda", False), ("sama", True)):
            window = PairingWindow(self.desk, WALLS[0].id, CODE, self.window)
            window.open()
            if not same:
                self.take("pasangkan-1-kode", window)
            window.meet()
            self.wait(lambda shown=window: shown.step == PHRASE)  # type: ignore[misc]
            if same:
                self.take(f"pasangkan-2-{name}", window)
                window.phrase_step.same_button.click()
                self.wait(lambda shown=window: not shown.isVisible())  # type: ignore[misc]
            else:
                window.phrase_step.other_button.click()
                self.take(f"pasangkan-3-{name}", window)
                window.reject()

    def site(self) -> None:
        """Some items of the checklist, one of them with a photo."""
        page = self.window.page
        assert isinstance(page, WallsPage)  # noqa: S101 - told to the type checker
        page.show_site(WALLS[0].id)
        window = page.findChildren(SiteWindow)[0]
        self.wait(lambda: window.checklist is not None)
        photo = self.stick / "foto.png"
        self.window.grab().save(str(photo))
        window.lines[SiteItem.CONTROLLER_WIFI].note.setText("Sandi baru disimpan di brankas")
        window.lines[SiteItem.CONTROLLER_WIFI].answer(SiteAnswer.YES, photo)
        window.lines[SiteItem.CONTROLLER_PASSWORD].answer(SiteAnswer.NO)
        window.lines[SiteItem.INFRARED].note.setText("Pengendali ini tidak punya penerima")
        window.lines[SiteItem.INFRARED].answer(SiteAnswer.ABSENT)
        self.wait(lambda: window.lines[SiteItem.CONTROLLER_WIFI].has_picture)
        self.take("daftar-periksa", window)
        window.accept()


@contextmanager
def walking(
    application: QApplication, folder: Path, prefix: str = "trust", language: str = MANUAL_LANGUAGE
) -> Iterator[Walk]:
    """A walk on a fresh installation with the walls of the demonstration; `prefix` begins the names of its pictures."""
    with tempfile.TemporaryDirectory(prefix="displayctl-walk-") as place:
        installation = find_installation(Path(place) / "office")
        finder = HubFinder(installation, None)
        try:
            with open_desk(application, installation, finder) as desk:
                for wall in WALLS:
                    desk.hub.client.create_part(PartKind.DISPLAY, display_to_dict(wall))
                window = MainWindow(desk)
                window.speak(language)
                window.resize(1366, 768)
                window.show()
                settle(application, desk, until_loaded=True)
                yield Walk(application, desk, window, str(folder / prefix), Path(place) / "stik")
                settle(application, desk)
                window.close()
        finally:
            finder.stop()


def _ask(url: str) -> None:
    """As a new player does over the network."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    ticket = ticket_of(CODE, public)
    body = {
        "public_key": public.hex(),
        "ticket": ticket,
        "host_name": "pemutar-tugu",
        "version": "0.1.0",
        "signature": key.sign(f"enrol:{ticket}".encode()).hex(),
    }
    httpx2.post(f"{url}/player/enrolments", json=body, trust_env=False).raise_for_status()


def main() -> int:
    folder = Path(sys.argv[1])
    language = sys.argv[2] if len(sys.argv) > 2 else MANUAL_LANGUAGE
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with walking(application, folder, language=language) as walk:
        file = walk.first_start("mulai-sendiri", 1)
        walk.lost_key(file)
        walk.pairing()
        walk.site()
    with walking(application, folder, language=language) as walk:
        walk.first_start("mulai-bertiga", 3)
        walk.keys_and_ceremony()
    return 0


if __name__ == "__main__":
    sys.exit(main())
