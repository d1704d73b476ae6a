"""Where the data of cards come from, and how an answer becomes what a card tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from content.places.gazetteer import Gazetteer
from displayctl.api.cards import CardTopic
from displayctl.hub.cards.felt_quake import read_felt
from displayctl.hub.cards.told import Told
from displayctl.hub.cards.weather import read_weather
from displayctl.hub.egress import EgressRules
from displayctl.hub.feeds.documents import Documents
from displayctl.hub.feeds.json_tree import LARGEST_BYTES

RULES = EgressRules(largest_bytes=LARGEST_BYTES, longest_seconds=20.0, most_redirects=1)
EVERY = {CardTopic.WEATHER: timedelta(hours=1), CardTopic.QUAKE: timedelta(minutes=10)}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about. It is written into its medium as `name`, and read from there."""

    topic: CardTopic
    place: str = ""

    @property
    def name(self) -> str:
        return f"{self.topic}:{self.place}" if self.place else self.topic.value

    @classmethod
    def named(cls, name: str) -> Subject:
        """Raises ValueError for what `name` never wrote."""
        topic, _, place = name.partition(":")
        return cls(CardTopic(topic), place)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where BMKG serves them; ``{place}`` stands for the code of the village."""

    weather: str = "https://api.bmkg.go.id/publik/prakiraan-cuaca?adm4={place}"
    quake: str = "https://data.bmkg.go.id/DataMKG/TEWS/gempadirasakan.json"


@dataclass(frozen=True, slots=True)
class CardData:
    """Fetches what a card tells."""

    documents: Documents
    gazetteer: Gazetteer
    addresses: Addresses = Addresses()

    def told(self, subject: Subject, now: datetime) -> Told:
        """Raises BudgetSpent, EgressRefused, EgressFailed, NotAWarning."""
        if subject.topic is CardTopic.QUAKE:
            return read_felt(self.documents.get(self.addresses.quake), now)
        body = self.documents.get(self.addresses.weather.format(place=subject.place))
        return read_weather(body, now, self.gazetteer, subject.place)
