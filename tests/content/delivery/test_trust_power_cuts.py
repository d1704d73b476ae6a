"""The power goes at any moment of a judgement or a publication; player and hub are whole afterwards and go on."""

from __future__ import annotations

import shutil
import sqlite3
from itertools import count
from pathlib import Path

from content.delivery.bundle import Bundle
from content.delivery.keyfile import online_key
from content.delivery.repository import Repository
from content.delivery.roles import POLICY, SignedRole
from content.delivery.trust import Trust
from content.delivery.trust_store import TrustStore
from content.studio.signing import sign_programme
from schedules.clock import Clock
from tests.content.delivery.ground import BUILT, NOON, PROG_TUGU, TUGU, Ground, role_of, targets_of
from tests.content.delivery.power import MortalConnection, MortalFiles, PowerCut
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import extend_policy, found_installation

OLD, NEW = b'{"programme":1}', b'{"programme":2}'


def mortal_store(path: Path, lives: int) -> TrustStore:
    """A store whose process dies before database statement number `lives`."""

    def connect(path: Path) -> sqlite3.Connection:
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=MortalConnection)
        db.lives = lives
        return db

    return TrustStore(path, connect)


def died_admitting(ground: Ground, home: Path, lives: int) -> bool:
    """Whether the player in `home` was cut off before it had admitted the newest bundle."""
    try:
        store = mortal_store(home / "trust.db", lives)
        trust = Trust(home, ground.repository.bootstrap_root(), ground.clock, BUILT, store)
        trust.admit(ground.bundle(), "tugu")
    except PowerCut:
        return True
    return False


def test_a_player_is_old_or_new_after_a_power_cut_at_any_statement(ground: Ground) -> None:
    ground.publish({"programme": 1})
    first = ground.player()
    first.admit(ground.bundle(), "tugu")
    first.close()
    replay = ground.bundle()
    ground.publish({"programme": 2})
    for lives in count():
        home = ground.folder / f"cut-{lives}"
        shutil.copytree(ground.folder / "player", home)
        died = died_admitting(ground, home, lives)
        frozen = ground.folder / f"after-{lives}"  # the disk as the power cut leaves it
        shutil.copytree(home, frozen)
        again = Trust(frozen, ground.repository.bootstrap_root(), ground.clock, BUILT)
        known = again.last_known_good()
        document = known.document(TUGU)
        assert document
        assert not again.started_over
        assert known.damaged == ()
        assert document.content == (NEW if known.versions[PROG_TUGU] == document.version != _version(replay) else OLD)
        assert again.admit(ground.bundle(), "tugu").refused == {}
        newest = again.last_known_good().document(TUGU)
        assert newest
        assert newest.content == NEW
        if not died:
            assert document.content == NEW
            break
    assert lives > 15


def _version(bundle: Bundle) -> int:
    return int(targets_of(role_of(bundle, PROG_TUGU)).version)


def test_a_hub_is_old_or_new_after_a_power_cut_at_any_operation(ground: Ground) -> None:
    ground.publish({"programme": 1})
    desk = ground.folder / "desk"
    watching = ground.player()
    watching.admit(ground.bundle(), "tugu")
    watching.close()
    for lives in count():
        folder = ground.folder / f"hub-{lives}"
        shutil.copytree(desk / "hub" / "repository", folder)
        shutil.copytree(ground.folder / "player", ground.folder / f"player-{lives}")
        player = ground.player(f"player-{lives}")
        files = MortalFiles(lives, names_lost=True)
        survived = _published_newer(ground, folder, files)
        files.restart()
        again = Repository(folder, ground.online, ground.clock)
        assert again.document(PROG_TUGU, TUGU) in (OLD, NEW)
        assert not survived or again.document(PROG_TUGU, TUGU) == NEW
        again.resign()
        assert player.admit(again.bundle_for("tugu"), "tugu").refused == {}
        again.accept(_next(ground, again))
        assert player.admit(again.bundle_for("tugu"), "tugu").refused == {}
        if survived:
            break
    assert lives > 20


def _published_newer(ground: Ground, folder: Path, files: MortalFiles) -> bool:
    try:
        repository = Repository(folder, ground.online, ground.clock, files)
        repository.accept(
            _next(ground, repository),
            *extend_policy(ground.keyring, repository.current(POLICY) or b"", ("pasar",), ground.clock.now()),
        )
    except PowerCut:
        return False
    return True


def _next(ground: Ground, repository: Repository) -> SignedRole:
    current = repository.current(PROG_TUGU)
    return sign_programme(ground.keyring, current, "tugu", {"programme": 2}, ground.clock.now())


def test_a_first_start_cut_short_at_any_operation_is_done_again(quick_path: Path) -> None:
    clock: Clock = PushedClock(NOON)
    for lives in count():
        folder = quick_path / str(lives)
        files = MortalFiles(lives, names_lost=True)
        survived = True
        try:
            found_installation(folder, ("tugu",), clock, files)
        except PowerCut:
            survived = False
        files.restart()
        repository = found_installation(folder, ("tugu",), clock).repository
        assert repository.head("tugu").version > 0
        assert online_key(folder / "hub").public_key
        if survived:
            break
    assert lives > 20
    home = folder / "player"
    home.mkdir()
    trust = Trust(home, repository.bootstrap_root(), clock, BUILT)
    assert trust.admit(repository.bundle_for("tugu"), "tugu").refused == {}
