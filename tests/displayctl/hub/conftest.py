"""One hub for the tests of a module, and one fresh for those that need it alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.hub_in_thread import RunningHub, hub_in_thread


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("installation")) as running:
        yield running


@pytest.fixture
def fresh_hub(tmp_path: Path) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path / "installation") as running:
        yield running
