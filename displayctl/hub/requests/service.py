"""Requests for airtime as one service: how they come, what the office does with them, their files, what was shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.delivery.files import Files
from content.delivery.store import AssetStore
from displayctl.hub.library import Library
from displayctl.hub.requests.broadcast import Broadcasts
from displayctl.hub.requests.files import RequestFiles
from displayctl.hub.requests.handling import Handling
from displayctl.hub.requests.intake import Intake
from displayctl.hub.storage import Storage
from schedules.clock import Clock

FOLDER_NAME = "requests"


@dataclass(frozen=True, slots=True)
class Requests:
    """Everything a route about requests may use."""

    intake: Intake
    handling: Handling
    files: RequestFiles
    broadcasts: Broadcasts


def open_requests(storage: Storage, hub: Path, library: Library, clock: Clock, store_files: Files | None) -> Requests:
    """The service on the hub's folder, where attachments have a store of their own."""
    store = AssetStore(hub / FOLDER_NAME, store_files)
    files = RequestFiles(storage, store, hub, library, clock)
    return Requests(Intake(storage), Handling(storage), files, Broadcasts(storage))
