"""BMKG's nowcast and other lists: only what may concern us is fetched, once, and what left the list is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.hub.egress import EgressFailed, EgressRules
from displayctl.hub.feeds.budget import BudgetSpent, RequestBudget
from displayctl.hub.feeds.documents import Documents
from displayctl.hub.feeds.index import entries_of
from displayctl.hub.feeds.lists import MOST_A_LOOK, CapList
from displayctl.hub.feeds.provinces import may_be_about, province_in, provinces_named
from displayctl.hub.feeds.warning import NotAWarning
from displayctl.hub.feeds.xml_tree import read_xml
from schedules.clock import SystemClock
from tests.displayctl.hub.feeds.bmkg_samples import item, rss
from tests.displayctl.hub.feeds.cap_samples import IDENTIFIER, NOW, cap
from tests.fakes.warning_server import Fault, Page, WarningServer

NOWCAST = "/alerts/nowcast/id/"
ELSEWHERE = "2.49.0.1.360.0.2026.08.14.01.75.002"


@pytest.fixture
def server() -> Iterator[WarningServer]:
    with WarningServer() as running:
        yield running


def documents(server: WarningServer, most: int = 1000) -> Documents:
    clock = SystemClock()
    ports = frozenset({80, 443, server.port})
    rules = EgressRules((ip_network("127.0.0.0/8"),), ports, longest_seconds=5.0, largest_bytes=2 << 20)
    return Documents("bmkg", rules, RequestBudget(clock, most), clock)


def nowcast(server: WarningServer, most: int = 1000) -> CapList:
    return CapList(
        "bmkg",
        server.url(NOWCAST),
        documents(server, most),
        attribution="BMKG",
        provinces=frozenset({"72"}),
        list_ends=True,
    )


def message(server: WarningServer, code: str, identifier: str = IDENTIFIER) -> None:
    server.put(f"{NOWCAST}{code}_alert.xml", cap(identifier=identifier))


def test_only_messages_about_our_province_are_fetched_and_each_once(server: WarningServer) -> None:
    message(server, "CST20260814001")
    lines = [item("CST20260814001", IDENTIFIER), item("CGT20260814002", ELSEWHERE, "Hujan di Gorontalo")]
    server.put(NOWCAST, rss(*lines))
    feed = nowcast(server)
    for _ in range(3):
        look = feed.look(NOW)
        assert [each.identifier for each in look.reading.warnings] == [IDENTIFIER]
        assert look.reading.listed == {IDENTIFIER}
        assert (look.failure, look.reading.complaints) == ("", ())
    assert server.counts() == {NOWCAST: 3, f"{NOWCAST}CST20260814001_alert.xml": 1}
    assert server.asked[2].etag != ""


def test_where_the_line_has_no_identifier_its_words_decide_and_in_doubt_it_is_fetched(server: WarningServer) -> None:
    for code in ("AAA00000000001", "AAA00000000002", "AAA00000000003"):
        message(server, code, f"2.49.0.1.360.0.2026.08.14.01.{'72' if code.endswith('1') else '75'}.00{code[-1]}")
    titles = ("Hujan di Sulawesi Tengah", "Hujan di Sulawesi Utara", "Hujan lebat")
    server.put(NOWCAST, rss(*(item(f"AAA0000000000{n}", "", title) for n, title in enumerate(titles, start=1))))
    look = nowcast(server).look(NOW)
    assert [each.identifier[-9:] for each in look.reading.warnings] == [".01.72.001"[1:]]
    assert set(server.counts()) == {NOWCAST, *(f"{NOWCAST}AAA0000000000{n}_alert.xml" for n in (1, 3))}


def test_what_left_the_list_is_not_listed_any_more(server: WarningServer) -> None:
    message(server, "CST20260814001")
    server.put(NOWCAST, rss(item("CST20260814001", IDENTIFIER)))
    feed = nowcast(server)
    assert feed.look(NOW).reading.listed == {IDENTIFIER}
    server.put(NOWCAST, rss())
    look = feed.look(NOW)
    assert (look.reading.warnings, look.reading.listed) == ((), frozenset())


def test_a_message_that_does_not_come_ends_nothing(server: WarningServer) -> None:
    server.put(NOWCAST, rss(item("CST20260814001", IDENTIFIER)))
    look = nowcast(server).look(NOW)
    assert look.reading.listed == {IDENTIFIER}
    assert "answered 404" in look.failure
    server.put(NOWCAST, rss(item("CST20260814001")))
    assert nowcast(server).look(NOW).reading.listed is None


def test_a_message_that_comes_as_rubbish_later_is_on_the_list_still(server: WarningServer) -> None:
    message(server, "CST20260814001")
    feed = nowcast(server)
    server.put(NOWCAST, rss(item()))
    assert feed.look(NOW).reading.listed == {IDENTIFIER}
    server.put(f"{NOWCAST}CST20260814001_alert.xml", b"<html>sedang dalam perbaikan</html>")
    server.put(NOWCAST, rss(item(title="Hujan meluas di Sulawesi Tengah")))
    found = feed.look(NOW).reading
    assert (found.warnings, found.listed) == ((), {IDENTIFIER})
    assert found.complaints


def test_a_line_that_changed_is_fetched_again(server: WarningServer) -> None:
    message(server, "CST20260814001")
    server.put(NOWCAST, rss(item("CST20260814001", IDENTIFIER)))
    feed = nowcast(server)
    feed.look(NOW)
    server.put(NOWCAST, rss(item("CST20260814001", IDENTIFIER, "Hujan Lebat di Sulawesi Tengah (lagi)")))
    feed.look(NOW)
    assert server.counts()[f"{NOWCAST}CST20260814001_alert.xml"] == 2


def test_a_long_list_is_fetched_by_and_by_and_within_the_budget(server: WarningServer) -> None:
    codes = [f"CST202608140{n:02}" for n in range(30)]
    for number, code in enumerate(codes):
        message(server, code, f"2.49.0.1.360.0.2026.08.14.01.72.{number:03}")
    server.put(NOWCAST, rss(*(item(code, f"2.49.0.1.360.0.2026.08.14.01.72.{n:03}") for n, code in enumerate(codes))))
    feed = nowcast(server)
    assert len(feed.look(NOW).reading.warnings) == MOST_A_LOOK
    assert len(feed.look(NOW).reading.warnings) == 30
    poor = nowcast(server, most=5)
    assert len(poor.look(NOW).reading.warnings) == 4
    with pytest.raises(BudgetSpent):
        poor.look(NOW)


@pytest.mark.parametrize(
    ("page", "error", "words"),
    [
        (Page(status=500), EgressFailed, "500"),
        (Page(b"<rss><channel>", fault=Fault.CUT), EgressFailed, "cut off"),
        (Page(b"nonsense"), NotAWarning, "not well-formed"),
        (Page(b"<html/>"), NotAWarning, "not a list"),
        (Page(cap()), NotAWarning, "not a list"),
    ],
)
def test_a_list_that_fails_tells_nothing(server: WarningServer, page: Page, error: type[Exception], words: str) -> None:
    server.pages[NOWCAST] = page
    with pytest.raises(error, match=words):
        nowcast(server).look(NOW)


def test_a_single_message_and_an_atom_list_are_read_at_any_address(server: WarningServer) -> None:
    server.put("/one.xml", cap())
    single = CapList("dinas", server.url("/one.xml"), documents(server)).look(NOW).reading
    assert (len(single.warnings), single.listed) == (1, None)
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>x</title>
<link rel="self" href="/nothing"/><link type="application/cap+xml" href="{server.url("/one.xml")}"/></entry>
<entry><title>no link</title></entry><entry><link href="javascript:alert(1)"/></entry></feed>"""
    server.put("/atom", atom)
    listed = CapList("dinas", server.url("/atom"), documents(server)).look(NOW).reading
    assert (listed.warnings, listed.listed) == (single.warnings, None)


def test_last_modified_is_given_back_where_there_is_no_etag(server: WarningServer) -> None:
    since = datetime(2026, 8, 14, tzinfo=NOW.tzinfo)
    server.pages["/one.xml"] = Page(cap(), etag=False, modified=since)
    feed = CapList("dinas", server.url("/one.xml"), documents(server))
    assert feed.look(NOW) == feed.look(NOW)
    assert server.asked[1].since == "Fri, 14 Aug 2026 00:00:00 GMT"
    server.pages["/one.xml"] = replace(server.pages["/one.xml"], body=cap(""), modified=since + timedelta(hours=1))
    assert feed.look(NOW).reading.warnings == ()


@pytest.mark.parametrize(
    ("identifier", "words", "ours"),
    [
        (IDENTIFIER, "", True),
        (ELSEWHERE, "Sulawesi Tengah", False),
        ("", "Hujan di Sulawesi Tengah dan Gorontalo", True),
        ("", "HUJAN DI MALUKU UTARA", False),
        ("", "Hujan", True),
        ("2.49.0.1.360.0.2026", "Papua Barat", True),
    ],
)
def test_provinces_are_told_apart(identifier: str, words: str, ours: bool) -> None:
    assert may_be_about(frozenset({"72"}), identifier, words) is ours
    assert may_be_about(frozenset(), identifier, words)


def test_a_line_with_an_address_that_is_none_is_left_out_and_the_others_stay() -> None:
    bad = item().replace("CST20260814001_alert.xml", "http://[x/a.xml")
    found = entries_of(read_xml(rss(bad, item("CST20260814002")).encode()), "https://www.example.id/")
    assert [entry.link for entry in found or ()] == ["https://www.example.id/CST20260814002_alert.xml"]


@given(
    st.integers(0, 600), st.integers(0, 60), st.sampled_from(["", "<", "]]>", "<item>", "&lt;", "<link/>", "http://["])
)
def test_no_damage_of_a_list_upsets_it(at_letter: int, length: int, instead: str) -> None:
    text = rss(item("CST20260814001", IDENTIFIER), item("CGT20260814002", ELSEWHERE))
    damaged = text[:at_letter] + instead + text[at_letter + length :]
    try:
        found = entries_of(read_xml(damaged.encode()), "https://contoh.id/id/")
    except NotAWarning:
        return
    assert all(entry.link.startswith("https://contoh.id/") for entry in found or ())


def test_a_longer_name_is_not_the_shorter_one() -> None:
    assert provinces_named("Maluku Utara") == {"82"}
    assert provinces_named("Maluku, Riau dan Kepulauan Riau") == {"81", "14", "21"}
    assert province_in("guid 2.49.0.1.360.0.2026.08.14.01.72.001") == "72"
    assert province_in("2.49.0.1.360.0.2026.08.14.01.72.001234567") == ""
