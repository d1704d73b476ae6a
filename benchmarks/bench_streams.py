"""Live streams: from the order to the first picture, from a server's return to the next picture, and what they cost.

Run with: python -m benchmarks.bench_streams [rounds]. The streams are 640x384 at 25 frames a second, H.264, with a key
frame each second, sent by this machine: on average half a second of each first picture is waiting for a key frame.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from player.decoder.frames import Word
from player.decoder.live_words import INDEX_NS, Trouble
from player.decoder.orders import Watch
from player.decoder.supervisor import DecoderProcess
from player.stage.reception import start_receiving
from tests.fakes.stream_servers import Camera, HlsCamera, WebServer, rtp_camera, rtsp_camera, write_stream_clip

SIZE = (640, 384)
COST_SECONDS = 5.0
LONGEST_SECONDS = 20.0


class Viewer:
    """One live decoder, watched until it shows something."""

    def __init__(self, url: str) -> None:
        self.decoder: DecoderProcess = start_receiving(*SIZE)
        self._until(lambda: self.decoder.up)
        self.ordered_ns = time.monotonic_ns()
        self.decoder.order(Watch(1, url))

    def next_picture_s(self, since_ns: int) -> float:
        """Seconds from `since_ns` to the first picture shown after it."""
        self._until(lambda: self._due_ns() > since_ns)
        return (time.monotonic_ns() - since_ns) / 1e9

    def cost_percent(self, seconds: float) -> float:
        """Processor time in percent of one core."""
        before = self._ticks()
        time.sleep(seconds)
        return (self._ticks() - before) / os.sysconf("SC_CLK_TCK") / seconds * 100

    def _due_ns(self) -> int:
        found = self.decoder.ring.newest(1, time.monotonic_ns() // INDEX_NS)
        return found[1] * INDEX_NS if found else 0

    def _ticks(self) -> int:
        fields = Path(f"/proc/{self.decoder.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def _until(self, fact: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONGEST_SECONDS
        while not fact():
            if time.monotonic() > deadline:
                trouble = Trouble(self.decoder.ring[Word.FAILED])
                raise SystemExit(f"no picture within {LONGEST_SECONDS:.0f} s: the stream {trouble.sentence}")
            time.sleep(0.002)


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory(prefix="bench-streams-") as folder, ExitStack() as stack:
        clip = write_stream_clip(Path(folder) / "camera.mp4", 5, size=SIZE)
        rtsp = stack.enter_context(rtsp_camera(clip))
        rtp = stack.enter_context(rtp_camera(clip))
        server = stack.enter_context(WebServer(Path(folder)))
        stack.enter_context(HlsCamera(Path(folder), clip))
        time.sleep(3)  # a server that has been up for a while is what walls meet
        for name, url in (("RTSP", rtsp.url), ("HLS", server.url("cam.m3u8")), ("RTP", rtp.url)):
            _tell(f"{name}: order to first picture", [_first(url) for _ in range(rounds)])
        for camera, name in ((rtsp, "RTSP"), (rtp, "RTP")):
            _tell(f"{name}: server started anew to next picture", _returns(name, camera, clip, rounds))
    return 0


def _first(url: str) -> float:
    viewer = Viewer(url)
    try:
        return viewer.next_picture_s(viewer.ordered_ns)
    finally:
        viewer.decoder.close()


def _returns(name: str, camera: Camera, clip: Path, rounds: int) -> list[float]:
    viewer, took = Viewer(camera.url), []
    viewer.next_picture_s(viewer.ordered_ns)
    print(f"{name}: {viewer.cost_percent(COST_SECONDS):.1f} % of a core while it is received")
    for _ in range(rounds):
        camera.kill()
        time.sleep(4)  # longer than anything decoded before could last
        started_ns = time.monotonic_ns()
        camera.start(clip)
        took.append(viewer.next_picture_s(started_ns))
        time.sleep(1)
    viewer.decoder.close()
    return took


def _tell(what: str, took: list[float]) -> None:
    print(f"{what}: median {statistics.median(took):.2f} s, worst {max(took):.2f} s")


if __name__ == "__main__":
    sys.exit(main())
