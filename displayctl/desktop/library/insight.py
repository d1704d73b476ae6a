"""Which media each smart filter holds, worked out off the UI thread for the whole library at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from displayctl.api.models import MediumInfo, MediumState
from displayctl.desktop.library.ground import Ground
from displayctl.desktop.library.twins import twins_of
from displayctl.desktop.library.warnings import OF_SIZE, MediumWarning, warnings_of

SOON = timedelta(days=30)


class Smart(StrEnum):
    """The filters that need no words."""

    UNUSED = "unused"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    WARNED = "warned"
    WRONG_SIZE = "wrong-size"
    TWINS = "twins"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Insight:
    """What is known of the library as a whole: ids by filter, and by id what to warn of and what is alike."""

    holds: Mapping[Smart, frozenset[str]] = field(default_factory=dict)
    warnings: Mapping[str, tuple[MediumWarning, ...]] = field(default_factory=dict)
    twins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, smart: Smart) -> frozenset[str]:
        """The ids of the media that a filter lets through."""
        return self.holds.get(smart, frozenset())


def insight_of(ground: Ground) -> Insight:
    """Looks at every medium once: about half a second for ten thousand and six sizes of wall."""
    warnings = {medium.id: found for medium in ground.media if (found := warnings_of(medium, ground))}
    twins = twins_of(ground.media)
    holds: dict[Smart, set[str]] = {smart: set() for smart in Smart}
    for medium in ground.media:
        for smart in _simple(medium, ground):
            holds[smart].add(medium.id)
        for warning in warnings.get(medium.id, ()):
            holds[Smart.WRONG_SIZE if warning.trouble in OF_SIZE else Smart.WARNED].add(medium.id)
    holds[Smart.TWINS] = set(twins)
    return Insight({smart: frozenset(ids) for smart, ids in holds.items()}, warnings, twins)


def _simple(medium: MediumInfo, ground: Ground) -> tuple[Smart, ...]:
    found: list[Smart] = []
    if medium.id not in ground.used:
        found.append(Smart.UNUSED)
    if medium.state is MediumState.FAILED:
        found.append(Smart.FAILED)
    if medium.expires_at is not None:
        if medium.expires_at <= ground.now:
            found.append(Smart.EXPIRED)
        elif medium.expires_at <= ground.now + SOON:
            found.append(Smart.EXPIRING)
    return tuple(found)
