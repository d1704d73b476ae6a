"""What the way between player and hub costs: a handshake with a token, a signed batch, a bundle judged and kept.

``python -m benchmarks.bench_transport``: medians of twenty on this machine, over TLS on loopback.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from content.delivery.chain import Batch, beginning, examine
from content.delivery.introduction import Introduction, ticket_of
from displayctl.hub.config import HubConfig, decide_listening
from displayctl.hub.doors import open_doors
from player.clock_trust import BUILT_AT
from player.hub_client import HubClient
from player.identity import DeviceIdentity
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_wall
from tests.displayctl.hub.test_journals import play
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

TIMES = 20


def median_ms(work: Callable[[], object], times: int = TIMES) -> float:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="displayctl-bench-") as name:
        folder, config = Path(name), HubConfig(tls=True)
        doors = open_doors(config, decide_listening(config), folder / "hub", SystemClock())
        with hub_in_thread(folder / "installation", doors=doors) as hub:
            _measure(hub, folder)


def _measure(hub: RunningHub, folder: Path) -> None:
    add_wall(hub.client)
    identity, pin = DeviceIdentity.load_or_make(folder), hub.client.transport.pin
    _bind(hub, identity)

    def handshake() -> None:
        client = HubClient(hub.url, identity, SystemClock(), pin)
        client.token()
        client.close()

    def fetch() -> None:
        assert client.fetch_bundle() is not None

    tell("TLS handshake, challenge and token", median_ms(handshake))
    client = HubClient(hub.url, identity, SystemClock(), pin)
    tell("bundle fetched", median_ms(fetch))
    tell("bundle verified and committed", _admission_ms(hub, folder))
    batch = Batch("0" * 32, 1, beginning("0" * 32), tuple(play(n, "tugu") for n in range(500)))
    tell("500 entries signed, sent and kept", median_ms(lambda: client.send_batch(batch), 5))
    signed = Batch(batch.journal, 1, batch.before, batch.entries, identity.sign_bytes(batch.seal()))
    tell("500 entries verified", median_ms(lambda: examine("0" * 32, [signed], identity.public_key)))
    meeting = Introduction(b"key", b"root", identity.public_key)
    tell("a ticket", median_ms(lambda: ticket_of("BCDF-GHJK", identity.public_key)))
    tell("a proof", median_ms(lambda: meeting.proof("BCDF-GHJK", "tugu")))
    client.close()


def tell(what: str, spent_ms: float) -> None:
    print(f"{what:40} {spent_ms:6.1f} ms")


def _bind(hub: RunningHub, identity: DeviceIdentity) -> None:
    from displayctl.hub.repositories.devices import Device

    with hub.services.storage.writing() as work:
        work.devices.bind(Device(identity.device_id, identity.public_key.hex(), "tugu", "", "", work.now))
        work.commit()


def _admission_ms(hub: RunningHub, folder: Path) -> float:
    """A newer bundle each time, in a state of trust on this machine's disk."""
    from content.delivery.trust import Trust

    trust = Trust(folder / "trust", hub.services.repository.bootstrap_root(), SystemClock(), BUILT_AT)
    bundles = []
    for _ in range(TIMES):
        hub.services.repository.resign()
        bundles.append(hub.services.repository.bundle_for("utama"))
    waiting = iter(bundles)
    spent = median_ms(lambda: trust.admit(next(waiting), None))
    trust.close()
    return spent


if __name__ == "__main__":
    main()
