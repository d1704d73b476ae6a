"""Parts of the schedule: two desks at once, references that must not dangle, and batches that are all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from displayctl.api.errors import Conflict, InUse, NotFound, WrongRequest
from displayctl.api.models import Batch, BatchStep, Document, Operation, PartKind, SettingsInfo
from displayctl.hub.beginnings import DAYPARTS
from schedules.codec import playlist_to_dict, slot_to_dict
from tests.builders import playlist, slot
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, small_wall
from tests.fakes.hub_in_thread import RunningHub


def step(operation: Operation, kind: PartKind, id: str, version: int = 0, value: Document | None = None) -> BatchStep:
    return BatchStep(operation=operation, kind=kind, id=id, version=version, value=value)


def test_an_installation_begins_with_dayparts_and_holidays_written_out(hub: RunningHub) -> None:
    assert {part.id for part in hub.client.parts(PartKind.DAYPART)} == {daypart.id for daypart in DAYPARTS}
    sets = hub.client.parts(PartKind.HOLIDAYS)
    year = hub.client.health().now.year
    assert {f"libur-nasional-{year}", f"libur-nasional-{year + 1}"} <= {part.id for part in sets}
    new_year = next(part for part in sets if part.id == f"libur-nasional-{year}").value["dates"][0]
    assert new_year == f"{year}-01-01"


def test_a_new_part_gets_an_id_and_a_slot_its_instant_of_making(hub: RunningHub) -> None:
    made = hub.client.create_part(PartKind.PLAYLIST, {**playlist_to_dict(playlist("x")), "id": ""})
    assert made.id.startswith("playlist-")
    add_wall(hub.client, "made")
    document = {**slot_to_dict(slot("y", made.id, display_ids=("made",))), "created_at": None}
    assert hub.client.create_part(PartKind.SLOT, document).value["created_at"].endswith("Z")


def test_the_second_desk_is_told_who_came_first(hub: RunningHub) -> None:
    first = hub.client.create_part(
        PartKind.PLAYLIST,
        playlist_to_dict(
            playlist(
                "dua",
            )
        ),
    )
    newer = hub.client.put_part(PartKind.PLAYLIST, "dua", {**first.value, "name": "Baru"}, first.version)
    assert newer.version > first.version
    with pytest.raises(Conflict, match=r"'Baru' was changed by .+@.+ at .* after you read it"):
        hub.client.put_part(PartKind.PLAYLIST, "dua", {**first.value, "name": "Lama"}, first.version)
    assert hub.client.part(PartKind.PLAYLIST, "dua").value["name"] == "Baru"
    with pytest.raises(Conflict):
        hub.client.delete_part(PartKind.PLAYLIST, "dua", first.version)


def test_a_part_deleted_and_made_anew_is_not_taken_for_the_former_one(hub: RunningHub) -> None:
    first = hub.client.create_part(PartKind.PLAYLIST, playlist_to_dict(playlist("anew")))
    hub.client.delete_part(PartKind.PLAYLIST, "anew", first.version)
    with pytest.raises(Conflict, match="was deleted after you read it"):
        hub.client.put_part(PartKind.PLAYLIST, "anew", first.value, first.version)
    hub.client.create_part(PartKind.PLAYLIST, first.value)
    with pytest.raises(Conflict):
        hub.client.put_part(PartKind.PLAYLIST, "anew", first.value, first.version)
    with pytest.raises(Conflict, match="exists already"):
        hub.client.create_part(PartKind.PLAYLIST, first.value)


def test_what_is_used_stays_and_says_where(hub: RunningHub, tmp_path: Path) -> None:
    add_wall(hub.client, "dipakai")
    medium = add_picture(hub.client, tmp_path)
    used = add_playlist(hub.client, "dipakai", medium.id)
    add_slot(hub.client, "pemakai", "dipakai", "dipakai")
    with pytest.raises(InUse) as error:
        hub.client.delete_part(PartKind.PLAYLIST, "dipakai", used.version)
    assert error.value.problem.where == ("slot 'Pemakai'",)
    with pytest.raises(InUse) as error:
        hub.client.delete_medium(medium.id, hub.client.medium(medium.id).version)
    assert error.value.problem.where == ("playlist 'Dipakai'",)
    assert [use.name for use in hub.client.uses(medium.id)] == ["Dipakai"]
    settings = hub.client.settings()
    hub.client.put_settings(SettingsInfo(version=settings.version, slate_id=medium.id))
    with pytest.raises(Conflict):
        hub.client.put_settings(settings)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"time_zone": "Asia/Luwuk"}, "time_zone"),
        ({"frame_rate": 24}, "frame_rate"),
        ({"groups": []}, "groups"),
        ({"surprise": 1}, ""),
        ({"name": ""}, "name"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(hub: RunningHub, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(WrongRequest) as error:
        hub.client.create_part(PartKind.DISPLAY, {**small_wall("salah"), **changes})
    assert field in error.value.problem.field
    with pytest.raises(NotFound):
        hub.client.part(PartKind.DISPLAY, "salah")


def test_a_reference_to_nothing_is_refused(hub: RunningHub) -> None:
    add_wall(hub.client, "sendiri")
    with pytest.raises(WrongRequest, match="names the playlist 'tiada', which does not exist"):
        add_slot(hub.client, "kosong", "tiada", "sendiri")
    with pytest.raises(WrongRequest, match="names the medium"):
        add_playlist(hub.client, "hampa", "medium-tiada")


def test_a_batch_is_all_or_nothing_and_its_steps_may_come_in_any_order(hub: RunningHub) -> None:
    add_wall(hub.client, "seri")
    one = playlist_to_dict(playlist("satu"))
    book = slot_to_dict(slot("pesan", "satu", display_ids=("seri",)))
    made = hub.client.batch(
        Batch(
            steps=(
                step(Operation.PUT, PartKind.SLOT, "pesan", value=book),
                step(Operation.PUT, PartKind.PLAYLIST, "satu", value=one),
            )
        )
    )
    assert [part.id for part in made] == ["pesan", "satu"]
    with pytest.raises(InUse):
        hub.client.batch(
            Batch(
                steps=(
                    step(Operation.PUT, PartKind.PLAYLIST, "tiga", value=playlist_to_dict(playlist("tiga"))),
                    step(Operation.DELETE, PartKind.PLAYLIST, "satu", version=made[1].version),
                )
            )
        )
    with pytest.raises(NotFound):
        hub.client.part(PartKind.PLAYLIST, "tiga")
    gone = hub.client.batch(
        Batch(
            steps=(
                step(Operation.DELETE, PartKind.PLAYLIST, "satu", version=made[1].version),
                step(Operation.DELETE, PartKind.SLOT, "pesan", version=made[0].version),
            )
        )
    )
    assert gone == ()


def test_a_desk_cannot_give_a_wall_a_device(hub: RunningHub) -> None:
    part = add_wall(hub.client, "palsu", fingerprint="f" * 64)
    assert part.value["fingerprint"] == ""


def test_an_id_is_kept_for_good(hub: RunningHub) -> None:
    part = add_playlist(hub.client, "tetap")
    with pytest.raises(WrongRequest, match="keeps its id"):
        hub.client.put_part(PartKind.PLAYLIST, "tetap", {**part.value, "id": "lain"}, part.version)
