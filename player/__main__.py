"""Entry point of `displayctl-player`. For `run` the stage is on its way before the command line has been read."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_HELP = "--help"


def main() -> None:
    """Obey the command line."""
    stages = None
    if is_run(sys.argv[1:]):
        from player.launch import FirstStage

        stages = FirstStage()
    try:
        from player.commands import app  # reading commands takes longer than forking

        app(obj=stages)
    finally:
        if stages is not None:
            stages.close()


def is_run(arguments: Sequence[str]) -> bool:
    """Whether these arguments run a player, as far as one sees without reading them all."""
    return arguments[:1] == ["run"] and _HELP not in arguments


if __name__ == "__main__":
    main()
