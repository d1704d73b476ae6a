"""One wall for all attacks that a wall survives without a scratch: starting a player for each would take minutes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.attacks.siege import FIRST, Media, Siege
from tests.attacks.watcher import SIZE
from tests.fakes.framebuffer import Framebuffer


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> Media:
    return Media(tmp_path_factory.mktemp("attacks") / "media")


@pytest.fixture(scope="session")
def lasting_siege(tmp_path_factory: pytest.TempPathFactory, media: Media) -> Iterator[Siege]:
    with besieged(tmp_path_factory.mktemp("siege"), media) as siege:
        yield siege


@contextmanager
def besieged(folder: Path, media: Media) -> Iterator[Siege]:
    """A wall of its own that shows FIRST."""
    with (
        closing(Framebuffer(folder / "screen", SIZE)) as screen,
        closing(Siege(folder / "tugu", media, screen)) as siege,
    ):
        siege.people.publish(siege.document(FIRST))
        siege.start()
        siege.until(lambda: siege.shows(FIRST), "the first picture")
        yield siege


@pytest.fixture
def siege(lasting_siege: Siege) -> Siege:
    """The wall shows FIRST, approved a moment ago, and the hub is honest."""
    lasting_siege.show(FIRST)
    return lasting_siege
