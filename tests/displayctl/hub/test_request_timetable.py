"""On which days an agency's booking is shown, as its answer says."""

from __future__ import annotations

from datetime import date

import pytest

from displayctl.hub.requests.timetable import days_words
from schedules.recurrence import HolidaySet, Recurrence

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
