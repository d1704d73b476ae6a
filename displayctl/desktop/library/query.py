"""Finding media: what is typed, chosen and clicked as one value that can be kept, and the order they are shown in."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from displayctl.api.models import MediumInfo, MediumKind
from displayctl.desktop.library.insight import Insight, Smart

LONGEST_WORDS, MOST_SAVED = 200, 40


class Order(StrEnum):
    """What media are sorted by."""

    NEWEST = "newest"
    NAME = "name"
    KIND = "kind"
    DURATION = "duration"
    SIZE = "size"
    EXPIRY = "expiry"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Query:
    """All of it has to hold: every word (in title, file, folder or tags), the kind, the folder with those in it
    (None: any), a tag, a smart filter."""

    words: str = ""
    kind: MediumKind | None = None
    folder: str | None = None
    tag: str = ""
    smart: Smart | None = None

    @property
    def is_everything(self) -> bool:
        """Whether it lets every medium through."""
        return self == Query()


class Texts:
    """The words of media, made once for each version of them: typing asks for ten thousand at every letter."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, str]] = {}

    def of(self, medium: MediumInfo) -> str:
        """Everything that a search looks at, case-folded."""
        known = self._known.get(medium.id)
        if known is not None and known[0] == medium.version:
            return known[1]
        text = "\n".join((medium.title, medium.source_name, medium.folder, *medium.tags)).casefold()
        self._known[medium.id] = (medium.version, text)
        return text

    def forget_others(self, media: Collection[MediumInfo]) -> None:
        """Let go of the words of media that are gone."""
        if len(self._known) > len(media) + 100:
            there = {medium.id for medium in media}
            self._known = {name: known for name, known in self._known.items() if name in there}


def found(media: Iterable[MediumInfo], query: Query, insight: Insight, texts: Texts) -> list[MediumInfo]:
    """Those that `query` lets through, in their order."""
    if query.is_everything:
        return list(media)
    words = query.words[:LONGEST_WORDS].casefold().split()
    held = insight.of(query.smart) if query.smart is not None else None
    inside = None if query.folder is None else f"{query.folder}/"
    return [
        medium
        for medium in media
        if (query.kind is None or medium.kind is query.kind)
        and (held is None or medium.id in held)
        and (inside is None or not query.folder or f"{medium.folder}/".startswith(inside))
        and (inside is None or query.folder or not medium.folder)
        and (not query.tag or query.tag in medium.tags)
        and (not words or _has(texts.of(medium), words))
    ]


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


_KEYS: dict[Order, Callable[[MediumInfo], Any]] = {
    Order.NEWEST: attrgetter("created_at"),
    Order.NAME: lambda medium: medium.title.casefold(),
    Order.KIND: lambda medium: (medium.kind.value, medium.title.casefold()),
    Order.DURATION: lambda medium: -(medium.played_ms or 0),
    Order.SIZE: lambda medium: -medium.size_bytes,
    Order.EXPIRY: lambda medium: medium.expires_at.timestamp() if medium.expires_at is not None else float("inf"),
    Order.FOLDER: lambda medium: (medium.folder.casefold(), medium.title.casefold()),
}


def in_order(media: Iterable[MediumInfo], order: Order, *, backwards: bool = False) -> list[MediumInfo]:
    """Media sorted: names from A, the newest, longest and largest first, the sooner expiring first."""
    return sorted(media, key=_KEYS[order], reverse=backwards != (order is Order.NEWEST))


class Ordered:
    """Media in the order that was wanted last: sorted when there are others, or another order, not at each letter."""

    def __init__(self) -> None:
        self._media: tuple[MediumInfo, ...] = ()
        self._wanted: tuple[Order, bool] | None = None
        self._ordered: list[MediumInfo] = []

    def of(self, media: tuple[MediumInfo, ...], order: Order, *, backwards: bool = False) -> Collection[MediumInfo]:
        """`media` sorted; they are taken to be the same ones where they are the same object."""
        if media is not self._media or self._wanted != (order, backwards):
            self._media, self._wanted = media, (order, backwards)
            self._ordered = in_order(media, order, backwards=backwards)
        return self._ordered


def query_to_text(query: Query) -> str:
    """A query as it is kept in preferences."""
    return json.dumps(asdict(query))


def query_from_text(text: str) -> Query | None:
    """None for what is no query (any more), as from a newer version."""
    try:
        plain = json.loads(text)
        return Query(
            words=str(plain.get("words", ""))[:LONGEST_WORDS],
            kind=MediumKind(plain["kind"]) if plain.get("kind") else None,
            folder=None if plain.get("folder") is None else str(plain["folder"])[:LONGEST_WORDS],
            tag=str(plain.get("tag", ""))[:LONGEST_WORDS],
            smart=Smart(plain["smart"]) if plain.get("smart") else None,
        )
    except (ValueError, AttributeError, TypeError, KeyError):
        return None
