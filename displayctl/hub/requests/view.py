"""A stored request as it is told: in a line, or whole with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

from displayctl.api.models import PartKind
from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import SPOKEN, TOLD_TO_AGENCIES, RequestLinkKind, RequestStepKind, Side
from displayctl.api.requests import Check, Request, RequestBrief, RequestFile, RequestLink
from displayctl.hub.asking import current_asker
from displayctl.hub.repositories.request_things import Link, StoredFile
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.requests.sides import side_of
from displayctl.hub.storage import UnitOfWork

PART_KINDS = {RequestLinkKind.PLAYLIST: PartKind.PLAYLIST, RequestLinkKind.SLOT: PartKind.SLOT}


def brief_of(work: UnitOfWork, request: StoredRequest) -> RequestBrief:
    """The request in a line."""
    return briefs_of(work, (request,))[0]


def briefs_of(work: UnitOfWork, requests: Iterable[StoredRequest]) -> tuple[RequestBrief, ...]:
    """Requests in a line each, in their order."""
    listed, settings = tuple(requests), work.requests.settings()
    ids, things = [each.id for each in listed], work.request_things
    files, newest = things.file_counts(ids), things.newest_steps(ids)
    return tuple(
        RequestBrief(
            **_line(each, settings), files=files.get(each.id, 0), agency_spoke=_agency_spoke(newest.get(each.id))
        )
        for each in listed
    )


def whole_of(work: UnitOfWork, request: StoredRequest) -> Request:
    """The request with what happened to it, its files, and what was made from it; an agency that asks is told what
    concerns it, not how the office works.
    """
    settings, things = work.requests.settings(), work.request_things
    files = things.files(request.id)
    whole = Request(
        **_line(request, settings),
        files=len(files),
        agency_spoke=_agency_spoke(things.newest_steps([request.id]).get(request.id)),
        phone=request.draft.phone,
        letter_date=request.draft.letter_date,
        text=request.draft.text,
        asked_by=request.asked_by,
        checks=checks_of(request, settings),
        attachments=tuple(map(_file, files)),
        links=_links(work, things.links(request.id)),
        steps=things.steps(request.id),
        same_letter=work.requests.same_letter(request),
        answer=request.answer,
        answered_at=request.answered_at,
    )
    return _for_its_agency(whole) if side_of(current_asker()) is Side.AGENCY else whole


def _for_its_agency(request: Request) -> Request:
    steps = tuple(
        step if step.side is Side.AGENCY else step.model_copy(update={"by": ""})
        for step in request.steps
        if step.kind in TOLD_TO_AGENCIES
    )
    files = tuple(file.model_copy(update={"medium_id": ""}) for file in request.attachments)
    return request.model_copy(update={"checks": (), "links": (), "steps": steps, "attachments": files})


def checks_of(request: StoredRequest, settings: RequestSettings) -> tuple[Check, ...]:
    """The office's rules in their order, as far as they were looked at for this request."""
    known = {check.rule: check for check in request.checks}
    return tuple(known.get(rule.id, Check(rule=rule.id)) for rule in settings.rules)


def _agency_spoke(newest: tuple[RequestStepKind, Side] | None) -> bool:
    return newest is not None and newest[0] in SPOKEN and newest[1] is Side.AGENCY


def _line(request: StoredRequest, settings: RequestSettings) -> dict[str, object]:
    draft = request.draft
    return {
        "id": request.id,
        "version": request.version,
        "state": request.state,
        "agency": draft.agency,
        "agency_name": settings.agency_name(draft.agency),
        "title": draft.title,
        "letter_number": draft.letter_number,
        "contact": draft.contact,
        "wish": draft.wish,
        "from_page": request.from_page,
        "created_at": request.created_at,
        "updated_at": request.updated_at,
    }


def _file(file: StoredFile) -> RequestFile:
    return RequestFile(**{name: getattr(file, name) for name in RequestFile.model_fields})


def _links(work: UnitOfWork, links: tuple[Link, ...]) -> tuple[RequestLink, ...]:
    media = work.media.several(link.target_id for link in links if link.kind is RequestLinkKind.MEDIUM)
    titles = {medium.id: medium.title for medium in media}
    return tuple(
        RequestLink(kind=link.kind, id=link.target_id, name=titles.get(link.target_id, "") or _part_name(work, link))
        for link in links
    )


def _part_name(work: UnitOfWork, link: Link) -> str:
    kind = PART_KINDS.get(link.kind)
    found = None if kind is None else work.parts.find(kind, link.target_id)
    return "" if found is None else found.name
