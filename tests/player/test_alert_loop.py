"""Which page of which alert the stage is asked for, what it prepares, and what is heard at which hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from player.alert_loop import AlertLoop, Raised
from player.events import LiveAlert
from player.stage import port
from schedules.alert import AlertLevel, AlertPicture, AlertSound
from schedules.proof import ShowingKind
from tests.builders import alert, at

NINE = at("2026-11-22 09:00")
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def live(name: str = "banjir", pages: int = 1, *, confirmed: bool = True, **changes: Any) -> LiveAlert:
    """An alert whose pages are the files ``name-0.png`` and so on, with one neutral page."""
    usual = [AlertPicture("640x384@30", "a" * 64, page) for page in range(pages)]
    pictures = (*usual, AlertPicture("640x384@30", "b" * 64, neutral=True))
    files = tuple(f"/{name}-{page}.png" for page in range(pages))
    return LiveAlert(alert(name, pictures=pictures, **changes), files, (f"/{name}-n.png",), confirmed)


def raised(*alerts: LiveAlert, after: timedelta = timedelta(0), quiet: bool = False, volume: int = 80) -> Raised:
    loop = AlertLoop("tugu")
    loop.alerts = alerts
    return loop.raised_at(NINE + after, is_quiet=lambda: quiet, volume=volume, revision=7)


def asked(found: Raised) -> tuple[port.Overlay, port.OverlayAhead, port.Alarm]:
    overlay, ahead, alarm = found.requests
    assert isinstance(overlay, port.Overlay)
    assert isinstance(ahead, port.OverlayAhead)
    assert isinstance(alarm, port.Alarm)
    return overlay, ahead, alarm


def test_pages_follow_one_another_and_the_next_is_made_ready() -> None:
    overlay, ahead, _ = asked(raised(live(pages=3), after=12 * SECOND))
    assert (overlay.token, overlay.path) == ("alert/banjir/1", "/banjir-1.png")
    assert ahead == port.OverlayAhead("/banjir-2.png", port.OverlayMode.TAKEOVER)
    assert raised(live(pages=3), after=12 * SECOND).until == NINE + 20 * SECOND


def test_the_next_alert_is_made_ready_before_it_begins_and_nothing_where_none_comes() -> None:
    banner = live("hujan", level=AlertLevel.SIAGA, expires=NINE + MINUTE)
    tsunami = live("tsunami", effective=NINE + 30 * SECOND)
    overlay, ahead, _ = asked(raised(banner, tsunami))
    assert (overlay.path, overlay.mode) == ("/hujan-0.png", port.OverlayMode.BANNER)
    assert ahead == port.OverlayAhead("/tsunami-0.png", port.OverlayMode.TAKEOVER)
    assert asked(raised(banner))[1] == port.OverlayAhead()
    assert asked(raised()) == (port.Overlay(), port.OverlayAhead(), port.Alarm())


def test_what_is_on_the_wall_is_told_with_the_alert_and_its_picture() -> None:
    facts = raised(live()).facts
    assert facts is not None
    assert (facts.kind, facts.medium_id, facts.sha256, facts.revision) == (ShowingKind.ALERT, "banjir", "banjir-0", 7)


def test_an_order_to_move_that_nobody_confirmed_becomes_neutral_and_goes() -> None:
    alone = live(confirmed=False, evacuation=True, expires=at("2026-11-22 15:00"))
    assert asked(raised(alone, after=14 * MINUTE))[0].path == "/banjir-0.png"
    overlay, *_ = asked(raised(alone, after=15 * MINUTE))
    assert (overlay.token, overlay.path) == ("alert/banjir/0n", "/banjir-n.png")
    assert asked(raised(alone, after=119 * MINUTE))[0].path == "/banjir-n.png"
    assert asked(raised(alone, after=120 * MINUTE))[0] == port.Overlay()
    assert asked(raised(replace(alone, confirmed=True), after=120 * MINUTE))[0].path == "/banjir-0.png"


def test_an_alert_without_a_picture_takes_nobodys_turn() -> None:
    blind = LiveAlert(alert("tsunami"))
    assert asked(raised(blind, live("hujan", level=AlertLevel.WASPADA)))[0].path == "/hujan-0.png"


def test_a_drill_that_borrows_the_name_of_an_alert_changes_nothing_of_it() -> None:
    real = live(expires=at("2026-11-22 15:00"))
    drill = live(drill=True, confirmed=False, pages=2)
    for given in ((real, drill), (drill, real)):
        overlay, *_ = asked(raised(*given, after=150 * MINUTE))
        assert (overlay.token, overlay.drill) == ("alert/banjir/0", False)


def test_an_alert_issued_to_begin_at_once_does_though_its_desks_clock_is_ahead() -> None:
    ahead = NINE + 3 * MINUTE
    at_once = replace(live(issued_at=ahead, effective=ahead), began=NINE)
    assert asked(raised(at_once))[0].path == "/banjir-0.png"
    later = replace(live(issued_at=ahead - SECOND, effective=ahead), began=NINE)
    assert asked(raised(later))[0] == port.Overlay()


def test_with_a_clock_days_behind_an_alert_stands_for_its_own_life_and_no_longer() -> None:
    days = timedelta(days=3)
    far = replace(live(issued_at=NINE + days, effective=NINE + days, expires=NINE + days + 20 * MINUTE), began=NINE)
    assert asked(raised(far, after=19 * MINUTE))[0].path == "/banjir-0.png"
    assert raised(far, after=19 * MINUTE).until == NINE + 20 * MINUTE
    assert asked(raised(far, after=20 * MINUTE))[0] == port.Overlay()
    assert asked(raised(far, after=days + MINUTE))[0] == port.Overlay(), "nor once more when its start comes"
    moved = replace(far, began=NINE + days)
    assert asked(raised(moved, after=days + MINUTE))[0].path == "/banjir-0.png", "the clock was put right"


@pytest.mark.parametrize("sound", [AlertSound.CHIME, AlertSound.SIREN])
def test_a_takeover_is_heard_at_any_hour_and_nothing_beside_it(sound: AlertSound) -> None:
    for quiet in (False, True):
        alarm = asked(raised(live(sound=sound), quiet=quiet))[2]
        assert (alarm.sound.value, alarm.percent, alarm.hush) == (sound.value, 80, True)


def test_quiet_hours_and_a_wall_without_sound_silence_banners() -> None:
    banner = live(level=AlertLevel.SIAGA, sound=AlertSound.CHIME)
    assert asked(raised(banner))[2].sound is port.AlarmSound.CHIME
    assert asked(raised(banner))[2].hush is False
    assert asked(raised(banner, quiet=True))[2] == port.Alarm()
    assert asked(raised(live(sound=AlertSound.SIREN), volume=0))[2] == port.Alarm(hush=True)


def test_pages_of_one_alert_sound_once_and_an_alert_raised_anew_sounds_again() -> None:
    two = live(pages=2, sound=AlertSound.CHIME)
    tokens = {asked(raised(two, after=after * SECOND))[2].token for after in (0, 10, 20)}
    assert len(tokens) == 1
    anew = live(pages=2, sound=AlertSound.CHIME, issued_at=NINE)
    assert asked(raised(anew))[2].token not in tokens
