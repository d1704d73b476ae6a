"""`displayctl backup`, as somebody at a terminal uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from displayctl.__main__ import main
from tests.displayctl.cli.conftest import Run
from tests.fakes.office import Office


def test_a_backup_is_chosen_made_listed_and_tested(run: Run, refused: Run, tmp_path: Path) -> None:
    assert "choose DIR" in refused("backup", "now")[1]
    assert "put the stick in" in refused("backup", "choose", str(tmp_path / "nowhere"))[1]
    run("backup", "choose", str(tmp_path), "--keep", "2", "--no-daily")
    made = run("backup", "now")
    assert [each["name"] for each in run("backup", "list")] == [made["name"]]
    tested = run("backup", "test")
    assert (tested["name"], tested["good"]) == (made["name"], True)
    assert "there is no backup" in refused("backup", "test", "20200101T000000Z")[1]
    database = tmp_path / "displayctl-backup" / made["name"] / "hub.sqlite"
    database.write_bytes(database.read_bytes()[:-100])
    assert "is not good" in refused("backup", "test")[1]


def test_nothing_is_brought_back_under_a_working_hub_or_unasked(run: Run, refused: Run, tmp_path: Path) -> None:
    run("backup", "now", "--in", str(tmp_path))
    assert "--yes" in refused("backup", "restore", "--in", str(tmp_path))[1]
    assert "a hub works on" in refused("backup", "restore", "--in", str(tmp_path), "--yes")[1]


def test_a_backup_comes_back_elsewhere_with_its_keys(
    run: Run, office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "passphrase").write_text("empat kata yang lain\n")
    sealed = ("--with-keys", "--passphrase-file", str(tmp_path / "passphrase"))
    run("backup", "now", "--in", str(tmp_path), *sealed)
    elsewhere = str(tmp_path / "elsewhere")
    capsys.readouterr()
    assert main(["--data", elsewhere, "backup", "restore", "--in", str(tmp_path), "--yes", *sealed]) == 0
    assert "publish once" in capsys.readouterr().out
    assert (tmp_path / "elsewhere" / "hub" / "online.pem").exists()
