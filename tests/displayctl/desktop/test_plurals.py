"""Of one thing the English of the desk speaks as of one, and of thousands with the language's own marks."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import pytest

from displayctl.desktop.presenters.words import counted
from tests.displayctl.desktop.test_translation import messages

SPOKEN_OF_SEVERAL = re.compile(
    r"\{(?:all|chosen|count|done|media|n|needed|planned|played|shown|times|total|walls)\}"
    r" (?:(?!of\b)[a-z]+ )?([a-z]+s|people|media)\b"
)
"""A number, perhaps a word, and what there are so many of."""
ALIKE = 0.5
ONE = {"people": "person", "media": "medium", "entries": "entry", "times": "once", "processes": "process"}
NO_THINGS = frozenset({"ms", "process", "is", "was", "has"})
TOO_MANY = ("too many", "are the most", "already", "of this agency are open", "more than {most}")
NEVER_ONE = (
    "{count} bookings were deleted",
    "{count} bookings were copied",
    "{count} bookings do not run",
    "{count} long bookings end",
    "{count} media cannot be used",
    "{count} media in playlists end",
    "{count} people sign for these walls",
    "{count} walls are away",
    "{count} walls are in trouble",
    "{count} walls have hours with filler alone",
    "{chosen} pages are chosen",
    "{n} days",
    "{n} refreshes a second",
    "{n} pictures a second",
    "{n} times",
    "{n} people sign for",
    "{when}, {times} times since",
    "A file could not be fetched",
    "A report covers at most",
    "A shape of {n} corners",
    "As on {wall}: {n} seconds",
    "At least {n} characters",
    "It was restarted {times} times",
    "Safe mode: the stage died",
    "You sign with your own key",
    "{wall}: videos are decoded only",
)
"""What begins like this is said where there are several of them, or of a bound."""


@pytest.mark.usefixtures("indonesian")
def test_thousands_have_the_marks_of_the_language() -> None:
    assert counted("{count} berkas", "{count} berkas di {place}", 12_345, place="hub") == "12.345 berkas di hub"


def test_one_thing_has_words_of_its_own() -> None:
    assert counted("{count} wall", "{count} walls", 1) == "1 wall"
    assert counted("{count} wall", "{count} walls", 0) == "0 walls"


def test_what_is_said_of_several_can_be_said_of_one() -> None:
    sources: dict[str, list[str]] = {}
    for context, source, _, _ in messages():
        sources.setdefault(context, []).append(source)
    missing = [
        (context, source)
        for context, known in sources.items()
        for source in known
        for things in _several(source)
        if not any(_is_of_one(things, source, other) for other in known)
    ]
    assert not missing


def _several(source: str) -> list[str]:
    """What there may be one of in a sentence that speaks of several."""
    if source.startswith(NEVER_ONE) or any(words in source for words in TOO_MANY):
        return []
    return [things for things in SPOKEN_OF_SEVERAL.findall(source) if things not in NO_THINGS]


def _is_of_one(things: str, source: str, other: str) -> bool:
    one = ONE.get(things, things.removesuffix("s"))
    said = re.search(rf"\b(?:{one}|one|once)\b", other)
    return other != source and said is not None and SequenceMatcher(None, source, other).ratio() > ALIKE
