"""The hub's half of trust: it stores what desks have signed, says what is current, and hands out bundles.

It holds one key, which signs only *that* something is current; nothing it could sign alone is ever shown, but cards of
official warnings where the policy says so. It judges what it is given exactly as a player will, before it stores it.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections import ChainMap, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.bundle import Bundle
from content.delivery.files import Files, LocalFiles
from content.delivery.judge import Case, judge
from content.delivery.keyrules import listed_keys, public_key
from content.delivery.published import PublishedFiles, documents_of, parsed_role
from content.delivery.roles import (
    AUTO,
    POLICY,
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    SignedRole,
    document_name,
    group_of,
    largest_documents,
    metadata_name,
    programme_role,
    wanted_roles,
)
from content.delivery.seal import make_seal, sign_cards, signed_lately
from content.delivery.takeback import cards_sealed, newer_roles, sealed_before
from content.delivery.tufnames import CryptoSigner, Key, Targets
from content.errors import ContentMissing, Damaged, Refused
from schedules.clock import Clock

_AHEAD = timedelta(hours=1)
_SEAL = (SNAPSHOT, TIMESTAMP)
_MOST_REMEMBERED = 256
_IN_MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own; judging must not wait for a disk that has much to do


@dataclass(frozen=True, slots=True)
class Head:
    """What is current for a group: `version` grows with every signature of the hub, `digest` changes only with
    what the group is told.
    """

    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class News:
    """What a player lacks: `files` of a bundle, the whole of it or a part, and the `versions` it holds afterwards."""

    files: Mapping[str, bytes]
    versions: Mapping[str, int]
    whole: bool


class Repository:
    """The repository in `folder`, with the hub's `signer`. Threads may share it; one process owns the folder."""

    def __init__(self, folder: Path, signer: CryptoSigner, clock: Clock, files: Files | None = None) -> None:
        self._signer, self._clock = signer, clock
        files = files or LocalFiles()
        files.make_folder(folder)
        self._files = PublishedFiles(folder, files)
        self._lock = threading.RLock()
        self._versions: Mapping[str, int] = self._files.versions()
        self._remembered: OrderedDict[tuple[str, int], frozenset[str]] = OrderedDict()

    @property
    def is_founded(self) -> bool:
        """Whether a policy was accepted yet."""
        return TIMESTAMP in self._versions

    def bootstrap_root(self) -> bytes:
        """The first root, which a player is given when it is enrolled. Raises ContentMissing before the founding."""
        if not self.is_founded:
            raise ContentMissing("nobody has founded this installation yet; do that first, at a desk")
        return self._files.read(metadata_name(ROOT, 1))

    def roots(self) -> tuple[bytes, ...]:
        """Every root there was, from the first to the newest; none before the founding. Raises Damaged."""
        with self._lock:
            newest = self._versions.get(ROOT, 0)
            return tuple(self._files.read(metadata_name(ROOT, version)) for version in range(1, newest + 1))

    def delegated(self) -> tuple[str, ...]:
        """The names of all roles that the policy hands out to people, in alphabetical order."""
        return tuple(sorted(self._versions.keys() - {ROOT, POLICY, AUTO, *_SEAL}))

    @property
    def online_key(self) -> Key:
        """The public half of the hub's own key, which the root has to name."""
        return self._signer.public_key

    def accept(self, *signed: SignedRole, signer: CryptoSigner | None = None) -> None:
        """Judge role files as a player would, then publish them with their documents, all or none.

        With `signer` the hub has that key from then on: a root among `signed` has to name it.

        Roles that depend on each other (a policy and the groups new in it) have to come together. What is published
        already is passed over. Raises Refused with a rule (``future``: signed with a clock more than an hour ahead;
        ``rollback``; ``bounds``; else as a player's), StorageFull, OSError; what was published before still is then.
        """
        with self._lock:
            fresh = [role for role in signed if not self._is_published(role)]
            if fresh:
                self._publish(fresh, self._versions, signer)

    @property
    def may_warn(self) -> bool:
        """Whether the policy lets this hub sign cards of official warnings itself. Raises Damaged."""
        with self._lock:
            return self.is_founded and _lets_warn(self._policy(), self._signer)

    def put_cards(self, cards: Mapping[str, bytes]) -> bool:
        """Publish `cards`, by their paths, as all that the hub warns of by itself; False where it does already.

        Raises Refused (``not-delegated``) where people have not let it, else as `accept`.
        """
        with self._lock:
            if not self.may_warn:
                raise Refused("not-delegated", "the policy does not let this hub warn by itself; switch that on first")
            version = self._versions.get(AUTO, 0)
            digests = {path: hashlib.sha256(data).hexdigest() for path, data in cards.items()}
            if version and self._files.documents(AUTO, version) == digests:
                return False
            self._publish((sign_cards(self._signer, cards, version, self._clock.now()),), self._versions)
            return True

    def adopt(self, bundle: Bundle) -> tuple[str, ...]:
        """Take back, from a player or a desk, the signed roles in `bundle` that are newer than ours: after a restore
        from an old backup. Returns their names; raises Refused as `accept`.
        """
        with self._lock:
            newer = tuple(role for role in newer_roles(bundle, self._versions) if role.role != AUTO)
            before = sealed_before(bundle, self._signer, self._versions)
            lost = self._versions.get(AUTO, 0) < cards_sealed(bundle) <= (self._clock.now() + _AHEAD).timestamp()
            if newer or before != self._versions or lost:
                self._publish((*newer, *((self._cards(self._signer),) if lost else ())), before)
            return tuple(dict.fromkeys(role.role for role in newer))

    def resign(self) -> None:
        """Say again that what is published is current. Due several times a day, and once after each start."""
        with self._lock:
            if self.is_founded:
                self._publish((), self._versions)

    def current(self, role: str) -> bytes | None:
        """The newest signed bytes of `role`, for a desk to build on; None where there are none."""
        with self._lock:
            version = self._versions.get(role)
            return self._files.read(metadata_name(role, version)) if version else None

    def expires(self, role: str) -> datetime | None:
        """When the newest signature of `role` expires, so that people can sign again in time; None without one."""
        with self._lock:
            version = self._versions.get(role)
            expires: datetime | None = self._files.role(role, version).expires if version else None
            return expires

    def document(self, role: str, path: str) -> bytes | None:
        """The document that the delegated `role` has at `path` now, or None."""
        with self._lock:
            version = self._versions.get(role)
            listed = self._files.documents(role, version) if version else {}
            return self._files.read(document_name(path, listed[path])) if path in listed else None

    def groups(self) -> tuple[str, ...]:
        """Every group that ever had a programme role, in alphabetical order."""
        return tuple(sorted(group for group in map(group_of, self._versions) if group is not None))

    def head(self, group: str) -> Head:
        """What is current for `group`, for a notice. Raises ContentMissing before the founding."""
        with self._lock:
            versions = [(role, self._require(role)) for role in (ROOT, POLICY, *self._roles_for(group))]
            return Head(self._require(TIMESTAMP), hashlib.sha256(repr(versions).encode()).hexdigest())

    def bundle_for(self, group: str) -> Bundle:
        """All that a display of `group` needs to believe and show; without a programme where nobody has published
        for it yet, so that alerts reach every display. Raises ContentMissing before the founding, Damaged.
        """
        with self._lock:
            names = [metadata_name(ROOT, version) for version in range(1, self._require(ROOT) + 1)]
            names += [metadata_name(role, self._require(role)) for role in (*_SEAL, POLICY)]
            for role in self._roles_for(group):
                names.append(metadata_name(role, self._require(role)))
                names += [document_name(*listed) for listed in self._files.documents(role, self._require(role)).items()]
            return Bundle({name: self._files.read(name) for name in names})

    def news_for(self, group: str, held: Mapping[str, int]) -> News:
        """What a player lacks that holds these versions of roles: all of the group's bundle, or a part of it, without
        the documents of earlier versions that this process has seen. Raises ContentMissing, Damaged.
        """
        with self._lock:
            roles = (ROOT, *_SEAL, POLICY, *self._roles_for(group))
            current = {role: self._require(role) for role in roles}
            if held.keys() & {ROOT, POLICY} != {ROOT, POLICY} or any(held.get(r, 0) > v for r, v in current.items()):
                return News(self.bundle_for(group).files, current, whole=True)
            names = [metadata_name(ROOT, version) for version in range(held[ROOT] + 1, current[ROOT] + 1)]
            for role in roles[1:]:
                if held.get(role) != current[role]:
                    names += [metadata_name(role, current[role]), *self._new_documents_of(role, held.get(role, 0))]
            return News({name: self._files.read(name) for name in names}, current, whole=False)

    def _new_documents_of(self, role: str, since: int) -> list[str]:
        """The names of the documents that a role lists now, and did not in version `since`."""
        if role in (*_SEAL, POLICY):
            return []
        return sorted(self._listed(role, self._versions[role]) - self._remembered.get((role, since), frozenset()))

    def _listed(self, role: str, version: int) -> frozenset[str]:
        """The names of all documents of a role, remembered for the latest versions, whose files are not kept."""
        if (role, version) not in self._remembered:
            found = self._files.documents(role, version).items()
            self._remembered[role, version] = frozenset(document_name(path, sha256) for path, sha256 in found)
            while len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.popitem(last=False)
        return self._remembered[role, version]

    def _roles_for(self, group: str) -> tuple[str, ...]:
        own = programme_role(group)
        return (*wanted_roles(group if own in self._versions else None), *((AUTO,) if AUTO in self._versions else ()))

    def _require(self, role: str) -> int:
        version = self._versions.get(role)
        if not version:
            raise ContentMissing(f"nothing was ever published by {role}; add its group to the policy first")
        return version

    def _is_published(self, signed: SignedRole) -> bool:
        version = parsed_role(signed.role, signed.metadata).version
        known = self._versions.get(signed.role, 0)
        if version > known:
            if signed.role != ROOT and version > (self._clock.now() + _AHEAD).timestamp():
                raise Refused("future", f"{signed.role} was signed in the future; set the clocks of desk and hub")
            return False
        published = self._files.get(metadata_name(signed.role, version))
        if published != signed.metadata:
            raise Refused("rollback", f"{signed.role} was published newer by somebody else; fetch it, then sign again")
        return True

    def _publish(
        self, fresh: Sequence[SignedRole], before: Mapping[str, int], signer: CryptoSigner | None = None
    ) -> None:
        signer = signer or self._signer
        fresh = (*fresh, *self._cards_again(fresh, signer))
        files: dict[str, bytes] = {}
        for signed in fresh:
            files |= _new_documents(signed)
        files |= {metadata_name(s.role, _version(s)): s.metadata for s in fresh}
        versions = {role: v for role, v in self._versions.items() if role not in _SEAL}
        versions |= {signed.role: _version(signed) for signed in fresh}
        offered = ChainMap(files, self._files)  # type: ignore[arg-type]  # only its first map is ever written to
        roles = {role: (v, _offered(offered, role, v)) for role, v in versions.items() if role != ROOT}
        seal = make_seal(signer, roles, before, self._clock.now(), versions.get(ROOT, 0))
        files |= seal.files
        judged = {signed.role for signed in fresh}
        if AUTO in judged and not _lets_warn(self._policy(fresh), signer):
            judged.remove(AUTO)  # an empty one, of which players only have to see that it is not forgotten
        self._judge(offered, {role: versions[role] for role in judged})
        _check_complete(parsed_role(POLICY, roles[POLICY][1]), versions)
        self._files.write(files)
        self._signer = signer
        former, self._versions = self._versions, {**versions, **seal.versions}
        for role, version in former.items():
            if role not in (ROOT, TIMESTAMP) and version != self._versions[role]:
                # It is published: what cannot be tidied up, as the disk has lost its listing, only takes room.
                with suppress(Damaged, OSError):
                    if role not in (*_SEAL, POLICY):
                        self._listed(role, version)
                    self._files.retire(role, version, self._versions[role])

    def _policy(self, fresh: Iterable[SignedRole] = ()) -> Targets:
        """The policy among `fresh`, else the one that is published."""
        found = next((parsed_role(POLICY, signed.metadata) for signed in fresh if signed.role == POLICY), None)
        policy: Targets = found or self._files.role(POLICY, self._require(POLICY))
        return policy

    def _cards_again(self, fresh: Sequence[SignedRole], signer: CryptoSigner) -> tuple[SignedRole, ...]:
        """The hub's own cards, signed again as they are, where that is due: a new policy lets it, the signature ends
        soon, or is by a former key.
        """
        roles = {signed.role for signed in fresh}
        if AUTO in roles or POLICY not in {*self._versions, *roles} or not _lets_warn(self._policy(fresh), signer):
            return ()
        held = self.current(AUTO)
        if held is not None and signed_lately(signer, held, self._clock.now()):
            return ()
        return (self._cards(signer),)

    def _cards(self, signer: CryptoSigner) -> SignedRole:
        version = self._versions.get(AUTO, 0)
        listed = self._files.documents(AUTO, version) if version else {}
        cards = {path: self._files.read(document_name(path, sha256)) for path, sha256 in listed.items()}
        return sign_cards(signer, cards, version, self._clock.now())

    def _judge(self, offered: Mapping[str, bytes], fresh: Mapping[str, int]) -> None:
        """Raise Refused unless a player that knows what is published now would take `offered` over, and all of `fresh`
        (versions by role) with it.
        """
        root = offered.get(metadata_name(ROOT, 1), b"")
        roles = tuple(role for role in fresh if role not in (ROOT, POLICY))
        folder = _IN_MEMORY if _IN_MEMORY.is_dir() else None
        with tempfile.TemporaryDirectory(prefix="displayctl-", dir=folder) as place:
            verdict = judge(Case(offered, root, self._clock.now(), roles, self._as_cache()), Path(place))
        for refusal in (verdict.refusal, *verdict.refused.values()):
            if refusal is not None:
                raise refusal
        accepted = {(found.role, found.version) for found in verdict.accepted}
        for role, version in fresh.items() - accepted:
            raise Refused("rollback", f"version {version} of {role} does not follow what is published; fetch it first")

    def _as_cache(self) -> dict[str, bytes]:
        """What ngclient would remember of what is published: its guard against going back."""
        return {f"{role}.json": self._files.read(metadata_name(role, v)) for role, v in self._seal().items()}

    def _seal(self) -> dict[str, int]:
        return {role: version for role, version in self._versions.items() if role in _SEAL}


def _lets_warn(policy: Targets, signer: CryptoSigner) -> bool:
    """Whether people have put just this key of the hub behind its cards of official warnings."""
    roles = policy.delegations.roles or () if policy.delegations else ()
    return AUTO in roles and listed_keys(AUTO, policy) == {public_key(signer.public_key)}


def _version(signed: SignedRole) -> int:
    return int(parsed_role(signed.role, signed.metadata).version)


def _offered(offered: Mapping[str, bytes], role: str, version: int) -> bytes:
    data = offered.get(metadata_name(role, version))
    if data is None:
        raise Refused("missing", f"version {version} of {role} is not here; bring a backup of the repository back")
    return data


def _new_documents(signed: SignedRole) -> dict[str, bytes]:
    """The documents that came along with a role, by their names in a bundle. Raises Refused (``bounds``)."""
    targets = parsed_role(signed.role, signed.metadata)
    if not isinstance(targets, Targets):
        return {}
    total = sum(target.length for target in targets.targets.values())
    if total > largest_documents(signed.role):
        most = largest_documents(signed.role) >> 20
        raise Refused("bounds", f"the documents of {signed.role} have {total} bytes; at most {most} MiB are allowed")
    listed = documents_of(signed.role, targets).items()
    return {document_name(path, sha256): signed.documents[path] for path, sha256 in listed if path in signed.documents}


def _check_complete(policy: Targets, versions: Mapping[str, int]) -> None:
    for role in policy.delegations.roles or () if policy.delegations else ():
        if role not in versions:
            raise Refused("missing", f"the policy names {role}, but nothing signed by it came along; sign it too")
