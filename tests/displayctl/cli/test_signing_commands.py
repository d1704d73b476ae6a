"""Keys, policy and approval as commands, on the office of the other commands: one person founded it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.studio.passphrases import CHEAPEST
from displayctl.__main__ import main
from displayctl.desk import unlocking
from displayctl.desk.unlocking import KeyCabinet
from tests.fakes.founded import FOUNDER, PASSPHRASE
from tests.fakes.office import Office

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying a passphrase costs nothing here; what it costs elsewhere is measured by the benchmark."""
    cabinets: dict[Path, KeyCabinet] = {}
    monkeypatch.setattr(
        unlocking, "cabinet_at", lambda folder: cabinets.setdefault(folder, KeyCabinet(folder, cost=CHEAPEST))
    )


def test_a_key_is_made_given_a_passphrase_carried_and_recovered(
    run: Run, refused: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    new.write_text("angin barat di teluk\n")
    made = run("key", "make", "Budi Santoso", "--id", "budi")
    assert len(made["key"]) == 64
    assert {"budi", FOUNDER} <= {each["id"] for each in run("key", "list")["keys"]}
    run("key", "passphrase", "budi", "--new-passphrase-file", str(new))
    code, said = refused("key", "recovery", str(tmp_path / "safe"), "--as", "budi")
    assert (code, "not the passphrase of Budi Santoso" in said) == (1, True)
    run("key", "recovery", str(tmp_path / "safe"), "--as", "budi", "--passphrase-file", str(new))
    carried = run("key", "bring-out", "budi", str(tmp_path / "stick"))["file"]
    assert run("key", "remove", "budi") == {"removed": "budi"}
    assert run("key", "bring-in", carried, "--passphrase-file", str(new))["id"] == "budi"
    run("key", "remove", "budi")
    page = (tmp_path / "safe" / "budi.recovery.txt").read_text()
    code_file = tmp_path / "code"
    code_file.write_text("".join(page.split("code")[1].split("Cetak")[0].split()))
    monkeypatch.setenv("DISPLAYCTL_PASSPHRASE", PASSPHRASE)
    recovery, wrong = str(tmp_path / "safe" / "budi.recovery.key"), tmp_path / "salah.txt"
    wrong.write_text("BBBB-CCCC")
    assert "not the code on the page" in refused("key", "recover", recovery, "--code-file", str(wrong))[1]
    assert "--code-file" in refused("key", "recover", recovery)[1], "what is laid ready is a passphrase, not the code"
    assert "--new-passphrase-file" in refused("key", "passphrase", FOUNDER)[1]
    run("key", "recover", recovery, "--code-file", str(code_file))
    run("key", "remove", "budi")
    code, said = refused("key", "remember", "siti")
    assert (code, "cannot be read" in said) == (1, True)


def test_whoever_has_a_key_beside_others_says_who_raises_an_alert(run: Run, refused: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text(PASSPHRASE + "\n")
    run("key", "make", "Budi Santoso", "--id", "budi")
    try:
        code, said = refused("alert", "raise", "Banjir")
        assert (code, "say who signs, with --as" in said) == (1, True)
        raised = run("alert", "raise", "Banjir", "--as", FOUNDER, "--passphrase-file", str(mine))
        run("alert", "cancel", raised["id"], "--as", FOUNDER, "--passphrase-file", str(mine))
        assert run("publish", "--as", FOUNDER, "--no-wait")[0]["group"] == "utama"
    finally:
        run("key", "remove", "budi")


def test_the_policy_is_shown_and_changed_by_those_who_may(run: Run, refused: Run, words: Run) -> None:
    before = run("policy", "show")
    assert before["single_handed"] is True
    assert "satu mata" in words("policy", "show")
    added = run("policy", "add-group", "pelabuhan")
    assert added["applied"] is True
    assert added["changes"] == ["pelabuhan is signed by 1 of Sekar"]
    assert run("policy", "wall", "dermaga", "--group", "pelabuhan")["applied"] is True
    assert run("policy", "wall", "dermaga", "--drop")["applied"] is True
    for arguments, expected in (
        (("four-eyes",), "add people first"),
        (("threshold", "root", "2"), "add people first"),
        (("retire-person", FOUNDER), "add somebody for it first"),
        (("add-group", "pelabuhan"), "already"),
        (("add-person", "kembar", "Kembar", before["people"][0]["key"]), "listed twice"),
    ):
        code, said = refused("policy", *arguments)
        assert (code, expected in said) == (1, True), said
    assert (before["auto"], run("policy", "auto", "on")["applied"], run("policy", "show")["auto"]) == (
        False,
        True,
        True,
    )
    assert "the hub shows cards by itself" in words("policy", "show")
    off = run("policy", "auto", "off")
    assert off["changes"] == ["the hub may show nothing by itself any more"]
    code, said = refused("policy", "auto", "off")
    assert (code, "nothing to sign" in said) == (1, True)
    assert run("policy", "renew")["renewed"] == []
    assert run("policy", "renew", "--role", "emergency")["applied"] is True
    assert run("policy", "proposals") == []


def test_a_draft_is_handed_in_looked_at_and_sent_back_or_signed(
    run: Run, words: Run, refused: Run, tmp_path: Path
) -> None:
    first = run("submit", "utama", "--reference", "Surat 5/2026")
    assert (first["by"], first["reference"], first["needed"]) == ("Sekar", "Surat 5/2026", 1)
    assert "Surat 5/2026" in words("review")
    seen = run("review", first["id"], "--pictures", str(tmp_path / "pictures"))
    assert seen["digest"] == first["digest"]
    assert run("reject", first["id"], "--reason", "Logo lama")["state"] == "rejected"
    second = run("submit", "utama", "--unsigned", "Dewi")
    assert second["signed_by"] == []
    code, said = refused("approve", second["id"], "--expect", "0000")
    assert (code, "review it again" in said) == (1, True)
    done = run("approve", second["id"], "--expect", second["digest"][:16])
    assert done["publication"]["revision"] == second["revision"]
    code, said = refused("approve", second["id"], "--yes")
    assert (code, "decided already" in said) == (1, True)
    third = run("submit", "utama")
    assert run("withdraw", third["id"])["state"] == "withdrawn"
    code, said = refused("review", "tidak-ada")
    assert (code, "no submission" in said) == (1, True)


def test_a_passphrase_is_never_typed_into_the_dark(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DISPLAYCTL_PASSPHRASE")
    code = main(["--data", str(tmp_path / "desk"), "key", "make", "Budi"])
    assert code == 1
    assert "--passphrase-file" in capsys.readouterr().err
    assert office.url
