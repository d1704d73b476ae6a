"""The audit trail in words: who did what to which thing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from displayctl.api.audit import AuditEntry
from displayctl.desktop.presenters.audit_vocabulary import thing_words

translate = QCoreApplication.translate
NO_NAMES: Mapping[str, str] = MappingProxyType({})


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
        "wall.hold": translate("Audit", "took a wall off the air"),
        "wall.release": translate("Audit", "let a wall go on"),
        "wall.restart": translate("Audit", "started a player anew"),
        "wall.leave-safe-mode": translate("Audit", "let a wall try its whole programme again"),
        "job": translate("Audit", "cancelled work on media"),
        "daypart": translate("Audit", "changed a daypart"),
        "holiday": translate("Audit", "changed holidays"),
        "player.bind": translate("Audit", "bound a player"),
        "player.unbind": translate("Audit", "freed a player"),
        "proposal": translate("Audit", "prepared a ceremony"),
        "request": translate("Audit", "worked on a request"),
        "request.add": translate("Audit", "asked for airtime"),
        "request.decide": translate("Audit", "decided about a request"),
        "request.broadcast": translate("Audit", "saw that a request was broadcast"),
        "trust": translate("Audit", "changed who may sign"),
        "backup.restored": translate("Audit", "brought a backup back"),
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


def thing_named(entry: AuditEntry, names: Mapping[str, str] = NO_NAMES) -> str:
    """What it was done to: the kind in words, with its name as in `name_of`."""
    kind, named = thing_words(entry.kind), name_of(entry, names)
    return f"{kind} {named}" if named else kind


def name_of(entry: AuditEntry, names: Mapping[str, str] = NO_NAMES) -> str:
    """How people call what it was done to: as the entry tells it, else as `names` has it by its id, else the id; empty
    where there is but one of its kind.
    """
    if entry.id == entry.kind:
        return ""
    told = next((name for text in (entry.after, entry.before) if (name := _name_in(text))), "")
    return told or names.get(entry.id, entry.id)


def _name_in(text: str) -> str:
    try:
        found = json.loads(text) if text else None
    except ValueError:
        return ""
    if not isinstance(found, dict):
        return ""
    return next((str(found[name]) for name in ("title", "headline", "name", "group") if found.get(name)), "")
