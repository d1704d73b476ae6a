"""Content on a stick: the same judgement as over the network, and nothing else of a stick matters."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from content.delivery.bundle import unpack, write_folder
from player.errors import HubTrouble
from player.stick import MOST_FOLDERS, Sticks, StickSource
from tests.player.rig import Rig


def put_on_stick(rig: Rig, mount: Path, name: str = "displayctl-utama") -> Path:
    """What `displayctl export` writes, from the simulated hub."""
    folder = mount / name
    (folder / "media").mkdir(parents=True, exist_ok=True)
    for sha256, data in rig.hub.media.items():
        (folder / "media" / sha256).write_bytes(data)
    shutil.rmtree(folder / "bundle", ignore_errors=True)
    write_folder(unpack(rig.hub.bundle), folder / "bundle")
    return folder


@pytest.fixture
def mount(tmp_path: Path) -> Path:
    (tmp_path / "media" / "ani" / "STICK").mkdir(parents=True)
    return tmp_path / "media" / "ani" / "STICK"


@pytest.fixture
def cut_off(rig: Rig, mount: Path) -> Rig:
    """A bound player whose hub does not answer."""
    rig.bind()
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("a"),)))
    return rig


def start(rig: Rig, mount: Path) -> None:
    rig.hub.stop()
    rig.start(import_from=(mount.parent.parent,))


def faults(rig: Rig) -> str:
    assert rig.agent is not None
    return " / ".join(rig.agent.faults.sentences(rig.clock.monotonic()))


def test_a_wall_without_a_network_plays_what_a_stick_brings(cut_off: Rig, mount: Path) -> None:
    put_on_stick(cut_off, mount)
    start(cut_off, mount)
    cut_off.until(lambda: cut_off.shown == "a", "the picture from the stick", seconds=20)
    assert "displayctl-utama on the stick: taken" in faults(cut_off)
    shutil.rmtree(mount / "displayctl-utama")  # pulled out
    cut_off.stop()
    cut_off.start()
    cut_off.until(lambda: cut_off.shown == "a", "the picture, from the player's own disk")


def test_a_stick_that_somebody_changed_is_refused_and_says_why(
    cut_off: Rig, mount: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("player.stick.POLL_S", 0.1)
    folder = put_on_stick(cut_off, mount)
    (document,) = folder.glob("bundle/targets/prog/utama/*.programme.json")
    document.write_bytes(document.read_bytes().replace(b'"a"', b'"b"'))
    start(cut_off, mount)
    cut_off.until(lambda: "not believed" in faults(cut_off), "the refusal", seconds=20)
    assert cut_off.shown != "a"
    cut_off.hub.start()
    put_on_stick(cut_off, mount)
    cut_off.hub.stop()
    cut_off.until(lambda: cut_off.shown == "a", "the right content, once it is there", seconds=20)


def test_media_that_somebody_changed_are_not_shown(cut_off: Rig, mount: Path) -> None:
    folder = put_on_stick(cut_off, mount)
    for path in (folder / "media").iterdir():
        path.write_bytes(bytes(path.stat().st_size))
    start(cut_off, mount)
    cut_off.until(lambda: "taken" in faults(cut_off), "the judgement", seconds=20)
    cut_off.until(lambda: "could not be fetched" in faults(cut_off), "the fault", seconds=30)
    assert cut_off.shown != "a"


def test_wrong_media_on_a_stick_do_not_keep_the_right_ones_from_coming(rig: Rig, mount: Path) -> None:
    rig.bind()
    rig.hub.publish(rig.programme(rig.slot(), media=(rig.medium("a"),)))
    folder = put_on_stick(rig, mount)
    for path in (folder / "media").iterdir():
        path.write_bytes(bytes(path.stat().st_size))
    rig.start(import_from=(mount.parent.parent,))
    rig.until(lambda: rig.shown == "a", "the picture, from the hub", seconds=20)


class NoInbox:
    def receive(self, message: bytes) -> str:
        return ""


def test_links_pipes_and_whole_forests_on_a_stick_are_passed_over(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"not for the wall")
    real = tmp_path / "elsewhere"
    (real / "bundle" / "metadata").mkdir(parents=True)
    (real / "bundle" / "metadata" / "timestamp.json").write_text("{}")
    mount = tmp_path / "mount"
    mount.mkdir()
    (mount / "displayctl-link").symlink_to(real)
    (mount / "displayctl-inner").mkdir()
    (mount / "displayctl-inner" / "bundle").symlink_to(real / "bundle")
    told: list[object] = []
    sticks = Sticks((mount, tmp_path / "not-there"), NoInbox, told.append)  # type: ignore[arg-type]
    sticks.step()
    assert told == []
    assert sticks.source(None) is None

    media = mount / "displayctl-real" / "media"
    media.mkdir(parents=True)
    (media / ("a" * 64)).symlink_to(secret)
    os.mkfifo(media / ("b" * 64))
    (media / ("c" * 64)).mkdir()
    source = StickSource((media.parent,), None)
    for name in ("a" * 64, "b" * 64, "c" * 64, "d" * 64):
        with pytest.raises(HubTrouble, match="not on the stick"), source.asset(name):
            pass
    (mount / "displayctl-far").mkdir()
    (mount / "displayctl-far" / "media").symlink_to(media)
    (media / ("e" * 64)).write_bytes(b"bytes")
    with pytest.raises(HubTrouble), StickSource((mount / "displayctl-far",), None).asset("e" * 64):
        pass
    with source.asset("e" * 64, 2) as stream:
        assert (stream.starts_at, b"".join(stream.pieces)) == (2, b"tes")


def test_only_so_many_folders_are_looked_at(tmp_path: Path) -> None:
    for number in range(30):
        metadata = tmp_path / f"displayctl-{number}" / "bundle" / "metadata"
        metadata.mkdir(parents=True)
        (metadata / "timestamp.json").write_text("{}")
    told: list[object] = []
    sticks = Sticks((tmp_path,), NoInbox, told.append)  # type: ignore[arg-type]
    sticks.step()
    sticks.step()
    assert len(told) == MOST_FOLDERS
