"""Sentences of walls that were told to do something, in the operator's language; see `sentences`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def wall_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of what is said below, with what is said here; named groups carry over."""
    return (
        (
            r"this player was restarted (?P<times>\d+) times within an hour; try again in (?P<minutes>\d+) min",
            translate("Sentences", "It was restarted {times} times within an hour; try again in {minutes} min."),
        ),
        (
            r"the player does not start anew now; try again later",
            translate("Sentences", "The player does not start anew now; try again later."),
        ),
        (
            r"'(?P<wall>.+)' said nothing within (?P<seconds>\d+) s; try again",
            translate("Sentences", "“{wall}” said nothing within {seconds} seconds; try again."),
        ),
        (
            r"'(?P<wall>.+)' sent no picture within (?P<seconds>\d+) s; try again",
            translate("Sentences", "“{wall}” sent no picture within {seconds} seconds; try again."),
        ),
        (
            r"'(?P<wall>.+)' is held \(.+\), and shows no pattern meanwhile; release it first",
            translate(
                "Sentences", "“{wall}” is taken off the air and shows no pattern meanwhile; take that back first."
            ),
        ),
        (
            r"this is no canvas to try out: .*",
            translate("Sentences", "The wall cannot try this canvas out; look at its numbers."),
        ),
        (
            r"'(?P<part>.+)' reaches beyond the canvas; make it smaller",
            translate("Sentences", "“{part}” reaches beyond the wall's pixels; make it smaller, or the wall larger."),
        ),
        (
            r"(?:canvas\.height_px: )?(?P<size>\d+x\d+) is more than (?P<most>\d+) pixels; use several displays",
            translate("Sentences", "{size} are more pixels than one wall may have ({most}); make several walls of it."),
        ),
    )
