"""The messages that hub and desk exchange. Parts of a schedule travel as the plain dicts of `schedules.codec`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from displayctl.api.emergencies import AlertInfo as AlertInfo
from displayctl.api.emergencies import AlertReceipt as AlertReceipt
from displayctl.api.emergencies import EmergencyState as EmergencyState
from displayctl.api.media import MediaPage as MediaPage
from displayctl.api.media import MediumChange as MediumChange
from displayctl.api.media import MediumInfo as MediumInfo
from displayctl.api.media import MediumKind as MediumKind
from displayctl.api.media import MediumState as MediumState
from displayctl.api.media import RenditionInfo as RenditionInfo
from displayctl.api.message import FIRST_YEAR as FIRST_YEAR
from displayctl.api.message import LAST_YEAR as LAST_YEAR
from displayctl.api.message import Base64 as Base64
from displayctl.api.message import Count as Count
from displayctl.api.message import Document as Document
from displayctl.api.message import Instant as Instant
from displayctl.api.message import Message as Message
from displayctl.api.message import Name as Name
from displayctl.api.message import Text as Text
from displayctl.api.office import SettingsInfo as SettingsInfo
from displayctl.api.walls import WallHold


class Problem(Message):
    """What went wrong, after RFC 9457. `type` is a stable word for programs, `detail` a sentence for people."""

    type: str
    title: str
    status: int
    detail: str
    field: str = ""
    where: tuple[str, ...] = ()


class PartKind(StrEnum):
    """The editable parts of a schedule; each has the routes ``/api/<kind>s`` and ``/api/<kind>s/{id}``."""

    DISPLAY = "display"
    PLAYLIST = "playlist"
    DAYPART = "daypart"
    HOLIDAYS = "holiday"
    SLOT = "slot"
    TICKER = "ticker"


PLURALS = {
    PartKind.DISPLAY: "displays",
    PartKind.PLAYLIST: "playlists",
    PartKind.DAYPART: "dayparts",
    PartKind.HOLIDAYS: "holidays",
    PartKind.SLOT: "slots",
    PartKind.TICKER: "tickers",
}
"""The word of each kind of part in addresses."""


class Part(Message):
    """One stored part: `value` is its document, `version` grows with each change, `updated_by` made the last one."""

    id: str
    version: Count
    updated_at: Instant
    value: Document
    updated_by: str = ""


class PartChange(Message):
    """A wish to store `value`. `version` is the one it was made from, 0 if it is new; an older one gets 409."""

    value: Document
    version: Count = 0


class Operation(StrEnum):
    PUT = "put"
    DELETE = "delete"


class BatchStep(Message):
    """One step of an all-or-nothing change (copying a week, undoing it)."""

    operation: Operation
    kind: PartKind
    id: str
    version: Count = 0
    value: Document | None = None


class Batch(Message):
    steps: Annotated[tuple[BatchStep, ...], Field(min_length=1, max_length=5000)]


class Use(Message):
    """A place where a medium is used."""

    kind: PartKind
    id: str
    name: str


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(Message):
    """Work that takes a while. `progress` goes from 0 to 1; `message` says in a sentence what is or went on."""

    id: str
    kind: str
    state: JobState
    progress: float = 0.0
    message: str = ""
    medium_id: str = ""
    created_at: Instant


class AnnouncementChange(Message):
    """An announcement to typeset: `announcement` in the form of `content.studio.templates.Announcement.to_dict`."""

    title: Name
    announcement: Document
    version: Count = 0


class SigningState(Message):
    """What a desk needs to sign for `group`: the newest signed roles, and the draft as a document.

    `role` and `policy` are TUF metadata bytes (base64) of ``prog-<group>`` and ``targets``; `role` is None
    before the first publication.
    """

    group: str
    policy: Base64
    role: Base64 | None
    draft: Document
    published: Document | None
    problems: tuple[str, ...] = ()


class SignedRoles(Message):
    """Signed material on its way to the hub: TUF metadata by role name, documents by target path.

    `upon` names, for alerts, the versions of the roles that they were signed upon: where the hub has others by now,
    nothing is taken, because whoever did not know of another desk's alert would withdraw it.
    """

    roles: dict[str, Base64]
    documents: dict[str, Base64] = Field(default_factory=dict)
    upon: dict[str, Count] = Field(default_factory=dict)


class Publication(Message):
    """One act of publishing: `revision` is the programme's, `digest` that of the bundle that carried it first."""

    group: str
    revision: Count
    published_at: Instant
    digest: str


class ReceiptStage(StrEnum):
    """How far a wall has come with a publication; one that refused it may think better of it."""

    WAITING = "waiting"
    RECEIVED = "received"
    COMPLETE = "complete"
    ON_AIR = "on-air"
    REFUSED = "refused"


class Receipt(Message):
    display_id: str
    revision: Count
    stage: ReceiptStage
    at: Instant | None = None
    detail: str = ""
    missing_assets: Count = 0


class Enrolment(Message):
    """A player that waits for a person to approve the code on its wall.

    A player beyond this machine keeps its code to itself: `code` is empty, and `ticket` what was made from it.
    """

    device_id: str
    code: str
    ticket: str = ""
    public_key: str = ""
    host_name: str
    version: str
    asked_at: Instant
    address: str = ""


class Approval(Message):
    """Which player becomes the one of a wall: by the `code` it shows on this machine, else by its `ticket`, with the
    `proof` that only somebody who reads its code can make.
    """

    code: Annotated[str, Field(pattern=r"^([B-DF-HJ-NP-TV-XZ]{4}-?[B-DF-HJ-NP-TV-XZ]{4})?$")] = ""
    ticket: Annotated[str, Field(pattern=r"^([0-9a-f]{32})?$")] = ""
    proof: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    display_id: Annotated[str, Field(max_length=64)]


class PlayerState(Message):
    """What the hub knows of a wall's player. `showing` is what it really presented last; `hold` is set where the wall
    is held, or still shows that it was.
    """

    display_id: str
    device_id: str = ""
    connected: bool = False
    last_seen: Instant | None = None
    version: str = ""
    revision: Count = 0
    showing: Document | None = None
    faults: tuple[str, ...] = ()
    free_bytes: Count | None = None
    clock_offset_ms: int | None = None
    hold: WallHold | None = None
    stats: Document = Field(default_factory=dict)


class LostSlot(Message):
    """A slot that is not on the wall: the stable word of the rule that hid it, and one English sentence."""

    slot_id: str
    slot_name: str
    rule: str
    detail: str


class PlaysInfo(Message):
    """What plays on a wall at `at`, until when, and why.

    `kind` is what people see (alert, interrupt, loop, filler, slate). The cue beneath: this item of `playlist_id`
    belongs on the wall from `starts` to `ends`; at `at` it is at `position_ms`, frame `frame` at the wall's rate.
    `sha256` is empty for the player's own slate; `alert` is the document of a live one, `takeover` whether it has the
    whole wall. `revision` is that of the programme asked. `losers` are all other slots of this
    wall and `region`, which is empty for the main picture.
    """

    display_id: str
    at: Instant
    until: Instant
    source: str
    revision: Count
    kind: str
    slot_id: str
    slot_name: str
    playlist_id: str
    medium_id: str
    medium_title: str
    sha256: str
    asset_kind: str
    starts: Instant
    ends: Instant
    position_ms: Count
    frame: Count
    item_index: Count
    volume: Count
    region: str = ""
    alert: Document | None = None
    takeover: bool = False
    losers: tuple[LostSlot, ...] = ()


class PlayedRow(Message):
    """A line of the report: one slot and medium on one wall, planned against played."""

    display_id: str
    slot_id: str
    slot_name: str
    medium_id: str
    medium_title: str
    planned_plays: Count
    planned_seconds: float
    played_plays: Count
    played_seconds: float
    late_frames: Count = 0
    dropped_frames: Count = 0


class PlayedReport(Message):
    starts: Instant
    ends: Instant
    rows: tuple[PlayedRow, ...]


class Health(Message):
    """The state of a hub. `problems` are sentences for a person; empty means well."""

    product: str
    version: str
    schema_revision: str
    started_at: Instant
    now: Instant
    players_connected: Count
    problems: tuple[str, ...] = ()


class Event(Message):
    """A fact, sent to every desk on ``/api/events``: `kind` of thing changed, which `id`, and data for live pages.

    Kinds: ``hello`` (first after connecting), those of PartKind, ``medium``, ``job``, ``settings``, ``publication``,
    ``receipt``, ``player``, ``hold``, ``enrolment``, ``alert``, ``incident`` (new pictures), ``drill`` (one is due),
    ``request``, ``request-settings``, ``warning`` and ``feed``. `data` is the changed message as a dict (Part,
    MediumInfo, ...); empty: gone, or too large. A desk that reads too slowly is disconnected: it reconnects and reads
    all anew.
    """

    kind: str
    id: str = ""
    data: Document = Field(default_factory=dict)
