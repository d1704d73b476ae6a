"""The values of a form's inputs as plain JSON, and back: texts, numbers, dates, times and lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QDate, QTime

from displayctl.desktop.widgets.inputs import Unsaved

MOST_VALUES, LONGEST_TEXT, DEEPEST = 400, 100_000, 4


class NotKeepable(ValueError):
    """A form holds something that cannot be written down, or too much of it."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """What was typed at the instant `at` about the thing `unsaved.id` of a `kind`; `title` is how people call it."""

    kind: str
    title: str
    at: datetime
    unsaved: Unsaved

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.unsaved.id


def form_to_plain(form: KeptForm) -> dict[str, Any]:
    """Raises NotKeepable."""
    return {
        "kind": form.kind,
        "title": form.title[:200],
        "at": form.at.isoformat(),
        "id": form.unsaved.id,
        "shown": [_plain(value, 0) for value in form.unsaved.shown],
        "typed": [_plain(value, 0) for value in form.unsaved.typed],
    }


def form_from_plain(plain: Any) -> KeptForm:
    """Raises NotKeepable for what `form_to_plain` has not written."""
    try:
        at = datetime.fromisoformat(plain["at"]).astimezone(UTC)
        shown = tuple(_value(value, 0) for value in plain["shown"][:MOST_VALUES])
        typed = tuple(_value(value, 0) for value in plain["typed"][:MOST_VALUES])
        unsaved = Unsaved(str(plain["id"]), shown, typed)
        return KeptForm(str(plain["kind"]), str(plain["title"]), at, unsaved)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotKeepable(f"a form that was kept cannot be read: {error}") from error


def _plain(value: Any, depth: int) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise NotKeepable(f"a text of {len(value)} letters is too long to be kept")
        return value
    if isinstance(value, (tuple, list)) and len(value) <= MOST_VALUES and depth < DEEPEST:
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, QTime):
        return {"time": value.toString("HH:mm:ss")}
    if isinstance(value, QDate):
        return {"qdate": value.toString("yyyy-MM-dd")}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"date": value.isoformat()}
    raise NotKeepable(f"a {type(value).__name__} is nothing that is kept")


def _value(plain: Any, depth: int) -> Any:
    if isinstance(plain, list) and depth < DEEPEST:
        return tuple(_value(each, depth + 1) for each in plain[:MOST_VALUES])
    if isinstance(plain, dict):
        (sort, text), *others = plain.items()
        if others or sort not in _READERS:
            raise NotKeepable(f"{sort!r:.40} is nothing that is kept")
        return _READERS[sort](text)
    if plain is None or isinstance(plain, (bool, int, float, str)):
        return plain
    raise NotKeepable("a form that was kept is nested too deep")


_READERS = {
    "time": lambda text: QTime.fromString(text, "HH:mm:ss"),
    "qdate": lambda text: QDate.fromString(text, "yyyy-MM-dd"),
    "date": date.fromisoformat,
}
