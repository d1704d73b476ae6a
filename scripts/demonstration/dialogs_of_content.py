"""The windows about media and about requests, each made from a desk alone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QDialog, QWidget

from displayctl.api.models import MediumInfo, MediumKind
from displayctl.api.requests import Request, RequestCreation, RequestDraft
from displayctl.desktop.announcements.air_window import AirWindow
from displayctl.desktop.announcements.brand_window import BrandWindow
from displayctl.desktop.announcements.target_walls import TargetWalls
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.crop_window import CropWindow
from displayctl.desktop.library.cut_window import CutWindow
from displayctl.desktop.library.import_window import FolderImportWindow
from displayctl.desktop.library.pages_window import PagesWindow
from displayctl.desktop.library.storage_window import StorageWindow
from displayctl.desktop.library.versions_window import VersionsWindow
from displayctl.desktop.library.work import library_work
from displayctl.desktop.requests.answer_window import AnswerWindow
from displayctl.desktop.requests.book_window import BookWindow
from displayctl.desktop.requests.request_form import RequestForm
from displayctl.desktop.requests.settings_window import RequestSettingsWindow
from schedules.display import Display
from scripts.demonstration.letters import LETTERS, draw_letter
from scripts.demonstration.week import wait_for_jobs

Maker = Callable[[Desk, QWidget], QDialog]
ZONE = ZoneInfo("Asia/Makassar")
WISH = RequestDraft(agency="dinkes", title="Posyandu Balita", letter_number="440/12/DINKES")


def _medium(desk: Desk, kind: MediumKind) -> MediumInfo:
    """One of this kind, else any."""
    media = desk.catalogue.media
    return next((medium for medium in media if medium.kind is kind), media[0])


def _document(desk: Desk) -> MediumInfo:
    """A document; an office without any gets a letter into its library."""
    found = _medium(desk, MediumKind.DOCUMENT)
    if found.kind is MediumKind.DOCUMENT:
        return found
    client = desk.hub.client
    with tempfile.TemporaryDirectory() as folder:
        job = client.upload_medium(draw_letter(LETTERS[0], Path(folder)), title=LETTERS[0].title)
    wait_for_jobs(client, (job,))
    return client.medium(job.medium_id)


def _request(desk: Desk) -> Request:
    """The newest request; a hub without any gets one."""
    calls = desk.hub.client.requests
    newest = next(calls.all(), None)
    return calls.create(RequestCreation(draft=WISH)) if newest is None else calls.one(newest.id)


def _walls(desk: Desk) -> tuple[Display, ...]:
    return tuple(kept.value for kept in desk.catalogue.displays)


OF_CONTENT: Mapping[str, Maker] = {
    "announcement-air": lambda desk, parent: AirWindow(desk, "Posyandu Balita", (), parent),
    "announcement-brand": lambda desk, parent: BrandWindow(desk, parent),
    "announcement-walls": lambda desk, parent: TargetWalls(_walls(desk), (), parent),
    "crop": lambda desk, parent: CropWindow(desk, _medium(desk, MediumKind.PICTURE), parent),
    "cut": lambda desk, parent: CutWindow(desk, _medium(desk, MediumKind.VIDEO), parent),
    "folder-import": lambda desk, parent: FolderImportWindow(library_work(desk).folder_import, "", parent),
    "former-files": lambda desk, parent: VersionsWindow(desk, _medium(desk, MediumKind.PICTURE), parent),
    "pages": lambda desk, parent: PagesWindow(desk, _document(desk), parent),
    "request": lambda desk, parent: RequestForm(desk, desk.catalogue.request_settings, None, parent),
    "request-answer": lambda desk, parent: AnswerWindow(desk, _request(desk), None, parent),
    "request-booking": lambda desk, parent: BookWindow(desk, _request(desk), ZONE, parent),
    "request-settings": lambda desk, parent: RequestSettingsWindow(desk, desk.catalogue.request_settings, parent),
    "storage": lambda desk, parent: StorageWindow(desk, parent),
}
