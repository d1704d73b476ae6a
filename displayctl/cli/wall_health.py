"""How a wall is doing, as lines and a table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from displayctl.cli.frame import Answer, plain, table

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.models import Document
    from displayctl.api.wall_health import Checkup, HourFigures, WallHealth

_HEADINGS = ("hour", "items", "frames", "late", "dropped", "missing", "seam median", "95 %", "worst", "restarts")


def told(name: str, health: WallHealth, stats: Document, hours: int) -> Answer:
    """`stats` are those of the wall's last heartbeat; of its hours the newest `hours` are told."""
    from rich.console import Group

    shown = health.hours[:hours]
    lines: list[RenderableType] = [f"{name}: {line}" for line in _now(stats)]
    lines.append(table(_HEADINGS, [_row(hour) for hour in shown], "no whole hour has been told of yet"))
    lines += _checked(health.checkup)
    data = {"stats": stats, **plain(health.model_copy(update={"hours": shown}))}
    return Answer(data, Group(*lines), health.warnings)


def _now(stats: Document) -> list[str]:
    if not stats:
        return ["nothing has been heard of its player since the hub was started"]
    lines = [
        f"{stats.get('refresh_hz', 0)} refreshes a second, memory {int(stats.get('memory_bytes', 0)) / 1e6:.0f} MB in "
        f"{stats.get('processes', 0)} processes, {stats.get('stage_restarts', 0)} restarts of the stage"
    ]
    if stats.get("safe_mode"):
        lines.append("in safe mode: part of the programme is left out because the player kept dying")
    return lines


def _row(hour: HourFigures) -> tuple[str, ...]:
    return (
        f"{hour.starts:%Y-%m-%d %H:%M} UTC",
        str(hour.items),
        str(hour.presented),
        str(hour.late),
        str(hour.dropped),
        str(hour.underruns),
        f"{hour.seam_median_ms:.1f} ms",
        f"{hour.seam_p95_ms:.1f} ms",
        f"{hour.seam_max_ms:.1f} ms",
        str(hour.stage_restarts),
    )


def _checked(checkup: Checkup | None) -> list[str]:
    if checkup is None:
        return ["never checked; run at the wall: displayctl-player check"]
    return [f"checked {checkup.measured_at:%Y-%m-%d %H:%M} UTC:", *(f"  {line}" for line in checkup.words)]
