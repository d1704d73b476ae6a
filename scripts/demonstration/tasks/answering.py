"""An agency asks for airtime: look at it, say yes, book what it sent, and publish."""

from __future__ import annotations

from scripts.demonstration.person import Person
from scripts.demonstration.tasks.publishing import publish


def answer_request(person: Person, title: str, file: str, passphrase: str) -> None:
    """From a new request called `title` with an attached `file` to its broadcast, answered on the way."""
    person.click("Permohonan")
    person.pick("Permohonan", title)
    person.click(f"Masukkan {file} ke pustaka")
    person.see("Di pustaka")
    person.click("Sisanya sesuai")
    person.click("Simpan daftar periksa")
    person.wait_for("a checklist that is stored", lambda: not person.sees("Simpan daftar periksa"))
    person.click("Jawab…")
    person.read("Jawaban, seperti dibaca instansi")
    person.click("Simpan dan jawab")
    person.click("Jadwalkan…")
    person.click("Jadwalkan")
    person.read("Sudah dijadwalkan")
    publish(person, passphrase)
