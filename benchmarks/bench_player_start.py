"""From starting a player with cached content to the first right picture on its wall, with no hub to be found.

Run with: python -m benchmarks.bench_player_start [rounds]. Goal: under 2 s.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from schedules.codec import programme_from_dict
from schedules.programme import Programme
from tests.fakes.office import Office, Wall
from tests.test_story import TUGU, Library, book, is_right

GOAL_SECONDS = 2.0
LONGEST_SECONDS = 30.0


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory(prefix="bench-player-") as folder:
        office = Office(Path(folder))
        try:
            prepared = _prepared(office, Path(folder))
            took = [_start(*prepared) for _ in range(rounds)]
        finally:
            office.close()
    median = statistics.median(took)
    figures = ", ".join(f"{each:.2f}" for each in took)
    print(f"start to first right picture: median {median:.2f} s, worst {max(took):.2f} s of {rounds} ({figures})")
    return 0 if median < GOAL_SECONDS else 1


def _prepared(office: Office, folder: Path) -> tuple[Wall, Programme, Library]:
    """A wall that holds its programme, and a hub that is gone."""
    office.start_hub()
    wall = office.add_wall(TUGU)
    wall.pair()
    library = Library(office, folder / "media")
    book(office, library.playlist("loop", (1, None), (2, 2.0), (3, None)), TUGU, priority=40)
    office.publish()
    office.wait_until_on_air()
    programme = programme_from_dict(office.client.programme("utama"))
    office.kill_hub()
    return wall, programme, library


def _start(wall: Wall, programme: Programme, library: Library) -> float:
    wall.kill()
    began = time.monotonic()
    wall.start()
    while is_right(wall, programme, library) is None:
        if time.monotonic() - began > LONGEST_SECONDS:
            raise RuntimeError("the wall did not come back")
        time.sleep(0.005)
    return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
