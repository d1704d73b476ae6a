"""The messages about who may sign, and about drafts on their way to approval; and the calls that exchange them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from displayctl.api.message import BASE64
from displayctl.api.models import Base64, Count, Instant, Message, Publication, SignedRoles

if TYPE_CHECKING:
    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody

PublicKeyText = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
GroupName = Annotated[str, Field(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
PersonName = Annotated[str, Field(max_length=80)]
Words = Annotated[str, Field(max_length=500)]
ProposalData = Annotated[str, Field(max_length=22 << 20, pattern=BASE64)]


class TrustState(Message):
    """What a desk signs upon, as the hub has it: nothing in it is to be believed before it is verified.

    `online_key` is the hub's own public key. `roots` are all root files in their order, `policy` the newest policy,
    `roles` the files of the delegated roles that were asked for; all of them base64, and empty before the founding.
    """

    founded: bool
    online_key: PublicKeyText
    roots: tuple[Base64, ...] = ()
    policy: Base64 = ""
    roles: dict[str, Base64] = Field(default_factory=dict)


class OnlineKey(Message):
    """A key of the hub's own."""

    key: PublicKeyText


class ProposalInfo(Message):
    """A proposal that people are signing; `data` is its file, base64, empty in lists."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    proposed_at: Instant
    data: ProposalData = ""


class ProposalSent(Message):
    """A proposal, or the same one with more signatures."""

    data: ProposalData


class SubmissionState(StrEnum):
    """``overtaken``: something else was published for its group since; it has to be submitted again."""

    OPEN = "open"
    PUBLISHED = "published"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


class SubmissionWish(Message):
    """A draft for approval. `signed` is its programme role with or without the submitter's signature.

    `base_revision` is that of the publication it was compared with, -1 where there was none; `replaces` the id of an
    overtaken submission that it takes the place of.
    """

    by: PersonName
    reference: Words = ""
    note: Words = ""
    base_revision: Annotated[int, Field(strict=True, ge=-1, le=1 << 53)] = -1
    replaces: Annotated[str, Field(max_length=64)] = ""
    signed: SignedRoles


class Submission(Message):
    """A draft as it was handed in. What is approved are the bytes whose SHA-256 is `digest`, whatever happens to the
    draft since. `signed_by` are the people who have signed, of whom `needed` have to.
    """

    id: str
    group: str
    by: str
    reference: str = ""
    note: str = ""
    submitted_at: Instant
    revision: Count
    base_revision: int = -1
    digest: str
    state: SubmissionState
    needed: Count
    signed_by: tuple[str, ...] = ()
    decided_at: Instant | None = None
    decided_by: str = ""
    reason: str = ""
    replaces: str = ""


class SubmissionFile(Message):
    """A submission with what is to be signed: its role file and the programme, both as they were handed in."""

    submission: Submission
    signed: SignedRoles


class Rejection(Message):
    """Why a submission is not approved, and by whom."""

    by: PersonName
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class Signed(Message):
    """What became of a submission that somebody signed: the publication once enough people have."""

    submission: Submission
    publication: Publication | None = None


class ApprovalCalls:
    """The routes about trust and approval, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def trust(self, roles: tuple[str, ...] | None = None) -> TrustState:
        """What is signed upon; with `roles` only those of the delegated ones, else all."""
        params = {} if roles is None else {"role": list(roles) or [""]}
        return self._transport.one(TrustState, "GET", "/api/trust", params=params)

    def found(self, signed: SignedRoles) -> TrustState:
        """Hand in the first policy; raises Conflict where there is one."""
        return self._transport.one(TrustState, "POST", "/api/trust/founding", message=signed)

    def apply(self, signed: SignedRoles) -> TrustState:
        """Hand in what a ceremony has signed completely. Raises RefusedByTrust."""
        return self._transport.one(TrustState, "POST", "/api/trust", message=signed)

    def prepare_online_key(self) -> OnlineKey:
        """Let the hub make its next key, which a ceremony then names."""
        return self._transport.one(OnlineKey, "POST", "/api/trust/online-key")

    def proposals(self) -> tuple[ProposalInfo, ...]:
        """Proposals that people are signing, the newest first."""
        return self._transport.many(ProposalInfo, "GET", "/api/proposals")

    def proposal(self, id: str) -> ProposalInfo:
        return self._transport.one(ProposalInfo, "GET", f"/api/proposals/{id}")

    def send_proposal(self, sent: ProposalSent) -> ProposalInfo:
        """Leave a proposal at the hub, or add signatures to the one that is there."""
        return self._transport.one(ProposalInfo, "POST", "/api/proposals", message=sent)

    def delete_proposal(self, id: str) -> None:
        self._transport.send("DELETE", f"/api/proposals/{id}")

    def submissions(self) -> tuple[Submission, ...]:
        """Newest first."""
        return self._transport.many(Submission, "GET", "/api/submissions")

    def submission(self, group: str, id: str) -> SubmissionFile:
        return self._transport.one(SubmissionFile, "GET", f"/api/submissions/{group}/{id}")

    def submit(self, group: str, wish: SubmissionWish) -> Submission:
        return self._transport.one(Submission, "POST", f"/api/submissions/{group}", message=wish)

    def sign(self, group: str, id: str, signed: SignedRoles) -> Signed:
        """Add a signature; enough of them publish. Raises RefusedByTrust, Conflict where it was decided already."""
        return self._transport.one(Signed, "POST", f"/api/submissions/{group}/{id}/signatures", message=signed)

    def reject(self, group: str, id: str, rejection: Rejection) -> Submission:
        return self._transport.one(Submission, "POST", f"/api/submissions/{group}/{id}/rejection", message=rejection)

    def withdraw(self, group: str, id: str) -> Submission:
        return self._transport.one(Submission, "DELETE", f"/api/submissions/{group}/{id}")

    def asset_pieces(self, sha256: str) -> Iterator[bytes]:
        """The bytes of one rendition as they come; whoever reads them checks them against the digest."""
        return self._transport.pieces(f"/api/assets/{sha256}")
