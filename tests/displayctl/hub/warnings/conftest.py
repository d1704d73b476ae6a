"""An office for each test of warnings, on a copy of an empty database: the migrations cost more than the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from displayctl.hub.database import open_database
from tests.displayctl.hub.warnings.warning_office import START, Office
from tests.fakes.clock import PushedClock


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once to be copied: the migrations cost more than the tests."""
    folder = tmp_path_factory.mktemp("tables")
    open_database(folder / "hub.sqlite", folder, PushedClock(START)).dispose()
    return folder / "hub.sqlite"


@pytest.fixture
def office(tables: Path, tmp_path: Path) -> Iterator[Office]:
    shutil.copy(tables, tmp_path)
    made = Office(tmp_path)
    yield made
    made.storage.close()
