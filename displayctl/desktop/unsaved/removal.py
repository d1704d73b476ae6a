"""What is typed in a form when another desk deletes the thing that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.inputs import Unsaved
from schedules.errors import InvalidValue

T = TypeVar("T")


class OpenForm(Protocol[T]):
    """A form of one thing: that as the hub had it, what is typed about it, and the thing as the form says."""

    @property
    def kept(self) -> Kept[T] | None: ...

    def unsaved(self) -> Unsaved | None: ...

    def value(self) -> T: ...


@dataclass(frozen=True, slots=True)
class Removed(Generic[T]):
    """The thing as it was, and as it was to be; as it was where what is typed makes no such thing."""

    before: T
    wanted: T


def removed_while_typed(desk: Desk, kind: PartKind, form: OpenForm[T]) -> Removed[T] | None:
    """To be asked when the thing in the form is at the hub no more; None where nothing was typed or nobody deleted it.

    Who has signed out sees nothing, and what is on its way to the hub is not there yet: neither is a deletion.
    """
    kept = form.kept
    if kept is None or form.unsaved() is None or desk.myself.who is None:
        return None
    if desk.edits.is_on_its_way(kind, kept.id):
        return None
    try:
        return Removed(kept.value, form.value())
    except InvalidValue:
        return Removed(kept.value, kept.value)
