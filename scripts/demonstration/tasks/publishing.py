"""What most tasks end with: publishing the draft, with a key that may have to be unlocked."""

from __future__ import annotations

from scripts.demonstration.person import Person
from scripts.demonstration.sight import said, windows


def publish(person: Person, passphrase: str) -> None:
    """From any page to a draft that is published: two actions, four where the key is locked."""
    person.click("Terbitkan")
    person.read("Perubahan yang siap terbit")
    person.click("Terbitkan sekarang")
    person.wait_for("an answer to publishing", lambda: _is_asked() or _is_published())
    if _is_asked():
        person.fill("Frasa sandi", passphrase)
        person.click("Buka kunci")
    person.wait_for("the end of publishing", _is_published)


def _is_asked() -> bool:
    return any(window.windowTitle() == "Buka kunci Anda" for window in windows())


def _is_published() -> bool:
    return said("Semua sudah diterbitkan") is not None
