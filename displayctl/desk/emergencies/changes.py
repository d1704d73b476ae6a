"""What is signed when an emergency is raised, extended, confirmed or taken back: values, made upon what stands."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from content.delivery.notices import Notice, pack_notice, unpack_notice
from content.studio.operators import Signatory
from content.studio.signing import endorse
from displayctl.desk.emergencies.pictures import draw
from displayctl.errors import NothingToSign
from schedules.alert import Alert
from schedules.codec import alert_from_dict
from schedules.display import Display
from schedules.errors import ScheduleError

if TYPE_CHECKING:
    from content.studio.emergency.message import Message
    from displayctl.desk.emergencies.prepared import Prepared

CORRECTION_STANDS = timedelta(minutes=10)
"""How long a RALAT stays on the walls, and the word that something is over."""
PRESSED_AGAIN_WITHIN = timedelta(minutes=5)
_AS_LONG = timedelta(seconds=30)
_MOST_AHEAD, _SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """New documents of alerts by id, the ids of those that go, and the id of the one that it is `about`."""

    about: str
    documents: dict[str, bytes] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()

    @property
    def successor(self) -> str:
        """The id of the alert that came in the place of another one, with which all goes on; empty where none did, and
        where that one was taken back.
        """
        from content.studio.emergency.message import CORRECTION, ENDED

        if not self.withdrawn or len(self.documents) != 1:
            return ""
        alert = unpack_notice(*self.documents.values()).alert
        return "" if alert.kind in (CORRECTION, ENDED) else alert.id

    def repeats(self, former: Change) -> bool:
        """Whether this puts the same onto the same walls once more, or takes the same away, as somebody does who heard
        nothing of `former`.
        """
        count = len(self.documents)
        if self.withdrawn != former.withdrawn or count != len(former.documents) or count > 1:
            return False
        if not self.documents:
            return True
        again, before = (unpack_notice(*each.documents.values()).alert for each in (self, former))
        until = min(before.effective + PRESSED_AGAIN_WITHIN, before.expires)
        as_long = again.expires - again.effective == before.expires - before.effective
        as_long = as_long or abs(again.expires - before.expires) <= _AS_LONG  # what goes on until the same instant
        return before.effective <= again.effective < until and as_long and _undated(again) == _undated(before)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants on the walls: `message` on `display_ids` (empty: all) for `duration`.

    It takes the place of the alerts in `supersedes`; `corrects` is the one among them that was wrong. It `begins` then;
    None, or an instant that has passed: at once.
    """

    message: Message
    duration: timedelta
    display_ids: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    corrects: str = ""
    begins: datetime | None = None


def raising(prepared: Prepared, keyring: Signatory, wish: Wish, now: datetime) -> Change:
    """A new alert. Raises NothingToSign where there is no such wall, DoesNotFit, InvalidValue."""
    starts = max(now, wish.begins or now)
    message, drawn = wish.message, draw(wish.message, walls_named(prepared.walls, wish.display_ids))
    alert = Alert(
        id=_new_id(now, drill=prepared.drill),
        headline=message.headline,
        level=message.level,
        issued_at=_after(_known(prepared, wish.supersedes), now),
        effective=starts,
        expires=starts + wish.duration,
        display_ids=wish.display_ids,
        supersedes=wish.supersedes,
        pictures=drawn.pages,
        drill=prepared.drill,
        kind=message.kind,
        area=message.area,
        source=message.source,
        sound=message.sound,
        evacuation=message.evacuation,
        corrects=wish.corrects,
    )
    return _carrying(endorse(keyring, Notice(alert, drawn.files)), wish.supersedes)


def extending(former: Notice, keyring: Signatory, duration: timedelta, now: datetime) -> Change:
    """The same words and pictures for `duration` from now on, as a new alert that its signer answers for anew."""
    alert = replace(
        former.alert,
        id=_new_id(now, drill=former.alert.drill),
        issued_at=_after((former.alert,), now),
        effective=now,
        expires=now + duration,
        supersedes=(former.alert.id,),
        corrects="",
    )
    return _carrying(endorse(keyring, Notice(alert, former.pictures)), (former.alert.id,))


def confirming(notice: Notice, keyring: Signatory) -> Change:
    """The same alert with one officer more behind it. Raises Refused (``endorsements``) for one who is already."""
    return _carrying(endorse(keyring, notice), ())


def withdrawing(alert_id: str) -> Change:
    """An alert goes, without a word."""
    return Change(alert_id, withdrawn=(alert_id,))


def walls_named(walls: tuple[Display, ...], display_ids: tuple[str, ...]) -> tuple[Display, ...]:
    """The walls with these ids; none means all. Raises NothingToSign where there is one that is not, or none at all."""
    chosen = tuple(wall for wall in walls if not display_ids or wall.id in display_ids)
    unknown = set(display_ids) - {wall.id for wall in chosen}
    if unknown:
        raise NothingToSign(f"there is no wall {min(unknown)!r:.80}; list the walls, then choose again")
    if not chosen:
        raise NothingToSign("there are no walls yet; add one first")
    return chosen


def _known(prepared: Prepared, alert_ids: tuple[str, ...]) -> tuple[Alert, ...]:
    found: list[Alert] = []
    for info in prepared.alerts:
        with suppress(ScheduleError):  # of a newer version, which does not keep this one from being sent
            found += [alert_from_dict(info.value)] if info.id in alert_ids else []
    return tuple(found)


def _after(former: tuple[Alert, ...], now: datetime) -> datetime:
    """When what takes the place of `former` is issued: now, and in any case after them, since walls go by that.

    A desk whose clock was ahead may have issued them in what is still to come; a hub that lies by more is not followed.
    """
    issued = [alert.issued_at for alert in former if alert.issued_at - now <= _MOST_AHEAD]
    return max([now, *(instant + _SECOND for instant in issued)])


def _carrying(notice: Notice, withdrawn: tuple[str, ...]) -> Change:
    return Change(notice.alert.id, {notice.alert.id: pack_notice(notice)}, withdrawn)


def _new_id(now: datetime, *, drill: bool) -> str:
    return f"{'drill' if drill else 'alert'}-{now:%Y%m%d%H%M%S}-{secrets.token_hex(3)}"


def _undated(alert: Alert) -> Alert:
    """What an alert says, and where, apart from when."""
    start = datetime.min.replace(tzinfo=UTC)
    return replace(alert, id="a", issued_at=start, effective=start, expires=start + timedelta(seconds=1))
