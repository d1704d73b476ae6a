"""What a month's report costs: two walls that show an item every few seconds for a month, summed by the database.

Run with: python -m benchmarks.bench_reports [seconds an item]. Goal: 10 s of the processor for a month of ten-second
items, 40 s for one of two-second items (2.7 million records), and no more memory with more records.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from displayctl.hub.database import DATABASE_NAME
from schedules.instants import SECOND, ticks
from schedules.programme import Programme
from tests.builders import at, interrupt, picture, playlist, programme, slot, video, wall
from tests.displayctl.hub.as_run import AsRun, as_run

STARTS, ENDS = at("2026-10-01 00:00"), at("2026-11-01 00:00")
WALLS = ("tugu", "taman")
MEDIA = 24
GOALS_S = {10: 10.0, 2: 40.0}
_FILL = """
WITH RECURSIVE turns(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turns WHERE n + 1 < :count)
INSERT INTO play_records
    (id, display_id, kind, starts, ends, revision, slot_id, medium_id, sha256, presented, late, dropped, region)
SELECT :wall || n, :wall, 'loop',
    strftime('%Y-%m-%d %H:%M:%S.000000', :since + n * :step, 'unixepoch'),
    strftime('%Y-%m-%d %H:%M:%S.000000', :since + (n + 1) * :step, 'unixepoch'),
    1, 'siang', 'm' || (n % :media), '', 30 * :step, 0, 0, ''
FROM turns WHERE n % 5000 < 4990
"""


def main() -> int:
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory(prefix="bench-reports-") as folder, as_run(Path(folder), ENDS) as house:
        house.publish(_programme(step), STARTS - timedelta(days=1))
        count = _fill(Path(folder) / DATABASE_NAME, step)
        before, begun = _peak_mib(), time.process_time()
        took = [_measure(house, each) for each in WALLS]
        print(f"{count} records of {len(WALLS)} walls, {step} s an item")
        worked = time.process_time() - begun
        print(f"work of the processor: {worked:.2f} s")
        print(f"report of a month: {', '.join(f'{each:.2f} s' for each in took)}, {sum(took):.2f} s together")
        print(f"memory at its highest: {before:.0f} MiB before, {_peak_mib():.0f} MiB after")
    return 0 if worked <= GOALS_S.get(step, worked) else 1


def _programme(step: int) -> Programme:
    media = [video(f"m{number}", step) for number in range(MEDIA)]
    return programme(
        slot("siang", "siang", display_ids=WALLS),
        interrupt("azan", "p", 2, "11:00-13:00", display_ids=WALLS),
        displays=tuple(wall(each) for each in WALLS),
        media=(*media, picture("p")),
        playlists=(playlist("siang", *(each.id for each in media)), playlist("p", "p")),
    )


def _fill(path: Path, step: int) -> int:
    """A month of records with a silence now and then; how many."""
    whole = (ticks(ENDS) - ticks(STARTS)) // SECOND // step
    with closing(sqlite3.connect(path)) as database, database:
        for each in WALLS:
            facts = {"count": whole, "wall": each, "since": _unix(STARTS), "step": step, "media": MEDIA}
            database.execute(_FILL, facts)
        return int(database.execute("SELECT count(*) FROM play_records").fetchone()[0])


def _measure(house: AsRun, display_id: str) -> float:
    begun = time.perf_counter()
    report = house.report(STARTS, ENDS, display_id)
    took = time.perf_counter() - begun
    assert report.wall.down_count > 0
    assert report.wall.shown_seconds > 0.9 * report.wall.broadcast_seconds
    return took


def _unix(instant: datetime) -> int:
    return ticks(instant) // SECOND


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
