"""Attacks on a wall, told as stories: the thief has the network, or the hub and its key; never a desk's key alone."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from content.delivery.bundle import Bundle
from content.delivery.roles import POLICY, ROOT, metadata_name
from content.delivery.trust import Trust
from content.delivery.tufnames import Delegations, Metadata, Root, SSlibKey
from content.errors import Refused
from content.studio.signing import renew
from tests.content.delivery.ground import (
    DAY,
    EVIL,
    GOOD,
    HOUR,
    NEWER,
    PROG_TAMAN,
    PROG_TUGU,
    ROOT_NAME,
    TUGU,
    Ground,
    lose_cache,
    role_of,
    shown,
    signed_by,
    targets_of,
    with_document,
)
from tests.fakes.clock import PushedClock


def test_a_robbed_hub_cannot_sign_a_programme(ground: Ground, player: Trust) -> None:
    targets, documents = with_document(targets_of(role_of(ground.bundle(), PROG_TUGU)), TUGU, EVIL)
    admitted = player.admit(ground.stolen({PROG_TUGU: signed_by(ground.online, targets)}, documents), "tugu")
    assert admitted.refused[PROG_TUGU].rule == "signatures"
    assert shown(player) == b'{"programme":1}'


def test_an_alert_gets_through_beside_a_broken_programme(ground: Ground, player: Trust) -> None:
    ground.alert("banjir")
    targets, documents = with_document(targets_of(role_of(ground.bundle(), PROG_TUGU)), TUGU, EVIL)
    player.admit(ground.stolen({PROG_TUGU: signed_by(ground.online, targets)}, documents), "tugu")
    assert player.last_known_good().document("emergency/banjir.json")
    assert shown(player) == b'{"programme":1}'


def test_the_document_is_exchanged_under_its_signature(ground: Ground, player: Trust) -> None:
    ground.publish(NEWER)
    files = {name: EVIL if "programme.json" in name else data for name, data in ground.bundle().files.items()}
    admitted = player.admit(Bundle(files), "tugu")
    assert admitted.refused[PROG_TUGU].rule == "damaged"
    assert shown(player) == b'{"programme":1}'


def test_the_document_is_left_out(ground: Ground, player: Trust) -> None:
    ground.publish(NEWER)
    files = {name: data for name, data in ground.bundle().files.items() if "programme.json" not in name}
    assert player.admit(Bundle(files), "tugu").refused[PROG_TUGU].rule == "missing"
    assert shown(player) == b'{"programme":1}'


def test_an_old_bundle_is_replayed(ground: Ground, player: Trust) -> None:
    old = ground.bundle()
    ground.publish(NEWER)
    player.admit(ground.bundle(), "tugu")
    with pytest.raises(Refused) as caught:
        player.admit(old, "tugu")
    assert caught.value.rule == "rollback"
    assert shown(player) == b'{"programme":2}'


def test_a_robbed_hub_points_back_to_an_older_programme(ground: Ground, player: Trust) -> None:
    old = ground.bundle()
    ground.publish(NEWER)
    player.admit(ground.bundle(), "tugu")
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({PROG_TUGU: role_of(old, PROG_TUGU)}, old.files), "tugu")
    assert caught.value.rule == "rollback"
    assert shown(player) == b'{"programme":2}'


def test_a_robbed_hub_points_back_after_a_power_cut_lost_the_cache(ground: Ground, player: Trust) -> None:
    old = ground.bundle()
    ground.publish(NEWER)
    player.admit(ground.bundle(), "tugu")
    lose_cache(player, ground)
    admitted = player.admit(ground.stolen({PROG_TUGU: role_of(old, PROG_TUGU)}, old.files), "tugu")
    assert admitted.refused[PROG_TUGU].rule == "below-floor"
    assert shown(player) == b'{"programme":2}'


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 700])
def test_a_cache_that_is_truncated_or_flipped_lets_nothing_back(ground: Ground, player: Trust, damage: bytes) -> None:
    old = ground.bundle()
    ground.publish(NEWER)
    player.admit(ground.bundle(), "tugu")
    with sqlite3.connect(ground.folder / "player" / "trust.db") as db:
        db.execute("UPDATE cache SET content=?", (damage,))
    with pytest.raises(Refused) as caught:
        player.admit(old, "tugu")
    assert caught.value.rule == "below-floor"
    assert player.admit(ground.bundle(), "tugu").refused == {}


def test_a_robbed_hub_freezes_the_wall_until_its_signature_is_too_old(ground: Ground, player: Trust) -> None:
    frozen = ground.bundle()
    ground.clock.push(DAY)
    with pytest.raises(Refused) as caught:
        player.admit(frozen, "tugu")
    assert caught.value.rule == "expired"
    assert player.last_known_good().stale
    assert shown(player) == b'{"programme":1}'


def test_the_wall_is_frozen_and_its_clock_set_back(ground: Ground, player: Trust) -> None:
    frozen = ground.bundle()
    ground.clock.push(2 * DAY)
    ground.repository.resign()
    player.admit(ground.bundle(), "tugu")
    lose_cache(player, ground)
    player.close()
    again = ground.player(clock=PushedClock(datetime(2000, 1, 1, tzinfo=UTC)))
    with pytest.raises(Refused) as caught:
        again.admit(frozen, "tugu")
    assert caught.value.rule == "expired"


def test_parts_of_two_publications_are_mixed(ground: Ground, player: Trust) -> None:
    old = ground.bundle()
    ground.publish(NEWER)
    mixed = dict(ground.bundle().files)
    newest = targets_of(role_of(ground.bundle(), PROG_TUGU)).version
    mixed[metadata_name(PROG_TUGU, newest)] = role_of(old, PROG_TUGU)
    assert player.admit(Bundle(mixed), "tugu").refused[PROG_TUGU].rule == "damaged"
    assert shown(player) == b'{"programme":1}'


def test_one_groups_programme_is_given_to_another_group(ground: Ground, player: Trust) -> None:
    ground.publish({"programme": "taman"}, "taman")
    taman = ground.bundle("taman")
    admitted = player.admit(ground.stolen({PROG_TUGU: role_of(taman, PROG_TAMAN)}, taman.files), "tugu")
    assert admitted.refused[PROG_TUGU].rule == "swapped-role"
    assert shown(player) == b'{"programme":1}'


def test_the_whole_bundle_of_one_group_is_given_to_another_group(ground: Ground, player: Trust) -> None:
    ground.publish({"programme": "taman"}, "taman")
    ground.publish(NEWER)
    assert player.admit(ground.bundle("taman"), "tugu").refused[PROG_TUGU].rule == "missing"
    assert shown(player) == b'{"programme":1}'


def test_an_empty_drill_is_given_as_the_emergency_to_silence_an_alert(ground: Ground, player: Trust) -> None:
    ground.alert("banjir")
    player.admit(ground.bundle(), "tugu")
    ground.alert("latihan", drill=True)
    ground.alert("latihan", None, drill=True)
    empty = role_of(ground.bundle(), "drill")
    admitted = player.admit(ground.stolen({"emergency": empty}), "tugu")
    assert admitted.refused["emergency"].rule == "swapped-role"
    assert player.last_known_good().document("emergency/banjir.json")


def test_an_alert_is_silenced_by_leaving_its_role_out(ground: Ground, player: Trust) -> None:
    ground.alert("banjir")
    player.admit(ground.bundle(), "tugu")
    with pytest.raises(Refused):
        player.admit(ground.stolen({}, leave_out="emergency"), "tugu")
    assert player.last_known_good().document("emergency/banjir.json")


def test_a_policy_is_forged_with_the_programme_key(ground: Ground, player: Trust) -> None:
    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(PROG_TUGU), policy)}), "tugu")
    assert caught.value.rule == "signatures"


def test_the_house_card_is_given_as_the_policy(ground: Ground, player: Trust) -> None:
    fallback = renew(ground.keyring, "fallback", role_of(ground.bundle(), "fallback"), ground.clock.now() + HOUR)
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: fallback.metadata}), "tugu")
    assert caught.value.rule == "swapped-role"
    assert player.last_known_good().versions[POLICY] < targets_of(fallback.metadata).version
    ground.repository.resign()
    assert player.admit(ground.bundle(), "tugu").refused == {}


def test_one_key_listed_twice_does_not_make_two_people(ground: Ground, player: Trust) -> None:
    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    assert policy.delegations
    assert policy.delegations.roles
    key = ground.keyring.signer(PROG_TUGU).public_key
    twin = SSlibKey("aa" * 32, key.keytype, key.scheme, dict(key.keyval))
    policy.add_key(twin, PROG_TUGU)
    policy.delegations.roles[PROG_TUGU].threshold = 2
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(POLICY), policy)}), "tugu")
    assert caught.value.rule == "duplicate-key"


def test_a_root_on_the_way_that_counted_one_key_twice_is_refused(ground: Ground, player: Trust) -> None:
    honest = Metadata[Root].from_bytes(ground.bundle().files[ROOT_NAME]).signed
    twins = Metadata[Root].from_bytes(ground.bundle().files[ROOT_NAME]).signed
    key = ground.keyring.signer(ROOT).public_key
    twins.add_key(SSlibKey("aa" * 32, key.keytype, key.scheme, dict(key.keyval)), ROOT)
    twins.version, honest.version = 2, 3
    roots = {
        metadata_name(ROOT, root.version): signed_by(ground.keyring.signer(ROOT), root) for root in (twins, honest)
    }
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({}, roots), "tugu")
    assert caught.value.rule == "duplicate-key"


def test_what_was_verified_in_a_refused_bundle_still_guards(ground: Ground, player: Trust) -> None:
    ground.publish(NEWER)
    between = ground.bundle()
    ground.publish(GOOD)
    torn = {name: data for name, data in ground.bundle().files.items() if not name.endswith(".snapshot.json")}
    for bundle, rule in ((Bundle(torn), "missing"), (between, "rollback")):
        with pytest.raises(Refused) as caught:
            player.admit(bundle, "tugu")
        assert caught.value.rule == rule


@pytest.mark.parametrize(
    ("keytype", "scheme", "public"),
    [("ed25519", "ed25519", "AB" * 32), ("ed25519", "ed25519", "ab"), ("rsa", "rsassa-pss-sha256", "no key at all")],
)
def test_keys_of_another_form_are_refused(
    ground: Ground, player: Trust, keytype: str, scheme: str, public: str
) -> None:
    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    policy.add_key(SSlibKey("bb" * 32, keytype, scheme, {"public": public}), "drill")
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(POLICY), policy)}), "tugu")
    assert caught.value.rule == "key-form"


def test_the_emergency_key_signs_a_programme(ground: Ground, player: Trust) -> None:
    targets, documents = with_document(targets_of(role_of(ground.bundle(), "emergency")), TUGU, EVIL)
    emergency = signed_by(ground.keyring.signer("emergency"), targets)
    admitted = player.admit(ground.stolen({"emergency": emergency}, documents), "tugu")
    assert admitted.refused["emergency"].rule == "foreign-path"
    assert shown(player) == b'{"programme":1}'


def test_a_path_that_would_climb_out_of_its_folder_is_refused(ground: Ground, player: Trust) -> None:
    targets, _ = with_document(targets_of(role_of(ground.bundle(), "emergency")), "emergency/Ä.json", EVIL)
    emergency = signed_by(ground.keyring.signer("emergency"), targets)
    assert player.admit(ground.stolen({"emergency": emergency}), "tugu").refused["emergency"].rule == "foreign-path"


def test_the_policy_itself_lists_a_programme(ground: Ground, player: Trust) -> None:
    policy, documents = with_document(targets_of(role_of(ground.bundle(), POLICY)), TUGU, EVIL)
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(POLICY), policy)}, documents), "tugu")
    assert caught.value.rule == "foreign-path"


def test_a_programme_role_hands_its_right_on(ground: Ground, player: Trust) -> None:
    targets = targets_of(role_of(ground.bundle(), PROG_TUGU))
    targets.version += 1
    targets.delegations = Delegations({}, {})
    signed = signed_by(ground.keyring.signer(PROG_TUGU), targets)
    assert player.admit(ground.stolen({PROG_TUGU: signed}), "tugu").refused[PROG_TUGU].rule == "delegates-further"


def test_a_policy_that_names_nobody_accepts_nobody(ground: Ground, player: Trust) -> None:
    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    policy.delegations = None
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(POLICY), policy)}), "tugu")
    assert caught.value.rule == "not-delegated"


def test_a_policy_that_hands_out_roles_by_the_bin_is_refused(ground: Ground, player: Trust) -> None:
    from tuf.api.metadata import SuccinctRoles  # type: ignore[attr-defined]

    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    policy.delegations = Delegations({}, succinct_roles=SuccinctRoles([], 1, 1, "bin"))
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(POLICY), policy)}), "tugu")
    assert caught.value.rule == "delegation-form"


def test_a_version_that_no_clock_will_ever_reach_is_refused(ground: Ground, player: Trust) -> None:
    targets = targets_of(role_of(ground.bundle(), PROG_TUGU))
    targets.version = 1 << 70
    signed = signed_by(ground.keyring.signer(PROG_TUGU), targets)
    assert player.admit(ground.stolen({PROG_TUGU: signed}), "tugu").refused[PROG_TUGU].rule == "unreadable"
