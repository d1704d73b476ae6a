"""The ground that stories of trust stand on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.delivery.trust import Trust
from tests.content.delivery.ground import GOOD, Ground
from tests.content.delivery.power import in_memory


@pytest.fixture
def quick_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in memory where the machine has one: what is synced a thousand times costs nothing there.

    Other temporary folders, as the hub's for judging, are made in memory too.
    """
    with in_memory(tmp_path) as folder:
        monkeypatch.setattr(tempfile, "tempdir", str(folder.parent))
        yield folder


@pytest.fixture
def ground(quick_path: Path) -> Ground:
    return Ground(quick_path)


@pytest.fixture
def player(ground: Ground) -> Trust:
    """A player that has shown GOOD."""
    ground.publish(GOOD)
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    return player
