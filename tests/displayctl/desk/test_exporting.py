"""Exports to a stick: what players read, whole and no more."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.delivery.bundle import read_folder, unpack
from displayctl.__main__ import main
from displayctl.api.errors import NotFound
from displayctl.desk.exporting import export, group_of_wall
from displayctl.desk.publishing import publish
from player.enrolment import new_code
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, now
from tests.displayctl.hub.test_journals import play
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """A wall with a slot of one picture, published."""
    with hub_in_thread(tmp_path_factory.mktemp("installation")) as running:
        add_wall(running.client)
        medium = add_picture(running.client, tmp_path_factory.mktemp("files"))
        add_playlist(running.client, "pagi", medium.id)
        add_slot(running.client, "pagi", "pagi", "tugu")
        publish(running.client, running.keyring, "utama")
        yield running


def test_an_export_is_what_a_player_would_fetch(hub: RunningHub, tmp_path: Path) -> None:
    assert group_of_wall(hub.client, "tugu") == "utama"
    done = export(hub.client, "utama", tmp_path)
    assert done.folder == tmp_path / "displayctl-utama"
    assert read_folder(done.folder / "bundle") == unpack(hub.client.bundle("utama"))
    media = list((done.folder / "media").iterdir())
    assert len(media) == done.media > 0
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == path.name for path in media)
    assert done.good_until > now()


def test_an_export_over_an_older_one_mends_and_tidies(hub: RunningHub, tmp_path: Path) -> None:
    done = export(hub.client, "utama", tmp_path)
    (medium, *_) = (done.folder / "media").iterdir()
    whole = medium.read_bytes()
    medium.write_bytes(bytes(len(whole)))
    (done.folder / "media" / ("0" * 64)).write_bytes(b"of a former export")
    (done.folder / "bundle" / "metadata" / "1.old.json").write_text("{}")
    export(hub.client, "utama", tmp_path)
    assert medium.read_bytes() == whole
    assert not (done.folder / "media" / ("0" * 64)).exists()
    assert read_folder(done.folder / "bundle") == unpack(hub.client.bundle("utama"))


def test_nothing_published_is_nothing_to_export(hub: RunningHub, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="publish it first"):
        export(hub.client, "kosong", tmp_path)


def command(hub: RunningHub, *words: str) -> int:
    hub.installation.hub_file.write_text(f'{{"url": "{hub.url}", "pid": 1}}')
    return main(["--data", str(hub.installation.data), *words])


def test_the_commands_export_and_prove(hub: RunningHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(hub, "export", str(tmp_path), "--wall", "tugu") == 0
    assert "until then it counts as new" in capsys.readouterr().out
    assert command(hub, "export", str(tmp_path)) == 2
    assert command(hub, "export", str(tmp_path / "none"), "--group", "utama") == 2
    capsys.readouterr()
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "tugu")
        for number in range(3):
            assert player.send_batch(player.batch(play(number, "tugu"))).is_success
    assert command(hub, "report", "verify") == 0
    assert player.device_id[:12] in capsys.readouterr().out
    file = tmp_path / "tugu.jsonl"
    assert command(hub, "report", "export", "tugu", str(file)) == 0
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + lines[2])
    capsys.readouterr()
    assert main(["report", "verify", "--file", str(file)]) == 1
    assert "entries 2 to 2 are missing" in capsys.readouterr().err
    with sqlite3.connect(hub.installation.hub_folder / "hub.sqlite") as database:
        database.execute("UPDATE play_records SET late = 7")
    database.close()
    assert command(hub, "report", "verify", "--display", "tugu") == 1
    assert "3 were altered" in capsys.readouterr().err
    assert command(hub, "fleet", "refusals", "tugu") == 0
    assert "nothing was refused" in capsys.readouterr().out
