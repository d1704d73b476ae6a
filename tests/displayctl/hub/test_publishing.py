"""Publishing against those who should not, against old drafts, and against power cuts in between."""

from __future__ import annotations

import base64
import sqlite3
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from content.studio.signing import sign_programme
from displayctl.api.errors import NotFound, RefusedByTrust, WrongRequest
from displayctl.api.models import PartKind, ReceiptStage, SignedRoles
from displayctl.desk.publishing import await_walls, preview_publication, publish
from displayctl.desk.signed import renew_duty_roles, signed_message
from displayctl.errors import NothingToSign
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, now
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import Keyring
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said, say


@pytest.fixture(scope="module", autouse=True)
def drafted(hub: RunningHub, tmp_path_factory: pytest.TempPathFactory) -> None:
    add_wall(hub.client)
    add_wall(hub.client, "jauh", groups=("desa",))
    medium = add_picture(hub.client, tmp_path_factory.mktemp("files"))
    add_playlist(hub.client, "pagi", medium.id)
    add_slot(hub.client, "pagi", "pagi", "tugu", "jauh")


def signed_draft(hub: RunningHub, keyring: Keyring, **changes: object) -> SignedRoles:
    state = hub.client.signing_state("utama")
    role = None if state.role is None else base64.b64decode(state.role)
    return signed_message((sign_programme(keyring, role, "utama", {**state.draft, **changes}, now()),))


def test_somebody_elses_keys_do_not_count(hub: RunningHub, tmp_path: Path) -> None:
    with pytest.raises(RefusedByTrust):
        hub.client.publish("utama", signed_draft(hub, Keyring(tmp_path / "stranger")))
    with pytest.raises(NotFound):
        hub.client.programme("utama")


def test_a_document_changed_on_the_way_is_refused(hub: RunningHub) -> None:
    signed = signed_draft(hub, hub.keyring)
    path, data = next(iter(signed.documents.items()))
    other = base64.b64encode(base64.b64decode(data).replace(b"Pagi", b"Lain")).decode()
    with pytest.raises(RefusedByTrust):
        hub.client.publish("utama", signed.model_copy(update={"documents": {path: other}}))


def test_what_a_wall_could_not_play_is_refused_even_when_it_is_signed(hub: RunningHub) -> None:
    draft = hub.client.signing_state("utama").draft
    media = [{**draft["media"][0], "renditions": [_with_digest(draft["media"][0]["renditions"][0], "0" * 64)]}]
    with pytest.raises(RefusedByTrust, match="the hub has no 'poster'"):
        hub.client.publish("utama", signed_draft(hub, hub.keyring, media=media))
    with pytest.raises(RefusedByTrust, match="for group 'desa'"):
        hub.client.publish("utama", signed_draft(hub, hub.keyring, group="desa"))
    with pytest.raises(RefusedByTrust, match="no programme"):
        hub.client.publish("utama", signed_draft(hub, hub.keyring, version=99))


def test_a_publication_brings_its_own_role_and_documents_only(hub: RunningHub) -> None:
    signed = signed_draft(hub, hub.keyring)
    with pytest.raises(WrongRequest, match="signed by prog-desa"):
        hub.client.publish("desa", signed)
    with pytest.raises(WrongRequest, match="missing"):
        hub.client.publish("utama", signed.model_copy(update={"documents": {}}))
    stray = {**signed.documents, "prog/desa/programme.json": "e30="}
    with pytest.raises(WrongRequest, match="belongs to none"):
        hub.client.publish("utama", signed.model_copy(update={"documents": stray}))
    with pytest.raises(WrongRequest, match="signed by emergency"):
        hub.client.send_alerts(signed)


def test_a_draft_signed_before_another_publication_is_refused(hub: RunningHub) -> None:
    early = signed_draft(hub, hub.keyring)
    newest = publish(hub.client, hub.keyring, "utama")
    with pytest.raises(RefusedByTrust, match="published"):
        hub.client.publish("utama", early)
    assert hub.client.programme("utama")["revision"] == newest.revision
    assert hub.client.publications()[0] == newest


def test_nothing_changes_where_nothing_was_planned_and_a_new_slot_is_told(hub: RunningHub) -> None:
    publish(hub.client, hub.keyring, "utama")
    assert preview_publication(hub.client, "utama").walls[0].changes == ()
    add_slot(hub.client, "malam", "pagi", "tugu", priority=80)
    changes = preview_publication(hub.client, "utama").walls[0].changes
    assert {(change.slot_id, change.kind.value) for change in changes} == {("malam", "new"), ("pagi", "removed")}
    part = hub.client.part(PartKind.SLOT, "malam")
    hub.client.delete_part(PartKind.SLOT, "malam", part.version)


def test_a_new_group_is_added_to_the_policy_by_its_first_publication(hub: RunningHub) -> None:
    assert hub.client.signing_state("desa").role is None
    publication = publish(hub.client, hub.keyring, "desa")
    assert [receipt.display_id for receipt in hub.client.receipts("desa")] == ["jauh"]
    assert hub.client.programme("desa")["slots"][0]["display_ids"] == ["jauh"]
    assert publication.group == "desa"
    with pytest.raises(NotFound):
        publish(hub.client, hub.keyring, "tiada")


def test_problems_of_the_draft_are_told(hub: RunningHub) -> None:
    add_playlist(hub.client, "kosong")
    add_slot(hub.client, "hampa", "kosong", "tugu", priority=1)
    problems = hub.client.signing_state("utama").problems
    assert any("'Kosong' is empty" in problem for problem in problems)
    assert any("no player is paired with 'Tugu'" in problem for problem in problems)
    with SimulatedPlayer(hub.url) as player:
        player.enrol(hub.client, "tugu")
    assert any("paired after the last publication" in problem for problem in hub.client.signing_state("utama").problems)
    publish(hub.client, hub.keyring, "utama")
    assert not any("paired" in problem for problem in hub.client.signing_state("utama").problems)


def test_the_duty_roles_are_signed_anew_before_they_end(tmp_path: Path) -> None:
    clock = PushedClock(now())
    with hub_in_thread(tmp_path / "data", clock) as hub:
        assert not renew_duty_roles(hub.client, hub.keyring, clock.now())
        before = hub.client.emergency_state()
        clock.push(timedelta(days=20))
        assert renew_duty_roles(hub.client, hub.keyring, clock.now())
        after = hub.client.emergency_state()
        assert (before.role != after.role, before.drill != after.drill) == (True, True)


def test_what_the_repository_published_is_known_again_after_a_power_cut(tmp_path: Path) -> None:
    with hub_in_thread(tmp_path / "data") as first:
        add_wall(first.client)
        publication = publish(first.client, first.keyring, "utama")
    database = first.installation.hub_folder / "hub.sqlite"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DELETE FROM publications")
        connection.commit()
    with hub_in_thread(tmp_path / "data") as second:
        assert second.client.publications()[0].revision == publication.revision


def test_walls_that_are_connected_are_waited_for_and_no_others(hub: RunningHub) -> None:
    revision = publish(hub.client, hub.keyring, "utama").revision
    begun = time.monotonic()
    assert [receipt.stage for receipt in await_walls(hub.client, "utama", 20)] == [ReceiptStage.WAITING]
    assert time.monotonic() - begun < 10
    heard: list[str] = []
    with SimulatedPlayer(hub.url, "WWWW-WWWW") as player:
        player.enrol(hub.client, "tugu")
        with player.link() as link:
            said(link, "notice")
            assert await_walls(hub.client, "utama", 0.3, heard.append)[0].stage is ReceiptStage.WAITING
            assert heard == ["waiting for tugu"]
            later = threading.Timer(0.2, say, (link,), {"type": "receipt", "revision": revision, "stage": "on-air"})
            later.start()
            assert await_walls(hub.client, "utama", 20)[0].stage is ReceiptStage.ON_AIR
            later.join()


def test_nothing_is_signed_for_walls_that_are_gone(hub: RunningHub) -> None:
    slot = hub.client.part(PartKind.SLOT, "pagi")
    hub.client.put_part(PartKind.SLOT, "pagi", {**slot.value, "display_ids": ["tugu"]}, slot.version)
    wall = hub.client.part(PartKind.DISPLAY, "jauh")
    hub.client.delete_part(PartKind.DISPLAY, "jauh", wall.version)
    with pytest.raises(NothingToSign, match="has no walls"):
        publish(hub.client, hub.keyring, "desa")


def _with_digest(rendition: dict[str, dict[str, object]], digest: str) -> dict[str, object]:
    return {**rendition, "asset": {**rendition["asset"], "sha256": digest}}
