"""`displayctl report`: what was planned, what was really played, and what became of emergencies."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli import air_reports, incidents
from displayctl.cli.frame import Answer, Desk, command, group, table
from displayctl.cli.spans import CsvOption, FromOption, OneWallOption, ToOption, ZoneOption

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.device_reports import JournalComparison
    from displayctl.api.models import PlayedReport

app = group("Reports for those who paid and those who promised.")
air_reports.register(app)
incidents.register(app)


@command(app, "plays")
def plays(
    desk: Desk,
    starts: FromOption = "",
    ends: ToOption = "",
    display: OneWallOption = "",
    zone: ZoneOption = "Asia/Makassar",
    csv: CsvOption = None,
) -> Answer:
    """Compare what was planned with what the walls presented."""
    from displayctl.cli.finding import wall_id
    from displayctl.cli.reading import read_span

    begins, end = read_span(desk.clock.now(), starts, ends, zone)
    wall = wall_id(desk.client, display)
    report = desk.client.played_report(begins, end, wall)
    if csv is not None:
        from displayctl.desk.saving import save_file

        save_file(csv, desk.client.played_report_csv(begins, end, wall))
    return Answer(report, _grid(report))


@command(app, "export")
def export(
    desk: Desk,
    display: Annotated[str, typer.Argument(metavar="WALL", help="A wall's id or name.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it; one signed batch a line.")],
) -> Answer:
    """Write the signed journals of a wall's players to a file that anybody can verify."""
    from displayctl.cli.finding import wall_id
    from displayctl.desk.saving import save_pieces

    wall = wall_id(desk.client, display)
    size = save_pieces(file, desk.client.journal_lines(wall))
    return Answer({"display_id": wall, "file": str(file), "size_bytes": size}, f"{file}: {size} bytes")


@command(app, "verify")
def verify(
    desk: Desk,
    display: OneWallOption = "",
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="An export, without any hub.")] = None,
) -> Answer:
    """Check that nobody changed, deleted or reordered what the walls' players signed."""
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import wall_id
    from displayctl.desk.proving import prove_file, prove_lines

    if file is not None:
        proofs, comparisons = {str(file): prove_file(file)}, {}
    else:
        walls = (
            [wall_id(desk.client, display)] if display else [part.id for part in desk.client.parts(PartKind.DISPLAY)]
        )
        proofs = {wall: prove_lines(desk.client.journal_lines(wall)) for wall in walls}
        comparisons = {wall: desk.client.compare_journal(wall) for wall in walls}
    complaints = tuple(f"{name}: {finding}" for name, proof in proofs.items() for finding in proof.findings)
    complaints += tuple(_differences(each) for each in comparisons.values() if each.altered or each.missing)
    rows = [
        (name, chain.device_id[:12], chain.first, chain.last, chain.plays, chain.lost, len(chain.findings))
        for name, proof in proofs.items()
        for chain in proof.journals
    ]
    columns = ("of", "device", "from entry", "to entry", "plays", "lost by the device", "findings")
    data = {"proofs": {name: asdict(proof) for name, proof in proofs.items()}, "findings": complaints}
    return Answer(data, table(columns, rows, "no journal has arrived yet"), complaints)


def _differences(found: JournalComparison) -> str:
    return (
        f"{found.display_id}: the hub's play records are not what was signed: {found.altered} were altered, "
        f"{found.missing} are missing; bring back a backup, the journals themselves tell the truth"
    )


def _grid(report: PlayedReport) -> RenderableType:
    rows = [
        (
            row.display_id,
            row.slot_name or "-",
            row.medium_title or row.medium_id,
            row.planned_plays,
            row.played_plays,
            f"{row.planned_seconds:.0f} s",
            f"{row.played_seconds:.0f} s",
            row.late_frames + row.dropped_frames,
        )
        for row in report.rows
    ]
    columns = ("wall", "booking", "medium", "planned", "played", "planned time", "played time", "frames late or lost")
    return table(columns, rows, "nothing was planned or played in that time")
