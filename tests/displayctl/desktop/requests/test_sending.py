"""A new request on its way to a hub whose line is bad."""

from __future__ import annotations

import pytest

from displayctl.api.client import HubClient
from displayctl.api.errors import HubUnreachable
from displayctl.api.request_states import RequestStepKind
from displayctl.api.requests import RequestDraft, Wish
from displayctl.desk.installation import desk_token
from displayctl.desktop.requests.sending import Sending
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.losing_proxy import Loss, losing_proxy

pytestmark = pytest.mark.usefixtures("shared_hub")

ODD = " \u202eمرحبا\u202c 👨‍👩‍👧‍👦\r\n  satu\tdua \n"


def test_a_request_whose_answer_was_lost_is_there_once_and_says_what_was_typed_last(hub: RunningHub) -> None:
    calls = hub.client.requests
    with losing_proxy(hub.url, "/api/requests") as line, HubClient(line.url, desk_token(hub.installation)) as client:
        sending = Sending(client)
        line.loss = Loss.ANSWER
        with pytest.raises(HubUnreachable):
            sending.send(RequestDraft(agency="dinkes", title="Vaksinasi"), ())
        made = sending.send(RequestDraft(agency="dinkes", title="Vaksinasi anak"), ())
    assert [each.id for each in calls.page().requests] == [made.id]
    assert calls.one(made.id).title == "Vaksinasi anak"


def test_what_was_typed_oddly_is_sent_once_and_not_changed_afterwards(hub: RunningHub) -> None:
    draft = RequestDraft(agency="dinkes", title=f"Senam{ODD}", text=ODD * 3, wish=Wish(starts="08:00", note=ODD))
    made = Sending(hub.client).send(draft, ())
    assert [step.kind for step in hub.client.requests.one(made.id).steps] == [RequestStepKind.ASKED]
