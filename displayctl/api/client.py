"""The hub as a desk sees it: one method for each route, typed with the messages of `displayctl.api.models`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from content.delivery.pin import Pin
from displayctl.api.approvals import ApprovalCalls
from displayctl.api.cards import CardPreview, CardWish
from displayctl.api.device_reports import JournalComparison, RefusalInfo
from displayctl.api.feeds import FeedCalls
from displayctl.api.incidents import IncidentCalls
from displayctl.api.library import LibraryCalls
from displayctl.api.models import (
    PLURALS,
    AlertInfo,
    AnnouncementChange,
    Approval,
    Batch,
    Document,
    EmergencyState,
    Enrolment,
    Health,
    Job,
    MediaPage,
    MediumChange,
    MediumInfo,
    Part,
    PartChange,
    PartKind,
    PlayedReport,
    PlayerState,
    PlaysInfo,
    Publication,
    Receipt,
    SettingsInfo,
    SignedRoles,
    SigningState,
    Use,
)
from displayctl.api.people import AccountsClient
from displayctl.api.reports import ReportCalls
from displayctl.api.request_calls import RequestCalls
from displayctl.api.site import SiteCalls
from displayctl.api.streams import StreamChange
from displayctl.api.transport import Progress, Transport, file_chunks
from displayctl.api.wall_calls import WallCalls
from displayctl.api.wall_health import WallHealth, WallHistory
from displayctl.api.warnings import WarningCalls


class HubClient:
    """One hub. Methods block, raise HubError (see `displayctl.api.errors`), and may be called from several threads.

    `url` is like ``http://127.0.0.1:8765``; `token` the desk token (empty suffices for `health`).
    `pin` is the authority that one with https has to show; without it those of the machine are believed.
    """

    def __init__(self, url: str, token: str = "", timeout_seconds: float = 30.0, pin: Pin | None = None) -> None:
        self.transport = Transport(url, token, timeout_seconds, pin)
        self.accounts = AccountsClient(self.transport)

    @property
    def approvals(self) -> ApprovalCalls:
        """The routes about who may sign, and about drafts on their way to approval."""
        return ApprovalCalls(self.transport)

    @property
    def incidents(self) -> IncidentCalls:
        """The routes about the record of emergencies."""
        return IncidentCalls(self.transport)

    @property
    def reports(self) -> ReportCalls:
        """The routes about what walls were to show and showed."""
        return ReportCalls(self.transport)

    @property
    def sites(self) -> SiteCalls:
        """The routes about what is checked at the walls' sites."""
        return SiteCalls(self.transport)

    @property
    def feeds(self) -> FeedCalls:
        """The routes about the feeds that warnings come from."""
        return FeedCalls(self.transport)

    @property
    def warnings(self) -> WarningCalls:
        """The routes about warnings from outside."""
        return WarningCalls(self.transport)

    @property
    def library(self) -> LibraryCalls:
        """The routes about files of media and the room they take."""
        return LibraryCalls(self.transport)

    @property
    def walls(self) -> WallCalls:
        """The routes about what walls are told to do now."""
        return WallCalls(self.transport)

    @property
    def requests(self) -> RequestCalls:
        """The routes about requests for airtime."""
        return RequestCalls(self.transport)

    @property
    def url(self) -> str:
        return self.transport.url

    def close(self) -> None:
        self.transport.close()

    def __enter__(self) -> HubClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def health(self) -> Health:
        return self.transport.one(Health, "GET", "/api/health")

    # Parts of the schedule

    def parts(self, kind: PartKind) -> tuple[Part, ...]:
        """All parts of one kind, by id."""
        return self.transport.many(Part, "GET", f"/api/{PLURALS[kind]}")

    def part(self, kind: PartKind, id: str) -> Part:
        return self.transport.one(Part, "GET", f"/api/{PLURALS[kind]}/{id}")

    def create_part(self, kind: PartKind, value: Document) -> Part:
        """Stores a new part. `value` may leave out `id` (one is made) and, for a slot, `created_at`."""
        change = PartChange(value=value)
        return self.transport.one(Part, "POST", f"/api/{PLURALS[kind]}", message=change)

    def put_part(self, kind: PartKind, id: str, value: Document, version: int) -> Part:
        """Stores `value` over the version it was made from; raises Conflict when a newer one is there."""
        change = PartChange(value=value, version=version)
        return self.transport.one(Part, "PUT", f"/api/{PLURALS[kind]}/{id}", message=change)

    def delete_part(self, kind: PartKind, id: str, version: int) -> None:
        """Raises InUse when something refers to it, Conflict when it was changed since `version`."""
        self.transport.send("DELETE", f"/api/{PLURALS[kind]}/{id}", params={"version": version})

    def batch(self, batch: Batch) -> tuple[Part, ...]:
        """All steps or none; the parts that were put, in the order of their steps."""
        return self.transport.many(Part, "POST", "/api/batch", message=batch)

    # Library

    def media(self, search: str = "", tag: str = "", offset: int = 0, limit: int = 100) -> MediaPage:
        """Newest first. `search` looks in titles, file names and tags."""
        params = {"search": search or None, "tag": tag or None, "offset": offset, "limit": limit}
        return self.transport.one(MediaPage, "GET", "/api/media", params=params)

    def medium(self, id: str) -> MediumInfo:
        return self.transport.one(MediumInfo, "GET", f"/api/media/{id}")

    def upload_medium(
        self,
        path: Path,
        *,
        title: str = "",
        fit: str = "contain",
        muted: bool = False,
        page: int = 1,
        folder: str = "",
        on_progress: Progress | None = None,
    ) -> Job:
        """Sends a file; the job that makes it ready, whose `medium_id` is the new medium's.

        Raises OSError when the file cannot be read (any more), or changes while it is sent. An exception of
        `on_progress` stops the sending.
        """
        params = {"name": path.name, "title": title or None, "fit": fit, "muted": muted, "page": page}
        params |= {"folder": folder or None}
        size_bytes = path.stat().st_size
        headers = {"Content-Length": str(size_bytes), "Content-Type": "application/octet-stream"}
        content = file_chunks(path, size_bytes, on_progress)
        return self.transport.one(Job, "POST", "/api/media", params=params, content=content, headers=headers)

    def change_medium(self, id: str, change: MediumChange) -> MediumInfo:
        return self.transport.one(MediumInfo, "PATCH", f"/api/media/{id}", message=change)

    def delete_medium(self, id: str, version: int) -> None:
        self.transport.send("DELETE", f"/api/media/{id}", params={"version": version})

    def thumbnail(self, id: str) -> bytes:
        """A picture of at most 320x180; raises NotFound while there is none."""
        return self.transport.send("GET", f"/api/media/{id}/thumbnail").content

    def poster(self, id: str) -> bytes:
        """JPEG or PNG of at most 1280x720, of a video a frame that tells something; NotFound while there is none."""
        return self.transport.send("GET", f"/api/media/{id}/poster").content

    def uses(self, id: str) -> tuple[Use, ...]:
        """Where a medium is used."""
        return self.transport.many(Use, "GET", f"/api/media/{id}/uses")

    def asset(self, sha256: str) -> bytes:
        """The whole bytes of one rendition, for previews; they are not checked against the digest here."""
        return self.transport.send("GET", f"/api/assets/{sha256}").content

    def create_announcement(self, change: AnnouncementChange) -> Job:
        return self.transport.one(Job, "POST", "/api/announcements", message=change)

    def change_announcement(self, id: str, change: AnnouncementChange) -> Job:
        return self.transport.one(Job, "PUT", f"/api/announcements/{id}", message=change)

    def add_stream(self, change: StreamChange) -> Job:
        """Adds a live stream; the job that makes its poster, whose `medium_id` is the new medium's."""
        return self.transport.one(Job, "POST", "/api/streams", message=change)

    def change_stream(self, id: str, change: StreamChange) -> Job:
        """Raises Conflict when it was changed since `change.version`; without a `url` it keeps the one it has."""
        return self.transport.one(Job, "PUT", f"/api/streams/{id}", message=change)

    def add_card(self, wish: CardWish) -> Job:
        """Adds a data card; the job that typesets it. Raises HubError where its data do not come."""
        return self.transport.one(Job, "POST", "/api/cards", message=wish)

    def preview_card(self, wish: CardWish) -> CardPreview:
        """What such a data card would tell now. Raises HubError where its data do not come."""
        return self.transport.one(CardPreview, "POST", "/api/cards/preview", message=wish)

    def preview_announcement(self, change: AnnouncementChange, width_px: int, height_px: int) -> bytes:
        """PNG; raises DoesNotFitCanvas."""
        params = {"width": width_px, "height": height_px}
        return self.transport.send("POST", "/api/announcements/preview", params=params, message=change).content

    # Jobs and settings

    def jobs(self) -> tuple[Job, ...]:
        """Jobs that wait or run, and those that ended in the last hours; newest first."""
        return self.transport.many(Job, "GET", "/api/jobs")

    def job(self, id: str) -> Job:
        return self.transport.one(Job, "GET", f"/api/jobs/{id}")

    def cancel_job(self, id: str) -> Job:
        """Asks a job to stop; its state afterwards. A job that ended stays as it was."""
        return self.transport.one(Job, "DELETE", f"/api/jobs/{id}")

    def settings(self) -> SettingsInfo:
        return self.transport.one(SettingsInfo, "GET", "/api/settings")

    def put_settings(self, settings: SettingsInfo) -> SettingsInfo:
        return self.transport.one(SettingsInfo, "PUT", "/api/settings", message=settings)

    # Publishing

    def signing_state(self, group: str) -> SigningState:
        return self.transport.one(SigningState, "GET", f"/api/signing/{group}")

    def publish(self, group: str, signed: SignedRoles) -> Publication:
        """Raises RefusedByTrust when a player would not believe it."""
        return self.transport.one(Publication, "POST", f"/api/publications/{group}", message=signed)

    def publications(self) -> tuple[Publication, ...]:
        """Newest first."""
        return self.transport.many(Publication, "GET", "/api/publications")

    def receipts(self, group: str) -> tuple[Receipt, ...]:
        """How far each wall of `group` has come with the newest publication."""
        return self.transport.many(Receipt, "GET", f"/api/publications/{group}/receipts")

    def programme(self, group: str) -> Document:
        """The published programme's document; raises NotFound before the first publication."""
        document: Document = self.transport.send("GET", f"/api/programmes/{group}").json()
        return document

    def plays(self, display_id: str, at: datetime, source: str = "published", region: str = "") -> PlaysInfo:
        """What plays on a wall at an instant and why; `source` is published or draft.

        `region` is one of the wall's loop regions, empty for the main picture.
        """
        params = {"at": at.isoformat(), "source": source, "region": region or None}
        return self.transport.one(PlaysInfo, "GET", f"/api/displays/{display_id}/plays", params=params)

    # Walls

    def fleet(self) -> tuple[PlayerState, ...]:
        """One for each display, by its id."""
        return self.transport.many(PlayerState, "GET", "/api/fleet")

    def enrolments(self) -> tuple[Enrolment, ...]:
        """Players that wait for approval."""
        return self.transport.many(Enrolment, "GET", "/api/fleet/enrolments")

    def approve(self, approval: Approval) -> PlayerState:
        """Binds the player that shows this code to a display; raises NotFound for a code nobody shows."""
        return self.transport.one(PlayerState, "POST", "/api/fleet/approvals", message=approval)

    def unbind(self, display_id: str) -> None:
        """Forgets the device's key. It keeps playing what it has and gets nothing new."""
        self.transport.send("DELETE", f"/api/fleet/{display_id}")

    def screenshot(self, display_id: str, max_width_px: int = 640) -> bytes:
        """PNG of what the wall presents now; raises HubUnavailable when it is away or does not answer."""
        params = {"max_width_px": max_width_px}
        return self.transport.send("POST", f"/api/fleet/{display_id}/screenshot", params=params).content

    def identify(self, display_id: str, seconds: int = 30) -> None:
        self.transport.send("POST", f"/api/fleet/{display_id}/identify", params={"seconds": seconds})

    def wall_health(self, display_id: str) -> WallHealth:
        """Figures of a wall by the hour, its last check-up, and what a person should know of it."""
        return self.transport.one(WallHealth, "GET", f"/api/fleet/{display_id}/health")

    def wall_history(self, display_id: str, days: int = 30) -> WallHistory:
        """A wall day by day, today and the `days` before it (1 to 90)."""
        return self.transport.one(WallHistory, "GET", f"/api/fleet/{display_id}/history", params={"days": days})

    def leave_safe_mode(self, display_id: str) -> None:
        """Lets a wall try its whole programme again; raises HubUnavailable when it is away."""
        self.transport.send("POST", f"/api/fleet/{display_id}/leave-safe-mode")

    # Emergencies and reports

    def alerts(self) -> tuple[AlertInfo, ...]:
        """Alerts the hub carries now, newest first."""
        return self.transport.many(AlertInfo, "GET", "/api/alerts")

    def send_alerts(self, signed: SignedRoles) -> tuple[AlertInfo, ...]:
        """Takes the newly signed emergency role and its documents; the alerts carried from now on."""
        return self.transport.many(AlertInfo, "POST", "/api/alerts", message=signed)

    def alert_document(self, alert_id: str) -> bytes:
        """What was signed of an alert that stands, for a desk to verify (`content.delivery.notices`)."""
        return self.transport.send("GET", f"/api/alerts/{alert_id}/document").content

    def emergency_state(self) -> EmergencyState:
        return self.transport.one(EmergencyState, "GET", "/api/signing-emergency")

    def bundle(self, group: str) -> bytes:
        """What walls of `group` are told: signed files, as players fetch them."""
        return self.transport.send("GET", f"/api/bundles/{group}").content

    def asset_pieces(self, sha256: str) -> Iterator[bytes]:
        """An asset's bytes, in pieces."""
        return self.transport.pieces(f"/api/assets/{sha256}")

    def refusals(self, display_id: str) -> tuple[RefusalInfo, ...]:
        """What a wall's player would not believe, the newest first."""
        return self.transport.many(RefusalInfo, "GET", f"/api/fleet/{display_id}/refusals")

    def journal_lines(self, display_id: str) -> Iterator[bytes]:
        """The signed journals of a wall's devices, a batch a line, as they come."""
        return self.transport.lines(f"/api/fleet/{display_id}/journal")

    def compare_journal(self, display_id: str) -> JournalComparison:
        """How the play records of a wall agree with the signed journals, as the hub itself sees it."""
        return self.transport.one(JournalComparison, "GET", f"/api/fleet/{display_id}/journal/comparison")

    def played_report(self, starts: datetime, ends: datetime, display_id: str = "") -> PlayedReport:
        """Planned against played in ``[starts, ends)``, at most 92 days."""
        params = {"from": starts.isoformat(), "to": ends.isoformat(), "display_id": display_id or None}
        return self.transport.one(PlayedReport, "GET", "/api/reports/plays", params=params)

    def played_report_csv(self, starts: datetime, ends: datetime, display_id: str = "") -> bytes:
        """The same as CSV in UTF-8, with a header line."""
        params = {"from": starts.isoformat(), "to": ends.isoformat(), "display_id": display_id or None, "format": "csv"}
        return self.transport.send("GET", "/api/reports/plays", params=params).content
