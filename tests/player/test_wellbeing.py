"""Stories of a whole agent whose stage keeps dying, and of what the hub is told of how the wall does."""

from __future__ import annotations

import json

import pytest

from player.checkup_file import keep_checkup
from player.growth import LEAST_GROWTH_BYTES, SETTLES_S, Growth
from player.safe_mode import LOSSES
from player.stage import port
from player.starts import FILE_NAME, STARTS
from tests.player.rig import Rig

MB = 1_000_000


@pytest.fixture
def film(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> Rig:
    """A player that shows a film and a picture all day, and starts a lost stage again at once."""
    monkeypatch.setattr("player.stage_keeper.BASE_WAIT_S", 0.01)
    rig.bind()
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("film", 3600.0), rig.medium("a"))))
    rig.start()
    rig.until(lambda: rig.shown == "film", "the film")
    return rig


def crash(rig: Rig, times: int) -> None:
    for _ in range(times):
        stage = rig.stage
        rig.until(lambda: stage.taken > 1, "signs of life")  # noqa: B023
        stage.die()
        rig.until(lambda: rig.stage is not stage, "another stage")  # noqa: B023


def heard(rig: Rig) -> object:
    beats = rig.hub.heard("heartbeat")
    return beats[-1]["stats"]["safe_mode"] if beats else None


def decoders(rig: Rig) -> object:
    arrange = rig.last(port.Arrange)
    return isinstance(arrange, port.Arrange) and arrange.decoders


def test_a_stage_that_keeps_dying_goes_on_without_videos_until_somebody_wishes_them_back(film: Rig) -> None:
    crash(film, LOSSES)
    film.until(lambda: film.shown == "a", "the picture in place of the film")
    film.until(lambda: not decoders(film), "a stage without decoders")
    assert any("safe mode" in fault for fault in film.faults)
    film.until(lambda: heard(film) == "pictures", "the hub to be told", seconds=15)
    film.hub.say({"type": "leave-safe-mode"})
    film.until(lambda: film.shown == "film" and decoders(film), "the film again")
    film.until(lambda: not any("safe mode" in fault for fault in film.faults), "the fault to go")


def test_a_player_that_keeps_dying_begins_without_videos_and_one_that_is_stopped_does_not(film: Rig) -> None:
    film.stop()
    assert json.loads((film.folder / FILE_NAME).read_text())["starts"] == []
    now_s = int(film.clock.now().timestamp())
    (film.folder / FILE_NAME).write_text(json.dumps({"starts": [now_s - 9] * (STARTS - 1), "features": 2}))
    film.start()
    film.until(lambda: film.shown == "a", "the picture in place of the film")
    film.stop()
    film.start()
    film.until(lambda: film.shown == "film", "the film after an orderly stop")


def test_a_check_up_and_the_hours_are_told_at_each_connection(playing: Rig) -> None:
    playing.until(lambda: playing.hub.heard("hours"), "the hours")
    keep_checkup(playing.folder, {"good": True})
    playing.hub.drop_links()
    playing.until(lambda: playing.hub.heard("checkup") == [{"type": "checkup", "checkup": {"good": True}}], "it", 15)


def test_memory_that_keeps_growing_is_noticed_and_what_a_stage_needs_to_begin_is_not() -> None:
    growth = Growth()
    growth.begin(1000.0)
    for second in range(int(SETTLES_S)):
        growth.saw(100 * MB + second * MB // 4, 1000.0 + second)
    growth.saw(249 * MB + LEAST_GROWTH_BYTES, 1000.0 + SETTLES_S)
    assert not growth.is_too_much
    growth.saw(0, 1001.0 + SETTLES_S)
    growth.saw(251 * MB + LEAST_GROWTH_BYTES, 1002.0 + SETTLES_S)
    assert growth.is_too_much
    growth.begin(5000.0)
    assert not growth.is_too_much
