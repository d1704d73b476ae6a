"""The agent's threads towards hub and disk, begun and ended together: link with enrolment, courier, records, cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from player.cache import Cache
from player.carrier import Carrier
from player.courier import Courier
from player.enrolment import Enrolment
from player.errors import HubTrouble, NotBound
from player.events import EventQueue, Message, NotKept
from player.faults import FaultBook
from player.hub_client import HubClient
from player.identity import Binding, DeviceIdentity, load_binding, load_pin
from player.inbox import Inbox
from player.journal import Journal
from player.link import Link
from player.reporter import RecordUploader
from player.stick import Sticks
from schedules.clock import Clock

LONGEST_END_S = 0.25
LOOK_AGAIN_S = 2.0
UNBOUND_FOR_S = 60.0


class Connection:
    """Five carriers. Without a hub's address only cache and sticks work, on what is here."""

    def __init__(
        self,
        folder: Path,
        hub: str | None,
        *,
        cache: Cache,
        journal: Journal | None,
        inbox: Callable[[], Inbox | None],
        is_bound: Callable[[], bool],
        inbound: EventQueue,
        faults: FaultBook,
        clock: Clock,
        sticks: Sequence[Path] = (),
    ) -> None:
        """Make the device's key where there is none. `sticks` are the places where sticks are mounted.

        Raises StateUnusable.
        """
        self._cache, self._inbox, self._is_bound = cache, inbox, is_bound
        self._hub = HubClient(hub, DeviceIdentity.load_or_make(folder), clock, load_pin(folder)) if hub else None
        if self._hub is None:
            faults.note("hub", 'no hub is set; give --hub or write hub = "…" into player.toml', clock.monotonic(), 1e9)
        self._sticks = Sticks(sticks, inbox, inbound.put)
        self._carriers = [
            Carrier("cache", self._fill_step, faults, clock),
            Carrier("stick", self._sticks.step, faults, clock),
        ]
        if self._hub is not None:
            self._link = Link(
                self._hub, inbound.put, self._take_bundle, clock, take_news=self._take_news, held=self._held
            )
            self._enrolment = Enrolment(self._hub, inbound.put, faults, clock, lambda: _root_of(load_binding(folder)))
            self._courier = Courier(self._hub, self._take_bundle, self._take_news, self._held)
            self._uploader = RecordUploader(self._hub, journal, faults, clock) if journal else None
            self._carriers += [
                Carrier("link", self._link_step, faults, clock),
                Carrier("courier", self._courier_step, faults, clock),
                Carrier("records", self._records_step, faults, clock),
            ]
        self._clock, self._faults, self._tell = clock, faults, inbound.put
        self._enrols, self._ask_again_at = False, 0.0

    def start(self) -> None:
        for carrier in self._carriers:
            carrier.start()

    def say(self, message: Message) -> None:
        """Send a message over the link, if it is up."""
        if self._hub is not None:
            self._link.say(message)

    def fill(self) -> None:
        """There is something to do for the cache."""
        self._wake("cache")

    def fetch_bundle(self) -> None:
        """There may be another bundle."""
        self._wake("courier")

    def fetch_bundle_again(self) -> None:
        """What was fetched last is lost."""
        if self._hub is not None:
            self._courier.ask_again()
            self._wake("courier")

    def bound(self) -> None:
        """A person gave this device a wall: connect now."""
        self._enrols = False
        self._faults.clear("binding")
        if self._hub is not None:
            self._courier.ask_again()
        for name in ("link", "courier", "records"):
            self._wake(name)

    def ask_to_stop(self) -> None:
        """Let all threads end what they are doing; waits for nothing."""
        self._cache.stop()
        if self._hub is not None:
            self._link.stop()
        for carrier in self._carriers:
            carrier.ask_to_stop()

    def close(self) -> None:
        """Wait for the threads, a fraction of a second at most: whoever still waits for a hub is left behind."""
        ends = self._clock.monotonic() + LONGEST_END_S
        for carrier in self._carriers:
            carrier.join(max(0.0, ends - self._clock.monotonic()))
        if self._hub is not None:
            self._hub.close()

    def _wake(self, name: str) -> None:
        for carrier in self._carriers:
            if carrier.name == name:
                carrier.wake()

    def _take_bundle(self, message: bytes) -> None:
        inbox = self._inbox()
        if inbox is not None:
            inbox.receive(message)
        else:
            self._tell(NotKept("what the hub signed cannot be judged now"))

    def _take_news(self, message: bytes) -> None:
        inbox = self._inbox()
        if inbox is not None:
            inbox.receive_news(message)

    def _held(self) -> Mapping[str, int]:
        inbox = self._inbox()
        return {} if inbox is None else inbox.versions

    def _fill_step(self) -> float:
        return self._cache.step(self._sticks.source(self._hub) if self._is_bound() else None)

    def _link_step(self) -> float:
        """The link; where the hub knows no wall for this device, the way to get one, while the wall plays on."""
        if not self._is_bound() or (self._enrols and not self._is_known_again()):
            self._enrols = True
            return self._enrolment.step()
        try:
            return self._link.step()
        except NotBound as error:
            self._enrols = True
            self._ask_again_at = self._clock.monotonic() + UNBOUND_FOR_S
            self._faults.note("binding", str(error), self._clock.monotonic(), 1e9)
            return 0.0

    def _is_known_again(self) -> bool:
        """Whether the hub knows this device after all, asked once a minute, as after it was brought back whole."""
        now = self._clock.monotonic()
        if self._hub is None or now < self._ask_again_at:
            return False
        self._ask_again_at = now + UNBOUND_FOR_S
        try:
            self._hub.token()
        except HubTrouble:
            return False
        self._enrolment.abandon()
        self.bound()
        return True

    def _courier_step(self) -> float:
        return self._courier.step() if self._is_bound() and not self._enrols else LOOK_AGAIN_S

    def _records_step(self) -> float:
        if self._uploader is None or not self._is_bound() or self._enrols:
            return LOOK_AGAIN_S
        return self._uploader.step()


def _root_of(binding: Binding | None) -> bytes | None:
    return binding.root if binding is not None else None
