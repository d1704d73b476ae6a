"""Emergencies by command: templates, areas, drills, second persons, corrections, and a stick when no hub runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from content.studio.emergency.templates_folder import OWN_FOLDER, load_templates
from content.studio.passphrases import CHEAPEST
from displayctl.__main__ import main
from displayctl.cli.emergency_wishes import asked_duration, fields_of
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.founding import Founder, found_several
from displayctl.desk.unlocking import KeyCabinet
from schedules.clock import SystemClock
from schedules.codec import alert_from_dict
from schedules.errors import InvalidValue
from tests.displayctl.cli.conftest import Run
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.founded import PASSPHRASE
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("office")) as hub:
        add_wall(hub.client, "tugu", name="Tugu")
        add_wall(hub.client, "taman", name="Taman", width=400, height=300)
        hub.installation.hub_file.write_text(json.dumps({"url": hub.url, "pid": 1}))
        yield hub


@pytest.fixture
def office(running: RunningHub, monkeypatch: pytest.MonkeyPatch) -> RunningHub:
    """A hub that these commands have for themselves: other tests must find no alert on theirs."""
    monkeypatch.setenv("DISPLAYCTL_PASSPHRASE", PASSPHRASE)
    return running


def test_the_prepared_texts_are_listed_with_their_fields_and_an_office_adds_its_own(
    run: Run, words: Run, office: RunningHub
) -> None:
    templates = {each["id"]: each for each in run("alert", "templates")}
    assert {"tsunami", "flood", "fire", "quake", "missing-child", "road", "power", "free"} <= templates.keys()
    assert templates["tsunami"]["evacuation"]
    assert [field["name"] for field in templates["road"]["fields"] if field["required"]] == ["tempat"]
    assert "Evakuasi tsunami" in words("alert", "templates")
    folder = office.installation.data / OWN_FOLDER
    folder.mkdir()
    (folder / "rusak.toml").write_text("id = ")
    assert main(["--data", str(office.installation.data), "alert", "templates"]) == 1
    (folder / "rusak.toml").unlink()
    folder.rmdir()


def test_the_end_of_a_message_is_told_as_other_instants_are(run: Run, words: Run, office: RunningHub) -> None:
    raised = run("alert", "raise", "--template", "flood", "--for", "30m", "--drill")
    ends = alert_from_dict(raised["value"]).expires
    assert f" {ends:%Y-%m-%d %H:%M:%S} " in words("alert", "list")
    said = words("alert", "extend", raised["id"], "--for", "1h", "--drill")
    (standing,) = (each for each in run("alert", "list") if each["live"])
    assert f"{alert_from_dict(standing['value']).expires:%Y-%m-%d %H:%M:%S} UTC;" in said
    run("alert", "end", standing["id"], "--drill")


def test_a_template_is_raised_updated_extended_corrected_and_ended(run: Run, refused: Run) -> None:
    raised = run(
        "alert", "raise", "--template", "flood", "--field", "tempat=SIMPONG", "--for", "30m", "--group", "utama"
    )
    assert (raised["value"]["headline"], raised["value"]["level"]) == ("BANJIR DI SIMPONG", 2)
    assert raised["value"]["template"] == "flood"
    assert set(raised["value"]["display_ids"]) == {"tugu", "taman"}
    updated = run("alert", "update", "BANJIR", "--template", "flood", "--field", "tempat=SALODIK", "--level", "awas")
    assert (updated["value"]["headline"], updated["value"]["level"]) == ("BANJIR DI SALODIK", 3)
    assert updated["value"]["display_ids"] == raised["value"]["display_ids"]
    extended = run("alert", "extend", updated["id"], "--for", "1h")
    assert extended["value"]["expires"] > updated["value"]["expires"]
    assert run("alert", "show", "banjir")["id"] == extended["id"], "the one that stands, of several"
    corrected = run("alert", "correct", extended["id"])
    assert corrected["value"]["headline"] == "RALAT INFORMASI BANJIR"
    assert run("alert", "end", corrected["id"], "--say-so") == {"ended": corrected["id"]}
    (over,) = (each for each in run("alert", "list") if each["live"])
    assert run("alert", "end", over["id"]) == {"ended": over["id"]}
    code, said = refused("alert", "end", "BANJIR")
    assert code != 0
    assert "no alert" in said
    assert "--for 30m" in refused("alert", "extend", "BANJIR")[1]


def test_what_cannot_be_meant_is_refused_in_one_line(run: Run, refused: Run) -> None:
    for words, said in (
        (("--template", "gempa"), "there is no template 'gempa'"),
        (("--template", "road"), "tempat"),
        (("--template", "flood", "--field", "kota=Luwuk"), "no field of flood"),
        (("Banjir", "--template", "flood"), "goes with a free text"),
        (("Banjir", "--field", "tempat"), "write NAME=TEXT"),
        (("Banjir", "--for", "30"), "no time up to eight days"),
        (("Banjir", "--for", "30m", "--minutes", "5"), "says the same"),
        (("Banjir", "--group", "kota"), "no group 'kota'"),
        (("Banjir", "--area", "Luwuuk"), "no kecamatan"),
        (("Banjir", "--area", "Luwuk"), "no wall in the chosen area"),
    ):
        code, line = refused("alert", "raise", *words)
        assert code != 0
        assert said in line


def test_a_drill_stands_apart_from_what_is_real(run: Run, refused: Run) -> None:
    drill = run("alert", "raise", "--template", "tsunami", "--drill", "--for", "10m")
    assert drill["value"]["drill"]
    assert drill["id"].startswith("drill-")
    assert "no alert" in refused("alert", "end", drill["id"])[1]
    assert run("alert", "end", drill["id"], "--drill") == {"ended": drill["id"]}


def test_what_walls_let_go_of_after_two_hours_is_still_confirmed_by_a_second_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAYCTL_PASSPHRASE", PASSPHRASE)
    clock = PushedClock(SystemClock().now())
    with hub_in_thread(tmp_path, clock, founded=False) as hub:
        keys = hub.installation.keys_folder
        cabinet = KeyCabinet(keys, cost=CHEAPEST)
        found_several(
            hub.client, cabinet, Beliefs(keys), [Founder(name, PASSPHRASE) for name in ("Sekar", "Budi", "Citra")]
        )
        add_wall(hub.client, "tugu")
        hub.installation.hub_file.write_text(json.dumps({"url": hub.url, "pid": 1}))
        post = DutyPost(hub.client, Beliefs(keys), clock=clock)
        message = load_templates().find("flood").message({"tempat": "SIMPONG"})
        sent = post.raise_emergency(cabinet.unlock("sekar", PASSPHRASE), message, duration=timedelta(hours=5))
        clock.push(timedelta(hours=3))
        assert not hub.client.alerts()[0].live
        desk = ["--data", str(hub.installation.data), "alert"]
        assert main([*desk, "extend", sent.id, "--for", "1h", "--as", "budi"]) != 0, "it stands nowhere"
        assert main([*desk, "confirm", "BANJIR", "--as", "budi"]) == 0
        assert "Sekar and Budi stand behind" in capsys.readouterr().out
        assert hub.client.alerts()[0].live


def test_when_no_hub_runs_a_message_goes_onto_a_stick(
    run: Run, refused: Run, office: RunningHub, tmp_path: Path
) -> None:
    run("alert", "end", run("alert", "raise", "Banjir", "--for", "5m")["id"])  # this desk has met its hub
    hub_file = office.installation.hub_file
    known = hub_file.read_text()
    hub_file.unlink()
    try:
        assert "alert export DIR" in refused("alert", "raise", "Banjir")[1]
        done = run("alert", "export", str(tmp_path), "--template", "tsunami", "--display", "tugu")
    finally:
        hub_file.write_text(known)
    assert done["alerts"] == 1
    assert (tmp_path / "displayctl-darurat" / "bundle" / "metadata").is_dir()
    run("alert", "raise", "Banjir", "--for", "5m")
    live = {each["id"] for each in run("alert", "list") if each["live"]}
    assert done["id"] in live, "the hub heard of it"
    for alert_id in live:
        run("alert", "end", alert_id)


def test_that_nothing_waits_to_be_sent_again_is_said_as_that(
    office: RunningHub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(office.installation.data), "alert", "resend"]) == 0
    told = capsys.readouterr().out
    assert "no message waits" in told
    assert "forgotten" not in told


def test_lengths_and_fields_are_read() -> None:
    times = {"30m": 30, "2h": 120, "1h30m": 90, "1d": 1440, "8d": 11_520}
    for text, minutes in times.items():
        found = asked_duration(text, None)
        assert found is not None
        assert found.total_seconds() == minutes * 60
    for text in ("", "0m", "9d", "1 h", "-5m", "30s"):
        if text:
            with pytest.raises(InvalidValue):
                asked_duration(text, None)
    assert fields_of(("a = x=y", r"b=eins\nzwei")) == {"a": "x=y", "b": "eins\nzwei"}
