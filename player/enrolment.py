"""Enrolment: a code on the wall that a person types into the desktop, and the wall and root of trust they give."""

from __future__ import annotations

import secrets
import socket

from player.errors import HubTrouble
from player.events import Bound, CodeShown, Tell
from player.faults import FaultBook
from player.hub_client import CodeLapsed, HubClient
from schedules.clock import Clock

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
CODE_LASTS_S = 600.0
POLL_S = 2.0
RETRY_S = 5.0


def new_code() -> str:
    """Eight letters that make no words and are not taken for each other, as ``BCDF-GHJK``."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class Enrolment:
    """Asks until a person approved this device. `step` gives the seconds to wait before the next one."""

    def __init__(self, hub: HubClient, tell: Tell, faults: FaultBook, clock: Clock) -> None:
        self._hub, self._tell, self._faults, self._clock = hub, tell, faults, clock
        self._code, self._ends = "", 0.0
        self._asked = False

    def step(self) -> float:
        """Show a code if none is good, tell the hub, ask for the answer. Tells Bound once there is one."""
        if self._clock.monotonic() >= self._ends:
            self._show_new_code()
        try:
            if not self._asked:
                self._hub.ask_enrolment(self._code, socket.gethostname()[:200])
                self._asked = True
            binding = self._hub.enrolment(self._code)
        except CodeLapsed:
            self._ends = 0.0
            return POLL_S
        except HubTrouble as error:
            self._faults.note("hub", str(error), self._clock.monotonic())
            self._asked = False
            return RETRY_S
        self._faults.clear("hub")
        if binding is None:
            return POLL_S
        self._code, self._ends = "", 0.0
        self._tell(Bound(binding))
        self._tell(CodeShown(""))
        # The agent wakes the link once it has taken the wall; asking before would enrol this device anew.
        return RETRY_S

    def abandon(self) -> None:
        """No code is needed any more."""
        self._code, self._ends = "", 0.0
        self._tell(CodeShown(""))

    def _show_new_code(self) -> None:
        self._code, self._ends = new_code(), self._clock.monotonic() + CODE_LASTS_S
        self._asked = False
        self._tell(CodeShown(self._code))
