"""The first five minutes: what is done already, and what comes next. Pure: facts become steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from displayctl.api.models import MediumInfo, MediumState, PlayerState


class Step(StrEnum):
    """In their order."""

    KEYS = "keys"
    WALL = "wall"
    SOMETHING = "something"
    SHOW = "show"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guide looks at. `founded` is None until the hub has answered."""

    founded: bool | None
    players: tuple[PlayerState, ...]
    media: tuple[MediumInfo, ...]
    published: bool

    @property
    def ready(self) -> MediumInfo | None:
        """The newest medium that can be shown."""
        return next((medium for medium in self.media if medium.state is MediumState.READY), None)

    @property
    def seen_on(self) -> PlayerState | None:
        """A wall that shows something of the library now."""
        return next((each for each in self.players if each.connected and (each.showing or {}).get("title")), None)


def done_steps(facts: Facts) -> frozenset[Step]:
    """What is done."""
    done = {
        Step.KEYS: bool(facts.founded),
        Step.WALL: any(player.device_id and player.connected for player in facts.players),
        Step.SOMETHING: facts.ready is not None,
        Step.SHOW: facts.published,
        Step.SEEN: facts.published and facts.seen_on is not None,
    }
    return frozenset(step for step, is_done in done.items() if is_done)


def next_step(done: Iterable[Step]) -> Step | None:
    """What comes next; None where everything is done."""
    finished = frozenset(done)
    return next((step for step in Step if step not in finished), None)
