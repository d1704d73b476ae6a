"""`displayctl warning`: warnings from outside, shown as prepared or dismissed with a reason."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, counted, group, table
from displayctl.cli.passphrases import FileOption, WhoOption

if TYPE_CHECKING:
    from displayctl.api.warnings import WarningBrief

app = group("Warnings from outside, as BMKG's: list them, show one, or say why not.")
Named = Annotated[str, typer.Argument(metavar="WARNING", help="Its id, or the beginning of its headline.")]
LEVELS = {3: "AWAS", 2: "SIAGA", 1: "WASPADA"}


@command(app, "list")
def list_warnings(
    desk: Desk, everything: Annotated[bool, typer.Option("--all", help="Those that are over, too.")] = False
) -> Answer:
    """List the warnings, what waits for a decision first."""
    found = tuple(
        each for each in desk.client.warnings.listed() if everything or each.ended_at is None or each.correction_due
    )
    rows = [
        (
            each.id[:8],
            LEVELS[each.level],
            each.headline or each.event,
            each.attribution or each.source,
            _state(each),
            _time(each.expires if each.ended_at is None else each.ended_at),
            _walls(each),
        )
        for each in found
    ]
    head = ("id", "level", "headline", "source", "state", "ends (UTC)", "walls")
    return Answer(found, table(head, rows, "there is no warning"))


@command(app, "show")
def show_warning(
    desk: Desk,
    warning: Named,
    level: Annotated[str, typer.Option(metavar="LEVEL", help="awas, siaga or waspada; else the proposed one.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be shown.")] = False,
    now: Annotated[bool, typer.Option("--now", help="At once, also where it begins later.")] = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Show a warning on the walls that it reaches, in the words that are prepared for it, from when it begins."""
    from dataclasses import replace

    from content.places.gazetteer import Gazetteer
    from displayctl.api.models import PartKind
    from displayctl.cli.emergency_wishes import post_of, templates_of
    from displayctl.cli.errors import CommandError
    from displayctl.desk.warnings.plan import at_once, plan_for
    from displayctl.desk.warnings.showing import show
    from schedules.alert import AlertLevel
    from schedules.codec import display_from_dict

    info = desk.client.warnings.one(_found(desk, warning).id)
    walls = tuple(display_from_dict(part.value) for part in desk.client.parts(PartKind.DISPLAY))
    plan = plan_for(info, walls, Gazetteer.load(), desk.clock.now())
    plan = at_once(plan, info, desk.clock.now()) if now else plan
    if level:
        if level.upper() not in AlertLevel.__members__:
            raise CommandError(f"{level!r:.40} is no level; give awas, siaga or waspada")
        plan = replace(plan, level=AlertLevel[level.upper()])
    templates = templates_of(desk)
    message = plan.message(templates)
    words = f"{plan.level.name}: {'; '.join((message.headline, *message.words[0].points))}"
    words += f"\nfrom {plan.begins:%Y-%m-%d %H:%M} UTC on; with --now at once" if plan.begins else ""
    if dry_run:
        facts = {"level": plan.level.name, "headline": message.headline, "points": message.words[0].points}
        when = {"begins": plan.begins.isoformat() if plan.begins else None}
        return Answer({**facts, **when, "walls": plan.display_ids}, f"{words}\non {', '.join(plan.display_ids)}")
    key = desk.signatory(who, passphrase_file)
    shown = show(desk.client, post_of(desk, drill=False), key, plan, templates)
    note = f"\nwhich warning it shows was not noted: {shown.trouble}" if shown.trouble else ""
    end = f"displayctl alert end {shown.alert.id}"
    reached = counted(len(plan.display_ids), "wall", "walls")
    return Answer(shown.alert, f"{words}\non its way to {reached}; end it with: {end}{note}")


@command(app, "dismiss")
def dismiss(
    desk: Desk, warning: Named, reason: Annotated[str, typer.Option(help="Why it is not shown; it is kept.")]
) -> Answer:
    """Keep why a warning is not shown."""
    from displayctl.api.warnings import Dismissal

    found = _found(desk, warning)
    made = desk.client.warnings.dismiss(found.id, Dismissal(reason=reason, identifier=found.identifier))
    return Answer(made, f"{made.headline or made.event!r} is not shown: {reason}")


def _found(desk: Desk, named: str) -> WarningBrief:
    from displayctl.cli.finding import pick

    warnings = desk.client.warnings.listed()
    shortened = [each for each in warnings if len(named) >= 8 and each.id.startswith(named)]
    if len(shortened) == 1:
        return shortened[0]
    return pick(named, warnings, "warning", lambda each: each.id, lambda each: each.headline or each.event)


def _state(warning: WarningBrief) -> str:
    if warning.correction_due:
        return "OVER, STILL SHOWN"
    if warning.ended_why is not None:
        return warning.ended_why.value
    return warning.state.value if warning.reaches_a_wall else "reaches no wall"


def _walls(warning: WarningBrief) -> str:
    unknown = [f"{wall}?" for wall in warning.unknown]
    return ", ".join([*warning.walls, *unknown])


def _time(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M}"
