"""When walls are lit, how bright, by what rule, and what they are told to do now: by commands on a real hub."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from displayctl.cli.reading_policies import changed_basis, read_brightness, read_date_hours, read_weekly_hours
from schedules.brightness import BrightnessSpan
from schedules.errors import InvalidValue
from schedules.legal import LegalBasis
from schedules.opening import OpenOnDates
from tests.builders import hours
from tests.displayctl.cli.conftest import Run

CHRISTMAS = date(2026, 12, 25)


def test_a_wall_gets_hours_brightness_and_quiet_with_the_rules_they_rest_on(run: Run, words: Run, refused: Run) -> None:
    run("display", "add", "Gerbang Kota", "--size", "320x192")
    wall = run(
        "display", "hours", "Gerbang Kota", "--open", "mon-fri@06:00-22:00", "--open", "sat,sun@08:00-24:00",
        "--on", "2026-12-25=closed", "--basis", "Peraturan Bupati Banggai", "--basis-number", "12",
        "--basis-year", "2026",
    )["value"]  # fmt: skip
    assert [each["weekdays"] for each in wall["opening"]["hours"]] == [[0, 1, 2, 3, 4], [5, 6]]
    assert wall["opening"]["exceptions"] == [{"dates": ["2026-12-25"], "hours": []}]
    kept = run("display", "hours", "gerbang-kota", "--basis-article", "Pasal 7")["value"]["opening"]
    assert (kept["hours"], kept["basis"]["article"]) == (wall["opening"]["hours"], "Pasal 7")
    run("display", "brightness", "gerbang-kota", "--at", "22:00-05:00=40", "--awas-dimmed")
    run("display", "quiet", "gerbang-kota", "--at", "21:00-06:00", "--basis", "Perda", "--basis-year", "2024")
    told = words("display", "policies", "Gerbang Kota")
    assert "Mon–Fri 06:00–22:00, Sat, Sun 08:00–00:00; 25 Dec 2026: closed" in told
    assert "Peraturan Bupati Banggai Nomor 12 Tahun 2026, Pasal 7" in told
    assert "every day 22:00–05:00 40 %; otherwise 100 %" in told
    assert "AWAS" not in told
    assert "Perda Tahun 2024" in told
    bare = run("display", "hours", "gerbang-kota", "--always")["value"]
    assert "opening" not in bare
    apart = run("display", "hours", "gerbang-kota", "--on", "2026-12-25=closed")["value"]["opening"]
    assert len(apart["hours"]) == 1, "always open but on that date"
    run("display", "hours", "gerbang-kota", "--always")
    assert refused("display", "hours", "gerbang-kota", "--basis-year", "2026")[1].endswith("--open 06:00-22:00")
    assert "brightness" not in run("display", "brightness", "gerbang-kota", "--full")["value"]
    quiet = run("display", "quiet", "gerbang-kota", "--never", "--no-basis")["value"]
    assert not {"quiet_hours", "quiet_basis"} & quiet.keys()
    assert refused("display", "brightness", "gerbang-kota", "--awas-full")[1].endswith("--at 22:00-05:00=40")
    named = run("display", "change", "gerbang-kota", "--office", "Dinas Kominfo")["value"]
    assert named["office"] == "Dinas Kominfo"


def test_a_wall_that_is_away_is_taken_off_the_air_and_put_back(run: Run, words: Run, refused: Run) -> None:
    held = run("display", "blackout", "Taman Anti Narkoba", "--minutes", "5", "--reason", "salah gambar")
    assert (held["kind"], held["on_wall"]) == ("blackout", None)
    assert "not yet" in words("display", "holds")
    assert run("display", "safe-card", "Taman Anti Narkoba")["kind"] == "safe-card"
    assert run("display", "release", "Taman Anti Narkoba")["kind"] is None
    assert run("display", "holds") == []
    assert "is not connected" in refused("display", "restart", "Taman Anti Narkoba")[1]
    assert "is not connected" in refused("display", "pattern", "Taman Anti Narkoba", "grid", "--canvas", "64x48+1+2")[1]
    assert "is not connected" in refused("display", "pattern", "Taman Anti Narkoba", "off")[1]
    assert "there are all, grid" in refused("display", "pattern", "Taman Anti Narkoba", "kotak")[1]


def test_what_people_type_is_read() -> None:
    assert read_weekly_hours("06:00-22:00") == hours("06:00-22:00")
    assert read_weekly_hours("sab,min@18:00-02:00") == hours("18:00-02:00", (5, 6))
    assert read_date_hours("2026-12-25=tutup") == OpenOnDates((CHRISTMAS,))
    two = OpenOnDates((CHRISTMAS, date(2026, 12, 31)), (hours("06:00-10:00"), hours("18:00-22:00")))
    assert read_date_hours("2026-12-25,2026-12-31=06:00-10:00,18:00-22:00") == two
    assert read_brightness("sat@22:00-05:00=40%") == BrightnessSpan(hours("22:00-05:00", (5,)), 40)
    assert changed_basis(None, "", "", 0, "") is None
    assert changed_basis(LegalBasis("Perda", 2024), "", "3", 0, "") == LegalBasis("Perda", 2024, "3")


@pytest.mark.parametrize(
    ("read", "complaint"),
    [
        (lambda: read_weekly_hours("06:00"), "are no hours"),
        (lambda: read_date_hours("2026-12-25"), "says no hours"),
        (lambda: read_date_hours("kapan=closed"), "is not a date"),
        (lambda: read_brightness("22:00-05:00"), "is no brightness"),
        (lambda: read_brightness("22:00-05:00=terang"), "is no brightness"),
        (lambda: read_brightness("22:00-05:00=1"), "from 5 to 100"),
        (lambda: changed_basis(None, "", "12", 0, ""), "needs the regulation and its year"),
    ],
)
def test_what_makes_no_sense_is_told_with_what_may_be_typed(read: Callable[[], object], complaint: str) -> None:
    with pytest.raises(InvalidValue, match=complaint):
        read()
