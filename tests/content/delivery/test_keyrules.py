"""Policies and roots that ngclient would believe, and that a player must not: each rule as the story of a trick."""

from __future__ import annotations

from typing import Any

import pytest

from content.delivery.files import LocalFiles
from content.delivery.keyfile import next_online_key, settle_online_key
from content.delivery.keyrules import canonical_keyid, check_policy, check_root, listed_keys
from content.delivery.published import PublishedFiles
from content.delivery.roles import POLICY, ROOT, TIMESTAMP, metadata_name
from content.delivery.trust import Trust
from content.delivery.tufnames import DelegatedRole, Metadata, Root, SSlibKey, Targets
from content.errors import ContentMissing, Refused
from tests.content.delivery.ground import PROG_TUGU, Ground, role_of, signed_by, targets_of


@pytest.fixture
def player(ground: Ground) -> Trust:
    ground.publish({"programme": 1})
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    return player


def policy_of(ground: Ground) -> Targets:
    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    return policy


def refusal(ground: Ground, player: Trust, policy: Targets) -> str:
    """The rule by which a player refuses `policy`, properly signed as it is."""
    with pytest.raises(Refused) as caught:
        player.admit(ground.stolen({POLICY: signed_by(ground.keyring.signer(POLICY), policy)}), "tugu")
    return caught.value.rule


def root_of(ground: Ground) -> Root:
    signed = Metadata[Root].from_bytes(ground.repository.current(ROOT) or b"").signed
    assert isinstance(signed, Root)
    return signed


def roles_of(policy: Targets) -> dict[str, DelegatedRole]:
    assert policy.delegations
    assert policy.delegations.roles is not None
    return policy.delegations.roles


def test_a_key_has_one_id_and_it_is_its_own(ground: Ground) -> None:
    key = ground.keyring.signer(PROG_TUGU).public_key
    assert canonical_keyid(key.keyval["public"]) == key.keyid


def test_a_key_under_another_id_is_refused(ground: Ground, player: Trust) -> None:
    policy = policy_of(ground)
    stranger = ground.online.public_key
    policy.add_key(SSlibKey("cc" * 32, stranger.keytype, stranger.scheme, {"public": "5" * 64}), PROG_TUGU)
    assert refusal(ground, player, policy) == "key-id"


def test_a_number_that_nobody_can_reach_is_refused(ground: Ground, player: Trust) -> None:
    policy = policy_of(ground)
    roles_of(policy)[PROG_TUGU].threshold = 2
    assert refusal(ground, player, policy) == "threshold"


def test_the_hubs_own_key_in_a_persons_place_is_refused(ground: Ground, player: Trust) -> None:
    policy = policy_of(ground)
    policy.add_key(ground.online.public_key, PROG_TUGU)
    assert refusal(ground, player, policy) == "online-key"


def test_a_listed_id_without_a_key_is_refused(ground: Ground, player: Trust) -> None:
    policy = policy_of(ground)
    roles_of(policy)[PROG_TUGU].keyids.append("dd" * 32)
    assert refusal(ground, player, policy) == "key-form"


@pytest.mark.parametrize(
    "change",
    [
        {"name": "prog-Tugu"},
        {"name": "snapshot-2"},
        {"name": 1},
        {"paths": ["prog/*"]},
        {"paths": ["prog/tugu/*", "prog/taman/*"]},
        {"terminating": False},
    ],
)
def test_a_role_in_disguise_is_refused(ground: Ground, player: Trust, change: dict[str, Any]) -> None:
    policy = policy_of(ground)
    former = roles_of(policy)[PROG_TUGU]
    fields = {"name": PROG_TUGU, "terminating": True, "paths": former.paths, **change}
    disguised = DelegatedRole(keyids=former.keyids, threshold=1, **fields)
    roles_of(policy)[disguised.name] = disguised
    assert refusal(ground, player, policy) == "delegation-form"


def test_a_root_gives_the_hub_no_persons_power(ground: Ground) -> None:
    root = root_of(ground)
    check_root(root)
    root.add_key(ground.online.public_key, POLICY)
    with pytest.raises(Refused) as caught:
        check_root(root)
    assert caught.value.rule == "online-key"
    root = root_of(ground)
    root.roles[ROOT].threshold = 2
    with pytest.raises(Refused) as caught:
        check_root(root)
    assert caught.value.rule == "threshold"


def test_a_policy_that_hands_nothing_out_deceives_nobody(ground: Ground) -> None:
    policy = policy_of(ground)
    policy.delegations = None
    check_policy(policy, root_of(ground))
    assert listed_keys(TIMESTAMP, root_of(ground)) == {ground.online.public_key.keyval["public"]}


def test_the_hubs_next_key_counts_once_a_root_names_it(ground: Ground) -> None:
    folder, root = ground.folder / "desk" / "hub", ground.repository.current(ROOT) or b""
    assert settle_online_key(folder, root).public_key.keyid == ground.online.public_key.keyid
    (folder / "online.pem").unlink()  # another hub's, which no root names
    assert settle_online_key(folder, root).public_key.keyid != ground.online.public_key.keyid
    following = next_online_key(folder)
    assert settle_online_key(folder, root).public_key.keyid != following.public_key.keyid
    named = Metadata[Root].from_bytes(root)
    named.signed.add_key(following.public_key, TIMESTAMP)
    assert settle_online_key(folder, named.to_bytes()).public_key.keyid == following.public_key.keyid
    assert not (folder / "online-next.pem").exists()


def test_what_a_hub_hands_out_is_listed(ground: Ground) -> None:
    assert len(ground.repository.roots()) == 1
    assert PROG_TUGU in ground.repository.delegated()
    assert ground.repository.online_key.keyid == ground.online.public_key.keyid
    empty = type(ground.repository)(ground.folder / "empty", ground.online, ground.clock)
    with pytest.raises(ContentMissing, match="founded"):
        empty.bootstrap_root()


def test_a_repository_of_a_former_version_says_no_root_in_its_timestamp(ground: Ground) -> None:
    folder = ground.folder / "desk" / "hub" / "repository"
    path = folder / metadata_name(TIMESTAMP, 0)
    metadata = Metadata[Any].from_bytes(path.read_bytes())
    assert metadata.signed.unrecognized_fields.pop("displayctl-root") == 1
    metadata.sign(ground.online)
    path.write_bytes(metadata.to_bytes())
    assert PublishedFiles(folder, LocalFiles()).versions()[ROOT] == 1
