"""Why a wall did not show what its programme promised: what it told of that programme then, and showed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from displayctl.api.absence import Verdict
from displayctl.api.models import Receipt, ReceiptStage
from displayctl.hub.storage import UnitOfWork
from schedules.proof import PlayRecord, ShowingKind
from schedules.span import Span

NOT_TOLD = "what it had fetched of the programme by then is not known any more"


@dataclass(frozen=True, slots=True)
class Promise:
    """A stretch in which the programme of `revision` was to show something."""

    revision: int
    span: Span


def why_unshown(
    work: UnitOfWork, display_id: str, promises: tuple[Promise, ...], records: Iterable[PlayRecord]
) -> dict[str, object]:
    """The verdict, with the fields of an `Absence` that it tells of; `promises` has at least one."""
    told: dict[str, object] = {"at": promises[0].span.starts}
    meanwhile = [record for record in records if any(_touch(record, each.span) for each in promises)]
    if meanwhile and all(record.kind is ShowingKind.ALERT for record in meanwhile):
        return {"verdict": Verdict.ALERT, **told}
    steps = {each.revision: work.publications.steps(display_id, each.revision) for each in promises}
    for each in promises:
        hindrance = _hindrance(_said(steps[each.revision], each.span))
        if hindrance:
            return {**hindrance, "at": each.span.starts}
    programmes = [record for record in meanwhile if record.kind is not ShowingKind.ALERT]
    if programmes and all(_is_older(record, promises) for record in programmes):
        return {"verdict": Verdict.OLDER_PROGRAMME, **told}
    if not meanwhile:
        return {"verdict": Verdict.AWAY, **told}
    known = any(step.at is not None and step.at < each.span.ends for each in promises for step in steps[each.revision])
    return {"verdict": Verdict.OTHERS_SHOWN, "detail": "" if known else NOT_TOLD, **told}


def _said(steps: tuple[Receipt, ...], span: Span) -> tuple[Receipt, ...]:
    """What held in `span` by what the wall had told; where it told nothing by then, what it lacked the first time."""
    before = [step for step in steps if step.at is not None and step.at < span.ends]
    if not before:
        return tuple(step for step in steps[:1] if step.missing_assets)
    held = [step for step in before if step.at is not None and step.at <= span.starts]
    return (*held[-1:], *before[len(held) :])


def _hindrance(said: tuple[Receipt, ...]) -> dict[str, object]:
    for step in said:
        if step.stage is ReceiptStage.REFUSED:
            return {"verdict": Verdict.REFUSED, "detail": step.detail}
        if step.stage is ReceiptStage.RECEIVED or step.missing_assets:
            return {"verdict": Verdict.INCOMPLETE, "detail": str(step.missing_assets)}
    return {}


def _is_older(record: PlayRecord, promises: tuple[Promise, ...]) -> bool:
    return all(record.revision < each.revision for each in promises if _touch(record, each.span))


def _touch(record: PlayRecord, span: Span) -> bool:
    return record.starts < span.ends and record.ends > span.starts
