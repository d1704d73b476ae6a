"""Media that are there twice: with the same file, or looking nearly the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from displayctl.api.models import MediumInfo

NEAR_BITS = 3
"""Looks that differ in so few of 64 bits are of the same picture; saving anew and scaling change hardly one."""
_BITS_FOR_ONE = 4
"""For each bit that differs so many have to be set (or not set, of a bright one): nearly plain pictures, as white pages
with a line of letters, have hardly any and would all be alike."""
_BAND_BITS = 16
_MOST_IN_BAND = 200
_SAME_LENGTH_MS = 1000


def twins_of(media: Iterable[MediumInfo]) -> dict[str, tuple[str, ...]]:
    """By id the ids of those that are alike, for media that have any.

    Two looks that differ in three bits agree in one of their four bands at least, so only those are compared.
    """
    sets = _Sets()
    _join_same_files(media := tuple(media), sets)
    _join_near_looks([medium for medium in media if medium.look and _may_differ(int(medium.look, 16))], sets)
    return sets.together()


def _join_same_files(media: Iterable[MediumInfo], sets: _Sets) -> None:
    first: dict[tuple[str, int], str] = {}
    for medium in media:
        if medium.source_sha256 and medium.stream is None:
            sets.join(first.setdefault((medium.source_sha256, medium.page), medium.id), medium.id)


def _join_near_looks(media: list[MediumInfo], sets: _Sets) -> None:
    same: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for medium in media:
        same[medium.look, (medium.duration_ms or 0) // _SAME_LENGTH_MS].append(medium.id)
    for alike in same.values():
        for other in alike[1:]:
            sets.join(alike[0], other)
    bands: defaultdict[tuple[int, int, int], list[tuple[int, str]]] = defaultdict(list)
    for (look, length), alike in same.items():
        value = int(look, 16)
        for number, band in _bands(value):
            bands[number, band, length].append((value, alike[0]))
    for near in bands.values():
        _compare(near[:_MOST_IN_BAND], sets)


def _bands(look: int) -> Iterator[tuple[int, int]]:
    for number in range(64 // _BAND_BITS):
        yield number, look >> (number * _BAND_BITS) & ((1 << _BAND_BITS) - 1)


def _compare(near: list[tuple[int, str]], sets: _Sets) -> None:
    for place, (look, medium_id) in enumerate(near):
        for other_look, other_id in near[place + 1 :]:
            differing = (look ^ other_look).bit_count()
            if differing <= NEAR_BITS and differing <= min(_may_differ(look), _may_differ(other_look)):
                sets.join(medium_id, other_id)


def _may_differ(look: int) -> int:
    """In how many bits at most the look of the same picture differs; 0 of one that is too plain to tell."""
    ones = look.bit_count()
    return min(NEAR_BITS, min(ones, 64 - ones) // _BITS_FOR_ONE)


class _Sets:
    """Which ids belong together."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        if one != other:
            self._parent[self._root(other)] = self._root(one)

    def _root(self, name: str) -> str:
        while (parent := self._parent.get(name, name)) != name:
            self._parent[name] = self._parent.get(parent, parent)
            name = parent
        return name

    def together(self) -> dict[str, tuple[str, ...]]:
        """Each with the others of its set; what is alone is left out."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for name in {*self._parent, *self._parent.values()}:
            members[self._root(name)].append(name)
        return {
            name: tuple(sorted(set(alike) - {name})) for alike in members.values() if len(alike) > 1 for name in alike
        }
