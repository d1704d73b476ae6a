"""A wall's policies in sentences, with the rules of law they rest on: for commands, for papers and for the desktop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schedules.calendar_names import SHORT_ENGLISH_MONTHS, SHORT_MONTHS
from schedules.daypart import EVERY_DAY, Hours
from schedules.display import Display
from schedules.legal import LegalBasis
from schedules.opening import OpeningHours


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One policy: what it is called, what it says, and what it rests on, as it is cited; empty where nobody said."""

    name: str
    says: str
    basis: str


@dataclass(frozen=True, slots=True)
class _Tongue:
    days: tuple[str, ...]
    months: tuple[str, ...]
    daily: str
    mark: str
    around: str
    opening: str
    always: str
    never: str
    closed: str
    brightness: str
    full: str
    rest: str
    awas: str
    quiet: str
    heard: str


_TONGUES = {
    "id": _Tongue(
        days=("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
        months=SHORT_MONTHS,
        daily="setiap hari",
        mark=".",
        around="24 jam mulai",
        opening="Jam buka",
        always="selalu buka",
        never="selalu tutup",
        closed="tutup",
        brightness="Kecerahan",
        full="selalu 100 %",
        rest="selebihnya 100 %",
        awas="peringatan AWAS selalu 100 %",
        quiet="Jam tenang",
        heard="tidak ada; suara boleh sepanjang hari",
    ),
    "en": _Tongue(
        days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=SHORT_ENGLISH_MONTHS,
        daily="every day",
        mark=":",
        around="24 h from",
        opening="Opening hours",
        always="always open",
        never="always closed",
        closed="closed",
        brightness="Brightness",
        full="always 100 %",
        rest="otherwise 100 %",
        awas="AWAS alerts always 100 %",
        quiet="Quiet hours",
        heard="none; sound is allowed all day",
    ),
}


def policy_lines(display: Display, language: str) -> tuple[PolicyLine, ...]:
    """Opening hours, brightness and quiet hours of a wall, in Indonesian (``id``) or English (``en``)."""
    tongue = _TONGUES[language]
    opening, brightness = display.opening, display.brightness
    quiet = _listed((hours_words(hours, language) for hours in display.quiet_hours), tongue.heard)
    return (
        PolicyLine(tongue.opening, _opening(opening, language), _cited(opening.basis if opening else None)),
        PolicyLine(tongue.brightness, _brightness(display, language), _cited(brightness.basis if brightness else None)),
        PolicyLine(tongue.quiet, quiet, _cited(display.quiet_basis)),
    )


def hours_words(hours: Hours, language: str, *, with_days: bool = True) -> str:
    """As ``Sen–Jum 06.00–22.00``."""
    tongue = _TONGUES[language]
    starts, ends = (f"{each:%H}{tongue.mark}{each:%M}" for each in (hours.starts, hours.ends))
    clock = f"{tongue.around} {starts}" if hours.starts == hours.ends else f"{starts}–{ends}"
    return f"{days_words(hours.weekdays, language)} {clock}" if with_days else clock


def days_words(weekdays: tuple[int, ...], language: str) -> str:
    """As ``setiap hari``, ``Sen–Jum`` or ``Sen, Rab``."""
    tongue = _TONGUES[language]
    if weekdays == EVERY_DAY:
        return tongue.daily
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and last - first == len(weekdays) - 1:
        return f"{tongue.days[first]}–{tongue.days[last]}"
    return ", ".join(tongue.days[day] for day in weekdays)


def _opening(opening: OpeningHours | None, language: str) -> str:
    tongue = _TONGUES[language]
    if opening is None:
        return tongue.always
    said = [_listed((hours_words(hours, language) for hours in opening.hours), tongue.never)]
    for each in opening.exceptions:
        dates = ", ".join(_date(day, tongue) for day in each.dates)
        at = (hours_words(hours, language, with_days=False) for hours in each.hours)
        said.append(f"{dates}: {_listed(at, tongue.closed)}")
    return "; ".join(said)


def _brightness(display: Display, language: str) -> str:
    tongue, brightness = _TONGUES[language], display.brightness
    if brightness is None:
        return tongue.full
    said = [f"{hours_words(span.hours, language)} {span.percent} %" for span in brightness.spans]
    return "; ".join([*said, tongue.rest, *([tongue.awas] if brightness.awas_full else [])])


def _cited(basis: LegalBasis | None) -> str:
    return basis.words() if basis is not None else ""


def _listed(words: Iterable[str], empty: str) -> str:
    return ", ".join(words) or empty


def _date(day: date, tongue: _Tongue) -> str:
    return f"{day.day} {tongue.months[day.month - 1]} {day.year}"
