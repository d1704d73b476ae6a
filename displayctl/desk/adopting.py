"""From the unencrypted keys of a former version to a person with a passphrase, in one ceremony at their desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from content.studio.operators import Operator
from content.studio.policy import Policy
from content.studio.policy_edits import one_person
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desk.unlocking import KeyCabinet


@dataclass(frozen=True, slots=True)
class Adopted:
    """Who signs from now on, and the files that were removed because they count for nothing any more."""

    person: Operator
    removed: tuple[Path, ...]


def adopt_former_keys(ceremonies: Ceremonies, cabinet: KeyCabinet, name: str, passphrase: str, id: str = "") -> Adopted:
    """Make a key for a person and let it stand wherever the former keys did: "satu mata", but with a passphrase.

    The former keys sign for the last time. More people join afterwards, by ceremonies of their own. Raises Refused
    (``passphrase-weak``, ``not-asked`` where these are not the keys that count), ContentError, HubError.
    """
    key = cabinet.keys.make(name, passphrase, id)
    try:
        examined = ceremonies.propose(lambda policy: _in_one_hand(policy, key.operator))
        signed = ceremonies.sign(examined.proposal, cabinet.former_keys)
        ceremonies.apply(ceremonies.sign(signed.proposal, key))
    except Exception:
        cabinet.keys.remove(key.operator.id)
        raise
    cabinet.unlock(key.operator.id, passphrase)
    return Adopted(key.operator, cabinet.former_keys.put_away())


def _in_one_hand(policy: Policy, person: Operator) -> Policy:
    return replace(one_person(person, policy.groups), walls=policy.walls)
