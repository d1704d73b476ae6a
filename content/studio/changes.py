"""What a ceremony would change, one line each, for the people who are to sign it: read from what is signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT, group_of
from content.studio.ceremonies import Examined
from content.studio.policy import Policy, Rule, WallKey


class PolicyChangeKind(StrEnum):
    """Stable words, so that a desk can say them in its own language."""

    PERSON_ADDED = "person-added"
    PERSON_RETIRED = "person-retired"
    KEY_REPLACED = "key-replaced"
    RENAMED = "renamed"
    THRESHOLD = "threshold"
    SIGNERS = "signers"
    GROUP_ADDED = "group-added"
    GROUP_EMPTIED = "group-emptied"
    WALL = "wall"
    ONLINE_KEY = "online-key"
    AUTO_ON = "auto-on"
    AUTO_OFF = "auto-off"
    RENEWED = "renewed"


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One change: of `subject` (a person, a role, a group, a wall) from `before` to `after`, both as words."""

    kind: PolicyChangeKind
    subject: str
    before: str = ""
    after: str = ""

    @property
    def sentence(self) -> str:
        """The change in English."""
        return _SENTENCES[self.kind].format(subject=self.subject, before=self.before, after=self.after)


def changes_of(examined: Examined) -> tuple[PolicyChange, ...]:
    """Every change that signing would bring about; at the founding all of it is new."""
    before, after = examined.before, examined.after
    found = [*_people(before, after), *_rules(before, after), *_walls(before, after)]
    if after.auto != (before is not None and before.auto):
        found.append(PolicyChange(PolicyChangeKind.AUTO_ON if after.auto else PolicyChangeKind.AUTO_OFF, "hub"))
    if examined.new_online_key:
        found.append(PolicyChange(PolicyChangeKind.ONLINE_KEY, "hub"))
    found += [PolicyChange(PolicyChangeKind.GROUP_EMPTIED, _word(role)) for role in examined.emptied]
    found += [PolicyChange(PolicyChangeKind.RENEWED, _word(role)) for role in examined.renewed]
    return tuple(found)


def role_words(role: str) -> str:
    """What a role is for, in English."""
    group = group_of(role)
    return _ROLES.get(role, role) if group is None else f"programmes of {group}"


def _people(before: Policy | None, after: Policy) -> Iterator[PolicyChange]:
    known = {} if before is None else {person.id: person for person in before.people}
    for person in after.people:
        former = known.pop(person.id, None)
        if former is None:
            yield PolicyChange(PolicyChangeKind.PERSON_ADDED, person.name, "", person.fingerprint)
        elif former.key != person.key:
            yield PolicyChange(PolicyChangeKind.KEY_REPLACED, person.name, former.fingerprint, person.fingerprint)
        elif former.name != person.name:
            yield PolicyChange(PolicyChangeKind.RENAMED, person.id, former.name, person.name)
    for person in known.values():
        yield PolicyChange(PolicyChangeKind.PERSON_RETIRED, person.name, person.fingerprint, "")


def _rules(before: Policy | None, after: Policy) -> Iterator[PolicyChange]:
    for rule in after.rules:
        former = before.rule(rule.role) if before is not None and before.has(rule.role) else None
        if former is None:
            yield PolicyChange(PolicyChangeKind.GROUP_ADDED, _word(rule.role), "", _needed(rule, after))
            continue
        if former.threshold != rule.threshold:
            yield PolicyChange(PolicyChangeKind.THRESHOLD, _word(rule.role), str(former.threshold), str(rule.threshold))
        if before is not None and set(former.people) != set(rule.people):
            yield PolicyChange(PolicyChangeKind.SIGNERS, _word(rule.role), _names(former, before), _names(rule, after))


def _walls(before: Policy | None, after: Policy) -> Iterator[PolicyChange]:
    known = {} if before is None else {wall.display_id: wall for wall in before.walls}
    for wall in after.walls:
        former = known.pop(wall.display_id, None)
        if former != wall:
            yield PolicyChange(PolicyChangeKind.WALL, wall.display_id, _place(former), _place(wall))
    for wall in known.values():
        yield PolicyChange(PolicyChangeKind.WALL, wall.display_id, _place(wall), "")


def _place(wall: WallKey | None) -> str:
    return "" if wall is None else f"{wall.group} {wall.device[:12]}".strip()


def _word(role: str) -> str:
    group = group_of(role)
    return group if group is not None else {POLICY: "policy"}.get(role, role)


def _names(rule: Rule, policy: Policy) -> str:
    return ", ".join(sorted(policy.person(id).name for id in rule.people))  # noqa: A001 - of a person


def _needed(rule: Rule, policy: Policy) -> str:
    return f"{rule.threshold} of {_names(rule, policy)}"


_ROLES = {
    ROOT: "who decides about everything (root)",
    POLICY: "who may sign for what (policy)",
    EMERGENCY: "emergencies",
    DRILL: "drills",
    FALLBACK: "the card of last resort",
}
_SENTENCES = {
    PolicyChangeKind.PERSON_ADDED: "{subject} joins, with the key {after}",
    PolicyChangeKind.PERSON_RETIRED: "{subject} may sign for nothing any more",
    PolicyChangeKind.KEY_REPLACED: "{subject} signs with the key {after} instead of {before}",
    PolicyChangeKind.RENAMED: "{subject} is called {after} instead of {before}",
    PolicyChangeKind.THRESHOLD: "{subject} needs {after} signatures instead of {before}",
    PolicyChangeKind.SIGNERS: "{subject} is signed by {after}; until now by {before}",
    PolicyChangeKind.GROUP_ADDED: "{subject} is signed by {after}",
    PolicyChangeKind.GROUP_EMPTIED: "{subject} shows nothing any more",
    PolicyChangeKind.WALL: "the wall {subject}: from [{before}] to [{after}]",
    PolicyChangeKind.ONLINE_KEY: "the hub gets a new key of its own",
    PolicyChangeKind.AUTO_ON: "the hub may show official warnings on walls by itself, without anybody's signature",
    PolicyChangeKind.AUTO_OFF: "the hub may show nothing by itself any more",
    PolicyChangeKind.RENEWED: "{subject} is signed again as it is",
}
