"""Who visits the pages: a person of an agency by their cookie, with the rights of that agency and no others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

from displayctl.api.accounts import Role
from displayctl.hub.access import Origin
from displayctl.hub.asking import Asker, AskerKind
from displayctl.hub.errors import NotAuthorised, NotPrivate, PagesClosed, WrongWish

if TYPE_CHECKING:
    from displayctl.hub.services import Services

ROOT = "/permohonan"
COOKIE, LANGUAGE = "permohonan", "permohonan-bahasa"
_OWN_SITE = ("same-origin", "none")


def visitor_of(hub: Services, scope: Scope, origin: Origin) -> Asker:
    """Who visits; nobody, while they have not signed in.

    Raises PagesClosed while the office does not want these pages, NotPrivate for a visitor whose password anybody
    on the way could read.
    """
    if not hub.requests.handling.settings().page:
        raise PagesClosed("this hub has no page for requests; the office can switch it on in its settings")
    if scope["scheme"] != "https" and not origin.is_local:
        raise NotPrivate("this page is served over https alone; open it with https://")
    nobody = Asker(AskerKind.NOBODY, name=origin.desk, address=origin.address)
    token = cookie_of(Headers(scope=scope))
    try:
        asker = hub.access.identify(token, origin) if token else nobody
    except NotAuthorised:
        return nobody
    if asker.kind is not AskerKind.PERSON:
        return nobody
    return replace(asker, grants=tuple(grant for grant in asker.grants if grant.role is Role.AGENCY))


def cookie_of(headers: Headers, name: str = COOKIE) -> str:
    """The value of a cookie of ours; empty where there is none."""
    return cookie_parser(headers.get("cookie", "")).get(name, "")[:200]


def check_same_site(headers: Headers) -> None:
    """Raises WrongWish for a form that another site has sent with this person's browser."""
    origin, site = headers.get("origin", ""), headers.get("sec-fetch-site", "same-origin")
    foreign = origin not in ("", "null") and origin.partition("://")[2] != headers.get("host", "")
    if foreign or site not in _OWN_SITE:
        raise WrongWish("form", "this form was sent by another site; open the page itself")
