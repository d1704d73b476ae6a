"""The verdict over a bundle: tuf.ngclient judges the signatures, ages and versions, and our own rules come on top.

Bytes in, values out. It keeps nothing: what ngclient wants to remember goes in and out as `cache`, and
`content.delivery.trust` makes it durable. This module imports tuf, which is slow: players import it only to judge.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError, RepositoryError
from tuf.ngclient import FetcherInterface, Updater  # type: ignore[attr-defined]

from content.delivery.bundle import is_safe_name
from content.delivery.files import storage_error
from content.delivery.keyrules import check_policy, check_root, hub_may_warn, listed_keys, signing_keys
from content.delivery.once_verified import verify_each_signature_once
from content.delivery.refusals import refusal_of
from content.delivery.roles import (
    AUTO,
    LARGEST_VERSION,
    POLICY,
    ROLE_FIELD,
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    document_name,
    folder_of,
    owns,
)
from content.delivery.tufnames import Metadata, Root, TargetFile, Targets
from content.errors import Refused, StorageFull

_TOP = (ROOT, TIMESTAMP, SNAPSHOT, POLICY)
_ADDRESS = "bundle:/"

verify_each_signature_once()

Floors = Mapping[tuple[str, str], int]
"""The newest version seen of a role, by (role, key that signed it); of root by (``root``, empty)."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A role that was found right, with all of its documents by path. `signers` are public keys in hexadecimal."""

    role: str
    version: int
    expires: datetime
    signers: frozenset[str]
    documents: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. With a `refusal` the whole bundle is refused, and nothing is `accepted`.

    `cache` is what ngclient remembers now. It is worth keeping after a refusal too: what was verified on the way there
    guards against going back. `officers` are the public keys that the policy lets sign as each of the roles.
    """

    cache: Mapping[str, bytes]
    accepted: tuple[Accepted, ...] = ()
    refused: Mapping[str, Refused] = field(default_factory=dict)
    refusal: Refused | None = None
    officers: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """All that a verdict depends on. `roles` are the delegated roles to be judged, each by itself; ``auto`` among them
    is passed over in silence unless the policy lets the hub sign it.
    """

    files: Mapping[str, bytes]
    bootstrap_root: bytes
    now: datetime
    roles: tuple[str, ...]
    cache: Mapping[str, bytes] = field(default_factory=dict)
    floors: Floors = field(default_factory=dict)


class _BundleFetcher(FetcherInterface):
    """Gives ngclient the files of a bundle; there is no network behind it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(_ADDRESS)
        if name not in self._files:
            raise DownloadHTTPError(f"{name} is not in the bundle", 404)
        return iter((self._files[name],))


def judge(case: Case, workplace: Path) -> Verdict:
    """Judge `case`; `workplace` is an existing folder for ngclient's own short-lived files.

    Raises StorageFull or OSError where that folder cannot be used. Everything that is wrong with the bundle comes back
    in the verdict.
    """
    with tempfile.TemporaryDirectory(prefix="judge-", dir=workplace) as place:
        folder = Path(place)
        _lay_out(case.cache, folder)
        try:
            updater = _refreshed(case, folder)
        except Refused as refusal:
            return Verdict(_take_up(folder), refusal=refusal)
        try:
            top = _top_roles(updater, folder, case.floors)
        except Refused as refusal:
            return Verdict(case.cache, refusal=refusal)
        roles = _asked_for(case.roles, updater)
        accepted, refused = _judge_roles(updater, roles, case, folder)
        officers = _officers(updater._trusted_set.targets, roles)
        return Verdict(_take_up(folder), accepted=top + accepted, refused=refused, officers=officers)


def _refreshed(case: Case, folder: Path) -> Updater:
    """ngclient after it took over root, timestamp, snapshot and policy."""
    try:
        updater = Updater(
            str(folder), f"{_ADDRESS}metadata/", fetcher=_BundleFetcher(case.files), bootstrap=case.bootstrap_root
        )
        # ngclient 7 has no public way to be told the time; a test holds this name.
        updater._trusted_set.reference_time = case.now
        updater.refresh()
    except OSError as error:
        raise _no_workplace(error) from error
    except (RepositoryError, DownloadError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise refusal_of(error, "the bundle") from error
    return updater


def _top_roles(updater: Updater, folder: Path, floors: Floors) -> tuple[Accepted, ...]:
    """Our own rules about the roles that ngclient took over."""
    trusted = updater._trusted_set
    _check_name(POLICY, trusted.targets)
    if trusted.targets.targets:
        raise Refused("foreign-path", "the policy itself lists documents; only the roles it names may sign any")
    for version in range(1, trusted.root.version + 1):  # each root was believed because of the one before it
        _check_root(folder / "root_history" / f"{version}.root.json")
    check_policy(trusted.targets, trusted.root)
    return tuple(_top_role(updater, role, folder, floors) for role in _TOP)


def _check_root(path: Path) -> None:
    if path.exists():  # those before the bootstrap root never mattered
        check_root(Metadata[Root].from_file(str(path)).signed)


def _top_role(updater: Updater, role: str, folder: Path, floors: Floors) -> Accepted:
    trusted = updater._trusted_set
    delegator = trusted.root
    signed = trusted[role]
    signers = frozenset() if role == ROOT else _signers(folder, role, delegator)
    return _above_floors(Accepted(role, signed.version, signed.expires, signers), delegator, floors)


def _asked_for(roles: tuple[str, ...], updater: Updater) -> tuple[str, ...]:
    may_warn = hub_may_warn(updater._trusted_set.targets, updater._trusted_set.root)
    return tuple(role for role in roles if role != AUTO or may_warn)


def _judge_roles(
    updater: Updater, roles: tuple[str, ...], case: Case, folder: Path
) -> tuple[tuple[Accepted, ...], dict[str, Refused]]:
    accepted: list[Accepted] = []
    refused: dict[str, Refused] = {}
    for role in roles:
        try:
            accepted.append(_delegated_role(updater, role, folder, case))
        except Refused as refusal:
            refused[role] = refusal
        except OSError as error:
            raise _no_workplace(error) from error
        except (RepositoryError, DownloadError, ValueError, KeyError, TypeError, RuntimeError) as error:
            refused[role] = refusal_of(error, role)
    return tuple(accepted), refused


def _officers(policy: Targets, roles: tuple[str, ...]) -> dict[str, frozenset[str]]:
    named = policy.delegations.roles or {} if policy.delegations is not None else {}
    return {role: listed_keys(role, policy) for role in roles if role in named}


def _delegated_role(updater: Updater, role: str, folder: Path, case: Case) -> Accepted:
    policy = updater._trusted_set.targets
    updater.get_targetinfo(f"{folder_of(role)}any")  # makes ngclient load and verify the role that owns the folder
    signed = updater._trusted_set.get(role)
    if not isinstance(signed, Targets):
        raise Refused("not-delegated", f"the policy names nobody who may sign as {role}; sign a policy that does")
    _check_name(role, signed)
    if signed.delegations is not None:
        raise Refused("delegates-further", f"{role} hands its right to sign on, which only the policy may do")
    found = Accepted(role, signed.version, signed.expires, _signers(folder, role, policy))
    _above_floors(found, policy, case.floors)
    documents = {path: _document(updater, role, listed, case.files) for path, listed in signed.targets.items()}
    return Accepted(found.role, found.version, found.expires, found.signers, documents)


def _check_name(role: str, signed: Targets) -> None:
    if signed.unrecognized_fields.get(ROLE_FIELD) != role:
        own = signed.unrecognized_fields.get(ROLE_FIELD)
        raise Refused("swapped-role", f"the file signed as {own!r:.80} was handed over as {role}; the hub is not sound")


def _document(updater: Updater, role: str, listed: TargetFile, files: Mapping[str, bytes]) -> bytes:
    path = listed.path
    name = document_name(path, listed.hashes.get("sha256", ""))
    target = updater.get_targetinfo(path) if owns(role, path) and is_safe_name(name) else None
    if target is None or target != listed:
        raise Refused(
            "foreign-path", f"{role} signed {path!r:.120}, which is not its to sign; find out who holds its key"
        )
    data = files.get(name)
    if data is None:
        raise Refused("missing", f"{role} signed {path}, but the bundle does not carry it; fetch the bundle again")
    target.verify_length_and_hashes(data)
    return data


def _signers(folder: Path, role: str, delegator: Root | Targets) -> frozenset[str]:
    return signing_keys(Metadata.from_file(str(folder / f"{role}.json")), role, delegator)


def _above_floors(found: Accepted, delegator: Root | Targets, floors: Floors) -> Accepted:
    if not isinstance(found.version, int) or not 0 < found.version <= LARGEST_VERSION:
        raise Refused("unreadable", f"{found.role} has no usable version number; sign it again")
    keys = {""} if found.role == ROOT else listed_keys(found.role, delegator)
    floor = max((floors.get((found.role, key), 0) for key in keys), default=0)
    if found.version < floor:
        raise Refused(
            "below-floor", f"{found.role} has version {found.version}, but {floor} was here already; the hub is behind"
        )
    return found


def _lay_out(cache: Mapping[str, bytes], folder: Path) -> None:
    try:
        (folder / "root_history").mkdir()
        for name, data in cache.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise _no_workplace(error) from error


def _take_up(folder: Path) -> dict[str, bytes]:
    paths = [*folder.glob("*.json"), *folder.glob("root_history/*.json")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if not path.is_symlink()}


def _no_workplace(error: OSError) -> StorageFull | OSError:
    return storage_error(error, Path(error.filename or "trust"))
