"""Signed roles as they are sent to a hub, and keeping the duty officers' roles from running out."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime

from content.delivery.roles import DRILL, EMERGENCY, SignedRole
from content.studio.confirming import Confirmed
from content.studio.operators import Signatory, public_of
from content.studio.renewals import reminded_before
from content.studio.signing import renew
from displayctl.api.client import HubClient
from displayctl.api.models import SignedRoles
from displayctl.desk.believing import Beliefs
from displayctl.errors import NotOneOfThem


def signed_message(roles: tuple[SignedRole, ...], upon: Mapping[str, int] | None = None) -> SignedRoles:
    """Signed roles as they are sent. With `upon` they are taken only where the hub still has these versions."""
    documents = {path: content for role in roles for path, content in role.documents.items()}
    message = SignedRoles(
        roles={role.role: base64.b64encode(role.metadata).decode() for role in roles},
        documents={path: base64.b64encode(content).decode() for path, content in documents.items()},
    )
    return message if upon is None else message.model_copy(update={"upon": dict(upon)})


def renew_duty_roles(client: HubClient, keyring: Signatory, now: datetime, *, beliefs: Beliefs | None = None) -> bool:
    """Signs emergency and drill anew where their signatures end soon, so that an alert is believed at any time.

    Whether there was anything to sign that `keyring` may sign alone. Raises HubError, HubNotBelieved, ContentError.
    """
    confirmed = (beliefs or Beliefs(None)).confirmed(client, (EMERGENCY, DRILL))
    due = [
        role for role in (EMERGENCY, DRILL) if _is_due(confirmed, role, now) and _may_alone(confirmed, keyring, role)
    ]
    signed = tuple(renew(keyring, role, data, now) for role in due if (data := confirmed.role(role)) is not None)
    if signed:
        client.send_alerts(signed_message(signed))
    return bool(signed)


def check_signatory(confirmed: Confirmed, keyring: Signatory, role: str) -> None:
    """Raises NotOneOfThem unless the signature of `keyring` counts for `role`."""
    if not confirmed.people.may_sign(public_of(keyring.signer(role)), role):
        names = ", ".join(person.name for person in confirmed.people.signers(role))
        raise NotOneOfThem(f"this key does not count for {role}; those who may sign it are: {names}")


def _is_due(confirmed: Confirmed, role: str, now: datetime) -> bool:
    expires = confirmed.expires(role)
    return expires is not None and expires - now < reminded_before(role)


def _may_alone(confirmed: Confirmed, keyring: Signatory, role: str) -> bool:
    alone = confirmed.people.rule(role).threshold == 1
    return alone and confirmed.people.may_sign(public_of(keyring.signer(role)), role)
