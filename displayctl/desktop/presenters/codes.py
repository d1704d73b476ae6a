"""Enrolment codes as people type them."""

from __future__ import annotations

import re

_CODE = re.compile(r"\A[B-DF-HJ-NP-TV-XZ]{8}\Z")


def tidy_code(text: str) -> str | None:
    """``bcdf ghjk`` becomes ``BCDF-GHJK``; None while it is not a whole code."""
    letters = re.sub(r"[\s-]", "", text).upper()
    return f"{letters[:4]}-{letters[4:]}" if _CODE.match(letters) else None
