"""What reading a feed's answer comes to: warnings, and what was refused and why."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.hub.feeds.warning import Warning

MOST_COMPLAINTS = 20
LONGEST_COMPLAINT = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """The `warnings` that were read, and a sentence for each message that was refused.

    `listed` are the identifiers of all that the feed lists now, where its list tells what holds: whatever of this feed
    is not in it is over. None: the feed keeps no such list, and silence ends nothing.
    """

    warnings: tuple[Warning, ...] = ()
    complaints: tuple[str, ...] = ()
    listed: frozenset[str] | None = None

    def __post_init__(self) -> None:
        cut = tuple(sentence[:LONGEST_COMPLAINT] for sentence in self.complaints[:MOST_COMPLAINTS])
        if cut != self.complaints:
            object.__setattr__(self, "complaints", cut)


def together(readings: tuple[Reading, ...]) -> Reading:
    """Several documents of one feed as one reading, without a list."""
    return Reading(
        tuple(warning for reading in readings for warning in reading.warnings),
        tuple(sentence for reading in readings for sentence in reading.complaints),
    )
