"""A message of CAP at an address, or a list of messages there (RSS, Atom), such as BMKG's nowcast."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from displayctl.hub.egress import EgressFailed, EgressRefused
from displayctl.hub.feeds.budget import BudgetSpent
from displayctl.hub.feeds.cap import is_long_over, read_cap
from displayctl.hub.feeds.documents import Documents
from displayctl.hub.feeds.index import Entry, entries_of
from displayctl.hub.feeds.look import Look
from displayctl.hub.feeds.provinces import may_be_about, province_in
from displayctl.hub.feeds.reading import Reading, together
from displayctl.hub.feeds.warning import NotAWarning
from displayctl.hub.feeds.xml_tree import read_xml

MOST_A_LOOK = 20
"""Messages fetched within one visit; the rest comes with the next ones, or a long list would eat the budget."""
MOST_MESSAGES = 200


class CapList:
    """Reads what is at `address`. With `list_ends`, what is not on the list any more is over.

    `provinces` are codes of BMKG's; what says that it is about others only is not even fetched. None: all are.
    """

    def __init__(
        self,
        feed_id: str,
        address: str,
        documents: Documents,
        *,
        attribution: str = "",
        provinces: frozenset[str] = frozenset(),
        list_ends: bool = False,
    ) -> None:
        self._feed_id, self._address, self._documents = feed_id, address, documents
        self._attribution, self._provinces, self._list_ends = attribution, provinces, list_ends
        self._read: dict[str, str] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._once: dict[bytes, Reading] = {}

    def look(self, now: datetime) -> Look:
        body = self._documents.get(self._address)
        entries = entries_of(read_xml(body), self._address)
        if entries is None:
            if self._list_ends:
                raise NotAWarning("it is not a list of messages (RSS or Atom)")
            self._once = {each: reading for each, reading in self._once.items() if each == body}
            return Look(self._message(body, now))
        wanted = [entry for entry in entries if may_be_about(self._provinces, entry.id or entry.link, entry.words)]
        failure = self._fetch_changed(wanted[:MOST_MESSAGES])
        return Look(self._reading(wanted, now), failure)

    def _fetch_changed(self, entries: Iterable[Entry]) -> str:
        """Fetches the messages whose line in the list is new, or another than it was; a sentence for what failed."""
        failure, fetched = "", 0
        for entry in entries:
            if self._read.get(entry.link) == entry.digest and self._documents.kept(entry.link) is not None:
                continue
            if fetched >= MOST_A_LOOK:
                break
            try:
                self._documents.get(entry.link)
                self._read[entry.link] = entry.digest
            except (EgressFailed, EgressRefused) as error:
                failure = failure or str(error)
            except BudgetSpent:
                break
            fetched += 1
        return failure

    def _reading(self, entries: list[Entry], now: datetime) -> Reading:
        self._read = {entry.link: self._read[entry.link] for entry in entries if entry.link in self._read}
        bodies = {entry.link: self._documents.kept(entry.link) for entry in entries[:MOST_MESSAGES]}
        self._once = {body: self._once[body] for body in bodies.values() if body in self._once}
        read = {link: self._message(body, now) for link, body in bodies.items() if body is not None}
        reading = together(tuple(read.values()))
        return Reading(reading.warnings, reading.complaints, self._listed(entries, read))

    def _message(self, body: bytes, now: datetime) -> Reading:
        """What `body` says. The very same one is not read again while nothing in it depends on the time."""
        former = self._once.get(body)
        if former is not None and not any(is_long_over(each, now) for each in former.warnings):
            return former
        found = read_cap(body, self._feed_id, now, self._attribution)
        elsewhere = {province_in(each.identifier) for each in found.warnings} - {"", *self._provinces}
        reading = Reading() if self._provinces and elsewhere else found
        if not reading.complaints:
            self._once[body] = reading
        return reading

    def _listed(self, entries: list[Entry], read: dict[str, Reading]) -> frozenset[str] | None:
        """The identifiers on the list; None while one of its messages is not known, which may be any.

        One that is broken now is listed still as what it was when it was read last.
        """
        if not self._list_ends:
            return None
        whole = {link: frozenset(each.identifier for each in reading.warnings) for link, reading in read.items()}
        self._named = {link: found or self._named.get(link, found) for link, found in whole.items()}
        listed = {identifier for found in self._named.values() for identifier in found}
        for entry in entries:
            if province_in(entry.id):
                listed.add(entry.id)
            elif entry.link not in read:
                return None
        return frozenset(listed)
