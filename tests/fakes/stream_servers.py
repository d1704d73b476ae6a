"""Cameras for tests: RTSP from libVLC in a process of its own, HLS and RTP from FFmpeg; all on this machine alone.

Each can be killed, halted and started again at the same address, as cameras are by power cuts and bad networks.
"""

from __future__ import annotations

import functools
import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

import av
import numpy as np

from tests.fakes.marked_media import Mark, marked_pixels

RATE, SECONDS = 25, 4
_ROOT = Path(__file__).parents[2]


def write_stream_clip(
    path: Path, item: int, codec: str = "libx264", size: tuple[int, int] = (320, 192), key_seconds: int = 1
) -> Path:
    """Four marked seconds as cameras send them: a key frame every `key_seconds`, no frame that looks ahead."""
    every = key_seconds * RATE
    fast = {"preset": "ultrafast", "tune": "zerolatency"} if codec.startswith("libx26") else {"b": "2000000"}
    quiet = {"x265-params": f"keyint={every}:min-keyint={every}:log-level=none"} if codec == "libx265" else {}
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE, options={**fast, **quiet, "g": str(every)})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for frame in range(SECONDS * RATE):
            pixels = np.ascontiguousarray(marked_pixels(Mark(item, frame), size))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return path


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """A port of 127.0.0.1 that nobody uses now: an even one with its neighbour, as RTP wants them."""
    while True:
        with socket.socket(socket.AF_INET, kind) as first, socket.socket(socket.AF_INET, kind) as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port ^ 1))
            except OSError:
                continue
            return port & ~1


class Camera:
    """A process that sends `clip` again and again to or from `url`; see `rtsp_camera` and `rtp_camera`."""

    def __init__(self, kind: str, url: str, clip: Path) -> None:
        self.url = url
        self._kind = kind
        self._process: subprocess.Popen[bytes] | None = None
        self.start(clip)

    def start(self, clip: Path) -> None:
        """Send from now on; to be called again after `kill`, and then perhaps with another clip."""
        command = [sys.executable, "-m", "tests.fakes.stream_servers", self._kind, self.url, str(clip)]
        self._process = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def halt(self) -> None:
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """End as in a power cut."""
        if process := self._process:
            process.kill()
            process.communicate()
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _signal(self, number: int) -> None:
        assert self._process is not None, "the camera is not on"
        self._process.send_signal(number)


def rtsp_camera(clip: Path, path: str = "cam") -> Camera:
    return Camera("rtsp", f"rtsp://127.0.0.1:{free_port()}/{path}", clip)


def rtp_camera(clip: Path) -> Camera:
    """Sends MPEG-TS in RTP to this machine, asked or not."""
    return Camera("rtp", f"rtp://127.0.0.1:{free_port(socket.SOCK_DGRAM)}", clip)


class DumbServer:
    """Takes connections and never says a word; counts them."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self.guests: list[socket.socket] = []
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        for each in (self._socket, *self.guests):
            each.close()

    def _take(self) -> None:
        while True:
            try:
                self.guests.append(self._socket.accept()[0])
            except OSError:
                return


class WebServer:
    """Serves `folder` over HTTP; `asked` are the paths that were asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        handler = functools.partial(_Files, directory=str(folder), note=self.asked.append)
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/{name}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A guest that leaves in mid-sentence is nothing to speak of."""


class _Files(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5

    def __init__(self, *arguments: object, note: Callable[[str], None], **options: object) -> None:
        self._note = note
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        self._note(self.path)


class HlsCamera:
    """Writes `clip` again and again, in real time, as ``cam.m3u8`` with segments of one second into `folder`."""

    def __init__(self, folder: Path, clip: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._write, args=(clip,), daemon=True)
        self._thread.start()

    def kill(self) -> None:
        """Write no more; what is written stays."""
        self._ending.set()
        self._thread.join(10)

    def start(self, clip: Path) -> None:
        """Go on, after `kill`."""
        self._ending.clear()
        self._thread = threading.Thread(target=self._write, args=(clip,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _write(self, clip: Path) -> None:
        options = {"hls_time": "1", "hls_list_size": "6", "hls_flags": "delete_segments+omit_endlist+append_list"}
        send_again_and_again(str(self._folder / "cam.m3u8"), "hls", clip, self._ending, options)


def send_again_and_again(
    target: str, format: str, clip: Path, ending: threading.Event, options: dict[str, str] | None = None
) -> None:
    """Send the packets of `clip` at their time, round after round, until `ending`."""
    with av.open(target, "w", format=format, options=options or {}) as out, av.open(str(clip)) as source:
        stream = source.streams.video[0]
        sent = out.add_stream_from_template(stream)
        began, base = time.monotonic(), 0
        while not ending.is_set():
            source.seek(0)
            first = last = 0
            for number, packet in enumerate(packet for packet in source.demux(stream) if packet.dts is not None):
                assert packet.dts is not None
                assert packet.pts is not None
                assert stream.time_base is not None
                first = packet.dts if number == 0 else first
                last = packet.dts - first
                due = began + float((base + last) * stream.time_base)
                if ending.wait(max(0.0, due - time.monotonic())):
                    return
                packet.pts, packet.dts = packet.pts - first + base, packet.dts - first + base
                packet.stream = sent
                out.mux(packet)
            base += last + round(1 / RATE / float(stream.time_base or 1))


def _send_rtsp(url: str, clip: str) -> None:
    import vlc

    instance = vlc.Instance(["--intf=dummy", "--quiet", "--no-audio", "--no-xlib"])
    player = instance.media_player_new()
    media = instance.media_new_path(clip)
    for option in (f":sout=#rtp{{sdp={url}}}", ":sout-keep", ":input-repeat=65535"):
        media.add_option(option)
    player.set_media(media)
    player.play()


def main(kind: str, url: str, clip: str) -> None:
    """Send until the test that started us is gone."""
    if kind == "rtsp":
        _send_rtsp(url, clip)
    else:
        arguments = (url, "rtp_mpegts", Path(clip), threading.Event())
        threading.Thread(target=send_again_and_again, args=arguments, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
