"""What a card needs beside the list, fetched and worked out in a thread: the whole warning, and what would be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from content.errors import ContentError
from content.places.district import District
from content.places.gazetteer import Gazetteer
from content.studio.emergency.message import Message
from content.studio.emergency.template import Template
from content.studio.emergency.templates_folder import OWN_FOLDER, Templates, load_templates
from displayctl.api.client import HubClient
from displayctl.api.warnings import WarningInfo
from displayctl.desk.warnings.plan import Plan, plan_for, values_of
from displayctl.errors import NothingToSign
from schedules.alert import Alert
from schedules.codec import alert_from_dict
from schedules.display import Display
from schedules.errors import ScheduleError


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one key press would show: a plan and its words."""

    plan: Plan
    message: Message


@dataclass(frozen=True, slots=True)
class Seen:
    """A warning whole, with the places around it. `proposal` is None where there is nothing to show, for `reason`.

    `standing` is the alert on the walls that shows it, `template` and `values` what that was made from.
    """

    info: WarningInfo
    districts: tuple[District, ...]
    templates: Templates
    proposal: Proposal | None
    reason: str = ""
    standing: Alert | None = None
    template: Template | None = None
    values: Mapping[str, str] = field(default_factory=dict)


def see(client: HubClient, warning_id: str, folder: Path, walls: tuple[Display, ...], now: datetime) -> Seen:
    """Fetches a warning, and prepares what would be shown of it. Raises HubError, UnusablePlaces."""
    info = client.warnings.one(warning_id)
    gazetteer, templates = Gazetteer.load(), load_templates(folder / OWN_FOLDER)
    standing = _standing(client, info) if info.correction_due else None
    template = templates.behind(standing.kind) if standing is not None else None
    values = values_of(standing, info, walls, gazetteer) if standing is not None else {}
    try:
        plan = plan_for(info, walls, gazetteer, now)
        proposal = Proposal(plan, plan.message(templates))
    except (NothingToSign, ContentError, ScheduleError) as error:
        return Seen(info, gazetteer.districts, templates, None, str(error), standing, template, values)
    return Seen(info, gazetteer.districts, templates, proposal, "", standing, template, values)


def _standing(client: HubClient, info: WarningInfo) -> Alert | None:
    wanted = info.decision.alert_id if info.decision is not None else ""
    found = next((alert for alert in client.alerts() if alert.id == wanted and alert.live), None)
    return None if found is None else alert_from_dict(found.value)
