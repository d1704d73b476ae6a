"""Documents as bytes: one value, one spelling, so that digests and signatures agree everywhere."""

from __future__ import annotations

import json

from content.errors import Refused

_DEEPEST = 32


def canonical_bytes(document: object) -> bytes:
    """`document` as JSON with sorted keys, no spaces, UTF-8. Raises Refused (rule ``document``) for floats,
    keys that are no text, other types and more than 32 levels.
    """
    _check(document, 0)
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused("document", "the document has half a character in it; write the text again") from error


def _check(value: object, depth: int) -> None:
    if depth > _DEEPEST:
        raise Refused("document", f"the document has more than {_DEEPEST} levels; make it flatter")
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise Refused("document", f"the document has the key {key!r:.40}, which is no text; use a text")
            _check(item, depth + 1)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item, depth + 1)
    elif value is not None and not isinstance(value, str | int | bool):
        kind = type(value).__name__
        raise Refused("document", f"the document has a {kind} in it ({value!r:.40}); use a whole number or a text")
