"""`displayctl key`: the keys at this desk; made, unlocked, carried to another desk, recovered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.errors import PassphraseNeeded
from displayctl.cli.frame import Answer, Desk, command, group, table
from displayctl.cli.passphrases import FileOption, WhoOption, asked, asked_twice

if TYPE_CHECKING:
    from content.studio.operators import Operator
    from displayctl.desk.unlocking import KeyCabinet

app = group("Your key: with it and its passphrase you sign what walls show.")
Who = Annotated[str, typer.Argument(metavar="WHO", help="The id of a person whose key is at this desk.")]
NewFile = Annotated[Path | None, typer.Option("--new-passphrase-file", metavar="FILE", help="The new one.")]


@command(app, "list")
def list_keys(desk: Desk) -> Answer:
    """List the keys at this desk."""
    cabinet = _cabinet(desk)
    people = cabinet.operators()
    rows = [(person.id, person.name, person.fingerprint) for person in people]
    empty = "the unencrypted keys of a former version; give them to people: displayctl policy adopt"
    text = table(("id", "name", "key"), rows, empty if cabinet.has_former_keys else "there is no key at this desk")
    return Answer({"keys": _plain(people), "former": cabinet.has_former_keys}, text)


@command(app, "make")
def make(
    desk: Desk,
    name: Annotated[str, typer.Argument(help="Your name, as others read it.")],
    id: Annotated[str, typer.Option(help="Made from the name where it is not given.")] = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Make a key for somebody who will sign; others then add it to the policy."""
    passphrase = asked_twice(f"A passphrase for {name}: ", passphrase_file)
    person = _cabinet(desk).keys.make(name, passphrase, id).operator
    hint = f"read this to those who add you: {person.fingerprint}; the key to add is {person.key}"
    return Answer(_plain((person,))[0], f"{person.name} ({person.id}) has a key; {hint}")


@command(app, "passphrase")
def change_passphrase(
    desk: Desk, who: Who, passphrase_file: FileOption = None, new_passphrase_file: NewFile = None
) -> Answer:
    """Give a key another passphrase; copies elsewhere keep the old one."""
    old = asked(f"The passphrase of {who} until now: ", passphrase_file)
    new = asked_twice("The new passphrase: ", new_passphrase_file)
    if new == old:
        raise PassphraseNeeded("the new passphrase is the one until now; give another with --new-passphrase-file")
    _cabinet(desk).keys.change_passphrase(who, old, new)
    return Answer({"changed": who}, f"the key of {who} has its new passphrase")


@command(app, "bring-out")
def bring_out(desk: Desk, who: Who, folder: Annotated[Path, typer.Argument(help="As a USB stick.")]) -> Answer:
    """Copy a key, encrypted as it is, for another desk."""
    path = _cabinet(desk).keys.bring_out(who, folder)
    return Answer({"file": str(path)}, f"{path}: bring it in there with its passphrase, then delete it from the stick")


@command(app, "bring-in")
def bring_in(
    desk: Desk,
    file: Annotated[Path, typer.Argument(help="The file of a key.")],
    passphrase_file: FileOption = None,
) -> Answer:
    """Take a key from another desk."""
    person = _cabinet(desk).keys.bring_in(file, asked("The key's passphrase: ", passphrase_file))
    return Answer(_plain((person,))[0], f"the key of {person.name} is at this desk now")


@command(app, "recovery")
def recovery(
    desk: Desk,
    folder: Annotated[Path, typer.Argument(help="Where to write the file and the page.")],
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Write what brings a lost key back: a file, and a page with a code to print and put into a safe."""
    cabinet = _cabinet(desk)
    person = _one(cabinet, who)
    key = cabinet.unlock(person.id, asked(f"Passphrase of {person.id}: ", passphrase_file))
    made = cabinet.keys.make_recovery(key, folder, desk.clock.now())
    text = f"{made.file} and {made.page}: print the page, put it into a safe, delete it here; keep the file elsewhere"
    return Answer({"file": str(made.file), "page": str(made.page)}, text)


@command(app, "recover")
def recover(
    desk: Desk,
    file: Annotated[Path, typer.Argument(help="The recovery file.")],
    code_file: Annotated[Path | None, typer.Option("--code-file", metavar="FILE", help="The code, in a file.")] = None,
    new_passphrase_file: NewFile = None,
) -> Answer:
    """Bring a lost key back with its recovery file and the code of the printed page."""
    from displayctl.cli.passphrases import asked_code

    code = asked_code("The code of the page: ", code_file, "--code-file")
    new = asked_twice("A new passphrase: ", new_passphrase_file)
    person = _cabinet(desk).keys.recover(file, code, new)
    return Answer(_plain((person,))[0], f"the key of {person.name} is back, with the new passphrase")


@command(app, "remove")
def remove(desk: Desk, who: Who) -> Answer:
    """Forget a key at this desk; elsewhere it still counts until the policy is changed."""
    _cabinet(desk).remove(who)
    return Answer({"removed": who}, f"the key of {who} is no longer at this desk; it counts until the policy drops it")


@command(app, "remember")
def remember(desk: Desk, who: Who, passphrase_file: FileOption = None) -> Answer:
    """Leave a passphrase in the key store of this machine, so that whoever uses this account can sign."""
    passphrase = asked(f"Passphrase of {who}: ", passphrase_file)
    cabinet = _cabinet(desk)
    cabinet.unlock(who, passphrase)
    cabinet.store.remember(who, passphrase)
    return Answer({"remembered": who}, f"this machine's key store keeps the passphrase of {who}")


@command(app, "forget")
def forget(desk: Desk, who: Who) -> Answer:
    """Take a passphrase out of the key store again."""
    _cabinet(desk).store.forget(who)
    return Answer({"forgotten": who}, f"the key store does not keep the passphrase of {who} any more")


def _cabinet(desk: Desk) -> KeyCabinet:
    from displayctl.desk.unlocking import cabinet_at

    return cabinet_at(desk.installation.keys_folder)


def _one(cabinet: KeyCabinet, who: str) -> Operator:
    from displayctl.cli.finding import pick

    people = cabinet.operators()
    wanted = who or (people[0].id if len(people) == 1 else "")
    return pick(wanted, people, "key", lambda person: person.id, lambda person: person.name)


def _plain(people: tuple[Operator, ...]) -> list[dict[str, str]]:
    return [
        {"id": person.id, "name": person.name, "key": person.key, "fingerprint": person.fingerprint}
        for person in people
    ]
