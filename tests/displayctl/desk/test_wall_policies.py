"""A wall's policies in sentences, and the hours in which people look at it."""

from __future__ import annotations

from datetime import date

from displayctl.desk.policy_lines import PolicyLine, days_words, hours_words, policy_lines
from displayctl.desk.watched_hours import watched_spans
from schedules.brightness import Brightness, BrightnessSpan
from schedules.legal import LegalBasis
from schedules.opening import OpeningHours, OpenOnDates
from tests import builders

RULE = LegalBasis("Peraturan Bupati Banggai", 2026, "12", "Pasal 7")
DAY = builders.span("2026-11-22 00:00", "2026-11-23 00:00")


def test_each_policy_is_a_sentence_with_its_rule() -> None:
    christmas = OpenOnDates((date(2026, 12, 25),))
    eve = OpenOnDates((date(2026, 12, 24),), (builders.hours("06:00-14:00"),))
    wall = builders.wall(
        opening=OpeningHours((builders.hours("06:00-22:00", (0, 1, 2, 3, 4)),), (christmas, eve), RULE),
        brightness=Brightness((BrightnessSpan(builders.hours("22:00-05:00"), 40),)),
        quiet_hours=(builders.hours("21:00-06:00"),),
        quiet_basis=LegalBasis("Perda", 2024),
    )
    assert policy_lines(wall, "id") == (
        PolicyLine(
            "Jam buka",
            "Sen–Jum 06.00–22.00; 25 Des 2026: tutup; 24 Des 2026: 06.00–14.00",
            "Peraturan Bupati Banggai Nomor 12 Tahun 2026, Pasal 7",
        ),
        PolicyLine("Kecerahan", "setiap hari 22.00–05.00 40 %; selebihnya 100 %; peringatan AWAS selalu 100 %", ""),
        PolicyLine("Jam tenang", "setiap hari 21.00–06.00", "Perda Tahun 2024"),
    )


def test_a_wall_without_policies_says_what_holds_then() -> None:
    said = [line.says for line in policy_lines(builders.wall(), "en")]
    assert said == ["always open", "always 100 %", "none; sound is allowed all day"]
    assert policy_lines(builders.wall(opening=OpeningHours()), "id")[0].says == "selalu tutup"


def test_days_and_hours_are_said_shortly() -> None:
    assert days_words((0, 1, 2, 3, 4, 5, 6), "id") == "setiap hari"
    assert days_words((5, 6), "en") == "Sat, Sun"
    assert days_words((0, 2, 4), "id") == "Sen, Rab, Jum"
    assert hours_words(builders.hours("06:00-06:00"), "en") == "every day 24 h from 06:00"


def test_people_look_at_a_wall_while_it_is_open_and_else_at_the_usual_hours() -> None:
    assert watched_spans(builders.wall(), DAY) == (builders.span("2026-11-22 06:00", "2026-11-22 22:00"),)
    night = builders.wall(opening=OpeningHours((builders.hours("18:00-02:00"),)))
    assert watched_spans(night, DAY) == (
        builders.span("2026-11-22 00:00", "2026-11-22 02:00"),
        builders.span("2026-11-22 18:00", "2026-11-23 00:00"),
    )
