"""What can be done from anywhere by saying so: commands and pages, with the words by which people look for them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.jump_index import Sort, Target
from displayctl.desktop.presenters.need import Rights

translate = QCoreApplication.translate

PAGE_WORDS = {
    "home": "beranda home awal mulai ringkasan overview start",
    "library": "pustaka library media gambar video berkas picture file",
    "playlists": "daftar putar playlist putaran urutan",
    "tickers": "teks berjalan running text ticker",
    "schedule": "jadwal schedule kalender calendar tayangan booking minggu week",
    "publish": "terbitkan publish siarkan kirim",
    "approvals": "persetujuan approvals setujui tanda tangan sign",
    "requests": "permohonan requests surat opd letter",
    "walls": "layar walls videotron papan display player pemutar",
    "warnings": "peringatan warnings bmkg gempa cuaca quake weather",
    "reports": "laporan reports bukti tayang proof rekap insiden incident",
    "keys": "kunci keys wewenang authority kebijakan policy",
    "accounts": "akun accounts orang people pengguna user kata sandi password",
    "audit": "jejak audit trail riwayat history siapa who",
    "care": "perawatan care cadangan backup log pemulihan restore",
    "settings": "pengaturan settings tampilan look bahasa language",
}
"""Further words of both languages, so that a page is found in either."""


def pages(titles: dict[str, str]) -> Iterator[Target]:
    """Every page, by its title."""
    for name, title in titles.items():
        yield Target(Sort.PAGE, title, Place(name), also=PAGE_WORDS.get(name, ""))


def commands(rights: Rights) -> Iterator[Target]:
    """What the one who works here may do."""
    offered = (
        ((Role.TECHNICIAN,), _wall_commands()),
        ((Role.EDITOR,), _editing_commands()),
        ((Role.DUTY,), _emergency_commands()),
        (tuple(Role), _for_everybody()),
    )
    for roles, targets in offered:
        if rights.may(*roles):
            yield from targets


def _command(title: str, place: Place, also: str) -> Target:
    return Target(Sort.COMMAND, title, place, also=also)


def _wall_commands() -> tuple[Target, ...]:
    return (
        _command(
            translate("Jump", "Pair a wall's player"),
            Place("walls", deed=Deed.PAIR),
            "pasangkan layar hubungkan pemutar kode pair player wall code connect",
        ),
        _command(
            translate("Jump", "Add a wall"),
            Place("walls", deed=Deed.ADD_WALL),
            "tambah layar baru videotron add new wall display",
        ),
    )


def _editing_commands() -> tuple[Target, ...]:
    return (
        _command(
            translate("Jump", "Add files to the library"),
            Place("library", deed=Deed.ADD_FILES),
            "tambah unggah impor berkas gambar video media add upload import files picture",
        ),
        _command(
            translate("Jump", "Write an announcement"),
            Place("library", deed=Deed.ANNOUNCE),
            "tulis buat pengumuman teks baru write make new announcement text",
        ),
        _command(
            translate("Jump", "Add a live stream"),
            Place("library", deed=Deed.ADD_STREAM),
            "tambah siaran langsung kamera add live stream camera rtsp",
        ),
        _command(
            translate("Jump", "Make a playlist"),
            Place("playlists", deed=Deed.NEW_PLAYLIST),
            "buat daftar putar baru make new playlist",
        ),
        _command(
            translate("Jump", "Book airtime"),
            Place("schedule", deed=Deed.BOOK),
            "jadwalkan pesan jam tayang slot baru book schedule new slot airtime",
        ),
    )


def _emergency_commands() -> tuple[Target, ...]:
    return (
        _command(
            translate("Jump", "Send an emergency message"),
            Place("", deed=Deed.EMERGENCY),
            "darurat bencana gempa banjir tsunami kirim pesan emergency alert send disaster",
        ),
        _command(
            translate("Jump", "Run an emergency drill"),
            Place("", deed=Deed.DRILL),
            "latihan darurat simulasi drill practice emergency",
        ),
    )


def _for_everybody() -> tuple[Target, ...]:
    return (
        _command(
            translate("Jump", "See emergencies and drills"),
            Place("reports", deed=Deed.INCIDENTS),
            "insiden darurat latihan laporan incident emergencies drills report",
        ),
        _command(
            translate("Jump", "Open the settings"),
            Place("", deed=Deed.SETTINGS),
            "pengaturan tampilan gelap terang ukuran huruf settings look dark light size theme",
        ),
        _command(
            translate("Jump", "Find when something plays, or why it did not"),
            Place("schedule", deed=Deed.SEARCH),
            "kapan tayang mengapa tidak cari jam when does it play why not search",
        ),
        Target(Sort.COMMAND, "English", Place("", "en", Deed.SPEAK), also="bahasa inggris language english switch"),
        Target(
            Sort.COMMAND,
            "Bahasa Indonesia",
            Place("", "id", Deed.SPEAK),
            also="bahasa indonesia language indonesian switch ganti",
        ),
    )
