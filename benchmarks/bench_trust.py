"""What trust costs: signing a large programme, verifying and committing a bundle, unlocking a key.

Run with ``python -m benchmarks.bench_trust``; it needs some seconds and a folder for temporary files.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from content.delivery.canonical import canonical_bytes
from content.delivery.repository import Repository
from content.delivery.roles import programme_role
from content.delivery.trust import Trust
from content.studio.founding import found_policy, open_repository
from content.studio.key_folder import KeyFolder
from content.studio.passphrases import CHEAPEST
from content.studio.policy_edits import several_people
from content.studio.sealed_keys import OperatorKey
from content.studio.signing import countersign, sign_programme
from schedules.clock import SystemClock

ASSETS, TIMES = 2000, 30
PASSPHRASE = "empat gajah menari pelan"  # noqa: S105 - it guards nothing
BUILT = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="displayctl-bench-") as folder:
        measure(Path(folder))


def measure(folder: Path) -> None:
    """Three people, one group, a programme of 2,000 assets; prints milliseconds, median and worst."""
    clock = SystemClock()
    keys = KeyFolder(folder / "keys", CHEAPEST)
    people = tuple(keys.make(name, PASSPHRASE) for name in ("Sekar", "Budi", "Citra"))
    repository = open_repository(folder, clock)
    policy = several_people((person.operator for person in people), ["utama"])
    repository.accept(*found_policy(policy, people, repository.online_key, clock.now()))
    document = large_programme()
    print(f"a programme of {ASSETS} assets: {len(canonical_bytes(document)) / 1024:.0f} KiB")
    now = clock.now()
    tell("signed by one person", lambda: sign_programme(people[0], None, "utama", document, now))
    signed = sign_programme(people[0], None, "utama", document, now)
    tell("signed by the second", lambda: countersign(people[1], signed))
    admitting(folder, repository, people, document)
    slow = KeyFolder(folder / "slow")
    slow.make("Dewi", PASSPHRASE)
    tell("a key unlocked with its passphrase", lambda: slow.unlock("dewi", PASSPHRASE), 5)


def admitting(
    folder: Path, repository: Repository, people: tuple[OperatorKey, ...], document: dict[str, object]
) -> None:
    """What a player does with each new bundle: judge it, and put it on the disk so that no power cut undoes it."""
    (folder / "player").mkdir()
    trust = Trust(folder / "player", repository.bootstrap_root(), SystemClock(), BUILT)
    for name, content in (("a small bundle", {"n": 1}), (f"a bundle with {ASSETS} assets", document)):
        took = []
        for number in range(TIMES):
            when = SystemClock().now() + timedelta(seconds=number)
            current = repository.current(programme_role("utama"))
            first = sign_programme(people[0], current, "utama", {**content, "revision": number}, when)
            repository.accept(countersign(people[1], first))
            bundle = repository.bundle_for("utama")
            took.append(measured(partial(trust.admit, bundle, "utama")))
        say(f"{name} verified and committed", took)
    trust.close()


def large_programme() -> dict[str, object]:
    """A document of the size of a programme with 2,000 media in one format."""
    media = [
        {
            "id": f"media-{number}",
            "title": f"Layanan publik nomor {number}",
            "renditions": [
                {
                    "format": "640x384@30",
                    "asset": {
                        "sha256": f"{number:064x}",
                        "size_bytes": 1_000_000 + number,
                        "kind": "picture",
                        "duration_ms": None,
                        "has_sound": False,
                    },
                }
            ],
        }
        for number in range(ASSETS)
    ]
    return {"group": "utama", "revision": 0, "media": media}


def tell(what: str, work: Callable[[], object], times: int = TIMES) -> None:
    say(what, [measured(work) for _ in range(times)])


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of those on the processor: the difference is the disk's, and other programs'."""
    begun, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - busy


def say(what: str, took: list[tuple[float, float]]) -> None:
    clock, processor = ([each[at] * 1000 for each in took] for at in (0, 1))
    print(
        f"{what:48} median {statistics.median(clock):7.1f} ms, worst {max(clock):7.1f} ms, "
        f"of processor {statistics.median(processor):6.1f} ms"
    )


if __name__ == "__main__":
    main()
