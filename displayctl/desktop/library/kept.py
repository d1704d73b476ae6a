"""What a person's desk remembers of the library: saved filters, folders without media yet, view and order."""

from __future__ import annotations

import json
from collections.abc import Iterable

from displayctl.api.media_choices import tidy_folder
from displayctl.desktop.library.query import MOST_SAVED, Order, Query, query_from_text, query_to_text
from displayctl.desktop.preferences import Preferences

MOST_FOLDERS = 200
LONGEST_NAME = 60


class KeptFilters:
    """In the preferences; what cannot be read there (any more) is passed over."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def saved(self) -> dict[str, Query]:
        """Saved filters by name."""
        found: dict[str, Query] = {}
        for name, text in self._plain("library.saved").items():
            query = query_from_text(str(text))
            if query is not None:
                found[str(name)[:LONGEST_NAME]] = query
        return dict(list(found.items())[:MOST_SAVED])

    def save(self, name: str, query: Query) -> None:
        """Keep `query` under `name`, in place of another one of that name."""
        self._put("library.saved", {**self._texts(), name[:LONGEST_NAME]: query_to_text(query)})

    def forget(self, name: str) -> None:
        texts = self._texts()
        texts.pop(name, None)
        self._put("library.saved", texts)

    @property
    def folders(self) -> frozenset[str]:
        """Folders that were made and may have no media yet."""
        found = set()
        for name in list(self._plain("library.folders"))[:MOST_FOLDERS]:
            try:
                found.add(tidy_folder(str(name)))
            except ValueError:
                continue
        return frozenset(found - {""})

    def keep_folders(self, folders: Iterable[str]) -> None:
        self._put("library.folders", dict.fromkeys(sorted(folders)[:MOST_FOLDERS], ""))

    @property
    def as_list(self) -> bool:
        """Whether media are shown as a list."""
        return self._preferences.text("library.view") == "list"

    @as_list.setter
    def as_list(self, value: bool) -> None:
        self._preferences.keep("library.view", "list" if value else "grid")

    @property
    def order(self) -> Order:
        text = self._preferences.text("library.order")
        return Order(text) if text in set(Order) else Order.NEWEST

    @order.setter
    def order(self, value: Order) -> None:
        self._preferences.keep("library.order", value.value)

    def _texts(self) -> dict[str, str]:
        return {name: query_to_text(query) for name, query in self.saved.items()}

    def _plain(self, name: str) -> dict[str, object]:
        try:
            plain = json.loads(self._preferences.text(name, "{}"))
        except ValueError:
            return {}
        return plain if isinstance(plain, dict) else {}

    def _put(self, name: str, value: dict[str, str]) -> None:
        self._preferences.keep(name, json.dumps(value))
