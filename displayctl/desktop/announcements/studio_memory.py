"""What is written in the studio and not saved: kept in the desk's drawer, and offered when the studio opens again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from displayctl.api.models import MediumInfo
from displayctl.api.requests import Request
from displayctl.desktop.desk import Desk
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.inputs import Unsaved

if TYPE_CHECKING:
    from displayctl.desktop.announcements.wording import Wording

KIND, NEW, OF_REQUEST = "announcement", "new", "request/"


def is_new(name: str) -> bool:
    """Whether what is kept by this name is no announcement of the library yet."""
    return name.partition("/")[0] == NEW


def name_of(medium: MediumInfo | None, request: Request | None) -> str:
    """By which name an announcement is kept: that of the library, one of a request, and empty for any other new one."""
    if medium is not None:
        return medium.id
    return f"{OF_REQUEST}{request.id}" if request is not None else ""


def request_of(name: str) -> str:
    """The request whose announcement is kept by this name; empty for others."""
    return name.removeprefix(OF_REQUEST) if name.startswith(OF_REQUEST) else ""


class StudioMemory:
    """The drawer's form for one announcement, kept by its `name`. Pictures are not kept in it.

    A new one has its place while something is typed: of two windows that stand empty neither takes the other's.
    """

    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self._id = name

    def _free(self) -> str:
        """Where a new one is kept beside those that other windows have typed or left."""
        number, name = 1, NEW
        while self._desk.drawer.of(KIND, name) is not None:
            number += 1
            name = f"{NEW}/{number}"
        return name

    def found(self) -> KeptForm | None:
        """What an earlier window left: of new ones the newest."""
        if self._id:
            return self._desk.drawer.of(KIND, self._id)
        new = (form for form in self._desk.drawer.forms if form.kind == KIND and is_new(form.unsaved.id))
        return next(new, None)

    def go_on_with(self, form: KeptForm) -> None:
        """What is typed from now on is about this one."""
        self._id = form.unsaved.id

    def keep(self, said: Wording) -> None:
        """Keep what was typed; the drawer writes it in a moment."""
        if said.is_empty:
            self.forget()
            return
        self._id = self._id or self._free()
        unsaved = Unsaved(self._id, (), _written(said))
        self._desk.drawer.keep(KeptForm(KIND, said.title.strip(), self._desk.clock.now(), unsaved))

    def forget(self) -> None:
        """It was saved, or is not wanted any more."""
        if self._id:
            self._desk.drawer.forget(KIND, self._id)
        if is_new(self._id):
            self._id = ""


def _written(said: Wording) -> tuple[Any, ...]:
    facts = tuple((name, words) for name, words in said.facts.items())
    return (said.stencil, said.title, said.body, said.footer, said.qr, facts, said.ground, said.accent)


def wording_kept(form: KeptForm, before: Wording) -> Wording:
    """What a kept form says, with the pictures of `before`. Raises ValueError for one of another shape."""
    stencil, title, body, footer, qr, facts, ground, accent = form.unsaved.typed
    texts = (stencil, title, body, footer, qr, ground, accent)
    if not all(isinstance(each, str) for each in texts):
        raise ValueError("what was kept is no announcement")
    return replace(
        before,
        stencil=stencil,
        title=title,
        body=body,
        footer=footer,
        qr=qr,
        facts=_facts(facts),
        ground=ground,
        accent=accent,
    )


def _facts(plain: Any) -> Mapping[str, str]:
    if not isinstance(plain, (tuple, list)) or not all(isinstance(each, (tuple, list)) for each in plain):
        raise ValueError("what was kept has no facts")
    return {str(name): str(words) for name, words in plain}
