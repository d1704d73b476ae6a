"""Four eyes at a desk: a draft is handed in, somebody else looks at it and signs exactly that, or sends it back."""

from __future__ import annotations

from datetime import datetime

from content.delivery.roles import SignedRole, programme_role
from content.studio.confirming import Confirmed
from content.studio.operators import Signatory, public_of
from content.studio.signing import countersign, sign_programme, unsigned_programme
from displayctl.api.approvals import Rejection, Signed, Submission, SubmissionWish
from displayctl.api.client import HubClient
from displayctl.api.models import SigningState
from displayctl.desk.believing import Beliefs
from displayctl.desk.drafts_seen import check_seen
from displayctl.desk.publishing import check_playable
from displayctl.desk.reviewing import Review
from displayctl.desk.signed import check_signatory, renew_duty_roles, signed_message
from displayctl.errors import HubNotBelieved, NeedsApproval, NotOneOfThem
from schedules.clock import Clock, SystemClock

NOT_PUBLISHED = -1


def submit(
    client: HubClient,
    signatory: Signatory | None,
    group: str,
    *,
    by: str,
    beliefs: Beliefs,
    reference: str = "",
    note: str = "",
    replaces: str = "",
    clock: Clock | None = None,
    seen: str = "",
) -> Submission:
    """Hand in the draft of `group` as it is now; what happens to the draft afterwards changes nothing of it.

    With a `signatory` who may sign for the group their signature is the first one; anybody else's draft waits for as
    many as the policy asks. `reference` names the request it came from, as the number of a letter; `seen` is the digest
    of the preview that the person looked at, as another draft is not handed in. Raises NothingToSign, DraftChanged,
    NeedsApproval where the policy does not name the group yet, HubNotBelieved, HubError.
    """
    now = (clock or SystemClock()).now()
    state = client.signing_state(group)
    check_seen(group, state.draft, seen)
    check_playable(state, now)
    confirmed = beliefs.confirmed(client, (programme_role(group),))
    if not confirmed.people.has(programme_role(group)):
        raise NeedsApproval(
            f"the policy does not name the group {group} yet; propose it first: displayctl policy add-group {group}"
        )
    _check_on_air(state, confirmed)
    wish = SubmissionWish(
        by=by,
        reference=reference,
        note=note,
        replaces=replaces,
        base_revision=NOT_PUBLISHED if state.published is None else int(state.published["revision"]),
        signed=signed_message((_frozen(state, confirmed, signatory, now),)),
    )
    return client.approvals.submit(group, wish)


def submit_again(
    client: HubClient,
    signatory: Signatory | None,
    submission: Submission,
    *,
    by: str,
    beliefs: Beliefs,
    clock: Clock | None = None,
    seen: str = "",
) -> Submission:
    """Hand the draft in anew, as it is now, in the place of one that was overtaken. Raises as `submit`.

    It has to be looked at and signed again by everybody: it is another draft.
    """
    return submit(
        client,
        signatory,
        submission.group,
        by=by,
        beliefs=beliefs,
        reference=submission.reference,
        note=submission.note,
        replaces=submission.id,
        clock=clock,
        seen=seen,
    )


def approve(
    client: HubClient, signatory: Signatory, review: Review, *, beliefs: Beliefs, clock: Clock | None = None
) -> Signed:
    """Sign exactly what `review` shows. With enough signatures it is published; the answer tells.

    Raises NotOneOfThem where this key does not count or has signed already, Conflict where the draft was overtaken or
    decided, RefusedByTrust, HubNotBelieved, HubError.
    """
    group, now = review.submission.group, (clock or SystemClock()).now()
    role = programme_role(group)
    confirmed = beliefs.confirmed(client, (role,))
    check_signatory(confirmed, signatory, role)
    owner = confirmed.people.owner_of(public_of(signatory.signer(role)))
    if owner is not None and owner.name in review.submission.signed_by and review.submission.needed > 1:
        raise NotOneOfThem(f"{owner.name} has signed this draft already; somebody else has to approve it")
    signed = countersign(signatory, SignedRole(role, review.role))
    answer = client.approvals.sign(group, review.submission.id, signed_message((signed,)))
    if answer.publication is not None:
        renew_duty_roles(client, signatory, now, beliefs=beliefs)
    return answer


def reject(client: HubClient, submission: Submission, *, by: str, reason: str) -> Submission:
    """Send a draft back with the reason. Raises Conflict where it was decided already, HubError."""
    return client.approvals.reject(submission.group, submission.id, Rejection(by=by, reason=reason))


def withdraw(client: HubClient, submission: Submission) -> Submission:
    """Take one's own draft back. Raises Conflict where it was decided already, HubError."""
    return client.approvals.withdraw(submission.group, submission.id)


def _frozen(state: SigningState, confirmed: Confirmed, signatory: Signatory | None, now: datetime) -> SignedRole:
    role = programme_role(state.group)
    if signatory is not None and confirmed.people.may_sign(public_of(signatory.signer(role)), role):
        return sign_programme(signatory, confirmed.role(role), state.group, state.draft, now)
    return unsigned_programme(confirmed.role(role), state.group, state.draft, now)


def _check_on_air(state: SigningState, confirmed: Confirmed) -> None:
    if state.published is not None and not confirmed.is_published(state.group, state.published):
        raise HubNotBelieved(f"what the hub calls published for {state.group} is not what was signed; look into it")
