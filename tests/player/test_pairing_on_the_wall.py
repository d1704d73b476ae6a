"""A wall between pairing and its first programme: a real hub, a real player, and the pixels of its screen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from displayctl.api.models import Approval
from schedules.display import Canvas, Display
from tests.fakes.office import Office, Wall, wait_for

pytestmark = [pytest.mark.wall, pytest.mark.timeout(120)]

TUGU = Display("tugu-adipura", "Tugu Adipura", "Asia/Makassar", Canvas(640, 384))
CODE_COLOUR = (255, 205, 96)
FAREWELL_SECONDS = 2.0
"""How long a player used to wait for a hub that says nothing any more."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    try:
        yield office
    finally:
        office.close()


def shows_code(wall: Wall) -> bool:
    return bool((np.asarray(wall.picture()) == CODE_COLOUR).all(axis=-1).any())


def shows_slate(wall: Wall) -> bool:
    """Whether the upper left corner has the dark ground of the slate."""
    return all(value < 64 for value in np.asarray(wall.picture())[8, 8])


def shows_alert(wall: Wall) -> bool:
    """Whether much of it is the red of the highest level."""
    red, green, blue = np.moveaxis(np.asarray(wall.picture()), -1, 0)
    return bool(((red > 120) & (green < 60) & (blue < 60)).mean() > 0.2)


def true(fact: bool) -> bool | None:
    return fact or None


def test_a_wall_that_was_paired_after_the_publication_waits_without_a_code_and_warns(office: Office) -> None:
    office.start_hub()
    wall = office.add_wall(TUGU)
    office.publish()
    wall.start()
    programs = office.programs
    enrolment = wait_for("a code", lambda: next(iter(office.client.enrolments()), None), programs)
    wait_for("the code on the wall", lambda: true(shows_code(wall)), programs)

    office.client.approve(Approval(code=enrolment.code, display_id=TUGU.id))
    wait_for("the code to go", lambda: true(not shows_code(wall)), programs)
    (receipt,) = wait_for("the refusal", lambda: told(office), programs)
    assert "another player" in receipt
    assert office.client.enrolments() == ()
    assert shows_slate(wall)

    raised = office.command("alert", "raise", "Banjir bandang", "--level", "awas")
    assert raised.returncode == 0, raised.stderr
    wait_for("the alert on the wall", lambda: true(shows_alert(wall)), programs)
    wait_for("its receipt", lambda: office.client.alerts()[0].receipts or None, programs)


def told(office: Office) -> tuple[str, ...] | None:
    return tuple(receipt.detail for receipt in office.client.receipts("utama") if receipt.detail) or None


def test_a_player_ends_at_once_though_its_hub_is_stuck(office: Office) -> None:
    office.start_hub()
    wall = office.add_wall(TUGU)
    wall.pair()
    with_hub = seconds_to_end(wall)
    wall.start()
    wait_for("the link", lambda: true(office.client.fleet()[0].connected), office.programs)
    with office.stuck_hub():
        assert seconds_to_end(wall) < max(FAREWELL_SECONDS, 3 * with_hub)


def seconds_to_end(wall: Wall) -> float:
    process, wall.process = wall.process, None
    assert process is not None
    wall.office.programs.forget(process)
    began = time.monotonic()
    process.terminate()
    assert process.wait(15) == 0
    return time.monotonic() - began
