"""Lists of messages: RSS 2.0 and Atom, each entry with a link to the message itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

from displayctl.hub.feeds.warning import NotAWarning
from displayctl.hub.feeds.words import one_line, web_address
from displayctl.hub.feeds.xml_tree import local_name

MOST_ENTRIES = 500
CAP_TYPE = "application/cap+xml"
_LISTS = {"rss": "item", "RDF": "item", "feed": "entry"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: where its message is, its id where it has one, its words, and what changes with any of it."""

    link: str
    id: str
    words: str
    digest: str


def entries_of(root: Element, address: str) -> tuple[Entry, ...] | None:
    """The entries of the list `root`, which was found at `address`; None where it is no list.

    Entries without a link are left out. Raises NotAWarning for a list that is too long.
    """
    name = _LISTS.get(local_name(root))
    if name is None:
        return None
    found = [element for element in root.iter() if local_name(element) == name]
    if len(found) > MOST_ENTRIES:
        raise NotAWarning(f"it lists {len(found)} messages; at most {MOST_ENTRIES} are looked at")
    entries = (_entry(element, address) for element in found)
    return tuple({entry.link: entry for entry in entries if entry.link}.values())


def _entry(element: Element, address: str) -> Entry:
    texts = {local_name(child): one_line(child.text, 1_000) for child in reversed(element)}
    words = " ".join(texts[part] for part in ("title", "description", "summary") if part in texts)
    digest = hashlib.sha256(tostring(element)).hexdigest()
    return Entry(_whole(address, _link(element)), texts.get("guid") or texts.get("id") or "", words, digest)


def _link(element: Element) -> str:
    """RSS has it as text, Atom as ``href``; of several the one that says it is a message of CAP."""
    links = [child for child in element if local_name(child) == "link"]
    typed = [child for child in links if child.get("type", "") == CAP_TYPE]
    plain = [child for child in links if child.get("rel", "alternate") == "alternate"]
    for child in (*typed, *plain, *links):
        address = (child.get("href") or child.text or "").strip()
        if address:
            return address
    return ""


def _whole(address: str, link: str) -> str:
    """`link` as it is meant at `address`; empty where it is none that can be asked."""
    try:
        return web_address(urljoin(address, link))
    except ValueError:  # as of "http://[", which nothing can be joined with
        return ""
