"""The words of reports on paper: Indonesian first, English beside it, instants in the office's civil time."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from displayctl.api.incidents import StepKind
from schedules.alert import AlertLevel
from schedules.calendar_names import SHORT_MONTHS

KINDS = {
    "tsunami": ("Evakuasi tsunami", "Tsunami evacuation"),
    "flood": ("Banjir", "Flood"),
    "fire": ("Kebakaran", "Fire"),
    "quake": ("Gempa bumi", "Earthquake"),
    "missing-child": ("Anak hilang", "Missing child"),
    "road": ("Jalan ditutup", "Road closed"),
    "rain": ("Hujan lebat", "Heavy rain"),
    "thunderstorm": ("Petir dan angin kencang", "Thunderstorm"),
    "power": ("Listrik padam", "Power cut"),
    "free": ("Teks bebas", "Free text"),
    "ended": ("Berakhir", "Over"),
    "correction": ("Ralat", "Correction"),
    "": ("Pesan darurat", "Emergency message"),
}
STEPS = {
    StepKind.RAISED: ("Dikirim", "Sent"),
    StepKind.UPDATED: ("Diperbarui", "Updated"),
    StepKind.EXTENDED: ("Diperpanjang", "Extended"),
    StepKind.CORRECTED: ("Diralat", "Corrected"),
    StepKind.ENDED: ("Dinyatakan berakhir", "Said to be over"),
}
ENDS = {
    "expired": ("waktu habis", "expired"),
    "withdrawn": ("ditarik", "taken back"),
    "superseded": ("diganti", "replaced"),
}
LEVEL_COLOURS = {AlertLevel.AWAS: "#c00000", AlertLevel.SIAGA: "#b36b00", AlertLevel.WASPADA: "#1f5fa8"}
SOFT = "#5b6472"


def both(indonesian: str, english: str) -> str:
    """The two languages as rich text: ``Layar`` and, small and soft, ``Wall``; once
    where they are the same.
    """
    if indonesian == english:
        return escape(indonesian)
    return f'{escape(indonesian)} <span style="color:{SOFT}"><small>{escape(english)}</small></span>'


def kind_words(kind: str) -> tuple[str, str]:
    """What a template is called; a template of the office's own by its id."""
    return KINDS.get(kind, (kind, kind))


def why_words(why: str) -> str:
    """Why an alert left a wall, in both languages; as it was said where it is a newer word."""
    indonesian, english = ENDS.get(why, (why, ""))
    return f"{indonesian} ({english})" if english else indonesian


def day_and_time(instant: datetime, zone: ZoneInfo) -> str:
    """As ``23 Nov 2026 19.42.05 WITA``."""
    civil = instant.astimezone(zone)
    return f"{civil.day} {SHORT_MONTHS[civil.month - 1]} {civil.year} {clock(instant, zone)} {civil.tzname()}"


def clock(instant: datetime | None, zone: ZoneInfo) -> str:
    """As ``19.42.05``; a dash for what never was."""
    return "–" if instant is None else f"{instant.astimezone(zone):%H.%M.%S}"


def seconds_words(seconds: float | None) -> str:
    """As ``0,31 dtk`` or ``2 mnt 5 dtk``; a dash for what never was."""
    if seconds is None:
        return "–"
    if seconds < 10:
        return f"{seconds:.2f} dtk".replace(".", ",")
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} mnt {rest} dtk" if minutes else f"{rest} dtk"
