"""`displayctl found`: the first start of an installation, by one person or by several at one desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, table
from displayctl.cli.passphrases import FileOption, asked_twice

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.client import HubClient

SINGLE = (
    "satu mata: {name} alone decides what is on the walls, and whoever has that key and passphrase does too; "
    "raise it with: displayctl policy four-eyes"
)


def register(app: typer.Typer) -> None:
    """Adds the command to the top level."""
    command(app, "found")(found)


def found(
    desk: Desk,
    name: Annotated[list[str], typer.Option(help="A person's name; three or more sign two by two.")],
    group: Annotated[list[str], typer.Option(help="A group of walls.")] = [],  # noqa: B006
    passphrase_file: FileOption = None,
    passphrase_files: Annotated[
        Path | None,
        typer.Option("--passphrase-folder", metavar="DIR", help="For several: a file ID.txt for each person."),
    ] = None,
) -> Answer:
    """Make the keys of the people who sign, and the first policy; once for each installation."""
    from content.studio.operators import id_for
    from displayctl.desk.founding import FIRST_GROUP, Founder, found_one_person, found_several
    from displayctl.desk.unlocking import cabinet_at

    founders = []
    for each in name:
        id = id_for(each)  # noqa: A001 - of a person
        file = passphrase_file if passphrase_files is None else passphrase_files / f"{id}.txt"
        founders.append(Founder(each, asked_twice(f"A passphrase for {each}: ", file), id))
    folder = desk.installation.keys_folder
    cabinet, beliefs, groups = cabinet_at(folder), desk.beliefs, group or [FIRST_GROUP]
    with _hub(desk) as client:
        if len(founders) == 1:
            made = found_one_person(client, cabinet, beliefs, founders[0], groups)
        else:
            made = found_several(client, cabinet, beliefs, founders, groups)
    rows = [(person.id, person.name, person.fingerprint) for person in made.policy.people]
    warning = SINGLE.format(name=founders[0].name) if made.policy.single_handed else ""
    data = {
        "people": [{"id": person.id, "name": person.name, "key": person.key} for person in made.policy.people],
        "fingerprint": made.fingerprint,
        "single_handed": made.policy.single_handed,
    }
    return Answer(data, _told(table(("id", "name", "key"), rows, ""), made.fingerprint, warning))


def _told(people: RenderableType, fingerprint: str, warning: str) -> RenderableType:
    from rich.console import Group
    from rich.markup import escape

    next_step = "now make recovery files: displayctl key recovery FOLDER"
    lines = [f"founded; the root's fingerprint is {fingerprint}", next_step]
    return Group(people, *map(escape, lines), *([escape(warning)] if warning else []))


@contextmanager
def _hub(desk: Desk) -> Iterator[HubClient]:
    """The hub that is meant; where none runs on this folder, one that is started for this and stopped again."""
    from displayctl.desk.installation import find_hub_url
    from displayctl.desk.local_hub import start_hub

    if desk.choices.hub or find_hub_url(desk.installation) is not None:
        yield desk.client
        return
    with start_hub(desk.installation, port=0) as local, local.client() as client:
        yield client
