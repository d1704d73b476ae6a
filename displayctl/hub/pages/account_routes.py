"""Signing in to the pages and out of them, a password of one's own, and the language."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from displayctl.api.accounts import PasswordChange, Role, SignIn
from displayctl.hub.asking import AskerKind, current_asker
from displayctl.hub.errors import NoSuchThing, NotAuthorised, NotPermitted, ServiceError
from displayctl.hub.pages.answering import KNOWN, PageRoute, go_to, require_person, with_words
from displayctl.hub.pages.complaints import Complaint, complaint_of
from displayctl.hub.pages.door import COOKIE, LANGUAGE, ROOT
from displayctl.hub.pages.forms import Form
from displayctl.hub.pages.rendering import FOLDER, render, set_cookie
from displayctl.hub.pages.words import LANGUAGES
from displayctl.hub.routes.context import Hub
from displayctl.hub.services import Services

CLIENT = "halaman permohonan"
STATIC = {"gaya.css": "text/css; charset=utf-8", "formulir.js": "text/javascript; charset=utf-8"}
router = APIRouter(route_class=PageRoute)


@router.get(f"{ROOT}/masuk", include_in_schema=False)
def sign_in_page(request: Request) -> Response:
    if current_asker().kind is AskerKind.PERSON:
        return go_to("")
    return render(request, "sign_in.html", complaint=None, name="")


@router.post(f"{ROOT}/masuk", include_in_schema=False)
async def sign_in(request: Request, hub: Hub) -> Response:
    def work(form: Form) -> Response:
        try:
            token, must_change = _session(hub, form)
        except KNOWN as error:
            complaint = complaint_of(error)
            return render(request, "sign_in.html", complaint.status, complaint=complaint, name=form.word("nama")[:64])
        response = go_to("/sandi" if must_change else "")
        set_cookie(request, response, token)
        return response

    return await with_words(request, work, allowed=lambda: None)


@router.post(f"{ROOT}/keluar", include_in_schema=False)
async def sign_out(request: Request, hub: Hub) -> Response:
    def work(form: Form) -> Response:
        hub.sign_ins.sign_out()
        response = go_to("/masuk")
        response.delete_cookie(COOKIE, path=ROOT)
        return response

    return await with_words(request, work)


@router.get(f"{ROOT}/sandi", include_in_schema=False)
def password_page(request: Request, hub: Hub) -> Response:
    due = hub.access.who(require_person()).must_change_password
    return render(request, "password.html", complaint=None, due=due)


@router.post(f"{ROOT}/sandi", include_in_schema=False)
async def change_password(request: Request, hub: Hub) -> Response:
    def work(form: Form) -> Response:
        try:
            _change_password(hub, form)
        except KNOWN as error:
            complaint = (
                Complaint("complaint_present") if isinstance(error, NotPermitted) else _password_complaint(error)
            )
            return render(request, "password.html", complaint.status, complaint=complaint, due=False)
        return go_to("")

    return await with_words(request, work)


@router.get(f"{ROOT}/bahasa/{{code}}", include_in_schema=False)
def speak(request: Request, code: str, ke: str = ROOT) -> Response:
    if code not in LANGUAGES:
        raise NoSuchThing(f"there is no language {code!r:.20}")
    inside = ke.startswith(f"{ROOT}/") and "\\" not in ke and ke.isprintable()
    response = go_to(ke.removeprefix(ROOT) if inside else "")
    set_cookie(request, response, code, LANGUAGE)
    return response


@router.get(f"{ROOT}/berkas/{{name}}", include_in_schema=False)
def static(name: str) -> Response:
    if name not in STATIC:
        raise NoSuchThing(f"there is no {name!r:.40}")
    return FileResponse(FOLDER / "static" / name, media_type=STATIC[name], headers={"Cache-Control": "no-cache"})


def _session(hub: Services, form: Form) -> tuple[str, bool]:
    """The token of a new session, and whether a given password has to be replaced. Raises NotAuthorised and what
    signing in raises, NotPermitted for an account of no agency.
    """
    try:
        wish = SignIn(
            name=form.word("nama"), password=form.word("sandi"), code=form.word("kode").strip(), client=CLIENT
        )
    except ValueError as error:
        raise NotAuthorised("no account has such a name or such a password") from error
    opened = hub.sign_ins.sign_in(wish, current_asker().address)
    me = opened.me
    if not me.must_change_password and not any(grant.role is Role.AGENCY for grant in me.grants):
        hub.sign_ins.sign_out()
        raise NotPermitted("this account asks for no agency")
    return opened.token, me.must_change_password


def _change_password(hub: Services, form: Form) -> None:
    present, new, again = (form.word(name) for name in ("sekarang", "baru", "lagi"))
    if new != again:
        raise _NotTheSame("the two new passwords are not the same")
    hub.own_account.change_password(PasswordChange(current=present, new=new))


class _NotTheSame(ServiceError):
    """What was typed twice differs."""


def _password_complaint(error: Exception) -> Complaint:
    if isinstance(error, _NotTheSame):
        return Complaint("complaint_same")
    if isinstance(error, ValueError):
        return Complaint("complaint_password")
    found = complaint_of(error)
    return Complaint("complaint_password") if found.key == "complaint_form" else found
