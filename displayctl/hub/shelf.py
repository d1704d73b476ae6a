"""One medium of the library within a transaction: finding it, holding a change against its version, storing it."""

from __future__ import annotations

from displayctl.hub.bus import fact
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing
from displayctl.hub.media_info import medium_info
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.storage import UnitOfWork


def require_medium(work: UnitOfWork, id: str) -> StoredMedium:
    """Raises NoSuchThing."""
    found = work.media.find(id)
    if found is None:
        raise NoSuchThing(f"there is no medium {id!r} (any more); list the library")
    return found


def of_version(medium: StoredMedium, version: int) -> StoredMedium:
    """`medium`, where a change was made from this version of it. Raises ChangedMeanwhile."""
    if medium.version != version:
        raise ChangedMeanwhile(
            f"{medium.title!r} was changed at {medium.updated_at:%Y-%m-%d %H:%M:%S} UTC, after you read it (version "
            f"{version}, now {medium.version}); read it again, then repeat your change"
        )
    return medium


def store_medium(work: UnitOfWork, medium: StoredMedium) -> StoredMedium:
    """Stores `medium` under a new version, and tells the desks."""
    stored = work.media.put(medium, work.now)
    work.tell(fact(MEDIUM, medium.id, medium_info(stored)))
    return stored
