"""What every command shares: where the hub is, the two forms of an answer, and what an error looks like.

A command is a function of a `Desk` and its own arguments that returns an `Answer`. `command` gives it the options
``--hub``, ``--data`` and ``--json``, prints the answer, and leaves errors to `displayctl.__main__`.
"""

from __future__ import annotations

import functools
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from schedules.clock import SystemClock

if TYPE_CHECKING:
    from rich.console import RenderableType

    from content.studio.operators import Signatory
    from displayctl.api.client import HubClient
    from displayctl.desk.believing import Beliefs
    from displayctl.desk.installation import Installation

HubOption = Annotated[
    str | None, typer.Option("--hub", metavar="URL", help="The hub to speak to, instead of the local one.")
]
DataOption = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="The folder of the whole installation.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, for programs.")]


@dataclass(frozen=True, slots=True)
class Choices:
    """The options that every command has; those behind the subcommand win."""

    hub: str | None = None
    data: Path | None = None
    as_json: bool = False

    def narrowed(self, other: Choices) -> Choices:
        return replace(
            self, hub=other.hub or self.hub, data=other.data or self.data, as_json=other.as_json or self.as_json
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did: `data` for programs, `text` (a sentence or a table) for people.

    `complaints` are what did not work although the rest did; each becomes a line on stderr, and the exit code 1.
    """

    data: object
    text: RenderableType
    complaints: tuple[str, ...] = ()


class Desk:
    """This command's way to the hub, opened when first used."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.clock = SystemClock()

    @functools.cached_property
    def installation(self) -> Installation:
        from displayctl.desk.installation import find_installation

        return find_installation(self.choices.data)

    @functools.cached_property
    def client(self) -> HubClient:
        from displayctl.desk.installation import open_hub

        return open_hub(self.choices.data, self.choices.hub)

    def signatory(self, who: str = "", passphrase_file: Path | None = None) -> Signatory:
        """Whoever signs here: `who`, else the only one; a person is asked for a passphrase that is not at hand."""
        from displayctl.cli.passphrases import unlocked_key

        return unlocked_key(self.installation.keys_folder, who, passphrase_file)

    def anonymous(self) -> HubClient:
        """A client without any token, to sign in with."""
        from displayctl.api.client import HubClient
        from displayctl.desk.installation import require_hub

        url, pin = require_hub(self.choices.data, self.choices.hub)
        return HubClient(url, pin=pin)

    def first_aid(self) -> HubClient:
        """A client with the desk token, whatever session there is. Raises DeskTokenMissing."""
        from displayctl.api.client import HubClient
        from displayctl.desk.installation import desk_token, require_hub

        url, pin = require_hub(self.choices.data, self.choices.hub)
        return HubClient(url, desk_token(self.installation, {}), pin=pin)

    def keep_session(self, token: str) -> None:
        """Keeps a session for this user; commands that follow are signed in by it."""
        from displayctl.desk.sessions import keep_session

        keep_session(self.installation, self.choices.hub, token)
        self.close()
        self.__dict__.pop("client", None)

    def forget_session(self) -> None:
        from displayctl.desk.sessions import forget_session

        forget_session(self.installation, self.choices.hub)

    @functools.cached_property
    def beliefs(self) -> Beliefs:
        """What this desk knows of who may sign."""
        from displayctl.desk.believing import Beliefs

        return Beliefs(self.installation.keys_folder)

    def say(self, sentence: str) -> None:
        """Tells a watching person how far things are; silent where nobody watches."""
        if sys.stderr.isatty() and not self.choices.as_json:
            print(sentence, file=sys.stderr, flush=True)  # noqa: T201

    def close(self) -> None:
        if "client" in self.__dict__:
            self.client.close()


def group(about: str) -> typer.Typer:
    """A group of commands; it takes the shared options too, and shows its help when nothing else is asked."""
    app = typer.Typer(help=about, rich_markup_mode=None)

    @app.callback(invoke_without_command=True, help=about)
    def choose(
        context: typer.Context, hub: HubOption = None, data: DataOption = None, as_json: JsonOption = False
    ) -> None:
        context.obj = (context.obj or Choices()).narrowed(Choices(hub, data, as_json))
        if context.invoked_subcommand is None:
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(2)

    return app


def command(app: typer.Typer, name: str) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Registers a function ``(desk, arguments…) -> Answer`` as the command `name` of `app`."""

    def register(work: Callable[..., Answer]) -> Callable[..., Answer]:
        @functools.wraps(work)
        def run(context: typer.Context, hub: str | None, data: Path | None, as_json: bool, **arguments: Any) -> None:
            choices = (context.obj or Choices()).narrowed(Choices(hub, data, as_json))
            desk = Desk(choices)
            try:
                answer = work(desk, **arguments)
            finally:
                desk.close()
            show(answer, choices.as_json)
            for complaint in answer.complaints:
                complain(complaint)
            if answer.complaints:
                raise typer.Exit(1)

        _give_signature(run, work)
        app.command(name)(run)
        return work

    return register


def _give_signature(run: Callable[..., None], work: Callable[..., Answer]) -> None:
    """Makes `run` look, to typer, like `work` with the shared options behind its own arguments."""
    hints = get_type_hints(work, include_extras=True)
    own = [
        parameter.replace(annotation=hints[parameter.name])
        for parameter in list(inspect.signature(work).parameters.values())[1:]
    ]
    keyword = inspect.Parameter.KEYWORD_ONLY
    shared = [
        inspect.Parameter("context", keyword, annotation=typer.Context),
        inspect.Parameter("hub", keyword, default=None, annotation=HubOption),
        inspect.Parameter("data", keyword, default=None, annotation=DataOption),
        inspect.Parameter("as_json", keyword, default=False, annotation=JsonOption),
    ]
    parameters = [parameter.replace(kind=keyword) for parameter in own] + shared
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    del run.__wrapped__  # type: ignore[attr-defined]


def show(answer: Answer, as_json: bool) -> None:
    """Prints an answer on stdout, in the form that was asked for."""
    if as_json:
        json.dump(plain(answer.data), sys.stdout, ensure_ascii=False, indent=2, sort_keys=True)
        sys.stdout.write("\n")
    elif isinstance(answer.text, str):
        sys.stdout.write(answer.text + "\n")
    else:
        from rich.console import Console

        # Lines of a pipe must not be folded at 80 characters: somebody greps them.
        width = None if sys.stdout.isatty() else 200
        Console(file=sys.stdout, width=width, highlight=False).print(answer.text)


def complain(sentence: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"displayctl: {' '.join(sentence.split())}\n")


def plain(data: Any) -> Any:
    """Messages and tuples as plain JSON values."""
    if hasattr(data, "model_dump"):
        return data.model_dump(mode="json")
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(value) for value in data]
    return data


def counted(number: int, one: str, several: str) -> str:
    """As ``1 wall`` and ``2 walls``."""
    return f"{number} {one if number == 1 else several}"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> RenderableType:
    """A table for people, or the sentence `empty` where there are no rows."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    lines = [[escape(str(cell)) for cell in row] for row in rows]
    if not lines:
        return empty
    grid = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for line in lines:
        grid.add_row(*line)
    return grid
