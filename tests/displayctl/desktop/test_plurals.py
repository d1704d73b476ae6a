"""Of one thing the English of the desk speaks as of one, and of thousands with the language's own marks."""

from __future__ import annotations

import re

import pytest

from displayctl.desktop.presenters.words import counted
from tests.displayctl.desktop.test_translation import messages

SPOKEN_OF_SEVERAL = re.compile(
    r"\{count\} (walls|files|pages|entries|times|turns|requests|texts|media|more walls)\b(.*)"
)
ONE = {"entries": "entry", "media": "medium", "times": "once"}
NEVER_ONE = frozenset({"Needs", "TwinsLine", "BackupSection", "MediaBulk", "AnnouncementEditor", "EmergencySentences"})
"""Places where one alone has a sentence with its name, or has not come up yet."""


@pytest.mark.usefixtures("indonesian")
def test_thousands_have_the_marks_of_the_language() -> None:
    assert counted("{count} berkas", "{count} berkas di {place}", 12_345, place="hub") == "12.345 berkas di hub"


def test_one_thing_has_words_of_its_own() -> None:
    assert counted("{count} wall", "{count} walls", 1) == "1 wall"
    assert counted("{count} wall", "{count} walls", 0) == "0 walls"


def test_what_is_said_of_several_can_be_said_of_one() -> None:
    known = [(context, source) for context, source, _, _ in messages()]
    missing = [
        (context, source)
        for context, source in known
        if context not in NEVER_ONE and (found := SPOKEN_OF_SEVERAL.search(source)) is not None
        if not any(each == context and _of_one(found[1], other) for each, other in known)
    ]
    assert not missing


def _of_one(things: str, words: str) -> bool:
    one = ONE.get(things, things.removesuffix("s"))
    return re.search(rf"\b{one}\b", words) is not None
