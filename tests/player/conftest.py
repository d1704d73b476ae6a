"""Fixtures of the player's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.player.rig import Rig


@pytest.fixture
def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    """A simulated hub and a player's folder; the agent is started by the story, and sends records soon."""
    monkeypatch.setattr("player.reporter.IDLE_S", 0.3)
    rig = Rig(tmp_path)
    yield rig
    rig.close()


@pytest.fixture
def playing(rig: Rig) -> Rig:
    """A bound player that shows the picture ``a`` all day, and has the filler ``p``, too."""
    rig.bind()
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("a"),)))
    rig.start()
    rig.until(lambda: rig.shown == "a", "the picture on the wall")
    rig.until(lambda: any(said["stage"] == "complete" for said in rig.hub.heard("receipt")), "the word that it is")
    rig.until(lambda: all(rig.holds(medium) for medium in "ap"), "all media")  # the filler may come after that word
    return rig
