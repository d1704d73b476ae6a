"""Emergencies on the stage: pages that are ready, proof of what was painted, and an alarm that rings once at a time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from player.stage import port, wire
from player.stage.alarm_bell import KILLED_WITHIN_S, AlarmBell
from player.stage.frame_proofs import FrameProofs, pixels_digest
from player.stage.mail import Inbox
from player.stage.overlay import Layers, ready_alert
from player.stage.pictures import UnusablePicture
from player.stage.prepared import MOST_PREPARED, PreparedOverlays
from player.stage.readying import Unreadable, made_ready
from schedules.display import Canvas
from tests.builders import at, png
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


def test_a_page_of_more_pixels_than_the_largest_wall_is_never_decoded(page: Path) -> None:
    page.write_bytes(png(4097, 4096))
    with pytest.raises(UnusablePicture, match="4097x4096"):
        PreparedOverlays().get(port.Overlay("alert/a/1", str(page)), SIZE)


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
    asked = port.Overlay("a", gone)
    assert made_ready(asked, arrange, faults.append, prepared) == Unreadable(asked)
    assert [fault.kind for fault in faults] == [port.FaultKind.OVERLAY_BROKEN]


def test_pages_of_one_message_are_told_from_those_of_another(page: Path) -> None:
    layers = Layers(SIZE)
    assert not layers.shows_message_of(port.Overlay("alert/a/1", str(page)))
    layers.show_alert(ready_alert(port.Overlay("alert/a/0", str(page)), QImage(str(page)), SIZE))
    assert layers.shows_message_of(port.Overlay("alert/a/1", str(page)))
    assert not layers.shows_message_of(port.Overlay("alert/b/0", str(page)))
    assert not layers.shows_message_of(port.Overlay("drill/a/1", str(page)))


def test_a_request_that_fails_does_not_keep_the_next_from_coming() -> None:
    asked, refused, woken = [port.Identify("a"), port.Identify("b")], list[str](), list[bool]()

    def ready(request: port.Request) -> object:
        if request == asked[0]:
            raise MemoryError
        return request

    inbox = Inbox(io.BytesIO(b"".join(wire.encode(request) for request in asked)), refused.append)
    inbox.start(ready, lambda: woken.append(True))
    until(lambda: len(woken) == 3)
    assert inbox.take() == [asked[1], port.Stop(keep_picture=True)]
    assert refused == ["Identify cannot be made ready: MemoryError()"]


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
        until(lambda at_ms=at_ms: len(told) == (0, 0, 1, 1, 1, 2)[at_ms])
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


def test_a_sound_card_that_holds_the_alarm_back_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    bell = AlarmBell(LONG)
    bell.ring(siren())
    assert bell._process is not None
    process, waits = bell._process, list[float | None]()

    def wait(timeout: float | None = None) -> int:
        waits.append(timeout)
        if timeout is not None:
            raise subprocess.TimeoutExpired(LONG, timeout)
        return real(timeout)

    real = process.wait
    monkeypatch.setattr(process, "wait", wait)
    bell.ring(port.Alarm(hush=True))
    assert bell.pid is None
    until(lambda: process.returncode is not None)
    assert waits == [KILLED_WITHIN_S, None]


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
