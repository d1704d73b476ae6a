"""The words of reports that leave the desk: Indonesian and English side by side, whatever the interface speaks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from displayctl.desk.reporting.figures import By, Sort
from displayctl.desk.reporting.times import Days
from schedules.calendar_names import ENGLISH_MONTHS, MONTHS, SHORT_MONTHS

Words: TypeAlias = tuple[str, str]
"""Indonesian, English."""
SORTS: Mapping[Sort, Words] = {
    Sort.OFFICE: ("Tanpa OPD (kantor sendiri)", "No agency (the office itself)"),
    Sort.FILLER: ("Pengisi", "Filler"),
    Sort.SLATE: ("Kartu layar", "Slate"),
    Sort.ALERT: ("Pesan darurat menutup layar", "Emergency covered the wall"),
    Sort.HELD: ("Layar ditahan petugas", "Held by the office"),
    Sort.OTHER: ("Sela antartayangan", "Seams and short pauses"),
    Sort.DOWN: ("Tidak tayang", "Nothing on the wall"),
    Sort.UNREPORTED: ("Belum dilaporkan", "Not reported yet"),
}
REASONS: Mapping[str, Words] = {
    "alert": ("Tertutup pesan darurat", "Emergency over it"),
    "held": ("Layar ditahan", "Wall held"),
    "down": ("Layar tidak tayang", "Wall down"),
    "unreported": ("Belum dilaporkan", "Not reported yet"),
    "refused": ("Program ditolak layar", "Programme refused"),
    "other": ("Lain-lain", "Other"),
}
BYS: Mapping[By, Words] = {
    By.WALL: ("Layar", "Wall"),
    By.SLOT: ("Acara", "Booking"),
    By.MEDIUM: ("Media", "Medium"),
    By.AGENCY: ("OPD", "Agency"),
}


def days_words(days: Days) -> Words:
    """As ``Oktober 2026``, or ``5 Okt – 12 Okt 2026``."""
    if days.is_month:
        month, year = days.first.month - 1, days.first.year
        return f"{MONTHS[month]} {year}", f"{ENGLISH_MONTHS[month]} {year}"
    if days.first == days.last:
        return _day(days.first), _day(days.first)
    return f"{_day(days.first)} – {_day(days.last)}", f"{days.first} – {days.last}"


def length_words(seconds: float) -> str:
    """As ``3 jam 5 mnt``, ``12 mnt`` or ``40 dtk``."""
    total = round(seconds)
    hours, minutes, rest = total // 3600, total // 60 % 60, total % 60
    if hours:
        return f"{hours:,} jam {minutes} mnt".replace(",", ".") if minutes else f"{hours:,} jam".replace(",", ".")
    if minutes:
        return f"{minutes} mnt {rest} dtk" if rest and minutes < 10 else f"{minutes} mnt"
    return f"{rest} dtk"


def percent_words(part: float | None) -> str:
    """As ``97,4 %``; a dash for none. What is not whole never reads as 100 or 0."""
    if part is None:
        return "–"
    shown = round(100 * part, 1)
    if shown >= 100 and part < 1:
        shown = 99.9
    if shown <= 0 < part:
        shown = 0.1
    return f"{shown:.1f} %".replace(".", ",").replace(",0 %", " %")


def count_words(count: int) -> str:
    """As ``12.345``."""
    return f"{count:,}".replace(",", ".")


def _day(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"
