"""The hub's repository: it publishes what players will believe, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.delivery.bundle import Bundle
from content.delivery.keyfile import ensure_key, load_key, online_key
from content.delivery.published import PublishedFiles
from content.delivery.repository import Repository
from content.delivery.roles import POLICY, ROOT, SNAPSHOT, TIMESTAMP, SignedRole, metadata_name, owns
from content.delivery.tufnames import Metadata, Root, TargetFile
from content.errors import ContentMissing, Damaged, Refused
from content.studio.signing import renew, sign_alert, sign_programme
from schedules.errors import InvalidValue
from tests.content.delivery.ground import (
    DAY,
    HOUR,
    PROG_TUGU,
    ROOT_NAME,
    SECOND,
    TUGU,
    Ground,
    signed_by,
    targets_of,
)
from tests.content.delivery.power import MortalFiles
from tests.fakes.former_office import extend_policy, found_policy, sign_root


def next_programme(ground: Ground, text: str = "x") -> SignedRole:
    ground.clock.push(SECOND)
    current = ground.repository.current(PROG_TUGU)
    return sign_programme(ground.keyring, current, "tugu", {"programme": text}, ground.clock.now())


def test_a_repository_begins_empty(tmp_path: Path, ground: Ground) -> None:
    empty = Repository(tmp_path / "empty", ground.online, ground.clock)
    assert not empty.is_founded
    assert empty.current(POLICY) is None
    assert empty.expires(POLICY) is None
    assert empty.document(PROG_TUGU, TUGU) is None
    assert empty.groups() == ()
    empty.resign()
    for ask in (empty.head, empty.bundle_for):
        with pytest.raises(ContentMissing, match="root"):
            ask("tugu")
    with pytest.raises(ContentMissing, match="founded"):
        empty.bootstrap_root()
    assert empty.roots() == ()
    with pytest.raises(Refused):
        empty.accept(next_programme(ground))


def test_a_group_without_a_programme_is_told_of_alerts_all_the_same(ground: Ground) -> None:
    ground.alert("banjir")
    player, bundle = ground.player(), ground.bundle("belum-pernah")
    admitted = player.admit(bundle, None)
    assert [document.path for document in admitted.documents] == ["emergency/banjir.json"]
    assert admitted.refused == {}
    before = ground.repository.head("belum-pernah")
    ground.alert("banjir", None)
    assert ground.repository.head("belum-pernah").digest != before.digest
    player.admit(ground.bundle("belum-pernah"), None)
    assert player.last_known_good().documents == ()


def test_what_was_accepted_is_current_also_after_a_restart(ground: Ground) -> None:
    signed = next_programme(ground)
    ground.repository.accept(signed)
    for repository in (ground.repository, ground.reopened()):
        assert repository.current(PROG_TUGU) == signed.metadata
        assert repository.document(PROG_TUGU, TUGU) == b'{"programme":"x"}'
        assert repository.document(PROG_TUGU, "prog/tugu/other.json") is None
        assert repository.groups() == ("taman", "tugu")
        assert repository.expires(PROG_TUGU) == ground.clock.now() + 90 * DAY
        assert repository.bundle_for("tugu") == ground.bundle()
        assert repository.head("tugu") == ground.repository.head("tugu")


def test_the_same_may_be_handed_in_twice(ground: Ground) -> None:
    signed = next_programme(ground)
    ground.repository.accept(signed)
    before = ground.bundle()
    ground.repository.accept(signed)
    root = ground.repository.current(ROOT)
    assert root
    ground.repository.accept(SignedRole(ROOT, root))
    assert ground.bundle() == before


def test_two_desks_that_sign_at_once_do_not_overwrite_each_other(ground: Ground) -> None:
    one = next_programme(ground, "one")
    current = ground.repository.current(PROG_TUGU)
    two = sign_programme(ground.keyring, current, "tugu", {"programme": "two"}, ground.clock.now())
    ground.repository.accept(one)
    for late in (two, SignedRole(PROG_TUGU, current or b"")):
        with pytest.raises(Refused) as caught:
            ground.repository.accept(late)
        assert caught.value.rule == "rollback"
    assert ground.repository.document(PROG_TUGU, TUGU) == b'{"programme":"one"}'


def test_a_desk_whose_clock_is_ahead_is_told(ground: Ground) -> None:
    signed = sign_programme(ground.keyring, None, "tugu", {}, ground.clock.now() + 2 * HOUR)
    with pytest.raises(Refused, match="clocks") as caught:
        ground.repository.accept(signed)
    assert caught.value.rule == "future"


def test_a_heads_digest_changes_only_with_what_is_told(ground: Ground) -> None:
    first = ground.repository.head("tugu")
    ground.repository.resign()
    again = ground.repository.head("tugu")
    assert again.digest == first.digest
    assert again.version > first.version
    ground.publish({"programme": 1}, "taman")
    assert ground.repository.head("tugu").digest == first.digest
    ground.alert("banjir")
    assert ground.repository.head("tugu").digest != first.digest


def test_signing_again_keeps_players_fresh(ground: Ground) -> None:
    player = ground.player()
    for _ in range(6):
        ground.clock.push(20 * HOUR)
        ground.repository.resign()
        player.admit(ground.bundle(), "tugu")
        assert not player.last_known_good().stale


def test_signing_again_twice_in_a_second_still_grows(ground: Ground) -> None:
    versions = []
    for _ in range(3):
        ground.repository.resign()
        versions.append(ground.repository.head("tugu").version)
    assert versions == sorted(set(versions))


def test_files_that_nothing_leads_to_are_removed(ground: Ground) -> None:
    folder = ground.folder / "desk" / "hub" / "repository"
    for number in range(4):
        ground.publish({"programme": number})
        ground.alert(f"alert-{number}")
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    assert count == len(ground.bundle().files) + 1  # and the role of Taman
    assert count == len(PublishedFiles(folder, MortalFiles()))


@pytest.mark.parametrize(
    ("role", "rule"),
    [(PROG_TUGU, "signatures"), ("prog-pasar", "not-delegated"), ("../../etc/cron", "not-delegated")],
)
def test_what_players_would_refuse_is_not_published(ground: Ground, role: str, rule: str) -> None:
    before = ground.bundle()
    targets = targets_of(next_programme(ground).metadata)
    with pytest.raises(Refused) as caught:
        ground.repository.accept(SignedRole(role, signed_by(ground.online, targets)))
    assert caught.value.rule == rule
    assert ground.bundle() == before


def test_a_role_file_that_cannot_be_read_is_refused(ground: Ground) -> None:
    policy = ground.repository.current(POLICY) or b""
    for role, data in ((PROG_TUGU, b"{}"), (ROOT, policy)):
        with pytest.raises(Refused) as caught:
            ground.repository.accept(SignedRole(role, data))
        assert caught.value.rule == "unreadable"


def test_a_listing_without_a_sha256_is_refused(ground: Ground) -> None:
    targets = targets_of(next_programme(ground).metadata)
    targets.targets[TUGU] = TargetFile.from_data(TUGU, b"{}", ["sha512"])
    with pytest.raises(Refused, match="without a SHA-256"):
        ground.repository.accept(SignedRole(PROG_TUGU, signed_by(ground.keyring.signer(PROG_TUGU), targets)))


def test_documents_have_to_come_along(ground: Ground) -> None:
    signed = next_programme(ground)
    with pytest.raises(Refused) as caught:
        ground.repository.accept(SignedRole(signed.role, signed.metadata))
    assert caught.value.rule == "missing"


def test_documents_have_bounds(ground: Ground) -> None:
    with pytest.raises(Refused, match="14 MiB"):
        ground.repository.accept(
            sign_alert(ground.keyring, None, "banjir", bytes(15 << 20), ground.clock.now() + SECOND)
        )


def test_a_policy_comes_with_the_groups_it_names(ground: Ground) -> None:
    ground.clock.push(SECOND)
    policy, group = extend_policy(
        ground.keyring, ground.repository.current(POLICY) or b"", ("pasar", "tugu"), ground.clock.now()
    )
    with pytest.raises(Refused, match="prog-pasar"):
        ground.repository.accept(policy)
    ground.repository.accept(policy, group)
    assert ground.repository.groups() == ("pasar", "taman", "tugu")
    assert ground.player().admit(ground.bundle("pasar"), "pasar").refused == {}


def test_a_group_taken_out_of_the_policy_stays_listed(ground: Ground) -> None:
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    ground.clock.push(SECOND)
    policy = targets_of(ground.repository.current(POLICY) or b"")
    assert policy.delegations
    assert policy.delegations.roles
    del policy.delegations.roles["prog-taman"]
    policy.version += 1
    ground.repository.accept(SignedRole(POLICY, signed_by(ground.keyring.signer(POLICY), policy)))
    assert player.admit(ground.bundle(), "tugu").refused == {}


def test_a_policy_without_any_group_is_possible(ground: Ground) -> None:
    ground.clock.push(SECOND)
    policy = targets_of(ground.repository.current(POLICY) or b"")
    policy.delegations = None
    policy.version += 1
    ground.repository.accept(SignedRole(POLICY, signed_by(ground.keyring.signer(POLICY), policy)))


def test_a_new_key_for_the_hub_goes_through_a_new_root(ground: Ground) -> None:
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    fresh = ensure_key(ground.folder / "new.pem")
    root = sign_root(ground.keyring, ground.repository.current(ROOT) or b"", fresh.public_key, ground.clock.now())
    with pytest.raises(Refused):
        ground.repository.accept(root)
    moved = Repository(ground.folder / "desk" / "hub" / "repository", fresh, ground.clock)
    moved.accept(root)
    assert player.admit(moved.bundle_for("tugu"), "tugu").versions[ROOT] == 2


def test_a_root_that_skips_a_number_is_refused(ground: Ground) -> None:
    root = Metadata[Root].from_bytes(ground.repository.bootstrap_root()).signed
    root.version = 3
    for signer in (ground.keyring.signer(ROOT), ground.online):
        with pytest.raises(Refused) as caught:
            ground.repository.accept(SignedRole(ROOT, signed_by(signer, root)))
        assert caught.value.rule == "rollback"
    assert ground.reopened().bundle_for("tugu") == ground.bundle()


@pytest.mark.parametrize("role", [SNAPSHOT, TIMESTAMP])
def test_nobody_else_says_what_is_current(ground: Ground, role: str) -> None:
    signed = Metadata.from_bytes(ground.repository.current(role) or b"").signed
    signed.version += 1
    ground.clock.push(SECOND)
    before = ground.bundle()
    with pytest.raises(Refused):
        ground.repository.accept(SignedRole(role, signed_by(ground.online, signed)))
    assert ground.bundle() == before


def test_a_hub_whose_numbers_are_used_up_says_so(ground: Ground) -> None:
    timestamp = Metadata.from_bytes(ground.bundle().files["metadata/timestamp.json"]).signed
    timestamp.version = (1 << 53) - 1
    with pytest.raises(Refused, match="new key for the hub"):
        ground.repository.adopt(Bundle({"metadata/timestamp.json": signed_by(ground.online, timestamp)}))


def test_the_first_ceremony_may_be_cut_short_and_done_again(ground: Ground, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "other", ground.online, ground.clock)
    signed = found_policy(ground.keyring, ground.online.public_key, ("tugu",), ground.clock.now())
    repository._files.write({ROOT_NAME: b"left by a first attempt"})
    repository.accept(*signed)
    assert repository.bootstrap_root() == signed[0].metadata


def test_renewing_keeps_the_documents(ground: Ground) -> None:
    ground.alert("banjir")
    ground.clock.push(29 * DAY)
    ground.repository.accept(
        renew(ground.keyring, "emergency", ground.repository.current("emergency") or b"", ground.clock.now())
    )
    ground.clock.push(5 * DAY)
    ground.repository.resign()
    admitted = ground.player().admit(ground.bundle(), "tugu")
    assert "emergency" not in admitted.refused
    assert [document.path for document in admitted.documents] == ["emergency/banjir.json"]


def test_role_files_are_named_by_version_except_the_timestamp() -> None:
    assert metadata_name(SNAPSHOT, 5) == "metadata/5.snapshot.json"
    assert metadata_name(TIMESTAMP, 5) == "metadata/timestamp.json"


@pytest.mark.parametrize(
    ("role", "path", "right"),
    [
        (PROG_TUGU, "prog/tugu/programme.json", True),
        (PROG_TUGU, "prog/tugu/", False),
        (PROG_TUGU, "prog/tugu/a/b.json", False),
        (PROG_TUGU, "prog/taman/programme.json", False),
        ("emergency", "emergency/banjir.json", True),
        ("emergency", "drill/banjir.json", False),
    ],
)
def test_a_role_owns_its_folder_only(role: str, path: str, right: bool) -> None:
    assert owns(role, path) is right


@pytest.mark.parametrize("group", ["", "Tugu", "a/b", "-a", "a" * 65])
def test_groups_are_identifiers(ground: Ground, group: str) -> None:
    with pytest.raises(InvalidValue):
        ground.repository.bundle_for(group)


def test_a_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    key = online_key(tmp_path / "hub")
    path = tmp_path / "hub" / "online.pem"
    assert path.stat().st_mode & 0o777 == 0o600
    assert online_key(tmp_path / "hub").public_key == key.public_key
    path.chmod(0o640)
    with pytest.raises(Refused) as caught:
        load_key(path)
    assert caught.value.rule == "key-exposed"


def test_a_key_that_is_not_one_is_said(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    path = tmp_path / "key.pem"
    with pytest.raises(ContentMissing, match=r"key\.pem"):
        load_key(path)
    path.touch(mode=0o600)
    with pytest.raises(Damaged, match="not a readable private key"):
        load_key(path)
    other = generate_private_key(SECP256R1())
    path.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(Damaged, match="not an Ed25519 key"):
        load_key(path)
