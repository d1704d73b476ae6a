"""`displayctl audit`: who did what, whether the trail is whole, and a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.errors import TrailBroken
from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from displayctl.api.audit import AuditEntry, AuditVerdict, Head

LONGEST_LINE = 1 << 20
app = group("The audit trail: who did what, when and from where.")


@command(app, "list")
def list_entries(
    desk: Desk,
    who: Annotated[str, typer.Option(metavar="NAME", help="Only what this person did.")] = "",
    action: Annotated[str, typer.Option(metavar="WORD", help="Only actions that begin so, as slot or slot.put.")] = "",
    id: Annotated[str, typer.Option("--id", metavar="ID", help="Only what was done to this thing.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many of the newest.")] = 50,
) -> Answer:
    """List the newest entries."""
    page = desk.client.accounts.audit(actor=who, action=action, id=id, limit=limit)
    rows = [
        (entry.seq, f"{entry.at:%Y-%m-%d %H:%M:%S}", entry.actor_name or "-", entry.address, entry.action, entry.id)
        for entry in page.entries
    ]
    return Answer(page, table(("entry", "at (UTC)", "who", "from", "did", "to"), rows, "nothing matches"))


@command(app, "verify")
def verify(
    desk: Desk,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="Check this export, without a hub.")] = None,
    head: Annotated[str, typer.Option(metavar="ENTRY:HASH", help="An entry that has to be there, noted before.")] = "",
) -> Answer:
    """Find entries that were changed, taken out or moved."""
    if file is not None:
        from displayctl.api.audit import check_chain

        verdict = check_chain(_read(file), _head(head))
    else:
        verdict = desk.client.accounts.verify_audit()
    if verdict.findings:
        raise TrailBroken(f"the audit trail is broken: {'; '.join(verdict.findings)}")
    return Answer(verdict, f"{verdict.entries} entries, none changed or missing; note this: {_note(verdict)}")


@command(app, "export")
def export(
    desk: Desk,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to.")],
    csv: Annotated[bool, typer.Option("--csv", help="For spreadsheets; JSON lines can be verified.")] = False,
) -> Answer:
    """Copy the whole trail out, oldest entry first."""
    from displayctl.desk.saving import save_file

    data = desk.client.accounts.export_audit("csv" if csv else "jsonl")
    save_file(file, data)
    return Answer({"file": str(file), "bytes": len(data)}, f"wrote {file} ({len(data)} bytes)")


def _read(file: Path) -> Iterator[AuditEntry]:
    from pydantic import ValidationError

    from displayctl.api.audit import AuditEntry

    with file.open(encoding="utf-8") as lines:
        number = 0
        while line := lines.readline(LONGEST_LINE):
            number += 1
            try:
                yield AuditEntry.model_validate_json(line)
            except ValidationError as error:
                raise TrailBroken(f"line {number} of {file} is no entry of an audit trail") from error


def _head(text: str) -> Head | None:
    from displayctl.api.audit import Head

    seq, _, digest = text.partition(":")
    if not text:
        return None
    if not seq.isdecimal() or not digest:
        raise TrailBroken(f"{text!r} is not ENTRY:HASH, as `displayctl audit verify` tells it")
    return Head(int(seq), digest)


def _note(verdict: AuditVerdict) -> str:
    return f"{verdict.entries}:{verdict.head}"
