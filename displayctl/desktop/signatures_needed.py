"""How many people sign a group's programmes, as this desk has confirmed it."""

from __future__ import annotations

from content.delivery.roles import programme_role
from displayctl.api.errors import NotFoundedYet
from displayctl.desk.believing import Beliefs
from displayctl.desktop.desk import Desk


def signatures_needed(desk: Desk, group: str) -> int:
    """How many sign for `group` by the policy; one where it names none yet. Asks the hub, so not on the UI thread.

    Raises HubError, DeskError.
    """
    role = programme_role(group)
    try:
        people = Beliefs(desk.installation.keys_folder).confirmed(desk.hub.client, (role,)).people
    except NotFoundedYet:
        return 1
    return people.rule(role).threshold if people.has(role) else 1
