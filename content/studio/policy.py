"""Who may sign for what, as a value: people, and for each role how many of whom; read from signed documents.

The names of people stand in the policy beside their keys, so that every desk shows the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.delivery.keyrules import check_policy, check_root, listed_keys
from content.delivery.roles import AUTO, DRILL, EMERGENCY, FALLBACK, POLICY, ROOT, STANDING, group_of, programme_role
from content.delivery.tufnames import Root, Targets
from content.errors import Refused
from content.studio.operators import Operator
from schedules.checks import check_id, check_sha256
from schedules.errors import InvalidValue

PEOPLE_FIELD, WALLS_FIELD = "displayctl-people", "displayctl-walls"
MOST_PEOPLE, MOST_GROUPS, MOST_WALLS = 64, 1000, 5000
REQUIRED = (ROOT, POLICY, EMERGENCY, DRILL, FALLBACK)


@dataclass(frozen=True, slots=True)
class Rule:
    """`threshold` of `people` (ids of operators) sign for `role` together."""

    role: str
    threshold: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WallKey:
    """A wall as the people know it: its group, and the fingerprint of its player, empty while it has none."""

    display_id: str
    group: str
    device: str = ""

    def __post_init__(self) -> None:
        check_id("wall.display_id", self.display_id)
        check_id("wall.group", self.group)
        if self.device:
            check_sha256("wall.device", self.device)


@dataclass(frozen=True, slots=True)
class Policy:
    """Everybody and every rule. Raises Refused with the reason where it could not work or could deceive.

    Rules: ``duplicate-key`` (two people with one key, one id or one player at two walls), ``unknown-person``,
    ``threshold`` (more needed than listed), ``missing-role``, ``bounds``. A wall listed here is shown by no other
    player than the one named; an installation that lists none leaves that to its programmes. With `auto` the hub may
    show cards of official warnings by its own key, and nothing else.
    """

    people: tuple[Operator, ...]
    rules: tuple[Rule, ...]
    walls: tuple[WallKey, ...] = ()
    auto: bool = False

    def __post_init__(self) -> None:
        _check_people(self.people)
        _check_walls(self.walls)
        known = {person.id for person in self.people}
        for rule in self.rules:
            _check_rule(rule, known)
        roles = [rule.role for rule in self.rules]
        missing = [role for role in REQUIRED if role not in roles]
        if missing or len(set(roles)) != len(roles):
            raise Refused("missing-role", f"each of {', '.join(REQUIRED)} needs one rule; {missing or 'one'} has not")
        if len(self.groups) > MOST_GROUPS:
            raise Refused("bounds", f"a policy names at most {MOST_GROUPS} groups; put displays together")

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of walls that programmes may be signed for, by name."""
        return tuple(sorted(group for rule in self.rules if (group := group_of(rule.role)) is not None))

    @property
    def single_handed(self) -> bool:
        """Whether one person alone can bring a picture of their choice to a wall: "satu mata"."""
        return any(rule.threshold == 1 for rule in self.rules if rule.role not in (EMERGENCY, DRILL))

    def rule(self, role: str) -> Rule:
        """The rule of `role`. Raises Refused (``not-delegated``)."""
        for rule in self.rules:
            if rule.role == role:
                return rule
        raise Refused("not-delegated", f"the policy has no rule for {role}; propose one first")

    def has(self, role: str) -> bool:
        """Whether there is a rule for `role`."""
        return any(rule.role == role for rule in self.rules)

    def person(self, id: str) -> Operator:
        """The operator called `id`. Raises Refused (``unknown-person``)."""
        for person in self.people:
            if person.id == id:
                return person
        raise Refused("unknown-person", f"the policy knows nobody called {id!r}; its people are {self._names()}")

    def signers(self, role: str) -> tuple[Operator, ...]:
        """The people who may sign for `role`."""
        return tuple(self.person(each) for each in self.rule(role).people)

    def may_sign(self, key: str, role: str) -> bool:
        """Whether the owner of `key` (hexadecimal) is among those who sign for `role`."""
        return self.has(role) and any(person.key == key for person in self.signers(role))

    def owner_of(self, key: str) -> Operator | None:
        """The person whose key (hexadecimal) that is."""
        return next((person for person in self.people if person.key == key), None)

    def _names(self) -> str:
        return ", ".join(sorted(person.id for person in self.people))


def read_policy(root: Root, targets: Targets) -> Policy:
    """The policy in a root and a policy file that were verified already. Raises Refused as `Policy`, ``unreadable``.

    A former version wrote no names: a key without one is called by the beginning of itself.
    """
    check_root(root)
    check_policy(targets, root)
    named = _named_people(targets.unrecognized_fields.get(PEOPLE_FIELD, []))
    keys: dict[str, list[str]] = {role: sorted(listed_keys(role, root)) for role in (ROOT, POLICY)}
    delegated = targets.delegations.roles or {} if targets.delegations is not None else {}
    keys |= {role: sorted(listed_keys(role, targets)) for role in delegated if role != AUTO}
    for key in {key for listed in keys.values() for key in listed} - named.keys():
        named[key] = Operator(f"kunci-{key[:12]}", f"Kunci {key[:12]}", key)
    thresholds = {role: root.roles[role].threshold for role in (ROOT, POLICY)}
    thresholds |= {name: role.threshold for name, role in delegated.items() if name != AUTO}
    return Policy(
        people=tuple(sorted(named.values(), key=lambda person: person.id)),
        rules=tuple(Rule(role, thresholds[role], tuple(named[key].id for key in keys[role])) for role in thresholds),
        walls=_walls_in(targets.unrecognized_fields.get(WALLS_FIELD, [])),
        auto=AUTO in delegated,
    )


def fields_of(policy: Policy) -> dict[str, Any]:
    """What a policy file says beside what TUF has a place for; read again by `read_policy`."""
    people = [{"id": person.id, "name": person.name, "key": person.key} for person in policy.people]
    walls = [{"id": wall.display_id, "group": wall.group, "device": wall.device} for wall in policy.walls]
    return {PEOPLE_FIELD: people, **({WALLS_FIELD: walls} if walls else {})}


def _named_people(listed: Any) -> dict[str, Operator]:
    try:
        people = [Operator(each["id"], each["name"], each["key"]) for each in listed]
    except (TypeError, KeyError, InvalidValue) as error:
        raise Refused("unreadable", f"the people in the policy cannot be read ({error!s:.100})") from error
    _check_people(tuple(people))
    return {person.key: person for person in people}


def _walls_in(listed: Any) -> tuple[WallKey, ...]:
    try:
        return tuple(WallKey(each["id"], each["group"], each["device"]) for each in listed)
    except (TypeError, KeyError, InvalidValue) as error:
        raise Refused("unreadable", f"the walls in the policy cannot be read ({error!s:.100})") from error


def _check_people(people: tuple[Operator, ...]) -> None:
    if len(people) > MOST_PEOPLE:
        raise Refused("bounds", f"a policy has {len(people)} people; at most {MOST_PEOPLE} are allowed")
    _check_once({}, ((person.id, f"{person.name} ({person.key[:12]})") for person in people), "the id")
    _check_once({}, ((person.key, person.id) for person in people), "the key")


def _check_walls(walls: tuple[WallKey, ...]) -> None:
    if len(walls) > MOST_WALLS:
        raise Refused("bounds", f"a policy lists {len(walls)} walls; at most {MOST_WALLS} are allowed")
    _check_once({}, ((wall.display_id, wall.display_id) for wall in walls), "the wall")
    _check_once({}, ((wall.device, wall.display_id) for wall in walls if wall.device), "the player")


def _check_once(seen: dict[str, str], pairs: Any, what: str) -> None:
    for value, owner in pairs:
        if value in seen:
            raise Refused("duplicate-key", f"{what} {value:.24} is listed twice, for {seen[value]} and for {owner}")
        seen[value] = owner


def _check_rule(rule: Rule, known: Mapping[str, Any] | set[str]) -> None:
    if rule.role not in REQUIRED and rule.role not in STANDING:
        group = group_of(rule.role)
        if group is None or programme_role(group) != rule.role:
            raise Refused("delegation-form", f"{rule.role!r:.80} is no role there is; name a group of walls")
    if len(set(rule.people)) != len(rule.people):
        raise Refused("duplicate-key", f"{rule.role} lists one person twice; nobody counts for two")
    strangers = [each for each in rule.people if each not in known]
    if strangers:
        raise Refused("unknown-person", f"{rule.role} lists {strangers[0]!r:.80}, whom the policy does not know")
    if not isinstance(rule.threshold, int) or not 1 <= rule.threshold <= len(rule.people):
        raise Refused(
            "threshold",
            f"{rule.role} needs {rule.threshold} signatures, but {len(rule.people)} people are listed for it; "
            "add people first, or lower the number",
        )
