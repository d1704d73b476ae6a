"""Meeting a player that waits: the person's code finds it, a phrase is compared with the wall's, a proof approves it.

Everything is computed here, at the desk: neither the network nor the hub learns the code.
"""

from __future__ import annotations

from dataclasses import dataclass

from content.delivery.introduction import Introduction, ticket_of
from displayctl.api.client import HubClient
from displayctl.api.models import Approval, Enrolment
from displayctl.desk.believing import Beliefs

MOST_TRIED = 100
_UNKNOWN_TICKET = "0" * 32


@dataclass(frozen=True, slots=True)
class Meeting:
    """A player that waits, as the person who typed its code should see it: does the wall show the same `phrase`?

    `approval` is what to send to the hub once it does, for a wall that is still to be named. `guards_code` tells that
    nobody was found, and that the hub is not to learn the code: it is beyond this machine, or some who wait keep
    their codes to themselves.
    """

    enrolment: Enrolment | None
    phrase: str
    code: str
    introduction: Introduction | None
    guards_code: bool = False

    def approval(self, display_id: str) -> Approval:
        """The approval of this player for `display_id`."""
        if self.enrolment is not None and self.introduction is not None:
            proof = self.introduction.proof(self.code, display_id)
            return Approval(ticket=self.enrolment.ticket, proof=proof, display_id=display_id)
        if not self.guards_code:
            return Approval(code=self.code, display_id=display_id)
        # Nobody shows this code, as far as the hub says. It hears of the try, not of what was typed:
        # it may be one letter off.
        return Approval(ticket=_UNKNOWN_TICKET, proof="0" * 64, display_id=display_id)


def meet_player(client: HubClient, code: str, beliefs: Beliefs) -> Meeting:
    """The player that shows `code` on its wall. What it is introduced to is what this desk believes, and not just what
    the hub says at this moment.

    Looks through at most a hundred players, the newest first, a tenth of a second each. Where none shows
    the code, the meeting has no enrolment, and its approval is refused by the hub, which counts such tries. Raises
    HubError, HubNotBelieved, Refused.
    """
    waiting = sorted(client.enrolments(), key=lambda enrolment: enrolment.asked_at, reverse=True)[:MOST_TRIED]
    open_one = next((each for each in waiting if each.code and _same(each.code, code)), None)
    found = open_one or next((each for each in waiting if each.ticket and _shows(each, code)), None)
    pin = client.transport.pin
    if found is None or not found.public_key:
        # A hub beyond this machine could hide who waits only to be told the code.
        guards = found is None and (pin is not None or any(each.ticket for each in waiting))
        return Meeting(found, "", code, None, guards_code=guards)
    introduction = Introduction(pin.key if pin else b"", beliefs.first_root(client), bytes.fromhex(found.public_key))
    return Meeting(found, introduction.phrase(code), code, introduction if found.ticket else None)


def _shows(enrolment: Enrolment, code: str) -> bool:
    return ticket_of(code, bytes.fromhex(enrolment.public_key)) == enrolment.ticket


def _same(one: str, other: str) -> bool:
    return one.replace("-", "") == other.replace("-", "")
