"""The kinds of feed, from their settings."""

from __future__ import annotations

import ipaddress
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from content.places.gazetteer import Gazetteer
from displayctl.api.feeds import FeedKind, FeedSettings
from displayctl.hub.egress import EgressFailed, EgressRefused, EgressRules, plain_url
from displayctl.hub.feeds.budget import RequestBudget
from displayctl.hub.feeds.documents import Documents, Fetch
from displayctl.hub.feeds.folder import DropFolder, FolderUnusable
from displayctl.hub.feeds.inatews import read_inatews
from displayctl.hub.feeds.lists import CapList
from displayctl.hub.feeds.look import Look, Source
from displayctl.hub.feeds.quakes import read_quakes
from displayctl.hub.feeds.xml_tree import LARGEST_BYTES
from schedules.clock import Clock

QUAKE_FILES = ("autogempa.json", "gempaterkini.json", "gempadirasakan.json")
LONGEST_SECONDS = 20.0


class Quakes:
    """BMKG's three files about earthquakes below `address`, or the one that `address` itself is."""

    def __init__(self, feed_id: str, address: str, documents: Documents, attribution: str) -> None:
        self._feed_id, self._documents, self._attribution = feed_id, documents, attribution
        base = address if address.endswith("/") else f"{address}/"
        alone = urlsplit(address).path.endswith(".json")
        self._addresses = (address,) if alone else tuple(urljoin(base, name) for name in QUAKE_FILES)

    def look(self, now: datetime) -> Look:
        """What came of the files; raises only where none did."""
        bodies, failures = [], []
        for address in self._addresses:
            try:
                bodies.append(self._documents.get(address))
            except (EgressFailed, EgressRefused) as error:
                failures.append(error)
        if not bodies:
            raise failures[0]
        return Look(read_quakes(bodies, self._feed_id, now, self._attribution), str(failures[0]) if failures else "")


class InaTews:
    """The archive of tsunami bulletins."""

    def __init__(
        self, feed_id: str, address: str, documents: Documents, attribution: str, gazetteer: Gazetteer
    ) -> None:
        self._feed_id, self._address, self._documents = feed_id, address, documents
        self._attribution, self._gazetteer = attribution, gazetteer

    def look(self, now: datetime) -> Look:
        body = self._documents.get(self._address)
        return Look(read_inatews(body, self._feed_id, now, self._gazetteer, self._attribution))


def source_of(
    settings: FeedSettings, budget: RequestBudget, gazetteer: Gazetteer, clock: Clock, fetcher: Fetch | None = None
) -> Source:
    """The feed that `settings` describe. Raises FolderUnusable, EgressRefused for settings that cannot work."""
    if settings.kind is FeedKind.FOLDER:
        folder = Path(settings.address)
        if not folder.is_absolute():
            raise FolderUnusable(f"{settings.address!r:.200} is not a whole path; write it from the root, as /srv/cap")
        return DropFolder(settings.id, folder, attribution_of(settings))
    rules, attribution = rules_of(settings), attribution_of(settings)
    documents = Documents(settings.id, rules, budget, clock, *(() if fetcher is None else (fetcher,)))
    match settings.kind:
        case FeedKind.BMKG_QUAKES:
            return Quakes(settings.id, settings.address, documents, attribution)
        case FeedKind.INATEWS:
            return InaTews(settings.id, settings.address, documents, attribution, gazetteer)
        case _:
            return CapList(
                settings.id,
                settings.address,
                documents,
                attribution=attribution,
                provinces=frozenset(code[:2] for code in settings.regions),
                list_ends=settings.kind is FeedKind.BMKG_NOWCAST,
            )


def check_address(settings: FeedSettings) -> None:
    """Raises EgressRefused for an address from which nothing can ever be fetched."""
    if settings.kind is not FeedKind.FOLDER:
        plain_url(settings.address)


def attribution_of(settings: FeedSettings) -> str:
    """Whom to name wherever a warning of this feed is shown; there is always somebody."""
    ours = settings.kind in (FeedKind.BMKG_NOWCAST, FeedKind.BMKG_QUAKES, FeedKind.INATEWS)
    return settings.attribution.strip() or ("BMKG" if ours else settings.name)


def rules_of(settings: FeedSettings) -> EgressRules:
    """Where the feed may be fetched: the networks that its settings allow on top of the internet, and the port of its
    own address. Raises EgressRefused.
    """
    networks = tuple(_network(text) for text in settings.allowed_networks)
    try:
        port = urlsplit(settings.address).port
    except ValueError as error:
        raise EgressRefused(f"{settings.address:.200} is not an address ({error}); write it as https://x/y") from error
    return EgressRules(
        allowed_networks=networks,
        allowed_ports=frozenset({80, 443} | ({port} if port else set())),
        largest_bytes=LARGEST_BYTES,
        most_redirects=1,  # the other side counts it as a request, and the budget does not
        longest_seconds=LONGEST_SECONDS,
    )


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError as error:
        raise EgressRefused(f"{text!r:.60} is no network; write one as 10.1.0.0/16") from error
