"""Roles, rights and sessions of people in words."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import ALL_GROUPS, Grant, Role

translate = QCoreApplication.translate


def role_name(role: Role) -> str:
    """A role in a word or two."""
    return {
        Role.VIEWER: translate("Roles", "Viewer"),
        Role.EDITOR: translate("Roles", "Editor"),
        Role.APPROVER: translate("Roles", "Approver"),
        Role.DUTY: translate("Roles", "Duty officer"),
        Role.TECHNICIAN: translate("Roles", "Technician"),
        Role.ADMINISTRATOR: translate("Roles", "Administrator"),
        Role.AGENCY: translate("Roles", "Agency"),
    }[role]


def role_task(role: Role) -> str:
    """What a role may do, in a line."""
    return {
        Role.VIEWER: translate("Roles", "looks at everything, changes nothing"),
        Role.EDITOR: translate("Roles", "library, playlists and schedule; hands drafts in"),
        Role.APPROVER: translate("Roles", "approves drafts and publishes"),
        Role.DUTY: translate("Roles", "sends emergency messages"),
        Role.TECHNICIAN: translate("Roles", "walls and players"),
        Role.ADMINISTRATOR: translate("Roles", "people, settings and the audit trail; needs a second factor"),
        Role.AGENCY: translate("Roles", "asks for airtime over the web page; sees nothing else"),
    }[role]


def grants_words(grants: tuple[Grant, ...]) -> str:
    """As ``Penyunting · Penyetuju (puskesmas)``."""
    if not grants:
        return translate("Roles", "no role yet")
    groups: dict[Role, list[str]] = {}
    for grant in grants:
        groups.setdefault(grant.role, []).append(grant.group)
    return " · ".join(
        role_name(role) if ALL_GROUPS in groups[role] else f"{role_name(role)} ({', '.join(groups[role])})"
        for role in Role
        if role in groups
    )


def tidy_user_name(title: str) -> str:
    """What somebody of this name could sign in with, as ``sekar.ayu``."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9._-]+", ".", plain).strip(".-_")[:64]
