"""Warnings and feeds from the command line, on a hub that reads a real folder of CAP files."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.displayctl.cli.conftest import Run
from tests.displayctl.hub.ground import now

CAP = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{id}</identifier><sender>bpbd@example.id</sender>
<sent>{sent}</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>id</language><category>Met</category><event>Hujan Lebat</event><urgency>Immediate</urgency>
<severity>Severe</severity><certainty>Likely</certainty><effective>{sent}</effective><expires>{expires}</expires>
<headline>{headline}</headline><area><areaDesc>Luwuk</areaDesc>
<polygon>-0.90,122.70 -0.90,122.90 -1.10,122.90 -1.10,122.70 -0.90,122.70</polygon></area></info></alert>"""


def cap(id: str, headline: str) -> str:
    sent = now().replace(microsecond=0) - timedelta(minutes=1)
    return CAP.format(id=id, headline=headline, sent=spelled(sent), expires=spelled(sent + timedelta(hours=1)))


def drop(file: Path, text: str) -> None:
    """A file that nobody has written to for a while, so it is taken for whole."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, (1, 1))


def spelled(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")


def test_a_warning_from_a_drop_folder_is_listed_shown_and_another_dismissed(
    run: Run, words: Run, refused: Run, tmp_path: Path
) -> None:
    run("display", "change", "Tugu Adipura", "--place", "-0.951,122.787")
    drop(tmp_path / "one.xml", cap("satu", "Hujan di Luwuk"))
    drop(tmp_path / "two.xml", cap("dua", "Angin di Luwuk"))
    run("feed", "add", "bpbd", str(tmp_path), "--name", "BPBD", "--every", "30", "--attribution", "BPBD Banggai")
    # the clockwork may have been there first, and what was read is put aside
    assert words("feed", "test", "BPBD").strip().endswith(("warnings in it now: 2", "warnings in it now: 0"))
    deadline = time.monotonic() + 60
    while len(found := run("warning", "list")) < 2:
        assert time.monotonic() < deadline, "the folder was not read"
        time.sleep(0.2)
    assert {each["state"] for each in found} == {"new"}
    assert "BPBD Banggai" in words("warning", "list")
    told = words("warning", "show", "Hujan di", "--dry-run")
    assert "WASPADA HUJAN LEBAT" in told
    shown = run("warning", "show", "Hujan di")
    assert shown["value"]["source"] == "BPBD Banggai"
    assert refused("warning", "show", "Hujan di", "--level", "merah")[0] != 0
    dismissed = run("warning", "dismiss", "Angin di", "--reason", "tidak menyangkut layar")
    assert dismissed["decision"]["reason"] == "tidak menyangkut layar"
    states = {each["headline"]: each["state"] for each in run("warning", "list")}
    assert states == {"Hujan di Luwuk": "shown", "Angin di Luwuk": "dismissed"}
    run("feed", "off", "BPBD")
    assert (
        next(each for each in run("feed", "list") if each["settings"]["id"] == "bpbd")["settings"]["enabled"] is False
    )
    run("alert", "end", shown["id"])
    run("feed", "remove", "BPBD")
