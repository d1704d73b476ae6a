"""`displayctl alert`: emergency messages that take the walls at once."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table
from displayctl.cli.passphrases import FileOption, WhoOption

app = group("Emergency messages, above everything else.")


class Level(StrEnum):
    """Indonesia's levels of warning; AWAS takes the whole wall."""

    AWAS = "awas"
    SIAGA = "siaga"
    WASPADA = "waspada"


@command(app, "raise")
def raise_alert(
    desk: Desk,
    text: Annotated[str, typer.Argument(help="The line in large letters.")],
    body: Annotated[str, typer.Option(help="What people should do.")] = "",
    level: Annotated[Level, typer.Option(help="How severe.")] = Level.AWAS,
    display: Annotated[list[str], typer.Option(metavar="WALL", help="Only here; every wall else.")] = [],  # noqa: B006
    minutes: Annotated[int, typer.Option(min=1, max=11520, help="It ends by itself after so long.")] = 30,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Put a message on the walls at once."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from displayctl.desk.alerting import raise_text_alert
    from schedules.alert import AlertLevel

    walls = tuple(find_part(desk.client, PartKind.DISPLAY, each).id for each in display)
    alert = raise_text_alert(
        desk.client,
        desk.signatory(who, passphrase_file),
        text,
        body,
        AlertLevel[level.name],
        walls,
        timedelta(minutes=minutes),
        beliefs=desk.beliefs,
    )
    end = f"displayctl alert cancel {alert.id}"
    return Answer(alert, f"{text!r} is on its way to {len(walls) or 'all'} walls; end it with: {end}")


@command(app, "cancel")
def cancel(
    desk: Desk,
    alert: Annotated[str, typer.Argument(help="Its id, or the beginning of its text.")],
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """End a message now."""
    from displayctl.cli.finding import pick
    from displayctl.desk.alerting import cancel_alert

    found = pick(alert, desk.client.alerts(), "alert", lambda each: each.id, lambda each: str(each.value["headline"]))
    cancel_alert(desk.client, desk.signatory(who, passphrase_file), found.id, beliefs=desk.beliefs)
    return Answer({"cancelled": found.id}, f"{found.value['headline']!r} is taken back")


@command(app, "list")
def list_alerts(desk: Desk) -> Answer:
    """List the messages the hub carries."""
    alerts = desk.client.alerts()
    rows = [
        (
            alert.id,
            alert.value["headline"],
            "live" if alert.live else "over",
            alert.value["expires"],
            ", ".join(alert.value["display_ids"]) or "all",
            ", ".join(
                f"{wall} {said.shown_at:%H:%M:%S}" for wall, said in sorted(alert.receipts.items()) if said.shown_at
            ),
        )
        for alert in alerts
    ]
    return Answer(alerts, table(("id", "text", "state", "ends", "walls", "shown (UTC)"), rows, "there is no alert"))
