"""What a desk remembers for the day on which no hub answers: who may sign, which walls there are, what stood on them.

It lies beside the keys. Nothing in it is believed for being there: the signed files are verified again when it is read.
"""

from __future__ import annotations

import base64
import binascii
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from content.delivery.files import LocalFiles, write_atomically
from content.delivery.roles import SignedRole
from displayctl.api.approvals import TrustState
from displayctl.api.models import AlertInfo
from schedules.codec import display_from_dict, display_to_dict
from schedules.display import Display
from schedules.errors import ScheduleError

MEMORY_FILE, CARRIED_FILE = "last-known-hub.json", "carried-{role}.json"
LARGEST_FILE = 32 << 20
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What a hub said last, `at` that instant."""

    state: TrustState
    walls: tuple[Display, ...]
    alerts: tuple[AlertInfo, ...]
    at: datetime


class Memory:
    """The memory in `folder`. Without a folder nothing is remembered."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def keep(self, state: TrustState, walls: tuple[Display, ...], alerts: tuple[AlertInfo, ...], at: datetime) -> None:
        """Remember what a hub has just said. A disk that cannot take it keeps no emergency up."""
        plain = {
            "version": _VERSION,
            "at": at.isoformat(),
            "trust": state.model_dump(mode="json"),
            "walls": [display_to_dict(wall) for wall in walls],
            "alerts": [info.model_dump(mode="json") for info in alerts if info.live],
        }
        with suppress(OSError):
            self._write(MEMORY_FILE, plain)

    def keep_sent(self, signed: SignedRole, alerts: tuple[AlertInfo, ...]) -> None:
        """Remember a set that this desk has signed and a hub has taken: what goes out by hand later builds upon it."""
        known = self.recall()
        if known is not None:
            roles = {**known.state.roles, signed.role: base64.b64encode(signed.metadata).decode()}
            self.keep(known.state.model_copy(update={"roles": roles}), known.walls, alerts, known.at)

    def recall(self) -> Known | None:
        """What a hub said last; None where nothing is remembered, or the file is damaged."""
        plain = self._read(MEMORY_FILE)
        try:
            return Known(
                state=TrustState.model_validate(plain["trust"]),
                walls=tuple(display_from_dict(wall) for wall in plain["walls"]),
                alerts=tuple(AlertInfo.model_validate(info) for info in plain["alerts"]),
                at=datetime.fromisoformat(plain["at"]),
            )
        except (KeyError, TypeError, ValueError, ValidationError, ScheduleError):
            return None

    def keep_carried(self, signed: SignedRole) -> None:
        """Remember a set that goes to walls by hand: what is signed next builds upon it, and hubs are told of it.

        Raises OSError.
        """
        documents = {path: base64.b64encode(data).decode() for path, data in signed.documents.items()}
        metadata = base64.b64encode(signed.metadata).decode()
        self._write(CARRIED_FILE.format(role=signed.role), {"metadata": metadata, "documents": documents})

    def carried(self, role: str) -> SignedRole | None:
        """The set of `role` that went out by hand last and no hub has taken yet, not verified; or None."""
        plain = self._read(CARRIED_FILE.format(role=role))
        try:
            documents = {str(path): base64.b64decode(text) for path, text in plain["documents"].items()}
            return SignedRole(role, base64.b64decode(plain["metadata"]), documents)
        except (KeyError, TypeError, AttributeError, ValueError, binascii.Error):
            return None

    def forget_carried(self, role: str) -> None:
        """A hub has it, or a newer one."""
        if self._folder is not None:
            (self._folder / CARRIED_FILE.format(role=role)).unlink(missing_ok=True)

    def _write(self, name: str, plain: dict[str, Any]) -> None:
        if self._folder is not None:
            LocalFiles().make_folder(self._folder)
            write_atomically(LocalFiles(), self._folder / name, json.dumps(plain).encode())

    def _read(self, name: str) -> dict[str, Any]:
        if self._folder is None:
            return {}
        try:
            with (self._folder / name).open("rb") as file:
                plain = json.loads(file.read(LARGEST_FILE))
        except (OSError, ValueError, RecursionError):
            return {}
        return plain if isinstance(plain, dict) else {}
