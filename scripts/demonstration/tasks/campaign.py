"""A campaign every Friday morning on all walls, but not on national holidays."""

from __future__ import annotations

from scripts.demonstration.person import Person
from scripts.demonstration.tasks.publishing import publish

WEEKDAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")  # as the buttons read
NAME, DAY = "Jumat bersih", "Jum"


def weekly_campaign(person: Person, medium: str, year: int, passphrase: str) -> None:
    """From a `medium` in the library to a published campaign that goes on after `year`."""
    person.click("Daftar putar")
    person.click("Daftar putar baru")
    person.fill("Nama daftar putar", NAME)
    person.pick("Media", medium, twice=True)
    person.click("Jadwal")
    person.click("Slot baru")
    person.choose("Daftar putar", NAME)
    person.fill("Mulai", "0700")
    person.fill("Sampai", "0900")
    person.choose("Pengulangan", "Pada hari dalam seminggu")
    for day in WEEKDAYS:
        if person.is_on(day) != (day == DAY):
            person.click(day)
    for holidays in (year, year + 1):
        person.click(f"Libur nasional {holidays}")
    person.click("Simpan")
    publish(person, passphrase)
