"""The ground that stories of trust stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.delivery.ground import Ground


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(tmp_path)
