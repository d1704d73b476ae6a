"""Stories of a whole agent among broken files, full disks, wrong clocks, strange hubs and surprises: it plays on."""

from __future__ import annotations

import hashlib
import resource
import sqlite3
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from content.delivery.chain import examine
from player.identity import DeviceIdentity
from player.stage import port
from tests import builders
from tests.player.rig import Rig


def test_a_damaged_file_is_replaced_and_its_place_taken_meanwhile(playing: Rig) -> None:
    playing.stop()
    sha256 = playing.medium("a").renditions[0].asset.sha256
    file = playing.folder / "assets" / "sha256" / sha256[:2] / sha256
    file.write_bytes(b"x" * file.stat().st_size)
    playing.hub.mischief.fail["/player/assets/"] = [503] * 100
    playing.start()
    playing.until(lambda: playing.shown == "p", "the filler instead of the damaged picture", seconds=20)
    playing.hub.mischief.fail["/player/assets/"] = []
    playing.until(lambda: playing.shown == "a", "the picture again", seconds=40)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == sha256


def test_a_file_cut_short_is_noticed_before_it_is_shown(playing: Rig) -> None:
    playing.stop()
    sha256 = playing.medium("a").renditions[0].asset.sha256
    file = playing.folder / "assets" / "sha256" / sha256[:2] / sha256
    file.write_bytes(b"")
    playing.start()
    playing.until(lambda: playing.shown == "a" and file.stat().st_size > 0, "the picture again", seconds=15)


def test_a_medium_the_stage_cannot_play_is_replaced_by_the_filler(playing: Rig) -> None:
    cue = playing.stage.showing
    assert cue is not None
    playing.stage.report(port.Fault(port.FaultKind.MEDIUM_BROKEN, cue.token, "no frame came"))
    playing.until(lambda: playing.shown == "p", "the filler")
    playing.until(lambda: "medium-broken (a): no frame came" in faults(playing), "the fault in a heartbeat", seconds=15)


def test_a_login_page_on_the_line_is_no_hub(rig: Rig) -> None:
    rig.bind()
    rig.hub.mischief.captive = True
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("a"),)))
    rig.start()
    rig.until(lambda: any("no hub" in fault for fault in rig.faults), "the fault")
    rig.hub.mischief.captive = False
    rig.until(lambda: rig.shown == "a", "the picture", seconds=30)


def test_messages_that_make_no_sense_do_not_end_the_player(playing: Rig) -> None:
    playing.until(lambda: playing.hub.connected, "the link")
    for text in ('{"type": "notice"}', '{"type": "time", "now_ms": -5}', '{"type": 7}', '{"type": "bundle"}'):
        playing.hub.say_text(text)
    playing.until(lambda: playing.hub.links_opened == 2 and playing.hub.connected, "the link again", seconds=15)
    playing.hub.say({"type": "screenshot", "id": "s1", "max_width_px": 10**9})
    playing.until(lambda: playing.hub.heard("screenshot"), "the screenshot")
    playing.hub.say({"type": "identify", "seconds": 5})
    playing.hub.say({"type": "test-pattern", "on": True})
    playing.until(
        lambda: playing.last(port.ShowTestPattern) == port.ShowTestPattern(True, label="Tugu"), "the test pattern"
    )
    assert playing.last(port.Identify) == port.Identify("Tugu", 5)


@pytest.mark.parametrize("hours", [1, -1])
def test_after_the_clock_jumped_the_director_is_asked_again(rig: Rig, hours: int) -> None:
    rig.bind()
    now = datetime.now(UTC).astimezone(ZoneInfo(builders.ZONE))  # noqa: TID251
    then = now + timedelta(hours=hours)
    around = f"{(now - timedelta(minutes=20)):%H:%M}-{(now + timedelta(minutes=20)):%H:%M}"
    around_then = f"{(then - timedelta(minutes=20)):%H:%M}-{(then + timedelta(minutes=20)):%H:%M}"
    slots = (
        rig.slot("kini", "a", hours=builders.hours(around)),
        rig.slot("nanti", "b", hours=builders.hours(around_then)),
    )
    rig.hub.publish(rig.programme(*slots, media=(rig.medium("a"), rig.medium("b"))))
    rig.start()
    rig.until(lambda: rig.shown == "a", "what belongs to this hour")
    rig.clock.shift = timedelta(hours=hours)
    rig.until(lambda: rig.shown == "b", "what belongs to the other hour", seconds=2)


def test_a_clock_that_falls_back_to_1970_is_not_believed(playing: Rig) -> None:
    playing.clock.set(datetime(1970, 1, 1, 8, tzinfo=UTC))
    playing.until(lambda: offset_ms(playing) > 50 * 365 * 86_400_000, "correcting the stage's clock")
    playing.until(lambda: playing.shown == "a", "the same picture")


def test_a_start_in_1970_shows_what_goes_any_time_until_the_hub_tells_the_time(playing: Rig) -> None:
    playing.stop()
    playing.hub.stop()
    playing.clock.set(datetime(1970, 1, 1, 8, tzinfo=UTC))
    playing.start()
    playing.until(lambda: playing.shown == "p", "the filler", seconds=3)
    playing.hub.start()
    playing.until(lambda: playing.shown == "a", "the programme again", seconds=20)


def test_a_full_disk_is_said_and_what_plays_plays_on(playing: Rig) -> None:
    """No file may grow beyond 2 MiB, so that the kernel itself refuses the rest of the next picture."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    medium = playing.medium("b", size=3 << 20)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, hard))
    try:
        playing.hub.publish(playing.programme(playing.slot(), media=(medium,), revision=2))
        playing.until(lambda: any("goes on with what is here" in fault for fault in playing.faults), "the fault")
        assert playing.shown == "a"
        playing.until(lambda: playing.hub.heard("receipt")[-1]["missing_assets"] == 1, "the receipt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert playing.agent is not None
    playing.agent.cache.forgive()
    playing.hub.drop_links()
    playing.until(lambda: playing.shown == "b", "the next picture, once there is room", seconds=20)


def test_after_a_start_on_a_full_disk_it_plays_on_and_takes_what_it_missed_once_there_is_room(
    playing: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("player.conductor.FETCH_AGAIN_S", 0.5)
    playing.stop()
    playing.hub.publish(playing.programme(playing.slot(), media=(playing.medium("b"),), revision=2))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 12, hard))
    try:
        playing.start(log_level="error")
        playing.until(lambda: playing.shown == "a", "the picture it has")
        playing.until(lambda: any("make room" in fault for fault in playing.faults), "the fault")
        playing.until(lambda: any("goes on with what is here" in fault for fault in playing.faults), "the other fault")
        assert playing.shown == "a"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    playing.until(lambda: playing.shown == "b", "the newer programme, without another word of the hub", seconds=20)


def test_a_damaged_key_does_not_end_what_plays(playing: Rig) -> None:
    playing.stop()
    (playing.folder / "device.key").write_bytes(b"short")
    playing.start()
    playing.until(lambda: any("plays on alone" in fault for fault in playing.faults), "the fault")
    playing.until(lambda: playing.shown == "a", "the picture")


def test_a_damaged_rundown_is_fetched_again(playing: Rig) -> None:
    playing.stop()
    for name in ("rundown.db", "journal.db"):
        (playing.folder / name).write_bytes(b"not a database" * 1000)
        (playing.folder / f"{name}-wal").unlink(missing_ok=True)
    playing.start()
    playing.until(lambda: playing.shown == "a", "the picture again", seconds=15)
    assert (playing.folder / "rundown.db.damaged").exists()
    assert (playing.folder / "journal.db.damaged").exists()


def test_records_a_hub_refuses_do_not_hold_up_the_others(rig: Rig) -> None:
    rig.bind()
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("a", seconds=0.5), rig.medium("b", seconds=0.5))))
    rig.hub.mischief.fail["/player/records"] = [500, 422]
    rig.start()
    rig.until(lambda: len(rig.hub.records) > 3, "records", seconds=30)
    rig.stop()
    database = sqlite3.connect(rig.folder / "journal.db")
    ids = [row[0] for row in database.execute("SELECT id FROM entry WHERE state = 1 AND id IS NOT NULL")]
    database.close()
    assert set(ids) == set(rig.hub.records)
    key = DeviceIdentity.load_or_make(rig.folder).public_key
    (journal,) = {batch.journal for batch in rig.hub.batches}
    proven = examine(journal, rig.hub.batches, key)
    assert (proven.findings, proven.plays, proven.first) == ([], len(ids), 1)


def test_a_surprise_in_the_agent_does_not_end_it(playing: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    assert playing.agent is not None
    tick, surprises = playing.agent.conductor.tick, [ValueError("boo")]

    def surprising() -> float:
        if surprises:
            raise surprises.pop()
        return tick()

    monkeypatch.setattr(playing.agent.conductor, "tick", surprising)
    playing.until(lambda: any("boo" in fault for fault in playing.faults), "the fault")
    playing.hub.publish(playing.programme(playing.slot(), media=(playing.medium("b"),), revision=2))
    playing.until(lambda: playing.shown == "b", "the next programme")


def offset_ms(rig: Rig) -> int:
    found = rig.last(port.ClockOffset)
    return found.offset_ms if isinstance(found, port.ClockOffset) else 0


def faults(rig: Rig) -> str:
    beats = rig.hub.heard("heartbeat")
    return " | ".join(beats[-1]["faults"]) if beats else ""
