"""What is noted when an alert comes or goes: who, when, for which walls, in the audit trail and beside the alert."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from content.delivery.published import parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import POLICY, ROOT, SignedRole
from content.errors import Refused
from content.studio.policy import read_policy
from displayctl.api.incidents import AlertStory, Signer, StepKind, WallName
from displayctl.api.models import PartKind
from displayctl.hub.asking import current_asker
from displayctl.hub.incident_story import step_kind
from displayctl.hub.repositories.alerts import StoredAlert
from displayctl.hub.storage import UnitOfWork
from schedules.alert import Alert
from schedules.codec import alert_from_dict, alert_to_dict

ALERT = "alert"
_LEFT_OUT = frozenset({"pictures", "display_ids", "version", "template"})
_VERBS = {
    StepKind.RAISED: "raise",
    StepKind.UPDATED: "update",
    StepKind.EXTENDED: "extend",
    StepKind.CORRECTED: "correct",
    StepKind.ENDED: "end",
}


def signer_names(repository: Repository) -> dict[str, str]:
    """What the policy calls the people behind its keys, by key id; empty where nobody has founded anything."""
    root, policy = repository.current(ROOT), repository.current(POLICY)
    if root is None or policy is None:
        return {}
    people = read_policy(parsed_role(ROOT, root), parsed_role(POLICY, policy)).people
    return {person.keyid: person.name for person in people}


def keyids_of(role: SignedRole) -> tuple[str, ...]:
    """The ids of the keys that a role's file is signed with. It was judged before. Raises Refused (``unreadable``)."""
    try:
        return tuple(str(each["keyid"]) for each in json.loads(role.metadata)["signatures"])
    except (ValueError, KeyError, TypeError) as error:
        raise Refused("unreadable", f"the signatures of {role.role} cannot be read; sign it again") from error


def note_alert(
    work: UnitOfWork, alert: Alert, known: StoredAlert | None, signers: Mapping[str, str], at: datetime
) -> None:
    """Notes that `alert` came at `at`, signed by `signers` (names by key id); `known` is how it was stored before this,
    and `current_asker` who brought it.

    Whoever signs an alert that stands already confirms it. What is known already is noted once.
    """
    stands = known is not None and known.withdrawn_at is None
    story = work.incidents.story(alert.id)
    fresh = [keyid for keyid in signers if keyid not in {signer.keyid for signer in story.signers}]
    if stands and not fresh:
        return
    signed = (*story.signers, *(Signer(keyid=keyid, name=signers[keyid], at=at) for keyid in fresh))
    walls = story.walls or _walls(work, alert)
    story = AlertStory(raised_by=story.raised_by or current_asker().name, signers=signed, walls=walls)
    work.incidents.put_story(alert.id, story)
    verb = "confirm" if stands else _VERBS[step_kind(alert, _earlier(work, alert))]
    work.record(f"{_word(alert)}.{verb}", ALERT, alert.id, after=_facts(alert, story))


def note_withdrawal(work: UnitOfWork, alert: Alert) -> None:
    """Notes that walls are told of `alert` no more."""
    after = {"headline": alert.headline, "level": alert.level.name, "drill": alert.drill}
    work.record(f"{_word(alert)}.withdraw", ALERT, alert.id, after=after)


def walls_of(alert: Alert, names: Mapping[str, str]) -> tuple[WallName, ...]:
    """The walls that an alert is for; `names` are those of all walls by id."""
    return tuple(WallName(display_id=wall, name=names.get(wall, wall)) for wall in alert.display_ids or sorted(names))


def wall_names(work: UnitOfWork) -> dict[str, str]:
    """How the walls are called now, by id."""
    return {part.id: str(part.value.get("name", part.id)) for part in work.parts.all(PartKind.DISPLAY)}


def _walls(work: UnitOfWork, alert: Alert) -> tuple[WallName, ...]:
    return walls_of(alert, wall_names(work))


def _word(alert: Alert) -> str:
    """A drill has actions of its own, so that nobody who reads the trail takes it for earnest."""
    return "drill" if alert.drill else ALERT


def _earlier(work: UnitOfWork, alert: Alert) -> dict[str, Alert]:
    found: Iterable[StoredAlert | None] = (work.alerts.find(name) for name in alert.supersedes)
    return {stored.id: alert_from_dict(stored.document) for stored in found if stored is not None}


def _facts(alert: Alert, story: AlertStory) -> dict[str, object]:
    """The alert without its pictures, whose digests are in the signed document, and with the people and walls."""
    plain = {name: value for name, value in alert_to_dict(alert).items() if name not in _LEFT_OUT}
    return {
        **plain,
        "kind": alert.kind,
        "level": alert.level.name,
        "drill": alert.drill,
        "walls": [wall.name for wall in story.walls],
        "signers": [f"{signer.name} ({signer.keyid[:12]})" for signer in story.signers],
    }
