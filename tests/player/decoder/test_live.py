"""Live decoders with real streams: pictures come, come again after every fault, and nothing local is ever read."""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from player.decoder.frames import FrameFormat, Word
from player.decoder.live_words import INDEX_NS, Trouble
from player.decoder.orders import Halt, Watch
from player.decoder.supervisor import DecoderProcess
from tests.fakes.marked_media import Mark, read_mark
from tests.fakes.rtsp_over_tcp import TcpCamera
from tests.fakes.stream_servers import (
    RATE,
    DumbServer,
    HlsCamera,
    WebServer,
    free_port,
    rtp_camera,
    rtsp_camera,
    write_stream_clip,
)

SIZE = (320, 192)
PROGRAM = (sys.executable, "-m", "player.decoder.live")


class LiveDecoder:
    """A live decoder and what comes out of it."""

    def __init__(self, url: str) -> None:
        self.decoder = DecoderProcess(FrameFormat(*SIZE, 16), sound=False, program=PROGRAM)
        self.ring = self.decoder.ring
        self.url = url
        self.until(lambda: self.decoder.up)
        self.decoder.order(Watch(1, url))

    def newest(self) -> tuple[int, int] | None:
        """Slot and instant (ns) of the picture due now."""
        found = self.ring.newest(1, time.monotonic_ns() // INDEX_NS)
        return None if found is None else (found[0], found[1] * INDEX_NS)

    def mark(self, since_ns: int = 0) -> Mark | None:
        """What the picture due now says, if it was due after `since_ns`."""
        found = self.newest()
        if found is None or found[1] < since_ns:
            return None
        self.ring.show(found[0])
        pixels = bytes(self.ring.pixels(found[0]))
        return read_mark(Image.frombytes("RGB", SIZE, pixels, "raw", "BGRX", self.ring.format.pitch_bytes))

    def shows(self, item: int, since_ns: int = 0) -> bool:
        mark = self.mark(since_ns)
        return mark is not None and mark.item == item

    def until(self, fact: Callable[[], object], seconds: float = 15.0) -> None:
        deadline = time.monotonic() + seconds
        while not fact():
            assert time.monotonic() < deadline, f"not within {seconds} s; trouble {self.ring[Word.FAILED]}"
            time.sleep(0.005)

    @property
    def trouble(self) -> Trouble:
        return Trouble(self.ring[Word.FAILED])


@pytest.fixture
def receive() -> Iterator[Callable[[str], LiveDecoder]]:
    """Receives streams until the test's end."""
    opened: list[LiveDecoder] = []

    def open_one(url: str) -> LiveDecoder:
        opened.append(LiveDecoder(url))
        return opened[-1]

    yield open_one
    for live in opened:
        live.decoder.close()


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``5`` in H.264, ``7`` in HEVC, larger and with one key frame, ``8`` in MPEG-2 and of another size again."""
    folder = tmp_path_factory.mktemp("streams")
    write_stream_clip(folder / "5.mp4", 5)
    write_stream_clip(folder / "5.ts", 5)
    write_stream_clip(folder / "7.mp4", 7, "libx265", (640, 384), key_seconds=4)
    write_stream_clip(folder / "8.mp4", 8, "mpeg2video", (480, 288))
    return folder


Receive = Callable[[str], LiveDecoder]


def test_an_rtsp_camera_is_seen_in_even_steps(receive: Receive, clips: Path) -> None:
    with rtsp_camera(clips / "5.mp4") as camera:
        live = receive(camera.url)
        live.until(lambda: live.shows(5))
        seen: list[int] = []
        live.until(lambda: (mark := live.mark()) and (seen.append(mark.frame) or len(set(seen)) > RATE))
        steps = [after - before for before, after in itertools.pairwise(seen) if after > before]
        assert steps.count(1) > len(steps) * 0.8


def test_a_camera_over_tcp_is_seen_by_those_who_know_its_password(
    receive: Receive, clips: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with TcpCamera(clips / "5.ts", password="rahasia") as camera:
        stranger = receive(camera.url.replace("rahasia", "salah"))
        live = receive(camera.url)
        live.until(lambda: live.shows(5))
        stranger.until(lambda: stranger.trouble is Trouble.LOCKED)
        live.decoder.order(Halt())
        live.until(lambda: live.decoder.life == 2)
        arguments = [Path(f"/proc/{each.decoder.pid}/cmdline").read_text() for each in (live, stranger)]
    assert "rahasia" not in "".join((*arguments, *capfd.readouterr()))


def test_silence_is_told_and_a_camera_that_goes_on_is_found_again(receive: Receive, clips: Path) -> None:
    with DumbServer() as server, rtp_camera(clips / "5.mp4") as camera:
        silent = receive(f"rtsp://127.0.0.1:{server.port}/cam")
        live = receive(camera.url)
        live.until(lambda: live.shows(5))
        camera.halt()
        live.until(lambda: live.trouble is Trouble.SILENT)
        camera.go_on()
        since_ns = time.monotonic_ns()
        live.until(lambda: live.shows(5, since_ns))
        silent.until(lambda: silent.trouble is Trouble.SILENT)
        assert silent.newest() is None


def test_a_stream_that_becomes_another_goes_on(receive: Receive, clips: Path) -> None:
    with rtp_camera(clips / "5.mp4") as camera:
        live = receive(camera.url)
        live.until(lambda: live.shows(5))
        camera.kill()
        camera.start(clips / "7.mp4")
        live.until(lambda: live.shows(7))
        assert live.decoder.life == 1


def test_hls_plays_evenly_and_takes_up_where_the_server_went_on(receive: Receive, clips: Path, tmp_path: Path) -> None:
    with WebServer(tmp_path) as server, HlsCamera(tmp_path, clips / "5.mp4") as camera:
        live = receive(server.url("cam.m3u8"))
        live.until(lambda: live.shows(5))
        since_ns = time.monotonic_ns()
        camera.kill()
        camera.start(clips / "8.mp4")
        live.until(lambda: live.shows(8, since_ns))


def test_what_is_amiss_is_told_apart(receive: Receive, tmp_path: Path) -> None:
    (tmp_path / "text.m3u8").write_text("this is no playlist\n" * 50)
    headless = write_stream_clip(tmp_path / "mpeg4.mp4", 6, codec="mpeg4")  # its header stays in the file
    with WebServer(tmp_path) as server, rtp_camera(headless) as camera:
        told = {
            camera.url: Trouble.UNREADABLE,
            server.url("nothing.m3u8"): Trouble.ABSENT,
            server.url("text.m3u8"): Trouble.UNREADABLE,
            f"rtsp://127.0.0.1:{free_port()}/cam": Trouble.REFUSED,
            "file:///etc/hostname": Trouble.FORBIDDEN,
        }
        for url, trouble in told.items():
            live = receive(url)
            live.until(lambda: live.trouble is trouble)  # noqa: B023


@pytest.mark.parametrize("segment", ["file://{clip}", "{clip}", "concat:{clip}", "subfile,,start,0,end,0,,:{clip}"])
def test_no_playlist_leads_to_a_file_of_this_machine(
    receive: Receive, clips: Path, tmp_path: Path, segment: str
) -> None:
    lines = (
        "#EXTM3U",
        "#EXT-X-TARGETDURATION:4",
        "#EXTINF:4.0,",
        segment.format(clip=clips / "5.mp4"),
        "#EXT-X-ENDLIST",
    )
    (tmp_path / "cam.m3u8").write_text("\n".join(lines))
    with WebServer(tmp_path) as server:
        live = receive(server.url("cam.m3u8"))
        live.until(lambda: live.trouble is not Trouble.NONE)
        assert live.newest() is None
