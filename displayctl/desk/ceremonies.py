"""Ceremonies at a desk: who may sign is changed by those who may, at one desk or at several, and then it holds.

A proposal travels as a file on a stick, or lies at the hub until everybody has signed; both are the same thing.
"""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from content.delivery.files import LocalFiles, write_atomically
from content.delivery.roles import POLICY, ROOT
from content.errors import ContentMissing
from content.studio.ceremonies import Examined, completed, examine, sign_proposal
from content.studio.confirming import Confirmed
from content.studio.operators import Operator, Signatory
from content.studio.policy import Policy
from content.studio.proposals import LARGEST_FILE, Proposal, propose, read_proposal, write_proposal
from content.studio.renewals import reminded_before
from displayctl.api.approvals import ProposalSent
from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound, NotPermitted
from displayctl.desk.believing import Beliefs
from displayctl.desk.signed import signed_message
from schedules.clock import Clock, SystemClock

Change = Callable[[Policy], Policy]
"""What is wished for: see `content.studio.policy_edits`."""

PROPOSAL_SUFFIX = ".usulan"


@dataclass(frozen=True, slots=True)
class Renewal:
    """A role whose signatures end at `expires`; `due` from then on people are reminded. `late`: they have ended."""

    role: str
    expires: datetime
    due: bool
    late: bool


class Ceremonies:
    """Ceremonies on one hub, as one desk sees them."""

    def __init__(self, client: HubClient, beliefs: Beliefs, clock: Clock | None = None) -> None:
        self._client, self._beliefs, self._clock = client, beliefs, clock or SystemClock()

    def current(self) -> Confirmed:
        """Who may sign now, verified, with the files of all roles. Raises HubError, HubNotBelieved, NotFoundedYet."""
        return self._beliefs.confirmed(self._client, None)

    def propose(self, change: Change, *, emptied: Iterable[str] = ()) -> Examined:
        """What has to be signed so that `change` holds. Nothing is sent. Raises Refused with the reason, HubError."""
        current = self.current()
        wanted = change(current.people)
        return examine(propose(current, wanted, self._clock.now(), emptied=emptied), current)

    def propose_renewal(self, roles: Iterable[str]) -> Examined:
        """The same again for `roles`, because their signatures are about to end."""
        current = self.current()
        return examine(propose(current, current.people, self._clock.now(), renewed=roles), current)

    def propose_online_key(self) -> Examined:
        """A new key for the hub, as after a robbery; the hub makes it now."""
        current = self.current()
        key = Operator("hub", "hub", self._client.approvals.prepare_online_key().key).public_key
        return examine(propose(current, current.people, self._clock.now(), online_key=key), current)

    def examined(self, proposal: Proposal) -> Examined:
        """What a proposal from elsewhere would change, and who has to sign it. Raises Refused, HubError."""
        return examine(proposal, self.current())

    def sign(self, proposal: Proposal, signatory: Signatory) -> Examined:
        """Add a signature. Raises Refused (``not-asked``, ``overtaken``), HubError."""
        current = self.current()
        return examine(sign_proposal(proposal, current, signatory), current)

    def apply(self, examined: Examined) -> Confirmed:
        """Let it hold, on every wall that is connected at once. Raises Refused (``signatures``), RefusedByTrust."""
        state = self._client.approvals.apply(signed_message(completed(examined)))
        with contextlib.suppress(NotFound, NotPermitted):  # it may never have been left there, or not be ours
            self._client.approvals.delete_proposal(examined.proposal.id)
        return self._beliefs.confirm(state)

    def leave_at_hub(self, proposal: Proposal) -> None:
        """So that others find it at their desks; signatures add up. Raises HubError."""
        self._client.approvals.send_proposal(ProposalSent(data=base64.b64encode(write_proposal(proposal)).decode()))

    def at_hub(self) -> tuple[Proposal, ...]:
        """Those that wait there, the newest first. Raises HubError, ContentError."""
        found = [self._client.approvals.proposal(each.id) for each in self._client.approvals.proposals()]
        return tuple(read_proposal(base64.b64decode(each.data)) for each in found)

    def renewals(self) -> tuple[Renewal, ...]:
        """Every role, the most urgent first. Raises HubError, HubNotBelieved."""
        current, now = self.current(), self._clock.now()
        roles = (ROOT, POLICY, *sorted(current.roles))
        dated = [(role, expires) for role in roles if (expires := current.expires(role)) is not None]
        found = [Renewal(role, at, at - now < reminded_before(role), at <= now) for role, at in dated]
        return tuple(sorted(found, key=lambda each: each.expires - reminded_before(each.role)))


def write_proposal_file(proposal: Proposal, folder: Path) -> Path:
    """Put a proposal on a stick; its file. Raises StorageFull, OSError."""
    path = folder / f"{proposal.id}{PROPOSAL_SUFFIX}"
    LocalFiles().make_folder(folder)
    write_atomically(LocalFiles(), path, write_proposal(proposal))
    return path


def read_proposal_file(path: Path) -> Proposal:
    """A proposal from a stick. Raises ContentMissing, Damaged, Refused (``bounds``)."""
    try:
        with path.open("rb") as file:
            return read_proposal(file.read(LARGEST_FILE + 1))
    except OSError as error:
        raise ContentMissing(f"the proposal {path} cannot be read ({error.strerror}); name another file") from error
