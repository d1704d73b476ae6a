"""What a request for airtime may hold, whoever sends it."""

from __future__ import annotations

import pytest

from displayctl.api.requests import RequestDraft


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "a" * 201},
        {"title": "\u202e\x07"},
        {"agency": "../x"},
        {"wish": {"first": "2026-11-23", "last": "2026-11-22"}},
        {"wish": {"first": "0001-01-01"}},
        {"wish": {"weekdays": [7]}},
        {"wish": {"starts": "24:00"}},
        {"wish": {"times_a_day": 0}},
        {"text": "a" * 4001},
    ],
)
def test_what_is_out_of_bounds_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        RequestDraft.model_validate({"agency": "dinkes", "title": "x", **fields})
