"""Pairing from a desk: a player is approved, and what is published is signed anew so that it names it at once."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime

from content.delivery.roles import programme_role
from content.delivery.tufnames import CryptoSigner
from content.errors import ContentError, ContentMissing
from content.studio.confirming import Confirmed
from content.studio.operators import Signatory
from content.studio.signing import sign_programme
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, RefusedByTrust
from displayctl.api.models import Document, PartKind, PlayerState, Publication, SignedRoles, SigningState
from displayctl.desk.believing import Beliefs
from displayctl.desk.introducing import Meeting, meet_player
from displayctl.desk.signed import check_signatory, signed_message
from displayctl.errors import DeskError, HubNotBelieved, NeedsApproval
from schedules.clock import Clock, SystemClock

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Pairing:
    """A player and its wall. `publication` names the player, so that the wall plays at once.

    It is None where the wall waits for the next publication: `hindrance` is a sentence why, empty where the wall was
    never published.
    """

    state: PlayerState
    publication: Publication | None
    hindrance: str = ""


class Keyless(Signatory):
    """A desk without keys, as a technician's: it pairs, and the next publication names the player."""

    def signer(self, role: str) -> CryptoSigner:
        raise ContentMissing(
            "there is no key at this desk; the next publication, signed at another desk, names the player"
        )


def approve_player(
    client: HubClient,
    keyring: Signatory,
    code: str,
    display_id: str,
    clock: Clock | None = None,
    *,
    meeting: Meeting | None = None,
    beliefs: Beliefs | None = None,
) -> Pairing:
    """Binds the player that shows `code` to a wall, and publishes what was published there again, naming this player.

    Nothing else of the draft is published. `meeting` is the one whose phrase was compared with the wall's; without it
    nobody has. Raises HubError where the code or the wall is not right; once the player is bound, what hinders
    the publication is told in the result.
    """
    believed = beliefs or Beliefs(None)
    state = client.approve((meeting or meet_player(client, code, believed)).approval(display_id))
    group = str(client.part(PartKind.DISPLAY, display_id).value["groups"][0])
    now = (clock or SystemClock()).now()
    try:
        return Pairing(state, _name_player(client, keyring, group, state, now, believed))
    except (HubError, ContentError, DeskError) as error:
        return Pairing(state, None, str(error))


def _name_player(
    client: HubClient, keyring: Signatory, group: str, state: PlayerState, now: datetime, beliefs: Beliefs
) -> Publication | None:
    """The publication that names the player; None where its wall is not in what is published.

    Where more than one person has to sign, the next publication that they approve names it.
    """
    for tries_left in reversed(range(_TRIES)):
        signing = client.signing_state(group)
        if not _is_published(signing, state.display_id):
            return None
        confirmed = beliefs.confirmed(client, (programme_role(group),))
        check_signatory(confirmed, keyring, programme_role(group))
        if confirmed.people.rule(programme_role(group)).threshold > 1:
            raise NeedsApproval(f"more than one person signs for {group}; submit the draft, which names the player")
        if tries_left and confirmed.roles.get(programme_role(group)) != base64.b64decode(signing.role or ""):
            continue  # somebody published between the two questions
        try:
            return client.publish(group, _signed_again(keyring, signing, confirmed, state, now))
        except RefusedByTrust:
            changed = client.signing_state(group).role != signing.role
            if not tries_left or not changed:  # somebody else's publication in between is no reason to give up
                raise
    return None


def _signed_again(
    keyring: Signatory, signing: SigningState, confirmed: Confirmed, state: PlayerState, now: datetime
) -> SignedRoles:
    published = signing.published or {}
    if not confirmed.is_published(signing.group, published):
        raise HubNotBelieved(f"what the hub calls published for {signing.group} is not what was signed; look into it")
    role = confirmed.role(programme_role(signing.group))
    document = {
        **published,
        "revision": max(int(published["revision"]) + 1, int(now.timestamp())),
        "displays": [_naming(display, state) for display in published["displays"]],
    }
    return signed_message((sign_programme(keyring, role, signing.group, document, now),))


def _is_published(signing: SigningState, display_id: str) -> bool:
    return signing.published is not None and any(
        display["id"] == display_id for display in signing.published["displays"]
    )


def _naming(display: Document, state: PlayerState) -> Document:
    """`display` with the player that is bound to it now; one that moved is no longer where it was."""
    if display["id"] == state.display_id:
        return {**display, "fingerprint": state.device_id}
    return {**display, "fingerprint": ""} if display["fingerprint"] == state.device_id else display
