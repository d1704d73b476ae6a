"""What can be wrong with a schedule, by whose fault it is.

ScheduleError
├── InvalidValue      a value a person or a document gave breaks a rule; names field, fact and next step
├── UnknownName       a document refers to something it does not contain
└── UnreadableDocument  a document is not of a form this version can read
"""

from __future__ import annotations


class ScheduleError(ValueError):
    """Root of the family. `str(error)` is a sentence a person can act on."""


class InvalidValue(ScheduleError):
    """A value breaks a rule. `field` names it, as in ``slot.ends``; `message` says which rule and the next step."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class UnknownName(ScheduleError):
    """A reference points at nothing, as a slot at a playlist that is not in the programme."""


class UnreadableDocument(ScheduleError):
    """A document is damaged, of a foreign kind, or of a newer version."""
