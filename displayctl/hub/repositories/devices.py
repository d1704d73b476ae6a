"""Players that a person has bound to a display."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from displayctl.hub.tables import DeviceRow


@dataclass(frozen=True, slots=True)
class Device:
    """A bound player: `device_id` is the SHA-256 of its raw Ed25519 public key, both in hexadecimal."""

    device_id: str
    public_key: str
    display_id: str
    host_name: str
    version: str
    approved_at: datetime
    last_seen: datetime | None = None


class DeviceRepository:
    """Devices; a display has at most one."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Device, ...]:
        return tuple(_device(row) for row in self._session.exec(select(DeviceRow).order_by(col(DeviceRow.display_id))))

    def find(self, device_id: str) -> Device | None:
        row = self._session.get(DeviceRow, device_id)
        return None if row is None else _device(row)

    def of_display(self, display_id: str) -> Device | None:
        row = self._session.exec(select(DeviceRow).where(DeviceRow.display_id == display_id)).first()
        return None if row is None else _device(row)

    def bind(self, device: Device) -> None:
        """Binds `device` to its display, in place of whoever was bound there and of where it was bound before."""
        self.unbind(device.display_id)
        fields = {name: getattr(device, name) for name in Device.__dataclass_fields__}
        self._session.merge(DeviceRow(**fields))
        self._session.flush()

    def unbind(self, display_id: str) -> None:
        row = self._session.exec(select(DeviceRow).where(DeviceRow.display_id == display_id)).first()
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def saw(self, device_id: str, at: datetime, version: str) -> None:
        row = self._session.get(DeviceRow, device_id)
        if row is not None:
            row.last_seen, row.version = at, version or row.version
            self._session.add(row)


def _device(row: DeviceRow) -> Device:
    return Device(**{name: getattr(row, name) for name in Device.__dataclass_fields__})
