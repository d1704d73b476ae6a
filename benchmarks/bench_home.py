"""The home page and the jump over a large office: 200 walls, 2,000 bookings, 500 playlists, 10,000 media.

Run with: python -m benchmarks.bench_home. Goals: the page made in 150 ms, a search in 100 ms, and the UI thread never
held for 100 ms while two hundred walls are compiled beside it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from displayctl.api.models import MediumInfo, MediumKind, MediumState, PlayerState, Publication
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.jump_targets import JumpTargets
from displayctl.desktop.home.page import HomePage
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.page_kinds import page_titles
from schedules.programme import Programme
from schedules.slot import Slot
from tests.builders import picture, playlist, slot, wall
from tests.fakes.hub_in_thread import hub_in_thread

WALLS, SLOTS, PLAYLISTS, MEDIA = 200, 2000, 500, 10_000
MADE_MS, SEARCH_MS, HELD_MS = 150.0, 100.0, 100.0
WORDS = ("pengumuman", "layanan", "posyandu", "pajak", "vaksin", "libur", "apel", "senam", "banjir", "wisata", "pasar")
TYPED = ("p", "pe", "pengumuman", "pengumunan", "layanna", "posyandu 12", "pajk 900", "layar 17", "pasangkan", "zzzz")
_PULSE_MS = 5


def main() -> int:
    application = make_application([sys.argv[0], "-platform", "offscreen"])
    with tempfile.TemporaryDirectory(prefix="bench-home-") as folder, hub_in_thread(Path(folder) / "office") as hub:
        finder = HubFinder(hub.installation, hub.url)
        with open_desk(application, hub.installation, finder) as desk:
            _wait(application, lambda: desk.catalogue.loaded and not desk.tasks.under_way)
            desk.link.stop()
            programme = _furnish(desk)
            good = _measure_page(application, desk, programme)
            good = _measure_jump(application, desk) and good
    return 0 if good else 1


def _furnish(desk: Desk) -> Programme:
    """A large office in the catalogue, as if it had been read."""
    now = desk.clock.now()
    walls = tuple(wall(f"w{n}", name=f"Layar {n} {_word(n)}", groups=(f"g{n % 20}", "semua")) for n in range(WALLS))
    media = tuple(_medium(n, now) for n in range(MEDIA))
    lists = tuple(playlist(f"p{n}", *(f"m{(n * 7 + at) % 400}" for at in range(12))) for n in range(PLAYLISTS))
    slots = tuple(_slot(n) for n in range(SLOTS))
    things = desk.catalogue._things
    things[Topic.DISPLAY] = {each.id: Kept(each.id, 1, each) for each in walls}
    things[Topic.PLAYLIST] = {each.id: Kept(each.id, 1, each) for each in lists}
    things[Topic.SLOT] = {each.id: Kept(each.id, 1, each) for each in slots}
    things[Topic.MEDIUM] = {each.id: each for each in media}
    things[Topic.PLAYER] = {each.id: _player(n, each.id, now) for n, each in enumerate(walls)}
    published = Publication(group="g0", revision=1, published_at=now, digest="")
    things[Topic.PUBLICATION] = {"g0/1": published}
    return Programme(
        group="g0",
        revision=1,
        made_at=now,
        valid_until=now + timedelta(days=90),
        displays=walls,
        media=tuple(picture(f"m{n}") for n in range(400)),
        playlists=lists,
        slots=slots,
        filler_id="p0",
    )


def _word(number: int) -> str:
    return WORDS[number % len(WORDS)]


def _slot(number: int) -> Slot:
    hour = 6 + number % 14
    when = f"{hour:02}:00-{hour + 2:02}:00"
    walls = tuple(f"w{(number * 3 + at) % WALLS}" for at in range(5))
    return slot(f"s{number}", f"p{number % PLAYLISTS}", when, display_ids=walls, name=f"{_word(number)} slot {number}")


def _medium(number: int, now: datetime) -> MediumInfo:
    title = f"{_word(number)} {_word(number // 11)} {number}"
    made = now - timedelta(minutes=number)
    return MediumInfo(
        id=f"m{number}",
        title=title,
        kind=MediumKind.PICTURE,
        state=MediumState.FAILED if number % 997 == 0 else MediumState.READY,
        version=1,
        created_at=made,
        updated_at=made,
        source_name=f"IMG_{number}.jpg",
        tags=(_word(number * 5),),
    )


def _player(number: int, wall_id: str, now: datetime) -> PlayerState:
    away = number % 40 == 0
    return PlayerState(
        display_id=wall_id,
        device_id="d" * 64,
        connected=not away,
        last_seen=now - timedelta(hours=1) if away else now,
        showing={"medium_id": f"m{number}", "title": f"Judul {number}", "until_ms": 0},
    )


def _measure_page(application: QApplication, desk: Desk, programme: Programme) -> bool:
    began = time.perf_counter()
    page = HomePage(desk)
    page.resize(1148, 720)
    page.show()
    application.processEvents()
    made = (time.perf_counter() - began) * 1000
    _wait(application, lambda: not desk.tasks.under_way)
    with _watched() as held:
        page.on_air._asked["g0"] = 1
        page.on_air._take({"g0": programme})
        _wait(application, lambda: not page.on_air.busy, 300)
        _wait(application, lambda: not desk.tasks.under_way)
    redrawn, looked = _milliseconds(page.redraw), _milliseconds(page._look_round)
    print(f"page made and shown: {made:.0f} ms (goal {MADE_MS:.0f})")
    print(f"drawn anew: {redrawn:.1f} ms, what needs a person: {looked:.1f} ms; lines {len(page.needs.needs)}")
    print(f"UI thread held while {WALLS} walls were compiled: {max(held):.0f} ms at the most (goal {HELD_MS:.0f})")
    page.hide()
    page.deleteLater()
    return made <= MADE_MS and max(held) <= HELD_MS


def _measure_jump(application: QApplication, desk: Desk) -> bool:
    targets = JumpTargets(desk, page_titles)
    with _watched() as held:
        began = time.perf_counter()
        targets.read()
        _wait(application, lambda: len(targets.index) > MEDIA)
        made = (time.perf_counter() - began) * 1000
    took = {typed: _search_ms(targets, typed) for typed in TYPED}
    slowest = max(took, key=lambda typed: took[typed])
    print(f"index of {len(targets.index)} titles made beside the UI in {made:.0f} ms, which held it {max(held):.0f} ms")
    print(f"search: median {statistics.median(took.values()):.1f} ms, worst {took[slowest]:.1f} ms ({slowest!r})")
    return took[slowest] <= SEARCH_MS


def _search_ms(targets: JumpTargets, typed: str) -> float:
    return statistics.median(_milliseconds(lambda: targets.index.find(typed)) for _ in range(5))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


@contextmanager
def _watched() -> Iterator[list[float]]:
    """How long each turn of the event loop took, in milliseconds."""
    turns, last = [0.0], time.perf_counter()

    def note() -> None:
        nonlocal last
        at = time.perf_counter()
        turns.append((at - last) * 1000 - _PULSE_MS)
        last = at

    pulse = QTimer()
    pulse.setInterval(_PULSE_MS)
    pulse.timeout.connect(note)
    pulse.start()
    yield turns
    pulse.stop()


def _wait(application: QApplication, ready: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds} s")
        application.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    sys.exit(main())
