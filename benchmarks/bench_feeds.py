"""What reading hostile and honest warnings costs: time and memory, each in a process of its own.

.venv/bin/python -m benchmarks.bench_feeds
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable

from displayctl.hub.feeds.cap import read_cap
from tests.displayctl.hub.feeds.cap_samples import NOW, area, cap, info
from tests.displayctl.hub.feeds.test_xml_tree import CORPUS, DEAR

CORNERS = 500
REPEATS = 3


def honest() -> bytes:
    """As large as BMKG's nowcast gets: 150 kecamatan with 500 corners each."""
    ring = " ".join(f"-{1 + number / 1e4:.4f},122.{number:04}" for number in range(CORNERS))
    first = ring.split()[0]
    return cap(info(area([f"{ring} {first}"] * 150)))


HONEST: dict[str, Callable[[], bytes]] = {"150 kecamatan of 500 corners": honest, "one kecamatan": cap}


def measure(name: str) -> dict[str, object]:
    """Reads one document: the seconds it took at best, and the most memory that reading it held, beside itself."""
    body = (CORPUS | DEAR | HONEST)[name]()
    took = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        reading = read_cap(body, "feed", NOW)
        took.append(time.perf_counter() - began)
    tracemalloc.start()
    read_cap(body, "feed", NOW)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    said = reading.complaints[0] if reading.complaints else f"{len(reading.warnings)} read"
    return {"name": name, "size": len(body), "seconds": min(took), "held_mb": most / 1e6, "said": said}


def main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return
    for name in (*CORPUS, *DEAR, *HONEST):
        command = [sys.executable, "-m", "benchmarks.bench_feeds", name]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        facts = f"{found['size'] / 1e6:7.2f} MB {found['seconds'] * 1000:7.1f} ms +{found['held_mb']:5.1f} MB"
        print(f"{name:34} {facts}  {found['said'][:70]}", flush=True)


if __name__ == "__main__":
    main()
