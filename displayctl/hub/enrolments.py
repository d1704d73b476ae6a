"""Players that wait for a person to approve the code on their wall, and the binding of device and display."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from displayctl.api.models import Approval, Enrolment, PartKind
from displayctl.hub.bus import Bus, fact
from displayctl.hub.device_tokens import check_signature, device_id_of
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.errors import Lapsed, NoSuchThing, NotNow, WrongWish
from displayctl.hub.part_forms import FORMS
from displayctl.hub.repositories.devices import Device
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.clock import Clock
from schedules.display import Display

CODE_LIVES = timedelta(minutes=10)
MOST_WAITING = 500
_CODE = re.compile(r"\A[B-DF-HJ-NP-TV-XZ]{4}-?[B-DF-HJ-NP-TV-XZ]{4}\Z")


@dataclass(frozen=True, slots=True)
class EnrolmentWish:
    """What a player says when it asks: its raw public key and a signature over ``enrol:<code>``, in hexadecimal."""

    public_key: str
    code: str
    host_name: str
    version: str
    signature: str


@dataclass(frozen=True, slots=True)
class _Waiting:
    enrolment: Enrolment
    public_key: str
    display_id: str = ""


class Enrolments:
    """Those who wait are only in memory: a player whose hub was restarted shows a new code."""

    def __init__(self, storage: Storage, dispatch: Dispatch, bus: Bus, clock: Clock) -> None:
        self._storage, self._dispatch, self._bus, self._clock = storage, dispatch, bus, clock
        self._waiting: dict[str, _Waiting] = {}
        self._lock = threading.Lock()

    def ask(self, wish: EnrolmentWish, address: str) -> None:
        """Notes a player that waits; one that has a wall already need not wait: it only lost the answer.

        Raises WrongWish, NotAuthorised, NotNow when too many wait.
        """
        if not _CODE.match(wish.code):
            raise WrongWish("code", "a code is eight of BCDFGHJKLMNPQRSTVWXZ, as BCDF-GHJK")
        check_signature(wish.public_key, f"enrol:{wish.code}", wish.signature)
        enrolment = Enrolment(
            device_id=device_id_of(wish.public_key),
            code=spelled(wish.code),
            host_name=wish.host_name,
            version=wish.version,
            asked_at=self._clock.now(),
            address=address,
        )
        self.sweep()
        with self._storage.reading() as work:
            bound = work.devices.find(enrolment.device_id)
        with self._lock:
            if len(self._waiting) >= MOST_WAITING and enrolment.device_id not in self._waiting:
                raise NotNow(f"{MOST_WAITING} players wait for approval already; approve some, or wait ten minutes")
            display_id = bound.display_id if bound else ""
            self._waiting[enrolment.device_id] = _Waiting(enrolment, wish.public_key, display_id)
        if bound is None:
            self._bus.tell(fact("enrolment", enrolment.device_id, enrolment))

    def answer(self, device_id: str, code: str) -> str:
        """The display that a player was given, empty while it waits. Raises Lapsed for a code that is not good."""
        with self._lock:
            waiting = self._waiting.get(device_id)
        if waiting is None or waiting.enrolment.code != spelled(code) or self._is_over(waiting):
            raise Lapsed("this code has lapsed; show a new one")
        return waiting.display_id

    def waiting(self) -> tuple[Enrolment, ...]:
        """Oldest first."""
        with self._lock:
            entries = [w for w in self._waiting.values() if not w.display_id and not self._is_over(w)]
        return tuple(sorted((entry.enrolment for entry in entries), key=lambda enrolment: enrolment.asked_at))

    def approve(self, approval: Approval) -> Device:
        """Binds the player that shows this code, in place of the display's former one.

        Raises NoSuchThing for a code nobody shows or a display that is not there, NotNow where two show the same.
        """
        code = spelled(approval.code)
        with self._lock:
            found = [w for w in self._waiting.values() if w.enrolment.code == code and not self._is_over(w)]
        if not found:
            raise NoSuchThing(f"no player shows the code {code} (any more); read it from the wall again")
        if len(found) > 1:
            raise NotNow(f"{len(found)} players show the code {code}; wait until they show new ones")
        device = self._bind(found[0], approval.display_id)
        with self._lock:
            self._waiting[device.device_id] = replace(found[0], display_id=device.display_id)
        self._bus.tell(fact("enrolment", device.device_id))
        return device

    def unbind(self, display_id: str) -> None:
        """Forgets the device of a display. Raises NoSuchThing where none is bound."""
        with self._storage.writing() as work:
            if work.devices.of_display(display_id) is None:
                raise NoSuchThing(f"no player is bound to {display_id!r}")
            work.devices.unbind(display_id)
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

    def _bind(self, waiting: _Waiting, display_id: str) -> Device:
        with self._storage.writing() as work:
            device = Device(
                device_id=waiting.enrolment.device_id,
                public_key=waiting.public_key,
                display_id=display_id,
                host_name=waiting.enrolment.host_name,
                version=waiting.enrolment.version,
                approved_at=work.now,
            )
            former = work.devices.find(device.device_id)
            if former is not None and former.display_id != display_id:
                _set_fingerprint(work, former.display_id, "")
            work.devices.bind(device)
            _set_fingerprint(work, display_id, device.device_id)
            work.tell(fact("player", display_id))
            work.commit()
        self._dispatch.end(display_id)
        return device

    def _is_over(self, waiting: _Waiting) -> bool:
        return _age(waiting.enrolment.asked_at, self._clock.now()) >= CODE_LIVES


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
