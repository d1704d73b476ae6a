"""Why tuf refused, in the words of our reports."""

from __future__ import annotations

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    UnsignedMetadataError,
)

from content.errors import Refused

_RULES: tuple[tuple[type[Exception], str, str], ...] = (
    (ExpiredMetadataError, "expired", "is too old, or this clock is ahead; check the clock, then sign again"),
    (BadVersionNumberError, "rollback", "is older than what is here; the hub has to publish the newest again"),
    (UnsignedMetadataError, "signatures", "lacks signatures of those who may sign; sign it with the right keys"),
    (LengthOrHashMismatchError, "damaged", "is not what was signed; fetch it again"),
    (DownloadError, "missing", "is not complete; fetch it again"),
)


def refusal_of(error: Exception, what: str) -> Refused:
    """The refusal that an error of tuf stands for, about `what`; unknown ones have the rule ``unreadable``."""
    for kind, rule, words in _RULES:
        if isinstance(error, kind):
            return Refused(rule, f"{what} {words} ({error!s:.200})")
    return Refused("unreadable", f"{what} cannot be read; fetch it again ({type(error).__name__}: {error!s:.200})")
