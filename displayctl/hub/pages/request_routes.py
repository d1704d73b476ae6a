"""One's own requests as pages: the list, a new one, and what may be done with one that there is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from displayctl.api.models import PartKind
from displayctl.api.request_states import AGENCY_CHANGES, FOLLOWING, OPEN, RequestState
from displayctl.api.requests import Airings, Reply, Withdrawal
from displayctl.hub.asking import current_asker
from displayctl.hub.errors import NoSuchThing
from displayctl.hub.pages.answering import (
    KNOWN,
    PageRoute,
    go_to,
    require_person,
    require_visitor,
    with_files,
    with_words,
)
from displayctl.hub.pages.asked import creation_of, values_of
from displayctl.hub.pages.complaints import Complaint, complaint_of
from displayctl.hub.pages.door import ROOT
from displayctl.hub.pages.forms import Fields, Form
from displayctl.hub.pages.rendering import render
from displayctl.hub.routes.context import Hub
from displayctl.hub.routes.requests import UNSEEN
from displayctl.hub.services import Services

PAGE = 50
Number = Annotated[str, Path(max_length=40)]
router = APIRouter(route_class=PageRoute)


@router.get(ROOT, include_in_schema=False)
def listed(request: Request, hub: Hub, halaman: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
    if hub.access.who(require_person()).must_change_password:
        return go_to("/sandi")
    require_visitor()
    page = hub.requests.intake.page(offset=(halaman - 1) * PAGE, limit=PAGE)
    return render(request, "list.html", page=page, number=halaman, more=page.total > halaman * PAGE)


@router.get(f"{ROOT}/baru", include_in_schema=False)
def new_page(request: Request, hub: Hub) -> Response:
    require_visitor()
    return _form(request, hub, None, None)


@router.post(f"{ROOT}/baru", include_in_schema=False)
async def create(request: Request, hub: Hub) -> Response:
    agencies = _agencies()
    seen: dict[str, Fields] = {}

    def look(fields: Fields, _: bool) -> None:
        seen["fields"] = dict(fields)
        hub.requests.intake.may_create(creation_of(Form(fields), agencies))

    def work(form: Form) -> Response:
        made = hub.requests.intake.create(creation_of(form, agencies), form.files, from_page=True)
        return go_to(f"/{made.id}?baru=1")

    try:
        return await with_files(request, work, look)
    except KNOWN as error:
        if "fields" not in seen:
            raise
        return await run_in_threadpool(_form, request, hub, Form(seen["fields"]), complaint_of(error))


@router.get(f"{ROOT}/{{id}}", include_in_schema=False)
def one(request: Request, hub: Hub, id: Number, baru: bool = False) -> Response:
    require_visitor()
    return _one(request, hub, id, None, fresh=baru)


@router.post(f"{ROOT}/{{id}}/tambah", include_in_schema=False)
async def add(request: Request, hub: Hub, id: Number) -> Response:
    def work(form: Form) -> Response:
        words = form.word("keterangan").strip()
        reply = Reply(words=words) if words or not form.files else None
        hub.requests.intake.reply(id, reply, form.files)
        return go_to(f"/{id}")

    return await with_files(request, work, lambda _, files: hub.requests.intake.may_reply(id, with_files=files))


@router.post(f"{ROOT}/{{id}}/tarik", include_in_schema=False)
async def withdraw(request: Request, hub: Hub, id: Number) -> Response:
    def work(form: Form) -> Response:
        hub.requests.intake.withdraw(id, Withdrawal(why=form.word("alasan")).why)
        return go_to(f"/{id}")

    return await with_words(request, work, require_visitor)


@router.get(f"{ROOT}/{{id}}/lampiran/{{file}}", include_in_schema=False)
def attachment(hub: Hub, id: Number, file: Annotated[str, Path(max_length=64)]) -> Response:
    require_visitor()
    found, path = hub.requests.files.file(file)
    if found.request_id != id:
        raise NoSuchThing(f"{id:.40} has no such attachment")
    return FileResponse(path, media_type="application/octet-stream", filename=found.name, headers=UNSEEN)


def _agencies() -> tuple[str, ...]:
    """For which agencies the visitor asks."""
    return tuple(grant.group for grant in current_asker().grants)


def _form(request: Request, hub: Services, form: Form | None, complaint: Complaint | None) -> Response:
    settings = hub.requests.handling.settings()
    mine = [agency for agency in settings.agencies if agency.id in _agencies()]
    return render(
        request,
        "new.html",
        200 if complaint is None else complaint.status,
        complaint=complaint,
        values=values_of(form),
        agencies=mine,
        walls=wall_names(hub),
    )


def _one(request: Request, hub: Services, id: str, complaint: Complaint | None, *, fresh: bool) -> Response:
    found = hub.requests.intake.one(id)
    return render(
        request,
        "one.html",
        200 if complaint is None else complaint.status,
        complaint=complaint,
        found=found,
        fresh=fresh,
        walls=wall_names(hub),
        steps=tuple(reversed(found.steps)),
        shown=_by_wall(hub.requests.broadcasts.airings(id)),
        may_add=found.state in OPEN,
        may_attach=found.state in AGENCY_CHANGES,
        may_withdraw=RequestState.WITHDRAWN in FOLLOWING[found.state],
    )


def wall_names(hub: Services) -> dict[str, str]:
    """What agencies may wish for: the walls by id, in the order of their names."""
    with hub.storage.reading() as work:
        named = {part.id: str(part.value["name"]) for part in work.parts.all(PartKind.DISPLAY)}
    return dict(sorted(named.items(), key=lambda wall: wall[1].casefold()))


def _by_wall(airings: Airings) -> tuple[tuple[str, int, object], ...]:
    """Of each wall how often, and when last."""
    walls = sorted({row.display_id for row in airings.rows})
    found = []
    for wall in walls:
        rows = [row for row in airings.rows if row.display_id == wall]
        found.append((wall, sum(row.plays for row in rows), max(row.last for row in rows)))
    return tuple(found)
