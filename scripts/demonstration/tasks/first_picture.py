"""On a fresh computer: from nothing to an announcement on a wall, which is a window here."""

from __future__ import annotations

from scripts.demonstration.person import Person

NAME, PASSPHRASE = "Sekar Ayu", "empat gajah menari pelan"
TITLE, TEXT = "Posyandu Balita", "Rabu 08.00 di Balai Desa Maahas"


def first_picture(person: Person) -> None:
    """As far as the guide's own sentence that a wall shows it."""
    person.click("Satu orang")
    person.click("Lanjut")
    person.fill("Nama orang ke-1", NAME)
    person.click("Lanjut")
    person.fill("Frasa sandi", PASSPHRASE)
    person.fill("Ulangi frasa sandi", PASSPHRASE)
    person.click("Lanjut")
    person.read("Berkas pemulihan")
    person.click("Lanjut")
    person.click("Selesai")
    person.click("Pakai jendela di sini")
    person.click("Tulis…")
    person.fill("Judul", TITLE)
    person.fill("Isi", TEXT)
    person.click("Simpan ke pustaka")
    person.click("Tampilkan")
    person.read("Semua selesai")
    person.click("Tutup")
