"""Which alert has its turn and which of its pages: rank, rotation, what one person alone may do, and withdrawal."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.alert import Alert, AlertLevel, AlertPicture
from schedules.turns import standing_alerts, turn_at
from tests import strategies
from tests.builders import alert, at

WALL, TALL, WIDE = "tugu", "640x384@30", "512x256@30"
NINE = at("2026-11-22 09:00")
SECOND = timedelta(seconds=1)


def pages(count: int, neutral: int = 0, format: str = TALL) -> tuple[AlertPicture, ...]:
    usual = [AlertPicture(format, "a" * 64, page) for page in range(count)]
    return (*usual, *(AlertPicture(format, "b" * 64, page, neutral=True) for page in range(neutral)))


def banner(id: str, count: int = 1, **changes: object) -> Alert:
    return alert(id, changes.pop("level", AlertLevel.SIAGA), pictures=pages(count), **changes)  # type: ignore[arg-type]


def seen(*alerts: Alert, seconds: float, unconfirmed: tuple[str, ...] = (), format: str = TALL) -> str:
    """What is on the wall so long after nine, as ``id/page`` with an n for neutral pages."""
    turn = turn_at(alerts, WALL, NINE + seconds * SECOND, format=format, unconfirmed=unconfirmed)
    return f"{turn.alert.id}/{turn.page}{'n' * turn.neutral}" if turn.alert else ""


def test_the_pages_of_an_alert_follow_one_another_round_and_round() -> None:
    given = alert(pictures=pages(3), page_seconds=12)
    assert [seen(given, seconds=after) for after in (0, 11.9, 12, 24, 35.9, 36)] == [
        "banjir/0",
        "banjir/0",
        "banjir/1",
        "banjir/2",
        "banjir/2",
        "banjir/0",
    ]


def test_it_says_when_the_page_ends_and_of_a_single_page_when_the_alert_does() -> None:
    assert turn_at([alert(pictures=pages(2))], WALL, NINE + 4 * SECOND, format=TALL).until == NINE + 10 * SECOND
    assert turn_at([alert(pictures=pages(1))], WALL, NINE, format=TALL).until == at("2026-11-22 10:00")
    assert turn_at([alert()], WALL, at("2026-11-22 08:00")).until == NINE
    assert turn_at([alert()], WALL, at("2026-11-22 10:00")).until is None


def test_each_wall_counts_the_pages_of_its_own_size() -> None:
    given = alert(pictures=(*pages(1, format=TALL), *pages(2, format=WIDE)))
    assert seen(given, seconds=12, format=TALL) == "banjir/0"
    assert seen(given, seconds=12, format=WIDE) == "banjir/1"
    assert seen(given, seconds=12, format="500x250@50") == "banjir/1"


def test_banners_take_turns_the_most_severe_first_and_then_the_newest() -> None:
    mild, severe = banner("mild", level=AlertLevel.WASPADA), banner("severe")
    newer = banner("newer", issued_at=at("2026-11-22 08:59:30"))
    assert [seen(mild, severe, newer, seconds=after) for after in (0, 10, 20, 30)] == [
        "newer/0",
        "severe/0",
        "mild/0",
        "newer/0",
    ]


def test_a_new_banner_is_seen_at_once_and_the_others_go_on_after_all_its_pages() -> None:
    old = banner("old")
    new = banner("new", 2, level=AlertLevel.WASPADA, effective=NINE + 7 * SECOND)
    assert [seen(old, new, seconds=after) for after in (6, 7, 17, 27, 37)] == [
        "old/0",
        "new/0",
        "new/1",
        "old/0",
        "new/0",
    ]


def test_awas_has_the_wall_and_only_others_of_its_kind_take_turns_with_it() -> None:
    first, second, lesser = alert("first"), alert("second"), banner("lesser", issued_at=NINE)
    assert [seen(lesser, second, first, seconds=after) for after in (0, 10, 20)] == ["first/0", "second/0", "first/0"]
    ends = alert("first", expires=NINE + 30 * SECOND)
    assert [seen(lesser, ends, seconds=after) for after in (29, 30)] == ["first/0", "lesser/0"]


def test_a_drill_is_hidden_while_anything_real_is_live() -> None:
    drill = alert("latihan", drill=True)
    real = banner("real", level=AlertLevel.WASPADA, effective=NINE + 60 * SECOND, expires=NINE + 90 * SECOND)
    assert [seen(drill, real, seconds=after) for after in (0, 60, 89, 90)] == [
        "latihan/0",
        "real/0",
        "real/0",
        "latihan/0",
    ]


def test_a_drill_withdraws_no_real_alert_even_of_its_own_name_and_no_real_one_a_drill() -> None:
    later = at("2026-11-22 09:10")
    drill = alert("banjir", drill=True, issued_at=later, supersedes=("banjir",))
    assert standing_alerts([alert(), drill], WALL) == (alert(), drill)
    real = alert("selesai", issued_at=later, supersedes=("latihan",))
    assert standing_alerts([alert("latihan", drill=True), real], WALL) == (alert("latihan", drill=True), real)


def test_what_one_person_alone_answers_for_ends_after_two_hours() -> None:
    given = alert(expires=at("2026-11-22 17:00"))
    two_hours = 7200
    assert seen(given, seconds=two_hours - 1, unconfirmed=("banjir",)) == "banjir/0"
    assert seen(given, seconds=two_hours, unconfirmed=("banjir",)) == ""
    assert seen(given, seconds=two_hours) == "banjir/0"
    assert turn_at([given], WALL, NINE, unconfirmed=("banjir",)).until == at("2026-11-22 11:00")


def test_one_person_alone_orders_people_to_move_for_a_quarter_of_an_hour_only() -> None:
    given = alert(evacuation=True, pictures=pages(2, neutral=1))
    quarter = 900
    assert seen(given, seconds=quarter - 1, unconfirmed=("banjir",)) == "banjir/1"
    assert seen(given, seconds=quarter, unconfirmed=("banjir",)) == "banjir/0n"
    assert seen(given, seconds=quarter + 10, unconfirmed=("banjir",)) == "banjir/0n"
    assert seen(given, seconds=quarter + 10) == "banjir/1"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(strategies.alerts(st.sampled_from("abcd")), max_size=4, unique_by=lambda a: a.id),
    st.sets(st.sampled_from("abcd")),
    strategies.near,
    st.sampled_from((TALL, WIDE, "")),
)
def test_a_turn_holds_to_its_end_and_never_longer_than_its_page(
    alerts: list[Alert], unconfirmed: set[str], instant: datetime, format: str
) -> None:
    turn = turn_at(alerts, "wall", instant, format=format, unconfirmed=unconfirmed)
    if turn.until is None:
        assert turn.alert is None
        return
    assert turn.until > instant
    last = turn_at(alerts, "wall", turn.until - timedelta(microseconds=1), format=format, unconfirmed=unconfirmed)
    assert (last.alert, last.page, last.neutral) == (turn.alert, turn.page, turn.neutral)


def test_what_nobody_signed_comes_after_all_that_people_did_drills_too() -> None:
    card = banner("kartu", level=AlertLevel.AWAS, auto=True)
    assert seen(card, seconds=0) == "kartu/0"
    assert seen(card, banner("banjir", level=AlertLevel.WASPADA), seconds=0) == "banjir/0"
    assert seen(card, banner("latihan", drill=True), seconds=0) == "latihan/0"
