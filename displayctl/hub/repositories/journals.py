"""Signed batches of devices' journals: kept as they came, so that anybody can check them later."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, delete, func, select

from content.delivery.chain import Batch
from displayctl.hub.device_tables import JournalBatchRow
from displayctl.hub.repositories.devices import Device


@dataclass(frozen=True, slots=True)
class StoredBatch:
    """A batch with the device that signed it, its raw public key in hexadecimal, and the wall it was bound to then."""

    device_id: str
    public_key: str
    display_id: str
    received_at: datetime
    batch: Batch


class JournalRepository:
    """Batches by device, journal and first place."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, device: Device, batch: Batch, at: datetime) -> None:
        """Stores `batch`, in place of one that begins where it does."""
        self._session.merge(
            JournalBatchRow(
                device_id=device.device_id,
                journal=batch.journal,
                first=batch.first,
                last=batch.last,
                before=batch.before,
                chain=batch.chains()[-1],
                signature=batch.signature,
                public_key=device.public_key,
                display_id=device.display_id,
                received_at=at,
                packed=zlib.compress(json.dumps(batch.entries).encode(), 6),
            )
        )
        self._session.flush()

    def end_before(self, device_id: str, journal: str, seq: int) -> tuple[int, str] | None:
        """Place and chain of the newest entry before `seq`, where a batch ends; None where there is none."""
        row = self._session.exec(
            select(JournalBatchRow.last, JournalBatchRow.chain)
            .where(_of(device_id, journal), col(JournalBatchRow.last) < seq)
            .order_by(col(JournalBatchRow.last).desc())
            .limit(1)
        ).first()
        return None if row is None else (row[0], row[1])

    def overlapping(self, device_id: str, batch: Batch) -> tuple[Batch, ...]:
        """Batches that hold some of the places of `batch`."""
        rows = self._session.exec(
            select(JournalBatchRow).where(
                _of(device_id, batch.journal),
                col(JournalBatchRow.first) <= batch.last,
                col(JournalBatchRow.last) >= batch.first,
            )
        )
        return tuple(_batch(row) for row in rows)

    def of_display(self, display_id: str) -> Iterator[StoredBatch]:
        """Every batch of a wall's devices, by device, journal and place; read as they are asked for."""
        query = (
            select(JournalBatchRow)
            .where(JournalBatchRow.display_id == display_id)
            .order_by(
                col(JournalBatchRow.device_id),
                func.min(col(JournalBatchRow.received_at)).over(partition_by=col(JournalBatchRow.journal)),
                col(JournalBatchRow.journal),
                col(JournalBatchRow.first),
            )
            .execution_options(yield_per=50)
        )
        for row in self._session.exec(query):
            yield StoredBatch(row.device_id, row.public_key, row.display_id, row.received_at, _batch(row))

    def forget_before(self, instant: datetime) -> int:
        """Deletes batches that came before `instant`; how many."""
        result = self._session.exec(delete(JournalBatchRow).where(col(JournalBatchRow.received_at) < instant))
        return result.rowcount


def _of(device_id: str, journal: str) -> ColumnElement[bool]:
    return and_(col(JournalBatchRow.device_id) == device_id, col(JournalBatchRow.journal) == journal)


def _batch(row: JournalBatchRow) -> Batch:
    entries = tuple(json.loads(zlib.decompress(row.packed)))
    return Batch(row.journal, row.first, row.before, entries, row.signature)
