"""What a person sees before they approve a draft: pictures made of the very bytes, and what changes on which wall.

Everything is fetched, hashed and drawn at this desk. Nothing the hub says about a draft is taken for granted: what is
shown is read from the document whose digest is signed, and compared with what people have signed before.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.published import parsed_role
from content.delivery.roles import ROLE_FIELD, programme_path, programme_role, validity
from content.delivery.store import AssetStore
from content.delivery.tufnames import Targets
from content.errors import Damaged, Refused, UnusableMedia
from content.studio.confirming import Confirmed
from content.studio.workshop import Workshop
from displayctl.api.approvals import Submission, SubmissionFile
from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound
from displayctl.api.models import Problem
from displayctl.desk.believing import Beliefs
from displayctl.desk.comparing import WallChange, compare_programmes
from displayctl.desk.drafts_seen import AHEAD, check_made_now
from schedules.clock import Clock, SystemClock
from schedules.codec import programme_from_dict
from schedules.errors import ScheduleError
from schedules.playlist import Medium, Rendition
from schedules.programme import Programme

LARGEST_ASSET = 4 << 30


@dataclass(frozen=True, slots=True)
class ReviewedMedium:
    """A rendition that is not on air yet: `picture` is a JPEG of the verified bytes, at most 1600x1200 pixels; of a
    film it shows up to twelve frames from the first to the last, row by row.

    `picture` is empty where not all of the bytes can be drawn; `problem` says why then. `stream` is the
    address of a live stream, whose later pictures nobody can approve.
    """

    medium_id: str
    title: str
    format: str
    sha256: str
    size_bytes: int
    duration: timedelta | None
    picture: bytes
    problem: str = ""
    stream: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """Running text that differs from what is on air; empty where it is new or goes."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Review:
    """A draft as it would be signed. `document` and `role` are the exact bytes; `published` is what is on air, None for
    the first time. `notes` are sentences about what a person should look into, as another player at a wall.
    """

    submission: Submission
    document: bytes
    role: bytes
    programme: Programme
    published: Programme | None
    walls: tuple[WallChange, ...]
    media: tuple[ReviewedMedium, ...]
    texts: tuple[ReviewedText, ...]
    notes: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the document."""
        return hashlib.sha256(self.document).hexdigest()


def find_submission(client: HubClient, id: str) -> Submission:
    """The submission called `id`. Raises NotFound, HubError."""
    for submission in client.approvals.submissions():
        if submission.id == id:
            return submission
    detail = f"there is no submission {id!r} (any more); list them with: displayctl review"
    raise NotFound(Problem(type="not-found", title="Not found", status=404, detail=detail))


def review(
    client: HubClient, submission: Submission, workplace: Path, beliefs: Beliefs, clock: Clock | None = None
) -> Review:
    """Fetch a submission with every medium that is new in it, verify all of it, and draw what is new.

    `workplace` is a folder of this desk; verified media stay in it, so that a second look is quick. Raises Refused,
    Damaged where the hub's bytes are not what they should be, NothingToSign where it is dated in the future,
    HubNotBelieved, HubError, StorageFull.
    """
    now = (clock or SystemClock()).now()
    group = submission.group
    confirmed = beliefs.confirmed(client, (programme_role(group),))
    file = client.approvals.submission(group, submission.id)
    document, role = _exact_bytes(file, group, now)
    programme = _programme(document, group)
    published = _on_air(client, confirmed, group)
    check_made_now(programme, None if published is None else published.revision, now)
    return Review(
        submission=file.submission,
        document=document,
        role=role,
        programme=programme,
        published=published,
        walls=compare_programmes(programme, published, now),
        media=tuple(_drawn(client, workplace, programme, published)),
        texts=tuple(_texts(programme, published)),
        notes=tuple(_notes(programme, published, confirmed)),
    )


def _exact_bytes(file: SubmissionFile, group: str, now: datetime) -> tuple[bytes, bytes]:
    """The document and the role file that lists it, and nothing else. Raises Refused, Damaged."""
    name, path = programme_role(group), programme_path(group)
    try:
        role = base64.b64decode(file.signed.roles[name])
        document = base64.b64decode(file.signed.documents[path])
    except KeyError as error:
        raise Damaged("the hub does not hand out the whole submission; look at it again later") from error
    targets: Targets = parsed_role(name, role)
    listed = targets.targets.get(path)
    if set(targets.targets) != {path} or listed is None or targets.delegations is not None:
        raise Refused("foreign-path", "the submission would sign something else than one programme; do not approve it")
    if targets.unrecognized_fields != {ROLE_FIELD: name} or listed.unrecognized_fields:
        raise Refused("unreadable", "the submission has parts that nobody would see; do not approve it")
    if hashlib.sha256(document).hexdigest() != listed.hashes.get("sha256") or len(document) != listed.length:
        raise Damaged("the programme the hub hands out is not the one that would be signed; do not approve it")
    if targets.version > (now + AHEAD).timestamp() or targets.expires > now + validity(name) + AHEAD:
        raise Refused("future", "the submission was made with a clock that is ahead; submit it again")
    if targets.expires <= now:
        raise Refused("expired", "the submission has waited too long to be signed; submit it again")
    return document, role


def _programme(document: bytes, group: str) -> Programme:
    try:
        programme = programme_from_dict(json.loads(document))
    except (ScheduleError, ValueError, RecursionError) as error:
        raise Refused("document", f"the submitted document is no programme ({error!s:.200})") from error
    if programme.group != group:
        raise Refused("document", f"the submitted programme is for {programme.group!r}, not for {group!r}")
    return programme


def _on_air(client: HubClient, confirmed: Confirmed, group: str) -> Programme | None:
    """What people have signed last, not what the hub says they have. Raises Refused (``signatures``)."""
    try:
        document = client.programme(group)
    except NotFound:
        return None
    if not confirmed.is_published(group, document):
        raise Refused("signatures", f"what the hub calls on air in {group} is not what was signed; look into the hub")
    return programme_from_dict(document)


def _drawn(
    client: HubClient, workplace: Path, programme: Programme, published: Programme | None
) -> Iterator[ReviewedMedium]:
    known = (
        set() if published is None else {(m.id, m.title, m.stream, r) for m in published.media for r in m.renditions}
    )
    fresh = [(m, r) for m in programme.media for r in m.renditions if (m.id, m.title, m.stream, r) not in known]
    store = AssetStore(workplace / "media")
    with _children(workplace / "workshop", needed=bool(fresh)) as workshop:
        for medium, rendition in fresh:
            _fetch(client, store, rendition)
            yield _reviewed(store, workshop, medium, rendition)


@contextmanager
def _children(folder: Path, *, needed: bool) -> Iterator[Workshop | None]:
    if not needed:
        yield None
        return
    with Workshop(folder, children=1) as workshop:
        yield workshop


def _fetch(client: HubClient, store: AssetStore, rendition: Rendition) -> None:
    """Puts the asset into the store, which names nothing before its digest was found right. Raises Damaged."""
    asset = rendition.asset
    if asset.size_bytes > LARGEST_ASSET:
        raise Refused("bounds", f"a medium has {asset.size_bytes} bytes; at most 4 GiB can be reviewed")
    if store.has(asset.sha256):
        return
    with store.receive(asset.sha256, asset.size_bytes) as incoming:
        incoming.start_over()
        for piece in client.approvals.asset_pieces(asset.sha256):
            incoming.write(piece)


def _reviewed(store: AssetStore, workshop: Workshop | None, medium: Medium, rendition: Rendition) -> ReviewedMedium:
    picture, problem, asset = b"", "", rendition.asset
    store.verify(asset.sha256)
    try:
        picture = b"" if workshop is None else workshop.contact_sheet(store.path_of(asset.sha256), name=medium.title)
    except UnusableMedia as error:
        problem = str(error)
    return ReviewedMedium(
        medium_id=medium.id,
        title=medium.title,
        format=rendition.format,
        sha256=asset.sha256,
        size_bytes=asset.size_bytes,
        duration=asset.duration,
        picture=picture,
        problem=problem,
        stream="" if medium.stream is None else medium.stream.shown,
    )


def _texts(programme: Programme, published: Programme | None) -> Iterator[ReviewedText]:
    before, after = _running(published), _running(programme)
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            name = (after.get(key) or before.get(key) or ("", ""))[0]
            yield ReviewedText(name, before.get(key, ("", ""))[1], after.get(key, ("", ""))[1])


def _running(programme: Programme | None) -> dict[str, tuple[str, str]]:
    tickers = () if programme is None else programme.tickers
    return {ticker.id: (ticker.name, " · ".join(text.text for text in ticker.texts)) for ticker in tickers}


def _notes(programme: Programme, published: Programme | None, confirmed: Confirmed) -> Iterator[str]:
    """Where walls and players are not what they were, or not what the policy says."""
    before = {} if published is None else {display.id: display for display in published.displays}
    ours = {wall.display_id: wall for wall in confirmed.people.walls}
    for display in programme.displays:
        former = before.pop(display.id, None)
        if former is not None and former.fingerprint != display.fingerprint:
            yield f"{display.name} has another player: {display.fingerprint[:12] or 'none'}; ask who replaced it"
        if former is not None and (former.canvas, former.groups) != (display.canvas, display.groups):
            yield f"the canvas or the groups of {display.name} are not what they were"
        wall = ours.get(display.id)
        if ours and wall is None:
            yield f"{display.name} is no wall that the policy lists"
        if wall is not None and wall.device and wall.device != display.fingerprint:
            yield f"the policy names another player for {display.name}; do not approve this before that is cleared up"
    for display in before.values():
        yield f"{display.name} would get no programme any more"
