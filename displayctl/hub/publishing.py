"""Publishing: the draft for signing, signed roles judged as a player would, and how far each wall has come."""

from __future__ import annotations

import json
import threading
from datetime import datetime

from content.delivery.repository import Repository
from content.delivery.roles import POLICY, SignedRole, programme_path, programme_role
from content.errors import Refused
from displayctl.api.models import (
    Document,
    PartKind,
    Publication,
    Receipt,
    ReceiptStage,
    SignedRoles,
    SigningState,
)
from displayctl.hub.asking import current_asker
from displayctl.hub.bus import fact
from displayctl.hub.carriage import Carriage
from displayctl.hub.drafts import draft_programme, home_group, read_plan
from displayctl.hub.errors import NoSuchThing, WrongWish
from displayctl.hub.library import Library
from displayctl.hub.repositories.publications import is_news
from displayctl.hub.signed_material import signed_roles, text
from displayctl.hub.storage import Storage, UnitOfWork
from displayctl.hub.wall_health import warnings_for
from schedules.checks import check_id
from schedules.codec import display_from_dict, programme_from_dict, programme_to_dict
from schedules.display import Display
from schedules.errors import ScheduleError
from schedules.programme import Programme


class Publishing:
    """What desks sign goes in, what players fetch comes out."""

    def __init__(self, storage: Storage, repository: Repository, carriage: Carriage, library: Library) -> None:
        self._storage, self._repository, self._carriage, self._library = storage, repository, carriage, library
        self._one_at_a_time = threading.Lock()
        self._programmes: dict[str, Programme] = {}  # as read last; people ask many instants of the same one

    def signing_state(self, group: str) -> SigningState:
        """The draft for `group` and what it is to be signed upon. Raises NoSuchThing for a group without walls."""
        check_id("group", group)
        with self._storage.reading() as work:
            draft = draft_programme(work, group)
            published = work.publications.newest_document(group)
            asked_too_much = warnings_for(work, draft.programme)
        if not draft.programme.displays and published is None:
            raise NoSuchThing(f"group {group!r} has no walls; add one to it first")
        role = self._repository.current(programme_role(group))
        return SigningState(
            group=group,
            policy=text(self._repository.current(POLICY) or b""),
            role=None if role is None else text(role),
            draft=programme_to_dict(draft.programme),
            published=published,
            problems=(*draft.problems, *_players_to_name(draft.programme, published), *asked_too_much),
        )

    def draft(self, group: str) -> Programme:
        with self._storage.reading() as work:
            return draft_programme(work, group).programme

    def published(self, group: str) -> Programme:
        """Raises NoSuchThing before the first publication."""
        with self._storage.reading() as work:
            newest = work.publications.newest(group)
        known = self._programmes.get(group)
        if known is not None and newest is not None and known.revision == newest.revision:
            return known
        programme = programme_from_dict(self.document(group))
        self._programmes[group] = programme
        return programme

    def published_at(self, group: str, at: datetime) -> Programme:
        """What was published at an instant that is over. Raises NoSuchThing where nothing was, or it is not kept."""
        with self._storage.reading() as work:
            newest = work.publications.newest(group)
            if newest is None or newest.published_at > at:
                found = work.publications.in_force(group, at, at)
                if not found:
                    raise NoSuchThing(
                        f"nothing that was published for group {group!r} then is known; ask of a later time"
                    )
                return programme_from_dict(found[0][1])
        return self.published(group)

    def document(self, group: str) -> Document:
        """The published programme's document. Raises NoSuchThing before the first publication."""
        with self._storage.reading() as work:
            document = work.publications.newest_document(group)
        if document is None:
            raise NoSuchThing(f"nothing was published for group {group!r} yet; publish first")
        return document

    def publish(self, group: str, signed: SignedRoles) -> Publication:
        """Judges and publishes a signed programme, and tells the walls. Raises Refused, WrongWish, StorageFull."""
        name = programme_role(group)
        if name not in signed.roles or set(signed.roles) - {name, POLICY}:
            raise WrongWish("roles", f"a publication is signed by {name}, perhaps with a policy, by nobody else")
        roles = tuple(signed_roles(signed))
        programme = self.checked_programme(group, roles)
        with self._one_at_a_time:
            self._check_newer(programme)
            self._repository.accept(*roles)
            self._carriage.push(group)
            return self._record(programme)

    def reconcile(self) -> None:
        """At start: notes what the repository has published and the tables do not know, as after a power cut."""
        for group in self._repository.groups():
            content = self._repository.document(programme_role(group), programme_path(group))
            if content is not None:
                programme = programme_from_dict(json.loads(content))
                if self._newest_revision(group) < programme.revision:
                    self._record(programme)

    def publications(self) -> tuple[Publication, ...]:
        with self._storage.reading() as work:
            asker, listed = current_asker(), work.publications.listed()
            return tuple(each for each in listed if asker.sees(frozenset({each.group})))

    def receipts(self, group: str) -> tuple[Receipt, ...]:
        """One for each wall of `group`, for the newest publication. Raises NoSuchThing before the first."""
        with self._storage.reading() as work:
            newest = work.publications.newest(group)
            if newest is None:
                raise NoSuchThing(f"nothing was published for group {group!r} yet; publish first")
            walls = [display.id for display in read_plan(work).displays if home_group(display) == group]
            return tuple(_receipt(work, wall, newest.revision) for wall in walls)

    def take_receipt(self, receipt: Receipt) -> None:
        """Notes how far a wall is; what says no more than is known is passed over."""
        with self._storage.writing() as work:
            known = work.publications.receipt(receipt.display_id, receipt.revision)
            if known is not None and (not is_news(known.stage, receipt.stage) or _is_same(known, receipt)):
                return
            work.publications.put_receipt(receipt)
            work.tell(fact("receipt", receipt.display_id, receipt))
            work.commit()

    def published_digests(self) -> frozenset[str]:
        """The assets that published programmes name."""
        with self._storage.reading() as work:
            groups = work.publications.groups()
        programmes = [self.published(group) for group in groups]
        return frozenset(r.asset.sha256 for p in programmes for medium in p.media for r in medium.renditions)

    def display(self, display_id: str) -> Display:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            found = work.parts.find(PartKind.DISPLAY, display_id)
        if found is None:
            raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
        return display_from_dict(found.part.value)

    def resign(self) -> None:
        """Says anew that what is published is current, and tells all walls."""
        self._repository.resign()
        self._carriage.push_all()

    def checked_programme(self, group: str, roles: tuple[SignedRole, ...]) -> Programme:
        """The programme in `roles`, whole and playable from here. Raises WrongWish, Refused."""
        path = programme_path(group)
        content = next((role.documents[path] for role in roles if path in role.documents), None)
        if content is None:
            raise WrongWish("documents", f"the document {path} is missing; send it along")
        try:
            programme = programme_from_dict(json.loads(content))
        except (ScheduleError, ValueError, RecursionError) as error:
            raise Refused("document", f"the signed document is no programme ({error}); sign the draft again") from error
        if programme.group != group:
            raise Refused("document", f"the programme is for group {programme.group!r}, not {group!r}; sign that one")
        self._check_assets(programme)
        return programme

    def _check_assets(self, programme: Programme) -> None:
        for medium in programme.media:
            for rendition in medium.renditions:
                if not self._library.has(rendition.asset.sha256):
                    raise Refused(
                        "asset-missing",
                        f"the hub has no {medium.title!r} for {rendition.format}; fetch the draft and sign again",
                    )

    def _check_newer(self, programme: Programme) -> None:
        newest = self._newest_revision(programme.group)
        if newest >= programme.revision:
            raise Refused("rollback", f"revision {newest} is published already; fetch the draft and sign that")

    def _newest_revision(self, group: str) -> int:
        with self._storage.reading() as work:
            newest = work.publications.newest(group)
        return -1 if newest is None else newest.revision

    def _record(self, programme: Programme) -> Publication:
        digest = self._carriage.bundle(programme.group).digest
        with self._storage.writing() as work:
            publication = Publication(
                group=programme.group, revision=programme.revision, published_at=work.now, digest=digest
            )
            work.publications.add(publication, programme_to_dict(programme))
            said = {"revision": publication.revision, "digest": publication.digest}
            work.record("publication.publish", "publication", programme.group, after=said)
            work.tell(fact("publication", programme.group, publication))
            work.commit()
        return publication


def _players_to_name(draft: Programme, published: Document | None) -> tuple[str, ...]:
    """A player plays only a programme that names it, so pairing one takes effect with the next publication."""
    if published is None:
        return ()
    named = {display["id"]: display["fingerprint"] for display in published["displays"]}
    return tuple(
        f"the player of {display.name!r} was paired after the last publication; publish so that it may play"
        for display in draft.displays
        if display.fingerprint and named.get(display.id, "") != display.fingerprint
    )


def _is_same(known: Receipt, said: Receipt) -> bool:
    """Whether a wall repeats itself, as after its restart; what it said keeps the time at which it said so first."""
    return said.model_copy(update={"at": known.at}) == known


def _receipt(work: UnitOfWork, display_id: str, revision: int) -> Receipt:
    known = work.publications.receipt(display_id, revision)
    return known or Receipt(display_id=display_id, revision=revision, stage=ReceiptStage.WAITING)
