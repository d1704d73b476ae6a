"""Every route, as each role, on things of one's own group and of another's: nothing opens that the matrix does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from websockets.sync.client import connect

from displayctl.api.accounts import Role
from displayctl.api.client import HubClient
from displayctl.api.errors import NotPermitted
from displayctl.api.models import Batch, BatchStep, Document, MediumChange, Operation, PartKind
from displayctl.hub.matrix import MATRIX, Rule, Scope, Who
from schedules.codec import playlist_to_dict, slot_to_dict, ticker_to_dict
from schedules.ticker import RunningText, Ticker
from tests.builders import playlist, slot
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, small_wall
from tests.displayctl.hub.staff import first_administrator, person
from tests.fakes.hub_in_thread import RunningHub

MINE, THEIRS = "taman", "tugu"
"""The groups: everybody here has their role for the first."""
STATUS_OF_REFUSAL = (401, 403)
NEEDS_OFFICE = (Scope.OFFICE,)
KNOWS_GROUP = (Scope.GROUP, Scope.DISPLAY, Scope.PART)


@dataclass(frozen=True, slots=True)
class Staff:
    """A hub with a wall, a playlist and a slot in each of two groups, and a person with each role for the first."""

    hub: RunningHub
    clients: dict[Role, HubClient]
    administrator: HubClient
    http: httpx2.Client

    def asks(self, role: Role | None, method: str, path: str, body: Any = None, **query: str) -> httpx2.Response:
        """The answer to a person with `role` for the first group; to nobody where it is None."""
        headers = {"Content-Type": "application/json"}
        if role is not None:
            headers["Authorization"] = f"Bearer {self.clients[role].transport.token}"
        content = None if body is None else json.dumps(body)
        return self.http.request(method, path, params=query, content=content, headers=headers)


@pytest.fixture(scope="module")
def staff(hub: RunningHub) -> Iterator[Staff]:
    for group in (MINE, THEIRS):
        add_wall(hub.client, f"wall-{group}", groups=(group,))
        add_playlist(hub.client, f"list-{group}")
        add_slot(hub.client, f"slot-{group}", f"list-{group}", f"wall-{group}")
        hub.client.create_part(PartKind.TICKER, running_text(f"text-{group}", f"wall-{group}"))
    with ExitStack() as stack:
        administrator = stack.enter_context(first_administrator(hub)[0])
        clients = {
            role: stack.enter_context(person(hub, administrator, f"the-{role.value}", (role, MINE))) for role in Role
        }
        http = stack.enter_context(httpx2.Client(base_url=hub.url, trust_env=False, timeout=30))
        yield Staff(hub, clients, administrator, http)


def running_text(id: str, *walls: str) -> Document:
    return ticker_to_dict(Ticker(id, id, (RunningText("Halo"),), display_ids=walls))


def addressed(path: str, rule: Rule, group: str) -> str:
    """`path` with the name of a thing of `group` in it."""
    names = {PartKind.SLOT.value: "slot", PartKind.PLAYLIST.value: "list", PartKind.TICKER.value: "text"}
    thing = f"{names.get(rule.kind, 'wall')}-{group}"
    filled = path.replace("{group}", group).replace("{sha256}", "a" * 64).replace("{device_id}", "a" * 64)
    before, brace, _ = filled.partition("{")
    return filled if not brace else f"{before}{thing}{filled[filled.index('}') + 1 :]}"


def may(rule: Rule, role: Role, group: str) -> bool:
    """What the matrix says of a person with `role` for the first group; administrators here lack a second factor."""
    if rule.scope is Scope.OWN:
        return True
    if role not in rule.roles or role is Role.ADMINISTRATOR or rule.scope in NEEDS_OFFICE:
        return False
    return group == MINE or rule.scope not in KNOWS_GROUP


def rows() -> list[tuple[str, str, Rule]]:
    """Rows for people. Those that end the very sessions that ask are tried with the accounts."""
    ending = {("DELETE", "/api/session"), ("DELETE", "/api/account/sessions")}
    return [
        (method, path, rule)
        for (method, path), rule in MATRIX.items()
        if rule.who is Who.PERSON and (method, path) not in ending
    ]


@pytest.mark.parametrize("group", [MINE, THEIRS])
@pytest.mark.parametrize("role", list(Role))
def test_each_route_answers_each_role_as_the_matrix_says(staff: Staff, role: Role, group: str) -> None:
    wrong = []
    for method, path, rule in rows():
        answer = staff.asks(role, method, addressed(path, rule, group))
        refused = answer.status_code in STATUS_OF_REFUSAL
        if refused == may(rule, role, group) and not (refused and rule.scope in (Scope.OWN, Scope.CONTENT)):
            wrong.append((method, path, answer.status_code, answer.text[:200]))
        if refused and method != "HEAD":
            assert f"{{{group}}}" not in answer.text
    assert wrong == []


def test_nobody_gets_anything_and_the_desk_token_only_first_aid(staff: Staff) -> None:
    for method, path, rule in rows():
        assert staff.asks(None, method, addressed(path, rule, MINE)).status_code == 401, (method, path)
    desk = {"Authorization": f"Bearer {staff.hub.client.transport.token}"}
    for method, path, rule in rows():
        status = staff.http.request(method, addressed(path, rule, MINE), headers=desk).status_code
        assert (status == 401) == (rule.scope is not Scope.OWN), (method, path, status)
    for person_client in (staff.clients[Role.EDITOR], staff.administrator):
        token = {"Authorization": f"Bearer {person_client.transport.token}"}
        for (method, path), rule in MATRIX.items():
            if rule.who is Who.THIS_MACHINE:
                assert staff.http.request(method, path, headers=token, json={}).status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_the_desk_token_is_worth_nothing_to_who_came_through_a_proxy(staff: Staff, header: str) -> None:
    headers = {"Authorization": f"Bearer {staff.hub.client.transport.token}", header: "10.1.2.3"}
    answer = staff.http.get("/api/session", headers=headers)
    assert (answer.status_code, "own machine" in answer.text) == (401, True)


@pytest.mark.parametrize(
    "path",
    ["/api/displays", "/api/slots", "/api/playlists", "/api/fleet", "/api/publications", "/api/settings", "/api/users"],
)
@pytest.mark.parametrize("role", list(Role))
def test_lists_hold_nothing_of_another_group(staff: Staff, role: Role, path: str) -> None:
    answer = staff.asks(role, "GET", path)
    assert THEIRS not in answer.text
    if answer.is_success and path in ("/api/displays", "/api/slots", "/api/playlists", "/api/fleet"):
        assert f"-{MINE}" in answer.text


def test_reports_and_questions_about_another_groups_wall_are_refused(staff: Staff) -> None:
    viewer = Role.VIEWER
    span = {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z"}
    assert THEIRS not in staff.asks(viewer, "GET", "/api/reports/plays", **span).text
    assert staff.asks(viewer, "GET", "/api/reports/plays", **span, display_id=f"wall-{THEIRS}").status_code == 403
    at = "2026-11-22T08:00:00Z"
    assert staff.asks(viewer, "GET", f"/api/displays/wall-{THEIRS}/plays", at=at).status_code == 403
    assert staff.asks(viewer, "GET", f"/api/displays/wall-{MINE}/plays", at=at, source="draft").status_code == 200


def test_an_editor_changes_what_is_of_their_group_and_nothing_else(staff: Staff) -> None:
    editor = staff.clients[Role.EDITOR]
    mine = editor.part(PartKind.SLOT, f"slot-{MINE}")
    changed = editor.put_part(PartKind.SLOT, mine.id, {**mine.value, "priority": 60}, mine.version)
    assert changed.value["priority"] == 60
    theirs = staff.administrator.part(PartKind.SLOT, f"slot-{THEIRS}")
    with pytest.raises(NotPermitted, match="editor for the group 'tugu'"):
        editor.put_part(PartKind.SLOT, theirs.id, {**theirs.value, "priority": 99}, theirs.version)
    with pytest.raises(NotPermitted):
        editor.delete_part(PartKind.SLOT, theirs.id, theirs.version)
    assert staff.administrator.part(PartKind.SLOT, theirs.id) == theirs


def test_nothing_is_moved_to_another_groups_wall_or_taken_from_it(staff: Staff) -> None:
    editor, technician = staff.clients[Role.EDITOR], staff.clients[Role.TECHNICIAN]
    mine = editor.part(PartKind.SLOT, f"slot-{MINE}")
    walls = [f"wall-{MINE}", f"wall-{THEIRS}"]
    with pytest.raises(NotPermitted):
        editor.put_part(PartKind.SLOT, mine.id, {**mine.value, "display_ids": walls}, mine.version)
    with pytest.raises(NotPermitted, match="belongs to walls of another group"):
        editor.create_part(PartKind.SLOT, slot_to_dict(slot("taken", f"list-{THEIRS}", display_ids=(walls[0],))))
    with pytest.raises(NotPermitted):
        technician.create_part(PartKind.DISPLAY, small_wall("new", groups=(THEIRS,)))
    wall = technician.part(PartKind.DISPLAY, walls[0])
    with pytest.raises(NotPermitted):
        technician.put_part(PartKind.DISPLAY, wall.id, {**wall.value, "groups": [THEIRS]}, wall.version)
    assert editor.part(PartKind.SLOT, mine.id) == mine


def test_a_batch_with_one_forbidden_step_changes_nothing(staff: Staff) -> None:
    editor = staff.clients[Role.EDITOR]
    theirs = staff.administrator.part(PartKind.PLAYLIST, f"list-{THEIRS}")
    fresh = playlist_to_dict(playlist("fresh"))
    steps = (
        BatchStep(operation=Operation.PUT, kind=PartKind.PLAYLIST, id="fresh", value=fresh),
        BatchStep(operation=Operation.DELETE, kind=PartKind.PLAYLIST, id=theirs.id, version=theirs.version),
    )
    with pytest.raises(NotPermitted):
        editor.batch(Batch(steps=steps))
    assert "fresh" not in {part.id for part in editor.parts(PartKind.PLAYLIST)}
    hours = staff.administrator.parts(PartKind.DAYPART)[0]
    with pytest.raises(NotPermitted, match="all groups"):
        editor.put_part(PartKind.DAYPART, hours.id, hours.value, hours.version)


def test_running_text_for_all_walls_is_everybodys_to_see_and_nobodys_of_one_group_to_make(staff: Staff) -> None:
    editor = staff.clients[Role.EDITOR]
    with pytest.raises(NotPermitted, match="all groups"):
        editor.create_part(PartKind.TICKER, running_text("text-for-all"))
    mine = editor.part(PartKind.TICKER, f"text-{MINE}")
    with pytest.raises(NotPermitted):
        editor.put_part(PartKind.TICKER, mine.id, running_text(mine.id), mine.version)
    chief = staff.administrator
    for_all = chief.create_part(PartKind.TICKER, running_text("text-for-all"))
    assert editor.part(PartKind.TICKER, for_all.id) == for_all
    with pytest.raises(NotPermitted):
        editor.delete_part(PartKind.TICKER, for_all.id, for_all.version)


def test_a_medium_in_use_is_changed_by_those_who_may_change_every_use(staff: Staff, tmp_path: Path) -> None:
    editor, chief = staff.clients[Role.EDITOR], staff.administrator
    medium = add_picture(editor, tmp_path)
    theirs = chief.part(PartKind.PLAYLIST, f"list-{THEIRS}")
    shown = playlist_to_dict(playlist(theirs.id, medium.id))
    chief.put_part(PartKind.PLAYLIST, theirs.id, shown, theirs.version)
    assert editor.medium(medium.id).id == medium.id
    assert editor.uses(medium.id) == ()
    assert [use.id for use in chief.uses(medium.id)] == [theirs.id]
    change = MediumChange(version=chief.medium(medium.id).version, title="Lain")
    with pytest.raises(NotPermitted):
        editor.change_medium(medium.id, change)
    assert chief.change_medium(medium.id, change).title == "Lain"


def test_events_tell_of_ones_own_group_alone(staff: Staff) -> None:
    viewer, chief = staff.clients[Role.VIEWER], staff.administrator
    with connect("ws" + staff.hub.url.removeprefix("http") + "/api/events", proxy=None) as socket:
        socket.send(viewer.transport.token)
        assert json.loads(socket.recv(timeout=10))["kind"] == "hello"
        for group in (THEIRS, MINE):
            part = chief.part(PartKind.SLOT, f"slot-{group}")
            chief.put_part(PartKind.SLOT, part.id, {**part.value, "priority": 77}, part.version)
        told = json.loads(socket.recv(timeout=10))
        assert (told["kind"], told["id"], told["data"]["value"]["priority"]) == ("slot", f"slot-{MINE}", 77)


def test_settings_of_other_groups_stay_as_they_are(staff: Staff) -> None:
    chief = staff.administrator
    whole = chief.settings()
    whole = chief.put_settings(whole.model_copy(update={"filler_ids": {THEIRS: f"list-{THEIRS}"}}))
    editor = staff.clients[Role.EDITOR]
    seen = editor.settings()
    assert seen.filler_ids == {}
    editor.put_settings(seen.model_copy(update={"filler_ids": {MINE: f"list-{MINE}"}}))
    both = chief.settings()
    assert both.filler_ids == {MINE: f"list-{MINE}", THEIRS: f"list-{THEIRS}"}
    for change in ({"filler_ids": {MINE: f"list-{THEIRS}"}}, {"valid_days": 300}, {"filler_ids": {THEIRS: "x"}}):
        with pytest.raises(NotPermitted):
            editor.put_settings(editor.settings().model_copy(update=change))
    assert chief.settings() == both
