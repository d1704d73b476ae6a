"""What a player does to its disk, without an end; what has to last is said on standard output once it should."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from player.identity import Binding, save_binding
from player.journal import Journal
from player.rundown import Rundown
from schedules.codec import programme_from_dict
from schedules.proof import PlayRecord, ShowingKind

BEGUN = datetime(2026, 11, 22, tzinfo=UTC)


def main(folder: Path, document: Path) -> None:
    """Work in `folder` with programmes like the one in `document`, until the process is killed."""
    rundown, journal = Rundown(folder / "rundown.db"), Journal(folder / "journal.db", most_records=2000)
    journal.begin(BEGUN)
    rundown.belong_to("tugu")
    first = (rundown.on_air.revision if rundown.on_air else 0) + 1
    plain = json.loads(document.read_bytes())
    for revision in count(first):
        content = json.dumps({**plain, "revision": revision}).encode()
        rundown.offer(programme_from_dict(json.loads(content)), content)
        rundown.take()
        say("taken", revision)
        for part in range(5):
            starts = BEGUN + timedelta(seconds=revision * 50 + part * 10)
            name = f"r{revision}-{part}"
            journal.append(PlayRecord(name, "tugu", ShowingKind.LOOP, starts, starts + timedelta(seconds=10), revision))
        batch = journal.unsent()
        if batch is not None:
            say("handed", batch.last, batch.chains()[-1], batch.journal)
            journal.mark_sent(batch.first, batch.last)
        save_binding(folder, Binding("tugu", content))
        say("bound", revision)
        if revision % 20 == 0:
            journal.prune(BEGUN)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
