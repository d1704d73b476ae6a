"""Which bookings are chosen on a calendar, one or many at once, and what a hand or a key does to them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from displayctl.desktop.presenters.slot_edits import carried, stretched
from displayctl.desktop.presenters.week_layout import Block, Occurrence

MOST_CHOSEN = 500


@dataclass(frozen=True, slots=True)
class Drop:
    """Occurrences before and after a hand let go of them; with `copies` those before stay."""

    moves: tuple[tuple[Occurrence, Occurrence], ...]
    copies: bool = False

    @property
    def before(self) -> tuple[Occurrence, ...]:
        return tuple(before for before, _ in self.moves)

    @property
    def after(self) -> tuple[Occurrence, ...]:
        return tuple(after for _, after in self.moves)


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen occurrences in the order in which they were chosen; the last one is the one the panel shows."""

    chosen: tuple[Occurrence, ...] = ()

    @property
    def slot_id(self) -> str:
        """The slot of the one chosen last; empty for none."""
        return self.chosen[-1].slot_id if self.chosen else ""

    def has(self, happening: Occurrence) -> bool:
        return happening in self.chosen

    def toggled(self, happening: Occurrence) -> Selection:
        """With this one added, or taken away where it was chosen."""
        if happening in self.chosen:
            return Selection(tuple(each for each in self.chosen if each != happening))
        return self.joined((happening,))

    def joined(self, happenings: Iterable[Occurrence]) -> Selection:
        """With these added, at most `MOST_CHOSEN` in all."""
        return Selection(tuple(dict.fromkeys((*self.chosen, *happenings)))[:MOST_CHOSEN])

    def up_to(self, happening: Occurrence, ordered: Sequence[Block]) -> Selection:
        """With all from the one chosen last to this one, in the order of the calendar."""
        row = list(dict.fromkeys(block.occurrence for block in ordered))
        if not self.chosen or self.chosen[-1] not in row or happening not in row:
            return self.joined((happening,))
        one, other = sorted((row.index(self.chosen[-1]), row.index(happening)))
        between = row[one : other + 1]
        return self.joined(between if row.index(happening) == other else reversed(between))

    def still_there(self, blocks: Iterable[Block]) -> Selection:
        """Without those that are not on the calendar any more."""
        there = {block.occurrence for block in blocks}
        return Selection(tuple(each for each in self.chosen if each in there))

    # Together

    def carried(self, days: int, minutes: int) -> Drop:
        """All moved by the same days and minutes; none begins outside of its new day, so they keep their distances."""
        if not self.chosen:
            return Drop(())
        moved = [carried(each, days, minutes) for each in self.chosen]
        steps = [after.starts_minute - before.starts_minute for before, after in zip(self.chosen, moved, strict=True)]
        step = min(steps, key=abs)
        return Drop(
            tuple(
                (before, replace(after, starts_minute=before.starts_minute + step))
                for before, after in zip(self.chosen, moved, strict=True)
            )
        )

    def stretched(self, minutes: int, least: int) -> Drop:
        """All made longer, or shorter, by the same minutes at their end."""
        return Drop(
            tuple((each, stretched(each, bottom=each.ends_minute + minutes, least=least)) for each in self.chosen)
        )
