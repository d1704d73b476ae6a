"""Finding anything by a few letters: whole words first, then beginnings, then middles, then with mistakes in typing.

Made for some ten thousand titles; a search takes milliseconds. It knows nothing of windows.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from displayctl.desktop.places import Place

MOST_LETTERS, MOST_WORDS, MOST_FOUND = 80, 6, 12
LONGEST_TITLE = 300
_WORD, _DIGIT = re.compile(r"\w+"), re.compile(r"\d")
_WHOLE, _BEGINS, _INSIDE, _MISTYPED, _BESIDE = 0, 1, 3, 5, 2
_LEAST_INSIDE, _LEAST_MISTYPED, _LEAST_TWICE = 3, 4, 6


class Sort(IntEnum):
    """What is found, in the order in which alike things are offered."""

    PAGE = 0
    COMMAND = 1
    WALL = 2
    PLAYLIST = 3
    SLOT = 4
    MEDIUM = 5


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to go. `note` is told beside the title; by the words of `also` it is found too."""

    sort: Sort
    title: str
    place: Place
    note: str = ""
    also: str = ""


class JumpIndex:
    """The words of targets. Made once, then asked again and again; threads may share it."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = tuple(targets)
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, target in enumerate(self._targets):
            titled = set(words_of(target.title[:LONGEST_TITLE]))
            beside = set(words_of(f"{target.note} {target.also}"[:LONGEST_TITLE])) - titled
            for word in titled:
                places[word].append((number, 0))
            for word in beside:
                places[word].append((number, _BESIDE))
        self._places = dict(places)
        self._vocabulary = sorted(places)
        self._spelled = [(word, _letters(word)) for word in self._vocabulary if not _DIGIT.search(word)]

    def __len__(self) -> int:
        return len(self._targets)

    def of_sort(self, sort: Sort) -> tuple[Target, ...]:
        """All targets of one sort, in their order."""
        return tuple(target for target in self._targets if target.sort is sort)

    def find(self, text: str, most: int = MOST_FOUND) -> tuple[Target, ...]:
        """The targets that have every word of `text`, the best first; none for a text without letters."""
        wanted = words_of(text[:MOST_LETTERS])[:MOST_WORDS]
        found: dict[int, int] | None = None
        for word in wanted:
            costs = self._having(word, most)
            if found is not None:
                costs = {number: cost + found[number] for number, cost in costs.items() if number in found}
            found = costs
        best = heapq.nsmallest(most, (found or {}).items(), key=lambda pair: self._rank(*pair))
        return tuple(self._targets[number] for number, _ in best)

    def _rank(self, number: int, cost: int) -> tuple[int, int, int, str]:
        """Pages and commands stay in the order in which they were told; of things the shorter title comes first."""
        target = self._targets[number]
        order = number if target.sort <= Sort.COMMAND else len(target.title)
        return cost, target.sort, order, target.title

    def _having(self, word: str, most: int) -> dict[int, int]:
        """The numbers of targets with `word`, and what the likeness costs; mistakes count where few have it."""
        costs: dict[int, int] = {}
        for known, cost in self._alike(word):
            self._note(costs, known, cost)
        if len(costs) < most and len(word) >= _LEAST_MISTYPED and not _DIGIT.search(word):
            for known, cost in self._mistyped(word):
                self._note(costs, known, cost)
        return costs

    def _note(self, costs: dict[int, int], known: str, cost: int) -> None:
        for number, beside in self._places[known]:
            if cost + beside < costs.get(number, 1 << 30):
                costs[number] = cost + beside

    def _alike(self, word: str) -> Iterator[tuple[str, int]]:
        at = bisect_left(self._vocabulary, word)
        while at < len(self._vocabulary) and self._vocabulary[at].startswith(word):
            known = self._vocabulary[at]
            yield known, _WHOLE if known == word else _BEGINS
            at += 1
        if len(word) >= _LEAST_INSIDE:
            yield from ((known, _INSIDE) for known in self._vocabulary if word in known)

    def _mistyped(self, word: str) -> Iterator[tuple[str, int]]:
        most = 2 if len(word) >= _LEAST_TWICE else 1
        letters, shortest = _letters(word), len(word) - most
        for known, theirs in self._spelled:
            missing = letters & ~theirs
            if len(known) >= shortest and missing.bit_count() <= most and not _lacks(word, missing, most):
                mistakes = mistakes_at_the_beginning(word, known, most)
                if mistakes is not None:
                    yield known, _MISTYPED + mistakes


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def mistakes_at_the_beginning(word: str, known: str, most: int) -> int | None:
    """How many letters of `word` are wrong, missing, too many or exchanged against some beginning of `known`.

    None where more than `most` are (the optimal string alignment distance, over all beginnings of `known`).
    """
    known = known[: len(word) + most]
    before: list[int] = []
    row = list(range(len(known) + 1))
    for at, letter in enumerate(word, 1):
        older, before, row = before, row, [at]
        for place, theirs in enumerate(known, 1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != theirs))
            if at > 1 and place > 1 and letter == known[place - 2] and word[at - 2] == theirs:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    least = min(row)
    return least if least <= most else None


def _lacks(word: str, missing: int, most: int) -> bool:
    """Whether more than `most` letters of `word` are `missing`, each as often as it is in it."""
    return bool(missing) and sum(missing >> (ord(letter) & 63) & 1 for letter in word) > most


def _letters(word: str) -> int:
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) & 63)
    return mask
