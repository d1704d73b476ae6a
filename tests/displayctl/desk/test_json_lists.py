"""Lists of the hub's answers, read member by member."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.api.json_lists import members

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=6), st.sampled_from((None, 0, 2)), st.booleans())
def test_members_are_those_of_the_list_however_it_is_written(
    values: list[object], indent: int | None, plain: bool
) -> None:
    text = json.dumps(values, indent=indent, ensure_ascii=plain)
    assert [json.loads(member) for member in members(f" {text}\n")] == values


@pytest.mark.parametrize("text", ["", "{}", "null", "[", "[1", "[1,", "[1,]", "[1 2]", "[,1]", "[1]]", "[] 1", "[nix]"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(members(text))
