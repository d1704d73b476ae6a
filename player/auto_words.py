"""The words of a card of an official warning: ours, in Indonesian, out of codes, names of kecamatan and times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from content.delivery.auto_card import AutoCard, CardEvent
from schedules.alert import AlertLevel
from schedules.clock_face import ClockStyle, clock_words

NAMES_A_PAGE = 4
MOST_NAMES = 16

_EVENTS = {
    CardEvent.RAIN: "Hujan lebat",
    CardEvent.THUNDERSTORM: "Hujan lebat disertai petir",
    CardEvent.FLOOD: "Banjir",
    CardEvent.QUAKE: "Gempa bumi dirasakan",
}
_LEVELS = {AlertLevel.WASPADA: "WASPADA", AlertLevel.SIAGA: "SIAGA", AlertLevel.AWAS: "AWAS"}


@dataclass(frozen=True, slots=True)
class CardPage:
    """The three parts of a page, from the top to the bottom of it."""

    title: str
    body: str
    foot: str


def card_pages(card: AutoCard, names: Sequence[str], zone: ZoneInfo) -> tuple[CardPage, ...]:
    """The pages of `card` in the order in which they are shown; `names` are those of its kecamatan."""
    title = "INFORMASI GEMPA" if card.event is CardEvent.QUAKE else f"PERINGATAN DINI · {_LEVELS[card.level]}"
    times = clock_words(card.effective, zone, ClockStyle.TIME), clock_words(card.expires, zone, ClockStyle.TIME)
    when = f"Pukul {times[0].time}" if card.event is CardEvent.QUAKE else f"Sampai pukul {times[1].time}"
    foot = f"{when} · Sumber: {card.source.value}"
    said = list(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        said[-1] = f"{len(names) - MOST_NAMES + 1} kecamatan lain"
    pages = [said[at : at + NAMES_A_PAGE] for at in range(0, len(said), NAMES_A_PAGE)]
    bodies = (_EVENTS[card.event], *(f"Kecamatan {', '.join(page)}" for page in pages))
    return tuple(CardPage(title, body, foot) for body in bodies)


def headline(card: AutoCard) -> str:
    """What the card says, in one line for reports."""
    return f"{_EVENTS[card.event]} (otomatis, {card.source.value})"
