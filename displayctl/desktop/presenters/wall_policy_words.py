"""Hours, brightness and silence of a wall, and the rules they rest on, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.slot_words import week_hours_words
from displayctl.desktop.presenters.words import date_short, listed
from schedules.brightness import BrightnessSpan
from schedules.display import Display
from schedules.legal import LegalBasis
from schedules.opening import OpenOnDates

translate = QCoreApplication.translate
MOST_DATES = 3


def opening_lines(display: Display) -> tuple[str, ...]:
    """When it is lit, a line each."""
    opening = display.opening
    if opening is None:
        return (translate("WallPolicy", "Open at all hours"),)
    lines = [week_hours_words(each) for each in opening.hours] or [translate("WallPolicy", "Closed every day")]
    return (*lines, *(exception_words(each) for each in opening.exceptions))


def exception_words(exception: OpenOnDates) -> str:
    """As ``25 Des 2026: tutup`` or ``17 Agu 2026: 05.00–23.00``."""
    days = [date_short(day) for day in exception.dates[:MOST_DATES]]
    more = [f"+{len(exception.dates) - MOST_DATES}"] if len(exception.dates) > MOST_DATES else []
    hours = listed([week_hours_words(each) for each in exception.hours]) or translate("WallPolicy", "closed")
    return f"{listed([*days, *more])}: {hours}"


def brightness_lines(display: Display) -> tuple[str, ...]:
    """How bright it is, a line each."""
    brightness = display.brightness
    if brightness is None:
        return (translate("WallPolicy", "Full brightness at all hours"),)
    lines = [span_words(span) for span in brightness.spans]
    if brightness.awas_full:
        lines.append(translate("WallPolicy", "Emergency messages of the level Awas are shown in full brightness"))
    return tuple(lines)


def span_words(span: BrightnessSpan) -> str:
    """As ``22.00–05.00: 40 %``."""
    return f"{week_hours_words(span.hours)}: {span.percent} %"


def quiet_lines(display: Display) -> tuple[str, ...]:
    """When it is silent, a line each."""
    if not display.quiet_hours:
        return (translate("WallPolicy", "Sound at all hours"),)
    return tuple(week_hours_words(each) for each in display.quiet_hours)


def basis_words(basis: LegalBasis | None) -> str:
    """The rule of law, as it is cited."""
    if basis is None:
        return translate("WallPolicy", "No legal reference is given")
    return translate("WallPolicy", "Legal reference: {rule}").format(rule=basis.words())
