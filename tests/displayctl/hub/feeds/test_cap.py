"""CAP 1.2: what is read, in which language, and everything that is refused with its reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.hub.feeds.cap import read_cap
from displayctl.hub.feeds.reading import MOST_COMPLAINTS, Reading
from displayctl.hub.feeds.warning import (
    Certainty,
    Geocode,
    MessageKind,
    Reference,
    Severity,
    Urgency,
    Warning,
    WarningKind,
)
from tests.displayctl.hub.feeds.cap_samples import LUWUK, NOW, TOILI, area, at, cap, info, reference


def read(body: bytes) -> Reading:
    return read_cap(body, "bmkg", NOW, "BMKG")


def good(body: bytes) -> Warning:
    reading = read(body)
    assert reading.complaints == ()
    assert len(reading.warnings) == 1
    return reading.warnings[0]


def refused(body: bytes) -> str:
    reading = read(body)
    assert reading.warnings == ()
    assert len(reading.complaints) == 1
    return reading.complaints[0]


def test_a_message_is_read_whole() -> None:
    found = good(cap())
    assert (found.source, found.identifier) == ("bmkg", "2.49.0.1.360.0.2026.08.14.01.72.001")
    assert (found.kind, found.event) == (WarningKind.THUNDERSTORM, "Hujan Lebat dan Petir")
    assert (found.severity, found.urgency, found.certainty) == (
        Severity.MODERATE,
        Urgency.IMMEDIATE,
        Certainty.OBSERVED,
    )
    assert (found.sent, found.effective, found.expires) == (NOW, NOW, NOW + timedelta(hours=2))
    assert found.sent.tzinfo is UTC
    assert found.headline == "Hujan Lebat dan Petir di Sulawesi Tengah"
    assert (found.area_words, found.attribution, found.web) == ("Luwuk", "BMKG", "https://www.bmkg.go.id/")
    assert found.message is MessageKind.ALERT
    assert not found.operator_only


def test_all_polygons_circles_and_codes_of_all_areas_are_read() -> None:
    codes = "<geocode><valueName>adm3</valueName><value>72.01.04</value></geocode>"
    both = area((LUWUK, TOILI), "<circle>-0.95,122.79 12.5</circle>" + codes) + area((TOILI,), words="Toili")
    found = good(cap(info(both)))
    assert len(found.polygons) == 3
    assert found.polygons[0][0] == (-0.9, 122.7)
    assert (found.circles[0].latitude, found.circles[0].longitude, found.circles[0].radius_km) == (-0.95, 122.79, 12.5)
    assert found.geocodes == (Geocode("adm3", "72.01.04"),)
    assert found.area_words == "Luwuk; Toili"
    assert len(good(cap(info(area([LUWUK] * 150)))).polygons) == 150


def test_indonesian_comes_first_then_english_then_whatever_there_is() -> None:
    two = info(language="en-US", event="Thunderstorm") + info(language="id-ID", event="Hujan")
    assert good(cap(two)).event == "Hujan"
    assert good(cap(info(language="fr", event="Orage") + info(language="en", event="Rain"))).event == "Rain"
    assert good(cap(info(language="fr", event="Orage"))).event == "Orage"
    unsaid = info().replace("<language>id</language>", "")
    assert good(cap(unsaid)).language == "en-US"


def test_of_several_degrees_the_worst_gives_the_words_and_all_give_areas() -> None:
    two = info(area((TOILI,), words="Toili"), severity="Minor", expires=at(300)) + info(
        severity="Severe", event="Banjir"
    )
    found = good(cap(two))
    assert (found.severity, found.event, found.kind) == (Severity.SEVERE, "Banjir", WarningKind.FLOOD)
    assert len(found.polygons) == 2
    assert found.expires == NOW + timedelta(minutes=300)


def test_updates_and_cancels_name_what_they_are_about() -> None:
    update = good(cap(message="Update", references=f"{reference()} {reference('other', sender='b')}"))
    assert update.message is MessageKind.UPDATE
    assert [each.identifier for each in update.references] == ["2.49.0.1.360.0.2026.08.14.01.72.001", "other"]
    first = good(cap(sent=at(-30)))
    assert first.is_meant_by(update.references[0])
    assert not first.is_meant_by(Reference(first.identifier, "somebody@else"))
    cancel = good(cap("", message="Cancel", references=reference()))
    assert (cancel.message, cancel.expires) == (MessageKind.CANCEL, NOW + timedelta(days=8))
    assert good(cap(message="Cancel", references=reference())).event == "Hujan Lebat dan Petir"


def test_an_all_clear_takes_back_what_it_names_and_warns_of_nothing() -> None:
    clear = info(extra="<responseType>AllClear</responseType>")
    assert good(cap(clear, message="Update", references=reference())).message is MessageKind.CANCEL
    assert "without references" in refused(cap(clear))


def test_what_does_not_say_its_end_holds_for_six_hours_and_what_is_long_over_is_nothing() -> None:
    assert good(cap(info().replace(f"<expires>{at(120)}</expires>", ""))).expires == NOW + timedelta(hours=6)
    assert good(cap(info(effective=at(-120), expires=at(-60)))).expires < NOW
    day_ago = cap(info(effective=at(-3000), expires=at(-1500)), sent=at(-3000))
    assert read(day_ago) == Reading()


def test_words_lose_what_nobody_sees_and_are_cut() -> None:
    event = "Hujan\u202e lebat\x7f\u200b"
    assert good(cap(info(event=event))).event == "Hujan lebat"
    long = good(cap(info(event="Hujan " * 500)))
    assert len(long.event) == 500
    assert long.event.endswith("…")
    for web in ("javascript:alert(1)", "https://user:pw@contoh.id/", "http://", "https://contoh.id/" + "a" * 600):
        assert good(cap(info().replace("https://www.bmkg.go.id/", web))).web == ""


@pytest.mark.parametrize("status", ["Exercise", "System", "Test", "Draft"])
@pytest.mark.parametrize("message", ["Alert", "Update", "Cancel"])
def test_what_is_not_actual_is_passed_over_and_said(status: str, message: str) -> None:
    assert f"it is {status}" in refused(cap(status=status, message=message, references=reference()))


REFUSED = {
    "an acknowledgement": (cap(message="Ack", references=reference()), "warns of nothing"),
    "an error": (cap(message="Error"), "warns of nothing"),
    "not for the public": (cap(scope="Restricted"), "not Public"),
    "private": (cap(scope="Private"), "not Public"),
    "sent in the future": (cap(sent=at(6)), "yet to come"),
    "dated eight days ahead, as the test of May 2021": (cap(sent=at(8 * 1440)), "yet to come"),
    "a strange status": (cap(status="actual"), "status is 'actual'"),
    "a strange type": (cap(message="Alarm"), "msgType is 'Alarm'"),
    "a strange scope": (cap(scope=""), "scope is ''"),
    "a strange urgency": (cap(info(urgency="Now")), "urgency is 'Now'"),
    "a strange severity": (cap(info(severity="High")), "severity is 'High'"),
    "a strange certainty": (cap(info(certainty="Sure")), "certainty is 'Sure'"),
    "a strange category": (cap(info(category="Weather")), "category is 'Weather'"),
    "an update of nothing": (cap(message="Update"), "without references"),
    "a cancel of nothing": (cap(message="Cancel"), "without references"),
    "references that are none": (cap(message="Update", references="a,b"), "not sender,identifier,sent"),
    "a reference without a time": (cap(message="Update", references="a,b,c"), "references is 'c'"),
    "expires as it begins": (cap(info(expires=at(0))), "not after it begins"),
    "expires before it begins": (cap(info(expires=at(-1))), "not after it begins"),
    "holds for more than eight days": (cap(info(expires=at(8 * 1440 + 1))), "more than 8 days"),
    "begins in the distant future": (cap(info(effective=at(20000), expires=at(20060))), "days after it was sent"),
    "no info": (cap(""), "tells nothing"),
    "no event": (cap(info(event="")), "does not say what it warns of"),
    "no sent": (cap().replace(b"<sent>", b"<was>").replace(b"</sent>", b"</was>"), "when it was sent"),
    "no identifier": (cap(identifier=""), "identifier is ''"),
    "an identifier with a comma": (cap(identifier="a,b"), "identifier is 'a,b'"),
    "an identifier without end": (cap(identifier="a" * 300), "identifier is"),
    "no sender": (cap(sender=""), "sender is ''"),
    "an instant without an offset": (cap(sent="2026-08-14T09:15:00"), "not an instant"),
    "an instant that never is": (cap(sent="2026-02-30T09:15:00+08:00"), "never is"),
    "an instant in the past of computers": (cap(sent="0001-01-01T00:00:00+14:00"), "never is|in the year"),
    "an instant in words": (cap(info(expires="besok")), "not an instant"),
    "an open ring": (cap(info(area(["-0.9,122.7 -0.9,122.9 -1.0,122.9 -1.0,122.7"]))), "open"),
    "a ring of two": (cap(info(area(["-0.9,122.7 -0.9,122.9 -0.9,122.7"]))), "open"),
    "an empty ring": (cap(info(area([""]))), "open"),
    "NaN": (cap(info(area([LUWUK.replace("122.90", "NaN")]))), "'NaN' is not a number"),
    "infinity": (cap(info(area([LUWUK.replace("122.90", "inf")]))), "not a number"),
    "an exponent": (cap(info(area([LUWUK.replace("122.90", "1e2")]))), "not a number"),
    "longitude first": (cap(info(area(["122.7,-0.9 122.9,-0.9 122.9,-1.0 122.7,-0.9"]))), "no place on Earth"),
    "a circle of NaN": (cap(info(area((), "<circle>-0.9,122.7 nan</circle>"))), "not a number"),
    "a circle without a radius": (cap(info(area((), "<circle>-0.9,122.7</circle>"))), "not a number"),
    "a circle larger than the Earth": (cap(info(area((), "<circle>-0.9,122.7 30000</circle>"))), "none on Earth"),
    "a negative circle": (cap(info(area((), "<circle>-0.9,122.7 -1</circle>"))), "none on Earth"),
    "too many polygons": (cap(info(area([LUWUK] * 1001))), "at most 1000"),
    "too many infos": (cap(info() * 65), "more than 64"),
    "another version": (cap(namespace="urn:oasis:names:tc:emergency:cap:1.1"), "not an alert of CAP 1.2"),
    "no namespace": (cap(namespace=""), "not an alert of CAP 1.2"),
    "another document": (b"<rss/>", "not an alert of CAP 1.2"),
    "a document type": (cap(before="<!DOCTYPE alert>"), "document type"),
    "a page about an error": (b"<!DOCTYPE html><html></html>", "document type"),
    "entities": (cap(before='<!DOCTYPE a [<!ENTITY b "c">]>'), "document type"),
    "bad UTF-8": (cap().replace(b"Luwuk", b"Luw\xff\xfek"), "not well-formed"),
    "cut off": (cap()[:400], "not well-formed"),
    "nothing": (b"", "not well-formed"),
    "JSON": (b'{"alert": 1}', "not well-formed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_breaks_a_rule_is_refused_with_the_reason(name: str) -> None:
    body, words = REFUSED[name]
    sentence = refused(body)
    assert any(word in sentence for word in words.split("|")), sentence


def test_a_sentence_names_the_message() -> None:
    assert refused(cap(identifier="x.1", sent=at(60))).startswith("x.1: ")


def test_clocks_may_differ_by_five_minutes() -> None:
    assert good(cap(sent=at(5))).sent == NOW + timedelta(minutes=5)


def test_complaints_are_bounded() -> None:
    reading = Reading(complaints=("x" * 1000,) * 100)
    assert len(reading.complaints) == MOST_COMPLAINTS
    assert all(len(sentence) == 300 for sentence in reading.complaints)


@given(st.binary(max_size=300))
def test_no_bytes_upset_it(garbage: bytes) -> None:
    assert read(garbage).warnings == ()


@given(st.integers(0, 1500), st.integers(1, 40), st.sampled_from([b"", b"<", b"&", b"\x00", b"</info>", b"9", b"\xc3"]))
def test_no_damage_upsets_it(at_byte: int, length: int, instead: bytes) -> None:
    body = cap()
    reading = read(body[:at_byte] + instead + body[at_byte + length :])
    assert len(reading.warnings) + len(reading.complaints) <= 1


@given(
    st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-18000, 18000)), min_size=3, max_size=12),
    st.integers(-300, 300),
    st.integers(1, 11520),
)
def test_what_is_written_is_what_is_read(corners: list[tuple[int, int]], begins: int, minutes: int) -> None:
    ring = [*corners, corners[0]]
    text = " ".join(f"{lat / 100:.2f},{lon / 100:.2f}" for lat, lon in ring)
    body = cap(info(area([text]), effective=at(begins), expires=at(begins + minutes)))
    reading = read_cap(body, "bmkg", NOW - timedelta(minutes=4), "BMKG")
    assert reading.complaints == ()
    assert reading.warnings[0].polygons == (tuple((lat / 100, lon / 100) for lat, lon in ring),)
    assert reading.warnings[0].expires == NOW + timedelta(minutes=begins + minutes)


def test_the_year_of_the_calendar_is_the_readers_own() -> None:
    later = datetime(2031, 8, 14, tzinfo=UTC)
    assert read_cap(cap(), "bmkg", later) == Reading()
