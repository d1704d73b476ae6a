"""What happens to emergencies, as it goes into the tables and the audit trail."""

from __future__ import annotations

from displayctl.api.emergencies import AlertReceipt
from displayctl.hub.alert_board import added
from displayctl.hub.alert_ledger import Entry, Raised, Said, Withdrawn
from displayctl.hub.alert_record import note_alert, note_withdrawal
from displayctl.hub.storage import UnitOfWork
from schedules.codec import alert_from_dict


def write_entry(work: UnitOfWork, entry: Entry) -> None:
    """Puts `entry` into the tables; a second time nothing changes."""
    match entry:
        case Raised():
            alert = alert_from_dict(entry.document)
            known = work.alerts.find(alert.id)
            work.alerts.raise_alert(alert.id, entry.document, entry.at)
            note_alert(work, alert, known, entry.signers, entry.at)
        case Withdrawn():
            stored = work.alerts.find(entry.alert_id)
            if stored is not None and work.alerts.withdraw(entry.alert_id, entry.at):
                note_withdrawal(work, alert_from_dict(stored.document))
        case Said():
            if work.alerts.find(entry.alert_id) is None:
                return  # nobody raised it here, as after an older backup was brought back
            known_receipt = work.alerts.receipt(entry.alert_id, entry.display_id) or AlertReceipt()
            work.alerts.put_receipt(entry.alert_id, entry.display_id, added(known_receipt, entry.receipt))
