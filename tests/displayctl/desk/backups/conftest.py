"""An office with something published, a stick to back it up to, and a backup of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from displayctl.desk.backups import trying
from displayctl.desk.backups.making import make_backup
from displayctl.desk.backups.shelf import BackupSet
from displayctl.desk.installation import Installation
from displayctl.desk.publishing import publish
from displayctl.hub.backup_trial import try_out
from schedules.clock import SystemClock
from tests.displayctl.desk.backups.ground import NOW
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import hub_in_thread


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a wall, a picture, and something published; copied by each test."""
    folder = tmp_path_factory.mktemp("furnished")
    with hub_in_thread(folder / "office") as hub:
        add_wall(hub.client)
        medium = add_picture(hub.client, folder)
        add_playlist(hub.client, "pagi", medium.id)
        add_slot(hub.client, "pagi", "pagi", "tugu")
        publish(hub.client, hub.keyring, "utama")
    return folder / "office"


@pytest.fixture
def office(furnished: Path, tmp_path: Path) -> Installation:
    shutil.copytree(furnished, tmp_path / "office")
    return Installation(tmp_path / "office")


@pytest.fixture(autouse=True)
def trial_in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own for each trial takes seconds; one test has it."""
    if "works" not in request.node.name:
        monkeypatch.setattr(trying, "_tried", lambda folder: try_out(folder, SystemClock()))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def clock() -> PushedClock:
    return PushedClock(NOW)


@pytest.fixture
def backup(office: Installation, stick: Path, clock: PushedClock) -> BackupSet:
    return make_backup(office, stick, clock).backup
