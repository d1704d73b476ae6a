"""On which days an agency's booking is shown, as its answer says."""

from __future__ import annotations

from datetime import date

import pytest

from displayctl.hub.requests.timetable import booking_words, days_words
from schedules.recurrence import HolidaySet, Recurrence
from schedules.slot import DisplayException
from tests.builders import slot

DECEMBER, NINTH = date(2026, 12, 1), date(2026, 12, 9)
NEW_YEAR = date(2027, 1, 31)
CHRISTMAS = {"libur": HolidaySet("libur", "Libur nasional", (date(2026, 12, 25),))}
FRIDAYS = "FREQ=WEEKLY;BYDAY=FR"


@pytest.mark.parametrize(
    ("recurrence", "said"),
    [
        (Recurrence(DECEMBER), "1 Desember 2026"),
        (Recurrence(DECEMBER, NINTH), "1 Desember 2026 sampai 9 Desember 2026"),
        (
            Recurrence(DECEMBER, NEW_YEAR, "FREQ=WEEKLY;BYDAY=FR,MO"),
            "setiap Senin dan Jumat, 1 Desember 2026 sampai 31 Januari 2027",
        ),
        (
            Recurrence(DECEMBER, NEW_YEAR, FRIDAYS, except_holidays=("libur",)),
            "setiap Jumat, 1 Desember 2026 sampai 31 Januari 2027, kecuali 25 Desember 2026",
        ),
        (Recurrence(DECEMBER, None, FRIDAYS), "setiap Jumat, mulai 1 Desember 2026"),
        (Recurrence(DECEMBER, date(2099, 12, 31)), "1 Desember 2026 sampai 31 Desember 2099"),
        (
            Recurrence(DECEMBER, NEW_YEAR, "FREQ=MONTHLY;BYMONTHDAY=17"),
            "17 Desember 2026 dan 17 Januari 2027",
        ),
        (Recurrence(DECEMBER, NINTH, FRIDAYS), "4 Desember 2026"),
        (Recurrence(DECEMBER, DECEMBER, FRIDAYS), "–"),
        (Recurrence(DECEMBER, except_dates=(DECEMBER,)), "–"),
        (Recurrence(DECEMBER, include_dates=(NINTH, NEW_YEAR)), "1 Desember 2026, 9 Desember 2026 dan 31 Januari 2027"),
        (Recurrence(DECEMBER, None, f"{FRIDAYS};COUNT=5"), "setiap Jumat, 1 Desember 2026 sampai 1 Januari 2027"),
        (Recurrence(DECEMBER, None, "FREQ=MONTHLY;BYMONTHDAY=17;COUNT=2"), "17 Desember 2026 dan 17 Januari 2027"),
        (
            Recurrence(DECEMBER, NINTH, except_dates=(date(2026, 12, 3), date(2026, 12, 5))),
            "1 Desember 2026 sampai 9 Desember 2026, kecuali 3 Desember 2026 dan 5 Desember 2026",
        ),
    ],
)
def test_the_days_of_a_booking_are_told_as_they_are(recurrence: Recurrence, said: str) -> None:
    assert days_words(recurrence, CHRISTMAS) == said


def test_of_many_single_days_the_first_are_written_out() -> None:
    said = days_words(Recurrence(DECEMBER, None, "FREQ=MONTHLY;BYMONTHDAY=17"), {})
    assert said.startswith("17 Desember 2026, 17 Januari 2027, ")
    assert said.endswith("17 November 2027, dan seterusnya")


def test_days_on_which_one_wall_is_left_out_are_told_with_its_name_where_the_booking_is_shown_at_all() -> None:
    fridays = Recurrence(DECEMBER, NEW_YEAR, FRIDAYS, except_holidays=("libur",))
    friday, saturday = date(2026, 12, 18), date(2026, 12, 19)
    left_out = (
        DisplayException("tugu", (date(2027, 1, 8), friday, saturday)),
        DisplayException("taman", (saturday, date(2026, 12, 25))),
        DisplayException("gone", (friday,)),
    )
    booked = slot("pagi", "abc", display_ids=("tugu", "taman"), recurrence=fridays, exceptions=left_out)
    said = booking_words(booked, "sepanjang hari", {"tugu": "Tugu", "taman": "Taman"}, CHRISTMAS)
    assert said.startswith("Tugu, Taman: setiap Jumat, 1 Desember 2026 ")
    assert said.endswith(", sepanjang hari; tidak di Tugu pada 18 Desember 2026 dan 8 Januari 2027")
