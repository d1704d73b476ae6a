"""The audit trail in words: what was done, to what kind of thing, and what was different before and after."""

from __future__ import annotations

import json
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.audit import AuditEntry
from displayctl.desktop.presenters.submission_words import OFFICE_ZONE
from displayctl.desktop.presenters.words import clock_seconds_words, date_short

translate = QCoreApplication.translate


def action_names() -> dict[str, str]:
    """What is done, by the word that the trail has for it; a beginning as ``session`` stands for all that begin so."""
    return {
        "session.open": translate("Audit", "signed in"),
        "session.refused": translate("Audit", "sign-in refused"),
        "session.close": translate("Audit", "signed out"),
        "user.add": translate("Audit", "added a person"),
        "user.change": translate("Audit", "changed a person"),
        "user.password": translate("Audit", "changed a password"),
        "user.recover": translate("Audit", "put an administrator back"),
        "user.second-factor": translate("Audit", "second factor"),
        "publication.publish": translate("Audit", "published"),
        "submission.submit": translate("Audit", "handed a draft in"),
        "submission.sign": translate("Audit", "signed a draft"),
        "submission.rejected": translate("Audit", "sent a draft back"),
        "submission.withdrawn": translate("Audit", "took a draft back"),
        "alert.raise": translate("Audit", "sent an emergency message"),
        "alert.withdraw": translate("Audit", "ended an emergency message"),
        "alert.end": translate("Audit", "said that an emergency is over"),
        "alert.update": translate("Audit", "updated an emergency message"),
        "alert.extend": translate("Audit", "extended an emergency message"),
        "alert.correct": translate("Audit", "corrected an emergency message (RALAT)"),
        "alert.confirm": translate("Audit", "confirmed an emergency message"),
        "drill": translate("Audit", "ran a drill"),
        "drill.withdraw": translate("Audit", "ended a drill"),
        "feed": translate("Audit", "changed a feed"),
        "feed.silent": translate("Audit", "noticed that a feed is silent"),
        "feed.back": translate("Audit", "noticed that a feed is back"),
        "warning.shown": translate("Audit", "showed a warning"),
        "warning.dismissed": translate("Audit", "dismissed a warning"),
        "medium": translate("Audit", "changed the library"),
        "slot": translate("Audit", "changed a booking"),
        "playlist": translate("Audit", "changed a playlist"),
        "ticker": translate("Audit", "changed a running text"),
        "display": translate("Audit", "changed a wall"),
        "site": translate("Audit", "answered the site checklist"),
        "wall.identify": translate("Audit", "let a wall show its name"),
        "wall.test-pattern": translate("Audit", "showed or ended a test pattern"),
        "job": translate("Audit", "cancelled work on media"),
        "daypart": translate("Audit", "changed a daypart"),
        "holiday": translate("Audit", "changed holidays"),
        "player": translate("Audit", "bound or freed a player"),
        "proposal": translate("Audit", "prepared a ceremony"),
        "trust": translate("Audit", "changed who may sign"),
        "settings": translate("Audit", "changed settings"),
    }


def action_words(action: str) -> str:
    """The longest beginning of `action` that has words; else as the trail says it."""
    names = action_names()
    known = [name for name in names if action == name or action.startswith((f"{name}.", f"{name}-"))]
    return names[max(known, key=len)] if known else action


def actor_words(entry: AuditEntry) -> str:
    """Who did it."""
    kinds = {
        "hub": translate("Audit", "the hub itself"),
        "desk": translate("Audit", "this machine"),
        "recovery": translate("Audit", "this machine, first aid"),
        "nobody": translate("Audit", "nobody known"),
        "device": translate("Audit", "a player"),
    }
    kind = kinds.get(entry.actor_kind, "")
    return f"{entry.actor_name} ({kind})" if kind and entry.actor_name else entry.actor_name or kind


def instant_words(instant: datetime) -> str:
    """As ``23 Nov 2026 19.42.05`` in the office's time zone."""
    civil = instant.astimezone(OFFICE_ZONE)
    return f"{date_short(civil.date())} {clock_seconds_words(civil)}"


def differences(before: str, after: str) -> tuple[tuple[str, str, str], ...]:
    """The fields that differ, with what they were and what they became; one unnamed line where it is no object."""
    one, other = _read(before), _read(after)
    if not isinstance(one, dict | None) or not isinstance(other, dict | None):
        return (("", before, after),)
    was, became = one or {}, other or {}
    return tuple(
        (name, _plain(was.get(name)), _plain(became.get(name)))
        for name in dict.fromkeys((*was, *became))
        if was.get(name) != became.get(name)
    )


def _read(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def _plain(value: object) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
