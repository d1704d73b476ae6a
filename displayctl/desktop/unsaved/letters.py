"""Steps that wait for the hub as plain JSON, and back: what was done, and the versions that it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from displayctl.api.models import PartKind
from displayctl.desktop.edits import Change

MOST_LETTERS, MOST_CHANGES, LARGEST_BYTES, LONGEST_TEXT = 2000, 5000, 32 << 20, 300
Versions = dict[tuple[PartKind, str], int]


@dataclass(frozen=True, slots=True)
class Letter:
    """One step on its way to the hub: all of `changes` or none. `text` names it for people; with `kept` it was made in
    an earlier run.
    """

    number: int
    text: str
    changes: tuple[Change, ...]
    kept: bool = False


def packed_letters(letters: Iterable[Letter], versions: Mapping[tuple[PartKind, str], int]) -> tuple[bytes, int]:
    """Letters, the oldest first, as the bytes of a file; and how many of the newest are left out, as they are too many.
    No letters are no bytes.
    """
    waiting = tuple(letters)
    pieces: list[str] = []
    size = 0
    for letter in waiting:
        piece = json.dumps(_letter(letter, versions), ensure_ascii=False)
        size += len(piece.encode("utf-8", "replace")) + 1
        if len(pieces) == MOST_LETTERS or size > LARGEST_BYTES - 2:
            break
        pieces.append(piece)
    data = f"[{','.join(pieces)}]".encode("utf-8", "replace") if pieces else b""
    return data, len(waiting) - len(pieces)


def _letter(letter: Letter, versions: Mapping[tuple[PartKind, str], int]) -> dict[str, Any]:
    return {
        "text": letter.text[:LONGEST_TEXT],
        "changes": [
            {
                "kind": change.kind.value,
                "id": change.id,
                "before": change.before,
                "after": change.after,
                "version": versions.get((change.kind, change.id), 0),
            }
            for change in letter.changes
        ],
    }


def read_letters(path: Path) -> tuple[tuple[Letter, ...], Versions]:
    """What a file holds, numbered from 0; what is missing, damaged or too large holds nothing."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            return (), {}
        plain = json.loads(path.read_text(encoding="utf-8"))
        return _letters(plain)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return (), {}


def _letters(plain: Any) -> tuple[tuple[Letter, ...], Versions]:
    """All or none: a step that is missing in the middle would let those after it do something else."""
    letters: list[Letter] = []
    versions: Versions = {}
    for number, each in enumerate(plain[:MOST_LETTERS]):
        changes = []
        for step in each["changes"][:MOST_CHANGES]:
            kind, name = PartKind(step["kind"]), str(step["id"])
            versions.setdefault((kind, name), int(step["version"]))
            changes.append(Change(kind, name, _document(step["before"]), _document(step["after"])))
        if changes:
            letters.append(Letter(number, str(each["text"])[:LONGEST_TEXT], tuple(changes), kept=True))
    return tuple(letters), versions


def _document(plain: Any) -> dict[str, Any] | None:
    if plain is not None and not isinstance(plain, dict):
        raise ValueError("a part is no document")
    return plain
