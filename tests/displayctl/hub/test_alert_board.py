"""What walls say of alerts adds up, and those to look after are listed with the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from displayctl.api.emergencies import AlertEnd, AlertInfo, AlertReceipt, Missing
from displayctl.hub.alert_board import MOST_EARLY, AlertBoard, Standing, added, alert_info
from displayctl.hub.roll import Wall
from schedules.alert import AlertLevel
from tests.builders import alert, at

NINE = at("2026-11-22 09:00")
SECOND = timedelta(seconds=1)
THERE, AWAY, BARE = (
    Wall("tugu", "utama", True, True),
    Wall("taman", "utama", True, False),
    Wall("baru", "x", False, False),
)


def receipt(received: float | None = None, shown: float | None = None) -> AlertReceipt:
    def instant(seconds: float | None) -> datetime | None:
        return None if seconds is None else NINE + seconds * SECOND

    return AlertReceipt(received_at=instant(received), shown_at=instant(shown))


def info(
    standing: Standing, now: datetime, *others: Standing, walls: tuple[Wall, ...] = (THERE, AWAY, BARE)
) -> AlertInfo:
    return alert_info(standing, (standing, *others), walls, now)


def test_walls_that_are_away_are_listed_at_once_and_silent_ones_after_half_a_minute() -> None:
    standing = Standing(alert(), NINE)
    at_once = info(standing, NINE)
    assert at_once.walls == ("tugu", "taman", "baru")
    assert at_once.missing == {"taman": Missing.AWAY, "baru": Missing.NO_PLAYER}
    assert "tugu" not in info(standing, NINE + 29 * SECOND).missing
    assert info(standing, NINE + 30 * SECOND).missing["tugu"] is Missing.SILENT


@pytest.mark.parametrize(
    ("said", "seconds", "why"),
    [
        (receipt(1), 20, None),
        (receipt(1), 31, Missing.NOT_SHOWN),
        (receipt(1, 2), 300, None),
        (receipt(shown=2), 300, None),
    ],
)
def test_what_a_wall_has_said_decides(said: AlertReceipt, seconds: int, why: Missing | None) -> None:
    standing = Standing(alert(), NINE, receipts={"tugu": said})
    assert info(standing, NINE + seconds * SECOND, walls=(THERE,)).missing.get("tugu") is why


def test_what_is_hidden_by_something_more_important_is_not_missing() -> None:
    banner = Standing(alert("hujan", AlertLevel.WASPADA), NINE, receipts={"tugu": receipt(1)})
    drill = Standing(alert("latihan", drill=True), NINE, receipts={"tugu": receipt(1)})
    awas, elsewhere = Standing(alert(), NINE), Standing(alert(display_ids=("taman",)), NINE)
    later = NINE + 60 * SECOND
    assert info(banner, later, awas, walls=(THERE,)).missing == {}
    assert info(banner, later, elsewhere, walls=(THERE,)).missing == {"tugu": Missing.NOT_SHOWN}
    assert info(banner, later, drill, walls=(THERE,)).missing == {"tugu": Missing.NOT_SHOWN}
    assert info(drill, later, banner, walls=(THERE,)).missing == {}


@pytest.mark.parametrize(
    "above",
    [
        Standing(alert(expires=NINE + 300 * SECOND), NINE),
        Standing(alert(), NINE, withdrawn_at=NINE + 300 * SECOND),
        Standing(alert(expires=NINE + 300 * SECOND), NINE, withdrawn_at=NINE + 320 * SECOND),
    ],
)
def test_what_was_hidden_has_half_a_minute_from_then_on_to_come_up(above: Standing) -> None:
    banner = Standing(alert("hujan", AlertLevel.WASPADA), NINE, receipts={"tugu": receipt(1)})
    never = Standing(alert("nanti", effective=NINE + timedelta(days=1), expires=NINE + timedelta(days=2)), NINE)
    for seconds, missing in ((299, {}), (300, {}), (329, {}), (330, {"tugu": Missing.NOT_SHOWN})):
        assert info(banner, NINE + seconds * SECOND, above, never, walls=(THERE,)).missing == missing


def test_nobody_misses_what_does_not_stand() -> None:
    standing = Standing(alert(), NINE)
    for each, now in (
        (standing, NINE - SECOND),
        (standing, at("2026-11-22 10:00")),
        (Standing(alert(), NINE, withdrawn_at=NINE), NINE),
        (Standing(alert(expires=NINE + timedelta(hours=5)), NINE, confirmed=False), NINE + timedelta(hours=2)),
    ):
        found = info(each, now)
        assert (found.live, found.missing) == (False, {})


def test_who_has_not_let_go_of_what_was_taken_back_is_listed_until_its_time_is_up() -> None:
    had = {"tugu": receipt(1, 2), "taman": receipt(1)}
    back = Standing(alert(expires=NINE + 300 * SECOND), NINE, withdrawn_at=NINE + 10 * SECOND, receipts=had)
    assert info(back, NINE + 39 * SECOND).missing == {"taman": Missing.NOT_GONE}
    assert info(back, NINE + 40 * SECOND).missing == {"tugu": Missing.NOT_GONE, "taman": Missing.NOT_GONE}
    gone = {name: said.model_copy(update={"ended_at": NINE + 11 * SECOND}) for name, said in had.items()}
    assert info(replace(back, receipts={**had, "tugu": gone["tugu"]}), NINE + 40 * SECOND).missing == {
        "taman": Missing.NOT_GONE
    }
    assert info(replace(back, receipts=gone), NINE + 40 * SECOND).missing == {}
    assert info(back, NINE + 300 * SECOND).missing == {}


def test_the_first_word_counts_and_an_end_is_over_when_it_is_shown_again() -> None:
    frame = "ab" * 32
    ended = AlertReceipt(ended_at=NINE + 9 * SECOND, why=AlertEnd.EXPIRED)
    known = added(added(receipt(1), receipt(2, 3)), AlertReceipt(shown_at=NINE + 5 * SECOND, frame=frame))
    assert known == AlertReceipt(received_at=NINE + SECOND, shown_at=NINE + 3 * SECOND, frame=frame)
    over = added(known, ended)
    assert (over.ended_at, over.why) == (ended.ended_at, AlertEnd.EXPIRED)
    assert added(over, receipt(2, 3)) == over
    assert added(over, receipt(shown=20)) == known


def test_taken_back_is_what_is_not_carried_and_receipts_outlive_a_second_signature() -> None:
    board = AlertBoard()
    board.put([Standing(alert(), NINE), Standing(alert("gempa"), NINE)], {"banjir", "gempa"}, NINE)
    assert board.hear("banjir", "tugu", receipt(1)) == receipt(1)
    assert board.hear("tiada", "tugu", receipt(1)) is None
    gone = board.put([Standing(alert(), NINE + 9 * SECOND, confirmed=False)], {"banjir"}, NINE + 9 * SECOND)
    assert gone == ("gempa",)
    kept = board.find("banjir")
    assert kept is not None
    assert (kept.raised_at, kept.receipts, kept.confirmed) == (NINE, {"tugu": receipt(1)}, False)
    board.forget(NINE + timedelta(hours=2))
    assert [each.alert.id for each in board.all()] == ["banjir"]


def test_receipts_of_former_hubs_are_read() -> None:
    plain = {"id": "a", "value": {}, "live": True, "receipts": {"tugu": "2026-11-22T01:00:00Z"}}
    assert AlertInfo.model_validate(plain).receipts == {"tugu": AlertReceipt(shown_at=NINE)}
    assert (
        AlertInfo.model_validate(AlertInfo.model_validate(plain).model_dump(mode="json")).receipts["tugu"].frame == ""
    )


def test_what_walls_say_of_an_alert_that_went_round_the_hub_is_kept_until_it_comes() -> None:
    board = AlertBoard()
    assert board.hear("tsunami", "tugu", receipt(1)) is None
    assert board.hear("tsunami", "tugu", receipt(1, 2)) is None
    assert board.hear("other", "tugu", receipt(3)) is None
    assert board.heard_early("tsunami") == {"tugu": receipt(1, 2)}
    assert board.heard_early("tsunami") == {}
    for number in range(MOST_EARLY):
        board.hear(f"x-{number}", "tugu", receipt(1))
    assert board.heard_early("other") == {}
