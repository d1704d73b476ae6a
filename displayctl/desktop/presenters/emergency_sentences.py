"""Sentences of desk and studio about emergencies, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def emergency_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of these sentences, each with what is said here."""
    return (*_about_words(), *_about_standing(), *_about_walls())


def _about_words() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"[a-z0-9]+: is empty; say “(?P<label>.+)”, as (?P<example>.+)",
            translate("EmergencySentences", "“{label}” is empty; write something like {example}."),
        ),
        (
            r"[a-z0-9]+: has (?P<count>\d+) characters; (?P<most>\d+) are the most, .*",
            translate("EmergencySentences", "The text has {count} characters; {most} are the most. Shorten it."),
        ),
        (
            r"the words are too long for a wall of (?P<size>\d+x\d+) pixels, .*",
            translate("EmergencySentences", "The text is too long for the wall of {size}; shorten it."),
        ),
    )


def _about_standing() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"the alert .+ does not stand any more; .*",
            translate("EmergencySentences", "This message is not on the walls any more."),
        ),
        (
            r"you stand behind the alert .+ already; .*",
            translate("EmergencySentences", "You have signed this message already; a second person has to."),
        ),
        (
            r"this key does not count for (?:emergency|drill); those who may sign it are: (?P<names>.+)",
            translate("EmergencySentences", "This key does not count here. Those who may sign: {names}."),
        ),
        (
            r"the hub gave other bytes of .+ than were signed; .*",
            translate("EmergencySentences", "The hub hands out another message than was signed. Look into it."),
        ),
    )


def _about_walls() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"there is no wall in the chosen area; (?P<count>\d+) walls have no position yet, .*",
            translate(
                "EmergencySentences", "No wall stands there. Walls that have no position yet: {count}; enter it."
            ),
        ),
        (
            r"there is no wall in the chosen area",
            translate("EmergencySentences", "No wall stands in this area."),
        ),
        (
            r"the drawn area has \d+ corners; .*",
            translate("EmergencySentences", "The drawn area has too many corners; draw it simpler."),
        ),
        (
            r"the office's own places are not used: (?P<why>.+)",
            translate("EmergencySentences", "The office's own list of places is not used, ours stands in: {why}"),
        ),
        (
            r"this desk has never spoken with its hub, .*",
            translate("EmergencySentences", "This desk never reached its hub, so it knows no walls. Start the hub."),
        ),
        (
            r"no hub is known here; .*",
            translate("EmergencySentences", "No hub runs here. Start it, or write the message to a stick."),
        ),
    )
