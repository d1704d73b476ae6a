"""Signed roles as they are sent to a hub, and keeping the duty officers' roles from running out."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta

from content.delivery.published import parsed_role
from content.delivery.roles import DRILL, EMERGENCY, SignedRole
from content.studio.signing import Keyring, renew
from displayctl.api.client import HubClient
from displayctl.api.models import SignedRoles

RENEWED_BEFORE = timedelta(days=15)


def signed_message(roles: tuple[SignedRole, ...]) -> SignedRoles:
    """Signed roles as they are sent."""
    documents = {path: content for role in roles for path, content in role.documents.items()}
    return SignedRoles(
        roles={role.role: base64.b64encode(role.metadata).decode() for role in roles},
        documents={path: base64.b64encode(content).decode() for path, content in documents.items()},
    )


def renew_duty_roles(client: HubClient, keyring: Keyring, now: datetime) -> bool:
    """Signs emergency and drill anew where their signatures end soon, so that an alert is believed at any time.

    Whether there was anything to sign. Raises HubError, ContentError.
    """
    state = client.emergency_state()
    found = ((EMERGENCY, base64.b64decode(state.role)), (DRILL, base64.b64decode(state.drill)))
    due = tuple((name, data) for name, data in found if parsed_role(name, data).expires - now < RENEWED_BEFORE)
    if due:
        client.send_alerts(signed_message(tuple(renew(keyring, name, data, now) for name, data in due)))
    return bool(due)
