"""The player's trust: admits bundles that are signed, fresh and newer, and keeps the last known good through anything.

New content is judged by tuf.ngclient (`content.delivery.judge`, imported at the first judgement because that is slow).
What ngclient leaves to us is here: state that survives a power cut, floors under versions and time, and a last known
good that needs no network and no clock.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from content.delivery.bundle import Bundle
from content.delivery.roles import (
    AUTO,
    POLICY,
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    document_name,
    group_of,
    metadata_name,
    programme_role,
    validity,
    wanted_roles,
)
from content.delivery.trust_store import Change, RoleRow, TrustStore
from content.errors import Refused
from schedules.clock import Clock
from schedules.span import require_utc

if TYPE_CHECKING:
    from content.delivery.by_hand import ByHand
    from content.delivery.judge import Accepted, Verdict

_LATEST, _PASSED = "time-floor", "passed"
_ROOTS = "root_history/"


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A document, the role that signed it, and until when that signature may still be taken for new."""

    path: str
    role: str
    version: int
    expires: datetime
    content: bytes


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a bundle brought. `documents` are all documents of the accepted roles: one not in it is withdrawn.

    `refused` names the roles that were not accepted, and why: for those the last known good goes on.
    `changed` names the roles that are newer than what was known.
    """

    documents: tuple[SignedDocument, ...]
    versions: Mapping[str, int]
    refused: Mapping[str, Refused]
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class LastKnownGood:
    """What was admitted last, role by role. `confirmed_until` is when the hub's last word on it expires, None before
    the first; `stale` that this has passed: play on, and say so. `damaged` names documents the disk has lost.
    `officers` are the public keys that the policy lets sign as each role.
    """

    documents: tuple[SignedDocument, ...]
    versions: Mapping[str, int]
    confirmed_until: datetime | None
    stale: bool
    damaged: tuple[str, ...] = ()
    officers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def document(self, path: str) -> SignedDocument | None:
        """The document at `path`, or None where there is none."""
        return next((document for document in self.documents if document.path == path), None)


class Trust:
    """Trust kept in the folder `home`, which belongs to one installation, begun with the signed `bootstrap_root`.

    `build_time` is a lower bound of the present, for machines without a clock battery.
    """

    def __init__(
        self, home: Path, bootstrap_root: bytes, clock: Clock, build_time: datetime, store: TrustStore | None = None
    ) -> None:
        require_utc("build_time", build_time)
        self._home, self._bootstrap_root, self._clock, self._build_time = home, bootstrap_root, clock, build_time
        self._store = store or TrustStore(home / "trust.db")
        self._admitting = threading.Lock()
        for leftover in home.glob("judge-*"):  # of a judgement that a power cut ended
            shutil.rmtree(leftover, ignore_errors=True)

    @property
    def started_over(self) -> bool:
        """Whether the state on disk was damaged or gone, and begun anew: a fault worth reporting.

        The bootstrap root still says whom to believe. But until the hub was heard again, what was approved once and
        has not expired may be replayed.
        """
        return self._store.started_over

    def now(self) -> datetime:
        """The instant to judge by: the clock's, but never before the one of an earlier admission."""
        return max(self._clock.now(), self.time_floor, self._store.instant(_LATEST) or self._build_time)

    @property
    def time_floor(self) -> datetime:
        """The latest instant that has certainly passed: two of desk, hub and own clock have said so.

        So a single clock that is wrong, be it this machine's own, never makes the right time look impossible.
        """
        return max(self._build_time, self._store.instant(_PASSED) or self._build_time)

    def admit(self, bundle: Bundle, group: str | None, *, is_news: bool = False) -> Admitted:
        """Judge `bundle` for a display of `group`, and make what is right and newer the last known good, durably.

        News leaves out what is held here already (see `content.delivery.news`); any other bundle is whole.

        A bundle of nothing but a signed set of alerts is one that came by hand (see `content.delivery.by_hand`).

        Without a `group`, as for a display that nobody has published for yet, only what concerns everybody is judged.

        Each of the roles a player listens to is judged by itself, so that a broken programme does not hold an alert
        up. Raises Refused where the bundle as a whole, or every role in it, is not to be believed; its `rule` says why.
        Raises StorageFull, Damaged or OSError where the disk fails. In every case what was there before stays.
        """
        from content.delivery.by_hand import by_hand
        from content.delivery.judge import Case, judge

        with self._admitting:
            now = self.now()
            brought = by_hand(bundle.files)
            if brought is not None:
                return self._admit_by_hand(brought, now)
            wanted = wanted_roles(group)
            case = Case(
                files=ChainMap(dict(bundle.files), self._held_documents()) if is_news else bundle.files,
                bootstrap_root=self._bootstrap_root,
                now=now,
                roles=(*wanted, AUTO),
                cache=self._store.cache(),
                floors=self._store.floors(),
            )
            verdict = judge(case, self._home)
            refusal = verdict.refusal or _nothing_left(verdict, wanted)
            if refusal is not None:
                with self._store.change() as change:
                    change.set_cache(verdict.cache)
                raise refusal
            return self._commit(verdict, group, now)

    def last_known_good(self) -> LastKnownGood:
        """What to play, from the disk alone. Raises Damaged where the disk cannot be read any more."""
        rows = self._store.roles()
        expiry = {row.name: row.expires for row in rows}.get(TIMESTAMP)
        return LastKnownGood(
            documents=_documents(rows),
            versions={row.name: row.version for row in rows},
            confirmed_until=expiry,
            stale=expiry is None or self.now() >= expiry,
            damaged=self._store.damaged(),
            officers=self._store.officers(),
        )

    def give_back(self) -> Bundle:
        """All signed files and documents that are held here, for a hub that was restored from an old backup."""
        rows = self._store.roles()
        accepted = {row.name: row.version for row in rows}
        files: dict[str, bytes] = {}
        for name, data in self._store.cache().items():
            role = name.rpartition("/")[2].removesuffix(".json").rpartition(".")[2]
            version = _version_in(data)
            if version and (role == ROOT or version == accepted.get(role)):
                files[metadata_name(role, version)] = data
        return Bundle(files | _by_name(rows))

    @property
    def versions(self) -> Mapping[str, int]:
        """The version of every role that is held."""
        return self._store.versions()

    def close(self) -> None:
        """Give the files back; nothing else may be called afterwards."""
        self._store.close()

    def _admit_by_hand(self, brought: ByHand, now: datetime) -> Admitted:
        """Take in a set of alerts without a hub's word. A desk's clock alone moves no floor of time."""
        from content.delivery.by_hand import Here, floor_of, judge_by_hand

        known, cache = self._store.versions(), self._store.cache()
        root = cache.get(_newest_root(cache), self._bootstrap_root)
        here = Here(root, cache.get(f"{POLICY}.json"), self._store.floors(), known, self._held_documents())
        accepted = judge_by_hand(brought, here, now)
        row = RoleRow(accepted.role, accepted.version, accepted.expires, accepted.documents)
        with self._store.change() as change:
            for key in accepted.signers:
                change.raise_floor(accepted.role, key, floor_of(accepted, here.floors, now))
            change.set_role(row)
        return Admitted(
            documents=_documents((row,)),
            versions={row.name: row.version},
            refused={},
            changed=frozenset({row.name} if row.version != known.get(row.name) else ()),
        )

    def _held_documents(self) -> dict[str, bytes]:
        return _by_name(self._store.roles())

    def _commit(self, verdict: Verdict, group: str | None, now: datetime) -> Admitted:
        known = self._store.versions()
        desk, hub = _signed_at(verdict.accepted)
        passed = max(self.time_floor, sorted((desk, hub, self._clock.now()))[1])
        rows = tuple(RoleRow(r.role, r.version, r.expires, r.documents) for r in verdict.accepted)
        with self._store.change() as change:
            change.set_cache(verdict.cache)
            for accepted in verdict.accepted:
                _raise_floors(change, accepted)
            for row in rows:
                change.set_role(row)
            if group is not None and programme_role(group) in {row.name for row in rows}:
                for name in known:
                    if group_of(name) not in (None, group):
                        change.drop_role(name)
            if AUTO not in verdict.officers:  # people have switched it off, or the hub has another key now
                change.drop_role(AUTO)
            change.set_officers(verdict.officers)
            change.set_instant(_LATEST, max(now, min(desk, hub)))
            change.set_instant(_PASSED, passed)
        return Admitted(
            documents=_documents(rows),
            versions={row.name: row.version for row in rows},
            refused=verdict.refused,
            changed=frozenset(row.name for row in rows if row.version != known.get(row.name)),
        )


def _nothing_left(verdict: Verdict, roles: tuple[str, ...]) -> Refused | None:
    """The refusal of the programme, where none of the wanted roles was accepted, which all are people's."""
    return verdict.refused[roles[0]] if verdict.refused.keys() >= set(roles) else None


def _version_in(data: bytes) -> int:
    """The version of a role file; 0 where the disk has spoiled it."""
    try:
        version = json.loads(data)["signed"]["version"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0
    return version if isinstance(version, int) else 0


def _newest_root(cache: Mapping[str, bytes]) -> str:
    """The name of the newest root in what ngclient remembers; empty without one."""
    return max(
        (name for name in cache if name.startswith(_ROOTS)), key=lambda name: _version_in(cache[name]), default=""
    )


def _raise_floors(change: Change, accepted: Accepted) -> None:
    for key in {""} if accepted.role == ROOT else accepted.signers:
        change.raise_floor(accepted.role, key, accepted.version)


def _signed_at(accepted: tuple[Accepted, ...]) -> tuple[datetime, datetime]:
    """When a desk has signed last, and when the hub has, by their own clocks.

    Versions are unix seconds, but several signatures within one second count on from there, and so the end of validity
    is asked too. It takes a second witness to believe either: a stolen hub, or a desk whose clock is ahead, alone must
    not push players into a future where everything is expired.
    """
    desk = max(_instant_of(role) for role in accepted if role.role not in (ROOT, SNAPSHOT, TIMESTAMP, AUTO))
    return desk, next(_instant_of(role) for role in accepted if role.role == TIMESTAMP)


def _instant_of(role: Accepted) -> datetime:
    begun = role.expires - validity(role.role)
    return min(begun, datetime.fromtimestamp(min(role.version, begun.timestamp()), UTC))


def _documents(rows: tuple[RoleRow, ...]) -> tuple[SignedDocument, ...]:
    return tuple(
        SignedDocument(path, row.name, row.version, row.expires, content)
        for row in rows
        for path, content in sorted(row.documents.items())
    )


def _by_name(rows: tuple[RoleRow, ...]) -> dict[str, bytes]:
    """The documents of all roles, by their names in a bundle."""
    contents = [(path, content) for row in rows for path, content in row.documents.items()]
    return {document_name(path, hashlib.sha256(content).hexdigest()): content for path, content in contents}
