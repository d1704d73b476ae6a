"""What walls tell of their hours and check-ups is kept, bounded, shown, and turned into warnings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from displayctl.api.errors import NotFound
from displayctl.api.wall_health import Checkup, HourFigures, PlayableFormat, WallHealth
from displayctl.hub.heartbeats import READ_MESSAGE
from displayctl.hub.wall_health import warnings_for, warnings_of
from schedules.display import Canvas
from schedules.region import Region
from tests.builders import picture, playlist, programme, wall
from tests.displayctl.hub.ground import add_wall, eventually
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say

HOUR_MS = 3_600_000


def this_hour_ms() -> int:
    now = datetime.now(UTC)  # noqa: TID251
    return int(now.timestamp()) * 1000 // HOUR_MS * HOUR_MS


def checkup(headroom: float = 3.0, good: bool = True, day: int = 1, codec: str = "h264") -> Checkup:
    found = PlayableFormat(codec=codec, width_px=1280, height_px=720, frame_rate=30, headroom=headroom, plays=True)
    return Checkup(measured_at=datetime(2026, 11, day, tzinfo=UTC), seconds=30, good=good, formats=(found,))


def test_a_wall_tells_of_its_hours_and_its_check_up_and_a_desk_reads_them(hub: RunningHub) -> None:
    display = add_wall(hub.client, "sehat")
    with SimulatedPlayer(hub.url) as player:
        player.enrol(hub.client, display.id)
        with player.link() as link:
            first, second = this_hour_ms() - 2 * HOUR_MS, this_hour_ms() - HOUR_MS
            hours: list[dict[str, Any]] = [
                {"starts_ms": first, "items": 1800, "seams": 1799, "seam_median_ms": 0.4, "seam_max_ms": 9.1},
                {"starts_ms": second, "items": 1700},
                {"starts_ms": 5 * HOUR_MS},
            ]
            say(link, type="hours", hours=hours)
            say(link, type="hours", hours=hours)
            say(link, type="checkup", checkup=checkup(0.5).model_dump(mode="json"))
            health = eventually(lambda: found if (found := hub.client.wall_health("sehat")).checkup else None)
            assert [hour.starts_ms for hour in health.hours] == [second, first]
            assert health.hours[1].seam_max_ms == 9.1
            assert health.checkup == checkup(0.5)
            hub.client.leave_safe_mode("sehat")
            assert said(link, "leave-safe-mode") == {"type": "leave-safe-mode"}
            assert hub.client.accounts.audit(action="wall.leave-safe-mode").entries[0].id == "sehat"
    with pytest.raises(NotFound):
        hub.client.wall_health("tiada")


def test_a_desk_reads_a_wall_day_by_day_with_what_its_machine_said(hub: RunningHub) -> None:
    display = add_wall(hub.client, "harian")
    with SimulatedPlayer(hub.url, "BCDF-HHHH") as player:
        player.enrol(hub.client, display.id)
        with player.link() as link:
            stats = {"memory_bytes": 700_000_000, "temperature_c": 61.0}
            say(link, type="heartbeat", sent_ms=this_hour_ms(), free_bytes=5_000_000, stats=stats)
            said(link, "time")
            hours = [{"starts_ms": this_hour_ms() - HOUR_MS, "dropped": 1}, {"starts_ms": this_hour_ms(), "dropped": 2}]
            say(link, type="hours", hours=hours)
            days = eventually(lambda: hub.client.wall_history("harian", 7).days)
    assert sum(day.dropped for day in days) == 3
    assert (days[-1].memory_bytes_max, days[-1].free_bytes_min, days[-1].temperature_c_max) == (
        700_000_000,
        5_000_000,
        61.0,
    )
    with pytest.raises(NotFound):
        hub.client.wall_history("tiada")


def test_an_older_check_up_does_not_take_the_place_of_a_newer_one(hub: RunningHub) -> None:
    add_wall(hub.client, "lama")
    hub.services.wall_health.take_checkup("lama", checkup(day=9))
    hub.services.wall_health.take_checkup("lama", checkup(day=2))
    assert hub.client.wall_health("lama").checkup == checkup(day=9)


def test_old_hours_are_let_go(hub: RunningHub) -> None:
    add_wall(hub.client, "arsip")
    health = hub.services.wall_health
    health.take_hours("arsip", (HourFigures(starts_ms=this_hour_ms(), items=1),))
    assert health.forget_before(datetime(2100, 1, 1, tzinfo=UTC)) >= 1
    assert hub.client.wall_health("arsip") == WallHealth(display_id="arsip")


@pytest.mark.parametrize(
    "message",
    [
        {"type": "hours", "hours": [{"starts_ms": -1}]},
        {"type": "hours", "hours": [{"starts_ms": 1, "seam_max_ms": float("inf")}]},
        {"type": "hours", "hours": [{"starts_ms": 1}] * 65},
        {"type": "checkup", "checkup": {"measured_at": "2026-11-22T08:00:00", "seconds": 1, "good": True}},
        {"type": "checkup", "checkup": {**checkup().model_dump(mode="json"), "words": ["x"] * 97}},
    ],
)
def test_what_is_out_of_bounds_is_not_read(message: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        READ_MESSAGE.validate_python(message)


def test_a_wall_that_is_asked_too_much_is_warned_of() -> None:
    hd = wall("alun", canvas=Canvas(1920, 1080), frame_rate=60)
    assert list(warnings_of(wall("tugu", canvas=Canvas(640, 320)), checkup())) == []
    (warning,) = warnings_of(hd, checkup(headroom=4.0))
    assert "1920x1080@60" in warning
    assert "0.9 times" in warning
    (unfit,) = warnings_of(wall("tugu"), checkup(good=False))
    assert "not fit" in unfit


def test_regions_that_play_videos_count_together() -> None:
    sides = tuple(Region(f"sisi-{number}", 320 * number, 0, 320, 320) for number in range(2))
    alone, with_sides = Canvas(640, 320), Canvas(640, 320, regions=sides)
    measured = checkup(headroom=0.4)  # 1280x720 at 0.4 is 640x320 at 1.8, and twice that at 0.9
    assert list(warnings_of(wall("tugu", canvas=alone), measured)) == []
    (warning,) = warnings_of(wall("tugu", canvas=with_sides), measured)
    assert "0.9 times" in warning


def test_what_was_not_measured_gives_no_warning() -> None:
    assert list(warnings_of(wall("tugu"), checkup(headroom=0.1, codec="av1"))) == []


def test_a_desk_that_is_about_to_sign_is_warned_where_videos_are_asked_of_such_a_wall(hub: RunningHub) -> None:
    add_wall(hub.client, "tugu")
    hub.services.wall_health.take_checkup("tugu", checkup(headroom=0.1))
    with hub.services.storage.reading() as work:
        (warning,) = warnings_for(work, programme())
        assert "Tugu" in warning
        assert warnings_for(work, programme(media=(picture("p"),), playlists=(playlist("p", "p"),))) == ()
        assert warnings_for(work, programme(displays=(wall("lain"),), slots=())) == ()
