"""Emergencies from a desk on a real hub: raised, updated, confirmed, taken back, and two desks at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from content.delivery.notices import unpack_notice
from content.delivery.roles import DRILL, EMERGENCY
from content.errors import Refused
from content.studio.emergency.message import Message
from content.studio.emergency.templates_folder import Templates, load_templates
from content.studio.passphrases import CHEAPEST
from content.studio.sealed_keys import OperatorKey
from displayctl.api.client import HubClient
from displayctl.api.errors import HubUnreachable
from displayctl.api.models import AlertInfo
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.changes import Wish
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.founding import Founder, found_several
from displayctl.desk.unlocking import KeyCabinet
from displayctl.errors import NothingToSign
from schedules.alert import Alert, AlertLevel
from schedules.clock import SystemClock
from schedules.codec import alert_from_dict
from schedules.turns import age_of
from tests.displayctl.hub.ground import add_wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.losing_proxy import LosingProxy, Loss, losing_proxy

WORDS = "tiga kapal di pelabuhan"
HALF_AN_HOUR = timedelta(minutes=30)
TEMPLATES: Templates = load_templates()


@dataclass(frozen=True)
class Office:
    """A hub with two walls and two officers, each at a desk of their own."""

    hub: RunningHub
    folder: Path
    sekar: OperatorKey
    budi: OperatorKey

    def post(self, desk: str = "desk", *, drill: bool = False) -> DutyPost:
        return DutyPost(self.hub.client, Beliefs(self.folder / desk), drill=drill)

    def live(self) -> set[str]:
        return {info.id for info in self.hub.client.alerts() if info.live}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("duty")
    with hub_in_thread(folder / "office", founded=False) as hub:
        cabinet = KeyCabinet(folder / "desk", environment={}, cost=CHEAPEST)
        found_several(
            hub.client, cabinet, Beliefs(folder / "desk"), [Founder(n, WORDS) for n in ("Sekar", "Budi", "Citra")]
        )
        add_wall(hub.client, "tugu")
        add_wall(hub.client, "pasar", width=400, height=300)
        yield Office(hub, folder, cabinet.unlock("sekar", WORDS), cabinet.unlock("budi", WORDS))


def flood(place: str = "SIMPONG") -> Message:
    return TEMPLATES.find("flood").message({"tempat": place})


def tsunami() -> Message:
    return TEMPLATES.find("tsunami").message({})


def alert(info: AlertInfo) -> Alert:
    return alert_from_dict(info.value)


def test_a_template_is_on_its_way_with_pages_for_every_format_and_its_words(office: Office) -> None:
    post = office.post()
    sent = alert(post.raise_emergency(office.sekar, tsunami(), duration=HALF_AN_HOUR))
    assert (sent.kind, sent.level, sent.headline) == ("tsunami", AlertLevel.AWAS, "PERINGATAN TSUNAMI")
    assert sent.evacuation
    assert sent.display_ids == ()
    for each in ("128x64@30", "400x300@30"):
        assert sent.pages(each) != sent.pages(each, neutral=True) != ()
    post.end(office.sekar, sent.id)
    assert sent.id not in office.live()


def test_an_update_and_an_extension_take_the_place_of_the_former_one_on_the_same_walls(office: Office) -> None:
    post = office.post()
    first = alert(post.raise_emergency(office.sekar, flood(), ("pasar",), duration=HALF_AN_HOUR))
    second = alert(post.update(office.sekar, first.id, flood("SALODIK")))
    assert (second.headline, second.supersedes, second.display_ids) == ("BANJIR DI SALODIK", (first.id,), ("pasar",))
    assert abs(second.expires - first.expires) < timedelta(seconds=1)
    third = alert(post.extend(office.sekar, second.id, timedelta(hours=1)))
    assert (third.pictures, third.supersedes) == (second.pictures, (second.id,))
    assert third.expires > second.expires
    assert office.live() == {third.id}
    post.end(office.sekar, third.id)


def test_a_correction_is_one_action_in_words_written_before(office: Office) -> None:
    post = office.post()
    sent = alert(post.raise_emergency(office.sekar, tsunami(), ("tugu",), duration=HALF_AN_HOUR))
    message = TEMPLATES.behind(sent.kind).corrected(sent.level)
    back = alert(post.correct(office.sekar, sent.id, message))
    assert (back.corrects, back.supersedes, back.kind) == (sent.id, (sent.id,), "correction")
    assert (back.display_ids, back.level) == (("tugu",), AlertLevel.AWAS)
    assert back.expires - back.effective == timedelta(minutes=10)
    assert office.live() == {back.id}
    over = alert(post.end(office.sekar, back.id, TEMPLATES.behind("flood").over(AlertLevel.SIAGA)))
    assert (over.kind, over.corrects) == ("ended", "")
    post.end(office.sekar, over.id)
    with pytest.raises(NothingToSign, match="does not stand any more"):
        post.end(office.sekar, over.id)


def test_what_orders_people_to_move_asks_for_a_second_person_and_is_sent_at_once(office: Office) -> None:
    post = office.post()
    sent = post.raise_emergency(office.sekar, tsunami(), duration=HALF_AN_HOUR)
    alone = post.standing(sent)
    assert (alone.signed_by, alone.needed, alone.asks) == (("Sekar",), 2, True)
    assert alone.neutral_from == alert(sent).effective + timedelta(minutes=15)
    with pytest.raises(Refused, match="already"):
        post.confirm(office.sekar, sent.id)
    other = office.post("other-desk")
    assert set(other.notice(sent.id).pictures) == {picture.sha256 for picture in alert(sent).pictures}
    both = other.standing(other.confirm(office.budi, sent.id))
    assert (both.signed_by, both.asks, both.neutral_from) == (("Sekar", "Budi"), False, None)
    other.end(office.budi, sent.id)


def test_a_prepared_template_asks_for_nobody_up_to_two_hours(office: Office) -> None:
    post = office.post()
    short = post.raise_emergency(office.sekar, flood(), duration=timedelta(hours=2))
    assert not post.standing(short).asks
    long = post.raise_emergency(office.sekar, flood("SALODIK"), duration=timedelta(hours=3))
    assert post.standing(long).asks
    assert post.standing(long).ends == alert(long).effective + timedelta(hours=2)
    moving = post.raise_emergency(office.sekar, tsunami(), duration=timedelta(minutes=15))
    assert (post.standing(moving).asks, post.standing(moving).neutral_from) == (False, None), "it ends before that"
    for info in (short, long, moving):
        post.end(office.sekar, info.id)


def test_two_desks_at_the_same_time_do_not_withdraw_each_others_alerts(office: Office) -> None:
    one, other = office.post(), office.post("other-desk")
    one.prepare()
    other.prepare()
    first = one.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR)
    second = other.raise_emergency(office.budi, flood("SALODIK"), duration=HALF_AN_HOUR)
    assert office.live() == {first.id, second.id}
    one.end(office.sekar, second.id)
    other.end(office.budi, first.id)
    assert office.live() == set()


@pytest.mark.parametrize("wrong", [timedelta(minutes=-50), timedelta(minutes=50)])
def test_a_desk_whose_clock_is_wrong_goes_by_the_hubs_and_takes_nothing_back(office: Office, wrong: timedelta) -> None:
    first = office.post().raise_emergency(office.budi, flood(), duration=HALF_AN_HOUR)
    clock = PushedClock(SystemClock().now() + wrong)
    post = DutyPost(office.hub.client, Beliefs(office.folder / "desk"), clock=clock)
    second = post.raise_emergency(office.sekar, flood("SALODIK"), duration=HALF_AN_HOUR)
    assert office.live() == {first.id, second.id}
    assert abs(alert(second).effective - SystemClock().now()) < timedelta(minutes=5)
    for info in (first, second):
        post.end(office.sekar, info.id)


def test_a_drill_is_signed_by_the_role_of_drills_and_no_other(office: Office) -> None:
    post = office.post(drill=True)
    sent = alert(post.raise_emergency(office.sekar, tsunami(), duration=HALF_AN_HOUR))
    assert sent.drill
    assert sent.id.startswith("drill-")
    repository = office.hub.services.repository
    assert repository.document(EMERGENCY, f"emergency/{sent.id}.json") is None
    document = repository.document(DRILL, f"drill/{sent.id}.json")
    assert document is not None
    assert unpack_notice(document).alert == sent
    with pytest.raises(NothingToSign):
        office.post().end(office.sekar, sent.id)
    post.end(office.sekar, sent.id)


@pytest.fixture
def line(office: Office) -> Iterator[LosingProxy]:
    with losing_proxy(office.hub.url, "/api/alerts") as proxy:
        yield proxy


@pytest.fixture
def far(office: Office, line: LosingProxy) -> Iterator[DutyPost]:
    """A desk at the end of that line."""
    with HubClient(line.url, office.hub.client.transport.token) as client:
        yield DutyPost(client, Beliefs(office.folder / "desk"))


def test_where_the_answer_alone_was_lost_nobody_is_told_that_nothing_was_sent(
    office: Office, line: LosingProxy, far: DutyPost
) -> None:
    line.loss = Loss.ANSWER
    sent = far.raise_emergency(office.sekar, tsunami(), duration=HALF_AN_HOUR)
    assert office.live() == {sent.id}
    line.loss = Loss.ANSWER
    assert far.confirm(office.budi, sent.id).confirmed
    line.loss = Loss.ANSWER
    assert far.end(office.sekar, sent.id).id == sent.id
    assert office.live() == set()


def test_what_is_pressed_again_after_a_cut_line_stands_once_and_other_words_stand_beside_it(
    office: Office, line: LosingProxy, far: DutyPost
) -> None:
    line.loss, line.breaks = Loss.ANSWER, True
    with pytest.raises(HubUnreachable):
        far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR)
    (first,) = office.live()
    with pytest.raises(HubUnreachable):
        far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR)
    line.cut = False
    assert far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR).id == first
    assert office.live() == {first}
    other = far.raise_emergency(office.sekar, flood("SALODIK"), duration=HALF_AN_HOUR).id
    meant = far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR).id
    assert office.live() == {first, other, meant}
    for alert_id in (first, other, meant):
        far.end(office.sekar, alert_id)


def test_where_the_message_itself_was_lost_the_desk_is_told_so(
    office: Office, line: LosingProxy, far: DutyPost
) -> None:
    line.loss = Loss.REQUEST
    with pytest.raises(HubUnreachable):
        far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR)
    assert office.live() == set()
    sent = far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR)
    for change in (lambda: far.confirm(office.budi, sent.id), lambda: far.end(office.sekar, sent.id)):
        line.loss = Loss.REQUEST
        with pytest.raises(HubUnreachable):
            change()
    assert office.live() == {sent.id}
    far.end(office.sekar, sent.id)


def test_a_change_whose_answer_was_lost_is_done_once_when_it_is_pressed_again(
    office: Office, line: LosingProxy, far: DutyPost
) -> None:
    first = far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR).id
    correction = TEMPLATES.find("flood").corrected(AlertLevel.SIAGA, {"tempat": "SIMPONG"})
    changes: tuple[Callable[[str], AlertInfo], ...] = (
        lambda about: far.update(office.sekar, about, flood("SALODIK")),
        lambda about: far.extend(office.sekar, about, timedelta(hours=1)),
        lambda about: far.correct(office.sekar, about, correction),
        lambda about: far.end(office.sekar, about),
    )
    standing = first
    for change in changes:
        line.loss, line.breaks = Loss.ANSWER, True
        with pytest.raises(HubUnreachable):
            change(standing)
        line.cut = line.breaks = False
        known = office.live()
        assert standing not in known
        standing = change(standing).id
        assert office.live() == known
    assert office.live() == set()


def test_what_came_in_the_place_of_a_message_unheard_is_what_is_taken_back_with_it(
    office: Office, line: LosingProxy, far: DutyPost
) -> None:
    first = far.raise_emergency(office.sekar, flood(), duration=HALF_AN_HOUR).id
    line.loss, line.breaks = Loss.ANSWER, True
    with pytest.raises(HubUnreachable):
        far.extend(office.sekar, first, timedelta(hours=1))
    line.cut = line.breaks = False
    (longer,) = office.live()
    correction = TEMPLATES.find("flood").corrected(AlertLevel.SIAGA, {"tempat": "SIMPONG"})
    corrected = far.correct(office.sekar, first, correction)
    assert alert(corrected).corrects == longer
    assert office.live() == {corrected.id}
    with pytest.raises(NothingToSign):
        far.extend(office.sekar, first, timedelta(hours=1))
    far.end(office.sekar, corrected.id)


def test_what_a_desk_ahead_has_issued_is_taken_back_all_the_same(office: Office, tmp_path: Path) -> None:
    clock = PushedClock(SystemClock().now() + timedelta(minutes=40))
    ahead, here = DutyPost(office.hub.client, Beliefs(office.folder / "desk"), clock=clock), office.post()
    ahead.prepare()
    carried = ahead.export_emergency(office.sekar, tmp_path, Wish(flood(), HALF_AN_HOUR))
    ahead.prepare()
    correction = TEMPLATES.find("flood").corrected(AlertLevel.SIAGA, {"tempat": "SIMPONG"})
    corrected = here.correct(office.budi, carried.alert_id, correction)
    assert age_of(alert(corrected)) > age_of(alert_from_dict(carried_alert(office, carried.alert_id)))
    assert alert(corrected).effective < clock.now() - timedelta(minutes=30)
    here.end(office.budi, corrected.id)


def carried_alert(office: Office, alert_id: str) -> dict[str, object]:
    return next(info.value for info in office.hub.client.alerts() if info.id == alert_id)
