"""Everything that needs the one who works here, the most urgent first: facts in, lines out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from displayctl.desktop.presenters.need import Need, Rights, in_order
from displayctl.desktop.presenters.needs_of_plans import PlanFacts, needs_of_plans
from displayctl.desktop.presenters.needs_of_the_office import OfficeFacts, needs_of_the_office
from displayctl.desktop.presenters.needs_of_walls import WallFacts, needs_of_walls


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known at `now`; `further` are needs that other parts of the product have told of themselves."""

    now: datetime
    rights: Rights
    walls: WallFacts = field(default_factory=WallFacts)
    plans: PlanFacts = field(default_factory=PlanFacts)
    office: OfficeFacts = field(default_factory=OfficeFacts)
    further: tuple[Need, ...] = ()


def needs_of(facts: Facts) -> tuple[Need, ...]:
    """The lines, each matter once."""
    return in_order(
        (
            *needs_of_the_office(facts.office, facts.rights, facts.now),
            *needs_of_walls(facts.walls, facts.rights, facts.now),
            *needs_of_plans(facts.plans, facts.rights, facts.now),
            *facts.further,
        )
    )
