"""Starts a player in the order that puts a picture on the wall soonest: the stage first, then everything else.

The stage needs the longest to be ready, so it is started before settings are read and the agent is imported.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from content.errors import ContentError
from player.errors import PlayerError
from player.folder import data_folder, data_lock
from player.stage.child import StageChild

if TYPE_CHECKING:
    from player.agent import Agent

ENDED, UNUSABLE = 0, 2
AS_ROOT = (
    "displayctl-player: running as root, which a player never needs: whoever breaks into it owns the machine; start it "
    "as a user of its own (docs/player.md)\n"
)


class FirstStage:
    """Starts a stage at once, hands it out at the first call, and starts further ones at later calls."""

    def __init__(self) -> None:
        self._first: StageChild | None = None
        with suppress(OSError):  # the first call tries again, and says why it cannot
            self._first = StageChild()

    def __call__(self) -> StageChild:
        first, self._first = self._first, None
        return first or StageChild()

    def close(self) -> None:
        """End a stage that nobody has taken."""
        first, self._first = self._first, None
        if first is not None:
            first.close()


def launch(
    stages: FirstStage, data: Path | str | None = None, hub: str | None = None, canvas: str | None = None
) -> int:
    """Run a player until SIGTERM or SIGINT and give its exit code; where it cannot run, stderr says why."""
    try:
        if os.geteuid() == 0:
            sys.stderr.write(AS_ROOT)
        folder = data_folder(Path(data) if data is not None else None)
        with data_lock(folder):
            restarts = _run(stages, folder, hub, canvas)
    except (PlayerError, ContentError, OSError) as error:
        sys.stderr.write(f"displayctl-player: {error}\n")
        return UNUSABLE
    finally:
        stages.close()
    if restarts:
        begin_anew()
    return ENDED


def begin_anew() -> NoReturn:
    """Become a new player: the same command in the same process, so that no keeper is needed to start it again."""
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  nothing of it comes from outside


def _run(stages: FirstStage, folder: Path, hub: str | None, canvas: str | None) -> bool:
    """Play until the end; whether a new player is wanted."""
    from player.agent import Agent
    from player.config import load_config

    agent = Agent(load_config(folder, hub=hub, canvas=canvas), stages)
    stop_on_signals(agent)
    agent.run()
    return agent.restarts


def stop_on_signals(agent: Agent) -> None:
    """Let SIGTERM and SIGINT end `agent` in order."""

    def stop(number: int, frame: FrameType | None) -> None:
        agent.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
