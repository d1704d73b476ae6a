"""What the door refuses to a visitor of the pages: a page in their language, too, though nobody is known yet."""

from __future__ import annotations

from functools import lru_cache, partial

from fastapi import Response
from fastapi.requests import HTTPConnection
from fastapi.responses import HTMLResponse

from displayctl.hub.pages.complaints import Complaint
from displayctl.hub.pages.door import ROOT
from displayctl.hub.pages.rendering import HEADERS, environment, language_of
from displayctl.hub.pages.words import say

MOST_KEPT = 256


def is_of_pages(path: str) -> bool:
    """Whether an address belongs to the pages, whatever is or is not there."""
    return path == ROOT or path.startswith(f"{ROOT}/")


def refusal(connection: HTTPConnection, complaint: Complaint) -> Response:
    """The page that says `complaint`. It asks no database: whoever floods the door pays for nothing but these words."""
    words = _page(language_of(connection), complaint.key, tuple(sorted(complaint.facts.items())))
    return HTMLResponse(words, complaint.status, {"Cache-Control": "no-store", **HEADERS})


@lru_cache(MOST_KEPT)
def _page(language: str, key: str, facts: tuple[tuple[str, object], ...]) -> str:
    return (
        environment()
        .get_template("problem.html")
        .render(
            language=language,
            other="en" if language == "id" else "id",
            t=partial(say, language),
            token="",
            signed_in=False,
            here=ROOT,
            root=ROOT,
            complaint=Complaint(key, facts=dict(facts)),
        )
    )
