"""Publishing from a desk: the draft is checked and signed here, by the people's keys, and only then sent to the hub."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from content.delivery.roles import SignedRole, programme_role
from content.studio.ceremonies import completed, examine, sign_proposal
from content.studio.confirming import Confirmed
from content.studio.operators import Signatory
from content.studio.policy_edits import with_group
from content.studio.proposals import propose
from content.studio.signing import sign_programme
from displayctl.api.client import HubClient
from displayctl.api.models import PartKind, Publication, Receipt, ReceiptStage, SigningState
from displayctl.desk.believing import Beliefs
from displayctl.desk.comparing import WallChange, compare_programmes, differ
from displayctl.desk.drafts_seen import check_made_now, check_seen, draft_digest
from displayctl.desk.signed import check_signatory, renew_duty_roles, signed_message
from displayctl.errors import NeedsApproval, NothingToSign
from schedules.clock import Clock, SystemClock
from schedules.codec import programme_from_dict
from schedules.compiler import compile_programme
from schedules.errors import ScheduleError
from schedules.span import Span

POLL_SECONDS = 0.1
_SETTLED = (ReceiptStage.ON_AIR, ReceiptStage.REFUSED)
Tell = Callable[[str], None]


def _silent(sentence: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing the draft of `group` would do, and what a person should know before.

    `differs` also where no wall shows it within the next week.
    `digest` is that of the draft it was made of: what is signed later has to be this one.
    """

    group: str
    first: bool
    walls: tuple[WallChange, ...]
    problems: tuple[str, ...]
    digest: str
    differs: bool


def publishable_groups(client: HubClient) -> tuple[str, ...]:
    """The groups that can be published: for each wall the first of its groups, by name."""
    return tuple(sorted({str(part.value["groups"][0]) for part in client.parts(PartKind.DISPLAY)}))


def preview_publication(client: HubClient, group: str, clock: Clock | None = None) -> Preview:
    """What would change on which wall in the next seven days. Raises HubError, ScheduleError."""
    state = client.signing_state(group)
    draft = programme_from_dict(state.draft)
    published = None if state.published is None else programme_from_dict(state.published)
    now = (clock or SystemClock()).now()
    walls = compare_programmes(draft, published, now)
    differs = published is None or differ(draft, published)
    return Preview(group, published is None, walls, state.problems, draft_digest(state.draft), differs)


def publish(
    client: HubClient,
    keyring: Signatory,
    group: str,
    on_progress: Tell = _silent,
    clock: Clock | None = None,
    *,
    beliefs: Beliefs | None = None,
    seen: str = "",
) -> Publication:
    """Fetches the draft, checks that it plays, signs it and sends it, where one person may do that alone ("satu mata").

    `seen` is the digest of the preview that a person looked at: another draft is not signed. A new group is added to
    the policy where that one may do that too. `beliefs` are those of this desk. `on_progress` hears a sentence at each
    step. Raises NothingToSign, DraftChanged, NeedsApproval where more people have to sign, NotOneOfThem,
    HubNotBelieved, HubError, ContentError where the key cannot be used.
    """
    on_progress(f"fetching the draft of {group}")
    state = client.signing_state(group)
    now = (clock or SystemClock()).now()
    on_progress("checking the draft")
    check_seen(group, state.draft, seen)
    check_playable(state, now)
    known = (beliefs or Beliefs(None)).confirmed(client, None if state.role is None else (programme_role(group),))
    on_progress("signing")
    signed = _sign(state, keyring, known, now)
    on_progress("sending")
    publication = client.publish(group, signed_message(signed))
    renew_duty_roles(client, keyring, now, beliefs=beliefs)
    on_progress(f"published {group} as revision {publication.revision}")
    return publication


def await_walls(client: HubClient, group: str, seconds: float, on_progress: Tell = _silent) -> tuple[Receipt, ...]:
    """How far each wall of `group` is with the newest publication, as soon as those that are connected have it on air
    or have refused it, else after `seconds`. Walls without a player, or whose player is away, are not waited for.

    `on_progress` hears whom it waits for. Raises HubError.
    """
    deadline = time.monotonic() + seconds
    told: tuple[str, ...] = ()
    while True:
        receipts = client.receipts(group)
        connected = {state.display_id for state in client.fleet() if state.connected}
        behind = tuple(
            receipt.display_id
            for receipt in receipts
            if receipt.stage not in _SETTLED and receipt.display_id in connected
        )
        if not behind or time.monotonic() >= deadline:
            return receipts
        if behind != told:
            on_progress(f"waiting for {', '.join(behind)}")
            told = behind
        time.sleep(POLL_SECONDS)


def check_playable(state: SigningState, now: datetime) -> None:
    """Raises NothingToSign unless every wall of the draft can be compiled, and it was made now."""
    try:
        draft = programme_from_dict(state.draft)
        check_made_now(draft, None if state.published is None else int(state.published["revision"]), now)
        for display in draft.displays:
            for region in display.loops:
                compile_programme(draft, display.id, Span(now, now + timedelta(days=1)), region)
    except ScheduleError as error:
        raise NothingToSign(f"the draft of {state.group} cannot be played: {error}") from error
    if not draft.displays:
        raise NothingToSign(f"group {state.group!r} has no walls; add one first")


def _sign(state: SigningState, keyring: Signatory, confirmed: Confirmed, now: datetime) -> tuple[SignedRole, ...]:
    role = programme_role(state.group)
    if not confirmed.people.has(role):
        return _with_new_group(state, keyring, confirmed, now)
    check_signatory(confirmed, keyring, role)
    if confirmed.people.rule(role).threshold > 1:
        raise NeedsApproval(
            f"{confirmed.people.rule(role).threshold} people sign for {state.group}; submit the draft, so that another "
            "approves it: displayctl submit"
        )
    return (sign_programme(keyring, confirmed.role(role), state.group, state.draft, now),)


def _with_new_group(
    state: SigningState, keyring: Signatory, confirmed: Confirmed, now: datetime
) -> tuple[SignedRole, ...]:
    """The group's first programme, and the policy that names the group, where one person may sign both."""
    role = programme_role(state.group)
    proposal = sign_proposal(propose(confirmed, with_group(confirmed.people, state.group), now), confirmed, keyring)
    examined = examine(proposal, confirmed)
    if not examined.complete:
        raise NeedsApproval(
            f"the policy does not name the group {state.group} yet, and more than one person has to sign that; propose "
            f"it first: displayctl policy add-group {state.group}"
        )
    policy = tuple(each for each in completed(examined) if each.role != role)
    return (*policy, sign_programme(keyring, proposal.roles[role], state.group, state.draft, now))
