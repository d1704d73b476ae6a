"""The editable parts of the schedule: checked by the codec, versioned, and never left referring to nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from typing import Any

from displayctl.api.models import Batch, BatchStep, Document, Operation, Part, PartChange, PartKind, SettingsInfo, Use
from displayctl.hub.asking import current_asker
from displayctl.hub.bus import fact
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, StillInUse, WrongWish
from displayctl.hub.part_forms import FORMS, MEDIUM, WORDS
from displayctl.hub.part_rights import ChangeRights, settings_to_store
from displayctl.hub.region_rules import check_regions
from displayctl.hub.repositories.parts import Referrer, StoredPart, Target
from displayctl.hub.sight import seen_parts, seen_settings
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.checks import check_id

SETTINGS = "settings"


class Planning:
    """Reads and changes parts. Every change is all or nothing; `by` names the desk for those who come second."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def parts(self, kind: PartKind) -> tuple[Part, ...]:
        """Those that the one who asks may see, by id."""
        with self._storage.reading() as work:
            return seen_parts(work, kind, work.parts.all(kind), lambda part: part.id)

    def part(self, kind: PartKind, id: str) -> Part:
        """Raises NoSuchThing."""
        with self._storage.reading() as work:
            return _require(work, kind, id).part

    def create(self, kind: PartKind, change: PartChange, by: str) -> Part:
        """Stores a new part; an id is made where the document has none."""
        part_id = str(change.value.get("id") or new_id(kind.value))
        return self.put(kind, part_id, PartChange(value=change.value), by)

    def put(self, kind: PartKind, id: str, change: PartChange, by: str) -> Part:
        """Stores a part over `change.version` (0: it is new). Raises ChangedMeanwhile, WrongWish, ScheduleError."""
        step = BatchStep(operation=Operation.PUT, kind=kind, id=id, version=change.version, value=change.value)
        return self.batch(Batch(steps=(step,)), by)[0]

    def delete(self, kind: PartKind, id: str, version: int, by: str) -> None:
        """Raises NoSuchThing, ChangedMeanwhile, StillInUse."""
        step = BatchStep(operation=Operation.DELETE, kind=kind, id=id, version=version)
        self.batch(Batch(steps=(step,)), by)

    def batch(self, batch: Batch, by: str) -> tuple[Part, ...]:
        """All steps in their order, or none; then what they leave must refer to nothing that is missing.

        Raises as `put` and `delete`; an error names the step it came from.
        """
        with self._storage.writing() as work:
            rights = ChangeRights(work)
            rights.check_before(batch.steps)
            stored = [_apply(work, step, by) for step in batch.steps]
            for step in batch.steps:
                _check_references(work, step)
            rights.check_after(batch.steps)
            work.commit()
        return tuple(part for part in stored if part is not None)

    def settings(self) -> SettingsInfo:
        """With the fillers of those groups that the one who asks may see."""
        with self._storage.reading() as work:
            return seen_settings(current_asker(), work.settings.get())

    def put_settings(self, settings: SettingsInfo) -> SettingsInfo:
        """Raises ChangedMeanwhile, WrongWish where a filler or the slate does not exist."""
        with self._storage.writing() as work:
            current = work.settings.get()
            if current.version != settings.version:
                raise ChangedMeanwhile(
                    f"the settings were changed after you read them (version {settings.version}, now {current.version})"
                    "; read them again, then repeat your change"
                )
            settings = settings_to_store(work, settings)
            targets = [(PartKind.PLAYLIST.value, playlist_id) for playlist_id in settings.filler_ids.values()]
            targets += [(MEDIUM, settings.slate_id)] if settings.slate_id is not None else []
            for group in settings.filler_ids:
                check_id("settings.filler_ids", group)
            _require_targets(work, "the settings", "settings", targets)
            work.parts.set_references(SETTINGS, SETTINGS, targets)
            stored = work.settings.put(settings)
            before, after = _written_down(current), _written_down(stored)
            work.record("settings.put", SETTINGS, SETTINGS, before, after)
            work.tell(fact(SETTINGS, SETTINGS, stored))
            work.commit()
        return seen_settings(current_asker(), stored)

    def uses_of_medium(self, medium_id: str) -> tuple[Use, ...]:
        """The playlists that show a medium."""
        with self._storage.reading() as work:
            uses = tuple(
                Use(kind=PartKind(user.kind), id=user.id, name=user.name)
                for user in work.parts.referrers(MEDIUM, medium_id)
                if user.kind != SETTINGS
            )
            return seen_parts(work, PartKind.PLAYLIST, uses, lambda use: use.id)


def new_id(kind: str) -> str:
    """An identifier that nothing else has."""
    return f"{kind}-{secrets.token_hex(6)}"


def words_for(referrers: Iterable[Referrer]) -> tuple[str, ...]:
    """What stands in the way, as people call it."""
    return tuple(
        "the settings of the installation" if user.kind == SETTINGS else f"{WORDS[user.kind]} {user.name!r}"
        for user in referrers
    )


def _apply(work: UnitOfWork, step: BatchStep, by: str) -> Part | None:
    current = work.parts.find(step.kind, step.id)
    if step.operation is Operation.DELETE:
        if current is None:
            raise NoSuchThing(f"there is no {WORDS[step.kind.value]} {step.id!r} (any more); read the list again")
        _check_version(current, step.version)
        work.parts.delete(step.kind, step.id)
        if step.kind is PartKind.DISPLAY:
            work.site_checks.forget(step.id)
            work.wall_holds.forget(step.id)
        work.record(f"{step.kind.value}.delete", step.kind.value, step.id, before=current.part.value)
        work.tell(fact(step.kind.value, step.id))
        return None
    if step.version == 0 and current is not None:
        raise ChangedMeanwhile(
            f"{_said(current)} exists already, stored {_when(current)}; give the new one another id, or change that one"
        )
    if step.version and current is None:
        raise ChangedMeanwhile(
            f"{WORDS[step.kind.value]} {step.id!r} was deleted after you read it (version {step.version}); "
            "store it as a new one, or let it go"
        )
    if current is not None:
        _check_version(current, step.version)
    stored = _store(work, step, by)
    before = None if current is None else current.part.value
    work.record(f"{step.kind.value}.put", step.kind.value, step.id, before, stored.value)
    return stored


def _store(work: UnitOfWork, step: BatchStep, by: str) -> Part:
    form = FORMS[step.kind]
    value = form.read(_completed(work, step))
    part = work.parts.put(step.kind, value.id, value.name, form.write(value), now=work.now, by=by)
    work.parts.set_references(step.kind.value, step.id, form.targets(value))
    work.tell(fact(step.kind.value, part.id, part))
    return part


def _completed(work: UnitOfWork, step: BatchStep) -> Document:
    """The document with what only the hub knows: the id of the address, when a slot was made, which player is bound."""
    if step.value is None:
        raise WrongWish(f"steps.{step.id}.value", "a part to be stored needs a value; give its document")
    document = {**step.value, "id": step.value.get("id") or step.id}
    if document["id"] != step.id:
        raise WrongWish(f"{step.kind.value}.id", f"{document['id']!r} is not {step.id!r}; a part keeps its id for good")
    if step.kind is PartKind.SLOT and not document.get("created_at"):
        document["created_at"] = f"{work.now:%Y-%m-%dT%H:%M:%S}.{work.now.microsecond // 1000:03d}Z"
    if step.kind is PartKind.DISPLAY:
        device = work.devices.of_display(step.id)
        document["fingerprint"] = "" if device is None else device.device_id
    return document


def _check_references(work: UnitOfWork, step: BatchStep) -> None:
    current = work.parts.find(step.kind, step.id)
    if current is None:
        referrers = words_for(work.parts.referrers(step.kind.value, step.id))
        if step.kind is PartKind.DISPLAY and work.devices.of_display(step.id) is not None:
            referrers += ("the player that is bound to it",)
        if referrers:
            raise StillInUse(
                f"{WORDS[step.kind.value]} {step.id!r} is used by {len(referrers)} other things; change these first",
                referrers,
            )
        return
    form = FORMS[step.kind]
    _require_targets(work, _said(current), step.kind.value, form.targets(form.read(current.part.value)))
    check_regions(work, step.kind, step.id)


def _require_targets(work: UnitOfWork, who: str, field: str, targets: Iterable[Target]) -> None:
    for kind, name in sorted(set(targets)):
        there = work.media.find(name) if kind == MEDIUM else work.parts.find(PartKind(kind), name)
        if there is None:
            raise WrongWish(
                f"{field}.{kind}", f"{who} names the {WORDS[kind]} {name!r}, which does not exist; choose another"
            )


def _check_version(current: StoredPart, version: int) -> None:
    if current.part.version != version:
        raise ChangedMeanwhile(
            f"{_said(current)} was changed {_when(current)}, after you read it (version {version}, now "
            f"{current.part.version}); read it again, then repeat your change"
        )


def _said(current: StoredPart) -> str:
    return f"{WORDS[current.kind.value]} {current.name!r}"


def _when(current: StoredPart) -> str:
    who = f"by {current.updated_by} " if current.updated_by else ""
    return f"{who}at {current.part.updated_at:%Y-%m-%d %H:%M:%S} UTC"


def _require(work: UnitOfWork, kind: PartKind, id: str) -> StoredPart:
    found = work.parts.find(kind, id)
    if found is None:
        raise NoSuchThing(f"there is no {WORDS[kind.value]} {id!r}; list them to see their ids")
    return found


def _written_down(settings: SettingsInfo) -> dict[str, Any]:
    """The settings for the trail: of each logo its digest, for a trail of pictures would be nothing but pictures."""
    plain = settings.model_dump(mode="json")
    for logo in plain["office"]["brand"]["logos"]:
        logo["picture"] = f"sha256 {hashlib.sha256(logo['picture'].encode()).hexdigest()}"
    return plain
