"""A recurrence as a sentence in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.desk.recurrence_words import daypart_phrase, hours_phrase, recurrence_sentence
from schedules.recurrence import Recurrence
from tests.builders import hours

MONDAY = date(2026, 11, 23)
NAMES = {
    "libur-nasional-2026": "Libur nasional 2026",
    "libur-nasional-2027": "Libur nasional 2027",
    "pasar": "Hari pasar",
}


def indonesian(rule: str, **changes: object) -> str:
    return recurrence_sentence(Recurrence(MONDAY, rule=rule, **changes), "id", NAMES)  # type: ignore[arg-type]


def english(rule: str, **changes: object) -> str:
    return recurrence_sentence(Recurrence(MONDAY, rule=rule, **changes), "en", NAMES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "said_indonesian", "said_english"),
    [
        ("FREQ=DAILY", "Setiap hari", "Every day"),
        ("FREQ=DAILY;INTERVAL=3", "Setiap 3 hari", "Every 3 days"),
        ("FREQ=DAILY;BYDAY=SA,SU", "Setiap akhir pekan (Sabtu dan Minggu)", "Every weekend (Saturday and Sunday)"),
        ("FREQ=WEEKLY;BYDAY=FR", "Setiap Jumat", "Every Friday"),
        ("FREQ=WEEKLY", "Setiap Senin", "Every Monday"),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "Setiap hari kerja (Senin sampai Jumat)",
            "Every weekday (Monday to Friday)",
        ),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Setiap hari", "Every day"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
            "Setiap 2 minggu pada hari Senin, Rabu dan Jumat",
            "Every 2 weeks on Monday, Wednesday and Friday",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "Tanggal 1 tiap bulan", "On the 1st of every month"),
        ("FREQ=MONTHLY", "Tanggal 23 tiap bulan", "On the 23rd of every month"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=12,15,-1",
            "Tanggal 12, 15 dan terakhir tiap bulan",
            "On the 12th, 15th and last day of every month",
        ),
        ("FREQ=MONTHLY;BYDAY=1MO", "Senin pertama tiap bulan", "The first Monday of every month"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Jumat terakhir tiap bulan", "The last Friday of every month"),
        (
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU",
            "Setiap 3 bulan pada Selasa kedua",
            "Every 3 months on the second Tuesday",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "Hari kerja terakhir tiap bulan",
            "The last working day of every month",
        ),
        ("FREQ=MONTHLY;BYDAY=1MO;BYMONTH=3", "Senin pertama bulan Maret", "The first Monday of March"),
        ("FREQ=YEARLY", "Setiap tahun pada 23 November", "Every year on 23 November"),
        ("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17", "Setiap tahun pada 17 Agustus", "Every year on 17 August"),
        ("FREQ=DAILY;BYMONTH=3,4", "Setiap hari di bulan Maret dan April", "Every day in March and April"),
        ("FREQ=YEARLY;BYWEEKNO=20", "Menurut aturan FREQ=YEARLY;BYWEEKNO=20", "By the rule FREQ=YEARLY;BYWEEKNO=20"),
    ],
)
def test_a_rhythm_is_said_in_both_languages(rule: str, said_indonesian: str, said_english: str) -> None:
    assert indonesian(rule) == f"{said_indonesian}, mulai 23 Nov 2026"
    assert english(rule) == f"{said_english}, from 23 Nov 2026"


def test_exceptions_stand_behind_the_rhythm_and_years_of_holidays_are_one() -> None:
    both = ("libur-nasional-2026", "libur-nasional-2027")
    assert indonesian("FREQ=WEEKLY;BYDAY=FR", except_holidays=both) == (
        "Setiap Jumat, kecuali Libur nasional 2026–2027, mulai 23 Nov 2026"
    )
    mixed = english(
        "FREQ=WEEKLY;BYDAY=FR", except_holidays=("libur-nasional-2026", "pasar"), except_dates=(date(2026, 12, 4),)
    )
    assert mixed == "Every Friday, except Libur nasional 2026, Hari pasar and 4 Dec 2026, from 23 Nov 2026"


def test_ends_are_said_as_a_day_or_as_a_number_of_times() -> None:
    assert indonesian("FREQ=DAILY", last=date(2026, 12, 31)) == "Setiap hari, 23 Nov 2026 sampai 31 Des 2026"
    assert english("FREQ=DAILY;COUNT=12") == "Every day, 12 times from 23 Nov 2026"
    assert english("FREQ=DAILY;UNTIL=20261231") == "Every day, from 23 Nov 2026 to 31 Dec 2026"


def test_extra_dates_come_last_and_long_lists_are_cut() -> None:
    many = tuple(date(2026, 12, day) for day in range(1, 8))
    assert indonesian("FREQ=WEEKLY;BYDAY=FR", include_dates=many).endswith(
        "; juga 1 Des 2026, 2 Des 2026, 3 Des 2026, 4 Des 2026 dan 3 lagi"
    )


def test_one_day_is_said_by_its_date() -> None:
    assert recurrence_sentence(Recurrence(MONDAY), "id") == "Senin, 23 November 2026"
    assert recurrence_sentence(Recurrence(MONDAY, MONDAY), "en") == "Monday, 23 November 2026"
    assert recurrence_sentence(Recurrence(MONDAY, date(2026, 11, 25)), "en") == (
        "Every day, from 23 Nov 2026 to 25 Nov 2026"
    )


def test_hours_stand_in_the_sentence() -> None:
    workdays = Recurrence(MONDAY, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    assert recurrence_sentence(workdays, "id", at=hours_phrase(hours("08:00-16:00"), "id")) == (
        "Setiap hari kerja (Senin sampai Jumat) pukul 08.00–16.00, mulai 23 Nov 2026"
    )
    assert hours_phrase(hours("22:00-05:00"), "en") == " from 22:00 to 05:00 of the next day"
    assert hours_phrase(hours("06:00-06:00"), "id") == " selama 24 jam mulai 06.00"
    assert hours_phrase(None, "id") == " sepanjang hari"
    assert daypart_phrase("Jam sibuk") == " (Jam sibuk)"


DAYS = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
RULES = st.builds(
    lambda frequency, every, days, nth, monthday, months, count: ";".join(
        part
        for part in (
            f"FREQ={frequency}",
            f"INTERVAL={every}",
            f"BYDAY={nth if frequency in ('MONTHLY', 'YEARLY') else ''}{days}" if days else "",
            f"BYMONTHDAY={monthday}" if monthday and frequency in ("DAILY", "MONTHLY", "YEARLY") else "",
            f"BYMONTH={months}" if months else "",
            f"COUNT={count}" if count else "",
        )
        if part
    ),
    st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
    st.integers(1, 5),
    st.one_of(st.none(), DAYS),
    st.sampled_from(("", "1", "-1", "3")),
    st.sampled_from((0, 1, 15, 28, -1)),
    st.one_of(st.none(), st.integers(1, 12)),
    st.integers(0, 3),
)


@given(RULES)
def test_every_rule_is_said_somehow(rule: str) -> None:
    for language in ("id", "en"):
        said = recurrence_sentence(Recurrence(MONDAY, rule=rule), language)
        assert said
        assert "{" not in said
