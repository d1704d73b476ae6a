"""JSON from strangers: bounded before it is read, and whatever it is, an answer or a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping

from displayctl.hub.feeds.warning import NotAWarning

LARGEST_BYTES = 256 << 10
"""The lists of quakes have some ten kilobytes; what is larger is none."""


def read_json(body: bytes) -> object:
    """What `body` says. Raises NotAWarning."""
    if len(body) > LARGEST_BYTES:
        raise NotAWarning(f"it is larger than {LARGEST_BYTES >> 10} KB")
    try:
        found: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAWarning(f"it is not JSON ({error!s:.100})") from error
    return found


def inside(found: object, *names: str) -> object:
    """What is below `names`, one within another. Raises NotAWarning."""
    for name in names:
        if not isinstance(found, Mapping) or name not in found:
            raise NotAWarning(f"it has no {name!r}")
        found = found[name]
    return found


def words(record: Mapping[str, object], name: str) -> str:
    """The text of `name`; empty where there is none, or a dash, which is how they say the same."""
    value = record.get(name)
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return "" if text in ("-", "–", "null") else text[:2000]
