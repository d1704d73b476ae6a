"""The matrix of rights as a page for people: `python -m displayctl.hub.rights_page > docs/rights.md`."""

from __future__ import annotations

import sys

from displayctl.api.accounts import Role
from displayctl.hub.asking import EVERY_ROLE
from displayctl.hub.matrix import MATRIX, Rule, Scope

HEAD = """# Rights

Made from `displayctl/hub/matrix.py` by `python -m displayctl.hub.rights_page`. A test compares it with the hub's
routes, and tries each of them as each role, on things of one's own group and of another's. What is not in it is
refused.

A person holds roles for groups of walls, or for all of them. **Every role of the office includes looking.** An *editor*
changes the schedule and the library, an *approver* publishes, a *duty* officer sends emergencies, a *technician* looks
after walls and players, an *administrator* looks after people and the audit trail. An administrator's rights count
only in a session with a second factor, and nobody has any before they replaced the password that somebody else gave
them.

A wall belongs to its first group; a slot to the groups of its walls, a playlist to those of its slots and of the
filler, a medium in use to those of the playlists that show it. What reaches no wall belongs to no group, and
everybody may use it. The library, dayparts and holidays are everybody's to look at. Of what was deleted, everybody
who follows events hears kind and id.

An *agency* is none of the office: its account asks for airtime for the agency that stands in place of its group, and
sees its own requests, by the page that the hub serves under `/permohonan` once the office wants it. A request of
another agency does not exist for it.

| method | path | who | role | for |
|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_line(method, path, rule) for (method, path), rule in MATRIX.items())


def _line(method: str, path: str, rule: Rule) -> str:
    scope = "" if rule.scope is Scope.NONE else rule.scope.value
    return f"| {method} | `{path}` | {rule.who.value} | {_roles(rule)} | {scope} |\n"


def _roles(rule: Rule) -> str:
    if rule.roles == EVERY_ROLE:
        return "any"
    return ", ".join(role.value for role in Role if role in rule.roles)


if __name__ == "__main__":
    sys.stdout.write(page())
