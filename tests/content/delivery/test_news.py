"""News: what a player lacks travels alone, is believed as the whole is, and is incomplete where it knew less."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.delivery.bundle import LARGEST_TOTAL, pack
from content.delivery.news import held_header, pack_news, read_held, unpack_news
from content.delivery.roles import EMERGENCY, POLICY, ROOT, TIMESTAMP
from content.delivery.trust import Trust
from content.errors import Damaged, Refused
from tests.content.delivery.ground import GOOD, NEWER, Ground

MAGIC = b"displayctl-news-1\n"
NAMES = st.from_regex(r"\A[a-z0-9]{1,20}(/[a-z0-9]{1,20}){0,2}\Z")


def message(heads: object, data: bytes = b"") -> bytes:
    """A message with whatever list of files."""
    text = heads if isinstance(heads, bytes) else json.dumps(heads).encode()
    return MAGIC + zlib.compress(len(text).to_bytes(4, "big") + text + data)


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=8))
def test_what_is_packed_comes_out_again(files: dict[str, bytes]) -> None:
    assert unpack_news(pack_news(files)).files == files


@given(st.binary(max_size=300))
def test_garbage_is_refused_in_words(data: bytes) -> None:
    for each in (data, MAGIC + data, MAGIC + zlib.compress(data)):
        with pytest.raises((Damaged, Refused)):
            unpack_news(each)


@pytest.mark.parametrize(
    "bad",
    [
        message({"a": 1}),
        message([["a", "b"]]),
        message([["a", -1]]),
        message([["a", 3]], b"xx"),
        message([["a", 1, 2]], b"x"),
        message([["x", 0]] * 2000),
        message(b"[" * 90_000),
        message(b"not json"),
        message([["../a", 1]], b"x"),
        MAGIC + zlib.compress(b"\xff" * 4),
        message([["a", 1]], b"x")[:-6],
        MAGIC + zlib.compress(bytes(LARGEST_TOTAL + (2 << 20))),
    ],
)
def test_what_is_no_news_is_refused(bad: bytes) -> None:
    with pytest.raises((Damaged, Refused)):
        unpack_news(bad)


@given(st.dictionaries(st.from_regex(r"\A[a-z][a-z0-9-]{0,30}\Z"), st.integers(0, 1 << 53), max_size=20))
def test_what_is_held_can_be_said_in_a_header(held: dict[str, int]) -> None:
    assert read_held(held_header(held)) == held


def test_what_cannot_be_read_counts_as_not_held() -> None:
    assert read_held("root=1, targets=x, =, emergency=-3, a=99999999999999999999, ,b=２") == {"root": 1}
    assert read_held(held_header({})) == {}
    assert held_header({}), "a player that holds nothing yet says so, too"


def test_an_alert_travels_without_what_the_player_has(ground: Ground, player: Trust) -> None:
    ground.publish({"programme": "long " * 5000})
    player.admit(ground.bundle(), "tugu")
    ground.alert("banjir")
    news = ground.repository.news_for("tugu", player.versions)
    assert not news.whole
    assert {name.split(".")[-2].rpartition("/")[2] for name in news.files} == {
        "timestamp",
        "snapshot",
        "emergency",
        "banjir",
    }
    assert len(pack_news(news.files)) < len(pack(ground.bundle())) / 4
    admitted = player.admit(unpack_news(pack_news(news.files)), "tugu", is_news=True)
    assert admitted.changed == {TIMESTAMP, "snapshot", EMERGENCY}
    assert admitted.refused == {}
    assert player.versions.items() >= {**news.versions}.items() - {("fallback", 0)}
    assert {document.path for document in player.last_known_good().documents} == {
        "prog/tugu/programme.json",
        "emergency/banjir.json",
    }


def test_a_second_alert_travels_without_the_first(ground: Ground, player: Trust) -> None:
    ground.publish(GOOD)
    ground.alert("banjir")
    player.admit(ground.bundle(), "tugu")
    ground.alert("gempa")
    news = ground.repository.news_for("tugu", player.versions)
    assert [name for name in news.files if name.startswith("targets/")] == [
        name for name in ground.bundle().files if name.endswith("gempa.json")
    ]
    documents = player.admit(unpack_news(pack_news(news.files)), "tugu", is_news=True).documents
    assert {"emergency/banjir.json", "emergency/gempa.json"} <= {document.path for document in documents}
    # A hub that was started anew does not know what was listed before, and sends all of the role.
    anew = ground.reopened().news_for("tugu", {**player.versions, EMERGENCY: 1})
    assert sum(name.startswith("targets/emergency/") for name in anew.files) == 2


def test_who_lacks_more_than_was_thought_is_told_that_it_is_incomplete(ground: Ground, player: Trust) -> None:
    ground.publish(GOOD)
    player.admit(ground.bundle(), "tugu")
    held = dict(player.versions)
    ground.alert("banjir")
    ground.alert("gempa")
    ground.publish(NEWER)
    newest = ground.repository.news_for(
        "tugu", {**held, "prog-tugu": ground.repository.news_for("tugu", held).versions["prog-tugu"]}
    )
    admitted = player.admit(unpack_news(pack_news(newest.files)), "tugu", is_news=True)
    assert admitted.refused["prog-tugu"].rule == "missing"
    assert EMERGENCY in admitted.changed


def test_who_holds_nothing_or_what_nobody_published_gets_all(ground: Ground, player: Trust) -> None:
    ground.publish(GOOD)
    assert ground.repository.news_for("tugu", {}).whole
    assert ground.repository.news_for("tugu", {ROOT: 9, POLICY: 1}).whole
    everything = ground.repository.news_for("tugu", {})
    assert everything.files == ground.bundle().files
    player.admit(unpack_news(pack_news(everything.files)), "tugu")
    nothing = ground.repository.news_for("tugu", player.versions)
    assert nothing.files == {}
    assert nothing.versions == everything.versions


def test_a_withdrawal_is_a_few_hundred_bytes_of_signatures(ground: Ground, player: Trust) -> None:
    ground.publish(GOOD)
    ground.alert("banjir")
    player.admit(ground.bundle(), "tugu")
    ground.alert("banjir", None)
    news = ground.repository.news_for("tugu", player.versions)
    assert not any(name.startswith("targets/") for name in news.files)
    documents = player.admit(unpack_news(pack_news(news.files)), "tugu", is_news=True).documents
    assert not any(document.path.startswith("emergency/") for document in documents)


def test_only_so_many_former_listings_are_remembered(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.delivery.repository._MOST_REMEMBERED", 2)
    ground.publish(GOOD)
    held = ground.repository.news_for("tugu", {}).versions
    for number in range(4):
        ground.alert(f"alert-{number}")
    assert sum("alert-" in name for name in ground.repository.news_for("tugu", held).files) == 4
