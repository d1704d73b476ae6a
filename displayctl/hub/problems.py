"""What went wrong, worded for the wire: every error that can leave a service has its place in one table."""

from __future__ import annotations

import math

from content import errors as content_errors
from displayctl.api.models import Problem
from displayctl.hub import errors as hub_errors
from schedules.errors import InvalidValue, ScheduleError

KINDS: tuple[tuple[type[Exception], str, int, str], ...] = (
    (hub_errors.NoSuchThing, "not-found", 404, "Not found"),
    (hub_errors.ChangedMeanwhile, "conflict", 409, "Changed by somebody else"),
    (hub_errors.StillInUse, "in-use", 409, "Still in use"),
    (hub_errors.WrongWish, "invalid", 422, "Not valid"),
    (hub_errors.NotAuthorised, "unauthorised", 401, "Not authorised"),
    (hub_errors.SecondFactorNeeded, "second-factor", 401, "A code is needed"),
    (hub_errors.NotPermitted, "forbidden", 403, "Not permitted"),
    (hub_errors.TooManyTries, "too-many", 429, "Too many tries"),
    (hub_errors.NotFounded, "not-founded", 409, "Not founded yet"),
    (hub_errors.NotBound, "not-bound", 403, "Not bound to a display"),
    (hub_errors.Lapsed, "lapsed", 410, "Lapsed"),
    (hub_errors.TooLarge, "too-large", 413, "Too large"),
    (hub_errors.NotNow, "unavailable", 503, "Not now"),
    (hub_errors.NoAnswer, "unavailable", 504, "No answer"),
    (content_errors.StorageFull, "storage-full", 507, "Storage full"),
    (content_errors.Refused, "refused", 422, "Refused"),
    (content_errors.DoesNotFit, "does-not-fit", 422, "Does not fit"),
    (content_errors.ContentMissing, "not-found", 404, "Not found"),
    (content_errors.UnusableMedia, "invalid", 422, "Not usable"),
    (content_errors.Damaged, "invalid", 422, "Damaged"),
    (content_errors.ContentError, "unavailable", 503, "Not now"),
    (ScheduleError, "invalid", 422, "Not valid"),
)


def problem_of(error: Exception) -> Problem:
    """The problem that `error` is; what is not in the table is the hub's own fault (500)."""
    for kind, word, status, title in KINDS:
        if isinstance(error, kind):
            return Problem(
                type=word, title=title, status=status, detail=str(error), field=_field(error), where=_where(error)
            )
    detail = "an error in the hub itself; its log says more"
    return Problem(type="error", title="Internal error", status=500, detail=detail)


def headers_of(error: Exception) -> dict[str, str]:
    """What is said beside the problem: when to come back."""
    return {"Retry-After": str(math.ceil(error.seconds))} if isinstance(error, hub_errors.TooManyTries) else {}


def _field(error: Exception) -> str:
    return error.field if isinstance(error, InvalidValue | hub_errors.WrongWish) else ""


def _where(error: Exception) -> tuple[str, ...]:
    return error.where if isinstance(error, hub_errors.StillInUse) else ()
