"""An installation in a folder, with people who sign, a hub that publishes, and a thief who robbed the hub."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from content.delivery.bundle import Bundle
from content.delivery.keyfile import online_key
from content.delivery.repository import Repository
from content.delivery.roles import (
    POLICY,
    ROOT,
    SNAPSHOT,
    STANDING,
    TIMESTAMP,
    document_name,
    metadata_name,
    programme_path,
    programme_role,
)
from content.delivery.seal import make_seal
from content.delivery.trust import Trust
from content.delivery.tufnames import CryptoSigner, Metadata, TargetFile, Targets
from content.studio.signing import sign_alert, sign_programme
from schedules.clock import Clock
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import found_installation

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
GROUPS = ("tugu", "taman")
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


@cache
def founded_at_noon() -> dict[str, bytes]:
    """The files of an installation right after its founding: that takes longer than most stories do."""
    with tempfile.TemporaryDirectory(prefix="displayctl-test-") as folder:
        found_installation(Path(folder), GROUPS, PushedClock(NOON))
        paths = [path for path in Path(folder).rglob("*") if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


GOOD, NEWER, EVIL = {"programme": 1}, {"programme": 2}, b'{"programme":"theirs"}'


class Ground:
    """Two groups, Tugu and Taman, on one hub."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = PushedClock(NOON)
        for name, data in founded_at_noon().items():
            path = folder / "desk" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o600)
        self.installation = found_installation(folder / "desk", GROUPS, self.clock)
        self.repository, self.keyring = self.installation.repository, self.installation.keyring
        self.online = online_key(folder / "desk" / "hub")

    def publish(self, document: dict[str, Any] | None, group: str = "tugu") -> None:
        """A desk signs a programme and the hub publishes it, a second later."""
        self.clock.push(SECOND)
        current = self.repository.current(programme_role(group))
        self.repository.accept(sign_programme(self.keyring, current, group, document, self.clock.now()))

    def alert(self, alert_id: str, document: bytes | None = b'{"headline":"Banjir"}', *, drill: bool = False) -> None:
        """A duty officer raises an alert, or withdraws it with None, a second later."""
        self.clock.push(SECOND)
        current = self.repository.current("drill" if drill else "emergency")
        now = self.clock.now()
        self.repository.accept(sign_alert(self.keyring, current, alert_id, document, now, drill=drill))

    def bundle(self, group: str = "tugu") -> Bundle:
        return self.repository.bundle_for(group)

    def player(self, name: str = "player", clock: Clock | None = None) -> Trust:
        """A player that was enrolled with the first root."""
        home = self.folder / name
        home.mkdir(exist_ok=True)
        return Trust(home, self.repository.bootstrap_root(), clock or self.clock, BUILT)

    def reopened(self) -> Repository:
        """The hub's repository as it is found at the next start."""
        return Repository(self.folder / "desk" / "hub" / "repository", self.online, self.clock)

    def stolen(
        self,
        roles: Mapping[str, bytes],
        documents: Mapping[str, bytes] | None = None,
        *,
        group: str = "tugu",
        leave_out: str = "",
    ) -> Bundle:
        """What a thief with the hub's key and disk can hand over: the newest bundle with `roles` in place of the real
        ones, freshly sealed, as new as can be.
        """
        self.clock.push(SECOND)
        files = dict(self.bundle(group).files)
        names = (POLICY, *STANDING, *map(programme_role, self.repository.groups()))
        current = {role: data for role in names if (data := self.repository.current(role))}
        current |= roles
        current.pop(leave_out, None)
        versioned = {role: (Metadata[Any].from_bytes(data).signed.version, data) for role, data in current.items()}
        files |= {metadata_name(role, version): data for role, (version, data) in versioned.items()}
        head = self.repository.head(group).version
        seal = make_seal(self.online, versioned, {SNAPSHOT: head, TIMESTAMP: head}, self.clock.now())
        return Bundle({**(documents or {}), **files, **seal.files})


def role_of(bundle: Bundle, role: str) -> bytes:
    """The signed bytes of `role` in `bundle`."""
    return next(data for name, data in bundle.files.items() if name.split(".")[1:] == [role, "json"])


def targets_of(data: bytes) -> Targets:
    """The listing in a role file."""
    signed = Metadata[Targets].from_bytes(data).signed
    assert isinstance(signed, Targets)
    return signed


def signed_by(signer: CryptoSigner, signed: Any) -> bytes:
    """Role file of `signed`, signed by whoever `signer` is."""
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(signer)
    return metadata.to_bytes()


def with_document(targets: Targets, path: str, data: bytes) -> tuple[Targets, dict[str, bytes]]:
    """`targets` one version later, listing also `data` at `path`; and the file a bundle carries it in."""
    targets.targets[path] = TargetFile.from_data(path, data, ["sha256"])
    targets.version += 1
    return targets, {document_name(path, targets.targets[path].hashes["sha256"]): data}


TUGU = programme_path("tugu")
PROG_TUGU, PROG_TAMAN = programme_role("tugu"), programme_role("taman")
ROOT_NAME = metadata_name(ROOT, 1)


def shown(player: Trust) -> bytes | None:
    """The programme of Tugu that `player` plays."""
    document = player.last_known_good().document(TUGU)
    return document.content if document else None


def lose_cache(player: Trust, ground: Ground) -> None:
    """What a power cut did to ngclient's own files: everything it remembers is gone."""
    with sqlite3.connect(ground.folder / "player" / "trust.db") as db:
        db.execute("DELETE FROM cache")
