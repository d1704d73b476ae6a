"""A walk through the forms about how a wall is put together that leaves a picture of each for the manual.

``python -m scripts.demonstration.scene_walk FOLDER``: on a real hub of its own, in a folder that is gone afterwards.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from displayctl.api.client import HubClient
from displayctl.api.models import PartKind
from displayctl.api.streams import StreamChange
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.tickers import TickersPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.presenters.region_presets import POSTER, Preset, divided
from displayctl.desktop.stream_window import StreamWindow
from displayctl.desktop.tour import settle
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.codec import display_to_dict, playlist_to_dict, ticker_to_dict
from schedules.playlist import Playlist, PlaylistEntry
from schedules.ticker import RunningText, Ticker
from schedules.transition import Motion, Transition, TransitionKind
from scripts.demonstration.posters import draw_posters
from scripts.demonstration.trust_walk import Walk, walking
from scripts.demonstration.week import TITLES, TUGU, wait_for_jobs

P = TypeVar("P", bound=QWidget)
D = TypeVar("D", bound=QDialog)
FADE = Transition(TransitionKind.CROSSFADE, timedelta(milliseconds=800))
TEXTS = ("Pelayanan KTP buka sampai pukul 15.00 WITA", "Bayar PBB sebelum 30 November", "Nomor darurat: 112")


def furnish(client: HubClient) -> None:
    """Posters, a playlist with transitions, a running text, a camera, and one wall in four parts."""
    with tempfile.TemporaryDirectory(prefix="displayctl-posters-") as folder:
        posters = draw_posters(Path(folder))
        jobs = [client.upload_medium(path, title=TITLES.get(name, name)) for name, path in posters.items()]
        jobs.append(client.add_stream(StreamChange(title="CCTV Pelabuhan", url="rtsp://10.0.0.9:554/ch1")))
        wait_for_jobs(client, jobs)
    media = [job.medium_id for job in jobs[:-1]]
    entries = tuple(PlaylistEntry(medium, timedelta(seconds=8), motion=Motion.ZOOM_IN) for medium in media[:3])
    for playlist in (
        Playlist("layanan", "Layanan publik", entries, transition=FADE),
        Playlist("samping", "Poster samping", (PlaylistEntry(media[-1]),)),
    ):
        client.create_part(PartKind.PLAYLIST, playlist_to_dict(playlist))
    ticker = Ticker("info-warga", "Info warga", tuple(RunningText(text) for text in TEXTS))
    client.create_part(PartKind.TICKER, ticker_to_dict(ticker))
    regions = divided(Preset.FULL, TUGU.canvas.width_px, TUGU.canvas.height_px)
    filled = tuple(replace(r, playlist_id="samping") if r.name == POSTER else r for r in regions)
    part = client.part(PartKind.DISPLAY, TUGU.id)
    wall = replace(TUGU, canvas=replace(TUGU.canvas, regions=filled))
    client.put_part(PartKind.DISPLAY, TUGU.id, display_to_dict(wall), part.version)


def pages(walk: Walk) -> None:
    """The playlist with its preview on the divided wall, and the running text."""
    page = shown(walk, "playlists", PlaylistsPage)
    walk.wait(lambda: bool(page.model.entries))
    page.entries.setCurrentIndex(page.model.index(0))
    page.wall.setCurrentIndex(page.wall.findData(TUGU.id))
    page.wall.activated.emit(page.wall.currentIndex())
    walk.wait(lambda: not page.player.picture.image.isNull() and bool(walk.desk.drafts.programmes))
    walk.take("daftar-putar", walk.window)
    shown(walk, "tickers", TickersPage)
    walk.take("teks-berjalan", walk.window)


def forms(walk: Walk) -> None:
    """The parts of a wall, its sound and logo, and the window of a live stream."""
    walls = shown(walk, "walls", WallsPage)
    walls.edit(TUGU.id)
    form = dialog(walls, WallForm)
    for number, name in ((1, "bagian-layar"), (2, "suara-dan-logo")):
        form.show_part(number)
        form.sound.quiet.add()
        form.sound.logo.setCurrentIndex(1)
        walk.take(name, form)
    form.done(QDialog.DialogCode.Rejected)
    library = shown(walk, "library", LibraryPage)
    library.new_stream()
    stream = dialog(library, StreamWindow)
    stream.title.setText("CCTV Pasar Simpong")
    stream.address.setText("rtsp://10.0.0.12:554/ch1")
    walk.take("siaran-langsung", stream)
    stream.reject()


def shown(walk: Walk, name: str, kind: type[P]) -> P:
    """The page of the window that is called so, brought forward."""
    page = walk.window.page_named(name)
    walk.window.show_page(name)
    if not isinstance(page, kind):
        raise TypeError(f"the page {name!r} is a {type(page).__name__}")
    return page


def dialog(page: WallsPage | LibraryPage, kind: type[D]) -> D:
    """The window that a page has just opened."""
    return page.findChildren(kind)[-1]


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with walking(application, folder, "scene") as walk:
        furnish(walk.desk.hub.client)
        settle(application, walk.desk)
        pages(walk)
        forms(walk)
    return 0


if __name__ == "__main__":
    sys.exit(main())
