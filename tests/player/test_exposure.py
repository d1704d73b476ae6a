"""What a player offers to the network and to intruders: nothing. All its processes, on a real screen."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.framebuffer import Framebuffer

pytestmark = pytest.mark.wall
LISTENING, UDP_BOUND = "0A", "07"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Framebuffer]:
    screen = Framebuffer(tmp_path / "screen", (320, 180))
    yield screen
    screen.close()


def family(pid: int) -> list[int]:
    """`pid` and all that come from it."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()
    ]
    return [pid, *(each for child in children for each in family(child))]


def open_to_others(pids: list[int]) -> list[str]:
    """Sockets of these processes that take connections or datagrams, as the kernel lists them."""
    inodes = set()
    for pid in pids:
        for handle in Path(f"/proc/{pid}/fd").iterdir():
            try:
                target = str(handle.readlink())
            except OSError:
                continue
            if target.startswith("socket:["):
                inodes.add(target[8:-1])
    found = []
    for name, state in (("tcp", LISTENING), ("tcp6", LISTENING), ("udp", UDP_BOUND), ("udp6", UDP_BOUND)):
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == state and fields[9] in inodes:
                found.append(f"{name} {fields[1]}")
    return found


def until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline, f"waited for {what}"
        time.sleep(0.05)


def test_no_process_of_a_player_listens_on_anything(screen: Framebuffer, tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "player", "run", "--data", str(tmp_path / "data"), "--hub", "http://127.0.0.1:9"]
    errors = tmp_path / "stderr"
    with errors.open("wb") as sink:
        player = subprocess.Popen(command, env=environment, stderr=sink, stdout=subprocess.DEVNULL)
        try:
            until(lambda: (tmp_path / "data" / "journal.db").exists(), "the agent")
            until(lambda: len(family(player.pid)) > 1, "the stage")
            until(lambda: any(screen.picture(0, 0, 320, 180).convert("L").getextrema()), "a picture")
            assert open_to_others(family(player.pid)) == []
        finally:
            player.terminate()
            assert player.wait(20) == 0
    told = errors.read_text()
    assert ("running as root" in told) == (os.geteuid() == 0)
