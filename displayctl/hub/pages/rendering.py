"""Templates become pages: everything from outside is escaped, and every answer says what a browser may do with it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.requests import HTTPConnection
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.filters import do_filesizeformat

from displayctl.api.requests import MOST_FILES
from displayctl.hub.asking import AskerKind, current_asker
from displayctl.hub.pages.door import COOKIE, LANGUAGE, ROOT, cookie_of
from displayctl.hub.pages.forms import LARGEST_FORM_BYTES, MOST_SHOWN_MB, token_for
from displayctl.hub.pages.words import LANGUAGES, say, weekday_words
from displayctl.hub.routes.context import services_of
from schedules.calendar_names import ENGLISH_MONTHS, MONTHS

FOLDER = Path(__file__).parent
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""What every answer carries."""


def render(request: Request, template: str, status: int = 200, **facts: object) -> HTMLResponse:
    """A page from `template`, in the visitor's language, whose forms are good for this browser alone."""
    language, secret = language_of(request), cookie_of(request.headers)
    fresh = "" if secret else secrets.token_urlsafe(24)
    zone = ZoneInfo(services_of(request).planning.settings().office.zone)
    words = (
        environment()
        .get_template(template)
        .render(
            language=language,
            other="en" if language == "id" else "id",
            t=partial(say, language),
            token=token_for(secret or fresh),
            signed_in=current_asker().kind is AskerKind.PERSON,
            here=_readable(request),
            root=ROOT,
            days=weekday_words(language),
            day=partial(day_words, language),
            clock=partial(clock_words, language),
            size=partial(size_words, language),
            instant=lambda at: instant_words(language, at.astimezone(zone)),
            most_mb=MOST_SHOWN_MB,
            most_files=MOST_FILES,
            most_bytes=LARGEST_FORM_BYTES - (1 << 20),
            **facts,
        )
    )
    response = HTMLResponse(words, status, {"Cache-Control": "no-store"})
    if fresh:  # something for the first form, that of signing in, to be held against
        set_cookie(request, response, fresh)
    return response


def set_cookie(request: Request, response: Response, value: str, name: str = COOKIE) -> None:
    """A cookie that no script reads and no other site sends; over https it stays there."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, path=ROOT, httponly=True, samesite="strict", secure=secure)


def _readable(request: Request) -> str:
    """The address of the page that is on show: what forms are sent to may have none of its own."""
    return request.url.path.removesuffix("/tambah").removesuffix("/tarik").removesuffix("/keluar")


def language_of(request: HTTPConnection) -> str:
    """The language that the visitor chose; Indonesian until they have."""
    wanted = cookie_of(request.headers, LANGUAGE)
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def day_words(language: str, day: date | None) -> str:
    """As ``23 November 2026``; a dash for none."""
    if day is None:
        return "–"
    return f"{day.day} {(MONTHS if language == 'id' else ENGLISH_MONTHS)[day.month - 1]} {day.year}"


def clock_words(language: str, hour: str) -> str:
    """``08:00`` as it is written in the language."""
    return hour.replace(":", ".") if language == "id" else hour


def size_words(language: str, size_bytes: int) -> str:
    """As ``1,5 MB``."""
    said = do_filesizeformat(size_bytes).replace("Bytes", "B").replace("Byte", "B")
    return said.replace(".", ",") if language == "id" else said


def instant_words(language: str, civil: datetime) -> str:
    """As ``23 November 2026 19.42 WITA``."""
    clock = f"{civil:%H.%M}" if language == "id" else f"{civil:%H:%M}"
    return f"{day_words(language, civil.date())} {clock} {civil.tzname()}"


@cache
def environment() -> Environment:
    """The templates."""
    return Environment(
        autoescape=True,
        loader=FileSystemLoader(FOLDER / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
