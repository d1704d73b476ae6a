"""`displayctl user`: people with accounts, and the first administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.account import recovery_words, set_up_second_factor
from displayctl.cli.errors import NotNamed, NotTyped
from displayctl.cli.frame import Answer, Desk, command, group, table
from displayctl.cli.secrets import PasswordFile, read_new_password
from displayctl.cli.signing_in import client_name, grant_words

if TYPE_CHECKING:
    from displayctl.api.accounts import Grant, UserInfo

app = group("People with accounts, and what they may do.")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="What they sign in with.")]
Roles = Annotated[
    list[str] | None,
    typer.Option(
        "--role",
        metavar="ROLE[:GROUP]",
        help="viewer, editor, approver, duty, technician or administrator; of a group. Or agency:ID.",
    ),
]


@command(app, "list")
def list_users(desk: Desk) -> Answer:
    """List everybody who has an account."""
    users = desk.client.accounts.users()
    rows = [(user.name, user.title, _rights(user), _state(user)) for user in users]
    return Answer(users, table(("name", "person", "may", "state"), rows, "there are no accounts yet"))


@command(app, "add")
def add(
    desk: Desk,
    name: NameArgument,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The person's full name.")] = "",
    role: Roles = None,
    first: Annotated[bool, typer.Option("--first", help="The first administrator, on the hub's own machine.")] = False,
    password_file: PasswordFile = None,
) -> Answer:
    """Add an account. The person replaces the password when they first sign in."""
    from displayctl.api.accounts import UserCreation

    password = read_new_password(f"Password for {name}", password_file)
    if first:
        return _add_first(desk, name, title or name, password)
    wish = UserCreation(name=name, title=title or name, password=password, grants=_grants(role))
    user = desk.client.accounts.create_user(wish)
    return Answer(user, f"added {user.name}: {_rights(user)}; tell them the password, which they will replace")


@command(app, "change")
def change(
    desk: Desk,
    name: NameArgument,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The person's full name.")] = None,
    role: Roles = None,
    enabled: Annotated[bool | None, typer.Option("--enable/--disable", help="Whether they may sign in.")] = None,
) -> Answer:
    """Change what a person may do; roles that are named replace all they had."""
    from displayctl.api.accounts import UserChange

    user = _find(desk, name)
    grants = None if role is None else _grants(role)
    changed = UserChange(version=user.version, title=title, grants=grants, enabled=enabled)
    stored = desk.client.accounts.change_user(user.id, changed)
    return Answer(stored, f"{stored.name}: {_rights(stored)}; {_state(stored) or 'enabled'}")


@command(app, "password")
def password(desk: Desk, name: NameArgument, password_file: PasswordFile = None) -> Answer:
    """Give a person a new password, which they replace; closes their sessions."""
    user = _find(desk, name)
    stored = desk.client.accounts.set_password(user.id, read_new_password(f"Password for {name}", password_file))
    return Answer(stored, f"{name} has a new password; tell it to them")


@command(app, "forget-second-factor")
def forget_second_factor(desk: Desk, name: NameArgument) -> Answer:
    """For a lost phone: the person signs in without a code, and sets up another."""
    stored = desk.client.accounts.drop_second_factor(_find(desk, name).id)
    return Answer(stored, f"{name} has no second factor any more")


@command(app, "sign-out")
def sign_out(desk: Desk, name: NameArgument) -> Answer:
    """Close all sessions of a person."""
    desk.client.accounts.close_sessions(_find(desk, name).id)
    return Answer({"name": name}, f"{name} is signed out everywhere")


@command(app, "recover")
def recover(desk: Desk, name: NameArgument, password_file: PasswordFile = None) -> Answer:
    """First aid on the hub's own machine: let this person in again, as administrator."""
    from displayctl.api.accounts import AdministratorRecovery

    password = read_new_password(f"New password for {name}", password_file)
    with desk.first_aid() as client:
        user = client.accounts.recover_administrator(AdministratorRecovery(name=name, password=password))
    return Answer(user, f"{user.name} can sign in again; then: displayctl account second-factor")


def _add_first(desk: Desk, name: str, title: str, password: str) -> Answer:
    from displayctl.api.accounts import FirstAdministrator, SignIn

    with desk.first_aid() as client:
        user = client.accounts.create_first_administrator(FirstAdministrator(name=name, title=title, password=password))
        opened = client.accounts.sign_in(SignIn(name=name, password=password, client=client_name()))
    desk.keep_session(opened.token)
    try:
        codes = set_up_second_factor(desk, desk.client)
    except NotTyped as error:
        # The account is there all the same; whoever ran this has to know, as a second first one is refused.
        raise NotTyped(f"{name} has an account, but no second factor yet: {error}") from error
    return Answer({"user": user.model_dump(mode="json"), "recovery_codes": codes}, recovery_words(codes))


def _grants(roles: list[str] | None) -> tuple[Grant, ...]:
    from displayctl.api.accounts import ALL_GROUPS, Grant, Role

    found = []
    for text in roles or ():
        word, _, group_name = text.partition(":")
        if word not in set(Role):
            raise NotNamed(f"there is no role {word!r}; choose one of {', '.join(role.value for role in Role)}")
        found.append(Grant(role=Role(word), group=group_name or ALL_GROUPS))
    return tuple(found)


def _find(desk: Desk, name: str) -> UserInfo:
    users = desk.client.accounts.users()
    for user in users:
        if name in (user.name, user.id):
            return user
    raise NotNamed(
        f"nobody is called {name!r}; there are {', '.join(user.name for user in users) or 'no accounts yet'}"
    )


def _rights(user: UserInfo) -> str:
    return ", ".join(grant_words(grant.role.value, grant.group) for grant in user.grants) or "nothing"


def _state(user: UserInfo) -> str:
    facts = ("disabled" * (not user.enabled), "has to choose a password" * user.must_change_password)
    return ", ".join(fact for fact in (*facts, "second factor" * user.has_second_factor) if fact)
