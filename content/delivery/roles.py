"""Who may sign what: the names of the roles, the paths they own, and how long a signature is good for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from schedules.checks import check_id

ROOT, POLICY, SNAPSHOT, TIMESTAMP = "root", "targets", "snapshot", "timestamp"
EMERGENCY, DRILL, FALLBACK = "emergency", "drill", "fallback"
STANDING = (EMERGENCY, DRILL, FALLBACK)
AUTO = "auto"  # cards of official warnings, signed by the hub alone; nobody believes it unless the policy says so
ROLE_FIELD = "displayctl-role"  # a role says its own name, so that one role's file cannot pass for another's
ROOT_FIELD = "displayctl-root"  # a timestamp says which root it was made under
LARGEST_VERSION = (1 << 53) - 1

_PROGRAMME = re.compile(r"\Aprog-([a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)\Z")
_LARGEST_DOCUMENTS = {EMERGENCY: 14 << 20, DRILL: 4 << 20, FALLBACK: 4 << 20, AUTO: 1 << 20}
_VALIDITY = {
    ROOT: timedelta(days=730),
    POLICY: timedelta(days=365),
    EMERGENCY: timedelta(days=30),
    DRILL: timedelta(days=30),
    FALLBACK: timedelta(days=365),
    AUTO: timedelta(days=7),
    SNAPSHOT: timedelta(days=7),
    TIMESTAMP: timedelta(days=1),
}


@dataclass(frozen=True, slots=True)
class SignedRole:
    """A role's signed metadata, with the documents by path that are new in it."""

    role: str
    metadata: bytes
    documents: Mapping[str, bytes] = field(default_factory=dict)


def programme_role(group: str) -> str:
    """The role that signs for the displays of `group`. Raises InvalidValue where that is no identifier."""
    check_id("group", group)
    return f"prog-{group}"


def programme_path(group: str) -> str:
    """The document that tells the displays of `group` what to play."""
    check_id("group", group)
    return f"prog/{group}/programme.json"


def alert_path(alert_id: str, *, drill: bool = False) -> str:
    """The document of an alert; drills have a role and a place of their own."""
    check_id("alert.id", alert_id)
    return f"{DRILL if drill else EMERGENCY}/{alert_id}.json"


def folder_of(role: str) -> str:
    """The folder, ending in a slash, whose documents `role` signs. `role` is a delegated role."""
    programme = _PROGRAMME.match(role)
    return f"prog/{programme[1]}/" if programme else f"{role}/"


def group_of(role: str) -> str | None:
    """The group that `role` signs programmes for, or None where it signs something else."""
    programme = _PROGRAMME.match(role)
    return programme[1] if programme else None


def owns(role: str, path: str) -> bool:
    """Whether `path` is a document right in the folder of `role`."""
    folder = folder_of(role)
    return path.startswith(folder) and "/" not in path[len(folder) :] and len(path) > len(folder)


def wanted_roles(group: str | None) -> tuple[str, ...]:
    """The roles a player of `group` listens to; None while nobody has published for its group."""
    return STANDING if group is None else (programme_role(group), *STANDING)


def validity(role: str) -> timedelta:
    """How long a fresh signature of `role` is good for; programmes for 90 days."""
    return _VALIDITY.get(role, timedelta(days=90))


def metadata_name(role: str, version: int) -> str:
    """The name of a role's file in a bundle and in the hub's repository."""
    return f"metadata/{TIMESTAMP}.json" if role == TIMESTAMP else f"metadata/{version}.{role}.json"


def document_name(path: str, sha256: str) -> str:
    """The name of a document in a bundle and in the hub's repository: its digest stands before its last step."""
    folder, slash, name = path.rpartition("/")
    return f"targets/{folder}{slash}{sha256}.{name}"


def largest_documents(role: str) -> int:
    """How many bytes the documents of `role` may have together, so that a group's bundle stays within its bounds."""
    return _LARGEST_DOCUMENTS.get(role, 6 << 20)
