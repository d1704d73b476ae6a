"""All commands in one tree. Nothing heavy is imported before a command runs, so that help answers at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from displayctl.cli import (
    absences,
    account,
    alert_lists,
    announcing,
    approving,
    audit,
    backups,
    cards,
    displays,
    exporting,
    feeds,
    fleet,
    founding,
    keys,
    library,
    office,
    playlists,
    policies,
    publishing,
    reports,
    requests,
    signing_in,
    sites,
    slots,
    streams,
    tickers,
    trusting,
    users,
    warnings,
)
from displayctl.cli.frame import Choices, DataOption, HubOption, JsonOption

app = typer.Typer(
    help="The control desk for public LED walls. Without a command it opens the desktop.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for name, part in (
    ("library", library.app),
    ("playlist", playlists.app),
    ("stream", streams.app),
    ("card", cards.app),
    ("ticker", tickers.app),
    ("display", displays.app),
    ("schedule", slots.app),
    ("fleet", fleet.app),
    ("wall", sites.app),
    ("alert", alert_lists.app),
    ("warning", warnings.app),
    ("feed", feeds.app),
    ("report", reports.app),
    ("request", requests.app),
    ("office", office.app),
    ("key", keys.app),
    ("policy", policies.app),
    ("user", users.app),
    ("account", account.app),
    ("audit", audit.app),
    ("backup", backups.app),
):
    app.add_typer(part, name=name)
announcing.register(app)
signing_in.register(app)
publishing.register(app)
approving.register(app)
founding.register(app)
trusting.register(app)
exporting.register(app)
absences.register(app)


@app.callback(invoke_without_command=True)
def desktop(
    context: typer.Context,
    hub: HubOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """The control desk for public LED walls. Without a command it opens the desktop."""
    context.obj = Choices(hub, data, as_json)
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"displayctl {version_of('videotron-displayctl')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(_open_desktop(hub, data))


def _open_desktop(hub: str | None, data: Path | None) -> int:
    from displayctl.cli.screen import require_screen

    require_screen()
    from displayctl.desktop.opening import run
    from displayctl.desktop.options import Options

    return run(Options(data=data, hub=hub))


@app.command("hub")
def serve_hub(
    context: typer.Context,
    data: DataOption = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Beyond loopback: with TLS, once there is an administrator.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8765,
    tls: Annotated[bool, typer.Option("--tls", help="TLS on loopback too.")] = False,
    name: Annotated[list[str] | None, typer.Option(metavar="HOST", help="A further name of this machine.")] = None,
    behind_proxy: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="A proxy whose forwarded headers are believed.")
    ] = None,
    proxy_authority: Annotated[
        Path | None, typer.Option(metavar="PEM", help="The authority of the proxy's certificate, to be pinned.")
    ] = None,
) -> None:
    """Run the hub, until it is stopped by Ctrl+C or a signal."""
    from displayctl.hub.bootstrap import HubConfig, serve

    config = HubConfig(
        data=data or context.obj.data,
        host=host,
        port=port,
        tls=tls,
        names=tuple(name or ()),
        behind_proxy=tuple(behind_proxy or ()),
        proxy_authority=proxy_authority,
    )
    raise typer.Exit(serve(config))
