"""`displayctl account`: one's own password, second factor and sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table
from displayctl.cli.secrets import PasswordFile, as_qr, read_code, read_new_password, read_password

if TYPE_CHECKING:
    from displayctl.api.client import HubClient

app = group("Your own account: password, second factor, sessions.")


@command(app, "password")
def password(
    desk: Desk,
    password_file: PasswordFile = None,
    new_password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take the new password from the first line of this file.")
    ] = None,
) -> Answer:
    """Choose another password; your other sessions are closed."""
    present = read_password("Present password", password_file)
    new = read_new_password("New password", new_password_file)
    desk.client.accounts.change_password(present, new)
    return Answer({"changed": True}, "the password is changed; your other sessions are closed")


@command(app, "second-factor")
def second_factor(desk: Desk) -> Answer:
    """Set up an authenticator app: shows a QR code, asks for a code, tells recovery codes."""
    codes = set_up_second_factor(desk, desk.client)
    return Answer({"recovery_codes": codes}, recovery_words(codes))


@command(app, "sessions")
def sessions(desk: Desk) -> Answer:
    """List your open sessions."""
    found = desk.client.accounts.sessions()
    rows = [
        (each.id, f"{each.last_used_at:%Y-%m-%d %H:%M} UTC", each.address, each.client, "this one" * each.this_one)
        for each in found
    ]
    return Answer(found, table(("session", "last used", "from", "with", ""), rows, "no session is open"))


@command(app, "close-session")
def close_session(desk: Desk, session: Annotated[str, typer.Argument(help="Its id, from the list.")]) -> Answer:
    """Close one of your sessions."""
    desk.client.accounts.close_session(session)
    return Answer({"closed": session}, f"closed {session}")


def set_up_second_factor(desk: Desk, client: HubClient) -> tuple[str, ...]:
    """Walks a person through it; the recovery codes. Raises HubError, NotTyped."""
    from displayctl.api.errors import WrongRequest

    setup = client.accounts.begin_second_factor()
    desk.say(f"Scan this with an authenticator app, or type the secret {setup.secret}\n\n{as_qr(setup.uri)}")
    while True:
        code = read_code("Code that the app shows", "run this at a terminal: displayctl account second-factor")
        try:
            return client.accounts.confirm_second_factor(code).codes
        except WrongRequest as error:
            desk.say(str(error))


def recovery_words(codes: tuple[str, ...]) -> str:
    lines = "\n".join(f"  {code}" for code in codes)
    return f"the second factor is set up. Write these recovery codes down; each works once in place of a code:\n{lines}"
