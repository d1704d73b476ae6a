"""Says below what is saved of a wall that it was not published yet, so that nobody takes it for what the wall does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, NotFound
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.remark import Remark
from schedules.codec import display_from_dict
from schedules.display import Display
from schedules.errors import ScheduleError

Side = Callable[[Display], object]
"""What of a wall is compared."""


class NotOnWallYet(Remark):
    """Of one wall: whether this `side` of it is another than is published. It takes no room where both are alike."""

    def __init__(self, desk: Desk, side: Side) -> None:
        super().__init__("chip-warning")
        self._desk, self._side = desk, side
        self._kept: Kept[Display] | None = None
        self._asked = 0
        desk.catalogue.changed.connect(self._topic_changed)

    def show_wall(self, kept: Kept[Display]) -> None:
        """Ask what is published of this wall, and say whether it is something else."""
        if self._kept is not None and self._kept.id != kept.id:
            self.setText("")
        self._kept = kept
        self._ask()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.PUBLICATION:
            self._ask()

    def _ask(self) -> None:
        kept = self._kept
        if kept is None:
            return
        self._asked += 1
        work = partial(_published, self._desk.hub.client, kept)
        self._desk.tasks.run(work, partial(self._tell, self._asked, kept.value), _leave_to_the_link, owner=self)

    def _tell(self, asked: int, saved: Display, published: Display | None) -> None:
        if asked != self._asked:
            return
        alike = published is not None and self._side(published) == self._side(saved)
        self.setText("" if alike else self.tr("Saved, but not on the wall yet: publish it, so that the wall takes it."))


def _published(client: HubClient, kept: Kept[Display]) -> Display | None:
    """The wall as it is published; None where it is not. Raises HubError."""
    try:
        displays: list[dict[str, Any]] = client.programme(kept.value.groups[0])["displays"]
        return next((display_from_dict(each) for each in displays if each["id"] == kept.id), None)
    except (NotFound, ScheduleError):
        return None


def _leave_to_the_link(error: Exception) -> None:
    """It tells that the hub is away; when it is back the walls are shown anew."""
    if not isinstance(error, HubError):
        raise error
