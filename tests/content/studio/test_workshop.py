"""The workshop keeps hostile files in a child, tells what happened in a sentence, and goes on."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from content.errors import Cancelled, StorageFull, UnusableMedia
from content.studio.announcement import Announcement
from content.studio.child import Child
from content.studio.confinement import Confinement
from content.studio.format import Format, RenderOptions
from content.studio.workshop import Workshop
from schedules.errors import InvalidValue
from schedules.playlist import AssetKind
from tests.content.studio import samples
from tests.content.studio.samples import Clip

WALL = Format(160, 96, 30)


@pytest.fixture(scope="module")
def long_movie(media: Path) -> Path:
    return samples.movie(media / "long.mp4", Clip(size=(640, 384), frames=600))


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_rendition_is_named_by_its_digest_and_is_the_callers(tmp_path: Path) -> None:
    with Workshop(tmp_path / "shop", children=1) as shop:
        heard: list[float] = []
        made = shop.render(samples.movie(tmp_path / "a.mp4"), WALL, on_progress=heard.append)
        assert made.path.parent == tmp_path / "shop"
        assert made.path.name.startswith(made.asset.sha256)
        assert made.path.suffix == ".mp4"
        assert hashlib.sha256(made.path.read_bytes()).hexdigest() == made.asset.sha256
        assert (made.frames, made.asset.kind, made.format) == (30, AssetKind.VIDEO, WALL)
        assert heard == sorted(heard)
        assert heard[-1] == 1.0
        made.path.unlink()
    assert names_in(tmp_path / "shop") == set()


def test_the_same_rendition_made_twice_is_two_files_for_two_callers(tmp_path: Path) -> None:
    source = samples.picture(tmp_path / "a.png")
    with Workshop(tmp_path / "shop", children=1) as shop:
        one, other = shop.render(source, WALL), shop.render(source, WALL)
        assert one.asset == other.asset
        one.path.unlink()
        assert hashlib.sha256(other.path.read_bytes()).hexdigest() == other.asset.sha256


def test_cancelling_is_quick_and_leaves_nothing(tmp_path: Path, long_movie: Path) -> None:
    with Workshop(tmp_path, children=1) as shop:
        started = threading.Event()
        stop = threading.Event()
        asked: list[float] = []

        def on_progress(share: float) -> None:
            if share > 0.12 and not started.is_set():
                started.set()
                stop.set()
                asked.append(time.monotonic())

        with pytest.raises(Cancelled, match=r"long\.mp4"):
            shop.render(long_movie, Format(1280, 720, 60), on_progress=on_progress, cancelled=stop.is_set)
        assert time.monotonic() - asked[0] < 2.5
        assert names_in(tmp_path) == set()
        assert shop.inspect(long_movie).width_px == 640  # and the next job is served


def test_waiting_for_a_turn_can_be_cancelled(tmp_path: Path, long_movie: Path) -> None:
    with Workshop(tmp_path, children=2) as shop, ThreadPoolExecutor(1) as pool:
        busy, stop = threading.Event(), threading.Event()
        first = pool.submit(
            shop.render,
            long_movie,
            Format(640, 384, 60),
            on_progress=lambda share: busy.set(),
            cancelled=stop.is_set,
        )
        assert busy.wait(30)
        with pytest.raises(Cancelled, match="before it began"):
            shop.render(long_movie, WALL, cancelled=lambda: True)
        assert shop.inspect(long_movie).codec == "h264"  # short jobs pass a long render
        stop.set()
        with pytest.raises(Cancelled):
            first.result(30)


def test_too_little_memory_is_said(tmp_path: Path) -> None:
    tight = Confinement(memory_bytes=400 << 20)
    file = samples.png_claiming(tmp_path / "luas.png", 9_900, 9_900)
    with Workshop(tmp_path / "shop", 1, tight) as shop:
        with pytest.raises(UnusableMedia, match=r"luas\.png needs more memory than a file may take"):
            shop.inspect(file)
        assert shop.inspect(samples.picture(tmp_path / "kecil.png")).width_px == 160


def test_too_much_processor_time_is_said(tmp_path: Path, long_movie: Path) -> None:
    with Workshop(tmp_path, 1, Confinement(render_seconds=1)) as shop:
        with pytest.raises(UnusableMedia, match="more processor time than a file may take"):
            shop.render(long_movie, Format(1920, 1080, 60))
        assert names_in(tmp_path) == set()


def test_too_large_a_result_is_said(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "ramai.mp4", Clip(size=(320, 192), noise=True))
    with Workshop(tmp_path / "shop", 1, Confinement(file_bytes=1 << 16)) as shop:
        with pytest.raises(UnusableMedia, match=r"ramai\.mp4 would become larger than a prepared file may be"):
            shop.render(file, Format(320, 192, 30))
        assert names_in(tmp_path / "shop") == set()


def test_a_child_that_falls_silent_is_given_up(tmp_path: Path, long_movie: Path) -> None:
    child = Child(Confinement(silent_seconds=1))

    def freeze(share: float) -> None:
        os.kill(child.process_id, signal.SIGSTOP)

    with pytest.raises(UnusableMedia, match=r"long\.mp4 made no progress for 1 seconds and was given up"):
        child.ask(render_request(long_movie, tmp_path / "product"), freeze, lambda: False)
    assert not child.ready
    with pytest.raises(ProcessLookupError):
        os.kill(child.process_id, 0)


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    file = samples.picture(tmp_path / "a.png")
    with Workshop(tmp_path / "shop", 1) as shop:
        (tmp_path / "shop").rmdir()
        with pytest.raises(StorageFull, match="free some space"):
            shop.render(file, WALL)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_while_writing_is_told_as_such(tmp_path: Path) -> None:
    file = samples.picture(tmp_path / "a.png")
    (tmp_path / "product.part").symlink_to("/dev/full")
    child = Child(Confinement())
    try:
        with pytest.raises(StorageFull, match=r"no room is left to prepare a\.png"):
            child.ask(render_request(file, tmp_path / "product"), lambda share: None, lambda: False)
        assert not (tmp_path / "product").exists()
    finally:
        child.end()


def test_a_child_that_dies_costs_its_own_job_only(tmp_path: Path, long_movie: Path) -> None:
    others = workers()
    with Workshop(tmp_path, children=1) as shop:

        def kill(share: float) -> None:
            if share > 0.12:
                for own in workers() - others:
                    os.kill(own, signal.SIGKILL)

        with pytest.raises(UnusableMedia, match=r"long\.mp4 could not be read: the system ended it"):
            shop.render(long_movie, Format(640, 384, 60), on_progress=kill)
        assert shop.inspect(long_movie).codec == "h264"
        assert names_in(tmp_path) == set()


def test_no_child_outlives_its_workshop(tmp_path: Path) -> None:
    others = workers()
    with Workshop(tmp_path / "shop", children=1) as shop:
        shop.inspect(samples.picture(tmp_path / "a.png"))
        assert len(workers() - others) == 1
    assert workers() <= others


def test_a_child_without_a_desk_ends_itself(tmp_path: Path) -> None:
    (number,) = {*_started_by_a_desk_that_dies(tmp_path)}
    deadline = time.monotonic() + 10
    while Path(f"/proc/{number}").exists() and _is_running(number) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _is_running(number)


def _started_by_a_desk_that_dies(folder: Path) -> list[int]:
    """Runs a desk that starts one child and then is gone without a word; the child's process id."""
    desk = (
        "import os; from content.studio.child import Child; from content.studio.confinement import Confinement;"
        "print(Child(Confinement()).process_id, flush=True); os._exit(1)"
    )
    told = subprocess.run([sys.executable, "-c", desk], capture_output=True, text=True, cwd=Path.cwd(), check=False)
    return [int(told.stdout)]


def _is_running(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def workers() -> set[int]:
    """The process ids of the workers among our own children."""
    listings = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    found = {int(number) for listing in listings for number in listing.read_text().split()}
    return {number for number in found if b"content.studio.worker" in _command_of(number)}


def _command_of(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


def render_request(source: Path, product: Path) -> dict[str, object]:
    """What the workshop asks of a child for a rendition."""
    return {
        "job": "render",
        "path": str(source),
        "name": source.name,
        "format": str(WALL),
        "options": {"fit": "contain", "background": "#000000", "sound": "muted", "page": 1},
        "product": str(product),
        "seconds": 60,
    }


def test_a_listener_that_fails_does_not_spoil_the_next_job(tmp_path: Path, long_movie: Path) -> None:
    def fail(share: float) -> None:
        raise RuntimeError("the window is gone")

    with Workshop(tmp_path, children=1) as shop:
        with pytest.raises(RuntimeError, match="the window is gone"):
            shop.render(long_movie, WALL, on_progress=fail)
        assert shop.inspect(long_movie).width_px == 640
        assert names_in(tmp_path) == set()


def test_messages_call_a_file_by_the_name_people_know(workshop: Workshop, tmp_path: Path) -> None:
    stored = tmp_path / "3f9a17"
    stored.write_text("bukan film")
    for attempt in (workshop.inspect, workshop.examine, workshop.thumbnail):
        with pytest.raises(UnusableMedia, match=r"^liburan\.mp4 is a text file"):
            attempt(stored, name="liburan.mp4")
    with pytest.raises(UnusableMedia, match=r"^liburan\.mp4 is a text file"):
        workshop.render(stored, WALL, name="liburan.mp4")


def test_many_threads_share_few_children(tmp_path: Path) -> None:
    files = [samples.picture(tmp_path / f"{k}.jpg", (100 + k, 90)) for k in range(24)]
    with Workshop(tmp_path / "shop", children=2) as shop, ThreadPoolExecutor(8) as pool:
        widths = [examined.facts.width_px for examined in pool.map(shop.examine, files)]
    assert widths == [100 + k for k in range(24)]


def test_what_an_earlier_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "job-abc").mkdir()
    (tmp_path / "job-abc" / "product.part").write_bytes(b"x")
    (tmp_path / f"{'0' * 64}-job-abc.mp4").write_bytes(b"x")
    (tmp_path / "catatan.txt").write_text("milik orang")
    Workshop(tmp_path).close()
    assert names_in(tmp_path) == {"catatan.txt"}


def test_announcements_are_rendered_in_the_child_too(workshop: Workshop) -> None:
    made = workshop.render_announcement(Announcement("Halo Luwuk"), Format(256, 128, 30))
    assert (made.asset.kind, made.frames, made.path.suffix) == (AssetKind.PICTURE, 0, ".png")
    assert made.path.read_bytes() == workshop.typeset(Announcement("Halo Luwuk"), 256, 128)
    made.path.unlink()


def test_an_absurd_size_is_an_invalid_value(workshop: Workshop) -> None:
    with pytest.raises(InvalidValue, match="width_px"):
        workshop.typeset(Announcement("Halo"), 5, 5)


@pytest.mark.parametrize("field", ["memory_bytes", "file_bytes", "inspect_seconds", "silent_seconds"])
def test_limits_are_bounded(field: str) -> None:
    make: Callable[..., Confinement] = Confinement
    with pytest.raises(InvalidValue, match=field):
        make(**{field: 0})


def test_a_page_travels_with_the_options(workshop: Workshop, tmp_path: Path) -> None:
    file = samples.document(tmp_path / "a.pdf")
    one, two = (workshop.render(file, WALL, RenderOptions(page=page)) for page in (1, 2))
    assert one.asset.sha256 != two.asset.sha256
    assert workshop.thumbnail(file, page=2) != workshop.thumbnail(file, page=1)
