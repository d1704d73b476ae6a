"""Emergencies on the stage: pages that are ready, proof of what was painted, and an alarm that rings once at a time."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from player.stage import port
from player.stage.alarm_bell import AlarmBell
from player.stage.frame_proofs import FrameProofs, pixels_digest
from player.stage.overlay import ready_alert
from player.stage.pictures import UnusablePicture
from player.stage.prepared import MOST_PREPARED, PreparedOverlays
from player.stage.readying import made_ready
from schedules.display import Canvas
from tests.builders import at
from tests.fakes.clock import PushedClock

SIZE = QSize(101, 67)
LONG = (sys.executable, "-c", "import time; time.sleep(60)")
SHORT = (sys.executable, "-c", "pass")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    image = Image.effect_noise((101, 67), 90).convert("RGB")
    image.save(tmp_path / "page.png")
    return tmp_path / "page.png"


def test_a_page_that_was_prepared_is_not_read_again(page: Path) -> None:
    prepared = PreparedOverlays()
    prepared.prepare(port.OverlayAhead(str(page)), SIZE)
    page.unlink()
    alert = prepared.get(port.Overlay("alert/a/1", str(page)), SIZE)
    assert (alert.overlay.token, alert.image.size()) == ("alert/a/1", SIZE)
    with pytest.raises(UnusablePicture):
        prepared.get(port.Overlay("alert/a/1", str(page), drill=True), SIZE)
    with pytest.raises(UnusablePicture):
        prepared.get(port.Overlay("alert/a/1", str(page)), QSize(64, 64))


def test_only_the_pages_next_to_the_one_on_the_wall_are_held(page: Path) -> None:
    prepared = PreparedOverlays()
    for wide in range(100, 101 + MOST_PREPARED):
        prepared.get(port.Overlay("a", str(page)), QSize(wide, 67))
    page.unlink()
    prepared.get(port.Overlay("a", str(page)), QSize(101, 67))
    with pytest.raises(UnusablePicture):
        prepared.get(port.Overlay("a", str(page)), QSize(100, 67))


def test_a_page_ahead_that_cannot_be_read_is_told_only_when_it_is_asked_for(page: Path) -> None:
    faults: list[port.Fault] = []
    prepared, arrange = PreparedOverlays(), port.Arrange(Canvas(101, 67))
    gone = str(page.with_name("gone.png"))
    assert made_ready(port.OverlayAhead(gone), arrange, faults.append, prepared) is None
    assert made_ready(port.OverlayAhead(), arrange, faults.append) is None
    assert faults == []
    assert made_ready(port.Overlay("a", gone), arrange, faults.append, prepared) is None
    assert [fault.kind for fault in faults] == [port.FaultKind.OVERLAY_BROKEN]


def test_the_digest_is_that_of_the_pages_own_pixels(page: Path) -> None:
    alert = ready_alert(port.Overlay("a", str(page)), QImage(str(page)), SIZE)
    with Image.open(page) as image:
        assert pixels_digest(alert.image) == hashlib.sha256(image.convert("RGB").tobytes()).hexdigest()


def test_each_overlay_is_proved_once_when_it_is_painted(page: Path) -> None:
    told: list[port.OverlayPainted] = []
    proofs = FrameProofs(told.append)
    alert = ready_alert(port.Overlay("alert/a/0", str(page)), QImage(str(page)), SIZE)
    for shown, at_ms in ((None, 1), (alert, 2), (alert, 3), (None, 4), (alert, 5)):
        proofs.refreshed(shown, at_ms)
        until(lambda at_ms=at_ms: len(told) == (0, 0, 1, 1, 1, 2)[at_ms])  # type: ignore[misc]
    assert [(proof.token, proof.at_ms) for proof in told] == [("alert/a/0", 2), ("alert/a/0", 5)]
    assert {proof.frame for proof in told} == {pixels_digest(alert.image)}


@pytest.fixture
def bell() -> Iterator[tuple[AlarmBell, PushedClock]]:
    clock = PushedClock(at("2026-11-22 09:00"))
    bell = AlarmBell(LONG, clock.monotonic)
    yield bell, clock
    bell.silence()


def siren(of: str = "a") -> port.Alarm:
    return port.Alarm(of, port.AlarmSound.SIREN)


def chime(of: str = "a") -> port.Alarm:
    return port.Alarm(of, port.AlarmSound.CHIME)


def test_a_siren_goes_on_while_alerts_take_turns_and_ends_with_them(bell: tuple[AlarmBell, PushedClock]) -> None:
    ringing, _ = bell
    ringing.ring(siren())
    pid = ringing.pid
    assert pid is not None
    for again in (siren(), siren("b"), siren()):
        ringing.ring(again)
        assert ringing.pid == pid
    ringing.ring(port.Alarm(hush=True))
    assert ringing.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_chime_rings_once_for_each_alert(bell: tuple[AlarmBell, PushedClock]) -> None:
    ringing, _ = bell
    ringing.ring(chime())
    first = ringing.pid
    ringing.ring(chime())
    assert ringing.pid == first
    ringing.ring(chime("b"))
    assert ringing.pid not in (None, first)
    ringing.ring(port.Alarm())
    ringing.ring(chime())
    assert ringing.pid is None


def test_a_siren_that_gave_way_to_a_silent_page_comes_back_after_a_minute_only(
    bell: tuple[AlarmBell, PushedClock],
) -> None:
    ringing, clock = bell
    ringing.ring(siren())
    ringing.ring(port.Alarm(hush=True))
    ringing.ring(siren())
    assert ringing.pid is None
    clock.push(timedelta(seconds=60))
    ringing.ring(siren())
    assert ringing.pid is not None


def test_an_alarm_that_cannot_be_started_is_said_and_nothing_else_happens(capfd: pytest.CaptureFixture[str]) -> None:
    bell = AlarmBell(("/no/such/program",))
    bell.ring(siren())
    assert bell.pid is None
    assert "the alarm cannot be sounded" in capfd.readouterr().err


def until(fact: object, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not fact():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.002)
