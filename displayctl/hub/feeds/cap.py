"""Reads a message of the Common Alerting Protocol 1.2 (OASIS, urn:oasis:names:tc:emergency:cap:1.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from displayctl.hub.feeds.cap_info import Info, info_of
from displayctl.hub.feeds.cap_values import NAMESPACE, choice, instant, text_of
from displayctl.hub.feeds.reading import Reading
from displayctl.hub.feeds.warning import (
    LONGEST_VALIDITY,
    MessageKind,
    NotAWarning,
    Reference,
    Warning,
    WarningKind,
)
from displayctl.hub.feeds.xml_tree import read_xml

CLOCKS_DIFFER = timedelta(minutes=5)
LONG_OVER = timedelta(hours=24)
ACTUAL = "Actual"
STATUSES = (ACTUAL, "Exercise", "System", "Test", "Draft")
MESSAGES = (*MessageKind, "Ack", "Error")
PUBLIC = "Public"
SCOPES = (PUBLIC, "Restricted", "Private")
_NAME = re.compile(r"\A[^\s,<&]{1,200}\Z")


_TOLD = tuple(field.name for field in fields(Info) if field.name != "all_clear")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above all blocks of information."""

    identifier: str
    sender: str
    sent: datetime
    message: MessageKind
    references: tuple[Reference, ...]


class NotForWalls(NotAWarning):
    """A message that is well-formed and nothing for a wall, such as an exercise."""


def read_cap(body: bytes, source: str, now: datetime, attribution: str = "") -> Reading:
    """The message in `body`, a document of the feed `source`, as the rules let it be at `now`; or why it is refused.

    Only what is Actual and Public is a warning, as an Alert, an Update or a Cancel; an all-clear takes back what it
    names. What is sent more than five minutes ahead, expires before it begins, holds for more than eight days, or
    breaks the standard's form is refused whole. What has been over for a day is passed over in silence.
    """
    try:
        warning = _message(read_xml(body), source, now, attribution)
    except NotAWarning as error:
        return Reading(complaints=(str(error),))
    return Reading() if is_long_over(warning, now) else Reading((warning,))


def is_long_over(warning: Warning, now: datetime) -> bool:
    """Whether it has been over for a day. What takes something back is not: that may still arrive."""
    return warning.message is not MessageKind.CANCEL and warning.expires + LONG_OVER <= now


def _message(alert: Element, source: str, now: datetime, attribution: str) -> Warning:
    if alert.tag != f"{{{NAMESPACE}}}alert":
        raise NotAWarning(f"its root is {alert.tag!r:.100}, not an alert of CAP 1.2")
    identifier = _name(alert, "identifier")
    try:
        head = _head(alert, identifier, now)
        return _warning(head, info_of(alert, head.sent), source, attribution)
    except NotAWarning as error:
        raise type(error)(f"{identifier:.100}: {error}") from error


def _head(alert: Element, identifier: str, now: datetime) -> _Head:
    """Raises NotForWalls, NotAWarning."""
    status = choice(alert, "status", STATUSES)
    message = choice(alert, "msgType", MESSAGES)
    scope = choice(alert, "scope", SCOPES)
    sent = instant(text_of(alert, "sent"), "sent")
    if sent is None:
        raise NotAWarning("it does not say when it was sent")
    if status != ACTUAL:
        raise NotForWalls(f"it is {status}, not {ACTUAL}, and passed over")
    if scope != PUBLIC:
        raise NotForWalls(f"it is {scope}, not {PUBLIC}, and passed over")
    if message not in tuple(MessageKind):
        raise NotForWalls(f"it is of the type {message}, which warns of nothing, and passed over")
    if sent > now + CLOCKS_DIFFER:
        raise NotAWarning(f"it was sent {sent:%Y-%m-%d %H:%M} UTC, which is yet to come")
    references = _references(text_of(alert, "references"))
    return _Head(identifier, _name(alert, "sender"), sent, MessageKind(message), references)


def _name(alert: Element, name: str) -> str:
    value = text_of(alert, name)
    if not _NAME.match(value):
        raise NotAWarning(f"its {name} is {value!r:.60}: empty, too long, or with blanks or commas")
    return value


def _references(text: str) -> tuple[Reference, ...]:
    """Triples ``sender,identifier,sent`` with blanks between. Raises NotAWarning."""
    found = []
    for triple in text.split():
        parts = triple.split(",")
        if len(parts) != 3 or not all(parts):
            raise NotAWarning(f"it refers to {triple!r:.100}, which is not sender,identifier,sent")
        sender, identifier, sent = parts
        found.append(Reference(identifier, sender, instant(sent, "references")))
    return tuple(dict.fromkeys(found))


def _warning(head: _Head, info: Info | None, source: str, attribution: str) -> Warning:
    message = MessageKind.CANCEL if info is not None and info.all_clear else head.message
    if message is not MessageKind.ALERT and not head.references:
        raise NotAWarning(f"it is an {message} without references: it does not say of what")
    if message is MessageKind.CANCEL:
        return _cancel(head, info, source, attribution)
    if info is None:
        raise NotAWarning("it tells nothing (info)")
    told = {field: getattr(info, field) for field in _TOLD}
    return Warning(
        source=source,
        identifier=head.identifier,
        sent=head.sent,
        sender=head.sender,
        message=message,
        references=head.references,
        attribution=attribution,
        **told,
    )


def _cancel(head: _Head, info: Info | None, source: str, attribution: str) -> Warning:
    """It holds for as long as what it takes back may, which may arrive later than it."""
    return Warning(
        source=source,
        identifier=head.identifier,
        sent=head.sent,
        effective=head.sent,
        expires=head.sent + LONGEST_VALIDITY,
        kind=WarningKind.OTHER if info is None else info.kind,
        event="" if info is None else info.event,
        headline="" if info is None else info.headline,
        description="" if info is None else info.description,
        message=MessageKind.CANCEL,
        sender=head.sender,
        references=head.references,
        attribution=attribution,
    )
