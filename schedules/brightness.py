"""How bright a wall may be through the day: values for what people decided, and the rule it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from schedules.checks import check_count, check_int
from schedules.daypart import Hours
from schedules.legal import LegalBasis

FULL, LEAST = 100, 5
MOST_SPANS = 32


@dataclass(frozen=True, slots=True)
class BrightnessSpan:
    """`percent` of full brightness at some hours. It is never nothing: to be dark, a wall has opening hours."""

    hours: Hours
    percent: int

    def __post_init__(self) -> None:
        check_int("brightness.percent", self.percent, LEAST, FULL)


@dataclass(frozen=True, slots=True)
class Brightness:
    """Outside of all spans a wall has its full brightness; where several meet, the darkest counts.

    With `awas_full` an emergency of the level AWAS is shown in full brightness at any hour.
    """

    spans: tuple[BrightnessSpan, ...]
    awas_full: bool = True
    basis: LegalBasis | None = None

    def __post_init__(self) -> None:
        check_count("brightness.spans", self.spans, most=MOST_SPANS, least=1)
