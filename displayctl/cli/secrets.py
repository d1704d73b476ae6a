"""Passwords and codes on the command line: typed where nobody sees them, or in a file; never an argument."""

from __future__ import annotations

import getpass
import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from displayctl.cli.errors import NotTyped

VARIABLE = "DISPLAYCTL_PASSWORD_FILE"
LARGEST_BYTES = 1024
LARGEST_ADDRESS = 4096
PasswordFile = Annotated[
    Path | None,
    typer.Option("--password-file", metavar="FILE", help="Take the password from the first line of this file."),
]


def read_password(words: str, file: Path | None = None) -> str:
    """A password from `file`, from that which DISPLAYCTL_PASSWORD_FILE names, or typed. Raises NotTyped, OSError."""
    given = file or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if given is not None:
        with given.open(encoding="utf-8") as lines:
            return lines.readline(LARGEST_BYTES).rstrip("\r\n")
    if not sys.stdin.isatty():
        raise NotTyped("a password is needed, and nobody is here to type it; give it in a file with --password-file")
    return getpass.getpass(f"{words}: ")


def read_new_password(words: str, file: Path | None = None) -> str:
    """As `read_password`, but typed twice, so that a slip of the finger locks nobody out."""
    first = read_password(words, file)
    if file is None and not os.environ.get(VARIABLE) and read_password("Once more") != first:
        raise NotTyped("the two passwords are not the same; try again")
    return first


def read_address(given: str) -> str:
    """`given`, or for ``-`` what is typed unseen or piped in, as an address may hold a password."""
    if given != "-":
        return given
    if sys.stdin.isatty():
        return getpass.getpass("Address: ").strip()
    return sys.stdin.readline(LARGEST_ADDRESS).strip()


def read_code(words: str, otherwise: str = "give it with --code") -> str:
    """A code from an authenticator. Raises NotTyped, with what to do `otherwise`, where nobody is there to type it."""
    if not sys.stdin.isatty():
        raise NotTyped(f"a code of the authenticator is needed, and nobody is here to type it; {otherwise}")
    return input(f"{words}: ").strip()


def as_qr(text: str) -> str:
    """`text` as a QR code of block letters."""
    import segno  # slow to import, and few commands draw

    out = io.StringIO()
    segno.make(text, error="m").terminal(out, compact=True)
    return out.getvalue()
