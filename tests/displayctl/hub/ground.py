"""What hub tests stand on: parts, tiny media, and waiting with a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from content.studio.emergency.templates_folder import load_templates
from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.api.models import AlertInfo, Document, Job, JobState, MediumInfo, MediumState, Part, PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.post import DutyPost
from schedules.clock import Clock
from schedules.codec import display_to_dict, playlist_to_dict, slot_to_dict
from schedules.display import Canvas
from schedules.recurrence import Recurrence
from tests.builders import playlist, slot, wall

T = TypeVar("T")
ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def eventually(ask: Callable[[], T], seconds: float = 20) -> T:
    """The first answer that is true; fails when there is none in time."""
    deadline = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.01)


def picture_file(folder: Path, name: str = "poster.png", colour: str = "red", size: tuple[int, int] = (64, 48)) -> Path:
    path = folder / name
    Image.new("RGB", size, colour).save(path)
    return path


def small_wall(id: str = "tugu", width: int = 128, height: int = 64, **changes: Any) -> Document:
    return display_to_dict(wall(id, canvas=Canvas(width, height), **changes))


def add_wall(client: HubClient, id: str = "tugu", **changes: Any) -> Part:
    return client.create_part(PartKind.DISPLAY, small_wall(id, **changes))


def ended(client: HubClient, job: Job) -> Job:
    return eventually(lambda: found if (found := client.job(job.id)).state in ENDED else None)


def add_picture(client: HubClient, folder: Path, name: str = "poster.png", colour: str = "red") -> MediumInfo:
    """A picture in the library, ready for every wall."""
    job = ended(client, client.upload_medium(picture_file(folder, name, colour)))
    assert job.state is JobState.DONE, job.message
    return eventually(lambda: m if (m := client.medium(job.medium_id)).state is MediumState.READY else None)


def announce_emergency(
    client: HubClient,
    key: Signatory,
    headline: str = "Banjir",
    *,
    beliefs: Beliefs | None = None,
    clock: Clock | None = None,
) -> AlertInfo:
    """Five minutes of a free text over every wall."""
    message = load_templates().find("free").message({"judul": headline})
    return duty_post(client, beliefs, clock).raise_emergency(key, message, duration=timedelta(minutes=5))


def duty_post(client: HubClient, beliefs: Beliefs | None = None, clock: Clock | None = None) -> DutyPost:
    return DutyPost(client, beliefs or Beliefs(None), clock=clock)


def add_playlist(client: HubClient, id: str, *media: str) -> Part:
    return client.create_part(PartKind.PLAYLIST, playlist_to_dict(playlist(id, *media)))


def add_slot(client: HubClient, id: str, playlist_id: str, *walls: str, **changes: Any) -> Part:
    """A slot on every day, all day, since yesterday's year."""
    every_day = Recurrence(date(2020, 1, 1), date(2099, 12, 31))
    fields = {"display_ids": walls or ("tugu",), "recurrence": every_day, **changes}
    return client.create_part(PartKind.SLOT, slot_to_dict(slot(id, playlist_id, **fields)))


def now() -> datetime:
    return datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), UTC)
