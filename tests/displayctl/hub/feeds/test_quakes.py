"""BMKG's earthquakes: three files, strings, Indonesian dates, a place twice, and no tsunami that is denied."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.places.gazetteer import Gazetteer
from displayctl.hub.feeds.geometry import reaches
from displayctl.hub.feeds.indonesian import civil_instant, degrees, instant_of_words
from displayctl.hub.feeds.quakes import felt_places, felt_radius_km, read_quakes, strongest_intensity
from displayctl.hub.feeds.reading import Reading
from displayctl.hub.feeds.warning import NotAWarning, Severity, Urgency, Warning, WarningKind
from displayctl.hub.feeds.words import denies_tsunami, kind_of
from schedules.position import Position
from tests.displayctl.hub.feeds.bmkg_samples import listed, newest, quake

NOW = datetime(2026, 8, 14, 1, 20, tzinfo=UTC)
AT = datetime(2026, 8, 14, 1, 14, 48, tzinfo=UTC)


def read(*bodies: bytes) -> Reading:
    return read_quakes(bodies, "gempa", NOW, "BMKG")


def only(*bodies: bytes) -> Warning:
    reading = read(*bodies)
    assert reading.complaints == ()
    assert len(reading.warnings) == 1
    return reading.warnings[0]


def test_the_newest_is_an_object_and_the_others_are_a_list() -> None:
    assert only(newest(quake())) == only(listed(quake()))


def test_a_record_is_read_whole() -> None:
    found = only(newest(quake(Dirasakan="III Luwuk, II-III Toili")))
    assert (found.identifier, found.kind, found.onset) == ("gempa-20260814T011448Z", WarningKind.QUAKE, AT)
    assert found.expires == AT + timedelta(hours=6)
    assert (found.event, found.attribution, found.urgency) == ("Gempa bumi M 5,2", "BMKG", Urgency.PAST)
    assert (found.circles[0].latitude, found.circles[0].longitude) == (-0.95, 122.8)
    assert "Tidak berpotensi tsunami" in found.description
    assert "III Luwuk" in found.description
    assert not found.operator_only


def test_one_quake_in_several_files_is_one_with_all_that_is_known_of_it() -> None:
    felt = quake(Dirasakan="IV Luwuk", Potensi=None, Jam="08:14:49 WIB", DateTime="2026-08-14T01:14:49+00:00")
    other = quake(DateTime="2026-08-14T00:14:48+00:00", Jam="07:14:48 WIB")
    reading = read(newest(quake()), listed(quake(), other), listed(felt))
    assert [each.identifier for each in reading.warnings] == ["gempa-20260814T011448Z", "gempa-20260814T001448Z"]
    assert "IV Luwuk" in reading.warnings[0].description
    assert "Tidak berpotensi tsunami" in reading.warnings[0].description


def test_two_quakes_at_once_far_from_each_other_are_two() -> None:
    far = quake(Coordinates="5.36,95.3", Lintang="5.36 LU", Bujur="95.3 BT")
    assert len(read(listed(quake(), far)).warnings) == 2


@pytest.mark.parametrize("felt", ["-", "", None])
def test_what_nobody_felt_is_a_dash_or_missing(felt: str | None) -> None:
    found = only(newest(quake(Dirasakan=felt)))
    assert "Dirasakan" not in found.description
    assert found.area_words == "Pusat gempa berada di laut 12 km selatan Luwuk"


def test_the_civil_time_counts_where_the_instant_is_missing() -> None:
    assert only(newest(quake(DateTime=None))).onset == AT
    assert only(newest(quake(DateTime="2026-08-14T01:14:48"))).onset == AT
    assert only(newest(quake(DateTime=None, Jam="10:14:48 WIT"))).onset == AT


def test_the_words_of_a_place_count_where_the_pair_is_missing() -> None:
    found = only(newest(quake(Coordinates=None, Lintang="5.36 LU", Bujur="125.34 BT")))
    assert (found.circles[0].latitude, found.circles[0].longitude) == (5.36, 125.34)
    assert only(newest(quake(Lintang=None, Bujur=None))).circles[0].latitude == -0.95


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Coordinates": "122.80,-0.95"}, "none on Earth"),
        ({"Coordinates": "22.80,-0.95"}, "contradict"),
        ({"Coordinates": "nan,122.8"}, "none on Earth"),
        ({"Coordinates": None, "Lintang": None}, "where it was"),
        ({"Lintang": "95 LX"}, "not degrees"),
        ({"Magnitude": "kuat"}, "magnitude"),
        ({"Magnitude": "NaN"}, "magnitude"),
        ({"Magnitude": "55"}, "magnitude"),
        ({"DateTime": None, "Tanggal": "31 Feb 2026"}, "no day"),
        ({"DateTime": None, "Tanggal": "14 Foo 2026"}, "no day"),
        ({"DateTime": None, "Jam": "25:00:00 WIB"}, "no time"),
        ({"DateTime": None, "Jam": "08:14"}, None),
        ({"DateTime": None, "Jam": "08:14:48 CEST"}, "not a time"),
        ({"DateTime": "2026-08-22T01:14:48+00:00"}, "yet to come"),
    ],
)
def test_a_broken_record_is_refused_and_the_others_are_read(changes: dict[str, str | None], words: str | None) -> None:
    reading = read(listed(quake(**changes), quake(DateTime="2026-08-13T23:00:00+00:00")))
    assert len(reading.warnings) == (1 if words else 2)
    assert (words or "") in " ".join(reading.complaints)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"Infogempa": []}',
        b'{"Infogempa": {"gempa": 5}}',
        b'{"Infogempa": {"gempa": ["x"]}}',
        b"[" * 200_000,
        b'{"Infogempa": {"gempa": ' + b"9" * 5000 + b"}}",
        b" " * (257 << 10),
        b"\xff\xfe",
        listed(*[quake()] * 101),
    ],
)
def test_what_is_no_such_file_is_a_sentence(body: bytes) -> None:
    reading = read(body)
    assert reading.warnings == ()
    assert len(reading.complaints) == 1


def test_numbers_may_come_as_numbers_and_values_as_nonsense() -> None:
    body = json.dumps({"Infogempa": {"gempa": {**quake(), "Magnitude": 5.2, "Wilayah": ["x"], "Potensi": None}}})
    assert only(body.encode()).event == "Gempa bumi M 5,2"


def test_what_was_a_day_ago_is_passed_over() -> None:
    old = quake(DateTime="2026-08-13T01:14:48+00:00")
    assert read(listed(old)) == Reading()


@pytest.mark.parametrize(
    ("potential", "kind", "operator"),
    [
        ("Tidak berpotensi tsunami", WarningKind.QUAKE, False),
        ("Gempa ini dirasakan untuk diteruskan pada masyarakat", WarningKind.QUAKE, False),
        ("TIDAK BERPOTENSI TSUNAMI", WarningKind.QUAKE, False),
        ("Berpotensi tsunami untuk diteruskan pada masyarakat", WarningKind.TSUNAMI, True),
    ],
)
def test_a_denied_tsunami_is_none_and_a_real_one_is_for_an_operator(
    potential: str, kind: WarningKind, operator: bool
) -> None:
    found = only(newest(quake(Potensi=potential)))
    assert (found.kind, found.operator_only) == (kind, operator)


@pytest.mark.parametrize(
    ("words", "denied", "kind"),
    [
        ("Gempa ini tidak berpotensi tsunami", True, WarningKind.QUAKE),
        ("tidak menimbulkan potensi tsunami", True, WarningKind.OTHER),
        ("No tsunami threat after the earthquake", True, WarningKind.QUAKE),
        ("Berpotensi TSUNAMI", False, WarningKind.TSUNAMI),
        ("Peringatan Dini Tsunami", False, WarningKind.TSUNAMI),
        ("Hujan Lebat dan Petir", False, WarningKind.THUNDERSTORM),
        ("Hujan Sedang", False, WarningKind.RAIN),
        ("Banjir Rob", False, WarningKind.FLOOD),
        ("Angin Kencang", False, WarningKind.OTHER),
    ],
)
def test_kinds_go_by_words_and_mind_what_is_denied(words: str, denied: bool, kind: WarningKind) -> None:
    assert denies_tsunami(words) is denied
    assert kind_of(words) is kind


def test_how_grave_a_quake_is_goes_by_how_it_was_felt() -> None:
    felt = {"VIII Luwuk": Severity.EXTREME, "V-VI Luwuk": Severity.SEVERE, "II-III Luwuk": Severity.MINOR}
    for words, severity in felt.items():
        assert only(newest(quake(Dirasakan=words, Magnitude="7.0"))).severity is severity
    assert only(newest(quake(Magnitude="7.0"))).severity is Severity.SEVERE
    assert strongest_intensity("II - III Luwuk, IV Batui") == 4
    assert strongest_intensity("Vila Indah") == 0


def test_where_it_was_felt_it_reaches_however_far_that_is() -> None:
    assert felt_places("III Luwuk, II - III Batui Selatan; IV Palu") == ("Luwuk", "Batui Selatan", "Palu")
    assert felt_places("-") == felt_places("") == ()
    far = only(newest(quake(Dirasakan="II Luwuk", Coordinates="-5.0,110.0", Lintang="5.0 LS", Bujur="110.0 BT")))
    places = Gazetteer.load()
    assert reaches(far, Position(-0.95, 122.79), places)
    assert not reaches(far, Position(-1.36, 122.23), places)


def test_stronger_quakes_reach_farther() -> None:
    reach = [felt_radius_km(magnitude / 10) for magnitude in range(10, 100)]
    assert reach == sorted(reach)
    assert 90 < felt_radius_km(5) < 110
    assert felt_radius_km(10) == 1000


@pytest.mark.parametrize(
    ("text", "value"), [("5.36 LU", 5.36), ("0.95 LS", -0.95), ("1,2 bb", -1.2), ("125.34° BT", 125.34)]
)
def test_degrees_have_their_side_in_words(text: str, value: float) -> None:
    assert degrees(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "15/08/2026 07:36:30 WIB",
        "15-08-26 07:36:30 WIB",
        "15-Agu-26 07:36:30 WIB",
        "15 Agustus 2026 07.36.30 WIB".replace(".", ":"),
        "2026-08-15 07:36:30",
        "2026-08-15T07:36:30",
        "2026-08-15T07:36:30+07:00",
        "2026-08-15T00:36:30Z",
        "15/08/2026 08:36:30 WITA",
    ],
)
def test_instants_come_in_many_forms(text: str) -> None:
    assert instant_of_words(text) == datetime(2026, 8, 15, 0, 36, 30, tzinfo=UTC)


def test_all_months_are_known_by_their_names() -> None:
    short = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    for number, name in enumerate(short, start=1):
        assert civil_instant(f"14 {name} 2026", "12:00:00 WIB") == datetime(2026, number, 14, 5, tzinfo=UTC)
    assert civil_instant("1 Desember 2026", "12:00 WIT") == datetime(2026, 12, 1, 3, tzinfo=UTC)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_upsets_the_reading_of_instants(day: str, hour: str) -> None:
    for read_it in (lambda: civil_instant(day, hour), lambda: instant_of_words(f"{day} {hour}"), lambda: degrees(day)):
        try:
            read_it()
        except NotAWarning:
            continue


@given(st.dictionaries(st.sampled_from(list(quake())), st.none() | st.text(max_size=30) | st.integers() | st.floats()))
def test_no_record_upsets_it(changes: dict[str, object]) -> None:
    reading = read(json.dumps({"Infogempa": {"gempa": {**quake(), **changes}}}).encode())
    assert len(reading.warnings) + len(reading.complaints) <= 1
