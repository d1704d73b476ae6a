"""Who may sign, at the hub: it hands out what is signed upon, takes what people have signed, and forwards proposals.

It judges everything as a player would, and can make none of it itself.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content.delivery.keyfile import next_online_key, settle_online_key
from content.delivery.published import documents_of, parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import FALLBACK, POLICY, ROOT, TIMESTAMP, SignedRole, group_of
from content.delivery.tufnames import CryptoSigner
from content.errors import Refused
from content.studio.ceremonies import cleaned, merged
from content.studio.confirming import Confirmed, confirm
from content.studio.operators import public_of
from content.studio.proposals import Proposal, read_proposal, write_proposal
from content.studio.renewals import reminded_before
from displayctl.api.approvals import OnlineKey, ProposalInfo, ProposalSent, TrustState
from displayctl.api.models import SignedRoles
from displayctl.hub.bus import fact
from displayctl.hub.carriage import Carriage
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, NotFounded, StillInUse, WrongWish
from displayctl.hub.signed_material import signed_roles, text
from displayctl.hub.storage import Storage

MOST_PROPOSALS = 50
LOOKED_AT_EVERY = timedelta(minutes=10)
TRUST = "trust"
_NEVER: tuple[datetime, tuple[str, ...]] = (datetime.max.replace(tzinfo=UTC) - LOOKED_AT_EVERY, ())


class Policies:
    """The hub's view of root and policy. `folder` is where the hub's own keys lie."""

    def __init__(self, storage: Storage, repository: Repository, carriage: Carriage, folder: Path) -> None:
        self._storage, self._repository, self._carriage, self._folder = storage, repository, carriage, folder
        self._one_at_a_time = threading.Lock()
        self._reminded = _NEVER

    def state(self, roles: Iterable[str] | None = None) -> TrustState:
        """What desks sign upon, with the files of `roles`, else of all."""
        wanted = self._repository.delegated() if roles is None else tuple(roles)
        found = {role: data for role in wanted if role and (data := self._repository.current(role)) is not None}
        return TrustState(
            founded=self._repository.is_founded,
            online_key=str(self._repository.online_key.keyval["public"]),
            roots=tuple(text(root) for root in self._repository.roots()),
            policy=text(self._repository.current(POLICY) or b""),
            roles={role: text(data) for role, data in found.items()},
        )

    def confirmed(self, roles: Iterable[str] = ()) -> Confirmed:
        """The same, verified from the first root on. Raises NotFounded, Refused."""
        if not self._repository.is_founded:
            raise NotFounded("nobody has founded this installation yet; do that first: displayctl found")
        found = {role: data for role in roles if (data := self._repository.current(role)) is not None}
        policy = self._repository.current(POLICY) or b""
        return confirm(self._repository.bootstrap_root(), self._repository.roots(), policy, found)

    def reminders(self, now: datetime) -> tuple[str, ...]:
        """Sentences about what people should sign, now or soon; while nobody has founded it, that somebody should."""
        if not self._repository.is_founded:
            return ("nobody has founded this installation yet, so nothing can be published: displayctl found",)
        looked_at, found = self._reminded
        if not looked_at <= now < looked_at + LOOKED_AT_EVERY:  # a thousand groups are a thousand files
            dated = [(role, self._repository.expires(role)) for role in (ROOT, POLICY, *self._repository.delegated())]
            found = tuple(
                f"the signatures of {role} end on {expires:%Y-%m-%d}; sign again: displayctl policy renew"
                for role, expires in dated
                if expires is not None and expires - now < reminded_before(role)
            )
            self._reminded = (now, found)
        return found

    def found(self, signed: SignedRoles) -> TrustState:
        """Take the first policy. Raises ChangedMeanwhile where there is one, Refused, WrongWish."""
        roles = signed_roles(signed)
        if signed.documents or not {ROOT, POLICY} <= signed.roles.keys():
            raise WrongWish("roles", "a founding is a root, a policy and its roles, without any document")
        with self._one_at_a_time:
            if self._repository.is_founded:
                raise ChangedMeanwhile("this installation was founded already; ask its people to add you")
            self._repository.accept(*roles)
            self._tell("trust.found", roles)
        return self.state()

    def apply(self, signed: SignedRoles) -> TrustState:
        """Take what a ceremony has signed, and tell every wall. Raises Refused, WrongWish, NotFounded."""
        roles = signed_roles(signed)
        self.confirmed()
        if signed.documents and set(signed.roles) != {FALLBACK}:
            raise WrongWish("documents", "a ceremony brings no documents to walls; publish those")
        self._check_nothing_new(roles)
        with self._one_at_a_time:
            self._repository.accept(*roles, signer=self._signer_named_by(roles))
            if ROOT in signed.roles:
                settle_online_key(self._folder, self._repository.current(ROOT) or b"")
            self._carriage.push_all()
            self._reminded = _NEVER
            self._tell("trust.apply", roles)
        return self.state()

    def prepare_online_key(self) -> OnlineKey:
        """Make the hub's next key, which is used once people have named it in a root."""
        self.confirmed()
        return OnlineKey(key=public_of(next_online_key(self._folder)))

    def proposals(self) -> tuple[ProposalInfo, ...]:
        """Without their data, newest first."""
        with self._storage.reading() as work:
            return work.proposals.listed()

    def proposal(self, id: str) -> ProposalInfo:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            found = work.proposals.find(id)
        if found is None:
            raise NoSuchThing(f"there is no proposal {id!r} (any more); look at the list")
        return found

    def take_proposal(self, sent: ProposalSent) -> ProposalInfo:
        """Keep a proposal; signatures are added to those of the same one. Raises Damaged, Refused, StillInUse."""
        proposal = cleaned(read_proposal(base64.b64decode(sent.data)), self.confirmed(self._repository.delegated()))
        with self._storage.writing() as work:
            known = work.proposals.find(proposal.id)
            if known is None and work.proposals.count() >= MOST_PROPOSALS:
                raise StillInUse(f"{MOST_PROPOSALS} proposals wait already; delete some first", ())
            if known is not None:
                proposal = merged(_proposal(known), proposal)
            kept = ProposalInfo(
                id=proposal.id,
                proposed_at=known.proposed_at if known is not None else work.now,
                data=text(write_proposal(proposal)),
            )
            work.proposals.put(kept)
            work.record("proposal.put", "proposal", kept.id, None, {"roles": sorted(proposal.roles)})
            work.tell(fact("proposal", kept.id))
            work.commit()
        return kept

    def delete_proposal(self, id: str) -> None:
        """Raises NoSuchThing."""
        self.proposal(id)
        with self._storage.writing() as work:
            work.proposals.delete(id)
            work.record("proposal.delete", "proposal", id)
            work.tell(fact("proposal", id))
            work.commit()

    def _check_nothing_new(self, roles: list[SignedRole]) -> None:
        """A ceremony signs programmes again as they are, or empties them; what is new goes the way of approval."""
        for role in roles:
            group = group_of(role.role)
            if group is not None and (role.documents or not self._is_known(role)):
                raise Refused("documents", f"a ceremony cannot publish for {group}; submit the draft for approval")

    def _is_known(self, role: SignedRole) -> bool:
        listed = documents_of(role.role, parsed_role(role.role, role.metadata))
        current = self._repository.current(role.role)
        return not listed or (
            current is not None and listed == documents_of(role.role, parsed_role(role.role, current))
        )

    def _signer_named_by(self, roles: list[SignedRole]) -> CryptoSigner | None:
        """The hub's next key where the new root names it."""
        root = next((parsed_role(ROOT, role.metadata) for role in roles if role.role == ROOT), None)
        current = self._repository.online_key.keyid
        if root is None or current in root.roles[TIMESTAMP].keyids:
            return None
        following = next_online_key(self._folder)
        if following.public_key.keyid not in root.roles[TIMESTAMP].keyids:
            raise Refused("online-key", "the root names a key that is not this hub's; let the hub make its next one")
        return following

    def _tell(self, action: str, roles: list[SignedRole]) -> None:
        with self._storage.writing() as work:
            work.record(action, TRUST, TRUST, None, {"roles": [role.role for role in roles]})
            work.tell(fact(TRUST, TRUST))
            work.commit()


def _proposal(info: ProposalInfo) -> Proposal:
    return read_proposal(base64.b64decode(info.data))
