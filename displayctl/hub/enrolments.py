"""Players that wait for a person to approve the code on their wall, and the binding of device and display."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from displayctl.api.models import Approval, Enrolment, PartKind
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.bus import Bus, fact
from displayctl.hub.device_tokens import check_signature, device_id_of
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.errors import Lapsed, NoSuchThing, NotNow, WrongWish
from displayctl.hub.matrix import MEND
from displayctl.hub.part_forms import FORMS
from displayctl.hub.repositories.devices import Device
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.clock import Clock
from schedules.display import Display

CODE_LIVES = timedelta(minutes=10)
MOST_TRIES = 5
MOST_WAITING, MOST_FROM_ONE_ADDRESS = 500, 64
_TICKET = re.compile(r"\A[0-9a-f]{32}\Z")
_CODE = re.compile(r"\A[B-DF-HJ-NP-TV-XZ]{4}-?[B-DF-HJ-NP-TV-XZ]{4}\Z")


@dataclass(frozen=True, slots=True)
class EnrolmentWish:
    """What a player says when it asks: its raw public key, its code or a ticket in place of it, and a signature over
    ``enrol:`` and that, in hexadecimal.
    """

    public_key: str
    code: str
    host_name: str
    version: str
    signature: str
    ticket: str = ""

    @property
    def name(self) -> str:
        """What this wish is found by."""
        return self.ticket or spelled(self.code)


@dataclass(frozen=True, slots=True)
class _Waiting:
    enrolment: Enrolment
    name: str
    display_id: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class GivenWall:
    """What a player that waits is told: its display, empty while nobody approved it, and the approver's proof."""

    display_id: str
    proof: str


class Enrolments:
    """Those who wait are only in memory: a player whose hub was restarted shows a new code."""

    def __init__(self, storage: Storage, dispatch: Dispatch, bus: Bus, clock: Clock) -> None:
        self._storage, self._dispatch, self._bus, self._clock = storage, dispatch, bus, clock
        self._waiting: dict[str, _Waiting] = {}
        self._wrong_tries: list[datetime] = []
        self._lock = threading.Lock()

    def ask(self, wish: EnrolmentWish, address: str) -> None:
        """Notes a player that waits; one that has a wall already need not wait: it only lost the answer.

        Raises WrongWish, NotAuthorised, NotNow when too many wait.
        """
        _check_name(wish)
        check_signature(wish.public_key, f"enrol:{wish.ticket or wish.code}", wish.signature)
        enrolment = Enrolment(
            device_id=device_id_of(wish.public_key),
            code="" if wish.ticket else spelled(wish.code),
            ticket=wish.ticket,
            public_key=wish.public_key,
            host_name=wish.host_name,
            version=wish.version,
            asked_at=self._clock.now(),
            address=address,
        )
        self.sweep()
        with self._storage.reading() as work:
            # With a ticket a person has to approve it anew: without their proof the player believes no answer.
            bound = None if wish.ticket else work.devices.find(enrolment.device_id)
        with self._lock:
            self._check_room(enrolment)
            display_id = bound.display_id if bound else ""
            self._waiting[enrolment.device_id] = _Waiting(enrolment, wish.name, display_id)
        if bound is None:
            self._bus.tell(fact("enrolment", enrolment.device_id, enrolment))

    def answer(self, device_id: str, name: str) -> GivenWall:
        """The wall that a player was given, found by its code or ticket. Raises Lapsed for one that is not good."""
        with self._lock:
            waiting = self._waiting.get(device_id)
        if (
            waiting is None
            or waiting.name != (name if _TICKET.match(name) else spelled(name))
            or self._is_over(waiting)
        ):
            raise Lapsed("this code has lapsed; show a new one")
        return GivenWall(waiting.display_id, waiting.proof)

    def waiting(self) -> tuple[Enrolment, ...]:
        """Oldest first; only technicians see any."""
        if not current_asker().may_somewhere(MEND):
            return ()
        with self._lock:
            entries = [w for w in self._waiting.values() if not w.display_id and not self._is_over(w)]
        return tuple(sorted((entry.enrolment for entry in entries), key=lambda enrolment: enrolment.asked_at))

    def approve(self, approval: Approval) -> Device:
        """Binds the player that shows this code, in place of the display's former one.

        Raises NoSuchThing for a code nobody shows or a display that is not there, NotNow where two show the same,
        WrongWish where a ticket comes without a proof. After five wrong codes all players show new ones.
        """
        name = approval.ticket or spelled(approval.code)
        if approval.ticket and not approval.proof:
            raise WrongWish("proof", "a player beyond this machine is approved with a proof; type the code at the desk")
        with self._lock:
            found = [w for w in self._waiting.values() if w.name == name and not self._is_over(w)]
        if not found:
            raise self._wrong_try("" if approval.ticket else f" {name}")
        if len(found) > 1:
            raise NotNow(f"{len(found)} players show the code {name}; wait until they show new ones")
        device = self._bind(found[0], approval.display_id)
        with self._lock:
            given = replace(found[0], display_id=device.display_id, proof=approval.proof)
            self._waiting[device.device_id] = given
        self._bus.tell(fact("enrolment", device.device_id))
        return device

    def unbind(self, display_id: str) -> None:
        """Forgets the device of a display. Raises NoSuchThing where none is bound."""
        with self._storage.writing() as work:
            if work.devices.of_display(display_id) is None:
                raise NoSuchThing(f"no player is bound to {display_id!r}")
            work.devices.unbind(display_id)
            work.record("player.unbind", "display", display_id)
            _set_fingerprint(work, display_id, "")
            work.tell(fact("player", display_id))
            work.commit()
        self._dispatch.end(display_id)

    def sweep(self) -> None:
        """Forgets players whose code has lapsed."""
        with self._lock:
            over = [name for name, waiting in self._waiting.items() if self._is_over(waiting)]
            for name in over:
                del self._waiting[name]
        for name in over:
            self._bus.tell(fact("enrolment", name))

    def _check_room(self, enrolment: Enrolment) -> None:
        others = [each.enrolment for name, each in self._waiting.items() if name != enrolment.device_id]
        neighbours = sum(each.address == enrolment.address for each in others)
        if len(others) >= MOST_WAITING or neighbours >= MOST_FROM_ONE_ADDRESS:
            raise NotNow(f"{len(others)} players wait for approval already; approve some, or wait ten minutes")

    def _wrong_try(self, code: str) -> NoSuchThing:
        """Notes that somebody gave a code that nobody shows; the error that says so."""
        now = self._clock.now()
        with self._lock:
            self._wrong_tries = [tried for tried in self._wrong_tries if _age(tried, now) < CODE_LIVES] + [now]
            left = MOST_TRIES - len(self._wrong_tries)
            over = [name for name, each in self._waiting.items() if not each.display_id] if left <= 0 else []
            for name in over:
                del self._waiting[name]
            if left <= 0:
                self._wrong_tries.clear()
        for name in over:
            self._bus.tell(fact("enrolment", name))
        follows = f"{left} tries are left" if left > 0 else "after five wrong tries every player shows a new one now"
        return NoSuchThing(f"no player shows the code{code} (any more); read it from the wall again: {follows}")

    def _bind(self, waiting: _Waiting, display_id: str) -> Device:
        with self._storage.writing() as work:
            device = Device(
                device_id=waiting.enrolment.device_id,
                public_key=waiting.enrolment.public_key,
                display_id=display_id,
                host_name=waiting.enrolment.host_name,
                version=waiting.enrolment.version,
                approved_at=work.now,
            )
            asker, former = current_asker(), work.devices.find(device.device_id)
            walls = {display_id} if former is None else {display_id, former.display_id}
            asker.require(MEND, Belonging(work).of_displays(walls), f"pairing the player of {display_id!r}")
            if former is not None and former.display_id != display_id:
                _set_fingerprint(work, former.display_id, "")
            work.devices.bind(device)
            _set_fingerprint(work, display_id, device.device_id)
            work.record("player.bind", "display", display_id, after={"device": device.device_id})
            work.tell(fact("player", display_id))
            work.commit()
        for wall in walls:  # also where this very player was before
            self._dispatch.end(wall)
        return device

    def _is_over(self, waiting: _Waiting) -> bool:
        return _age(waiting.enrolment.asked_at, self._clock.now()) >= CODE_LIVES


def _check_name(wish: EnrolmentWish) -> None:
    if wish.ticket and (wish.code or not _TICKET.match(wish.ticket)):
        raise WrongWish("ticket", "a ticket is 32 hexadecimal digits, in place of a code")
    if not wish.ticket and not _CODE.match(wish.code):
        raise WrongWish("code", "a code is eight of BCDFGHJKLMNPQRSTVWXZ, as BCDF-GHJK")


def spelled(code: str) -> str:
    """A code with its hyphen, as it stands on the wall."""
    plain = code.replace("-", "")
    return f"{plain[:4]}-{plain[4:]}"


def _age(instant: datetime, now: datetime) -> timedelta:
    return abs(now - instant)


def _set_fingerprint(work: UnitOfWork, display_id: str, fingerprint: str) -> None:
    found = work.parts.find(PartKind.DISPLAY, display_id)
    if found is None:
        if fingerprint:
            raise NoSuchThing(f"there is no display {display_id!r}; add it first")
        return
    form = FORMS[PartKind.DISPLAY]
    display: Display = form.read(found.part.value)
    document = form.write(replace(display, fingerprint=fingerprint))
    part = work.parts.put(PartKind.DISPLAY, display_id, display.name, document, now=work.now, by="pairing")
    work.tell(fact(PartKind.DISPLAY.value, display_id, part))
