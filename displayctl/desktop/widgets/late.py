"""Parts of a page that are made when they are first wanted, so that turning to the page does not wait for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Part = TypeVar("Part")


class Late(Generic[Part]):
    """One part; `made` is None until somebody wanted it."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self.made: Part | None = None

    def get(self) -> Part:
        """The part, made now where it was not."""
        if self.made is None:
            self.made = self._make()
        return self.made
