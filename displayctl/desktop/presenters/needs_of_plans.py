"""What drafts, media and bookings need of people: approvals, what came back, what failed, what ends soon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.approvals import Submission, SubmissionState
from displayctl.api.models import MediumInfo, MediumState
from displayctl.desk.comparing import differ
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Need, Rights, Urgency
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.validity import last_day
from displayctl.desktop.presenters.warning_words import few
from displayctl.desktop.presenters.words import date_short
from schedules.playlist import Playlist
from schedules.programme import Programme
from schedules.slot import Slot

translate = QCoreApplication.translate
ENDS_SOON = timedelta(days=7)
LONG_BOOKING = timedelta(days=14)
"""A booking of a day or two ends as it was meant to; one that has run for weeks is missed."""
NEWS_FOR = timedelta(days=14)
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A group whose draft differs from what its walls play, and how many bookings differ."""

    group: str
    bookings: int


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The plans as they are. `mine` are the names under which the one who works here hands drafts in, `signers` those
    whose keys are at this desk."""

    submissions: tuple[Submission, ...] = ()
    mine: frozenset[str] = frozenset()
    signers: frozenset[str] = frozenset()
    media: tuple[MediumInfo, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    slots: tuple[Slot, ...] = ()
    unpublished: tuple[Unpublished, ...] = ()


def difference(draft: Programme, published: Programme | None) -> Unpublished | None:
    """What of a group's draft is not on air; None where the walls play it already."""
    if published is None:
        return Unpublished(draft.group, len(draft.slots)) if draft.slots else None
    if not differ(draft, published):
        return None
    unlike = set(draft.slots) ^ set(published.slots)
    return Unpublished(draft.group, len({slot.id for slot in unlike}))


def needs_of_plans(facts: PlanFacts, rights: Rights, now: datetime) -> Iterator[Need]:
    """What is to be done about plans."""
    yield from _to_approve(facts, rights)
    yield from _sent_back(facts, now)
    if rights.may(Role.EDITOR):
        yield from _failed_media(facts)
        yield from _media_that_ended(facts, now)
        yield from _media_ending(facts, now)
        yield from _bookings_ending(facts, now.astimezone(office_zone()).date())
    yield from _unpublished(facts, rights)


def _to_approve(facts: PlanFacts, rights: Rights) -> Iterator[Need]:
    for each in facts.submissions:
        if each.state is not SubmissionState.OPEN or not rights.may(Role.APPROVER, group=each.group):
            continue
        if not facts.signers - set(each.signed_by):
            continue  # whoever has a key here has signed
        words = translate("Needs", "“{name}” of {by} waits for your approval ({group}).")
        said = words.format(name=_name(each), by=each.by, group=each.group)
        yield Need(
            f"approve/{each.id}", Urgency.SOON, said, translate("Needs", "Look and decide"), Place("approvals", each.id)
        )


def _sent_back(facts: PlanFacts, now: datetime) -> Iterator[Need]:
    handed_in_again = {each.replaces for each in facts.submissions if each.replaces}
    for each in facts.submissions:
        fresh = each.decided_at is not None and now - each.decided_at < NEWS_FOR
        overtaken = each.state is SubmissionState.OVERTAKEN
        if each.by not in facts.mine or each.id in handed_in_again:
            continue
        if each.state is SubmissionState.REJECTED and fresh and not _followed(each, facts.submissions):
            words = translate("Needs", "{by} sent “{name}” back: “{reason}”")
            said = words.format(by=each.decided_by, name=_name(each), reason=each.reason)
        elif overtaken and now - each.submitted_at < NEWS_FOR:
            words = translate("Needs", "“{name}” was overtaken by another publication; hand it in anew.")
            said = words.format(name=_name(each))
        else:
            continue
        yield Need(f"back/{each.id}", Urgency.SOON, said, translate("Needs", "Read it"), Place("approvals", each.id))


def _followed(rejected: Submission, submissions: Iterable[Submission]) -> bool:
    """Whether something was handed in for the same walls since: then it was dealt with."""
    decided = rejected.decided_at or rejected.submitted_at
    return any(each.group == rejected.group and each.submitted_at > decided for each in submissions)


def _name(submission: Submission) -> str:
    return submission.reference or translate("Needs", "Draft without a reference")


def _failed_media(facts: PlanFacts) -> Iterator[Need]:
    failed = [medium for medium in facts.media if medium.state is MediumState.FAILED]
    if len(failed) > MOST_LINES:
        words = translate("Needs", "{count} media cannot be used: {titles}.")
        said = words.format(count=len(failed), titles=few([f"“{medium.title}”" for medium in failed]))
        yield Need("failed", Urgency.SOON, said, translate("Needs", "Open library"), Place("library", failed[0].id))
        return
    for medium in failed:
        words = translate("Needs", "“{title}” cannot be used. {why}")
        said = words.format(title=medium.title, why=say_sentence(medium.message)).rstrip()
        place = Place("library", medium.id)
        yield Need(f"failed/{medium.id}", Urgency.SOON, said, translate("Needs", "Open medium"), place)


def _in_playlists(facts: PlanFacts, after: datetime, until: datetime) -> list[tuple[date | None, MediumInfo]]:
    """Media that end then, with the last day they are shown. Only what is in a playlist: what nobody plays may end."""
    used = {entry.medium_id for playlist in facts.playlists for entry in playlist.entries}
    found = [
        (medium.expires_at, medium)
        for medium in facts.media
        if medium.expires_at is not None and after < medium.expires_at <= until and medium.id in used
    ]
    found.sort(key=lambda pair: (pair[0], pair[1].title))
    return [(last_day(ends), medium) for ends, medium in found]


def _media_that_ended(facts: PlanFacts, now: datetime) -> Iterator[Need]:
    """What walls pass over since its last day: told once for all, for a while."""
    found = _in_playlists(facts, now - NEWS_FOR, now)
    if not found:
        return
    words = translate("Needs", "Past its last day and left out by the walls, yet still in a playlist: {titles}.")
    said = words.format(titles=few([f"“{medium.title}”" for _, medium in found]))
    yield Need("media-ended", Urgency.LATER, said, translate("Needs", "Open medium"), Place("library", found[0][1].id))


def _media_ending(facts: PlanFacts, now: datetime) -> Iterator[Need]:
    found = _in_playlists(facts, now, now + ENDS_SOON)
    if len(found) > MOST_LINES:
        words = translate("Needs", "{count} media in playlists end within a week: {titles}.")
        said = words.format(count=len(found), titles=few([f"“{medium.title}”" for _, medium in found]))
        place = Place("library", found[0][1].id)
        yield Need("media-ending", Urgency.LATER, said, translate("Needs", "Open library"), place)
        return
    for last, medium in found:
        words = translate("Needs", "“{title}” ends on {date} and is in a playlist.")
        said = words.format(title=medium.title, date=date_short(last) if last is not None else "")
        place = Place("library", medium.id)
        yield Need(f"media-ending/{medium.id}", Urgency.LATER, said, translate("Needs", "Open medium"), place)


def _bookings_ending(facts: PlanFacts, today: date) -> Iterator[Need]:
    found = [(last, slot) for slot in facts.slots if (last := _last_day(slot, today)) is not None]
    found.sort(key=lambda pair: (pair[0], pair[1].name))
    if len(found) > MOST_LINES:
        words = translate("Needs", "{count} long bookings end within a week: {names}.")
        said = words.format(count=len(found), names=few([f"“{slot.name}”" for _, slot in found]))
        place = Place("schedule", found[0][1].id, day=found[0][0])
        yield Need("bookings-ending", Urgency.LATER, said, translate("Needs", "Open Schedule"), place)
        return
    for last, slot in found:
        words = translate("Needs", "The booking “{name}” ends on {date}.")
        said = words.format(name=slot.name, date=date_short(last))
        place = Place("schedule", slot.id, day=last)
        yield Need(f"booking-ending/{slot.id}", Urgency.LATER, said, translate("Needs", "Open booking"), place)


def _last_day(slot: Slot, today: date) -> date | None:
    """The last day of a booking that has run for weeks and ends soon; None of any other."""
    first, last = slot.recurrence.first, slot.recurrence.last
    if last is None or last - first < LONG_BOOKING or not today <= last <= today + ENDS_SOON:
        return None
    return last


def _unpublished(facts: PlanFacts, rights: Rights) -> Iterator[Need]:
    """A draft that was handed in is told of by whoever has to approve it."""
    handed_in = {each.group for each in facts.submissions if each.state is SubmissionState.OPEN}
    for each in facts.unpublished:
        if each.group in handed_in or not rights.may(Role.EDITOR, Role.APPROVER, group=each.group):
            continue
        if each.bookings:
            words = translate("Needs", "Not on air yet: changes of {group}; bookings that differ: {count}.")
        else:
            words = translate("Needs", "Not on air yet: changes of {group}.")
        said = words.format(group=each.group, count=each.bookings)
        place = Place("publish", each.group)
        yield Need(f"unpublished/{each.group}", Urgency.LATER, said, translate("Needs", "Compare and publish"), place)
