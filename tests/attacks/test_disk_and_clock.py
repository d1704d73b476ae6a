"""A player that lost what it knew, or does not know the time, and a thief who hands it what was right once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.delivery.bundle import Bundle, pack
from schedules.clock import SystemClock
from tests.attacks.conftest import besieged
from tests.attacks.siege import FIRST, SECOND, Attack, Media, Siege

pytestmark = pytest.mark.wall


@pytest.fixture(scope="module")
def restarted(tmp_path_factory: pytest.TempPathFactory, media: Media) -> Iterator[Siege]:
    with besieged(tmp_path_factory.mktemp("restarted"), media) as siege:
        yield siege


@pytest.fixture(scope="module")
def old(restarted: Siege) -> Bundle:
    """What was approved first, still valid; the wall shows SECOND since."""
    old = restarted.thief.honest()
    restarted.show(SECOND)
    return old


def trust_db(siege: Siege) -> Path:
    return next(siege.player.glob("trust-*/trust.db"))


def delete(path: Path) -> None:
    shutil.rmtree(path.parent)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 97):
        data[at] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [delete, truncate, flip])
def test_the_files_of_trust_are_damaged_and_an_older_programme_comes(
    restarted: Siege, old: Bundle, damage: Callable[[Path], None]
) -> None:
    restarted.stop()
    damage(trust_db(restarted))
    restarted.hub.mischief.bundle = None
    restarted.start()
    restarted.until(lambda: restarted.shows(SECOND), "the wall, from its disk")
    attack = Attack(restarted, SECOND)
    restarted.hand_over(old)
    restarted.show(SECOND)
    attack.over()


def test_the_programme_is_lost_and_an_older_one_comes(restarted: Siege, old: Bundle) -> None:
    """What the player knows of versions is kept in another file than what it plays."""
    restarted.stop()
    (restarted.player / "rundown.db").unlink()
    attack = Attack(restarted, SECOND)
    restarted.hub.mischief.bundle = pack(old)
    restarted.start()
    attack.refused_by("rollback")
    assert attack.only_allowed()
    restarted.show(SECOND)


@pytest.mark.parametrize("year", [2000, 2038, 2099])
def test_the_clock_jumps_and_an_older_programme_comes(restarted: Siege, old: Bundle, year: int) -> None:
    attack = Attack(restarted, SECOND)
    restarted.set_clock(datetime(year, 1, 2, tzinfo=UTC))
    restarted.hand_over(old)
    attack.refused_by("rollback")
    attack.over()
    restarted.set_clock(None)
    restarted.show(SECOND)
    attack.over()


def test_a_hub_that_freezes_what_it_hands_out_is_told_of(restarted: Siege, old: Bundle) -> None:
    """The wall plays on to the end of what was approved; after a day everybody is told that nothing was confirmed."""
    frozen, attack = restarted.thief.honest(), Attack(restarted, SECOND)
    restarted.set_clock(SystemClock().now() + timedelta(days=2))
    restarted.hand_over(frozen)
    attack.refused_by("expired")
    restarted.until(lambda: "nothing was confirmed by the hub" in restarted.faults(), "the complaint")
    attack.over()
    restarted.set_clock(None)
    restarted.show(SECOND)


@pytest.mark.parametrize("year", [1970, 2099])
def test_the_player_starts_with_a_wrong_clock_and_an_older_programme_comes(
    restarted: Siege, old: Bundle, year: int
) -> None:
    restarted.stop()
    restarted.set_clock(datetime(year, 1, 2, tzinfo=UTC))
    attack = Attack(restarted, SECOND)
    restarted.hub.mischief.bundle = pack(old)
    restarted.start()
    attack.refused_by("rollback")
    restarted.until(lambda: restarted.shows(SECOND), "the wall, from its disk")
    assert attack.only_allowed()
    restarted.set_clock(None)
    restarted.show(SECOND)


def test_a_wiped_player_is_handed_what_was_approved_once(restarted: Siege, old: Bundle) -> None:
    """The one thing that a hub can still do: what two people signed, for this player, and what has not run out."""
    restarted.stop()
    for name in ("rundown.db", "assets"):
        path = restarted.player / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    delete(trust_db(restarted))
    attack = Attack(restarted, FIRST, SECOND)
    restarted.hub.mischief.bundle = pack(old)
    restarted.start()
    restarted.until(lambda: restarted.shows(FIRST), "what was approved first")
    restarted.show(SECOND)
    assert attack.only_allowed()
