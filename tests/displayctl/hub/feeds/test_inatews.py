"""InaTEWS: bulletins of one event, each replacing the last, by regency and level, and for an operator alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.places.gazetteer import Gazetteer
from displayctl.hub.feeds.geometry import reaches
from displayctl.hub.feeds.inatews import read_inatews
from displayctl.hub.feeds.reading import Reading
from displayctl.hub.feeds.warning import MessageKind, Severity, WarningKind
from schedules.position import Position
from tests.displayctl.hub.feeds.bmkg_samples import archive, bulletin

NOW = datetime(2026, 8, 15, 2, tzinfo=UTC)
OURS = Gazetteer.load()
LUWUK, PALU = Position(-0.95, 122.79), Position(-0.9, 119.87)


def read(*bulletins: str, now: datetime = NOW) -> Reading:
    return read_inatews(archive(*bulletins), "inatews", now, OURS, "BMKG")


def test_a_bulletin_is_as_grave_as_it_is_here_and_for_an_operator() -> None:
    (found,) = read(bulletin()).warnings
    assert found.identifier == "20260815073130/PD-1/20260815T003630Z"
    assert (found.kind, found.severity, found.operator_only) == (WarningKind.TSUNAMI, Severity.SEVERE, True)
    assert found.onset == datetime(2026, 8, 15, 0, 31, 30, tzinfo=UTC)
    assert found.area_words == "AWAS: TOJO UNA-UNA; SIAGA: BANGGAI"
    assert "Jauhi pantai." in found.instruction
    assert reaches(found, LUWUK, OURS)
    assert not reaches(found, PALU, OURS)


def test_where_our_regency_is_not_named_nobody_here_is_reached() -> None:
    (found,) = read(bulletin(areas=(("BANGGAI-KEPULAUAN", "WASPADA"), ("BANGGAI LAUT", "AWAS")))).warnings
    assert found.severity is Severity.EXTREME
    assert not reaches(found, LUWUK, OURS)
    (part,) = read(bulletin(areas=(("BANGGAI BAGIAN UTARA", "WASPADA"), ("BANGGAI BAGIAN TIMUR", "AWAS")))).warnings
    assert part.severity is Severity.EXTREME
    assert reaches(part, LUWUK, OURS)


def test_later_bulletins_replace_earlier_ones_and_the_fourth_ends_them_whatever_their_order() -> None:
    stages = [
        bulletin("Warning Tsunami PD-4", "15/08/2026 09:36:30 WIB"),
        bulletin("Warning Tsunami PD-1"),
        bulletin("Warning Tsunami PD-3.1", "15/08/2026 08:16:30 WIB"),
        bulletin("Warning Tsunami PD-2", "15/08/2026 07:46:30 WIB"),
        bulletin("Warning Tsunami PD-3.2", "15/08/2026 08:36:30 WIB"),
    ]
    found = read(*stages, now=NOW + timedelta(hours=1)).warnings
    kinds = [each.message for each in found]
    assert kinds == [MessageKind.ALERT, *[MessageKind.UPDATE] * 3, MessageKind.CANCEL]
    assert [len(each.references) for each in found] == [0, 1, 2, 3, 4]
    assert found[-1].geocodes == ()
    assert len({each.identifier for each in found}) == 5


def test_the_same_event_subject_and_time_is_one_and_another_time_is_another() -> None:
    assert len(read(bulletin(), bulletin()).warnings) == 1
    assert len(read(bulletin(), bulletin(timesent="15/08/2026 07:37:30 WIB")).warnings) == 2
    assert [each.message for each in read(bulletin(), bulletin(event="x")).warnings] == [MessageKind.ALERT] * 2


def test_words_that_say_it_is_over_end_it_too() -> None:
    over = bulletin("Warning Tsunami PD-3", "15/08/2026 08:16:30 WIB").replace(
        "Peringatan Dini Tsunami<", "Peringatan dini tsunami dinyatakan telah berakhir<"
    )
    assert [each.message for each in read(bulletin(), over).warnings] == [MessageKind.ALERT, MessageKind.CANCEL]


def test_an_end_without_a_beginning_is_nothing() -> None:
    assert read(bulletin("Warning Tsunami PD-4")) == Reading()


def test_what_is_older_than_a_day_is_passed_over() -> None:
    assert read(bulletin(), now=NOW + timedelta(days=1)) == Reading()
    assert len(read(bulletin(), now=NOW + timedelta(hours=22)).warnings) == 1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (bulletin("Gempa Dirasakan"), "not that of a tsunami warning"),
        (bulletin("Tidak berpotensi tsunami"), "not that of a tsunami warning"),
        (bulletin(point="-0.95,122.80"), "not lon,lat"),
        (bulletin(point="NaN,1"), "not lon,lat"),
        (bulletin(timesent="besok"), "is not a"),
        (bulletin(timesent="23/08/2026 07:36:30 WIB"), "yet to come"),
        (bulletin(event="../x"), "of which event"),
        (bulletin(areas=(("BANGGAI", "MERAH"),)), "level is 'MERAH'"),
    ],
)
def test_a_broken_bulletin_is_refused_and_the_others_are_read(broken: str, words: str) -> None:
    reading = read(broken, bulletin())
    assert len(reading.warnings) == 1
    assert words in reading.complaints[0]


@pytest.mark.parametrize("body", [b"", b"{}", b"<!DOCTYPE html><html/>", archive(*["<info/>"] * 201)])
def test_what_is_no_archive_is_a_sentence(body: bytes) -> None:
    reading = read_inatews(body, "inatews", NOW, OURS)
    assert reading.warnings == ()
    assert len(reading.complaints) == 1


@given(
    st.integers(0, 1600), st.integers(0, 60), st.sampled_from([b"", b"<", b"\x00", b"</info>", b"99", b"PD-9", b","])
)
def test_no_damage_upsets_it(at_byte: int, length: int, instead: bytes) -> None:
    body = archive(bulletin(), bulletin("Warning Tsunami PD-2", "15/08/2026 07:46:30 WIB"))
    reading = read_inatews(body[:at_byte] + instead + body[at_byte + length :], "inatews", NOW, OURS)
    assert all(each.operator_only for each in reading.warnings)


def test_an_archive_without_bulletins_is_nothing() -> None:
    assert read() == Reading()
