"""Starts a player in the order that puts a picture on the wall soonest: the stage first, then everything else.

The stage needs the longest to be ready, so it is started before settings are read and the agent is imported.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from player.errors import PlayerError
from player.folder import data_folder, data_lock
from player.stage.child import StageChild

if TYPE_CHECKING:
    from player.agent import Agent

ENDED, UNUSABLE = 0, 2


def launch(data: Path | None = None, hub: str | None = None, canvas: str | None = None) -> int:
    """Run a player until SIGTERM or SIGINT and give its exit code; where it cannot run, stderr says why."""
    try:
        folder = data_folder(data)
        with data_lock(folder):
            _run(FirstStage(), folder, hub, canvas)
    except PlayerError as error:
        sys.stderr.write(f"displayctl-player: {error}\n")
        return UNUSABLE
    except OSError as error:
        sys.stderr.write(f"displayctl-player: the stage cannot be started: {error}\n")
        return UNUSABLE
    return ENDED


class FirstStage:
    """Starts a stage at once, hands it out at the first call, and starts further ones at later calls."""

    def __init__(self) -> None:
        self._first: StageChild | None = StageChild()

    def __call__(self) -> StageChild:
        first, self._first = self._first, None
        return first or StageChild()

    def close(self) -> None:
        """End a stage that nobody has taken."""
        if self._first is not None:
            self._first.close()


def _run(stages: FirstStage, folder: Path, hub: str | None, canvas: str | None) -> None:
    try:
        from player.agent import Agent
        from player.config import load_config

        agent = Agent(load_config(folder, hub=hub, canvas=canvas), stages)
    finally:
        stages.close()
    stop_on_signals(agent)
    agent.run()


def stop_on_signals(agent: Agent) -> None:
    """Let SIGTERM and SIGINT end `agent` in order."""

    def stop(number: int, frame: FrameType | None) -> None:
        agent.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
