"""The first start, at a desk: people make their keys, sign the first policy, and from then on walls believe them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.delivery.tufnames import Key
from content.errors import ContentError
from content.studio.founding import found_policy
from content.studio.operators import Operator
from content.studio.policy import Policy
from content.studio.policy_edits import one_person, several_people
from content.studio.sealed_keys import OperatorKey
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, HubUnreachable
from displayctl.desk.believing import Beliefs, fingerprint
from displayctl.desk.signed import signed_message
from displayctl.desk.unlocking import KeyCabinet
from schedules.clock import Clock, SystemClock

FIRST_GROUP = "utama"


@dataclass(frozen=True, slots=True)
class Founder:
    """A person of the first policy as they are asked for: their passphrase makes the key that is made here.

    With `id` empty one is made from the name.
    """

    name: str
    passphrase: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """What a first start leaves. `fingerprint` is that of the root; other desks and players are compared with it."""

    policy: Policy
    fingerprint: str


def found_one_person(
    client: HubClient,
    cabinet: KeyCabinet,
    beliefs: Beliefs,
    founder: Founder,
    groups: Iterable[str] = (FIRST_GROUP,),
    clock: Clock | None = None,
) -> Founded:
    """One person signs everything from now on: "satu mata". The key is made at this desk and is unlocked afterwards.

    Raises Refused (``passphrase-weak``, ``key-there``), InvalidValue, Conflict where it was founded already, HubError.
    """
    keys = _make_keys(cabinet, (founder,))
    policy = one_person(keys[0].operator, groups)
    founded = _found(client, cabinet, beliefs, keys, policy, clock)
    cabinet.unlock(keys[0].operator.id, founder.passphrase)
    return founded


def found_several(
    client: HubClient,
    cabinet: KeyCabinet,
    beliefs: Beliefs,
    founders: Sequence[Founder],
    groups: Iterable[str] = (FIRST_GROUP,),
    clock: Clock | None = None,
    *,
    invited: Sequence[Operator] = (),
) -> Founded:
    """Several people, at least three, of whom two sign together from now on.

    `founders`, at least two, make their keys at this desk, one after the other; those `invited` have theirs at their
    own desks already (see `content.studio.invitations`). Emergencies and drills each may raise alone. Each key made
    here is carried to its owner's desk afterwards (`KeyFolder.bring_out`) and removed here; none of them is ever
    unlocked. Raises as `found_one_person`, Refused (``threshold``) for fewer than three, with no key made.
    """
    several_people((*_placeholders(founders), *invited), ())
    keys = _make_keys(cabinet, founders)
    try:
        policy = several_people((*(key.operator for key in keys), *invited), groups)
    except ContentError:
        _remove(cabinet, keys)
        raise
    return _found(client, cabinet, beliefs, keys, policy, clock)


def _make_keys(cabinet: KeyCabinet, founders: Sequence[Founder]) -> tuple[OperatorKey, ...]:
    """All keys or none: a name or a passphrase that is refused leaves nothing behind."""
    made: list[OperatorKey] = []
    try:
        for founder in founders:
            made.append(cabinet.keys.make(founder.name, founder.passphrase, founder.id))
    except BaseException:
        _remove(cabinet, made)
        raise
    return tuple(made)


def _found(
    client: HubClient,
    cabinet: KeyCabinet,
    beliefs: Beliefs,
    keys: tuple[OperatorKey, ...],
    policy: Policy,
    clock: Clock | None,
) -> Founded:
    try:
        signed = found_policy(policy, keys, _online_key(client), (clock or SystemClock()).now())
        state = client.approvals.found(signed_message(signed))
    except HubUnreachable:
        raise  # the hub may have taken it all the same: keys that count must not be thrown away
    except (HubError, ContentError):
        _remove(cabinet, keys)
        raise
    root = signed[0].metadata
    beliefs.begin(root)
    beliefs.confirm(state)
    return Founded(policy, fingerprint(base64.b64decode(state.roots[0])))


def _online_key(client: HubClient) -> Key:
    return Operator("hub", "hub", client.approvals.trust(()).online_key).public_key


def _remove(cabinet: KeyCabinet, keys: Iterable[OperatorKey]) -> None:
    for key in keys:
        try:
            cabinet.keys.remove(key.operator.id)
        except (ContentError, OSError):
            continue


def _placeholders(founders: Sequence[Founder]) -> tuple[Operator, ...]:
    """As many people as there will be, to ask the rules before any key is made."""
    return tuple(Operator(f"orang-{at}", f"Orang {at}", f"{at:064x}") for at in range(1, len(founders) + 1))
