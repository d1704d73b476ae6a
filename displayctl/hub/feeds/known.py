"""The feeds that every hub knows of. They are off until a person switches them on: nothing is fetched unasked."""

from __future__ import annotations

from content.places.gazetteer import Gazetteer
from displayctl.api.feeds import FeedKind, FeedSettings


def known_feeds(gazetteer: Gazetteer) -> tuple[FeedSettings, ...]:
    """BMKG's warnings for the next hours, its earthquakes, and InaTEWS, for the province of `gazetteer`."""
    province = gazetteer.code[:2]
    return (
        FeedSettings(
            id="bmkg-cuaca",
            kind=FeedKind.BMKG_NOWCAST,
            name="BMKG: peringatan dini cuaca",
            address="https://www.bmkg.go.id/alerts/nowcast/id",
            every_seconds=120,
            enabled=False,
            attribution="BMKG",
            regions=(province,),
        ),
        FeedSettings(
            id="bmkg-gempa",
            kind=FeedKind.BMKG_QUAKES,
            name="BMKG: gempa bumi",
            address="https://data.bmkg.go.id/DataMKG/TEWS/",
            every_seconds=60,
            enabled=False,
            attribution="BMKG",
        ),
        FeedSettings(
            id="inatews",
            kind=FeedKind.INATEWS,
            name="InaTEWS: peringatan dini tsunami",
            address="https://cdn.bmkg.go.id/last30tsunamievent.xml",
            every_seconds=60,
            enabled=False,
            attribution="BMKG",
        ),
    )
