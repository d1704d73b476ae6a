"""What other parts of the product tell on the home page: each gives its own lines, and the events that renew them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from displayctl.desktop.desk import Desk
from displayctl.desktop.home.backup_needs import backup_needs
from displayctl.desktop.home.unsaved_needs import unsaved_needs
from displayctl.desktop.presenters.need import Need
from displayctl.desktop.requests.needs import request_needs

FurtherNeeds = Callable[[Desk, datetime], tuple[Need, ...]]
"""Says, off the UI thread, what the one who works at a desk has to look at now. Raises HubError."""

FURTHER: tuple[FurtherNeeds, ...] = (backup_needs, request_needs, unsaved_needs)
TOLD_BY = frozenset({"request"})
"""The kinds of events after which they are asked again."""
