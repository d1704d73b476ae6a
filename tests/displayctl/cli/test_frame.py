"""The frame of every command: options, the two forms of an answer, one line for an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from displayctl.__main__ import main
from displayctl.cli.errors import NothingToOpen
from displayctl.cli.screen import require_screen

HEAVY = ("PySide6", "fastapi", "sqlmodel", "tuf", "httpx2", "av", "PIL", "vlc", "rich", "pydantic")


@pytest.fixture(autouse=True)
def _no_installation_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAYCTL_DATA", "DISPLAYCTL_HUB", "DISPLAYCTL_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


def test_help_needs_nothing_heavy() -> None:
    probe = f"import sys, displayctl.cli.application; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "[]"


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for name in ("announce", "publish", "plays", "hub", "library", "playlist", "display", "schedule", "fleet", "alert"):
        assert f"\n  {name} " in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "{}", "library", "list"],
        ["library", "--data", "{}", "list"],
        ["library", "list", "--data", "{}"],
        ["library", "list", "--json", "--data", "{}"],
    ],
)
def test_the_folder_may_be_named_before_and_behind_the_command(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "office"
    assert main([argument.format(folder) for argument in arguments]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"displayctl: no hub runs on {folder}; start one with: displayctl hub --data {folder}\n"


def test_a_hub_that_does_not_answer_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAYCTL_TOKEN", "x")
    assert main(["fleet", "list", "--hub", "http://127.0.0.1:9"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "http://127.0.0.1:9" in told
    assert "displayctl hub" in told


@pytest.mark.parametrize(
    ("arguments", "fact"),
    [
        (["bogus"], "No such command 'bogus'; see: displayctl --help"),
        (["playlist", "create"], "see: displayctl playlist create --help"),
        (["library", "add", "x", "--fit", "squeeze"], "see: displayctl library add --help"),
        (["alert", "raise", "x", "--minutes", "0"], "see: displayctl alert raise --help"),
    ],
)
def test_wrong_use_is_one_line_that_points_to_the_help(
    arguments: list[str], fact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert fact in told


def test_a_group_without_a_command_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library"]) == 2
    assert "Usage: displayctl library" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("displayctl ")


def test_the_desktop_needs_a_screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "DISPLAY is not set" in capsys.readouterr().err


def test_a_screen_that_does_not_answer_is_named() -> None:
    with pytest.raises(NothingToOpen, match=r"'127\.0\.0\.1:93' does not answer"):
        require_screen({"DISPLAY": "127.0.0.1:93"})


def test_other_platforms_need_no_x_server() -> None:
    require_screen({"QT_QPA_PLATFORM": "offscreen"})
    require_screen({"WAYLAND_DISPLAY": "wayland-0"})
