"""Why something did not go, in the visitor's words: of every error that a service raises, one sentence of the pages."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from pydantic import ValidationError

from content.errors import ContentError
from displayctl.api.requests import MOST_FILES
from displayctl.hub.errors import (
    NoSuchThing,
    NotAuthorised,
    NotPermitted,
    NotPrivate,
    PagesClosed,
    SecondFactorNeeded,
    ServiceError,
    TooLarge,
    TooManyTries,
    WrongWish,
)
from displayctl.hub.pages.forms import MOST_SHOWN_MB

_FIELDS = {
    "form": "complaint_form",
    "file": "complaint_kind",
    "draft": "complaint_open",
    "state": "complaint_state",
    "password": "complaint_password",
    "words": "complaint_words",
    "title": "complaint_title",
    "contact": "complaint_contact",
    "phone": "complaint_contact",
    "letter_number": "complaint_letter",
    "letter_date": "complaint_dates",
    "text": "complaint_text",
    "first": "complaint_dates",
    "last": "complaint_dates",
    "wish": "complaint_dates",
    "times_a_day": "complaint_number",
    "note": "complaint_text",
    "why": "complaint_words",
}
"""The sentence for what is wrong with a field."""

_OWN_RULES = {"Wish": "wish"}
"""A message that is made by itself does not name itself where the error is in no single field of it."""


_FAMILIES: tuple[tuple[type[Exception], str, int], ...] = (
    (PagesClosed, "pages_closed", 404),
    (NoSuchThing, "not_found", 404),
    (SecondFactorNeeded, "complaint_code", 401),
    (NotAuthorised, "complaint_wrong", 401),
    (NotPrivate, "not_private", 403),
    (NotPermitted, "not_agency", 403),
    (ServiceError, "complaint_room", 503),
    (ContentError, "complaint_room", 503),
)
"""The sentence and status of errors without facts of their own; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """The key of a sentence in `pages.words`, what fills it, and the status of the answer."""

    key: str
    status: int = 422
    facts: dict[str, object] = field(default_factory=dict)


def complaint_of(error: Exception) -> Complaint:
    """What to tell a visitor of an error of the hub's families."""
    match error:
        case TooManyTries():
            return Complaint("complaint_tries", 429, {"seconds": math.ceil(error.seconds)})
        case TooLarge():
            return Complaint("complaint_size", 413, {"most": MOST_SHOWN_MB, "files": MOST_FILES})
        case WrongWish():
            return Complaint(_FIELDS.get(error.field, "complaint_form"))
        case ValidationError():
            return Complaint(_key_of(error))
    for family, key, status in _FAMILIES:
        if isinstance(error, family):
            return Complaint(key, status)
    raise error


def _key_of(error: ValidationError) -> str:
    """The first field that is wrong, the innermost that has a sentence."""
    steps = [str(step) for step in error.errors()[0]["loc"]] or [_OWN_RULES.get(error.title, "")]
    return next((_FIELDS[step] for step in reversed(steps) if step in _FIELDS), "complaint_form")
