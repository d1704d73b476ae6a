"""A plain `run` is read without delay; everything else is left to the library that explains and refuses."""

from __future__ import annotations

import pytest

from player.__main__ import run_options


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["run"], {}),
        (["run", "--data", "/srv/p", "--hub=http://a:1"], {"data": "/srv/p", "hub": "http://a:1"}),
        (["run", "--canvas", "640x384+0+0"], {"canvas": "640x384+0+0"}),
        (["run", "--hub", "http://a/?x=1"], None),
        (["run", "--help"], None),
        (["run", "--data"], None),
        (["run", "--data", ""], None),
        (["run", "--data", "/a", "--data", "/b"], None),
        (["run", "--nope", "1"], None),
        (["run", "data", "/srv/p"], None),
        (["loop", "clip.mp4"], None),
        ([], None),
    ],
)
def test_only_a_plain_run_is_read_at_once(arguments: list[str], options: dict[str, str] | None) -> None:
    assert run_options(arguments) == options
