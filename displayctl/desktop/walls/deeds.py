"""Asks walls to do something, two at a time, and tells what each of them answered and when."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from displayctl.api.client import HubClient
from displayctl.api.walls import HoldKind, HoldWish, PatternWish, WallAnswer, WallHold
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.deed_words import (
    Answer,
    AnswerState,
    WallDeed,
    deed_done,
    deed_pending,
    deed_waiting,
)
from displayctl.desktop.presenters.hold_words import not_stored, not_understood
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from schedules.display import Display

AT_ONCE = 2
PATTERN_SECONDS, IDENTIFY_SECONDS = 300, 30
PICTURE_PX = 960
Ask = Callable[[HubClient, str], Any]
_HOLDS = {WallDeed.BLACKOUT: HoldKind.BLACKOUT, WallDeed.SAFE_CARD: HoldKind.SAFE_CARD}


@dataclass(frozen=True, slots=True)
class _Task:
    wall: Kept[Display]
    deed: WallDeed
    ask: Ask


class WallDeeds(QObject):
    """Signals: `answered` an Answer, first that it waits, then how it went; `pictured` a wall's id and its PNG."""

    answered = Signal(object)
    pictured = Signal(str, bytes)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[_Task] = deque()
        self._under_way = 0
        self._ordered: dict[str, tuple[str, WallDeed]] = {}
        desk.catalogue.changed.connect(self._topic_changed)

    def picture(self, walls: Iterable[Kept[Display]]) -> None:
        """Ask for what they present."""
        self._do(walls, WallDeed.PICTURE, lambda client, wall: client.screenshot(wall, PICTURE_PX))

    def identify(self, walls: Iterable[Kept[Display]]) -> None:
        """Have them show their names."""
        self._do(walls, WallDeed.IDENTIFY, lambda client, wall: client.identify(wall, IDENTIFY_SECONDS))

    def pattern(self, walls: Iterable[Kept[Display]]) -> None:
        """Have them show everything that the test pattern has."""
        wish = PatternWish(seconds=PATTERN_SECONDS)
        self._do(walls, WallDeed.PATTERN, lambda client, wall: client.walls.show_pattern(wall, wish))

    def end_pattern(self, walls: Iterable[Kept[Display]]) -> None:
        """Have them go back to their programme."""
        self._do(walls, WallDeed.END_PATTERN, lambda client, wall: client.walls.end_pattern(wall))

    def restart(self, walls: Iterable[Kept[Display]]) -> None:
        """Have their players end and start again."""
        self._do(walls, WallDeed.RESTART, lambda client, wall: client.walls.restart(wall))

    def hold(self, walls: Iterable[Kept[Display]], wish: HoldWish) -> None:
        """Have them go dark, or show the safe card."""
        deed = WallDeed.BLACKOUT if wish.kind is HoldKind.BLACKOUT else WallDeed.SAFE_CARD
        self._do(walls, deed, lambda client, wall: client.walls.hold(wall, wish))

    def release(self, walls: Iterable[Kept[Display]]) -> None:
        """Take back what they were held by."""
        self._do(walls, WallDeed.RELEASE, lambda client, wall: client.walls.release(wall))

    # One after another

    def _do(self, walls: Iterable[Kept[Display]], deed: WallDeed, ask: Ask) -> None:
        for wall in walls:
            self._waiting.append(_Task(wall, deed, ask))
            self._tell(wall.id, wall.value.name, deed, deed_waiting(deed), AnswerState.WAITING)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._under_way < AT_ONCE:
            task = self._waiting.popleft()
            self._under_way += 1
            client = self._desk.hub.client
            self._desk.tasks.run(
                partial(task.ask, client, task.wall.id),
                partial(self._done, task),
                partial(self._failed, task),
                owner=self,
            )

    def _done(self, task: _Task, result: object) -> None:
        self._under_way -= 1
        wall, name = task.wall.id, task.wall.value.name
        if isinstance(result, WallHold):
            self._held(task, result)
        elif isinstance(result, WallAnswer) and result.detail:
            self._tell(wall, name, task.deed, say_sentence(result.detail), AnswerState.GOOD)
        else:
            self._tell(wall, name, task.deed, deed_done(task.deed), AnswerState.GOOD)
        if isinstance(result, bytes):
            self.pictured.emit(wall, result)
        self._go_on()

    def _held(self, task: _Task, hold: WallHold) -> None:
        """Ordered is not done: the wall itself has the last word, which comes with its next sign of life."""
        wall, name = task.wall.id, task.wall.value.name
        if not hold.stored:
            self._ordered.pop(wall, None)
            self._tell(wall, name, task.deed, not_stored(), AnswerState.BAD)
            return
        self._ordered[wall] = name, task.deed
        if not hold.pending:
            self._arrived(wall)
            return
        player = self._desk.catalogue.players.get(wall)
        if player is None or not player.connected:
            self._tell(wall, name, task.deed, deed_pending(), AnswerState.WAITING)

    def _topic_changed(self, topic: str) -> None:
        if topic != Topic.PLAYER or not self._ordered:
            return
        players = self._desk.catalogue.players
        for wall, (name, deed) in tuple(self._ordered.items()):
            player = players.get(wall)
            if player is None or not player.connected:
                continue
            on_wall = player.hold.on_wall if player.hold is not None else None
            if on_wall == _HOLDS.get(deed):
                self._arrived(wall)
            elif player.hold is not None and player.hold.kind is not None and not player.hold.understood:
                del self._ordered[wall]
                self._tell(wall, name, deed, not_understood(), AnswerState.BAD)

    def _arrived(self, wall: str) -> None:
        name, deed = self._ordered.pop(wall)
        self._tell(wall, name, deed, deed_done(deed), AnswerState.GOOD)

    def _failed(self, task: _Task, error: Exception) -> None:
        self._under_way -= 1
        self._tell(task.wall.id, task.wall.value.name, task.deed, say_problem(error), AnswerState.BAD)
        self._go_on()

    def _tell(self, wall: str, name: str, deed: WallDeed, words: str, state: AnswerState) -> None:
        self.answered.emit(Answer(wall, name, deed, self._desk.clock.now(), words, state))
