"""What is said and drawn of walls: their week, their days, their place on the map, their storage."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from displayctl.api.models import PlayerState, Receipt, ReceiptStage
from displayctl.api.wall_health import DayFigures
from displayctl.api.walls import HoldKind, WallHold
from displayctl.desktop.presenters.civil_week import covers, week_of
from displayctl.desktop.presenters.fault_words import say_fault
from displayctl.desktop.presenters.history_words import Metric, bars_of, summary_words, top_of
from displayctl.desktop.presenters.hold_words import hold_chip, hold_sentence
from displayctl.desktop.presenters.map_view import MapView, nearest_to, next_in
from displayctl.desktop.presenters.sketch_projection import fitted
from displayctl.desktop.presenters.storage_words import stage_words, stored_of
from displayctl.desktop.presenters.wall_policy_words import basis_words, brightness_lines, opening_lines
from displayctl.desktop.presenters.wall_words import wall_state
from schedules.brightness import Brightness, BrightnessSpan
from schedules.daypart import Hours
from schedules.legal import LegalBasis
from schedules.opening import OpeningHours, OpenOnDates
from schedules.position import Position
from tests.builders import wall
from tests.displayctl.hub.ground import now

TODAY = date(2026, 11, 22)
FRIDAY = 4


@pytest.mark.parametrize(
    ("weekday", "minute", "runs"),
    [
        (FRIDAY, 21 * 60, False),
        (FRIDAY, 22 * 60, True),
        (5, 4 * 60 + 59, True),
        (5, 5 * 60, False),
        (FRIDAY, 60, False),
    ],
)
def test_hours_over_midnight_belong_to_the_evening_on_which_they_begin(weekday: int, minute: int, runs: bool) -> None:
    assert covers((Hours(time(22), time(5), (FRIDAY,)),), weekday, minute) is runs


def test_a_week_shows_where_a_wall_is_open_how_bright_and_where_it_is_silent() -> None:
    display = wall(
        "tugu",
        opening=OpeningHours((Hours(time(6), time(22)),)),
        brightness=Brightness((BrightnessSpan(Hours(time(18), time(6)), 40),)),
        quiet_hours=(Hours(time(21), time(6)),),
    )
    monday = week_of(display)[0]
    noon, evening, night = monday[12 * 4], monday[21 * 4], monday[23 * 4]
    assert (noon.is_open, noon.percent, noon.is_quiet) == (True, 100, False)
    assert (evening.is_open, evening.percent, evening.is_quiet) == (True, 40, True)
    assert (night.is_open, night.is_quiet) == (False, True)


@pytest.mark.usefixtures("english")
def test_hours_and_rules_are_said() -> None:
    basis = LegalBasis("Peraturan Bupati Banggai", 2026, "12", "Pasal 7")
    closed = OpenOnDates((date(2026, 12, 25),))
    display = wall("tugu", opening=OpeningHours((Hours(time(6), time(22)),), (closed,), basis))
    assert opening_lines(display) == ("06:00–22:00", "25 Dec 2026: closed")
    assert basis_words(basis) == "Legal reference: Peraturan Bupati Banggai Nomor 12 Tahun 2026, Pasal 7"
    assert opening_lines(wall("taman")) == ("Open at all hours",)
    dim = wall("tugu", brightness=Brightness((BrightnessSpan(Hours(time(22), time(5)), 40),), awas_full=False))
    assert brightness_lines(dim) == ("22:00–05:00 (next day): 40 %",)


def days(*given: DayFigures) -> tuple[DayFigures, ...]:
    return given


@pytest.mark.usefixtures("english")
def test_days_are_bars_and_a_day_in_between_without_a_word_is_a_day_off_the_air() -> None:
    known = days(DayFigures(day=TODAY - timedelta(days=2), hours=24), DayFigures(day=TODAY, hours=3))
    bars = bars_of(known, Metric.ON_AIR, TODAY, 5)
    assert [bar.value for bar in bars] == [None, None, 24.0, 0.0, 3.0]
    assert [bar.bad for bar in bars] == [False, False, False, True, False], "today is not over yet"
    assert bars[3].words == "21 Nov 2026: 0 of 24 hours"
    assert top_of(bars, Metric.ON_AIR)[0] == 24.0
    assert summary_words(bars, Metric.ON_AIR) == "On air 38 % of the hours of 3 days."


@pytest.mark.usefixtures("english")
def test_what_was_never_told_has_no_bar() -> None:
    bars = bars_of(days(DayFigures(day=TODAY, hours=1, temperature_c_max=91.0)), Metric.WARMTH, TODAY, 1)
    assert (bars[0].value, bars[0].bad, bars[0].words) == (91.0, True, "22 Nov 2026: 91 °C")
    assert bars_of(days(DayFigures(day=TODAY, hours=1)), Metric.MEMORY, TODAY, 1)[0].value is None
    assert "Nothing is known" in summary_words((), Metric.LATE)


def test_a_map_goes_nearer_around_a_place_and_back_to_the_whole() -> None:
    luwuk = Position(-0.95, 122.79)
    whole = fitted((Position(-1.5, 122.0), Position(-0.5, 123.5)), 400, 300)
    near = MapView().nearer(luwuk, 4)
    x, y = near.projection(whole, 400, 300).to_pixels(luwuk)
    assert (round(x), round(y)) == (200, 150)
    pulled = near.moved(near.projection(whole, 400, 300), 50, 0)
    assert round(pulled.projection(whole, 400, 300).to_pixels(luwuk)[0]) == 250
    assert near.nearer(luwuk, -10) == MapView()
    assert MapView().projection(whole, 400, 300) == whole


def test_arrows_go_to_what_lies_ahead() -> None:
    points = {"middle": (100.0, 100.0), "right": (150.0, 105.0), "far": (300.0, 100.0), "above": (100.0, 40.0)}
    assert next_in(points, "middle", 1, 0) == "right"
    assert next_in(points, "middle", 0, -1) == "above"
    assert next_in(points, "far", 1, 0) == "far"
    assert next_in(points, "", 1, 0) == "middle"
    assert nearest_to(points, 148, 100, 10) == "right"
    assert nearest_to(points, 200, 200, 10) == ""


def player(**facts: object) -> PlayerState:
    return PlayerState.model_validate({"display_id": "tugu", "device_id": "ab" * 32, "connected": True, **facts})


@pytest.mark.usefixtures("english")
def test_storage_says_what_is_there_and_what_is_missing() -> None:
    stats = {"cache_bytes": 5_000_000, "cache_files": 3, "cache_limit_bytes": 20_000_000, "cache_missing": 2}
    faults = ("medium-missing (m1): the asset is not here",)
    stored = stored_of(player(stats=stats, free_bytes=7_000_000_000, faults=faults), None, {"m1": "Poster"}.__getitem__)
    assert stored.share == 0.25
    assert stored.missing == "2 files are missing."
    assert stored.missing_titles == ("Poster",)
    assert stored.lines[-1] == "7.0 GB are free on its disk"
    receipt = Receipt(display_id="tugu", revision=3, stage=ReceiptStage.RECEIVED, missing_assets=4)
    assert stored_of(player(), receipt, str).missing == "4 files are missing."
    assert "fetches" in stage_words(receipt)
    on_air = receipt.model_copy(update={"stage": ReceiptStage.ON_AIR})
    assert "not all it needs is there yet: 4 files" in stage_words(on_air)
    assert "with everything" in stage_words(on_air.model_copy(update={"missing_assets": 0}))


@pytest.mark.usefixtures("english")
def test_a_wall_that_is_dark_by_order_says_so_with_who_and_why() -> None:
    moment = now()
    ordered = {"display_id": "tugu", "kind": "blackout", "ordered_by": "sekar", "reason": "gambar keliru"}
    hold = WallHold.model_validate({**ordered, "until": moment + timedelta(hours=1), "on_wall": "blackout"})
    state = wall_state(player(last_seen=moment, hold=hold), moment)
    assert (state.word, state.role) == ("Dark by order", "chip-warning")
    assert state.sentence == "Blackout ordered by sekar, 1 h left: gambar keliru."
    pending = hold.model_copy(update={"on_wall": None})
    assert hold_chip(pending) == "Order on its way"
    assert hold_sentence(pending, moment).endswith("It has not reached the wall yet.")
    former = pending.model_copy(update={"understood": False})
    assert hold_chip(former) == "Cannot be held"
    assert hold_sentence(former, moment).endswith(
        "gambar keliru. Its player is of a former version and cannot be held; update it."
    )
    assert hold_chip(WallHold(display_id="tugu")) == ""
    assert hold_chip(pending.model_copy(update={"kind": HoldKind.SAFE_CARD, "on_wall": HoldKind.SAFE_CARD})) == (
        "Safe card on it"
    )


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "late: this libVLC shows frames 41.2 ms after their time, not 30.0; each item begins a little off until "
            "its decoder has learnt that: compare the VLC packages",
            "The video software of this player shows pictures 41.2 ms late instead of 30.0 ms",
        ),
        ("late (m1): gave no picture in time, and now its time is over", "“Poster” gave no picture in time and"),
        (
            "late (m1): is too heavy for this machine (640x384); it drops frames now",
            "“Poster” is too heavy for the player's machine",
        ),
        ("late (m1): what nobody knows", "Late (m1): what nobody knows."),
    ],
)
def test_what_is_late_on_a_wall_is_said_for_people(line: str, words: str) -> None:
    assert say_fault(line, {"m1": "Poster"}.__getitem__).startswith(words)
