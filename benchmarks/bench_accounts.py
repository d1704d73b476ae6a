"""Measures what accounts cost: a password, a session's request, an entry of the audit trail, and checking the trail.

python -m benchmarks.bench_accounts
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx2

from displayctl.api.accounts import FirstAdministrator, SignIn
from displayctl.api.client import HubClient
from displayctl.hub.passwords import LANES, MEMORY_KIB, TIME_COST, Passwords
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

PASSWORD = "kopi pahit pagi hari"  # noqa: S105 - of nobody
ENTRIES = 2_000


def main() -> None:
    passwords = Passwords()
    stored = passwords.hash(PASSWORD)
    print(f"argon2id, {TIME_COST} passes, {MEMORY_KIB >> 10} MiB, {LANES} lanes")
    _tell("a right password", lambda: passwords.check(stored, PASSWORD), 15)
    _tell("a wrong password", lambda: passwords.check(stored, "bukan itu"), 15)
    _tell("an unknown name", lambda: passwords.check(None, PASSWORD), 15)
    with tempfile.TemporaryDirectory() as folder, hub_in_thread(Path(folder), passwords=passwords) as hub:
        _measure_hub(hub)


def _measure_hub(hub: RunningHub) -> None:
    hub.client.accounts.create_first_administrator(FirstAdministrator(name="sekar", title="Sekar", password=PASSWORD))
    with HubClient(hub.url) as stranger:
        wish = SignIn(name="sekar", password=PASSWORD)
        _tell("signing in over HTTP", lambda: stranger.accounts.sign_in(wish), 15)
        token = stranger.accounts.sign_in(wish).token
    with httpx2.Client(base_url=hub.url, trust_env=False) as http:
        headers = {"Authorization": f"Bearer {token}"}
        _tell("a request without a token", lambda: http.get("/api/health"), 200)
        _tell("a request in a session", lambda: http.get("/api/session", headers=headers), 200)
        _tell("a request refused for its token", lambda: http.get("/api/session", headers={"Authorization": "x"}), 200)
    _tell("an entry of the audit trail, committed", lambda: hub.services.audit.note("x", "x", "x"), 100)
    with hub.services.storage.writing() as work:
        began = time.perf_counter()
        for number in range(ENTRIES):
            work.record("slot.put", "slot", f"slot-{number}", {"priority": 50}, {"priority": 60})
        work.commit()
        print(f"{'an entry, many in one transaction':42} {(time.perf_counter() - began) / ENTRIES * 1000:8.3f} ms")
    began = time.perf_counter()
    verdict = hub.services.audit.verify()
    print(f"{f'verifying {verdict.entries} entries':42} {(time.perf_counter() - began) * 1000:8.0f} ms")
    assert verdict.findings == ()


def _tell(what: str, work: Callable[[], object], times: int) -> None:
    work()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    print(f"{what:42} {statistics.median(took):8.2f} ms (median of {times}; worst {max(took):.1f})")


if __name__ == "__main__":
    main()
