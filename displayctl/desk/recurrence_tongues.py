"""The words and forms in which two languages say on which days something happens; how they join is said elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schedules.calendar_names import (
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    MONTHS,
    SHORT_ENGLISH_MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language. Texts with braces are filled in by their names."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    ordinal: Callable[[int], str]
    ordinal_day: str
    month_day: Callable[[int], str]
    comma_and: str
    clock_mark: str
    every_day: str
    every_workday: str
    every_weekend: str
    every_weekday: str
    n_days: str
    n_weeks: str
    monthly_days: str
    n_months_days: str
    monthly_nth: str
    n_months: str
    yearly: str
    n_years: str
    workday: str
    in_months: str
    of_month: str
    by_rule: str
    at_hours: str
    next_day: str
    around_the_clock: str
    all_day: str
    begins: str
    from_to: str
    times: str
    excepted: str
    also: str
    once: str
    more: str


def _english_number(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _english_ordinal(number: int) -> str:
    words = ("first", "second", "third", "fourth", "fifth")
    word = words[abs(number) - 1] if abs(number) <= len(words) else _english_number(abs(number))
    if number > 0:
        return word
    return "last" if number == -1 else f"{word} to last"


def _english_month_day(number: int) -> str:
    if number > 0:
        return _english_number(number)
    return "last day" if number == -1 else f"{_english_ordinal(number)} day"


def _indonesian_ordinal(number: int) -> str:
    words = ("pertama", "kedua", "ketiga", "keempat", "kelima")
    word = words[abs(number) - 1] if abs(number) <= len(words) else f"ke-{abs(number)}"
    if number > 0:
        return word
    return "terakhir" if number == -1 else f"{word} dari akhir"


def _indonesian_month_day(number: int) -> str:
    if number > 0:
        return str(number)
    return "terakhir" if number == -1 else f"ke-{-number} dari akhir"


ENGLISH = Tongue(
    weekdays=ENGLISH_WEEKDAYS,
    months=ENGLISH_MONTHS,
    months_short=SHORT_ENGLISH_MONTHS,
    ordinal=_english_ordinal,
    ordinal_day="{nth} {day}",
    month_day=_english_month_day,
    comma_and=" and ",
    clock_mark=":",
    every_day="Every day",
    every_workday="Every weekday (Monday to Friday)",
    every_weekend="Every weekend (Saturday and Sunday)",
    every_weekday="Every {days}",
    n_days="Every {n} days",
    n_weeks="Every {n} weeks on {days}",
    monthly_days="On the {days} of every month",
    n_months_days="Every {n} months on the {days}",
    monthly_nth="The {days} of every month",
    n_months="Every {n} months on the {days}",
    yearly="Every year on {day}",
    n_years="Every {n} years on {day}",
    workday="working day",
    in_months=" in {months}",
    of_month="the {days} of {months}",
    by_rule="By the rule {rule}",
    at_hours=" from {starts} to {ends}",
    next_day=" of the next day",
    around_the_clock=" for 24 hours from {starts}",
    all_day=" all day",
    begins="from {first}",
    from_to="from {first} to {last}",
    times="{n} times from {first}",
    excepted="except {what}",
    also="; also on {what}",
    once="{weekday}, {date}",
    more="{n} more",
)
INDONESIAN = Tongue(
    weekdays=WEEKDAYS,
    months=MONTHS,
    months_short=SHORT_MONTHS,
    ordinal=_indonesian_ordinal,
    ordinal_day="{day} {nth}",
    month_day=_indonesian_month_day,
    comma_and=" dan ",
    clock_mark=".",
    every_day="Setiap hari",
    every_workday="Setiap hari kerja (Senin sampai Jumat)",
    every_weekend="Setiap akhir pekan (Sabtu dan Minggu)",
    every_weekday="Setiap {days}",
    n_days="Setiap {n} hari",
    n_weeks="Setiap {n} minggu pada hari {days}",
    monthly_days="Tanggal {days} tiap bulan",
    n_months_days="Setiap {n} bulan pada tanggal {days}",
    monthly_nth="{days} tiap bulan",
    n_months="Setiap {n} bulan pada {days}",
    yearly="Setiap tahun pada {day}",
    n_years="Setiap {n} tahun pada {day}",
    workday="hari kerja",
    in_months=" di bulan {months}",
    of_month="{days} bulan {months}",
    by_rule="Menurut aturan {rule}",
    at_hours=" pukul {starts}–{ends}",
    next_day=" esok harinya",
    around_the_clock=" selama 24 jam mulai {starts}",
    all_day=" sepanjang hari",
    begins="mulai {first}",
    from_to="{first} sampai {last}",
    times="{n} kali mulai {first}",
    excepted="kecuali {what}",
    also="; juga {what}",
    once="{weekday}, {date}",
    more="{n} lagi",
)
TONGUES = {"id": INDONESIAN, "en": ENGLISH}
