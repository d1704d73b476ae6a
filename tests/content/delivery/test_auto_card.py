"""The document of a card: codes, places and times within bounds, and nothing that anybody could write words into."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from content.delivery.auto_card import (
    AutoCard,
    CardEvent,
    CardSource,
    Round,
    card_path,
    pack_card,
    unpack_card,
)
from content.delivery.roles import AUTO, owns
from content.errors import Refused
from schedules.alert import AlertLevel
from tests.builders import at

NINE = at("2026-11-22 09:00")
HOUR = timedelta(hours=1)
RING = ((-1_000_000, 122_000_000), (-1_000_000, 123_000_000), (0, 123_000_000), (-1_000_000, 122_000_000))
CARD = AutoCard(
    CardEvent.THUNDERSTORM,
    AlertLevel.SIAGA,
    CardSource.BMKG,
    NINE,
    NINE,
    NINE + HOUR,
    ("72.01.04", "72.01.05"),
    (RING,),
)
QUAKE = replace(
    CARD, event=CardEvent.QUAKE, level=AlertLevel.WASPADA, rings=(), rounds=(Round(-950_000, 122_790_000, 90_000),)
)


@pytest.mark.parametrize("card", [CARD, QUAKE])
def test_a_card_comes_back_as_it_was(card: AutoCard) -> None:
    assert unpack_card(pack_card(card)) == card
    assert pack_card(unpack_card(pack_card(card))) == pack_card(card)


def test_its_path_is_the_hubs_own() -> None:
    assert owns(AUTO, card_path("satu"))


def spoilt(**changes: Any) -> bytes:
    return json.dumps({**json.loads(pack_card(CARD)), **changes}).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"words": "Pemerintah jatuh"},
        {"event": "Pemerintah jatuh"},
        {"event": "tsunami"},
        {"event": []},
        {"source": "Dinas"},
        {"level": 4},
        {"level": True},
        {"level": "3"},
        {"format": "other"},
        {"version": 2},
        {"sent": -1},
        {"sent": 1 << 41},
        {"sent": 1.5},
        {"expires": 0},
        {"districts": []},
        {"districts": "72.01.04"},
        {"districts": ["Luwuk"]},
        {"districts": [720104]},
        {"districts": ["72.01.04", "72.01.04"]},
        {"districts": [f"72.{n // 90 + 10}.{n % 90 + 10}" for n in range(201)]},
        {"rings": []},
        {"rings": [[[0, 0], [1, 1], [0, 0]]]},
        {"rings": [[[0, 0], [1, 1], [2, 0], [3, 3]]]},
        {"rings": [[[0, 0, 0], [1, 1], [2, 0], [0, 0]]]},
        {"rings": [[[91_000_000, 0], [1, 1], [2, 0], [91_000_000, 0]]]},
        {"rings": [list(RING)] * 65},
        {"rings": [[[0, 0]] * 4_001]},
        {"rounds": [[0, 0]]},
        {"rounds": [[0, 0, 0]]},
        {"rounds": [[0, 200_000_000, 5]]},
        {"rounds": [[0, 0, 2_000_000]]},
        {"rounds": [[0, 0, 5]] * 17},
    ],
)
def test_whatever_is_not_a_card_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        unpack_card(spoilt(**changes))
    assert caught.value.rule == "card"


@pytest.mark.parametrize("document", [b"", b"[]", b"{}", b"\xff", b"[" * 5000, b"9" * 5000])
def test_rubbish_is_refused(document: bytes) -> None:
    with pytest.raises(Refused) as caught:
        unpack_card(document)
    assert caught.value.rule == "card"


def test_a_card_of_too_many_bytes_is_neither_made_nor_read() -> None:
    long = replace(CARD, rings=((*[(-89_123_456, 123_456_789)] * 3_999, (-89_123_456, 123_456_789)),))
    with pytest.raises(Refused) as made:
        pack_card(long)
    with pytest.raises(Refused) as read:
        unpack_card(b" " * 70_000)
    assert (made.value.rule, read.value.rule) == ("bounds", "bounds")


def test_a_quake_never_takes_the_whole_wall() -> None:
    with pytest.raises(Refused, match="whole wall"):
        replace(QUAKE, level=AlertLevel.AWAS)


def test_a_card_ends_within_six_hours_of_when_it_was_sent() -> None:
    assert replace(CARD, expires=NINE + 6 * HOUR)
    with pytest.raises(Refused, match="six hours"):
        replace(CARD, expires=NINE + 7 * HOUR)
    with pytest.raises(Refused, match="after its beginning"):
        replace(CARD, expires=NINE)
