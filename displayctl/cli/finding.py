"""Finds what a person named on the command line: by id, by exact name, or by the only name that begins like it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TypeVar

from displayctl.api.client import HubClient
from displayctl.api.models import MediumInfo, Part, PartKind
from displayctl.cli.errors import NotNamed

T = TypeVar("T")
PAGE = 500
WORDS = {
    PartKind.DISPLAY: "display",
    PartKind.PLAYLIST: "playlist",
    PartKind.DAYPART: "daypart",
    PartKind.HOLIDAYS: "holiday set",
    PartKind.SLOT: "slot",
    PartKind.TICKER: "ticker",
}


def find_part(client: HubClient, kind: PartKind, named: str) -> Part:
    """The part that `named` means; raises NotNamed, which lists what there is."""
    return pick(named, client.parts(kind), WORDS[kind], lambda part: part.id, lambda part: str(part.value["name"]))


def wall_id(client: HubClient, named: str) -> str:
    """The id of the wall that `named` means, empty where nothing was named; raises NotNamed."""
    return find_part(client, PartKind.DISPLAY, named).id if named else ""


def find_medium(client: HubClient, named: str) -> MediumInfo:
    """The medium that `named` means, by id or by title; raises NotNamed."""
    return pick(named, all_media(client), "medium", lambda medium: medium.id, lambda medium: medium.title)


def all_media(client: HubClient, search: str = "", tag: str = "") -> list[MediumInfo]:
    """The whole library, newest first, page by page."""
    media: list[MediumInfo] = []
    while True:
        page = client.media(search=search, tag=tag, offset=len(media), limit=PAGE)
        media.extend(page.media)
        if not page.media or len(media) >= page.total:
            return media


def pick(named: str, things: Iterable[T], word: str, id_of: Callable[[T], str], name_of: Callable[[T], str]) -> T:
    """The one of `things` that `named` means.

    An id wins over a name, a whole name over a beginning; capitals do not count. Raises NotNamed where nothing or more
    than one fits.
    """
    candidates = list(things)
    wanted = named.strip().casefold()
    tests: tuple[Callable[[T], bool], ...] = (
        lambda thing: id_of(thing) == named,
        lambda thing: name_of(thing).casefold() == wanted,
        lambda thing: bool(wanted) and name_of(thing).casefold().startswith(wanted),
    )
    for fits in tests:
        found = [thing for thing in candidates if fits(thing)]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(id_of(thing) for thing in found[:8])
            raise NotNamed(f"{named!r} means more than one {word}; give the id of one: {ids}")
    raise NotNamed(_nothing(named, word, [name_of(thing) for thing in candidates]))


def _nothing(named: str, word: str, names: list[str]) -> str:
    if not names:
        return f"there is no {word} {named!r}, and none at all yet; add one first"
    near = get_close_matches(named, names, n=3, cutoff=0.5) or sorted(names)[:8]
    return f"there is no {word} {named!r}; there is: {', '.join(near)}"
