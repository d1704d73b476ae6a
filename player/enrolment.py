"""Enrolment: a code on the wall that a person types into the desktop, and the wall and root of trust they give."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

from content.delivery.introduction import CODE_ALPHABET, Introduction, ticket_of
from content.errors import Refused
from player.errors import HubTrouble
from player.events import Bound, CodeShown, Tell
from player.faults import FaultBook
from player.hub_client import CodeLapsed, EnrolmentAnswer, HubClient
from player.identity import Binding
from schedules.clock import Clock

CODE_LASTS_S = 600.0
POLL_S = 2.0
RETRY_S = 5.0


def new_code() -> str:
    """Eight letters that make no words and are not taken for each other, as ``BCDF-GHJK``."""
    letters = "".join(secrets.choice(CODE_ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class Enrolment:
    """Asks until a person approved this device. `step` gives the seconds to wait before the next one.

    On one machine the code is told to the hub. Over a network it never leaves the wall: a ticket goes in its place, and
    only an answer that proves to know the code is believed. Without such a proof nobody replaces `known_root`, the root
    that this player was paired with before: a robbed hub would only have to forget it and to answer its new code.
    """

    def __init__(
        self,
        hub: HubClient,
        tell: Tell,
        faults: FaultBook,
        clock: Clock,
        known_root: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        self._hub, self._tell, self._faults, self._clock = hub, tell, faults, clock
        self._known_root = known_root
        self._code, self._name, self._ends = "", "", 0.0
        self._asked = False
        self._shown = CodeShown("")

    def step(self) -> float:
        """Show a code if none is good, tell the hub, ask for the answer. Tells Bound once there is one."""
        if self._clock.monotonic() >= self._ends:
            self._show_new_code()
        try:
            answer = self._ask()
        except CodeLapsed:
            self._ends = 0.0
            return POLL_S
        except HubTrouble as error:
            self._faults.note("hub", str(error), self._clock.monotonic())
            self._asked = False
            return RETRY_S
        self._faults.clear("hub")
        return self._judge(answer)

    def abandon(self) -> None:
        """No code is needed any more."""
        self._code, self._ends = "", 0.0
        self._show(CodeShown(""))

    def _ask(self) -> EnrolmentAnswer:
        self._hub.meet()
        if not self._asked:
            self._name = ticket_of(self._code, self._hub.device_key) if self._hub.is_remote else self._code
            self._hub.ask_enrolment(self._name, socket.gethostname()[:200])
            self._asked = True
        return self._hub.enrolment(self._name)

    def _judge(self, answer: EnrolmentAnswer) -> float:
        pin = self._hub.pin
        meeting = Introduction(pin.key if pin else b"", answer.root, self._hub.device_key)
        if not answer.display_id:
            self._show(CodeShown(self._code, meeting.phrase(self._code) if answer.root else ""))
            return POLL_S
        try:
            self._check(meeting, answer)
        except Refused as error:
            self._hub.part()
            self._ends = 0.0
            self._faults.note("introduction", f"pairing refused: {error}", self._clock.monotonic(), 86_400)
            return RETRY_S
        self._faults.clear("introduction")
        self._code, self._ends = "", 0.0
        self._hub.stay()
        self._tell(Bound(Binding(answer.display_id, answer.root, pin)))
        self._show(CodeShown(""))
        # The agent wakes the link once it has taken the wall; asking before would enrol this device anew.
        return RETRY_S

    def _check(self, meeting: Introduction, answer: EnrolmentAnswer) -> None:
        """Raises Refused where nobody who sees this wall can have given that answer."""
        if self._hub.is_remote:
            meeting.check(self._code, answer.display_id, answer.proof)
        elif self._known_root() not in (None, answer.root):
            raise Refused(
                "introduction",
                "the hub names another root of trust than the one this player was paired with; it may be robbed. "
                "If it was founded anew, run displayctl-player unpair, then pair this player again",
            )

    def _show_new_code(self) -> None:
        self._code, self._ends = new_code(), self._clock.monotonic() + CODE_LASTS_S
        self._asked = False
        self._show(CodeShown(self._code))

    def _show(self, shown: CodeShown) -> None:
        if shown != self._shown:
            self._shown = shown
            self._tell(shown)
