"""`displayctl trust-hub`: pin a hub in the network, once a person has compared its fingerprint."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command


def register(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "trust-hub")(trust)


def trust(
    desk: Desk,
    url: Annotated[str, typer.Argument(metavar="URL", help="The hub's address, as https://192.168.1.10:8765.")],
    fingerprint: Annotated[
        str, typer.Option(metavar="HEX", help="What `displayctl hub` printed on the hub's own machine.")
    ] = "",
) -> Answer:
    """Pin a hub in the network: from then on this desk speaks to that hub and to none that stands in its place."""
    from displayctl.desk.known_hubs import ask_for_pin, trust_hub
    from displayctl.errors import HubUnknown

    if not fingerprint:
        found = ask_for_pin(url).fingerprint
        if not sys.stdin.isatty():
            raise HubUnknown(
                f"the hub at {url} shows {found}; compare it with what the hub's own machine says, then run this "
                "again with --fingerprint"
            )
        typer.echo(f"{url} shows the fingerprint\n  {found}", err=True)
        typer.confirm("Is it the same on the hub's own machine?", abort=True, err=True)
        fingerprint = found
    pin = trust_hub(desk.installation, url, fingerprint)
    return Answer({"url": url, "fingerprint": pin.fingerprint}, f"{url} is pinned: {pin.fingerprint}")
