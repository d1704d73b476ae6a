"""What a player and a person at a desk agree on, and what somebody between them cannot say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.delivery.introduction import CODE_ALPHABET, Introduction, ticket_of
from content.delivery.phrase_words import WORDS
from content.errors import Refused

CODE = "BCDF-GHJK"
MEETING = Introduction(b"authority", b'{"root": 1}', bytes(32))
FACTS = st.tuples(st.binary(max_size=8), st.binary(max_size=8), st.binary(max_size=8))


def test_a_phrase_is_four_words_of_a_list_in_which_none_is_there_twice() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert len(MEETING.phrase(CODE).split()) == 4
    assert set(MEETING.phrase(CODE).split()) <= set(WORDS)


def test_the_hyphen_of_a_code_does_not_count() -> None:
    assert MEETING.phrase("BCDFGHJK") == MEETING.phrase(CODE)
    assert ticket_of("BCDFGHJK", bytes(32)) == ticket_of(CODE, bytes(32))


@pytest.mark.parametrize(
    "other",
    [
        replace(MEETING, authority_key=b"that of somebody in between"),
        replace(MEETING, root=b'{"root": 2}'),
        replace(MEETING, device_key=b"\1" * 32),
    ],
)
def test_whoever_puts_something_of_his_own_in_between_changes_phrase_and_proof(other: Introduction) -> None:
    assert other.phrase(CODE) != MEETING.phrase(CODE)
    with pytest.raises(Refused, match="somebody sits on the network") as refused:
        MEETING.check(CODE, "tugu", other.proof(CODE, "tugu"))
    assert refused.value.rule == "introduction"


def test_only_who_knows_the_code_can_approve_and_only_for_that_wall() -> None:
    MEETING.check(CODE, "tugu", MEETING.proof(CODE, "tugu"))
    for proof in (MEETING.proof("BCDF-GHJL", "tugu"), MEETING.proof(CODE, "alun"), "", "é", "0" * 64):
        with pytest.raises(Refused, match="does not know this wall's code"):
            MEETING.check(CODE, "tugu", proof)


def test_a_ticket_tells_codes_and_devices_apart_and_is_no_proof() -> None:
    tickets = {ticket_of(CODE, bytes(32)), ticket_of("BCDF-GHJL", bytes(32)), ticket_of(CODE, b"\1" * 32)}
    assert len(tickets) == 3
    assert not MEETING.proof(CODE, "tugu").startswith(ticket_of(CODE, bytes(32)))


@pytest.mark.parametrize("code", ["", "BCDF-GHJ", "ABCD-EFGH", "bcdf-ghjk", "BCDF-GHJKL", "BCDF\nGHJK"])
def test_what_is_no_code_is_refused(code: str) -> None:
    for ask in (MEETING.phrase, lambda text: ticket_of(text, bytes(32)), lambda text: MEETING.proof(text, "tugu")):
        with pytest.raises(Refused, match=CODE_ALPHABET):
            ask(code)


@settings(max_examples=60)
@given(FACTS, FACTS)
def test_facts_cannot_be_shifted_into_each_other(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> None:
    same = Introduction(*one).phrase(CODE) == Introduction(*other).phrase(CODE)
    assert same == (one == other)
