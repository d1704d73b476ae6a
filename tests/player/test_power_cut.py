"""The power goes at any moment, again and again; the player always comes back with something whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

from tests.player.rig import Rig

_AGENT = """
import sys
from pathlib import Path
from player.agent import Agent
from player.config import PlayerConfig
from player.folder import data_lock
from player.stage.memory_stage import MemoryStage
from schedules.clock import SystemClock

class Telling(MemoryStage):
    def reports(self):
        cue = self.showing
        print(cue.token.split("/")[2] if cue else "-", flush=True)
        return super().reports()

folder = Path(sys.argv[1])
with data_lock(folder):
    Agent(PlayerConfig(data=folder, hub=sys.argv[2], log_level="error"), lambda: Telling(SystemClock())).run()
"""


def test_cut_off_at_any_moment_it_comes_back_with_a_whole_programme(rig: Rig) -> None:
    rig.bind()
    chance, shown = random.Random(3), ""
    for revision in range(1, 6):
        medium = rig.medium(f"m{revision}", size=200_000)
        rig.hub.publish(rig.programme(rig.slot(), media=(medium,), revision=revision))
        child = subprocess.Popen(
            [sys.executable, "-c", _AGENT, str(rig.folder), rig.hub.address], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        first = child.stdout.readline().strip()
        assert first in (shown, f"m{revision - 1}", "-", "p"), "the first picture is one that was on air before"
        time.sleep(chance.uniform(0.0, 0.7))  # the cut is meant to come at a random moment
        child.send_signal(signal.SIGKILL)
        seen = [line.strip() for line in child.stdout.read().splitlines()]
        child.stdout.close()
        child.wait()
        shown = (seen or [first])[-1]
        assert shown in {f"m{number}" for number in range(revision + 1)} | {"p", "-"}
    rig.start()
    rig.until(lambda: rig.shown == "m5", "the newest programme, whole", seconds=15)
