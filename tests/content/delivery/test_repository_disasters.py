"""The hub comes back from its disasters: restored from an old backup, or with files that its disk has lost."""

from __future__ import annotations

import shutil

import pytest

from content.delivery.bundle import Bundle
from content.delivery.keyfile import ensure_key
from content.delivery.roles import ROOT, metadata_name
from content.delivery.tufnames import Metadata, Targets
from content.errors import Damaged, Refused
from content.studio.signing import sign_programme
from tests.content.delivery.ground import PROG_TUGU, SECOND, TUGU, Ground, role_of, signed_by, targets_of
from tests.fakes.former_office import sign_root


def test_a_role_that_the_disk_has_lost_can_be_published_anew(ground: Ground) -> None:
    ground.publish({"programme": 1})
    version = targets_of(role_of(ground.bundle(), PROG_TUGU)).version
    (ground.folder / "desk" / "hub" / "repository" / metadata_name(PROG_TUGU, version)).unlink()
    ground.clock.push(SECOND)
    signed = sign_programme(ground.keyring, None, "tugu", {"programme": 2}, ground.clock.now())
    ground.repository.accept(signed)
    assert ground.player().admit(ground.bundle(), "tugu").versions[PROG_TUGU] == targets_of(signed.metadata).version


def test_a_hub_from_an_old_backup_takes_the_newest_back(ground: Ground) -> None:
    folder = ground.folder / "desk" / "hub" / "repository"
    player = ground.player()
    ground.publish({"programme": 1})
    shutil.copytree(folder, ground.folder / "backup")
    root = sign_root(
        ground.keyring, ground.repository.current(ROOT) or b"", ground.online.public_key, ground.clock.now()
    )
    ground.repository.accept(root)
    ground.publish({"programme": 2})
    ground.alert("banjir")
    player.admit(ground.bundle(), "tugu")
    shutil.rmtree(folder)
    shutil.copytree(ground.folder / "backup", folder)
    restored = ground.reopened()
    restored.resign()
    with pytest.raises(Refused):
        player.admit(restored.bundle_for("tugu"), "tugu")
    assert set(restored.adopt(player.give_back())) == {ROOT, PROG_TUGU, "emergency"}
    assert restored.document(PROG_TUGU, TUGU) == b'{"programme":2}'
    assert player.admit(restored.bundle_for("tugu"), "tugu").refused == {}
    assert restored.adopt(player.give_back()) == ()


def test_a_restored_hub_whose_clock_is_behind_signs_newer_than_it_ever_did(ground: Ground) -> None:
    player = ground.player()
    folder = ground.folder / "desk" / "hub" / "repository"
    shutil.copytree(folder, ground.folder / "backup")
    for _ in range(5):
        ground.repository.resign()
    player.admit(ground.bundle(), "tugu")
    shutil.rmtree(folder)
    shutil.copytree(ground.folder / "backup", folder)
    restored = ground.reopened()
    assert restored.adopt(player.give_back()) == ()
    player.admit(restored.bundle_for("tugu"), "tugu")


def test_nobody_can_push_a_hub_into_the_future_by_giving_back(ground: Ground) -> None:
    thief = ensure_key(ground.folder / "thief.pem")
    timestamp = Metadata.from_bytes(ground.bundle().files["metadata/timestamp.json"]).signed
    timestamp.version = (1 << 53) - 1
    snapshot = signed_by(thief, Targets(version=5))
    junk = {"metadata/7.snapshot.json": snapshot, "metadata/8.snapshot.json": b"{}", "notes.txt": b"hello"}
    before = ground.repository.head("tugu")
    given = Bundle({**junk, "metadata/timestamp.json": signed_by(thief, timestamp)})
    assert ground.repository.adopt(given) == ()
    assert ground.repository.head("tugu") == before


def test_a_repository_that_lost_a_file_says_which(ground: Ground) -> None:
    folder = ground.folder / "desk" / "hub" / "repository"
    snapshot = next((folder / "metadata").glob("*.snapshot.json"))
    data = snapshot.read_bytes()
    snapshot.write_bytes(b"{}")
    with pytest.raises(Damaged, match="snapshot"):
        ground.reopened()
    snapshot.unlink()
    with pytest.raises(Damaged, match=snapshot.name):
        ground.reopened()
    snapshot.write_bytes(data)
    taman = next((folder / "metadata").glob("*.prog-taman.json"))
    taman.unlink()
    with pytest.raises(Refused, match="prog-taman"):
        ground.reopened().resign()
