"""The inbox: bundles become a programme and alerts for this very wall, or a refusal with its reason."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from content.delivery.ballast import Ballast
from content.delivery.roles import AUTO, DRILL, EMERGENCY, FALLBACK, programme_path
from content.errors import ContentError, Refused
from player.alert_shelf import AlertShelf
from player.auto_cards import AutoCards
from player.errors import StateUnusable
from player.events import Delivered, LiveAlert, NewsIncomplete, NotKept, Refusal, Tell
from player.faults import FaultBook
from player.identity import Binding, DeviceIdentity
from player.spare_folder import SpareFolder
from player.wall_trust import WallTrust
from schedules.clock import Clock
from schedules.codec import programme_from_dict
from schedules.display import Canvas, Display
from schedules.errors import ScheduleError
from schedules.programme import Programme

if TYPE_CHECKING:
    from content.delivery.bundle import Bundle
    from content.delivery.trust import Admitted, SignedDocument

_PROGRAMME = re.compile(r"\Atargets/prog/([a-z0-9-]{1,64})/[0-9a-f]{64}\.programme\.json\Z")


class Inbox:
    """Judges what arrives for one binding. Threads may share it; one bundle is judged at a time."""

    def __init__(
        self, folder: Path, binding: Binding, *, tell: Tell, faults: FaultBook, clock: Clock, canvas: Canvas
    ) -> None:
        """`canvas` is what to fit alerts to until a signed programme tells the wall's own."""
        self._folder, self._binding, self._canvas = folder, binding, canvas
        self._fingerprint = ""
        self._tell, self._faults, self._clock = tell, faults, clock
        self._lock = threading.Lock()
        self._reasons: list[str] = []
        self._ballast = Ballast(folder)
        self._spare = SpareFolder(folder)
        self._shelf = AlertShelf(folder, self._make_room, self._note, self._spare)
        self._group = ""
        self._format = ""
        self._wall: Display | None = None
        self._cards = AutoCards(folder, tell, self._make_room)
        self._trust = WallTrust(folder, binding, clock, self._make_room, self._spare)
        if self._trust.believed.started_over:
            self._note("trust", "the state of trust was damaged and begun anew")
        if self._trust.not_kept:
            self._note("trust", f"{self._trust.not_kept}; until then emergencies are shown from memory")
        self._confirmed_until = self._trust.believed.last_known_good().confirmed_until

    @property
    def time_floor(self) -> datetime:
        """An instant that has certainly passed, as far as the signed documents tell."""
        return self._trust.believed.time_floor

    @property
    def confirmed_until(self) -> datetime | None:
        """Until when the hub's last word on what is current holds; None before the first."""
        return self._confirmed_until

    def expect(self, programme: Programme) -> None:
        """What is on air now: its group is the one to listen to, its format that of the alerts' pictures."""
        self._group = programme.group
        self._wall = programme.display(self._binding.display_id)
        self._format = self._wall.format

    def receive(self, message: bytes) -> str:
        """Judge a bundle and tell what came of it: Delivered, or Refusal, or both; NotKept to have it fetched anew.

        Gives the reason of the first refusal, empty where all of it was taken.
        """
        from content.delivery.bundle import unpack

        with self._lock:
            self._reasons = []
            self._judge(lambda: unpack(message))
            self._ballast.take_on()
            return next(iter(self._reasons), "")

    def receive_news(self, message: bytes) -> None:
        """Judge what the hub sends of a bundle to one who holds `versions`: as `receive`, but where anything is amiss
        NewsIncomplete tells to fetch the whole, by which it is judged what to say of it.
        """
        from content.delivery.news import unpack_news

        with self._lock:
            self._reasons = []
            try:
                bundle = unpack_news(message)
            except ContentError:
                self._tell(NewsIncomplete())
                return
            self._judge(lambda: bundle, is_news=True)
            self._ballast.take_on()

    @property
    def versions(self) -> Mapping[str, int]:
        """The version of every role that is held; none where the disk does not say."""
        try:
            return self._trust.versions
        except (ContentError, OSError):
            return {}

    def recall(self) -> None:
        """Tell again of the alerts that were admitted last: a power cut may have come before anybody kept them."""
        with self._lock, suppress(ContentError, OSError):  # else they are as they were kept
            known = self._trust.believed.last_known_good()
            if EMERGENCY in known.versions and not known.damaged:
                self._tell(Delivered(None, b"", self._alerts(), whole=False))

    def _judge(self, read: Callable[[], Bundle], *, is_news: bool = False) -> None:
        self._fingerprint = self._fingerprint or DeviceIdentity.load_or_make(self._folder).device_id
        bundle: Bundle | None = None
        reason: Refused | None = None
        try:
            bundle = read()
            group, reason = self._group_for(bundle)
            admitted = self._trust.admit(bundle, group, is_news=is_news)
        except Refused as error:
            if is_news:
                self._tell(NewsIncomplete())
            else:
                self._refuse(error, _claimed_revision(bundle))
            return
        except (ContentError, OSError) as error:
            self._tell_not_kept(str(error))
            return
        self._tell_refused(admitted, reason, _claimed_revision(bundle), is_news=is_news)
        self._deliver(admitted.documents, group, whole=not (admitted.refused or reason))
        if self._trust.not_kept:
            self._tell_not_kept(self._trust.not_kept)

    def _tell_refused(self, admitted: Admitted, reason: Refused | None, revision: int, *, is_news: bool) -> None:
        refused = {
            role: refusal
            for role, refusal in admitted.refused.items()
            # Nobody has to sign these again as long as nobody needs them.
            if role not in (DRILL, FALLBACK, AUTO) or refusal.rule != "expired"
        }
        if is_news and (refused or reason is not None):
            self._tell(NewsIncomplete())
            return
        if reason is not None:
            self._refuse(reason, revision)
        for role, refusal in refused.items():
            self._refuse(Refused(refusal.rule, f"{role}: {refusal}"), 0 if role in (EMERGENCY, AUTO) else revision)

    def _tell_not_kept(self, why: str) -> None:
        """It is to be fetched again, even where it is shown from memory."""
        self._reasons.append(why)
        self._tell(NotKept(why))

    def _refuse(self, error: Refused, revision: int) -> None:
        self._reasons.append(str(error))
        self._tell(Refusal(error.rule, str(error), revision))

    def close(self) -> None:
        with self._lock:
            self._trust.close()

    def _deliver(self, documents: tuple[SignedDocument, ...], group: str | None, *, whole: bool) -> None:
        programme, content = None, b""
        signed = next((d for d in documents if group is not None and d.path == programme_path(group)), None)
        if signed is not None and group is not None:
            try:
                programme, content = self._own_programme(signed.content), signed.content
                self._wall = programme.display(self._binding.display_id)
                self._format, self._group = self._wall.format, group
            except Refused as error:
                self._refuse(error, _revision(signed.content))
                whole = False
        self._tell(Delivered(programme, content, self._alerts(), whole))

    def _own_programme(self, content: bytes) -> Programme:
        """The programme, if it is for this wall and this device. Raises Refused."""
        display_id = self._binding.display_id
        try:
            programme = programme_from_dict(json.loads(content))
            display = next((display for display in programme.displays if display.id == display_id), None)
        except (ScheduleError, ValueError, RecursionError) as error:
            raise Refused("unreadable", f"the programme cannot be read: {error}; update this player") from error
        if display is None:
            raise Refused("other-display", f"the programme does not name the wall {display_id}; publish one that does")
        if display.fingerprint != self._fingerprint:
            raise Refused(
                "other-display",
                f"the programme names another player for {display_id}; publish again after pairing this one",
            )
        return programme

    def _group_for(self, bundle: Bundle) -> tuple[str | None, Refused | None]:
        """The group whose programme names this wall and device; else the one listened to so far.

        None where there is neither, as before the first publication for this wall and device: then only alerts are
        taken, and where the bundle has a programme, the second tells why that is not.

        Looking before judging keeps a hub from swapping walls: another group's documents are never admitted.
        """
        reason: Refused | None = None
        for name, content in bundle.files.items():
            match = _PROGRAMME.match(name)
            if match is None:
                continue
            try:
                self._own_programme(content)
            except Refused as error:
                reason = reason or error
                continue
            return match[1], None
        if self._group:
            return self._group, None
        return None, reason

    def _alerts(self) -> tuple[LiveAlert, ...]:
        """Every alert that stands, with the files of its pages for this wall."""
        from content.delivery.endorsements import is_confirmed
        from content.delivery.notices import unpack_notice

        alerts: list[LiveAlert] = []
        known, (shape, is_own) = self._trust.believed.last_known_good(), self._own_format
        self._confirmed_until = known.confirmed_until
        for signed in known.documents:
            if signed.role not in (EMERGENCY, DRILL):
                continue
            try:
                notice = unpack_notice(signed.content)
                confirmed = is_confirmed(notice, known.officers.get(signed.role, frozenset()))
                if signed.role == DRILL:
                    notice = replace(notice, alert=replace(notice.alert, drill=True))
                alerts.append(self._shelf.place(notice, shape, is_own=is_own, confirmed=confirmed))
            except (ContentError, StateUnusable) as error:
                self._tell(Refusal("alert", f"{signed.path}: {error}"))
        cards = (signed for signed in known.documents if signed.role == AUTO)
        alerts += self._cards.alerts(cards, self._wall, self._trust.believed.now())
        self._shelf.tidy(tuple(alerts))
        return tuple(alerts)

    @property
    def _own_format(self) -> tuple[str, bool]:
        """What pictures have to fit, and whether a signed programme has told so."""
        return (self._format, True) if self._format else (f"{self._canvas.width_px}x{self._canvas.height_px}@30", False)

    def _make_room(self) -> bool:
        return self._ballast.drop()

    def _note(self, cause: str, sentence: str) -> None:
        self._faults.note(cause, sentence, self._clock.monotonic(), lasts_s=86_400)


def _claimed_revision(bundle: Bundle | None) -> int:
    """The revision of the programme in a bundle as it says itself, for reports alone; 0 where there is none."""
    contents = bundle.files.items() if bundle is not None else ()
    return max((_revision(content) for name, content in contents if _PROGRAMME.match(name)), default=0)


def _revision(content: bytes) -> int:
    try:
        revision = json.loads(content)["revision"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0
    return revision if isinstance(revision, int) and 0 <= revision < 1 << 40 else 0
