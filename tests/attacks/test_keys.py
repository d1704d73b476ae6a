"""Keys in the wrong hands, or in too few: one approver alone, one key that counts twice, keys that were taken away."""

from __future__ import annotations

import json

import pytest

from content.delivery.roles import DRILL, EMERGENCY, POLICY, SignedRole, alert_path, programme_path, programme_role
from content.delivery.tufnames import SSlibKey
from content.studio.policy_edits import without_person
from tests.attacks.siege import EVIL, EVIL_POSTER, FIRST, Attack, Siege
from tests.attacks.thief import version_in
from tests.attacks.watcher import IN_A_DRILL

pytestmark = pytest.mark.wall
UTAMA, PATH = programme_role("utama"), programme_path("utama")


def alone(siege: Siege) -> SignedRole:
    """What one approver signs without anybody else."""
    return siege.people.approved(siege.document(EVIL), by=("sekar",))


def test_one_approver_signs_alone(siege: Siege) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(alone(siege)))
    attack.refused_by("signatures")
    attack.over()


def test_one_approver_signs_twice(siege: Siege) -> None:
    attack, role = Attack(siege, FIRST), alone(siege)
    plain = json.loads(role.metadata)
    (signature,) = plain["signatures"]
    twice = {**plain, "signatures": [signature, signature]}
    siege.hand_over(siege.thief.sealed(as_role(role, twice), unread={UTAMA: version_in(role.metadata)}))
    attack.refused_by("unreadable")
    other = siege.people.key("budi").operator.keyid
    siege.hand_over(
        siege.thief.sealed(as_role(role, {**plain, "signatures": [signature, {**signature, "keyid": other}]}))
    )
    attack.refused_by("signatures")
    attack.over()


def as_role(role: SignedRole, plain: object) -> SignedRole:
    return SignedRole(role.role, json.dumps(plain).encode(), role.documents)


def test_one_key_stands_under_two_ids(siege: Siege) -> None:
    """Two people were talked into signing a policy in which one of them counts for two."""
    people, policy = siege.people, siege.thief.listing(POLICY)
    key = people.key("sekar").signer(UTAMA).public_key
    twin = SSlibKey("aa" * 32, key.keytype, key.scheme, dict(key.keyval))
    policy.add_key(twin, UTAMA)
    signers = [people.key(name).signer(POLICY) for name in ("sekar", "budi")]
    attack, role = Attack(siege, FIRST), alone(siege)
    plain = json.loads(role.metadata)
    plain["signatures"].append({**plain["signatures"][0], "keyid": twin.keyid})
    siege.hand_over(siege.thief.sealed(siege.thief.signed(POLICY, policy, *signers), as_role(role, plain)))
    attack.refused_by("duplicate-key")
    attack.over()


def test_a_key_signs_that_was_taken_away(siege: Siege) -> None:
    siege.people.repository.accept(*siege.people.hold_ceremony(lambda policy: without_person(policy, "citra")))
    siege.show(FIRST)
    evil = siege.people.approved(siege.document(EVIL), by=("budi", "citra"))
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(evil))
    attack.refused_by("signatures")
    attack.over()


def test_the_emergency_key_signs_a_programme(siege: Siege) -> None:
    duty = siege.people.key("dewi").signer(EMERGENCY)
    document = json.dumps(siege.document(EVIL)).encode()
    attack = Attack(siege, FIRST)
    below, beside = (siege.thief.forged(role, PATH, document, duty) for role in (EMERGENCY, UTAMA))
    siege.hand_over(siege.thief.sealed(below, beside))
    attack.refused_by("foreign-path")
    attack.refused_by("signatures")
    attack.over()


def test_the_drill_key_raises_an_emergency(siege: Siege) -> None:
    thief, driller, notice = siege.thief, siege.people.key("eka").signer(DRILL), siege.notice(EVIL_POSTER)
    attack = Attack(siege, FIRST)
    as_real, below = (thief.forged(role, alert_path("banjir"), notice, driller) for role in (EMERGENCY, DRILL))
    siege.hand_over(thief.sealed(as_real, below))
    attack.refused_by("signatures")
    attack.refused_by("foreign-path")
    attack.over()


def test_a_drill_never_looks_like_an_emergency(siege: Siege) -> None:
    """Even where its document says that it is none: every frame has the band that says so."""
    attack = Attack(siege, FIRST, IN_A_DRILL + EVIL_POSTER)
    siege.people.warn("banjir", siege.notice(EVIL_POSTER), by="eka", drill=True)
    siege.tell()
    siege.until(lambda: siege.shows(IN_A_DRILL + EVIL_POSTER), "the drill")
    siege.people.warn("banjir", None, by="eka", drill=True)
    siege.tell()
    siege.until(lambda: siege.shows(FIRST), "the end of the drill")
    attack.over()
