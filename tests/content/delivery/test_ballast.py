"""Room that is kept back for emergencies."""

from __future__ import annotations

from pathlib import Path

from content.delivery.ballast import Ballast


def test_room_is_kept_back_once_and_given_up_once(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, 1 << 20)
    assert not ballast.drop()
    ballast.take_on()
    ballast.take_on()
    assert (tmp_path / "ballast").stat().st_size == 1 << 20
    assert ballast.drop()
    assert not ballast.drop()


def test_without_room_there_is_none_to_keep_back(tmp_path: Path) -> None:
    Ballast(tmp_path, 1 << 60).take_on()
    assert not (tmp_path / "ballast").exists()
    Ballast(tmp_path / "not-there").take_on()
