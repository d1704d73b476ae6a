"""The ring of frames in shared memory, and the orders beside it."""

from __future__ import annotations

import mmap
import os
import resource

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.decoder import orders
from player.decoder.frames import FrameFormat, Ring, Word, slots_for
from player.decoder.shape import Shape, fit

SMALL = FrameFormat(30, 20, 8)


def test_the_newest_frame_that_is_not_ahead_is_found() -> None:
    ring = Ring.make(SMALL)
    for slot, index in enumerate((4, 5, 6, 7)):
        ring.publish(slot, token=1, index=index, at_ns=0)
    assert ring.newest(1, wanted=6) == (2, 6)
    assert ring.newest(1, wanted=100) == (3, 7)
    assert ring.newest(1, wanted=3) is None
    assert ring.newest(2, wanted=6) is None
    ring.close()


def test_a_slot_being_written_is_not_offered() -> None:
    ring = Ring.make(SMALL)
    ring.publish(0, 1, 0, 0)
    ring.publish(1, 1, 1, 0)
    ring.withdraw(1)
    assert ring.newest(1, 1) == (0, 0)
    ring.close()


def test_frames_are_compared_by_what_is_seen_of_them() -> None:
    ring = Ring.make(SMALL)
    for slot in (0, 1):
        ring.blacken(slot)
    pixels = ring.pixels(1)
    assert ring.is_same(0, 1)
    pixels[-1] = 1
    assert not ring.is_same(0, 1)
    pixels.release()
    ring.close()


def test_both_ends_see_the_same_pixels() -> None:
    writer = Ring.make(SMALL)
    reader = Ring(os.dup(writer.fd), SMALL)
    writer.pixels(3)[:4] = b"\x01\x02\x03\x04"
    writer.publish(3, 9, 0, 0)
    reader.show(3)
    assert bytes(reader.pixels(3)[:4]) == b"\x01\x02\x03\x04"
    assert writer.is_shown(3)
    writer.blacken(3)
    assert bytes(reader.pixels(3)[:4]) == bytes(4)
    reader.show(None)
    assert not writer.is_shown(3)
    writer.close()
    reader.close()


def test_a_reset_keeps_what_is_on_show() -> None:
    ring = Ring.make(SMALL)
    ring.show(5)
    ring[Word.BOOTED] = 1
    ring.reset()
    assert ring.is_shown(5)
    assert ring[Word.BOOTED] == 0
    ring.close()


@given(st.integers(1, 4000), st.integers(1, 3000), st.integers(4, 96))
def test_frames_are_aligned_and_do_not_overlap(width: int, height: int, slots: int) -> None:
    frames = FrameFormat(width, height, slots)
    assert frames.pitch_bytes % 64 == 0
    assert frames.pitch_bytes >= width * 4
    assert frames.frame_bytes % 4096 == 0
    assert frames.frame_bytes >= frames.pitch_bytes * height


@pytest.mark.skipif(not hasattr(mmap, "MADV_REMOVE"), reason="this system gives no memory back")
def test_memory_of_frames_that_are_not_kept_is_given_back() -> None:
    ring = Ring.make(FrameFormat(640, 320, 8))
    for slot in range(8):
        ring.pixels(slot)[:] = b"\x55" * len(ring.pixels(slot))
        ring.publish(slot, token=1 + slot // 2, index=slot, at_ns=0)
    ring.show(0)
    before = os.fstat(ring.fd).st_blocks
    assert not ring.release(keep=(2, 4), most=2)
    assert [ring.pixels(slot)[5] for slot in range(8)] == [0x55, 0, 0x55, 0x55, 0, 0x55, 0x55, 0x55]
    assert ring.release(keep=(2, 4), most=2)
    assert os.fstat(ring.fd).st_blocks < 0.7 * before
    assert [ring.pixels(slot)[5] for slot in range(8)] == [0x55, 0, 0x55, 0x55, 0, 0, 0x55, 0x55]
    assert ring.newest(3, 100) is None
    assert ring.newest(4, 100) == (7, 7)
    ring.close()


def test_a_ring_holds_what_is_decoded_ahead() -> None:
    assert slots_for(30, 0.4) >= 0.5 * 30 + 3
    assert slots_for(60, 0.4) >= 0.5 * 60 + 3


@pytest.mark.parametrize(
    ("source", "canvas", "inset"),
    [
        ((640, 384), (640, 384), (0, 0, 640, 384)),
        ((1280, 736), (1280, 720), (0, 0, 1280, 720)),
        ((1920, 1088), (1920, 1080), (0, 0, 1920, 1080)),
        ((416, 304), (400, 300), (0, 0, 400, 300)),
        ((1280, 768), (640, 384), (0, 0, 640, 384)),
        ((384, 640), (640, 384), (208, 0, 224, 384)),
        ((1920, 480), (640, 384), (0, 112, 640, 160)),
    ],
)
def test_a_file_of_another_shape_is_fitted_and_one_that_is_merely_padded_is_not(
    source: tuple[int, int], canvas: tuple[int, int], inset: tuple[int, int, int, int]
) -> None:
    assert fit(Shape(*source, exact=False), *canvas) == inset


@pytest.mark.parametrize(
    "order", [orders.Prepare(1, "/media/é.mp4", 1.5, 30.0, 0.4, volume=80), orders.Go(1, 123456789), orders.Halt()]
)
def test_an_order_comes_back_as_it_was(order: orders.Order) -> None:
    assert orders.decode(orders.encode(order)) == order


@pytest.mark.parametrize("line", [b"{}", b"[]", b"x", b'{"order":"sing"}', b'{"order":"go","token":1}'])
def test_what_is_no_order_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        orders.decode(line)


def test_a_frame_that_was_mapped_beforehand_is_read_without_page_faults() -> None:
    layout = FrameFormat(1280, 720, 4)
    writer = Ring.make(layout)
    reader = Ring(os.dup(writer.fd), layout)
    for slot in (0, 1):
        writer.blacken(slot)
        writer.publish(slot, token=7, index=slot, at_ns=0)
    assert reader.slots_of(7) == [0, 1]
    reader.map_frame(1)
    met_unprepared, mapped = (_faults_of_reading(reader.pixels(slot)) for slot in (0, 1))
    assert mapped * 4 < met_unprepared


def _faults_of_reading(pixels: memoryview) -> int:
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    assert not any(pixels[:: mmap.PAGESIZE])
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before
