"""Changes of many media at once: one step to undo, told how far it is, and named one by one where they fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from content.errors import Cancelled
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError
from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.library.changing import change_choices
from displayctl.desktop.presenters.library_words import not_changed_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.tasks import Tasks

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MediumStep:
    """What changes of one medium: properties by name, before and after."""

    id: str
    title: str
    before: dict[str, Any]
    after: dict[str, Any]

    def reversed(self) -> MediumStep:
        return MediumStep(self.id, self.title, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of many steps: how many went, and title and reason of those that did not."""

    done: int
    failed: tuple[tuple[str, Exception], ...]


def step_of(medium: MediumInfo, **after: Any) -> MediumStep | None:
    """The step that gives `medium` these properties; None where it has them."""
    changed = {name: value for name, value in after.items() if getattr(medium, name) != value}
    before = {name: getattr(medium, name) for name in changed}
    return MediumStep(medium.id, medium.title, before, changed) if changed else None


class MediaEdits(QObject):
    """Signals: `told` a sentence and its kind, `progressed` how many of how many are done (0, 0: nothing goes on)."""

    told = Signal(str, str)
    progressed = Signal(int, int)

    def __init__(
        self, tasks: Tasks, hub: HubDoor, catalogue: Catalogue, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._hub, self._catalogue, self._stack = tasks, hub, catalogue, stack
        self._stopped = False

    def change(self, steps: Iterable[MediumStep | None], text: str) -> None:
        """Make these changes. `text` names them in the undo menu."""
        real = tuple(step for step in steps if step is not None)
        if real:
            self._stack.push(_Command(self, real, text))

    def delete(self, media: tuple[MediumInfo, ...]) -> None:
        """Delete media; those that are used somewhere stay and are named. This cannot be taken back."""
        self._run(media, lambda client, medium: client.delete_medium(medium.id, medium.version), self._deleted)

    def stop(self) -> None:
        """Leave out what has not begun; what is done stays."""
        self._stopped = True

    def send(self, steps: tuple[MediumStep, ...], on_outcome: Callable[[Outcome], None]) -> None:
        """Hand steps to the hub, one after another."""
        self._run(steps, _change, on_outcome)

    def tell_changed(self, text: str, outcome: Outcome) -> None:
        """Say what came of it."""
        if not outcome.failed:
            one, many = self.tr("{text}: done for {count} medium."), self.tr("{text}: done for {count} media.")
            self.told.emit(counted(one, many, outcome.done, text=text), "good")
            return
        one = self.tr("{text}: done for {count} medium, not for {failed}. {why}")
        many = self.tr("{text}: done for {count} media, not for {failed}. {why}")
        why = not_changed_words(tuple((title, say_problem(error)) for title, error in outcome.failed))
        said = counted(one, many, outcome.done, text=text, failed=len(outcome.failed), why=why)
        self.told.emit(said, "warning")

    def _deleted(self, outcome: Outcome) -> None:
        self.tell_changed(self.tr("Delete"), outcome)

    def _run(
        self,
        things: tuple[Any, ...],
        act: Callable[[HubClient, Any], object],
        on_outcome: Callable[[Outcome], None],
    ) -> None:
        self._stopped = False
        self.progressed.emit(0, len(things))

        def work() -> Outcome:
            return self._each(things, act)

        def done(outcome: Outcome) -> None:
            self.progressed.emit(0, 0)
            self._catalogue.read(Topic.MEDIUM)
            on_outcome(outcome)

        self._tasks.run(work, done, owner=self, in_order=True)

    def _each(self, things: tuple[Any, ...], act: Callable[[HubClient, Any], object]) -> Outcome:
        failed: list[tuple[str, Exception]] = []
        for number, thing in enumerate(things, start=1):
            try:
                if self._stopped:
                    raise Cancelled(self.tr("It was stopped before."))
                act(self._hub.client, thing)
            except (HubError, Cancelled) as error:
                failed.append((thing.title, error))
            self.progressed.emit(number, len(things))
        return Outcome(len(things) - len(failed), tuple(failed))


class _Command(QUndoCommand):
    """A change of many media on the stack. Where nothing of it went, it is `void` and does nothing any more."""

    def __init__(self, edits: MediaEdits, steps: tuple[MediumStep, ...], text: str) -> None:
        super().__init__(text)
        self._edits, self._steps, self._void = edits, steps, False

    def redo(self) -> None:
        self._send(self._steps, self.text())

    def undo(self) -> None:
        text = translate("MediaEdits", "Undo: {text}").format(text=self.text())
        self._send(tuple(step.reversed() for step in self._steps), text)

    def _send(self, steps: tuple[MediumStep, ...], text: str) -> None:
        if not self._void:
            self._edits.send(steps, lambda outcome: self._came(outcome, text))

    def _came(self, outcome: Outcome, text: str) -> None:
        self._void = self._void or outcome.done == 0
        self._edits.tell_changed(text, outcome)


def _change(client: HubClient, step: MediumStep) -> None:
    """Changes a medium that still is as the step expects. Raises HubError."""
    change_choices(client, step.id, step.after, step.before)
