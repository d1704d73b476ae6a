"""What the office as a whole needs of people: warnings, feeds, the drill, signatures that end, and the hub itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.feeds import FeedInfo
from displayctl.api.incidents import DrillStatus
from displayctl.api.warnings import WarningBrief
from displayctl.desk.ceremonies import Renewal
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.need import Need, Rights, Urgency
from displayctl.desktop.presenters.office_time import office_day
from displayctl.desktop.presenters.policy_words import role_name
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.warning_words import correction_words, notice_words
from displayctl.desktop.presenters.words import ago_words, date_short, listed, unbroken

translate = QCoreApplication.translate
MOST_LINES = 3
_TOLD_ELSEWHERE = re.compile(r"the player of |nothing has come from |the signatures of |nobody has founded ")
"""What a hub says of walls, feeds and signatures is told with its own button."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The office as it is; `problems` are sentences of the hub about itself, `ceremonies` how many wait at it."""

    warnings: tuple[WarningBrief, ...] = ()
    feeds: tuple[FeedInfo, ...] = ()
    drill: DrillStatus | None = None
    renewals: tuple[Renewal, ...] = ()
    ceremonies: int = 0
    problems: tuple[str, ...] = ()


def needs_of_the_office(facts: OfficeFacts, rights: Rights, now: datetime) -> Iterator[Need]:
    """What is to be done about the office."""
    if rights.may(Role.DUTY):
        yield from _warnings(facts)
    if rights.may(Role.DUTY, Role.TECHNICIAN, Role.ADMINISTRATOR):
        yield from _feeds(facts, now)
    if rights.may(Role.DUTY) and facts.drill is not None and facts.drill.overdue:
        words = translate("Needs", "This month has had no emergency drill yet.")
        yield Need("drill", Urgency.SOON, words, translate("Needs", "Run a drill…"), Place("", deed=Deed.DRILL))
    if rights.may(Role.APPROVER, Role.DUTY, Role.ADMINISTRATOR):
        yield from _signatures(facts)
    if rights.may(Role.TECHNICIAN, Role.ADMINISTRATOR):
        yield from _hub(facts)


def _warnings(facts: OfficeFacts) -> Iterator[Need]:
    due = [each for each in facts.warnings if each.correction_due]
    fresh = [each for each in facts.warnings if each.waits and not each.correction_due]
    for each in due[:MOST_LINES]:
        action, place = translate("Needs", "Take it back"), Place("warnings", each.id)
        yield Need(f"correction/{each.id}", Urgency.NOW, correction_words(each), action, place)
    for each in fresh[:MOST_LINES]:
        action, place = translate("Needs", "Look and decide"), Place("warnings", each.id)
        yield Need(f"warning/{each.id}", Urgency.NOW, notice_words(each), action, place)
    if len(fresh) > MOST_LINES:
        words = translate("Needs", "Further warnings that wait for a decision: {count}.")
        said = words.format(count=len(fresh) - MOST_LINES)
        yield Need("warnings", Urgency.NOW, said, translate("Needs", "Open Warnings"), Place("warnings"))


def _feeds(facts: OfficeFacts, now: datetime) -> Iterator[Need]:
    for feed in facts.feeds:
        if feed.settings.enabled and feed.health.silent:
            words = translate("Needs", "{feed} is silent, last good {ago}. Warnings may be missing.")
            said = words.format(feed=feed.settings.name, ago=unbroken(ago_words(now, feed.health.last_good_at)))
            place = Place("warnings", deed=Deed.FEEDS)
            yield Need(f"feed/{feed.settings.id}", Urgency.NOW, said, translate("Needs", "See feeds"), place)


def _signatures(facts: OfficeFacts) -> Iterator[Need]:
    late = [each for each in facts.renewals if each.late]
    due = [each for each in facts.renewals if each.due and not each.late]
    action, place = translate("Needs", "Sign again"), Place("keys")
    if late:
        words = translate("Needs", "Signatures have ended: {names}. Walls believe nothing new of these.")
        said = words.format(names=listed([role_name(each.role) for each in late]))
        yield Need("signatures-late", Urgency.NOW, said, action, place)
    if due:
        words = translate("Needs", "Signatures end on {date}: {names}.")
        first = min(each.expires for each in due)
        said = words.format(date=date_short(office_day(first)), names=listed([role_name(each.role) for each in due]))
        yield Need("signatures-due", Urgency.SOON, said, action, place)
    if facts.ceremonies:
        words = translate("Needs", "Ceremonies that wait for signatures: {count}.")
        said = words.format(count=facts.ceremonies)
        yield Need("ceremonies", Urgency.LATER, said, translate("Needs", "Look and sign"), place)


def _hub(facts: OfficeFacts) -> Iterator[Need]:
    for number, problem in enumerate(facts.problems):
        if not _TOLD_ELSEWHERE.match(problem):
            yield Need(f"hub/{number}", Urgency.SOON, say_sentence(problem), "", Place(""))
