"""Whether a draft still is what a person saw of it, and whether it was made now and not for some other time.

The hub makes drafts, and people sign them; between looking and signing a hub that was robbed could hand out another.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from content.delivery.canonical import canonical_bytes
from displayctl.api.models import Document
from displayctl.errors import DraftChanged, NothingToSign
from schedules.programme import Programme

AHEAD = timedelta(hours=1)
LONGEST_VALID = timedelta(days=400)
_OF_THE_MOMENT = ("revision", "made_at", "valid_until")


def draft_digest(draft: Document) -> str:
    """The SHA-256 of all in `draft` that a person decides: a hub counts the moment on with each answer."""
    decided = {name: value for name, value in draft.items() if name not in _OF_THE_MOMENT}
    return hashlib.sha256(canonical_bytes(decided)).hexdigest()


def check_seen(group: str, draft: Document, seen: str) -> None:
    """Raises DraftChanged where `seen`, the digest of what a person looked at, is of another draft; empty: of none."""
    if seen and draft_digest(draft) != seen.lower():
        raise DraftChanged(f"the draft of {group} is not what was shown any more; look at it again, then sign that")


def check_made_now(draft: Programme, published: int | None, now: datetime) -> None:
    """Raises NothingToSign for a draft with a revision, or a validity, of the future: nothing newer could follow it.

    `published` is the revision on air, None before the first.
    """
    newest = max(int((now + AHEAD).timestamp()), 0 if published is None else published + 1)
    if draft.revision > newest or draft.made_at > now + AHEAD:
        raise NothingToSign(f"the draft of {draft.group} is dated in the future; set the clocks of desk and hub")
    if draft.valid_until > now + AHEAD + LONGEST_VALID:
        raise NothingToSign(f"the draft of {draft.group} would be valid until {draft.valid_until:%Y-%m-%d}; look why")
