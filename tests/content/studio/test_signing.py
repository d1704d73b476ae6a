"""The desk's half of trust: people's keys, and what they sign with them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT, STANDING, TIMESTAMP, SignedRole
from content.delivery.tufnames import Metadata, Root, Targets
from content.errors import ContentMissing, Refused
from content.studio.signing import countersign, renew, sign_alert, sign_fallback, sign_programme
from schedules.errors import InvalidValue
from tests.content.delivery.ground import DAY, NOON, SECOND
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import Keyring, extend_policy, found_installation, found_policy, sign_root


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring(tmp_path / "keys")


def listing(signed: SignedRole) -> Targets:
    targets = Metadata[Targets].from_bytes(signed.metadata).signed
    assert isinstance(targets, Targets)
    return targets


def test_keys_are_made_once_and_belong_to_one_kind_of_person(keyring: Keyring, tmp_path: Path) -> None:
    first = keyring.signer("prog-tugu").public_key
    assert keyring.signer("prog-taman").public_key == first
    assert Keyring(tmp_path / "keys").signer("prog-tugu").public_key == first
    assert keyring.signer(EMERGENCY).public_key == keyring.signer(DRILL).public_key
    assert len({keyring.signer(role).public_key.keyid for role in (ROOT, POLICY, EMERGENCY, "prog-tugu")}) == 4
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "keys").iterdir()} == {0o600}


def test_the_first_ceremony_signs_every_role(keyring: Keyring, tmp_path: Path) -> None:
    online = Keyring(tmp_path / "hub").signer(TIMESTAMP).public_key
    signed = found_policy(keyring, online, ("tugu", "taman", "tugu"), NOON)
    assert [role.role for role in signed] == [ROOT, POLICY, "prog-taman", "prog-tugu", *STANDING]
    root = Metadata[Root].from_bytes(signed[0].metadata).signed
    assert root.version == 1
    assert root.roles["timestamp"].keyids == root.roles["snapshot"].keyids == [online.keyid]
    assert listing(signed[1]).version == int(NOON.timestamp())
    assert all(listing(role).targets == {} for role in signed[2:])


def test_one_person_cannot_be_both_root_and_hub(keyring: Keyring) -> None:
    online = keyring.signer(ROOT).public_key
    found_policy(keyring, online, ("tugu",), NOON)  # one key under one id is one key
    twin = type(online)("aa" * 32, online.keytype, online.scheme, dict(online.keyval))
    with pytest.raises(Refused) as caught:
        found_policy(keyring, twin, ("tugu",), NOON)
    assert caught.value.rule == "duplicate-key"


def test_groups_are_added_to_what_is_there(keyring: Keyring) -> None:
    first = found_policy(keyring, keyring.signer("prog-x").public_key, ("tugu",), NOON)[1]
    policy, group = extend_policy(keyring, first.metadata, ("tugu", "pasar"), NOON + SECOND)
    delegations = listing(policy).delegations
    assert delegations
    assert delegations.roles
    assert list(delegations.roles) == ["prog-tugu", *STANDING, "prog-pasar"]
    assert delegations.roles["prog-pasar"].paths == ["prog/pasar/*"]
    assert group.role == "prog-pasar"
    assert extend_policy(keyring, first.metadata, ("tugu",), NOON) == ()


def test_a_programme_is_all_that_its_role_signs(keyring: Keyring) -> None:
    first = sign_programme(keyring, None, "tugu", {"b": 1, "a": "Ä"}, NOON)
    assert first.role == "prog-tugu"
    assert first.documents == {"prog/tugu/programme.json": '{"a":"Ä","b":1}'.encode()}
    assert listing(first).expires == NOON + 90 * DAY
    second = sign_programme(keyring, first.metadata, "tugu", {"c": 2}, NOON + SECOND)
    assert list(listing(second).targets) == ["prog/tugu/programme.json"]
    retired = sign_programme(keyring, second.metadata, "tugu", None, NOON + 2 * SECOND)
    assert listing(retired).targets == {}
    assert retired.documents == {}


def test_versions_are_seconds_and_always_grow(keyring: Keyring) -> None:
    version = 0
    current = None
    for now in (NOON, NOON, NOON - timedelta(days=9), NOON + DAY):
        signed = sign_programme(keyring, current, "tugu", {}, now)
        assert listing(signed).version == max(version + 1, int(now.timestamp()))
        version, current = listing(signed).version, signed.metadata


@pytest.mark.parametrize("document", [{"a": 1.5}, {"a": [float("nan")]}])
def test_a_document_with_fractions_cannot_be_signed(keyring: Keyring, document: dict[str, object]) -> None:
    with pytest.raises(Refused, match="float"):
        sign_programme(keyring, None, "tugu", document, NOON)


def test_one_roles_bytes_do_not_become_anothers(keyring: Keyring) -> None:
    taman = sign_programme(keyring, None, "taman", {}, NOON)
    for data in (taman.metadata, found_policy(keyring, keyring.signer("prog-x").public_key, (), NOON)[1].metadata):
        with pytest.raises(Refused) as caught:
            sign_programme(keyring, data, "tugu", {}, NOON)
        assert caught.value.rule == "swapped-role"
    with pytest.raises(Refused) as caught:
        sign_programme(keyring, b"junk", "tugu", {}, NOON)
    assert caught.value.rule == "unreadable"


def test_the_emergency_role_lists_every_live_alert(keyring: Keyring) -> None:
    one = sign_alert(keyring, None, "banjir", b"1", NOON)
    two = sign_alert(keyring, one.metadata, "gempa", b"2", NOON)
    assert sorted(listing(two).targets) == ["emergency/banjir.json", "emergency/gempa.json"]
    assert two.documents == {"emergency/gempa.json": b"2"}
    three = sign_alert(keyring, two.metadata, "banjir", None, NOON)
    assert list(listing(three).targets) == ["emergency/gempa.json"]
    with pytest.raises(ContentMissing, match="banjir"):
        sign_alert(keyring, three.metadata, "banjir", None, NOON)
    with pytest.raises(ContentMissing):
        sign_alert(keyring, None, "banjir", None, NOON)


def test_a_drill_is_signed_apart(keyring: Keyring) -> None:
    drill = sign_alert(keyring, None, "latihan", b"1", NOON, drill=True)
    assert drill.role == DRILL
    assert list(listing(drill).targets) == ["drill/latihan.json"]


@pytest.mark.parametrize("name", ["", "Banjir", "../x"])
def test_alerts_and_groups_have_identifiers(keyring: Keyring, name: str) -> None:
    with pytest.raises(InvalidValue):
        sign_alert(keyring, None, name, b"1", NOON)
    with pytest.raises(InvalidValue):
        sign_programme(keyring, None, name, {}, NOON)
    with pytest.raises(InvalidValue):
        found_policy(keyring, keyring.signer(ROOT).public_key, (name,), NOON)


def test_the_house_card_is_a_set_of_files(keyring: Keyring) -> None:
    signed = sign_fallback(keyring, None, {"card.json": b"1"}, NOON)
    assert signed.role == FALLBACK
    assert list(listing(signed).targets) == ["fallback/card.json"]


def test_renewing_signs_the_same_for_longer(keyring: Keyring) -> None:
    first = sign_alert(keyring, None, "banjir", b"1", NOON)
    again = renew(keyring, EMERGENCY, first.metadata, NOON + 20 * DAY)
    assert listing(again).targets == listing(first).targets
    assert listing(again).expires == NOON + 50 * DAY


def test_a_second_person_adds_a_signature(keyring: Keyring, tmp_path: Path) -> None:
    other = Keyring(tmp_path / "other")
    one = sign_programme(keyring, None, "tugu", {}, NOON)
    two = countersign(other, one)
    assert two.documents == one.documents
    assert set(Metadata.from_bytes(two.metadata).signatures) == {
        ring.signer("prog-tugu").public_key.keyid for ring in (keyring, other)
    }


def test_two_people_together_reach_a_threshold_of_two(tmp_path: Path) -> None:
    """What a policy with a threshold above one needs is there; raising it is a ceremony of its own."""
    clock = PushedClock(NOON)
    installation = found_installation(tmp_path, ("tugu",), clock)
    repository, first, second = installation.repository, installation.keyring, Keyring(tmp_path / "second")
    policy = Metadata[Targets].from_bytes(repository.current(POLICY) or b"").signed
    assert policy.delegations
    assert policy.delegations.roles
    policy.add_key(second.signer("prog-tugu").public_key, "prog-tugu")
    policy.delegations.roles["prog-tugu"].threshold = 2
    policy.version += 1
    metadata = Metadata(policy)
    metadata.sign(first.signer(POLICY))
    clock.push(SECOND)
    repository.accept(SignedRole(POLICY, metadata.to_bytes()))
    alone = sign_programme(first, repository.current("prog-tugu"), "tugu", {"programme": 1}, clock.now())
    with pytest.raises(Refused) as caught:
        repository.accept(alone)
    assert caught.value.rule == "signatures"
    repository.accept(countersign(second, alone))
    assert repository.document("prog-tugu", "prog/tugu/programme.json") == b'{"programme":1}'


def test_a_new_root_names_the_new_hub(keyring: Keyring, tmp_path: Path) -> None:
    old, new = (Keyring(tmp_path / name).signer("prog-x").public_key for name in ("old", "new"))
    root = found_policy(keyring, old, ("tugu",), NOON)[0]
    signed = Metadata[Root].from_bytes(sign_root(keyring, root.metadata, new, NOON + DAY).metadata).signed
    assert signed.version == 2
    assert signed.roles["timestamp"].keyids == [new.keyid]
    assert old.keyid not in signed.keys


def test_an_installation_is_founded_once(tmp_path: Path) -> None:
    clock = PushedClock(NOON)
    first = found_installation(tmp_path, ("tugu",), clock)
    root = first.repository.bootstrap_root()
    clock.push(DAY)
    again = found_installation(tmp_path, ("pasar",), clock)
    assert again.repository.bootstrap_root() == root
    assert again.repository.groups() == ("tugu",)
    assert again.keyring.signer(ROOT).public_key == first.keyring.signer(ROOT).public_key
