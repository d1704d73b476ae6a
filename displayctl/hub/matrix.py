"""The one written matrix: who may use each route, and on whose things. What is not in it is refused.

`docs/rights.md` is made of it, and a test compares it with the routes that exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from displayctl.api.accounts import Role
from displayctl.api.models import PLURALS, PartKind
from displayctl.hub.asking import EVERY_ROLE


class Who(StrEnum):
    """How a route knows the one who asks."""

    ANYBODY = "anybody"
    PERSON = "a person, or the desk while there are no accounts"
    THIS_MACHINE = "the desk token, on the hub's own machine"
    FIRST_MESSAGE = "a person, by the first message"
    DEVICE = "a device, by its token"
    SIGNATURE = "a device, by a signature in the body"
    VISITOR = "a person of an agency, by the cookie of the page; others are asked to sign in"


class Scope(StrEnum):
    """For which groups the role has to be held."""

    NONE = "-"
    OWN = "one's own account, whatever the role"
    ANYWHERE = "any group; lists hold only what is of one's own groups"
    SHARED = "any group; the thing belongs to all"
    OFFICE = "all groups"
    GROUP = "the group in the address"
    DISPLAY = "the group of the wall in the address"
    PART = "a group of the thing in the address"
    CONTENT = "every group that what is sent, and what it replaces, belongs to"
    REQUEST = "any group of the office; an agency, for its own requests"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a route asks for: one of `roles`, for the groups of `scope`. `kind` is that of the thing in the address."""

    who: Who
    roles: frozenset[Role] = field(default_factory=frozenset)
    scope: Scope = Scope.NONE
    kind: str = ""


LOOK = EVERY_ROLE
EDIT = frozenset({Role.EDITOR})
APPROVE = frozenset({Role.APPROVER})
ALARM = frozenset({Role.DUTY})
MEND = frozenset({Role.TECHNICIAN})
RULE = frozenset({Role.ADMINISTRATOR})
HANDLE = EDIT | APPROVE
"""Who answers requests for airtime."""
ASK = frozenset({Role.AGENCY})

PART_WRITERS: Mapping[PartKind, frozenset[Role]] = dict.fromkeys(PartKind, EDIT) | {PartKind.DISPLAY: MEND}
"""Who changes the parts of the schedule; walls are the technicians'."""
OFFICE_PARTS = frozenset({PartKind.DAYPART, PartKind.HOLIDAYS})
"""Parts that no group owns: everybody sees them, and changing them needs the role for all groups."""

ANYBODY = Rule(Who.ANYBODY)
DEVICE = Rule(Who.DEVICE)
SIGNATURE = Rule(Who.SIGNATURE)
THIS_MACHINE = Rule(Who.THIS_MACHINE)
OWN = Rule(Who.PERSON, scope=Scope.OWN)
VISITOR = Rule(Who.VISITOR, ASK, Scope.REQUEST)


def person(roles: frozenset[Role], scope: Scope, kind: str = "") -> Rule:
    """A rule for people."""
    return Rule(Who.PERSON, roles, scope, kind)


def _parts(kind: PartKind) -> dict[tuple[str, str], Rule]:
    word, shared = PLURALS[kind], kind in OFFICE_PARTS
    change = person(PART_WRITERS[kind], Scope.OFFICE if shared else Scope.CONTENT, kind.value)
    return {
        ("GET", f"/api/{word}"): person(LOOK, Scope.SHARED if shared else Scope.ANYWHERE, kind.value),
        ("POST", f"/api/{word}"): change,
        ("GET", f"/api/{word}/{{id}}"): person(LOOK, Scope.SHARED if shared else Scope.PART, kind.value),
        ("PUT", f"/api/{word}/{{id}}"): change,
        ("DELETE", f"/api/{word}/{{id}}"): change,
    }


MATRIX: dict[tuple[str, str], Rule] = {
    ("GET", "/openapi.json"): ANYBODY,
    ("GET", "/api/health"): ANYBODY,
    ("GET", "/authority"): ANYBODY,
    # Accounts
    ("POST", "/api/session"): ANYBODY,
    ("GET", "/api/session"): OWN,
    ("DELETE", "/api/session"): OWN,
    ("GET", "/api/account/sessions"): OWN,
    ("DELETE", "/api/account/sessions"): OWN,
    ("DELETE", "/api/account/sessions/{id}"): OWN,
    ("GET", "/api/account/changes"): OWN,
    ("PUT", "/api/account/password"): OWN,
    ("POST", "/api/account/second-factor"): OWN,
    ("POST", "/api/account/second-factor/confirmation"): OWN,
    ("POST", "/api/first-administrator"): THIS_MACHINE,
    ("POST", "/api/recovery/administrator"): THIS_MACHINE,
    ("GET", "/api/users"): person(RULE, Scope.OFFICE),
    ("POST", "/api/users"): person(RULE, Scope.OFFICE),
    ("GET", "/api/users/{id}"): person(RULE, Scope.OFFICE),
    ("PATCH", "/api/users/{id}"): person(RULE, Scope.OFFICE),
    ("PUT", "/api/users/{id}/password"): person(RULE, Scope.OFFICE),
    ("DELETE", "/api/users/{id}/second-factor"): person(RULE, Scope.OFFICE),
    ("DELETE", "/api/users/{id}/sessions"): person(RULE, Scope.OFFICE),
    ("GET", "/api/audit"): person(RULE, Scope.OFFICE),
    ("GET", "/api/audit/verification"): person(RULE, Scope.OFFICE),
    ("GET", "/api/audit/export"): person(RULE, Scope.OFFICE),
    # The schedule
    **{row: rule for kind in PartKind for row, rule in _parts(kind).items()},
    # Each step asks for what changing that kind of part asks for.
    ("POST", "/api/batch"): person(EDIT | MEND, Scope.CONTENT),
    ("GET", "/api/settings"): person(LOOK, Scope.ANYWHERE),
    ("PUT", "/api/settings"): person(EDIT, Scope.CONTENT),
    ("GET", "/api/displays/{id}/plays"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/displays/{id}/absence"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/displays/{id}/report"): person(LOOK, Scope.DISPLAY),
    # The library belongs to all; what is in use is changed by those who may change every use of it.
    ("GET", "/api/media"): person(LOOK, Scope.SHARED),
    ("POST", "/api/media"): person(EDIT, Scope.SHARED),
    ("GET", "/api/media/{id}"): person(LOOK, Scope.SHARED),
    ("PATCH", "/api/media/{id}"): person(EDIT, Scope.CONTENT),
    ("DELETE", "/api/media/{id}"): person(EDIT, Scope.CONTENT),
    ("GET", "/api/media/{id}/thumbnail"): person(LOOK, Scope.SHARED),
    ("GET", "/api/media/{id}/poster"): person(LOOK, Scope.SHARED),
    ("GET", "/api/media/{id}/uses"): person(LOOK, Scope.ANYWHERE),
    ("GET", "/api/media/{id}/last-plays"): person(LOOK, Scope.ANYWHERE),
    ("PUT", "/api/media/{id}/file"): person(EDIT, Scope.CONTENT),
    ("GET", "/api/media/{id}/versions"): person(LOOK, Scope.SHARED),
    ("GET", "/api/media/{id}/versions/{number}/thumbnail"): person(LOOK, Scope.SHARED),
    ("POST", "/api/media/{id}/versions/{number}/return"): person(EDIT, Scope.CONTENT),
    ("GET", "/api/media/{id}/frame"): person(LOOK, Scope.SHARED),
    ("GET", "/api/media/{id}/pages"): person(LOOK, Scope.SHARED),
    ("POST", "/api/media/{id}/pages"): person(EDIT, Scope.SHARED),
    ("GET", "/api/media/{id}/pages/{page}"): person(LOOK, Scope.SHARED),
    ("GET", "/api/library/storage"): person(LOOK, Scope.SHARED),
    ("GET", "/api/assets/{sha256}"): person(LOOK, Scope.SHARED),
    ("POST", "/api/announcements"): person(EDIT, Scope.SHARED),
    ("PUT", "/api/announcements/{id}"): person(EDIT, Scope.CONTENT),
    ("POST", "/api/streams"): person(EDIT, Scope.SHARED),
    ("POST", "/api/cards"): person(EDIT, Scope.SHARED),
    ("POST", "/api/cards/preview"): person(EDIT, Scope.SHARED),
    ("PUT", "/api/streams/{id}"): person(EDIT, Scope.CONTENT),
    ("POST", "/api/announcements/preview"): person(LOOK, Scope.SHARED),
    ("GET", "/api/jobs"): person(LOOK, Scope.SHARED),
    ("GET", "/api/jobs/{id}"): person(LOOK, Scope.SHARED),
    ("DELETE", "/api/jobs/{id}"): person(EDIT, Scope.CONTENT),
    # Publishing and emergencies
    ("GET", "/api/signing/{group}"): person(LOOK, Scope.GROUP),
    ("POST", "/api/publications/{group}"): person(APPROVE, Scope.GROUP),
    # What is signed is judged by its signatures; these rows only say who may bring it here.
    ("GET", "/api/trust"): person(LOOK, Scope.SHARED),
    ("POST", "/api/trust/founding"): person(RULE, Scope.OFFICE),
    ("POST", "/api/trust"): person(APPROVE | ALARM | RULE, Scope.SHARED),
    ("POST", "/api/trust/online-key"): person(RULE, Scope.OFFICE),
    ("GET", "/api/proposals"): person(LOOK, Scope.SHARED),
    ("POST", "/api/proposals"): person(APPROVE | ALARM | RULE, Scope.SHARED),
    ("GET", "/api/proposals/{id}"): person(LOOK, Scope.SHARED),
    ("DELETE", "/api/proposals/{id}"): person(RULE, Scope.OFFICE),
    ("GET", "/api/submissions"): person(LOOK, Scope.ANYWHERE),
    ("POST", "/api/submissions/{group}"): person(EDIT | APPROVE, Scope.GROUP),
    ("GET", "/api/submissions/{group}/{id}"): person(LOOK, Scope.GROUP),
    ("DELETE", "/api/submissions/{group}/{id}"): person(EDIT | APPROVE, Scope.GROUP),
    ("POST", "/api/submissions/{group}/{id}/signatures"): person(APPROVE, Scope.GROUP),
    ("POST", "/api/submissions/{group}/{id}/rejection"): person(APPROVE, Scope.GROUP),
    ("GET", "/api/publications"): person(LOOK, Scope.ANYWHERE),
    ("GET", "/api/publications/{group}/receipts"): person(LOOK, Scope.GROUP),
    ("GET", "/api/programmes/{group}"): person(LOOK, Scope.GROUP),
    ("GET", "/api/signing-emergency"): person(LOOK, Scope.SHARED),
    ("GET", "/api/alerts"): person(LOOK, Scope.SHARED),
    ("GET", "/api/alerts/{id}/document"): person(LOOK, Scope.SHARED),
    ("POST", "/api/alerts"): person(ALARM, Scope.CONTENT),
    # An emergency is everybody's to read of; pictures and plays are of one's own walls.
    ("GET", "/api/incidents"): person(LOOK, Scope.SHARED),
    ("GET", "/api/incidents/{id}"): person(LOOK, Scope.SHARED),
    ("GET", "/api/incidents/{id}/pictures/{sha256}"): person(LOOK, Scope.ANYWHERE),
    ("GET", "/api/drills"): person(LOOK, Scope.SHARED),
    ("GET", "/api/reports/alerts"): person(LOOK, Scope.ANYWHERE),
    ("GET", "/api/reports/emergencies"): person(LOOK, Scope.SHARED),
    # Warnings from outside; deciding about one is for who may alarm every wall that it reaches.
    ("GET", "/api/warnings"): person(LOOK, Scope.SHARED),
    ("GET", "/api/warnings/{id}"): person(LOOK, Scope.SHARED),
    ("POST", "/api/warnings/{id}/dismissal"): person(ALARM, Scope.CONTENT),
    ("POST", "/api/warnings/{id}/shown"): person(ALARM, Scope.CONTENT),
    # Where the hub fetches is for those who look after the whole office.
    ("GET", "/api/feeds"): person(LOOK, Scope.SHARED),
    ("PUT", "/api/feeds/{id}"): person(MEND | RULE, Scope.OFFICE),
    ("DELETE", "/api/feeds/{id}"): person(MEND | RULE, Scope.OFFICE),
    ("POST", "/api/feeds/{id}/test"): person(MEND | RULE, Scope.OFFICE),
    ("WS", "/api/events"): Rule(Who.FIRST_MESSAGE, LOOK, Scope.ANYWHERE),
    # Walls
    ("GET", "/api/fleet"): person(LOOK, Scope.ANYWHERE),
    ("GET", "/api/fleet/enrolments"): person(LOOK, Scope.ANYWHERE),
    ("POST", "/api/fleet/approvals"): person(MEND, Scope.CONTENT),
    ("DELETE", "/api/fleet/{id}"): person(MEND, Scope.DISPLAY),
    ("POST", "/api/fleet/{id}/screenshot"): person(LOOK, Scope.DISPLAY),
    # A brake is for whoever may have to pull it; it shows nothing but black, or the wall's own name.
    ("GET", "/api/holds"): person(LOOK, Scope.ANYWHERE),
    ("PUT", "/api/fleet/{id}/hold"): person(ALARM | MEND | RULE, Scope.DISPLAY),
    ("DELETE", "/api/fleet/{id}/hold"): person(ALARM | MEND | RULE, Scope.DISPLAY),
    ("POST", "/api/fleet/{id}/restart"): person(MEND | RULE, Scope.DISPLAY),
    ("PUT", "/api/fleet/{id}/pattern"): person(MEND | RULE, Scope.DISPLAY),
    ("DELETE", "/api/fleet/{id}/pattern"): person(MEND | RULE, Scope.DISPLAY),
    ("POST", "/api/fleet/{id}/identify"): person(MEND, Scope.DISPLAY),
    ("GET", "/api/fleet/{id}/health"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/fleet/{id}/history"): person(LOOK, Scope.DISPLAY),
    ("POST", "/api/fleet/{id}/leave-safe-mode"): person(MEND, Scope.DISPLAY),
    ("GET", "/api/checklists"): person(LOOK, Scope.ANYWHERE),
    ("GET", "/api/checklists/{id}"): person(LOOK, Scope.DISPLAY),
    ("PUT", "/api/checklists/{id}/{item}"): person(MEND, Scope.DISPLAY),
    ("GET", "/api/checklists/{id}/{item}/photo"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/bundles/{group}"): person(LOOK, Scope.GROUP),
    ("GET", "/api/fleet/{id}/refusals"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/fleet/{id}/journal"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/fleet/{id}/journal/comparison"): person(LOOK, Scope.DISPLAY),
    ("GET", "/api/reports/plays"): person(LOOK, Scope.ANYWHERE),
    # Requests for airtime
    ("GET", "/api/requests"): person(LOOK | ASK, Scope.REQUEST),
    ("POST", "/api/requests"): person(HANDLE | ASK, Scope.REQUEST),
    ("GET", "/api/requests/{id}"): person(LOOK | ASK, Scope.REQUEST),
    ("PUT", "/api/requests/{id}"): person(HANDLE | ASK, Scope.REQUEST),
    ("POST", "/api/requests/{id}/replies"): person(HANDLE | ASK, Scope.REQUEST),
    ("POST", "/api/requests/{id}/withdrawal"): person(HANDLE | ASK, Scope.REQUEST),
    ("POST", "/api/requests/{id}/state"): person(HANDLE, Scope.SHARED),
    ("PUT", "/api/requests/{id}/checks"): person(HANDLE, Scope.SHARED),
    ("POST", "/api/requests/{id}/prepared-answer"): person(HANDLE, Scope.SHARED),
    ("GET", "/api/requests/{id}/airings"): person(LOOK | ASK, Scope.REQUEST),
    ("POST", "/api/requests/{id}/links"): person(HANDLE, Scope.SHARED),
    ("DELETE", "/api/requests/{id}/links"): person(HANDLE, Scope.SHARED),
    ("POST", "/api/request-files"): person(HANDLE | ASK, Scope.REQUEST),
    ("GET", "/api/request-files/{id}"): person(LOOK | ASK, Scope.REQUEST),
    ("POST", "/api/request-files/{id}/medium"): person(EDIT, Scope.SHARED),
    ("GET", "/api/request-settings"): person(LOOK, Scope.SHARED),
    ("PUT", "/api/request-settings"): person(EDIT | RULE, Scope.OFFICE),
    # The same as pages for agencies, which are not there unless the office wants them
    ("GET", "/permohonan"): VISITOR,
    ("GET", "/permohonan/masuk"): VISITOR,
    ("POST", "/permohonan/masuk"): VISITOR,
    ("POST", "/permohonan/keluar"): VISITOR,
    ("GET", "/permohonan/sandi"): VISITOR,
    ("POST", "/permohonan/sandi"): VISITOR,
    ("GET", "/permohonan/bahasa/{code}"): VISITOR,
    ("GET", "/permohonan/berkas/{name}"): VISITOR,
    ("GET", "/permohonan/baru"): VISITOR,
    ("POST", "/permohonan/baru"): VISITOR,
    ("GET", "/permohonan/{id}"): VISITOR,
    ("POST", "/permohonan/{id}/tambah"): VISITOR,
    ("POST", "/permohonan/{id}/tarik"): VISITOR,
    ("GET", "/permohonan/{id}/lampiran/{file}"): VISITOR,
    # Players
    ("POST", "/player/enrolments"): SIGNATURE,
    ("GET", "/player/enrolments/{device_id}"): ANYBODY,
    ("POST", "/player/challenges"): ANYBODY,
    ("POST", "/player/tokens"): SIGNATURE,
    ("GET", "/player/bundle"): DEVICE,
    ("GET", "/player/assets/{sha256}"): DEVICE,
    ("POST", "/player/records"): DEVICE,
    ("WS", "/player/link"): DEVICE,
}
