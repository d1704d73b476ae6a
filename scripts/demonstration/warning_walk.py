"""A walk through the page of warnings that leaves a picture of each step for the manual.

``python -m scripts.demonstration.warning_walk FOLDER [LANGUAGE]``: messages of CAP in a drop folder of a real hub of
its own, in a folder that is gone afterwards. One is shown, and its source takes it back.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from displayctl.api.feeds import FeedKind, FeedSettings
from displayctl.api.models import PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.founding import Founder, found_one_person
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.pages.warnings import WarningsPage
from schedules.clock import SystemClock
from schedules.codec import display_to_dict
from scripts.demonstration.emergency_walk import PLACES
from scripts.demonstration.scene_walk import shown
from scripts.demonstration.trust_walk import MANUAL_LANGUAGE, NAMES, PASSPHRASES, Walk, walking
from scripts.demonstration.week import WALLS, ZONE

FEED, SENDER = "bmkg-folder", "signature@bmkg.go.id"
SHORTEST_PERIOD_SECONDS = 30
LUWUK = "-0.85,122.70 -0.85,122.90 -1.05,122.90 -1.05,122.70 -0.85,122.70"
GORONTALO = "0.45,122.95 0.45,123.15 0.65,123.15 0.65,122.95 0.45,122.95"


@dataclass(frozen=True, slots=True)
class Told:
    """What a message says. Its id is the name of its file."""

    id: str
    event: str
    headline: str
    description: str
    where: str
    polygon: str
    hours: int


STORM = Told(
    "petir-luwuk",
    "Hujan Lebat dan Petir",
    "Hujan Lebat disertai Petir di Sulawesi Tengah",
    "Berpotensi terjadi hujan sedang hingga lebat yang dapat disertai petir dan angin kencang di Kabupaten Banggai: "
    "Luwuk, Luwuk Selatan, Luwuk Utara dan Luwuk Timur.",
    "Luwuk dan sekitarnya",
    LUWUK,
    3,
)
ELSEWHERE = Told(
    "hujan-gorontalo",
    "Hujan Lebat",
    "Hujan Lebat di Gorontalo",
    "Berpotensi terjadi hujan lebat di Kota Gorontalo.",
    "Kota Gorontalo",
    GORONTALO,
    1,
)


def message(told: Told, sent: datetime, cancels: str = "") -> str:
    """A message of CAP 1.2; where it `cancels` another one, that one's reference."""
    kind, references, name = "Alert", "", told.id
    if cancels:
        kind, references, name = "Cancel", f"<references>{cancels}</references>", f"{told.id}-batal"
    begins, ends = (each.isoformat(timespec="seconds") for each in (sent, sent + timedelta(hours=told.hours)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{name}</identifier>
<sender>{SENDER}</sender><sent>{begins}</sent><status>Actual</status><msgType>{kind}</msgType>
<scope>Public</scope>{references}<info><language>id</language><category>Met</category>
<event>{told.event}</event><urgency>Expected</urgency><severity>Moderate</severity><certainty>Likely</certainty>
<effective>{begins}</effective><expires>{ends}</expires><senderName>BMKG</senderName>
<headline>{told.headline}</headline><description>{told.description}</description>
<area><areaDesc>{told.where}</areaDesc><polygon>{told.polygon}</polygon></area></info></alert>"""


class Watch:
    """Sekar is on duty: she shows what BMKG tells, and BMKG takes it back."""

    def __init__(self, walk: Walk, drops: Path) -> None:
        self._walk, self._drops, self._client = walk, drops, walk.desk.hub.client
        self._sent = SystemClock().now().astimezone(ZoneInfo(ZONE)).replace(microsecond=0)
        keys = walk.desk.installation.keys_folder
        found_one_person(self._client, cabinet_at(keys), Beliefs(keys), Founder(NAMES[0], PASSPHRASES[0]))
        self._place_walls()
        drops.mkdir()
        settings = FeedSettings(
            id=FEED,
            kind=FeedKind.FOLDER,
            name="BMKG",
            address=str(drops),
            every_seconds=SHORTEST_PERIOD_SECONDS,
            attribution="BMKG",
        )
        self._client.feeds.put(settings)
        walk.desk.catalogue.read(*Topic)

    def _place_walls(self) -> None:
        for wall in WALLS:
            version = self._client.part(PartKind.DISPLAY, wall.id).version
            placed = display_to_dict(replace(wall, position=PLACES[wall.id]))
            self._client.put_part(PartKind.DISPLAY, wall.id, placed, version)

    def go(self) -> None:
        """From two messages to one that is shown and not true any more."""
        page = shown(self._walk, "warnings", WarningsPage)
        for told in (STORM, ELSEWHERE):
            self._drop(told.id, message(told, self._sent))
        self._walk.wait(lambda: len(page.shown) == 2)
        storm = next(each.id for each in page.shown if each.headline == STORM.headline)
        page.pick(storm)
        self._walk.wait(lambda: page.card.hold_button.isVisible() and page.card.hold_button.isEnabled())
        page.refresh()
        self._walk.window.banner.hide()
        self._walk.take("inbox", self._walk.window)
        page.card.hold_button.held.emit()
        self._walk.wait(lambda: any(each.decision is not None for each in page.shown))
        reference = f"{SENDER},{STORM.id},{self._sent.isoformat(timespec='seconds')}"
        self._drop("batal", message(STORM, self._sent + timedelta(seconds=1), reference))
        self._walk.wait(page.card.correct_button.isVisible)
        self._walk.window.banner.hide()
        self._walk.take("correction", self._walk.window)

    def _drop(self, name: str, text: str) -> None:
        (self._drops / f"{name}.xml").write_text(text, encoding="utf-8")


def main() -> int:
    folder = Path(sys.argv[1])
    language = sys.argv[2] if len(sys.argv) > 2 else MANUAL_LANGUAGE
    folder.mkdir(parents=True, exist_ok=True)
    with walking(make_application(), folder, "warnings", language) as walk:
        Watch(walk, walk.stick.with_name("peringatan")).go()
    return 0


if __name__ == "__main__":
    sys.exit(main())
