"""Showing a warning: the emergency goes out first, and which warning it shows is noted after."""

from __future__ import annotations

from dataclasses import dataclass

from content.studio.emergency.templates_folder import Templates
from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.api.emergencies import AlertInfo
from displayctl.api.errors import HubError
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.warnings.plan import Plan


@dataclass(frozen=True, slots=True)
class Shown:
    """The alert that went out. `trouble` says why the hub could not note that it shows the warning; empty: it did."""

    alert: AlertInfo
    trouble: str = ""


def show(client: HubClient, post: DutyPost, keyring: Signatory, plan: Plan, templates: Templates) -> Shown:
    """Signs and sends what `plan` says. Raises as `DutyPost.raise_emergency`, ContentMissing, InvalidValue."""
    wish = plan.wish(templates)
    alert = post.raise_emergency(
        keyring,
        wish.message,
        wish.display_ids,
        duration=wish.duration,
        supersedes=wish.supersedes,
        begins=wish.begins,
    )
    return Shown(alert, note_shown(client, plan.warning_id, alert.id))


def note_shown(client: HubClient, warning_id: str, alert_id: str) -> str:
    """Lets the hub note which alert shows a warning; why it could not, else nothing.

    The walls show it whatever comes of this, so nobody is told that sending has failed.
    """
    try:
        client.warnings.shown(warning_id, alert_id)
    except HubError as error:
        return str(error)
    return ""
