"""The program `displayctl`: runs a command and turns every error into one clear line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    import typer

    from displayctl.cli.application import app

    try:
        code = app(args=None if arguments is None else list(arguments), prog_name="displayctl", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _failed(_with_next_step(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; what is left cannot be written on exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - the outermost door of the program
        return _told(error)
    return code if isinstance(code, int) else 0


def _with_next_step(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "displayctl"
    sentence = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{sentence}; see: {path} --help"


def _told(error: Exception) -> int:
    from content.errors import ContentError
    from displayctl.api.errors import HubError
    from displayctl.cli.errors import CommandError
    from displayctl.errors import DeskError
    from schedules.errors import InvalidValue, ScheduleError

    if isinstance(error, InvalidValue):
        return _failed(str(error), WRONG_USE)
    if isinstance(error, HubError):
        places = "; ".join(error.problem.where)
        return _failed(f"{error} ({places})" if places else str(error), FAILED)
    if isinstance(error, (ContentError, CommandError, DeskError, ScheduleError)):
        return _failed(str(error), FAILED)
    if isinstance(error, OSError):
        return _failed(f"{error.filename or 'the system'}: {error.strerror or error}", FAILED)
    if os.environ.get("DISPLAYCTL_DEBUG"):
        raise error
    return _failed(
        f"this should not happen: {type(error).__name__}: {error}; set DISPLAYCTL_DEBUG=1, try again and report it",
        FAILED,
    )


def _failed(sentence: str, code: int) -> int:
    if sentence.strip():
        sys.stderr.write(f"displayctl: {' '.join(sentence.split())}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
