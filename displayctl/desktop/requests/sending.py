"""A new request on its way to the hub with its files: who tries again goes on with it, and makes no second one."""

from __future__ import annotations

import secrets
from pathlib import Path

from displayctl.api.client import HubClient
from displayctl.api.requests import Request, RequestChange, RequestCreation, RequestDraft


class Sending:
    """`made` is the request once the hub has it, also where one of its files was refused then."""

    def __init__(self, client: HubClient) -> None:
        self._client, self._once = client, secrets.token_hex(16)
        self._draft: RequestDraft | None = None
        self._sent: set[Path] = set()
        self.made: Request | None = None

    def send(self, draft: RequestDraft, files: tuple[Path, ...]) -> Request:
        """Make the request, or change the one that was made to what is asked for now; then send what is missing."""
        requests = self._client.requests
        if self.made is None:
            made = requests.create(RequestCreation(draft=draft, once=self._once))
            if made.draft != draft:  # made by a try before, whose answer was lost
                made = requests.change(made.id, RequestChange(version=made.version, draft=draft))
        elif draft != self._draft:
            made = requests.change(self.made.id, RequestChange(version=self._version_of(self.made), draft=draft))
        else:
            made = self.made
        self.made, self._draft = made, draft
        for path in files:
            if path not in self._sent:
                self.made = requests.attach(made.id, path)
                self._sent.add(path)
        return self.made

    def _version_of(self, made: Request) -> int:
        """The newest where somebody has only looked at it meanwhile; where its words are others, that is a conflict."""
        newest = self._client.requests.one(made.id)
        return newest.version if newest.draft == made.draft else made.version
