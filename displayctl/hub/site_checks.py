"""Site checklists: what a technician found where signatures cannot help, and whether a wall is commissioned."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from content.errors import UnusableMedia
from content.studio.workshop import Workshop
from displayctl.api.models import PartKind
from displayctl.api.site import SiteCheck, SiteCheckChange, SiteChecklist
from displayctl.api.site_items import LARGEST_PHOTO_BYTES, SiteAnswer, SiteItem
from displayctl.hub.asking import current_asker
from displayctl.hub.bus import fact
from displayctl.hub.errors import NoSuchThing, WrongWish
from displayctl.hub.sight import seen_parts
from displayctl.hub.storage import Storage, UnitOfWork

EVENT = "checklist"


class SiteChecks:
    """Photos are decoded and made anew in a confined child. Facts of kind ``checklist`` tell desks of changes."""

    def __init__(self, storage: Storage, workshop: Workshop, folder: Path) -> None:
        self._storage, self._workshop, self._folder = storage, workshop, folder

    def checklists(self) -> tuple[SiteChecklist, ...]:
        """Those of the walls that the one who asks may see."""
        with self._storage.reading() as work:
            parts = work.parts.all(PartKind.DISPLAY)
            ids = [part.id for part in seen_parts(work, PartKind.DISPLAY, parts, lambda part: part.id)]
            answers = work.site_checks.answers(ids)
        return tuple(_checklist(display_id, answers) for display_id in sorted(ids))

    def checklist(self, display_id: str) -> SiteChecklist:
        """Raises NoSuchThing for a display that is not there."""
        with self._storage.reading() as work:
            return self._read(work, display_id)

    def photo(self, display_id: str, item: SiteItem) -> bytes:
        """Raises NoSuchThing where there is none."""
        with self._storage.reading() as work:
            found = work.site_checks.photo(display_id, item)
        if found is None:
            raise NoSuchThing(f"there is no photo of {item.value} at {display_id!r}")
        return found

    def check(self, display_id: str, item: SiteItem, change: SiteCheckChange) -> SiteChecklist:
        """Keeps an answer and its photo. Raises NoSuchThing, WrongWish for what is no picture."""
        self.checklist(display_id)
        jpeg = self._photo_in(change)
        with self._storage.writing() as work:
            before = next(each for each in self._read(work, display_id).checks if each.item is item)
            made = SiteCheck(
                item=item,
                answer=change.answer,
                note=change.note.strip(),
                has_photo=before.has_photo or jpeg is not None,
                by=current_asker().name,
            )
            work.site_checks.put(display_id, made, work.now)
            if jpeg is not None:
                work.site_checks.put_photo(display_id, item, jpeg)
            work.record("site.check", "display", display_id, _told(before), _told(made))
            work.tell(fact(EVENT, display_id))
            work.commit()
        return self.checklist(display_id)

    def _read(self, work: UnitOfWork, display_id: str) -> SiteChecklist:
        if work.parts.find(PartKind.DISPLAY, display_id) is None:
            raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
        return _checklist(display_id, work.site_checks.answers((display_id,)))

    def _photo_in(self, change: SiteCheckChange) -> bytes | None:
        if not change.photo:
            return None
        data = base64.b64decode(change.photo)
        if len(data) > LARGEST_PHOTO_BYTES:
            raise WrongWish("photo", "the photo is larger than 15 MiB; choose a smaller one")
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix="job-photo-") as file:
            file.write(data)
            file.flush()
            try:
                return self._workshop.poster(Path(file.name), name="the photo")
            except UnusableMedia as error:
                raise WrongWish("photo", str(error)) from error


def _checklist(display_id: str, answers: dict[tuple[str, SiteItem], SiteCheck]) -> SiteChecklist:
    found = tuple(answers.get((display_id, item), SiteCheck(item=item)) for item in SiteItem)
    checks = tuple(check.model_copy(update={"missing": missing_of(check)}) for check in found)
    instants = [check.at for check in checks if check.at is not None]
    complete = all(not check.missing for check in checks)
    return SiteChecklist(
        display_id=display_id, checks=checks, commissioned_at=max(instants) if complete and instants else None
    )


def missing_of(check: SiteCheck) -> str:
    """What an item lacks before it is done; empty where it is."""
    if check.answer is None:
        return "answer"
    if check.answer is SiteAnswer.NO:
        return "guard"
    if check.answer is SiteAnswer.ABSENT:
        return "" if check.note else "note"
    return "" if check.has_photo else "photo"


def _told(check: SiteCheck) -> dict[str, str]:
    return {
        "item": check.item.value,
        "answer": "" if check.answer is None else check.answer.value,
        "note": check.note,
        "photo": "yes" if check.has_photo else "no",
    }
