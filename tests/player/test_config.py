"""Settings: which place wins, and what is said about one that cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from player.config import load_config, parse_canvas
from player.errors import AlreadyRunning, ConfigInvalid, StateUnusable
from player.folder import data_folder, data_lock
from schedules.display import Canvas
from schedules.errors import InvalidValue

VARIABLES = ("DISPLAYCTL_HUB", "DISPLAYCTL_PLAYER_HUB", "DISPLAYCTL_PLAYER_DATA", "DISPLAYCTL_PLAYER_CANVAS")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_command_line_beats_environment_beats_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "player.toml").write_text('hub = "https://file:1"\ncanvas = "640x384+8+0"\nshow_address = true\n')
    assert load_config(tmp_path).hub == "https://file:1"
    monkeypatch.setenv("DISPLAYCTL_HUB", "https://general:1/")
    assert load_config(tmp_path).hub == "https://general:1"
    monkeypatch.setenv("DISPLAYCTL_PLAYER_HUB", "https://own:1")
    assert load_config(tmp_path).hub == "https://own:1"
    config = load_config(tmp_path, hub="https://line:1", canvas=None)
    assert (config.hub, config.canvas, config.show_address) == ("https://line:1", Canvas(640, 384, 8, 0), True)


def test_without_settings_everything_has_a_sensible_value(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert (config.hub, config.canvas, config.show_address, config.log_level) == (None, None, False, "info")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('hub = "ftp://x"', "hub ({file}): 'ftp://x' is not a hub's address"),
        ("cache_limit_bytes = 1", "cache_limit_bytes ({file}): "),
        ('huub = "http://x"', "huub ({file}): "),
        ("hub = ", "{file}: "),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_place(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "player.toml"
    file.write_text(content)
    with pytest.raises(ConfigInvalid) as caught:
        load_config(tmp_path)
    assert str(caught.value).startswith(said.format(file=file))


def test_a_mistake_elsewhere_is_named_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigInvalid, match=r"canvas \(command line --canvas\): .*write WIDTHxHEIGHT"):
        load_config(tmp_path, canvas="big")
    monkeypatch.setenv("DISPLAYCTL_HUB", "nowhere")
    with pytest.raises(ConfigInvalid, match=r"hub \(environment DISPLAYCTL_HUB\)"):
        load_config(tmp_path)


def test_a_canvas_is_size_and_place() -> None:
    assert parse_canvas("640x384+10+20") == Canvas(640, 384, 10, 20)
    assert parse_canvas("3200x96") == Canvas(3200, 96)
    for text in ("640", "640x", "x384", "640x384+1", "-1x5+0+0", "99999999x1"):
        with pytest.raises(InvalidValue):
            parse_canvas(text)


def test_the_data_folder_is_named_by_argument_variable_or_custom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/data")
    assert data_folder() == Path("/srv/data/displayctl-player")
    monkeypatch.setenv("DISPLAYCTL_PLAYER_DATA", "/srv/wall")
    assert data_folder() == Path("/srv/wall")
    assert data_folder(Path("/srv/other")) == Path("/srv/other")


def test_one_folder_is_held_by_one_player(tmp_path: Path) -> None:
    with data_lock(tmp_path), pytest.raises(AlreadyRunning, match="another player runs in"), data_lock(tmp_path):
        pass
    with data_lock(tmp_path):
        pass
    (tmp_path / "file").write_text("")
    with pytest.raises(StateUnusable, match="name another folder"), data_lock(tmp_path / "file" / "below"):
        pass


def test_a_player_that_cannot_run_says_why_and_ends(tmp_path: Path) -> None:
    for given, said in (
        (("--hub", "nonsense"), "hub (command line --hub): 'nonsense' is not a hub's address"),
        (("--canvas", "big"), "canvas (command line --canvas): "),
    ):
        command = [sys.executable, "-m", "player", "run", "--data", str(tmp_path), *given]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=bare(), check=False)
        assert ended.returncode == 2
        assert f"displayctl-player: {said}" in ended.stderr
    with data_lock(tmp_path):
        command = [sys.executable, "-m", "player", "run", "--data", str(tmp_path)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=bare(), check=False)
    assert ended.returncode == 2
    assert "another player runs in" in ended.stderr


def bare() -> dict[str, str]:
    """An environment without a screen, so that no stage opens a window."""
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
