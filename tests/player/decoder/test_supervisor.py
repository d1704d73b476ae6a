"""Real processes: decoders that are replaced, calibrate themselves, and take more than they may."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from player.decoder.frames import FrameFormat, Word
from player.decoder.kernel_view import is_halted, look_at
from player.decoder.memory_limit import allowed_bytes
from player.decoder.numbering import ANCHOR_S
from player.decoder.supervisor import PROGRAM, DecoderProcess
from player.stage.deck_watch import judge
from player.stage.decks import Deck

SMALL = FrameFormat(320, 192, 21)
Start = Callable[..., DecoderProcess]


def until(fact: Callable[[], object], limit: timedelta = timedelta(seconds=20)) -> None:
    deadline = time.monotonic() + limit.total_seconds()
    while not fact():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.01)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts decoders, each gone at the test's end."""
    started: list[DecoderProcess] = []

    def start_one(*how: str) -> DecoderProcess:
        program = (sys.executable, "-m", "tests.fakes.bad_decoder", *how) if how else PROGRAM
        started.append(DecoderProcess(SMALL, sound=False, program=program))
        return started[-1]

    yield start_one
    for decoder in started:
        decoder.close()


@pytest.mark.wall
def test_a_decoder_with_nothing_to_do_measures_when_libvlc_shows_frames(start: Start) -> None:
    decoder = start()
    until(lambda: decoder.ring[Word.CALIBRATED_US])
    assert decoder.ring[Word.CALIBRATED_US] == pytest.approx(ANCHOR_S * 1e6, abs=8000)
    assert decoder.ring[Word.SEQUENCE] == 0  # nobody sees the clip that this is measured with


@pytest.mark.wall
def test_a_replaced_decoder_leaves_the_frames_that_were_ready(start: Start) -> None:
    decoder = start()
    until(lambda: decoder.up)
    decoder.ring.publish(3, token=7, index=40, at_ns=1)
    os.kill(decoder.pid or 0, signal.SIGKILL)
    until(lambda: decoder.life == 2 and decoder.up)
    assert decoder.ring.newest(7, 40) == (3, 40)
    assert decoder.was_ended


def test_frames_lie_in_memory_without_a_name_so_that_nothing_is_left_behind(start: Start) -> None:
    decoder = start("waits")
    assert str(Path(f"/proc/self/fd/{decoder.ring.fd}").readlink()).startswith("/memfd:")


def loss_of(decoder: DecoderProcess) -> str:
    """What its watch has to say of a decoder at rest."""
    deck, said = Deck(decoder), []

    def has_lost() -> bool:
        if loss := judge(deck, time.monotonic_ns(), awake_since_ns=0):
            said.append(loss.what)
        return bool(said)

    until(lambda: decoder.up)
    until(has_lost)
    return said[0]


def test_a_decoder_that_eats_memory_is_noticed_before_it_has_much(start: Start) -> None:
    decoder = start("eats")
    assert "MB of memory" in loss_of(decoder)
    view = decoder.look()
    assert view is not None
    assert view.own_bytes < 2 * allowed_bytes(SMALL.width_px * SMALL.height_px)


def test_a_decoder_that_is_busy_with_nothing_is_noticed(start: Start) -> None:
    assert "busy with nothing" in loss_of(start("spins"))


def test_a_halted_decoder_is_told_from_a_slow_one(start: Start) -> None:
    decoder = start("waits")
    until(lambda: decoder.up)
    assert not decoder.is_halted
    os.kill(decoder.pid or 0, signal.SIGSTOP)
    until(lambda: decoder.is_halted)
    assert loss_of(decoder) == "was halted from outside"


def test_a_decoder_that_is_halted_before_it_is_up_is_not_waited_for(start: Start) -> None:
    decoder = start()
    until(lambda: decoder.pid)
    os.kill(decoder.pid or 0, signal.SIGSTOP)
    until(lambda: decoder.is_halted)
    assert not decoder.up
    loss = judge(Deck(decoder), time.monotonic_ns(), awake_since_ns=0)
    assert loss is not None
    assert loss.what == "was halted from outside"
    decoder.kill()
    assert not decoder.is_halted
    until(lambda: decoder.life == 2 and decoder.up)


def test_a_decoder_that_dies_at_once_is_not_started_again_and_again(start: Start) -> None:
    decoder = start("dies")
    until(lambda: decoder.life >= 3)
    assert decoder.exit_code == -signal.SIGABRT
    assert not decoder.was_ended
    began, life = time.monotonic(), decoder.life
    until(lambda: decoder.life > life)
    assert time.monotonic() - began > 0.1


def test_a_process_that_is_gone_tells_nothing() -> None:
    assert look_at(1 << 22) is None
    assert not is_halted(1 << 22)


def test_larger_pictures_may_take_more_memory() -> None:
    assert allowed_bytes(640 * 320) < allowed_bytes(1920 * 1080)
    assert allowed_bytes(640 * 320, 1920 * 1080) == allowed_bytes(1920 * 1080)
