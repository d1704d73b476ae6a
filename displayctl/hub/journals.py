"""Signed journals of the walls' devices: checked as they arrive, kept as they came, compared with the play records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from content.delivery.chain import PLAY, Batch, batch_to_dict, read_entry
from content.errors import Refused
from displayctl.api.device_reports import JournalComparison, RefusalInfo
from displayctl.hub.errors import ChangedMeanwhile, NotAuthorised
from displayctl.hub.heartbeats import RefusalSaid
from displayctl.hub.logs import log
from displayctl.hub.repositories.devices import Device
from displayctl.hub.repositories.journals import StoredBatch
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.codec import play_record_from_dict
from schedules.errors import ScheduleError
from schedules.proof import PlayRecord

Missing = tuple[int, int]
"""First and last place of entries that the hub does not have."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many play records of a batch were new and known, and which entries before it the hub has lost."""

    accepted: int
    known: int
    missing: Missing | None


class Journals:
    """Takes batches in, gives them out again, and compares them with the play records."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def take(self, device: Device, batch: Batch) -> Taken:
        """Keeps a batch of `device`, and counts its play records. Taking one twice counts once.

        Raises NotAuthorised where the device did not sign it, ChangedMeanwhile where the hub has another continuation
        of this journal.
        """
        try:
            batch.check(bytes.fromhex(device.public_key))
        except Refused as error:
            raise NotAuthorised(str(error)) from error
        records = tuple(_records(batch, device.display_id))
        with self._storage.writing() as work:
            held = work.journals.overlapping(device.device_id, batch)
            _check_continuation(work, device, batch, held)
            end = work.journals.end_before(device.device_id, batch.journal, batch.first)
            if not any(each.first <= batch.first and each.last >= batch.last for each in held):
                work.journals.add(device, batch, work.now)
            accepted = work.records.add(records)
            work.commit()
        lost = (1 if end is None else end[0] + 1, batch.first - 1)
        return Taken(accepted, len(records) - accepted, lost if lost[0] <= lost[1] else None)

    def note_refusals(self, display_id: str, said: Iterable[RefusalSaid]) -> None:
        """Keeps what a wall's player would not believe, so that people can read it when the wall is away again."""
        with self._storage.writing() as work:
            for refusal in said:
                at = datetime.fromtimestamp(refusal.at_ms / 1000, UTC)
                work.refusals.add(display_id, refusal.rule, refusal.detail, refusal.revision, min(at, work.now))
            work.commit()

    def refusals(self, display_id: str) -> tuple[RefusalInfo, ...]:
        """What a wall's player would not believe, the newest first."""
        with self._storage.reading() as work:
            return work.refusals.of_display(display_id)

    def export(self, display_id: str) -> Iterator[bytes]:
        """Every batch of a wall's devices as lines of JSON, for `displayctl report verify`."""
        with self._storage.reading() as work:
            for stored in work.journals.of_display(display_id):
                yield json.dumps(_line(stored), separators=(",", ":")).encode() + b"\n"

    def compare(self, display_id: str) -> JournalComparison:
        """Whether the play records of a wall are what its devices have signed."""
        proven = altered = missing = 0
        with self._storage.reading() as work:
            counted = work.records.by_id(display_id)
            total = len(counted)
            for stored in work.journals.of_display(display_id):
                for record in _records(stored.batch, display_id):
                    found = counted.pop(record.id, None)
                    proven += found == record
                    altered += found is not None and found != record
                    missing += found is None
        return JournalComparison(
            display_id=display_id,
            records=total,
            proven=proven,
            altered=altered,
            missing=missing,
            unproven=len(counted),
        )


def _check_continuation(work: UnitOfWork, device: Device, batch: Batch, overlapping: tuple[Batch, ...]) -> None:
    """A copied disk, or one brought back, goes on in two ways; the first that came counts. Raises ChangedMeanwhile."""
    chains = dict(enumerate(batch.chains(), batch.first))
    end = work.journals.end_before(device.device_id, batch.journal, batch.first)
    same = end is None or end[0] != batch.first - 1 or end[1] == batch.before
    for held in overlapping:
        same = same and all(chains.get(seq, chain) == chain for seq, chain in enumerate(held.chains(), held.first))
    if not same:
        raise ChangedMeanwhile("the hub has another continuation of this journal; begin another one")


def _records(batch: Batch, display_id: str) -> Iterator[PlayRecord]:
    """The play records in `batch` for one wall. What this version cannot read stays in the journal alone."""
    for entry in batch.entries:
        kind, value = read_entry(entry)
        if kind != PLAY:
            continue
        try:
            record = play_record_from_dict(value)
        except ScheduleError as error:
            log().warning("unreadable play record", display=display_id, error=str(error)[:200])
            continue
        if record.display_id == display_id:
            yield record


def _line(stored: StoredBatch) -> dict[str, object]:
    return {
        "device_id": stored.device_id,
        "public_key": stored.public_key,
        "display_id": stored.display_id,
        "received_at": stored.received_at.isoformat(),
        "batch": batch_to_dict(stored.batch),
    }
