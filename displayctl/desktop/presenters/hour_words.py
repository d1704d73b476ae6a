"""Marked hours in words: what is empty, and who asks for more than there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.hour_marks import HourFact, HourMark, HourState
from displayctl.desktop.presenters.words import duration_words, listed

translate = QCoreApplication.translate
MOST_NAMED = 4


def hour_words(mark: HourMark, wall_name: Callable[[str], str], slot_name: Callable[[str], str]) -> str:
    """What is so with an hour, a line for each wall, the first few."""
    if mark.state is HourState.EMPTY:
        names = _named([wall_name(display_id) for display_id, _ in mark.facts])
        return translate("Hours", "Empty hour: nothing is booked on {walls}, the filler plays.").format(walls=names)
    lines = [f"{wall_name(display_id)} – {_overfull(fact, slot_name)}" for display_id, fact in mark.facts[:MOST_NAMED]]
    return "\n".join(lines)


def _overfull(fact: HourFact, slot_name: Callable[[str], str]) -> str:
    names = _named([f"“{slot_name(slot_id)}”" for slot_id in fact.slot_ids])
    times = {"asked": duration_words(fact.asked), "had": duration_words(fact.had)}
    if len(fact.slot_ids) > 1 or fact.had.total_seconds() == 3600:
        words = translate("Hours", "Over-full hour: {slots} ask for {asked} of {had}; some turns are left out.")
    else:
        words = translate(
            "Hours", "Too little time: one round of {slots} takes {asked}, and it has {had}; some items never play."
        )
    return words.format(slots=names, **times)


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    if more > 0:
        names = [*names[:MOST_NAMED], translate("Hours", "{n} more").format(n=more)]
    return listed(names)
