"""From the press on *blackout* at a desk until every pixel of the wall is black, and back: a hub and a whole player.

``python -m benchmarks.bench_brake [--rounds 20]``: the hub on loopback, the player's processes on a virtual screen that
is read as it is painted. Needs Xvfb. The exit code is 1 where a round took longer than five seconds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from displayctl.api.client import HubClient
from displayctl.api.models import Approval, PartKind
from displayctl.api.walls import HoldKind, HoldWish
from schedules.codec import display_to_dict
from schedules.display import Canvas
from tests import builders
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.hub_in_thread import hub_in_thread

GOAL_S = 5.0
WIDTH, HEIGHT = 640, 384
BLACK = ((0, 0),) * 3


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=20)
    rounds = asked.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, hub_in_thread(Path(folder) / "office") as hub:
        screen = Framebuffer(Path(folder) / "screen")
        command = [sys.executable, "-m", "player", "run", "--data", f"{folder}/player", "--hub", hub.url]
        player = subprocess.Popen(command, env={**os.environ, "DISPLAY": screen.display}, stderr=subprocess.DEVNULL)
        try:
            _pair(hub.client)
            dark, lit = _measure(hub.client, screen, rounds)
        finally:
            player.terminate()
            player.wait(15)
            screen.close()
    for name, took in (("black after", dark), ("lit again after", lit)):
        ordered = sorted(took)
        print(f"{name}: median {statistics.median(took) * 1000:.0f} ms, worst {ordered[-1] * 1000:.0f} of {rounds}")
    return int(max(dark) > GOAL_S)


def _pair(client: HubClient) -> None:
    wall = builders.wall(canvas=Canvas(WIDTH, HEIGHT))
    client.create_part(PartKind.DISPLAY, display_to_dict(wall))
    _until(lambda: client.enrolments(), 60)
    client.approve(Approval(code=client.enrolments()[0].code, display_id=wall.id))
    _until(lambda: client.fleet()[0].connected, 60)


def _measure(client: HubClient, screen: Framebuffer, rounds: int) -> tuple[list[float], list[float]]:
    def is_black() -> bool:
        return screen.picture(0, 0, WIDTH, HEIGHT).getextrema() == BLACK

    dark, lit = [], []
    _until(lambda: not is_black(), 30)
    for _ in range(rounds):
        dark.append(_until(is_black, 30, lambda: client.walls.hold("tugu", HoldWish(kind=HoldKind.BLACKOUT))))
        lit.append(_until(lambda: not is_black(), 30, lambda: client.walls.release("tugu")))
    return dark, lit


def _until(fact: Callable[[], object], seconds: float, begin: Callable[[], object] = lambda: None) -> float:
    """Seconds from `begin` until `fact`."""
    begun = time.monotonic()
    begin()
    while not fact():
        if time.monotonic() - begun > seconds:
            raise SystemExit(f"nothing happened within {seconds:.0f} s")
        time.sleep(0.002)
    return time.monotonic() - begun


if __name__ == "__main__":
    sys.exit(main())
