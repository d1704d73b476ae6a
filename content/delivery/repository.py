"""The hub's half of trust: it stores what desks have signed, says what is current, and hands out bundles.

It holds one key, which signs only *that* something is current; nothing it could sign alone is ever shown. It judges
what it is given exactly as a player will, before it stores it.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.exceptions import UnverifiedSignatureError
from tuf.api.exceptions import RepositoryError

from content.delivery.bundle import Bundle
from content.delivery.files import Files, LocalFiles
from content.delivery.judge import Case, judge
from content.delivery.published import Published, PublishedFiles, documents_of, missing_role, parsed
from content.delivery.roles import (
    LARGEST_VERSION,
    POLICY,
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    SignedRole,
    document_name,
    largest_documents,
    metadata_name,
    validity,
    wanted_roles,
)
from content.delivery.tufnames import CryptoSigner, Metadata, MetaFile, Snapshot, Timestamp
from content.errors import Damaged, Refused
from schedules.clock import Clock

_AHEAD = timedelta(hours=1)
_ROLE_FILE = re.compile(r"\Ametadata/([1-9][0-9]{0,15})\.([a-z0-9-]+)\.json\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """What is current for a group: `version` grows with every signature of the hub, `digest` changes only with
    what the group is told.
    """

    version: int
    digest: str


class Repository:
    """The repository in `folder`, with the hub's `signer`. Threads may share it; one process owns the folder."""

    def __init__(self, folder: Path, signer: CryptoSigner, clock: Clock, files: Files | None = None) -> None:
        self._folder, self._signer, self._clock = folder, signer, clock
        files = files or LocalFiles()
        files.make_folder(folder)
        self._files = PublishedFiles(folder, files)
        self._lock = threading.RLock()
        self._published = self._files.load()

    @property
    def is_founded(self) -> bool:
        """Whether a policy was accepted yet."""
        return self._published.version(TIMESTAMP) > 0

    def bootstrap_root(self) -> bytes:
        """The first root, which a player is given when it is enrolled. Raises Damaged before the founding."""
        return self._files.role(ROOT, 1)

    def accept(self, *signed: SignedRole) -> None:
        """Judge role files as a player would, then publish them with their documents, all or none.

        Roles that depend on each other (a policy and the groups new in it) have to come together. What is published
        already is passed over. Raises Refused with a rule (``future``: signed with a clock more than an hour ahead;
        ``rollback``; ``bounds``; else as a player's), StorageFull, OSError; nothing has changed then.
        """
        with self._lock:
            fresh = [role for role in signed if not self._is_published(role)]
            if fresh:
                self._publish(fresh, self._published.versions)

    def adopt(self, bundle: Bundle) -> tuple[str, ...]:
        """Take back, from a player or a desk, the signed roles in `bundle` that are newer than ours: after a restore
        from an old backup. Returns their names; raises Refused as `accept`.
        """
        with self._lock:
            newer = self._newer_roles(bundle)
            if newer:
                self._publish(newer, self._signed_before(bundle))
            return tuple(role.role for role in newer)

    def resign(self) -> None:
        """Say again that what is published is current. Due more often than once a day; also once after each start."""
        with self._lock:
            if self.is_founded:
                self._publish([], self._published.versions)

    def current(self, role: str) -> bytes | None:
        """The newest signed bytes of `role`, for a desk to build on; None where there are none."""
        with self._lock:
            version = self._published.version(role)
            return self._files.role(role, version) if version else None

    def document(self, role: str, path: str) -> bytes | None:
        """The document that `role` has at `path` now, or None."""
        with self._lock:
            version = self._published.version(role)
            listed = documents_of(self._files.parsed(role, version)) if version else {}
            return self._files.document(path, listed[path]) if path in listed else None

    def groups(self) -> tuple[str, ...]:
        """Every group that ever had a programme role."""
        return tuple(sorted(name[5:] for name in self._published.versions if name.startswith("prog-")))

    def head(self, group: str) -> Head:
        """What is current for `group`, for a notice. Raises ContentMissing for a group nobody has founded."""
        with self._lock:
            told = (ROOT, POLICY, *wanted_roles(group))
            versions = [(role, self._require(role)) for role in told]
            return Head(self._published.version(TIMESTAMP), hashlib.sha256(repr(versions).encode()).hexdigest())

    def bundle_for(self, group: str) -> Bundle:
        """All that a display of `group` needs to believe and show. Raises ContentMissing, Damaged."""
        with self._lock:
            files = self._metadata((SNAPSHOT, POLICY, *wanted_roles(group)))
            for role in wanted_roles(group):
                targets = self._files.parsed(role, self._require(role))
                for path, sha256 in documents_of(targets).items():
                    files[document_name(path, sha256)] = self._files.document(path, sha256)
            return Bundle(files)

    def _metadata(self, roles: tuple[str, ...]) -> dict[str, bytes]:
        roots = {metadata_name(ROOT, v): self._files.role(ROOT, v) for v in self._root_versions()}
        names = [metadata_name(role, self._require(role)) for role in (*roles, TIMESTAMP)]
        return roots | {name: self._files.read(name) for name in names}

    def _root_versions(self) -> range:
        return range(1, self._published.version(ROOT) + 1)

    def _require(self, role: str) -> int:
        version = self._published.version(role)
        if not version:
            raise missing_role(role)
        return version

    def _is_published(self, signed: SignedRole) -> bool:
        version = parsed_role(signed).version
        known = self._published.version(signed.role)
        if signed.role == ROOT and version <= known:
            return self._same(signed, version)
        if version == known:
            return self._same(signed, version)
        if version < known:
            raise Refused("rollback", f"{signed.role} has version {version}, but {known} is published; fetch it first")
        if signed.role != ROOT and version > (self._clock.now() + _AHEAD).timestamp():
            raise Refused("future", f"{signed.role} was signed in the future; set the clocks of the desk and this hub")
        return False

    def _same(self, signed: SignedRole, version: int) -> bool:
        if self._files.role(signed.role, version) != signed.metadata:
            raise Refused(
                "rollback", f"{signed.role} was published by somebody else meanwhile; fetch it, then sign again"
            )
        return True

    def _publish(self, fresh: list[SignedRole], before: Mapping[str, int]) -> None:
        files = self._signed_files(fresh)
        published = self._sealed(files, fresh, before)
        self._judge(files, fresh, published)
        self._files.write(files)
        former, self._published = self._published, published
        self._retire(former, published)

    def _signed_files(self, fresh: list[SignedRole]) -> dict[str, bytes]:
        """The files that `fresh` brings: documents first, then role files."""
        files: dict[str, bytes] = {}
        for signed in fresh:
            targets = parsed_role(signed)
            files[metadata_name(signed.role, targets.version)] = signed.metadata
            if signed.role != ROOT:
                files = self._documents(signed, targets) | files
        return files

    def _documents(self, signed: SignedRole, targets: Any) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        total = 0
        for path, sha256 in documents_of(targets).items():
            name = document_name(path, sha256)
            if path in signed.documents:
                files[name] = signed.documents[path]
            total += targets.targets[path].length
        if total > largest_documents(signed.role):
            most = largest_documents(signed.role) >> 20
            raise Refused(
                "bounds", f"the documents of {signed.role} have {total} bytes; at most {most} MiB are allowed"
            )
        return files

    def _sealed(self, files: dict[str, bytes], fresh: list[SignedRole], before: Mapping[str, int]) -> Published:
        """Add snapshot and timestamp to `files`, newer than those in `before`; returns what is published then."""
        now = self._clock.now()
        versions = {name: v for name, v in self._published.versions.items() if name not in (SNAPSHOT, TIMESTAMP)}
        for signed in fresh:
            versions[signed.role] = max(versions.get(signed.role, 0), parsed_role(signed).version)
        seal = {role: max(before.get(role, 0) + 1, int(now.timestamp())) for role in (SNAPSHOT, TIMESTAMP)}
        if max(seal.values()) > LARGEST_VERSION:
            raise Refused("future", "the repository's version numbers are used up; sign a root with a new online key")
        meta = {
            f"{r}.json": MetaFile.from_data(v, self._role_file(files, r, v), ["sha256"])
            for r, v in versions.items()
            if r != ROOT
        }
        snapshot = self._sign(Snapshot(seal[SNAPSHOT], expires=_expiry(SNAPSHOT, now), meta=meta))
        files[metadata_name(SNAPSHOT, seal[SNAPSHOT])] = snapshot
        of_snapshot = MetaFile.from_data(seal[SNAPSHOT], snapshot, ["sha256"])
        timestamp = Timestamp(seal[TIMESTAMP], expires=_expiry(TIMESTAMP, now), snapshot_meta=of_snapshot)
        files[metadata_name(TIMESTAMP, seal[TIMESTAMP])] = self._sign(timestamp)
        return Published(versions | seal)

    def _role_file(self, files: Mapping[str, bytes], role: str, version: int) -> bytes:
        name = metadata_name(role, version)
        return files[name] if name in files else self._files.read(name)

    def _sign(self, signed: Snapshot | Timestamp) -> bytes:
        metadata: Metadata[Any] = Metadata(signed)
        metadata.sign(self._signer)
        return metadata.to_bytes()

    def _judge(self, files: Mapping[str, bytes], fresh: list[SignedRole], published: Published) -> None:
        """Raise Refused unless a player that knows what is published now would take `files` over."""
        offered = _Offered(self._files, files)
        root = offered.get(metadata_name(ROOT, 1), b"")
        roles = tuple(signed.role for signed in fresh if signed.role not in (ROOT, POLICY))
        case = Case(files=offered, bootstrap_root=root, now=self._clock.now(), roles=roles, cache=self._as_cache())
        with tempfile.TemporaryDirectory(prefix="displayctl-") as place:
            verdict = judge(case, Path(place))
        for refusal in (verdict.refusal, *verdict.refused.values()):
            if refusal is not None:
                raise refusal
        self._check_complete(offered, published)

    def _check_complete(self, offered: Mapping[str, bytes], published: Published) -> None:
        policy = parsed(offered[metadata_name(POLICY, published.version(POLICY))], POLICY)
        named = policy.delegations.roles if policy.delegations else {}
        for role in named:
            if not published.version(role):
                raise Refused("missing", f"the policy names {role}, but nothing signed by it came along; sign it too")

    def _as_cache(self) -> dict[str, bytes]:
        """What ngclient would remember of what is published: the guard against going back."""
        if not self.is_founded:
            return {}
        tops = {f"{role}.json": self._files.role(role, self._require(role)) for role in (SNAPSHOT, TIMESTAMP)}
        return tops | {f"root_history/{v}.root.json": self._files.role(ROOT, v) for v in self._root_versions()}

    def _retire(self, former: Published, published: Published) -> None:
        """Remove the files that only `former` led to."""
        for role, version in former.versions.items():
            now = published.version(role)
            if role in (ROOT, TIMESTAMP) or version == now:
                continue
            name = metadata_name(role, version)
            if role != SNAPSHOT and self._files.has(name):
                gone = documents_of(self._files.parsed(role, version)).items()
                for path, sha256 in gone - documents_of(self._files.parsed(role, now)).items():
                    self._files.remove(document_name(path, sha256))
            self._files.remove(name)

    def _newer_roles(self, bundle: Bundle) -> list[SignedRole]:
        newest: dict[str, tuple[int, bytes]] = {}
        roots: list[SignedRole] = []
        for name, data in sorted(bundle.files.items()):
            match = _ROLE_FILE.match(name)
            if match is None or match[2] == SNAPSHOT or int(match[1]) <= self._published.version(match[2]):
                continue
            if match[2] == ROOT:
                roots.append(SignedRole(ROOT, data))
            else:
                newest[match[2]] = max(newest.get(match[2], (0, b"")), (int(match[1]), data))
        return roots + [_with_documents(role, data, bundle) for role, (_, data) in newest.items()]

    def _signed_before(self, bundle: Bundle) -> dict[str, int]:
        """The newest snapshot and timestamp this hub is known to have signed, counting those in `bundle`."""
        seen = dict(self._published.versions)
        for name, data in bundle.files.items():
            role = TIMESTAMP if name == metadata_name(TIMESTAMP, 0) else name.rpartition(".json")[0].rpartition(".")[2]
            if role in (SNAPSHOT, TIMESTAMP):
                version = self._own_version(data)
                seen[role] = max(seen.get(role, 0), version)
        return seen

    def _own_version(self, data: bytes) -> int:
        try:
            metadata = Metadata[Any].from_bytes(data)
            self._signer.public_key.verify_signature(
                metadata.signatures[self._signer.public_key.keyid], metadata.signed_bytes
            )
        except (RepositoryError, UnverifiedSignatureError, KeyError):
            return 0
        return int(metadata.signed.version)


class _Offered(Mapping[str, bytes]):
    """New files in front of those published, read when asked for."""

    def __init__(self, published: PublishedFiles, fresh: Mapping[str, bytes]) -> None:
        self._published, self._fresh = published, fresh

    def __getitem__(self, name: str) -> bytes:
        if name in self._fresh:
            return self._fresh[name]
        if not self._published.has(name):
            raise KeyError(name)
        return self._published.read(name)

    def __iter__(self) -> Any:
        return iter(self._fresh)

    def __len__(self) -> int:
        return len(self._fresh)


def parsed_role(signed: SignedRole) -> Any:
    """The signed part of a role file. Raises Refused (``unreadable``)."""
    try:
        return parsed(signed.metadata, signed.role)
    except Damaged as error:
        raise Refused("unreadable", str(error)) from error


def _with_documents(role: str, data: bytes, bundle: Bundle) -> SignedRole:
    listed = documents_of(parsed_role(SignedRole(role, data)))
    names = {path: document_name(path, sha256) for path, sha256 in listed.items()}
    return SignedRole(role, data, {path: bundle.files[name] for path, name in names.items() if name in bundle.files})


def _expiry(role: str, now: datetime) -> datetime:
    return now.astimezone(UTC) + validity(role)
