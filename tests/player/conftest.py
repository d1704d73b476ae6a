"""Fixtures of the player's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.player.rig import Rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A simulated hub and a player's folder; the agent is started by the story."""
    rig = Rig(tmp_path)
    yield rig
    rig.close()
