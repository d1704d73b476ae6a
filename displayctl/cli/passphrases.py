"""Passphrases on the command line: typed where nobody sees them, or in a file or variable; never an argument."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.errors import PassphraseNeeded

if TYPE_CHECKING:
    from content.studio.operators import Signatory

FileOption = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="Take the passphrase from the first line of this file."),
]
WhoOption = Annotated[
    str, typer.Option("--as", metavar="WHO", help="Whose key, where several people have theirs here.")
]
AT_HAND = "give it in a file with --passphrase-file, or name that file in DISPLAYCTL_PASSPHRASE_FILE"


def unlocked_key(folder: Path, who: str = "", file: Path | None = None) -> Signatory:
    """Whoever signs here: `who`, else the only one. Asks for the passphrase where it is not at hand.

    Raises PassphraseNeeded where nobody can be asked, ContentError, KeyLocked where it has to be said who signs.
    """
    from displayctl.desk.unlocking import cabinet_at, read_passphrase
    from displayctl.errors import KeyLocked

    cabinet = cabinet_at(folder)
    if file is not None and (who or len(cabinet.operators()) == 1):
        return cabinet.unlock(who or cabinet.operators()[0].id, read_passphrase(file))
    try:
        return cabinet.signatory(who)
    except KeyLocked as error:
        if not error.operator:
            raise
        return cabinet.unlock(error.operator, asked(f"Passphrase of {error.operator}: "))


def asked(words: str, file: Path | None = None) -> str:
    """A passphrase from `file`, the environment, or a person. Raises PassphraseNeeded where nobody can be asked."""
    from displayctl.desk.unlocking import passphrase_at_hand, read_passphrase

    if file is not None:
        return read_passphrase(file)
    found = passphrase_at_hand(os.environ)
    if found is not None:
        return found
    if not sys.stdin.isatty():
        raise PassphraseNeeded(f"a passphrase is needed, and nobody is here to type it; {AT_HAND}")
    return getpass.getpass(words)


def asked_twice(words: str, file: Path | None = None) -> str:
    """A new passphrase: a person types it a second time, so that a slip of the finger locks nobody out."""
    first = asked(words, file)
    if file is None and passphrase_typed() and asked("Once more: ") != first:
        raise PassphraseNeeded("the two are not the same; try again")
    return first


def asked_code(words: str, file: Path | None, option: str) -> str:
    """What is no passphrase, from `file` or a person: what scripts lay ready for passphrases is never taken for it.

    Raises PassphraseNeeded, which names `option`, where nobody can be asked.
    """
    from displayctl.desk.unlocking import read_passphrase

    if file is not None:
        return read_passphrase(file)
    if not sys.stdin.isatty():
        raise PassphraseNeeded(f"a code is needed, and nobody is here to type it; give it in a file with {option}")
    return getpass.getpass(words)


def passphrase_typed() -> bool:
    """Whether passphrases are typed by a person here."""
    from displayctl.desk.unlocking import passphrase_at_hand

    return passphrase_at_hand(os.environ) is None
