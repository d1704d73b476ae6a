"""Which installation, which hub and which token: an option comes before the environment, that before the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from displayctl.desk.installation import Installation, desk_token, find_hub_url, find_installation, open_hub
from displayctl.errors import DeskTokenMissing, HubNotRunning


def test_an_option_comes_before_the_environment_and_that_before_the_users_folder(tmp_path: Path) -> None:
    variables = {"DISPLAYCTL_DATA": str(tmp_path / "env"), "XDG_DATA_HOME": str(tmp_path / "xdg")}
    assert find_installation(tmp_path / "option", variables).data == tmp_path / "option"
    assert find_installation(None, variables).data == tmp_path / "env"
    assert find_installation(None, {"XDG_DATA_HOME": str(tmp_path / "xdg")}).data == tmp_path / "xdg" / "displayctl"
    assert find_installation(None, {}).data.parts[-3:] == (".local", "share", "displayctl")


def test_the_hub_is_the_one_named_else_the_one_that_runs_here(tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    assert find_hub_url(installation, environment={}) is None
    installation.hub_file.write_text(json.dumps({"url": "http://127.0.0.1:1", "pid": 1}))
    assert find_hub_url(installation, environment={}) == "http://127.0.0.1:1"
    assert find_hub_url(installation, environment={"DISPLAYCTL_HUB": "http://a"}) == "http://a"
    assert find_hub_url(installation, "http://b", {"DISPLAYCTL_HUB": "http://a"}) == "http://b"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"url": 5}', "\x00"])
def test_a_damaged_hub_file_means_that_no_hub_runs(tmp_path: Path, content: str) -> None:
    Installation(tmp_path).hub_file.write_text(content)
    assert find_hub_url(Installation(tmp_path), environment={}) is None
    with pytest.raises(HubNotRunning, match="displayctl hub --data"):
        open_hub(tmp_path, environment={})


def test_the_token_comes_from_the_environment_or_the_folder_and_its_lack_is_told(tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    with pytest.raises(DeskTokenMissing, match="DISPLAYCTL_TOKEN"):
        desk_token(installation, {})
    installation.token_file.write_text("abc\n")
    assert desk_token(installation, {}) == "abc"
    assert desk_token(installation, {"DISPLAYCTL_TOKEN": "xyz"}) == "xyz"
    with open_hub(tmp_path, "http://127.0.0.1:9", {}) as client:
        assert (client.url, client.transport.token) == ("http://127.0.0.1:9", "abc")
