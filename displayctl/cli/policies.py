"""`displayctl policy`: who may sign for what, and ceremonies that change it.

A command that changes something signs with the key of this desk. Where more people have to sign, it leaves the
proposal at the hub, or in a file with ``--to``; the others add theirs with ``policy sign``, and with the last one it
holds.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.ceremonies import ceremonies_of, ceremony, told_of
from displayctl.cli.frame import Answer, Desk, command, group, table
from displayctl.cli.passphrases import FileOption

if TYPE_CHECKING:
    from content.studio.policy import Policy
    from content.studio.proposals import Proposal
    from displayctl.desk.ceremonies import Ceremonies

app = group("Who may sign for what, and the ceremonies that change it.")
RoleArgument = Annotated[str, typer.Argument(metavar="ROLE", help="root, policy, emergency, drill, fallback, a group.")]


@command(app, "show")
def show(desk: Desk) -> Answer:
    """Show who may sign for what, and until when the signatures last."""
    from rich.console import Group

    from content.studio.changes import role_words
    from displayctl.desk.believing import fingerprint

    ceremonies = ceremonies_of(desk)
    current, renewals = ceremonies.current(), {each.role: each for each in ceremonies.renewals()}
    policy = current.people
    rows = []
    for rule in policy.rules:
        renewal = renewals.get(rule.role)
        until = "" if renewal is None else f"{renewal.expires:%Y-%m-%d}{' (renew now)' if renewal.due else ''}"
        names = ", ".join(person.name for person in policy.signers(rule.role))
        rows.append((role_words(rule.role), f"{rule.threshold} of {len(rule.people)}", names, until))
    people = [(person.id, person.name, person.fingerprint) for person in policy.people]
    text = Group(
        table(("for", "sign", "people", "until"), rows, ""),
        table(("id", "name", "key"), people, ""),
        f"official warnings: {'the hub shows cards by itself' if policy.auto else 'people show each of them'}",
        "satu mata: one person alone decides" if policy.single_handed else "empat mata: nobody decides alone",
        f"root version {current.root_version}, fingerprint {fingerprint(current.root)}",
    )
    return Answer(_policy_data(policy) | {"root_version": current.root_version}, text)


@ceremony(app, "four-eyes")
def four_eyes(ceremonies: Ceremonies) -> Proposal:
    """Let two people sign everything but emergencies and drills."""
    from content.studio.policy_edits import with_threshold_everywhere

    return ceremonies.propose(lambda policy: with_threshold_everywhere(policy, 2)).proposal


@ceremony(app, "threshold")
def threshold(
    ceremonies: Ceremonies,
    role: RoleArgument,
    number: Annotated[int, typer.Argument(min=1, max=64, help="How many have to sign.")],
) -> Proposal:
    """Change how many people have to sign for something."""
    from content.studio.policy_edits import role_named, with_rule

    return ceremonies.propose(lambda policy: with_rule(policy, role_named(role), number)).proposal


@ceremony(app, "add-person")
def add_person(
    ceremonies: Ceremonies,
    id: Annotated[str, typer.Argument(help="Their id, as made with their key.")],
    name: Annotated[str, typer.Argument(help="Their name.")],
    key: Annotated[str, typer.Argument(help="Their public key: 64 hexadecimal digits.")],
    role: Annotated[list[str], typer.Option(help="What they sign for; everything else.")] = [],  # noqa: B006
) -> Proposal:
    """Let somebody sign; compare the fingerprint of their key with them first."""
    from content.studio.operators import Operator
    from content.studio.policy_edits import role_named, with_person

    person = Operator(id, name, key)

    def change(policy: Policy) -> Policy:
        return with_person(policy, person, map(role_named, role) if role else (rule.role for rule in policy.rules))

    return ceremonies.propose(change).proposal


@ceremony(app, "retire-person")
def retire_person(
    ceremonies: Ceremonies,
    id: Annotated[str, typer.Argument(help="Whose key counts for nothing any more.")],
) -> Proposal:
    """Let somebody sign for nothing any more, as one who leaves or whose key was stolen."""
    from content.studio.policy_edits import without_person

    return ceremonies.propose(lambda policy: without_person(policy, id)).proposal


@ceremony(app, "replace-key")
def replace_key(
    ceremonies: Ceremonies,
    id: Annotated[str, typer.Argument(help="Who lost their key.")],
    key: Annotated[str, typer.Argument(help="Their new public key.")],
) -> Proposal:
    """Let somebody sign with a new key in place of a lost one."""
    from content.studio.policy_edits import with_key

    return ceremonies.propose(lambda policy: with_key(policy, id, key)).proposal


@ceremony(app, "add-group")
def add_group(
    ceremonies: Ceremonies,
    name: Annotated[str, typer.Argument(metavar="GROUP", help="A group of walls.")],
) -> Proposal:
    """Let programmes be signed for another group of walls, by the same people as for the first one."""
    from content.studio.policy_edits import with_group

    return ceremonies.propose(lambda policy: with_group(policy, name)).proposal


@ceremony(app, "retire-group")
def retire_group(
    ceremonies: Ceremonies,
    name: Annotated[str, typer.Argument(metavar="GROUP", help="A group of walls.")],
) -> Proposal:
    """Take everything off the walls of a group; its name stays, as players refuse a policy that forgets one."""
    from content.delivery.roles import programme_role

    return ceremonies.propose(lambda policy: policy, emptied=(programme_role(name),)).proposal


class Switch(StrEnum):
    ON = "on"
    OFF = "off"


@ceremony(app, "auto")
def auto(
    ceremonies: Ceremonies,
    switch: Annotated[Switch, typer.Argument(help="on, or off as it is at first.")],
) -> Proposal:
    """Let the hub show cards of official warnings by itself, or no more; they name no more than event, place and time.

    Whoever breaks into the hub could then show such cards too, and nothing else.
    """
    from content.studio.policy_edits import with_auto

    return ceremonies.propose(lambda policy: with_auto(policy, on=switch is Switch.ON)).proposal


@ceremony(app, "wall")
def wall(
    ceremonies: Ceremonies,
    id: Annotated[str, typer.Argument(metavar="WALL", help="The wall's id.")],
    group: Annotated[str, typer.Option(help="Its group.")] = "utama",
    device: Annotated[str, typer.Option(help="The fingerprint of its player.")] = "",
    drop: Annotated[bool, typer.Option("--drop", help="It is no wall of ours any more.")] = False,
) -> Proposal:
    """List a wall and its player in the policy, so that another player there is noticed by everybody who approves."""
    from content.studio.policy import WallKey
    from content.studio.policy_edits import with_wall, without_wall

    def change(policy: Policy) -> Policy:
        return without_wall(policy, id) if drop else with_wall(policy, WallKey(id, group, device))

    return ceremonies.propose(change).proposal


@ceremony(app, "renew")
def renew(
    ceremonies: Ceremonies,
    role: Annotated[list[str], typer.Option(help="Only this; else all that end soon.")] = [],  # noqa: B006
) -> Proposal | None:
    """Sign again what is about to run out."""
    from content.studio.policy_edits import role_named

    due = [role_named(each) for each in role] or [each.role for each in ceremonies.renewals() if each.due]
    if not due:
        return None
    return ceremonies.propose_renewal(due).proposal


@ceremony(app, "new-hub-key")
def new_hub_key(ceremonies: Ceremonies) -> Proposal:
    """Give the hub another key of its own, as after somebody broke into it."""
    return ceremonies.propose_online_key().proposal


@command(app, "adopt")
def adopt(
    desk: Desk, name: Annotated[str, typer.Option(help="Who signs from now on.")], passphrase_file: FileOption = None
) -> Answer:
    """Put a person with a passphrase in the place of the unencrypted keys of a former version."""
    from displayctl.cli.passphrases import asked_twice
    from displayctl.desk.adopting import adopt_former_keys
    from displayctl.desk.unlocking import cabinet_at

    passphrase = asked_twice(f"A passphrase for {name}: ", passphrase_file)
    cabinet = cabinet_at(desk.installation.keys_folder)
    adopted = adopt_former_keys(ceremonies_of(desk), cabinet, name, passphrase)
    removed = ", ".join(path.name for path in adopted.removed)
    text = f"{adopted.person.name} signs from now on; the old keys count no more and were removed: {removed}"
    return Answer({"person": adopted.person.id, "removed": [path.name for path in adopted.removed]}, text)


@command(app, "proposals")
def proposals(desk: Desk) -> Answer:
    """List the ceremonies that wait at the hub."""
    ceremonies = ceremonies_of(desk)
    found = [_told_or_refused(ceremonies, each) for each in ceremonies.at_hub()]
    rows = [(each["id"], "; ".join(each["changes"]), ", ".join(each["waits_for"]) or "nobody") for each in found]
    return Answer(found, table(("id", "would change", "waits for"), rows, "no ceremony waits"))


@ceremony(app, "sign")
def sign(
    ceremonies: Ceremonies,
    proposal: Annotated[str, typer.Argument(help="Its id at the hub, or its file.")],
) -> Proposal:
    """Sign a proposal after reading what it would change; with the last signature it holds."""
    return _find(ceremonies, proposal)


def _find(ceremonies: Ceremonies, named: str) -> Proposal:
    from displayctl.cli.finding import pick
    from displayctl.desk.ceremonies import read_proposal_file

    if Path(named).is_file():
        return read_proposal_file(Path(named))
    return pick(named, ceremonies.at_hub(), "proposal", lambda each: each.id, lambda each: each.id)


def _told_or_refused(ceremonies: Ceremonies, proposal: Proposal) -> dict[str, list[str] | str]:
    """What a proposal would change; why it cannot any more where another ceremony came in between."""
    from content.errors import ContentError

    try:
        return told_of(ceremonies.examined(proposal))
    except ContentError as error:
        return {"id": proposal.id, "changes": [str(error)], "waits_for": []}


def _policy_data(policy: Policy) -> dict[str, object]:
    return {
        "people": [{"id": person.id, "name": person.name, "key": person.key} for person in policy.people],
        "rules": [{"role": r.role, "threshold": r.threshold, "people": list(r.people)} for r in policy.rules],
        "walls": [{"id": wall.display_id, "group": wall.group, "device": wall.device} for wall in policy.walls],
        "single_handed": policy.single_handed,
        "auto": policy.auto,
    }
