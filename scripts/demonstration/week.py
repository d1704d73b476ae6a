"""A believable week for two walls, made through the hub's API as the desktop would make it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from content.studio.announcement import Announcement, Template
from displayctl.api.client import HubClient
from displayctl.api.models import AnnouncementChange, Job, JobState, PartKind
from schedules.codec import display_to_dict, playlist_to_dict, slot_to_dict
from schedules.daypart import Hours
from schedules.display import Canvas, Display
from schedules.playlist import Playlist, PlaylistEntry
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind

ZONE, GROUP = "Asia/Makassar", "utama"
TUGU = Display("tugu-adipura", "Tugu Adipura", ZONE, Canvas(640, 384))
TAMAN = Display("taman-anti-narkoba", "Taman Anti Narkoba", ZONE, Canvas(512, 256))
WALLS = (TUGU, TAMAN)
BOTH = (TUGU.id, TAMAN.id)
LONGEST_IMPORT_SECONDS = 600.0

TITLES = {
    "pbb": "Bayar PBB tepat waktu",
    "luwuk-bersih": "Luwuk bersih, kita sehat",
    "tanpa-narkoba": "Hidup keren tanpa narkoba",
    "pesta-rakyat": "Pesta Rakyat Kabupaten Banggai",
    "pakai-helm": "Keluarga menunggu di rumah",
    "pesona-bahari": "Pesona Bahari Banggai",
    "jalan-kaki": "Jalan kaki 10.000 langkah",
    "satu-detak": "Satu detak, satu kesempatan",
    "dirgahayu": "Dirgahayu Kabupaten Banggai",
}
ANNOUNCEMENTS = {
    "posyandu": Announcement(
        "Jadwal Posyandu pekan ini",
        "Senin: Kel. Luwuk dan Kel. Soho\nRabu: Kel. Maahas\nJumat: Kel. Kilongan\nPukul 08.00 sampai 11.00 WITA",
        Template.LAYANAN_PUBLIK,
        footer="Dinas Kesehatan Kabupaten Banggai",
    ),
    "dukcapil": Announcement(
        "Rekam KTP elektronik tanpa antre",
        "Daftar dari rumah, datang sesuai jam. Gratis.",
        Template.PENGUMUMAN,
        footer="Disdukcapil Kabupaten Banggai",
        qr="https://dukcapil.banggaikab.go.id/antre",
    ),
    "jumat": Announcement(
        "Menjelang salat Jumat",
        "Mari tertib berlalu lintas di sekitar masjid. Layanan kantor buka kembali pukul 13.30 WITA.",
        Template.IMBAUAN,
        footer="Pemerintah Kabupaten Banggai",
    ),
    "cuaca": Announcement(
        "Waspada hujan lebat sore hari",
        "Hindari berteduh di bawah pohon dan baliho. Sumber: BMKG.",
        Template.IMBAUAN,
        footer="BPBD Kabupaten Banggai",
    ),
    "selamat-datang": Announcement(
        "Selamat datang di Luwuk",
        "Kota kecil, hati besar",
        Template.HARI_BESAR,
        footer="Kabupaten Banggai",
    ),
}
PLAYLISTS: dict[str, tuple[str, tuple[tuple[str, float | None], ...]]] = {
    "layanan-publik": (
        "Layanan publik",
        (
            ("pesona-bahari", None),
            ("posyandu", 8),
            ("pbb", 8),
            ("jalan-kaki", None),
            ("dukcapil", 8),
            ("luwuk-bersih", 7),
        ),
    ),
    "jam-sibuk": ("Jam sibuk", (("pakai-helm", 8), ("jalan-kaki", None), ("luwuk-bersih", 6))),
    "anti-narkoba": ("Anti narkoba", (("satu-detak", None), ("tanpa-narkoba", 8), ("pesona-bahari", None))),
    "jeda-jumat": ("Jeda Jumat", (("jumat", 20), ("luwuk-bersih", 10))),
    "malam": ("Malam", (("pesona-bahari", None), ("selamat-datang", 10), ("satu-detak", None))),
    "pesta-rakyat": ("Pesta Rakyat", (("dirgahayu", None), ("pesta-rakyat", 9))),
    "sisipan-cuaca": ("Sisipan cuaca", (("cuaca", 10),)),
    "pengisi": ("Pengisi", (("selamat-datang", 12), ("luwuk-bersih", 10))),
}


@dataclass(frozen=True, slots=True)
class Booking:
    """One slot of the week, in few words."""

    name: str
    playlist: str
    walls: tuple[str, ...]
    hours: tuple[str, str]
    days: str = ""
    priority: int = 50
    an_hour: int | None = None


WEEK = (
    Booking("Layanan publik harian", "layanan-publik", BOTH, ("06:00", "22:00"), priority=40),
    Booking("Jam sibuk pagi", "jam-sibuk", (TUGU.id,), ("06:30", "08:00"), "MO,TU,WE,TH,FR", 60),
    Booking("Jam sibuk sore", "jam-sibuk", (TUGU.id,), ("16:00", "18:00"), "MO,TU,WE,TH,FR", 60),
    Booking("Sore di taman", "anti-narkoba", (TAMAN.id,), ("15:00", "21:00"), priority=55),
    Booking("Jeda salat Jumat", "jeda-jumat", BOTH, ("11:30", "13:00"), "FR", 80),
    Booking("Pesta Rakyat", "pesta-rakyat", BOTH, ("19:00", "21:00"), "SA,SU", 70),
    Booking("Malam tenang", "malam", (TUGU.id,), ("22:00", "04:00"), priority=30),
    Booking("Peringatan cuaca", "sisipan-cuaca", BOTH, ("06:00", "22:00"), priority=60, an_hour=6),
)


def make_week(client: HubClient, samples: dict[str, Path], today: date) -> None:
    """Walls, media, playlists and bookings from the Monday of `today` on. What is there already is left alone."""
    for wall in WALLS:
        _once(client, PartKind.DISPLAY, display_to_dict(wall))
    media = _import(client, samples)
    for playlist_id, (name, entries) in PLAYLISTS.items():
        playlist = Playlist(playlist_id, name, tuple(_entry(media[key], seconds) for key, seconds in entries))
        _once(client, PartKind.PLAYLIST, playlist_to_dict(playlist))
    monday = today - timedelta(days=today.weekday())
    for place, booking in enumerate(WEEK):
        _once(client, PartKind.SLOT, slot_to_dict(_slot(place, booking, monday)))
    settings = client.settings()
    client.put_settings(settings.model_copy(update={"filler_ids": {GROUP: "pengisi"}}))


def _once(client: HubClient, kind: PartKind, value: dict[str, object]) -> None:
    if value["id"] not in {part.id for part in client.parts(kind)}:
        client.create_part(kind, value)


def _import(client: HubClient, samples: dict[str, Path]) -> dict[str, str]:
    """Ids of all media by key; brings in those that the library does not have, all at once."""
    have = {medium.title: medium.id for medium in client.media(limit=500).media}
    titles = TITLES | {key: announcement.title for key, announcement in ANNOUNCEMENTS.items()}
    jobs: list[Job] = []
    for key, title in titles.items():
        if title in have:
            continue
        if key in samples:
            # A poster keeps its edges, where the small print is; a clip fills the wall.
            fit = "cover" if samples[key].suffix == ".mp4" else "contain"
            jobs.append(client.upload_medium(samples[key], title=title, fit=fit))
        else:
            change = AnnouncementChange(title=title, announcement=ANNOUNCEMENTS[key].to_dict())
            jobs.append(client.create_announcement(change))
    wait_for_jobs(client, jobs)
    have = {medium.title: medium.id for medium in client.media(limit=500).media}
    return {key: have[title] for key, title in titles.items()}


def wait_for_jobs(client: HubClient, jobs: Iterable[Job]) -> None:
    """Returns when all are done; raises RuntimeError with the hub's sentence when one fails."""
    deadline = time.monotonic() + LONGEST_IMPORT_SECONDS
    for job in jobs:
        while job.state in (JobState.WAITING, JobState.RUNNING):
            if time.monotonic() > deadline:
                raise RuntimeError(f"the import takes longer than {LONGEST_IMPORT_SECONDS:.0f} s: {job.message}")
            time.sleep(0.1)
            job = client.job(job.id)
        if job.state is not JobState.DONE:
            raise RuntimeError(f"a sample could not be brought in: {job.message}")


def _entry(medium_id: str, seconds: float | None) -> PlaylistEntry:
    return PlaylistEntry(medium_id, None if seconds is None else timedelta(seconds=seconds))


def _slot(place: int, booking: Booking, monday: date) -> Slot:
    starts, ends = (clock_time.fromisoformat(each) for each in booking.hours)
    return Slot(
        id=f"demo-{place}-{booking.playlist}",
        name=booking.name,
        playlist_id=booking.playlist,
        display_ids=booking.walls,
        recurrence=Recurrence(monday, rule=f"FREQ=WEEKLY;BYDAY={booking.days}" if booking.days else "FREQ=DAILY"),
        created_at=datetime(monday.year, monday.month, monday.day, tzinfo=UTC) + timedelta(minutes=place),
        hours=Hours(starts, ends),
        priority=booking.priority,
        kind=SlotKind.INTERRUPT if booking.an_hour else SlotKind.LOOP,
        plays_per_hour=booking.an_hour,
    )
