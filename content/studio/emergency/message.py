"""What an emergency says: its words page by page in two languages, before anybody has drawn or signed them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from schedules.alert import AlertLevel, AlertSound
from schedules.checks import check_count, check_name
from schedules.errors import InvalidValue

LONGEST_HEADLINE, LONGEST_POINT, LONGEST_SOURCE = 120, 1200, 60
MOST_POINTS = 24
FREE, CORRECTION, ENDED = "free", "correction", "ended"
# Words that order people to move, in what anybody may type: such a text wants a second person.
MOVING = ("evakuasi", "mengungsi", "ungsikan", "evacuat")


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says: a headline, and points of one idea each."""

    headline: str
    points: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_name("emergency.headline", self.headline, most=LONGEST_HEADLINE)
        check_count("emergency.points", self.points, most=MOST_POINTS)
        for point in self.points:
            check_name("emergency.point", point, most=LONGEST_POINT)


@dataclass(frozen=True, slots=True)
class Message:
    """An emergency message as people will read it.

    `words` are Indonesian, then English where there is any; `neutral` the wording for the time in which a second person
    is needed and missing (empty: the usual one stays). `kind` is the template's id, `source` who says so, as ``BMKG``,
    `area` where it holds, in words for records and windows.
    """

    kind: str
    level: AlertLevel
    words: tuple[Words, ...]
    neutral: tuple[Words, ...] = ()
    sound: AlertSound = AlertSound.NONE
    evacuation: bool = False
    source: str = ""
    area: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.words) <= 2 or len(self.neutral) > 2:
            raise InvalidValue("emergency.words", "are Indonesian first and English second; give one or both")
        if self.source:
            check_name("emergency.source", self.source, most=LONGEST_SOURCE)
        if self.area:
            check_name("emergency.area", self.area)

    @property
    def headline(self) -> str:
        """The Indonesian headline."""
        return self.words[0].headline

    def at_level(self, level: AlertLevel, sound: AlertSound | None = None) -> Message:
        """The same words at another level, and with another sound where one is given."""
        return replace(self, level=level, sound=self.sound if sound is None else sound)


def orders_to_move(text: str) -> bool:
    """Whether a text that somebody typed tells people to leave, as “evakuasi”, “mengungsi” or “evacuate” do."""
    plain = text.casefold()
    return any(word in plain for word in MOVING)
