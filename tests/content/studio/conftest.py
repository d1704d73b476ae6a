from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from content.studio.workshop import Workshop


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """One workshop with one warm child for all tests that want no limits of their own."""
    with Workshop(tmp_path_factory.mktemp("workshop"), children=1) as shop:
        yield shop


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for sample files that tests share."""
    return tmp_path_factory.mktemp("media")
