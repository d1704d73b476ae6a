"""The ground that stories of trust stand on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.delivery.ground import Ground

MEMORY = Path("/dev/shm")


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the machine has one: what is synced a thousand times costs nothing there."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="displayctl-test-", dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def ground(quick_path: Path) -> Ground:
    return Ground(quick_path)
