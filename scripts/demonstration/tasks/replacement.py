"""An agency sends a better file: it takes the place of the old one in every booking."""

from __future__ import annotations

from pathlib import Path

from scripts.demonstration.person import Person
from scripts.demonstration.tasks.publishing import publish


def replace_everywhere(person: Person, medium: str, file: Path, passphrase: str) -> None:
    """From the library to walls that take the new file."""
    person.click("Pustaka")
    person.fill("Cari", medium)
    person.pick("Media", medium)
    person.click("Ganti berkas…")
    person.give_file(file)
    person.read("mendapat berkas lain")
    # A draft that is published before every wall has its picture of the new file lacks it there. What can be cropped is
    # ready, and says so together with the former file.
    person.wait_for("the new file, ready", lambda: person.sees("Berkas lama…") and person.sees("Pangkas…"))
    publish(person, passphrase)
