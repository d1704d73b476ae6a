"""What a killed stage or player costs: kill -9 at random instants while a wall plays clips, read from its screen.

Run with: python -m benchmarks.bench_stage_loss [kills]. Goals: the right picture again within 1.5 s of a stage's end,
and no sample of anything but the programme and the slate. The whole player, which a service manager starts again, is
killed as often; its screen must not show anything else either. Safe mode is off, as it would leave the clips out.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from schedules.codec import programme_from_dict
from schedules.programme import Programme
from tests.fakes.office import Office, Wall
from tests.test_story import TUGU, Library, book, is_right

GOAL_SECONDS = 1.5
LONGEST_SECONDS, STEADY_SECONDS = 20.0, 0.5


class Trial:
    """One wall that plays clips, and what was seen of it."""

    def __init__(self, wall: Wall, programme: Programme, library: Library) -> None:
        self.wall, self.programme, self.library = wall, programme, library
        self.seen: Counter[str] = Counter()
        self._dice = random.Random(4)

    def lose(self, kill: Callable[[], None]) -> float:
        """The seconds from `kill`, after a random while of good health, to the last instant that was not right."""
        self._watch(2.0 + 4.0 * self._dice.random())
        kill()
        began = last_wrong = time.monotonic()
        while (now := time.monotonic()) - max(last_wrong, began + STEADY_SECONDS) < STEADY_SECONDS:
            if not self._look():
                last_wrong = now
            if now - began > LONGEST_SECONDS:
                raise RuntimeError(f"the wall did not come back; seen {dict(self.seen)}")
            time.sleep(0.002)
        return last_wrong - began

    def kill_stage(self) -> None:
        os.kill(self._stage(), signal.SIGKILL)

    def kill_player(self) -> None:
        if self.wall.process is not None:
            self.wall.office.programs.kill(self.wall.process)
        self.wall.start()

    def _watch(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self._look()
            time.sleep(0.02)

    def _look(self) -> bool:
        seen = self.wall.seen()
        if seen.mark is not None:
            self.seen["programme"] += 1
            return is_right(self.wall, self.programme, self.library) is not None
        picture = self.wall.picture()
        self.seen["black" if picture.getbbox() is None else _kind(picture)] += 1
        return False

    def _stage(self) -> int:
        assert self.wall.process is not None
        pid = self.wall.process.pid
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            if b"player.stage" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
        raise RuntimeError("the player has no stage")


def _kind(picture: Image.Image) -> str:
    """The slate is dark blue in every corner, which no marked picture is."""
    corner = picture.getpixel((2, 2))
    assert isinstance(corner, tuple)
    return "slate" if corner[2] - corner[0] >= 20 and corner[0] < 40 else "torn or foreign"


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory(prefix="bench-stage-") as folder:
        office = Office(Path(folder))
        try:
            trial = _prepared(office, Path(folder))
            stage = [trial.lose(trial.kill_stage) for _ in range(kills)]
            told = f"stage killed {kills} times: right again after {_figures(stage)}; seen {dict(trial.seen)}"
            trial.seen.clear()
            player = [trial.lose(trial.kill_player) for _ in range(kills)]
            print(told)
            print(f"player killed {kills} times: right again after {_figures(player)}; seen {dict(trial.seen)}")
        finally:
            office.close()
    return 0 if statistics.median(stage) <= GOAL_SECONDS else 1


def _prepared(office: Office, folder: Path) -> Trial:
    """A wall that plays two clips, and a hub that is gone: the player's own doing is measured."""
    os.environ["DISPLAYCTL_PLAYER_SAFE_MODE"] = "false"
    office.start_hub()
    wall = office.add_wall(TUGU)
    wall.pair()
    library = Library(office, folder / "media")
    book(office, library.playlist("loop", (1, None), (3, None)), TUGU, priority=40)
    office.publish()
    office.wait_until_on_air()
    programme = programme_from_dict(office.client.programme("utama"))
    office.kill_hub()
    return Trial(wall, programme, library)


def _figures(seconds: list[float]) -> str:
    return f"median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s"


if __name__ == "__main__":
    sys.exit(main())
