"""A real hub in a process of its own, and the command line on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from displayctl.__main__ import main
from tests.fakes.founded import PASSPHRASE
from tests.fakes.office import Office

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def started_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with two walls; its tests add to it and do not count on what others added."""
    office = Office(tmp_path_factory.mktemp("office"))
    try:
        office.start_hub()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAYCTL_PASSPHRASE", PASSPHRASE)
            for name, size in (("Tugu Adipura", "640x384"), ("Taman Anti Narkoba", "512x256")):
                assert main(["--data", str(office.installation.data), "display", "add", name, "--size", size]) == 0
        yield office
    finally:
        office.close()


@pytest.fixture
def office(started_office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """That office, with the passphrase at hand as a script has it: for one test, as it opens every key of a process."""
    monkeypatch.setenv("DISPLAYCTL_PASSPHRASE", PASSPHRASE)
    return started_office


@pytest.fixture
def run(office: Office, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command that has to succeed; what it prints as JSON."""

    def run(*arguments: str) -> Any:
        capsys.readouterr()
        code = main(["--data", str(office.installation.data), *arguments, "--json"])
        told = capsys.readouterr()
        assert (code, told.err) == (0, "")
        return json.loads(told.out)

    return run


@pytest.fixture
def refused(office: Office, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command that has to fail; its exit code and the one line it says."""

    def refused(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--data", str(office.installation.data), *arguments, "--json"])
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1, told.err
        return code, told.err.removeprefix("displayctl: ").strip()

    return refused


@pytest.fixture
def words(office: Office, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command that has to succeed; what it prints for people."""

    def words(*arguments: str) -> str:
        capsys.readouterr()
        assert main(["--data", str(office.installation.data), *arguments]) == 0
        return capsys.readouterr().out

    return words


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    """A small picture file."""
    from PIL import Image

    path = tmp_path / "poster.png"
    Image.new("RGB", (320, 192), (20, 90, 160)).save(path)
    return path
