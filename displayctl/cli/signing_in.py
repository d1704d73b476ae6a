"""`displayctl login`, `logout` and `whoami`: a session with the hub, kept for the commands of this user."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command
from displayctl.cli.secrets import PasswordFile, read_code, read_password

if TYPE_CHECKING:
    from displayctl.api.accounts import SessionOpened, SignIn, WhoAmI
    from displayctl.api.client import HubClient

CodeOption = Annotated[str, typer.Option("--code", help="The code of the authenticator, or a recovery code.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to `app`."""
    command(app, "login")(log_in)
    command(app, "logout")(log_out)
    command(app, "whoami")(who_am_i)


def log_in(
    desk: Desk,
    name: Annotated[str, typer.Argument(help="Your name at the hub.")],
    password_file: PasswordFile = None,
    code: CodeOption = "",
) -> Answer:
    """Sign in at the hub; this user's commands are signed in from then on."""
    from displayctl.api.accounts import SignIn

    wish = SignIn(name=name, password=read_password("Password", password_file), code=code, client=client_name())
    with desk.anonymous() as client:
        opened = sign_in(client, wish)
    desk.keep_session(opened.token)
    return Answer(opened.me, f"signed in as {opened.me.name}: {words_of(opened.me)}")


def log_out(
    desk: Desk, everywhere: Annotated[bool, typer.Option("--everywhere", help="Close all of your sessions.")] = False
) -> Answer:
    """Close the session, and forget it here."""
    from displayctl.api.errors import NotAllowed

    try:
        if everywhere:
            desk.client.accounts.sign_out_everywhere()
        else:
            desk.client.accounts.sign_out()
    except NotAllowed:
        pass  # it was over already
    desk.forget_session()
    return Answer({"signed_in": False}, "signed out")


def who_am_i(desk: Desk) -> Answer:
    """Tell who you are for the hub, and which rights you have."""
    me = desk.client.accounts.who_am_i()
    return Answer(me, f"{me.name}: {words_of(me)}")


def sign_in(client: HubClient, wish: SignIn) -> SessionOpened:
    """Signs in, asking for a code where one is needed. Raises HubError, NotTyped."""
    from displayctl.api.errors import SecondFactorNeeded

    try:
        return client.accounts.sign_in(wish)
    except SecondFactorNeeded:
        return client.accounts.sign_in(wish.model_copy(update={"code": read_code("Code of the authenticator")}))


def client_name() -> str:
    """What the list of sessions says of this command line."""
    return f"displayctl on {platform.node()} ({os.name})"[:100]


def words_of(me: WhoAmI) -> str:
    """What somebody may do, in words."""
    if me.kind == "desk":
        return "everything, as the desk of this machine; there are no accounts yet"
    if me.kind == "recovery":
        return "only first aid, as the desk of this machine; sign in with: displayctl login NAME"
    if me.must_change_password:
        return "nothing before you choose a password of your own: displayctl account password"
    rights = ", ".join(grant_words(grant.role, grant.group) for grant in me.grants) or "nothing"
    due = "; to be administrator set up a second factor: displayctl account second-factor"
    return rights + (due if me.second_factor_due else "")


def grant_words(role: str, group: str) -> str:
    return str(role) if group == "*" else f"{role} of {group}"
