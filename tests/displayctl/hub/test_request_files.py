"""Files of requests are kept no longer than the office needs them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound
from displayctl.api.requests import Request, RequestCreation, RequestDraft
from displayctl.hub.database import DATABASE_NAME
from tests.displayctl.hub.ground import picture_file
from tests.fakes.hub_in_thread import RunningHub


def asked(client: HubClient) -> Request:
    return client.requests.create(RequestCreation(draft=RequestDraft(agency="dinkes", title="Posyandu Balita")))


def test_files_of_requests_that_are_long_over_are_let_go_and_others_stay(fresh_hub: RunningHub, tmp_path: Path) -> None:
    client = fresh_hub.client
    kept = client.requests.attach(asked(client).id, picture_file(tmp_path, "a.png", "red"))
    over = client.requests.attach(asked(client).id, picture_file(tmp_path, "b.png", "blue"))
    client.requests.withdraw(over.id)
    with closing(sqlite3.connect(fresh_hub.installation.hub_folder / DATABASE_NAME)) as database:
        database.execute("UPDATE requests SET updated_at = '2020-01-01 00:00:00.000000' WHERE id = ?", (over.id,))
        database.commit()
    fresh_hub.services.requests.files.sweep()
    assert client.requests.one(kept.id).attachments[0].kept
    assert not client.requests.one(over.id).attachments[0].kept
    with pytest.raises(NotFound):
        b"".join(client.requests.file_pieces(over.attachments[0].id))
    assert b"".join(client.requests.file_pieces(kept.attachments[0].id))
