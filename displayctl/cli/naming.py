"""Makes ids out of names, so that a person recognises them."""

from __future__ import annotations

import re
import secrets
import unicodedata

LONGEST_ID = 64
_NO_ID = re.compile(r"[^a-z0-9]+")


def id_from(name: str) -> str:
    """``Tugu Adipura`` as ``tugu-adipura``; a name without Latin letters becomes a random id."""
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_ID.sub("-", latin)[:LONGEST_ID].strip("-") or secrets.token_hex(6)


def unique_id(name: str) -> str:
    """An id that begins like the name and that nothing else has: two bookings may have one name."""
    return f"{id_from(name)[: LONGEST_ID - 9].strip('-')}-{secrets.token_hex(4)}"
