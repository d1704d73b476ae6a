"""Letting the hub rest for a while, as its folder is changed under it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol


class HubRest(Protocol):
    """Whoever started the hub of this installation."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether the desk speaks to a hub that it was told the address of, which may be on another machine."""
        ...

    def held(self) -> AbstractContextManager[None]:
        """No hub runs within the block; one that was started here ends, and is started again when it is asked for.

        Raises BackupError where the hub is none of ours to end.
        """
        ...
