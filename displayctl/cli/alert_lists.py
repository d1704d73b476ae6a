"""`displayctl alert`: what stands on the walls, what each has said of it, and the prepared texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.alerts import app as app
from displayctl.cli.emergency_wishes import templates_of
from displayctl.cli.frame import Answer, Desk, command, table

if TYPE_CHECKING:
    from displayctl.api.models import AlertInfo


@command(app, "list")
def list_alerts(desk: Desk) -> Answer:
    """List the messages the hub carries."""
    from schedules.codec import alert_from_dict

    alerts = desk.client.alerts()
    rows = [
        (
            alert.id,
            alert.value["headline"],
            _state(alert),
            f"{alert_from_dict(alert.value).expires:%Y-%m-%d %H:%M:%S}",
            ", ".join(alert.value["display_ids"]) or "all",
            f"{_shown(alert)} of {len(alert.walls)}" if alert.walls else str(_shown(alert)),
            ", ".join(sorted(alert.missing)),
        )
        for alert in alerts
    ]
    columns = ("id", "text", "state", "ends (UTC)", "walls", "shown", "missing")
    return Answer(alerts, table(columns, rows, "there is no alert"))


@command(app, "show")
def show(
    desk: Desk,
    alert: Annotated[str, typer.Argument(metavar="ALERT", help="Its id, or the beginning of its text.")],
) -> Answer:
    """Show what each wall has said of a message."""
    from displayctl.cli.finding import pick

    alerts = desk.client.alerts()
    live = tuple(each for each in alerts if each.live and _headline(each).casefold().startswith(alert.casefold()))
    found = pick(alert, live or alerts, "alert", lambda each: each.id, _headline)
    walls = sorted({*found.walls, *found.receipts, *found.missing})
    rows = []
    for wall in walls:
        said = found.receipts.get(wall)
        moments = (said.received_at, said.shown_at, said.ended_at) if said is not None else (None, None, None)
        why = said.why.value if said is not None and said.why is not None else ""
        cells = (f"{moment:%H:%M:%S}" if moment is not None else "" for moment in moments)
        missing = found.missing[wall].value if wall in found.missing else ""
        rows.append((wall, *cells, why, said.frame[:12] if said is not None else "", missing))
    columns = ("wall", "arrived (UTC)", "shown", "ended", "why", "frame", "missing")
    return Answer(found, table(columns, rows, "no wall has said anything yet"))


@command(app, "templates")
def templates(desk: Desk) -> Answer:
    """List the prepared texts and the fields that each asks for."""
    found = templates_of(desk)
    rows = [
        (
            each.id,
            each.title(),
            each.level.name,
            each.sound.value,
            f"{int(each.duration.total_seconds() // 60)} min",
            ", ".join(f"{field.name}*" if field.required else field.name for field in each.fields),
        )
        for each in found.all
    ]
    data = [
        {
            "id": each.id,
            "name": dict(each.name),
            "level": each.level.name.lower(),
            "sound": each.sound.value,
            "minutes": int(each.duration.total_seconds() // 60),
            "evacuation": each.evacuation,
            "fields": [
                {"name": field.name, "label": dict(field.label), "required": field.required, "example": field.example}
                for field in each.fields
            ],
        }
        for each in found.all
    ]
    columns = ("id", "text", "level", "sound", "length", "fields (* needed)")
    return Answer(data, table(columns, rows, "there are no templates"), found.complaints)


def _state(alert: AlertInfo) -> str:
    state = "live" if alert.live else "over"
    return f"{state}, drill" if alert.value.get("drill") else state


def _headline(alert: AlertInfo) -> str:
    return str(alert.value["headline"])


def _shown(alert: AlertInfo) -> int:
    return sum(receipt.shown_at is not None for receipt in alert.receipts.values())
