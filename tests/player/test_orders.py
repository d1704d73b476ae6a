"""What people order a wall to do: holds that outlive a restart, patterns that end by themselves, restarts in bounds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from player.covering import cover_word, covering_at, is_cover, may_show
from player.events import HoldAsked, PatternAsked, RestartAsked
from player.hold import Hold, HoldBook, HoldKind
from player.order_messages import read_order
from player.restarts import MOST, WITHIN_S, RestartBook
from player.stage import port
from schedules.alert import AlertLevel
from schedules.brightness import Brightness, BrightnessSpan
from schedules.display import Canvas
from schedules.opening import OpeningHours
from tests import builders
from tests.player.rig import Rig

LATER_MS = 4_000_000_000_000
DARK, CARD = port.CoverKind.DARK, port.CoverKind.CARD


def hold(kind: HoldKind = HoldKind.BLACKOUT, id: str = "a1", until_ms: int = LATER_MS) -> Hold:
    return Hold(id, kind, until_ms)


def test_a_hold_is_kept_and_what_cannot_be_read_is_none(tmp_path: Path) -> None:
    book = HoldBook(tmp_path)
    assert book.hold is None
    book.keep(hold())
    assert HoldBook(tmp_path).hold == hold()
    book.keep(None)
    assert HoldBook(tmp_path).hold is None
    for spoilt in ("", "[]", '{"id": "../x", "kind": "blackout", "until_ms": 1}', '{"id": "a", "kind": "picture"}'):
        (tmp_path / "hold.json").write_text(spoilt)
        assert HoldBook(tmp_path).hold is None


def test_a_few_restarts_an_hour_are_granted_and_it_is_said_when_the_next_one_is(tmp_path: Path) -> None:
    book = RestartBook(tmp_path)
    for at in (1000, 1010, 1020):
        assert book.wait_s(at) == 0
        book.note(at)
    again = RestartBook(tmp_path)
    assert again.wait_s(1030) == 1000 + WITHIN_S - 1030
    assert again.wait_s(1000 + WITHIN_S) == 0
    again.note(1000 + WITHIN_S)
    assert again.wait_s(1001 + WITHIN_S) > 0
    assert len(json.loads((tmp_path / "restarts.json").read_text())) == MOST
    (tmp_path / "restarts.json").write_text("{}")
    assert RestartBook(tmp_path).wait_s(2000) == 0


@pytest.mark.parametrize(
    ("plain", "order"),
    [
        ({"type": "hold", "id": "a1", "kind": "blackout", "until_ms": LATER_MS}, HoldAsked(hold())),
        ({"type": "hold", "kind": ""}, HoldAsked(None)),
        ({"type": "hold", "id": "a/1", "kind": "blackout", "until_ms": LATER_MS}, None),
        ({"type": "hold", "id": "a1", "kind": "/etc/passwd", "until_ms": LATER_MS}, None),
        ({"type": "hold", "id": "a1", "kind": "blackout", "until_ms": 1 << 60}, None),
        ({"type": "hold", "id": "a1", "kind": "blackout"}, None),
        ({"type": "test-pattern", "on": True}, PatternAsked(port.ShowTestPattern(True))),
        ({"type": "test-pattern", "on": False}, PatternAsked(port.ShowTestPattern(False))),
        (
            {"type": "test-pattern", "on": True, "kind": "modules", "seconds": 99999, "module_px": [32, 16]},
            PatternAsked(port.ShowTestPattern(True, port.PatternKind.MODULES, "", 32, 16), 3600),
        ),
        (
            {"type": "test-pattern", "on": True, "canvas": {"width_px": 320, "height_px": 192, "x_px": 8, "mask": 7}},
            PatternAsked(port.ShowTestPattern(True), 300, Canvas(320, 192, 8)),
        ),
        ({"type": "test-pattern", "on": True, "kind": "picture"}, None),
        ({"type": "test-pattern", "on": True, "seconds": "long"}, None),
        ({"type": "test-pattern", "on": True, "module_px": [0, 16]}, None),
        ({"type": "test-pattern", "on": True, "module_px": 16}, None),
        ({"type": "test-pattern", "on": True, "canvas": []}, None),
        ({"type": "test-pattern", "on": True, "canvas": {"width_px": 1, "height_px": 1}}, None),
        ({"type": "restart", "id": "r1"}, RestartAsked("r1")),
        ({"type": "restart", "id": ""}, None),
        ({"type": "format-disk"}, None),
    ],
)
def test_orders_are_read_with_bounds(plain: dict[str, Any], order: object) -> None:
    assert read_order(plain) == order


NIGHT, NOON = builders.at("2026-11-22 23:30"), builders.at("2026-11-22 12:00")
WALL = builders.wall(
    office="Kominfo",
    opening=OpeningHours((builders.hours("06:00-23:00"),)),
    brightness=Brightness((BrightnessSpan(builders.hours("18:00-05:00"), 40),)),
)


def covered(now: datetime, held: Hold | None = None, *, trusted: bool = True, **changes: Any) -> port.Cover:
    wall = replace(WALL, **changes)
    return covering_at(wall, held, now, trusted=trusted, emergency=None, name="").cover


def percent(now: datetime, level: AlertLevel | None = None, **changes: Any) -> int:
    emergency = builders.alert(level=level) if level else None
    wall = replace(WALL, **changes)
    return covering_at(wall, None, now, trusted=True, emergency=emergency, name="").brightness.percent


def test_a_closed_wall_is_dark_unless_nobody_knows_the_time() -> None:
    assert covered(NIGHT) == port.Cover(DARK, "closed")
    assert covered(NOON) == port.Cover()
    assert covered(NIGHT, trusted=False) == port.Cover()
    assert covered(NIGHT, hold()) == covered(NOON, hold()) == port.Cover(DARK, "hold/blackout/a1")


def test_a_safe_card_says_whose_wall_it_is() -> None:
    card = hold(HoldKind.SAFE_CARD)
    assert covered(NOON, card) == port.Cover(CARD, card.token, "Kominfo", "Tugu")
    assert covered(NOON, card, office="") == port.Cover(CARD, card.token, "Tugu")
    nobody = covering_at(None, card, NOON, trusted=True, emergency=None, name="tugu")
    assert nobody.cover == port.Cover(CARD, card.token, "tugu")
    assert (cover_word(card.token), cover_word("closed")) == ("safe-card", "closed")
    assert is_cover(card.token)
    assert not is_cover("loop/pagi/a/1")


def test_brightness_follows_the_hour_and_awas_overrides_it_by_rule() -> None:
    assert (percent(NOON), percent(NIGHT)) == (100, 40)
    assert percent(NIGHT, AlertLevel.AWAS) == 100
    assert percent(NIGHT, AlertLevel.SIAGA) == 40
    dimmed = replace(WALL.brightness, awas_full=False) if WALL.brightness else None
    assert percent(NIGHT, AlertLevel.AWAS, brightness=dimmed) == 40


def test_only_the_real_thing_of_the_highest_level_comes_above_a_hold() -> None:
    awas, siaga = builders.alert(), builders.alert(level=AlertLevel.SIAGA)
    assert may_show(siaga, None)
    assert may_show(awas, hold())
    assert not may_show(siaga, hold())
    assert not may_show(replace(awas, drill=True), hold())


def test_a_held_wall_says_so_is_silent_outlives_a_restart_and_goes_on_when_it_is_let_go(playing: Rig) -> None:
    until_ms = round((playing.clock.now() + timedelta(hours=1)).timestamp() * 1000)
    playing.hub.say({"type": "hold", "id": "h1", "kind": "blackout", "until_ms": until_ms})
    playing.until(lambda: last_hold(playing).get("shown_ms"), "the word that it is dark")
    assert playing.last(port.Cover) == port.Cover(DARK, "hold/blackout/h1")
    playing.until(lambda: playing.last(port.Loudness) == port.Loudness(0), "silence")
    assert playing.hub.heard("heartbeat")[-1]["showing"]["kind"] == "blackout"
    assert playing.shown == "a", "the programme runs on beneath"
    playing.hub.say({"type": "test-pattern", "on": True})
    playing.stop()
    playing.start()
    playing.until(lambda: playing.last(port.Cover) == port.Cover(DARK, "hold/blackout/h1"), "the dark again")
    assert playing.last(port.ShowTestPattern) in (None, port.ShowTestPattern(False))
    playing.until(lambda: playing.hub.connected, "the link")
    playing.hub.say({"type": "hold", "kind": ""})
    playing.until(lambda: playing.last(port.Cover) == port.Cover(), "the picture")
    playing.until(lambda: playing.hub.heard("heartbeat")[-1]["hold"] is None, "the word that it is over")
    playing.until(
        lambda: any(record["showing"] == "hold" for record in playing.hub.records.values()), "the record of it"
    )
    record = next(record for record in playing.hub.records.values() if record["showing"] == "hold")
    assert record["medium_id"] == "blackout"


def test_a_hold_ends_by_itself_and_a_pattern_does_too(playing: Rig) -> None:
    until_ms = round((playing.clock.now() + timedelta(minutes=5)).timestamp() * 1000)
    playing.until(lambda: playing.hub.connected, "the link")
    canvas = {"width_px": 320, "height_px": 192, "x_px": 8, "y_px": 4, "rotation_degrees": 90}
    playing.hub.say({"type": "test-pattern", "on": True, "kind": "grid", "seconds": 10, "canvas": canvas})
    grid = port.ShowTestPattern(True, port.PatternKind.GRID, "Tugu")
    playing.until(lambda: playing.last(port.ShowTestPattern) == grid, "the grid")
    arranged = playing.last(port.Arrange)
    assert isinstance(arranged, port.Arrange)
    assert arranged.canvas == Canvas(320, 192, 8, 4, 90)
    playing.hub.say({"type": "hold", "id": "h2", "kind": "safe-card", "until_ms": until_ms})
    playing.until(lambda: playing.last(port.ShowTestPattern) == port.ShowTestPattern(False), "the end of the grid")
    playing.until(lambda: playing.last(port.Cover) == port.Cover(CARD, "hold/safe-card/h2", "Tugu"), "the card")
    back = playing.last(port.Arrange)
    assert isinstance(back, port.Arrange)
    assert (back.canvas.width_px, back.canvas.x_px) == (640, 0)
    playing.clock.shift = timedelta(minutes=6)
    playing.until(lambda: playing.last(port.Cover) == port.Cover(), "the end of the hold")


def test_a_player_starts_anew_when_it_is_told_to_and_not_too_often(playing: Rig) -> None:
    playing.until(lambda: playing.hub.connected, "the link")
    playing.hub.say({"type": "restart", "id": "r1"})
    playing.until(lambda: playing.agent is not None and playing.agent.restarts, "the end of the player")
    assert playing.hub.heard("answer")[-1] == {"type": "answer", "id": "r1", "accepted": True, "detail": ""}
    playing.until(lambda: playing.stage.kept_picture, "its picture to stay")
    first = playing.agent
    playing.stop()
    assert first is not None
    assert not first.restarts, "whoever ends it meanwhile ends it for good"
    now_s = int(playing.clock.now().timestamp())
    (playing.folder / "restarts.json").write_text(json.dumps([now_s] * MOST))
    agent = playing.start()
    playing.until(lambda: playing.hub.connected, "the link again")
    playing.hub.say({"type": "restart", "id": "r2"})
    playing.until(lambda: playing.hub.heard("answer")[-1]["id"] == "r2", "the answer")
    refused = playing.hub.heard("answer")[-1]
    assert not refused["accepted"]
    assert "was restarted 3 times within an hour; try again in 60 min" in refused["detail"]
    assert not agent.restarts


def held_records(rig: Rig) -> list[dict[str, Any]]:
    return [record for record in rig.hub.records.values() if record["showing"] == "hold"]


def last_hold(rig: Rig) -> dict[str, Any]:
    beats = rig.hub.heard("heartbeat")
    return (beats[-1].get("hold") or {}) if beats else {}
