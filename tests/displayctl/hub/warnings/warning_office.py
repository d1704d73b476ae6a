"""The service of warnings on a real database, with a clock to be pushed, and messages of feeds for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from content.places.gazetteer import Gazetteer
from displayctl.api.models import Event, PartKind
from displayctl.api.warnings import WarningBrief
from displayctl.hub.bus import Bus
from displayctl.hub.database import open_database
from displayctl.hub.feeds.warning import MessageKind, Reference, Severity, Warning, WarningKind
from displayctl.hub.storage import Storage
from displayctl.hub.warnings.service import Warnings
from schedules.alert import Alert
from schedules.codec import alert_to_dict, display_to_dict
from schedules.position import Position
from tests.builders import alert, wall
from tests.fakes.clock import PushedClock

UPDATE, CANCEL = MessageKind.UPDATE, MessageKind.CANCEL
START = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
PLACES = Gazetteer.load()
LUWUK = Position(-0.951, 122.787)
BATUI = ((-1.05, 122.40), (-1.05, 122.60), (-1.35, 122.60), (-1.35, 122.40), (-1.05, 122.40))


class Office:
    """The service on a real database, with a clock to be pushed and what it told."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.bus, self.told = PushedClock(START), Bus(), list[Event]()
        self.storage = Storage(open_database(folder / "hub.sqlite", folder, self.clock), self.bus, self.clock)
        self.carried: list[Alert] = []
        self.warnings = Warnings(self.storage, self.bus, PLACES, lambda: tuple(self.carried))
        self.bus.listen(self.told.append)

    def place_wall(self, id: str, position: Position | None) -> None:
        with self.storage.writing() as work:
            display = display_to_dict(wall(id, position=position))
            work.parts.put(PartKind.DISPLAY, id, id, display, now=work.now, by="")
            work.tell(Event(kind="display", id=id))
            work.commit()

    def raise_alert(self, id: str, **changes: Any) -> None:
        """Another one in the place of what was carried before, which the tables know too."""
        self.carried = [alert(id, issued_at=START, effective=START, expires=START + timedelta(hours=2), **changes)]
        with self.storage.writing() as work:
            work.alerts.raise_alert(id, alert_to_dict(self.carried[0]), work.now)
            work.commit()

    @property
    def only(self) -> WarningBrief:
        (found,) = self.warnings.listed()
        return found


def message(identifier: str = "a", source: str = "nowcast", minutes: int = 0, **changes: Any) -> Warning:
    sent = START + timedelta(minutes=minutes)
    fields: dict[str, Any] = {
        "sent": sent,
        "effective": sent,
        "expires": sent + timedelta(hours=3),
        "kind": WarningKind.RAIN,
        "event": "Hujan Lebat",
        "headline": "Hujan lebat di Batui",
        "severity": Severity.MODERATE,
        "attribution": "BMKG",
        "polygons": (BATUI,),
    }
    return Warning(source, identifier, **{**fields, **changes})


def later(kind: MessageKind, identifier: str, *named: str, minutes: int = 10, **changes: Any) -> Warning:
    """A message of `kind` about those named."""
    references = tuple(Reference(name) for name in named)
    return message(identifier, minutes=minutes, message=kind, references=references, **changes)


UPDATE, CANCEL = MessageKind.UPDATE, MessageKind.CANCEL
