"""Who may sign for what, and what a ceremony would change, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT, group_of
from content.studio.changes import PolicyChange, PolicyChangeKind
from content.studio.policy import Policy, Rule
from displayctl.desktop.presenters.words import listed

translate = QCoreApplication.translate


def role_name(role: str) -> str:
    """What a role is for, as ``tayangan utama``."""
    group = group_of(role)
    if group is not None:
        return translate("Policy", "programmes of {group}").format(group=group)
    return {
        ROOT: translate("Policy", "everything (root)"),
        POLICY: translate("Policy", "the rules (policy)"),
        EMERGENCY: translate("Policy", "emergency messages"),
        DRILL: translate("Policy", "drills"),
        FALLBACK: translate("Policy", "the card of last resort"),
    }.get(role, role)


def rule_words(rule: Rule) -> str:
    """How many of how many, as ``2 dari 3``."""
    return translate("Policy", "{n} of {count}").format(n=rule.threshold, count=len(rule.people))


def rule_sentences(policy: Policy) -> tuple[str, ...]:
    """The rules as sentences, those with the same people and number in one."""
    together: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for rule in policy.rules:
        together.setdefault((rule.threshold, tuple(sorted(rule.people))), []).append(role_name(rule.role))
    return tuple(
        _sentence(number, tuple(policy.person(each).name for each in people), listed(roles))
        for (number, people), roles in together.items()
    )


def _sentence(number: int, people: tuple[str, ...], roles: str) -> str:
    if len(people) == 1:
        words = translate("Policy", "{roles}: {people} alone")
    elif number == 1:
        words = translate("Policy", "{roles}: {people}, each alone")
    else:
        words = translate("Policy", "{roles}: {n} of {people} together")
    said = words.format(roles=roles, people=listed(people), n=number)
    return said[0].upper() + said[1:]


def change_sentence(change: PolicyChange) -> str:
    """One change that signing would bring about."""
    after = change.after
    if change.kind is PolicyChangeKind.GROUP_ADDED:
        number, _, people = after.partition(" of ")
        after = translate("Policy", "{n} of {people} sign").format(n=number, people=people)
    return _sentences()[change.kind].format(subject=_subject(change.subject), before=change.before, after=after)


def _subject(subject: str) -> str:
    """Changes name roles by short words; those of groups are the groups themselves."""
    return {
        "root": role_name(ROOT),
        "policy": role_name(POLICY),
        "emergency": role_name(EMERGENCY),
        "drill": role_name(DRILL),
        "fallback": role_name(FALLBACK),
    }.get(subject, subject)


def _sentences() -> dict[PolicyChangeKind, str]:
    return {
        PolicyChangeKind.PERSON_ADDED: translate("Policy", "{subject} joins, with the key {after}"),
        PolicyChangeKind.PERSON_RETIRED: translate("Policy", "{subject} may sign for nothing any more"),
        PolicyChangeKind.KEY_REPLACED: translate("Policy", "{subject} signs with the key {after} instead of {before}"),
        PolicyChangeKind.RENAMED: translate("Policy", "{subject} is called {after} instead of {before}"),
        PolicyChangeKind.THRESHOLD: translate("Policy", "{subject}: signatures needed {after} instead of {before}"),
        PolicyChangeKind.SIGNERS: translate("Policy", "{subject}: signed by {after}; until now by {before}"),
        PolicyChangeKind.GROUP_ADDED: translate("Policy", "New group {subject}: {after}"),
        PolicyChangeKind.GROUP_EMPTIED: translate("Policy", "{subject} shows nothing any more"),
        PolicyChangeKind.WALL: translate("Policy", "The wall {subject}: from [{before}] to [{after}]"),
        PolicyChangeKind.ONLINE_KEY: translate("Policy", "The hub gets a new key of its own"),
        PolicyChangeKind.AUTO_ON: translate(
            "Policy", "The hub may show official warnings on walls by itself, without anybody's signature"
        ),
        PolicyChangeKind.AUTO_OFF: translate("Policy", "The hub may show nothing by itself any more"),
        PolicyChangeKind.RENEWED: translate("Policy", "Signed again as it is: {subject}"),
    }
