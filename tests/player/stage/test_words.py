"""What a wall says by itself, in both languages."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from player.stage.words import ENGLISH, INDONESIAN, LANGUAGE_VARIABLE, words


@pytest.mark.parametrize(
    ("language", "expected"), [("", INDONESIAN), ("id", INDONESIAN), ("en", ENGLISH), ("xx", INDONESIAN)]
)
def test_indonesian_comes_first_and_english_is_for_the_asking(
    monkeypatch: pytest.MonkeyPatch, language: str, expected: object
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, language)
    assert words() == expected


def test_nothing_is_left_unsaid_or_untranslated() -> None:
    assert all(astuple(INDONESIAN))
    assert all(one != other for one, other in zip(astuple(INDONESIAN), astuple(ENGLISH), strict=True))
