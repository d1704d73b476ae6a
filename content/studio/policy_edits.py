"""Changes to a policy, each a new value: what a first start begins with, and what a ceremony may wish for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT, group_of, programme_role
from content.errors import Refused
from content.studio.operators import Operator
from content.studio.policy import Policy, Rule, WallKey

FEWEST_OF_SEVERAL = 3


def one_person(person: Operator, groups: Iterable[str]) -> Policy:
    """One person signs everything: "satu mata"."""
    return _same_for_all((person,), 1, groups)


def several_people(people: Iterable[Operator], groups: Iterable[str]) -> Policy:
    """Two sign together for everything but emergencies and drills, which each of them may raise alone.

    Raises Refused (``threshold``) for fewer than three: of two, the loss of one key would end everything.
    """
    found = tuple(people)
    if len(found) < FEWEST_OF_SEVERAL:
        raise Refused(
            "threshold",
            f"{len(found)} people are too few to sign two by two, as one lost key would end everything; "
            "take three, and put the third key into a safe",
        )
    return _same_for_all(found, 2, groups)


def with_person(policy: Policy, person: Operator, roles: Iterable[str]) -> Policy:
    """`person` may sign for `roles` too. Raises Refused (``duplicate-key``, ``not-delegated``)."""
    wanted = {policy.rule(role).role for role in roles}
    known = policy.owner_of(person.key)
    people = policy.people if known == person else (*policy.people, person)
    return replace(policy, people=people, rules=tuple(_joined(rule, person.id, wanted) for rule in policy.rules))


def without_person(policy: Policy, id: str) -> Policy:
    """`id` may sign for nothing any more. Raises Refused (``threshold``) where then too few are left for a role."""
    policy.person(id)
    rules = tuple(replace(rule, people=tuple(each for each in rule.people if each != id)) for rule in policy.rules)
    for rule in rules:
        if rule.threshold > len(rule.people):
            raise Refused(
                "threshold",
                f"without {id} only {len(rule.people)} are left for {rule.role}, which needs {rule.threshold}; "
                "add somebody for it first, or lower the number",
            )
    return replace(policy, people=tuple(person for person in policy.people if person.id != id), rules=rules)


def with_key(policy: Policy, id: str, key: str) -> Policy:
    """`id` signs with a new key from now on, and no more with the lost one. Raises Refused (``duplicate-key``)."""
    former = policy.person(id)
    people = tuple(replace(person, key=key) if person == former else person for person in policy.people)
    return replace(policy, people=people)


def with_rule(policy: Policy, role: str, threshold: int | None = None, people: Iterable[str] | None = None) -> Policy:
    """Another number, or other people, for `role`. Raises Refused (``threshold``, ``unknown-person``)."""
    former = policy.rule(role)
    rule = Rule(
        role,
        former.threshold if threshold is None else threshold,
        former.people if people is None else tuple(people),
    )
    return _without_idle(replace(policy, rules=tuple(rule if each == former else each for each in policy.rules)))


def with_threshold_everywhere(policy: Policy, threshold: int) -> Policy:
    """`threshold` for all that two people should agree on: not for emergencies and drills."""
    rules = tuple(
        rule if rule.role in (EMERGENCY, DRILL) else replace(rule, threshold=threshold) for rule in policy.rules
    )
    return replace(policy, rules=rules)


def with_group(policy: Policy, group: str, threshold: int | None = None, people: Iterable[str] | None = None) -> Policy:
    """Programmes for `group` too; what is not said is as for the first group there is, else as for the policy.

    Raises InvalidValue, Refused (``group-there``, ``threshold``, ``unknown-person``).
    """
    role = programme_role(group)
    if policy.has(role):
        raise Refused("group-there", f"the policy has a rule for the group {group} already; change that one")
    like = policy.rule(programme_role(policy.groups[0]) if policy.groups else POLICY)
    rule = Rule(
        role,
        like.threshold if threshold is None else threshold,
        like.people if people is None else tuple(people),
    )
    return replace(policy, rules=(*policy.rules, rule))


def with_wall(policy: Policy, wall: WallKey) -> Policy:
    """`wall` is one of ours, shown by its player only. One of the same name is replaced."""
    policy.rule(programme_role(wall.group))
    others = tuple(each for each in policy.walls if each.display_id != wall.display_id)
    return replace(policy, walls=tuple(sorted((*others, wall), key=lambda each: each.display_id)))


def without_wall(policy: Policy, display_id: str) -> Policy:
    """The wall is no longer one of ours. Raises Refused (``unknown-wall``)."""
    left = tuple(wall for wall in policy.walls if wall.display_id != display_id)
    if left == policy.walls:
        raise Refused("unknown-wall", f"the policy lists no wall {display_id!r:.80}; look at the list again")
    return replace(policy, walls=left)


def with_auto(policy: Policy, *, on: bool) -> Policy:
    """Whether the hub may show cards of official warnings by itself, without anybody's signature."""
    return replace(policy, auto=on)


def _same_for_all(people: tuple[Operator, ...], threshold: int, groups: Iterable[str]) -> Policy:
    ids = tuple(person.id for person in people)
    roles = (ROOT, POLICY, FALLBACK, *(programme_role(group) for group in sorted(set(groups))))
    alone = tuple(Rule(role, 1, ids) for role in (EMERGENCY, DRILL))
    return Policy(people, (*(Rule(role, threshold, ids) for role in roles), *alone))


def _joined(rule: Rule, id: str, roles: set[str]) -> Rule:
    return replace(rule, people=(*rule.people, id)) if rule.role in roles and id not in rule.people else rule


def _without_idle(policy: Policy) -> Policy:
    """Somebody who may sign for nothing is not in the policy."""
    busy = {each for rule in policy.rules for each in rule.people}
    return replace(policy, people=tuple(person for person in policy.people if person.id in busy))


def role_named(word: str) -> str:
    """The role a person means by ``root``, ``policy``, ``emergency``, ``drill``, ``fallback`` or a group of walls."""
    if word == "policy":
        return POLICY
    if word in (ROOT, EMERGENCY, DRILL, FALLBACK):
        return word
    return word if group_of(word) is not None else programme_role(word)
