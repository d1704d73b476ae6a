"""Where something is on the desk: a page, a thing on it, and what is done there. Words and windows are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Deed(StrEnum):
    """What is done on arrival."""

    LOOK = "look"
    PAIR = "pair"
    ADD_WALL = "add-wall"
    HEALTH = "health"
    WEEK = "week"
    ADD_FILES = "add-files"
    ANNOUNCE = "announce"
    ADD_STREAM = "add-stream"
    NEW_PLAYLIST = "new-playlist"
    BOOK = "book"
    SEARCH = "search"
    NEW_REQUEST = "new-request"
    FEEDS = "feeds"
    INCIDENTS = "incidents"
    EMERGENCY = "emergency"
    DRILL = "drill"
    SETTINGS = "settings"
    SPEAK = "speak"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name, there the thing `id` (empty: none), on `day` where the page has days, and the `deed`."""

    page: str
    id: str = ""
    deed: Deed = Deed.LOOK
    day: date | None = None
