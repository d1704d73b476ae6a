"""A thief owns the hub: its database, its disk and its own key, which says what is current."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from content.delivery.bundle import Bundle, pack
from content.delivery.roles import SignedRole, programme_path, programme_role
from tests.attacks.people import People
from tests.attacks.siege import EVIL, FIRST, SECOND, Attack, Siege

pytestmark = pytest.mark.wall
UTAMA, PATH = programme_role("utama"), programme_path("utama")


def evil_document(siege: Siege) -> bytes:
    return json.dumps(siege.document(EVIL)).encode()


def test_a_thief_signs_a_programme_with_the_hubs_own_key(siege: Siege) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(siege.thief.forged(UTAMA, PATH, evil_document(siege))))
    attack.refused_by("signatures")
    attack.over()


def test_a_programme_is_edited_after_it_was_approved(siege: Siege) -> None:
    approved = siege.people.approved(siege.document(SECOND))
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(SignedRole(UTAMA, approved.metadata)))
    attack.refused_by("missing")
    bundle = siege.thief.sealed(approved)
    edited = {name: evil_document(siege) if "programme.json" in name else data for name, data in bundle.files.items()}
    siege.hand_over(Bundle(edited))
    attack.refused_by("damaged")
    attack.over()


def test_an_older_programme_is_brought_back(siege: Siege) -> None:
    old = siege.thief.honest()
    old_role = siege.people.repository.current(UTAMA)
    siege.show(SECOND)
    attack = Attack(siege, SECOND)
    siege.hand_over(old)
    attack.refused_by("rollback")
    siege.hand_over(siege.thief.sealed(SignedRole(UTAMA, old_role or b""), extra=old.files))
    attack.refused_by("rollback")
    attack.over()


def test_a_hub_forgets_a_player_to_give_it_another_root_of_trust(siege: Siege, tmp_path: Path) -> None:
    """The player shows a code again, and the thief answers with an installation of their own, where they sign all."""
    theirs = People(tmp_path / "theirs")
    theirs.publish(siege.document(EVIL))
    attack, hub, device_id = Attack(siege, FIRST), siege.hub, siege.identity.device_id
    hub.mischief.root = theirs.repository.bootstrap_root()
    hub.mischief.bundle = pack(theirs.repository.bundle_for("utama"))
    hub.forget_approvals()
    hub.bound.clear()
    hub.drop_links()
    siege.until(lambda: device_id in hub.asked_codes.values(), "the new code")
    hub.approve("tugu", device_id)
    siege.until(lambda: "another root of trust" in siege.said(), "the refusal")
    attack.over()
    hub.mischief.root = hub.mischief.bundle = None
    siege.until(lambda: hub.connected, "the link to the hub, once it is honest")
    attack.over()
