"""Something was not on the walls last night: why not?"""

from __future__ import annotations

from scripts.demonstration.person import Person


def why_not_last_night(person: Person, medium: str, why: str) -> str:
    """The whole sentence of the answer, which has `why` in it."""
    person.click("Jadwal")
    person.press("Ctrl+F")
    person.fill("Apa yang dicari?", medium)
    person.click("Mengapa tidak tayang?…")
    answer = person.read(why)
    person.click("Tutup")
    person.click("Tutup")
    return answer
