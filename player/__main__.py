"""Entry point of `displayctl-player`. For `run` the stage is on its way before the command line has been read."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OPTIONS = ("data", "hub", "canvas")


def main() -> None:
    """Obey the command line."""
    options = run_options(sys.argv[1:])
    if options is None:
        from player.commands import app

        app()
    else:
        from player.launch import FirstStage, launch

        sys.exit(launch(FirstStage(), **options))


def run_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """The options of a plain ``run``; None for everything else, which `player.commands` reads, refuses or explains.

    A wall that starts is in a hurry, and the library that reads commands takes as long to load as the stage.
    """
    if arguments[:1] != ["run"]:
        return None
    words = [word for argument in arguments[1:] for word in argument.split("=", 1)]
    names, values = words[::2], words[1::2]
    options = {name.removeprefix("--"): value for name, value in zip(names, values, strict=False)}
    plain = len(names) == len(values) == len(options) and set(options) <= set(_OPTIONS)
    return options if plain and all(name.startswith("--") for name in names) and all(options.values()) else None


if __name__ == "__main__":
    main()
