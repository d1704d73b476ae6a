"""Journals as chains: every change, deletion and reordering is found, told as what somebody with the disk tries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from content.delivery.chain import (
    GAP,
    LARGEST_ENTRY,
    MOST_FINDINGS,
    PLAY,
    Batch,
    batch_from_dict,
    batch_to_dict,
    beginning,
    entry_text,
    examine,
    read_entry,
)
from content.delivery.device_messages import link_message
from content.errors import Refused

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
NAME = "0123456789abcdef" * 2


def play(number: int) -> str:
    return entry_text(PLAY, {"id": number})


def gap(first: int, last: int, chain: str) -> str:
    return entry_text(GAP, {"first": first, "last": last, "chain": chain})


def signed(batch: Batch, key: Ed25519PrivateKey = KEY) -> Batch:
    return replace(batch, signature=key.sign(batch.seal()).hex())


def journal(*groups: tuple[str, ...]) -> list[Batch]:
    """Signed batches of one journal, one after another."""
    batches: list[Batch] = []
    first, before = 1, beginning(NAME)
    for entries in groups:
        batch = signed(Batch(NAME, first, before, entries))
        batches.append(batch)
        first, before = batch.last + 1, batch.chains()[-1]
    return batches


def whole() -> list[Batch]:
    return journal(*((play(3 * n), play(3 * n + 1), play(3 * n + 2)) for n in range(4)))


def findings(batches: list[Batch], name: str = NAME) -> str:
    return " / ".join(examine(name, batches, PUBLIC).findings)


def test_what_nobody_touched_is_proven() -> None:
    proven = examine(NAME, whole(), PUBLIC)
    assert (proven.findings, proven.first, proven.last, proven.entries, proven.plays) == ([], 1, 12, 12, 12)


def test_a_changed_entry_is_found() -> None:
    batches = whole()
    batches[1] = replace(batches[1], entries=(play(99), *batches[1].entries[1:]))
    assert "entries 4 to 6 are not signed by this device" in findings(batches)


def test_a_batch_that_somebody_else_signs_is_found() -> None:
    batches = whole()
    batches[1] = signed(replace(batches[1], entries=(play(99), play(4), play(5))), Ed25519PrivateKey.generate())
    assert "put in by somebody else" in findings(batches)


@pytest.mark.parametrize("gone", [1, 2])
def test_a_deleted_batch_is_found(gone: int) -> None:
    batches = whole()
    del batches[gone]
    first = 3 * gone + 1
    assert findings(batches) == f"entries {first} to {first + 2} are missing, and the device never lost them"


def test_the_oldest_may_have_been_let_go() -> None:
    proven = examine(NAME, whole()[2:], PUBLIC)
    assert (proven.findings, proven.first) == ([], 7)


def test_a_batch_in_the_place_of_another_is_found() -> None:
    """Signed by the device, but another time: as when it was brought back from a copy and went on."""
    batches = whole()
    fork = signed(Batch(NAME, 4, batches[0].chains()[-1], (play(70), play(71), play(72))))
    assert "does not follow" in findings([batches[0], fork, *batches[2:]])
    assert "entry 4 is there twice, and not the same" in findings([*batches[:2], fork, *batches[2:]])


def test_what_was_sent_twice_is_counted_once() -> None:
    batches = whole()
    longer = signed(replace(batches[1], entries=(*batches[1].entries, *batches[2].entries)))
    proven = examine(NAME, [*batches[:2], longer, *batches[2:]], PUBLIC)
    assert (proven.findings, proven.plays) == ([], 12)


def test_batches_of_another_journal_are_found() -> None:
    assert "belong to another journal" in findings(whole(), "f" * 32)
    stolen = signed(Batch(NAME, 1, "e" * 64, (play(1),)))
    assert "does not begin this journal" in findings([stolen])


def test_a_loss_that_the_device_tells_of_is_no_finding() -> None:
    batches = whole()
    end = batches[1].chains()[-1]
    said = signed(Batch(NAME, 13, batches[3].chains()[-1], (gap(4, 6, end),)))
    proven = examine(NAME, [batches[0], *batches[2:], said], PUBLIC)
    assert (proven.findings, proven.lost) == ([], 3)


def test_losses_told_in_pieces_or_too_widely_count_too() -> None:
    batches = whole()
    end = batches[2].chains()[-1]
    pieces = signed(
        Batch(NAME, 13, batches[3].chains()[-1], (gap(7, 9, end), gap(4, 6, batches[1].chains()[-1]), gap(1, 2, end)))
    )
    assert findings([batches[0], batches[3], pieces]) == ""
    wide = signed(Batch(NAME, 13, batches[3].chains()[-1], (gap(2, 11, end),)))
    assert findings([batches[0], batches[3], wide]) == ""


def test_a_loss_of_other_entries_or_with_another_end_hides_nothing() -> None:
    batches = whole()
    for entry in (gap(7, 8, "e" * 64), gap(4, 5, "e" * 64), gap(4, 6, "e" * 64), entry_text(GAP, {"first": 0})):
        said = signed(Batch(NAME, 13, batches[3].chains()[-1], (entry,)))
        assert "entries 4 to 6 are missing" in findings([batches[0], *batches[2:], said])


def test_findings_are_bounded() -> None:
    batches = [replace(batch, journal="f" * 32) for batch in whole()] * 200
    assert len(examine(NAME, batches, PUBLIC).findings) == MOST_FINDINGS


def test_long_journals_need_no_more_memory() -> None:
    batches = journal(*(tuple(play(500 * n + m) for m in range(500)) for n in range(5)))
    assert examine(NAME, batches, PUBLIC).plays == 2500


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(4)), st.sets(st.integers(0, 3)))
def test_every_reordering_and_every_deletion_but_from_the_ends_is_found(order: list[int], gone: set[int]) -> None:
    batches = whole()
    kept = [batches[place] for place in order if place not in gone]
    numbers = [place for place in order if place not in gone]
    untouched = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    proven = examine(NAME, kept, PUBLIC)
    assert (not proven.findings and proven.entries == 3 * len(kept)) == untouched


def test_a_batch_goes_through_json_and_comes_back() -> None:
    batch = whole()[1]
    assert batch_from_dict(json.loads(json.dumps(batch_to_dict(batch)))) == batch


@pytest.mark.parametrize(
    "change",
    [
        {"journal": "x"},
        {"journal": 7},
        {"first": 0},
        {"first": "1"},
        {"first": 1 << 60},
        {"before": "é" * 64},
        {"entries": []},
        {"entries": [7]},
        {"entries": ["x"] * 501},
        {"entries": ["x" * (LARGEST_ENTRY + 1)]},
        {"signature": ""},
    ],
)
def test_what_is_no_batch_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(Refused, match=r"batch|entry"):
        batch_from_dict({**batch_to_dict(whole()[0]), **change})


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kind": 1, "value": {}}', '{"kind": "play", "value": 1}', "[" * 99_999]
)
def test_an_entry_of_a_newer_version_is_no_surprise(text: str) -> None:
    assert read_entry(text) == ("", {})


def test_a_message_is_good_at_one_place_of_one_link() -> None:
    messages = {link_message(token, place, text) for token in ("a", "b") for place in (1, 11) for text in ("1:x", "x")}
    assert len(messages) == 8
