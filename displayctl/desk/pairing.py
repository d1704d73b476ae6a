"""Pairing from a desk: a player is approved, and what is published is signed anew so that it names it at once."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime

from content.errors import ContentError
from content.studio.signing import Keyring, sign_programme
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, RefusedByTrust
from displayctl.api.models import Document, PartKind, PlayerState, Publication, SignedRoles, SigningState
from displayctl.desk.introducing import Meeting, meet_player
from displayctl.desk.signed import signed_message
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


def approve_player(
    client: HubClient,
    keyring: Keyring,
    code: str,
    display_id: str,
    clock: Clock | None = None,
    *,
    meeting: Meeting | None = None,
) -> Pairing:
    """Binds the player that shows `code` to a wall, and publishes what was published there again, naming this player.

    Nothing else of the draft is published. `meeting` is the one whose phrase was compared with the wall's; without it
    nobody has. Raises HubError where the code or the wall is not right; once the player is bound, what hinders
    the publication is told in the result.
    """
    state = client.approve((meeting or meet_player(client, code)).approval(display_id))
    group = str(client.part(PartKind.DISPLAY, display_id).value["groups"][0])
    now = (clock or SystemClock()).now()
    try:
        return Pairing(state, _name_player(client, keyring, group, state, now))
    except (HubError, ContentError) as error:
        return Pairing(state, None, str(error))


def _name_player(
    client: HubClient, keyring: Keyring, group: str, state: PlayerState, now: datetime
) -> Publication | None:
    """The publication that names the player; None where its wall is not in what is published."""
    for tries_left in reversed(range(_TRIES)):
        signing = client.signing_state(group)
        if not _is_published(signing, state.display_id):
            return None
        try:
            return client.publish(group, _signed_again(keyring, signing, state, now))
        except RefusedByTrust:
            changed = client.signing_state(group).role != signing.role
            if not tries_left or not changed:  # somebody else's publication in between is no reason to give up
                raise
    return None


def _signed_again(keyring: Keyring, signing: SigningState, state: PlayerState, now: datetime) -> SignedRoles:
    published = signing.published or {}
    role = None if signing.role is None else base64.b64decode(signing.role)
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
