"""Signed roles as they come over the wire, taken apart into each role and the documents it owns."""

from __future__ import annotations

import base64

from content.delivery.roles import SignedRole, owns
from displayctl.api.models import SignedRoles
from displayctl.hub.errors import WrongWish


def signed_roles(signed: SignedRoles) -> list[SignedRole]:
    """The roles of a message with the documents each of them owns. Raises WrongWish for a document nobody owns."""
    documents = {path: base64.b64decode(data) for path, data in signed.documents.items()}
    roles = [
        SignedRole(
            name, base64.b64decode(data), {path: content for path, content in documents.items() if owns(name, path)}
        )
        for name, data in signed.roles.items()
    ]
    lost = set(documents) - {path for role in roles for path in role.documents}
    if lost:
        raise WrongWish("documents", f"{min(lost)} belongs to none of the roles {', '.join(signed.roles)}")
    return roles


def text(data: bytes) -> str:
    """Bytes as they are sent."""
    return base64.b64encode(data).decode("ascii")
