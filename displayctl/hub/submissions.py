"""Four eyes: drafts are handed in, signed by those who approve them, and published once enough people have.

What is approved are the bytes that were handed in: editing the draft afterwards changes nothing of them. The hub stores
and forwards; it signs no programme.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
from dataclasses import dataclass, replace
from typing import Any

from content.delivery.bundle import LARGEST_FILE
from content.delivery.keyrules import signing_keys
from content.delivery.published import parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import POLICY, SignedRole, programme_path, programme_role
from content.delivery.tufnames import Metadata, Targets
from content.errors import Refused
from content.studio.confirming import missing_for
from content.studio.policy import Policy
from displayctl.api.approvals import (
    Rejection,
    Signed,
    Submission,
    SubmissionFile,
    SubmissionState,
    SubmissionWish,
)
from displayctl.api.models import Publication, SignedRoles
from displayctl.hub.asking import AskerKind, current_asker
from displayctl.hub.bus import fact
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, StillInUse, WrongWish
from displayctl.hub.matrix import LOOK
from displayctl.hub.policies import Policies
from displayctl.hub.publishing import Publishing
from displayctl.hub.repositories.approvals import StoredSubmission
from displayctl.hub.signed_material import signed_roles, text
from displayctl.hub.storage import Storage, UnitOfWork

MOST_OPEN = 20
SUBMISSION = "submission"
_TOLD = ("group", "by", "reference", "note", "submitted_at", "revision", "base_revision", "digest")


@dataclass(frozen=True, slots=True)
class _Standing:
    """Who has signed a submission, and how many have to."""

    needed: int
    signed_by: tuple[str, ...]
    missing: int


class Submissions:
    """Drafts on their way to approval."""

    def __init__(self, storage: Storage, repository: Repository, policies: Policies, publishing: Publishing) -> None:
        self._storage, self._repository = storage, repository
        self._policies, self._publishing = policies, publishing
        self._one_at_a_time = threading.Lock()

    def listed(self) -> tuple[Submission, ...]:
        """Those of groups that the one who asks may look at, newest first."""
        asker = current_asker()
        with self._storage.reading() as work:
            found = [each for each in work.submissions.listed() if asker.may(LOOK, each.group)]
            newest = {group: _newest_revision(work, group) for group in {each.group for each in found}}
        people = self._people() if found else None
        return tuple(self._told(each, newest[each.group], people) for each in found)

    def one(self, group: str, id: str) -> SubmissionFile:
        """A submission with what is to be signed. Raises NoSuchThing."""
        with self._storage.reading() as work:
            found = _found(work, group, id)
            newest = _newest_revision(work, group)
        roles = {programme_role(group): text(found.role)}
        documents = {programme_path(group): text(found.document)}
        return SubmissionFile(
            submission=self._told(found, newest), signed=SignedRoles(roles=roles, documents=documents)
        )

    def submit(self, group: str, wish: SubmissionWish) -> Submission:
        """Keep a draft for approval. Raises WrongWish, Refused, ChangedMeanwhile where it is overtaken already."""
        role = _role_in(group, wish.signed)
        _check_role(group, role)
        document = role.documents[programme_path(group)]
        programme = self._publishing.checked_programme(group, (role,))
        self._policies.confirmed().people.rule(programme_role(group))
        with self._storage.writing() as work:
            newest = _newest_revision(work, group)
            if wish.base_revision != newest:
                raise ChangedMeanwhile(f"{group} was published anew since; look at the draft again, then submit it")
            if work.submissions.open_in(group) >= MOST_OPEN:
                raise StillInUse(f"{MOST_OPEN} drafts of {group} wait for approval already; decide on those first", ())
            made = StoredSubmission(
                id=f"{work.now:%Y%m%d}-{secrets.token_hex(4)}",
                group=group,
                by=_person(wish.by),
                reference=wish.reference,
                note=wish.note,
                submitted_at=work.now,
                revision=programme.revision,
                base_revision=newest,
                digest=hashlib.sha256(document).hexdigest(),
                document=document,
                role=self._merged(group, role.metadata, role.metadata),
                state=SubmissionState.OPEN,
                replaces=wish.replaces,
            )
            self._retire_replaced(work, made)
            self._keep(work, made, "submission.submit")
        return self._told(made, newest)

    def sign(self, group: str, id: str, signed: SignedRoles) -> Signed:
        """Add the signatures that came along; once there are enough, publish. Raises Refused, ChangedMeanwhile."""
        role = _role_in(group, signed)
        with self._one_at_a_time:
            found, newest = self._undecided(group, id)
            before = self._standing(found)
            found = replace(found, role=self._merged(group, found.role, role.metadata))
            standing = self._standing(found)
            if standing.missing and standing.signed_by == before.signed_by:
                raise Refused("signatures", f"that is no new signature of somebody who may sign for {group}")
            publication = None if standing.missing else self._publish(found)
            if publication is not None:
                found = replace(found, state=SubmissionState.PUBLISHED, decided_by=", ".join(standing.signed_by))
            with self._storage.writing() as work:
                decided = work.now if publication is not None else None
                self._keep(work, replace(found, decided_at=decided), "submission.sign")
        return Signed(submission=self._told(replace(found, decided_at=decided), newest), publication=publication)

    def reject(self, group: str, id: str, rejection: Rejection) -> Submission:
        """Send it back with the reason. Raises ChangedMeanwhile, NoSuchThing."""
        return self._decide(group, id, SubmissionState.REJECTED, _person(rejection.by), rejection.reason)

    def withdraw(self, group: str, id: str) -> Submission:
        """Take it back, as by the one who handed it in. Raises ChangedMeanwhile, NoSuchThing."""
        return self._decide(group, id, SubmissionState.WITHDRAWN, current_asker().name, "")

    def reconcile(self) -> None:
        """At start: notes as published what is on air and was not noted any more, as after a power cut."""
        for group in self._repository.groups():
            on_air = self._repository.current(programme_role(group))
            with self._storage.reading() as work:
                waiting = work.submissions.waiting_in(group)
            for found in waiting:
                if on_air is not None and _sign_the_same(found.role, on_air):
                    self._note_published(replace(found, role=self._merged(group, found.role, on_air)))

    def _note_published(self, found: StoredSubmission) -> None:
        names = ", ".join(self._standing(found).signed_by)
        with self._storage.writing() as work:
            done = replace(found, state=SubmissionState.PUBLISHED, decided_by=names, decided_at=work.now)
            self._keep(work, done, "submission.sign")

    def _decide(self, group: str, id: str, state: SubmissionState, by: str, reason: str) -> Submission:
        with self._one_at_a_time, self._storage.writing() as work:
            found = _found(work, group, id)
            if found.state is not SubmissionState.OPEN:
                raise _decided(found)
            found = replace(found, state=state, decided_at=work.now, decided_by=by, reason=reason)
            self._keep(work, found, f"submission.{state.value}")
            newest = _newest_revision(work, group)
        return self._told(found, newest)

    def _undecided(self, group: str, id: str) -> tuple[StoredSubmission, int]:
        with self._storage.reading() as work:
            found, newest = _found(work, group, id), _newest_revision(work, group)
        if found.state is not SubmissionState.OPEN:
            raise _decided(found)
        if found.base_revision != newest:
            raise ChangedMeanwhile(
                f"{group} was published anew (revision {newest}) since this was submitted, so approving it would undo "
                f"that; submit the draft again: displayctl submit --again {id}"
            )
        return found, newest

    def _publish(self, found: StoredSubmission) -> Publication:
        documents = {programme_path(found.group): text(found.document)}
        roles = {programme_role(found.group): text(found.role)}
        return self._publishing.publish(found.group, SignedRoles(roles=roles, documents=documents))

    def _retire_replaced(self, work: UnitOfWork, made: StoredSubmission) -> None:
        former = work.submissions.find(made.replaces) if made.replaces else None
        if former is not None and former.group == made.group and former.state is SubmissionState.OPEN:
            work.submissions.put(
                replace(former, state=SubmissionState.OVERTAKEN, decided_at=work.now, decided_by=made.by)
            )

    def _keep(self, work: UnitOfWork, submission: StoredSubmission, action: str) -> None:
        work.submissions.put(submission)
        told = {name: str(getattr(submission, name)) for name in (*_TOLD, "state", "reason")}
        work.record(action, SUBMISSION, submission.id, None, told)
        work.tell(fact(SUBMISSION, submission.id))
        work.commit()

    def _people(self) -> tuple[Policy, Targets]:
        """The policy as a value and as the file that signatures are checked by."""
        confirmed = self._policies.confirmed()
        return confirmed.people, parsed_role(POLICY, confirmed.policy)

    def _standing(self, found: StoredSubmission, known: tuple[Policy, Targets] | None = None) -> _Standing:
        role = programme_role(found.group)
        people, policy = known or self._people()
        if not people.has(role):
            return _Standing(0, (), 1)
        keys = signing_keys(Metadata[Any].from_bytes(found.role), role, policy)
        names = tuple(sorted(person.name for person in people.signers(role) if person.key in keys))
        return _Standing(people.rule(role).threshold, names, missing_for(role, found.role, policy))

    def _merged(self, group: str, known: bytes, sent: bytes) -> bytes:
        """`known` with the good signatures of both. Raises Refused (``swapped-role``) where they sign two things."""
        policy: Targets = parsed_role(POLICY, self._repository.current(POLICY) or b"")
        one, other = Metadata[Any].from_bytes(known), Metadata[Any].from_bytes(sent)
        if one.signed_bytes != other.signed_bytes:
            raise Refused("swapped-role", "what was signed is not what was handed in; review it again, then sign that")
        all_of = {**one.signatures, **other.signatures}
        for metadata in (one, other):
            good = policy.get_verification_result(programme_role(group), one.signed_bytes, metadata.signatures).signed
            all_of |= {keyid: metadata.signatures[keyid] for keyid in good}
        listed = policy.get_delegated_role(programme_role(group)).keyids
        one.signatures = {keyid: made for keyid, made in all_of.items() if keyid in listed}
        return one.to_bytes()

    def _told(self, found: StoredSubmission, newest: int, known: tuple[Policy, Targets] | None = None) -> Submission:
        standing = self._standing(found, known)
        state = found.state
        if state is SubmissionState.OPEN and found.base_revision != newest:
            state = SubmissionState.OVERTAKEN
        return Submission(
            id=found.id,
            state=state,
            needed=standing.needed,
            signed_by=standing.signed_by,
            decided_at=found.decided_at,
            decided_by=found.decided_by,
            reason=found.reason,
            replaces=found.replaces,
            **{name: getattr(found, name) for name in _TOLD},
        )


def _person(said: str) -> str:
    """Who does it: the one who signed in, whatever they call themselves; without accounts nobody can tell."""
    asker = current_asker()
    return asker.name if asker.kind is AskerKind.PERSON else said


def _sign_the_same(one: bytes, other: bytes) -> bool:
    return Metadata[Any].from_bytes(one).signed_bytes == Metadata[Any].from_bytes(other).signed_bytes


def _role_in(group: str, signed: SignedRoles) -> SignedRole:
    """The one role of a message, with its programme. Raises WrongWish."""
    name, path = programme_role(group), programme_path(group)
    if set(signed.roles) != {name} or set(signed.documents) - {path}:
        raise WrongWish("signed", f"a draft is handed in as {name} with {path}, and with nothing else")
    return signed_roles(signed)[0]


def _check_role(group: str, role: SignedRole) -> None:
    """Raises WrongWish unless the role file lists exactly the document that came with it."""
    path = programme_path(group)
    targets: Targets = parsed_role(role.role, role.metadata)
    document = role.documents.get(path)
    if document is None or len(document) > LARGEST_FILE:
        raise WrongWish("signed", f"the document {path} is missing or larger than 8 MiB; send it along")
    listed = targets.targets.get(path)
    digest = hashlib.sha256(document).hexdigest()
    if set(targets.targets) != {path} or listed is None or listed.hashes.get("sha256") != digest:
        raise WrongWish("signed", f"the role file does not list exactly {path} as it was sent; hand the draft in again")
    json.loads(document)


def _found(work: UnitOfWork, group: str, id: str) -> StoredSubmission:
    found = work.submissions.find(id)
    if found is None or found.group != group:
        raise NoSuchThing(f"there is no submission {id!r} for {group!r} (any more); look at the list")
    return found


def _newest_revision(work: UnitOfWork, group: str) -> int:
    newest = work.publications.newest(group)
    return -1 if newest is None else newest.revision


def _decided(found: StoredSubmission) -> ChangedMeanwhile:
    return ChangedMeanwhile(f"this was decided already: {found.state.value} by {found.decided_by or 'somebody'}")
