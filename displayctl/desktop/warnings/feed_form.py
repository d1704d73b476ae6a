"""The form about one feed: what kind it is, where it is fetched, how often, whom to name, and whether it is on."""

from __future__ import annotations

import re

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from displayctl.api.feeds import LONGEST_PERIOD, SHORTEST_PERIOD, FeedKind, FeedSettings
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.warning_words import feed_kind_words
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.inputs import Inputs
from displayctl.desktop.widgets.pieces import column, field, frame, row

OWN_KINDS = (FeedKind.CAP, FeedKind.FOLDER)


class FeedForm(QWidget):
    """Signal: `changed` whenever a person changed something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._former: FeedSettings | None = None
        self.kind = QComboBox()
        for kind in FeedKind:
            self.kind.addItem(feed_kind_words(kind), kind)
        self.name, self.address, self.attribution, self.networks = (QLineEdit() for _ in range(4))
        self.name.setMaxLength(80)
        self.attribution.setMaxLength(80)
        self.address.setMaxLength(2000)
        self.networks.setPlaceholderText("10.1.0.0/16")
        self.every = number_edit(SHORTEST_PERIOD, LONGEST_PERIOD, self.tr(" seconds"))
        self.enabled = QCheckBox(self.tr("Switched on"))
        self._inputs = Inputs(
            (
                (self.kind.currentIndex, self.kind.setCurrentIndex),
                *((line.text, line.setText) for line in (self.name, self.address, self.attribution, self.networks)),
                (self.every.value, self.every.setValue),
                (self.enabled.isChecked, self.enabled.setChecked),
            )
        )
        self._build()
        for line in (self.name, self.address, self.attribution, self.networks):
            line.textEdited.connect(lambda _: self.changed.emit())
        self.every.valueChanged.connect(lambda _: self.changed.emit())
        self.enabled.clicked.connect(lambda: self.changed.emit())
        self.kind.activated.connect(lambda _: self.changed.emit())

    def _build(self) -> None:
        self.setLayout(
            column(
                self.enabled,
                row(
                    frame("plain", field(self.tr("Name"), self.name)),
                    frame("plain", field(self.tr("Kind"), self.kind)),
                    spacing=SPACE_M,
                ),
                field(
                    self.tr("Address, or folder on the hub's machine"),
                    self.address,
                    self.tr("As https://example.go.id/cap.xml, or /srv/cap"),
                ),
                row(
                    frame("plain", field(self.tr("Looked at every"), self.every)),
                    frame("plain", field(self.tr("Named on the walls as source"), self.attribution)),
                    spacing=SPACE_M,
                ),
                field(
                    self.tr("Networks of the office it may be fetched from"),
                    self.networks,
                    self.tr("Empty for addresses on the internet."),
                ),
                spacing=SPACE_M,
            )
        )

    def show_feed(self, settings: FeedSettings | None) -> None:
        """Fill it with a feed; None for a new one."""
        self._former = settings
        self._id = settings.id if settings else ""
        known = settings or FeedSettings(id="new", kind=FeedKind.CAP, name="-", address="-")
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        # What a hub knows by itself is read in its own way: only the kind of a new one can be chosen.
        self.kind.setEnabled(settings is None)
        self.name.setText(known.name if settings else "")
        self.address.setText(known.address if settings else "")
        self.attribution.setText(known.attribution)
        self.networks.setText(", ".join(known.allowed_networks))
        self.every.setValue(known.every_seconds)
        self.enabled.setChecked(known.enabled)
        self._shown = self._inputs.read()

    def take_newer(self, settings: FeedSettings | None) -> None:
        """What was typed stays upon what another desk has made of the feed; all of it where that was removed."""
        shown, typed = self._shown, self._inputs.read()
        self.show_feed(settings)
        if settings is None:
            self._inputs.fill(typed)
        else:
            self._inputs.merge(shown, typed)

    def settings(self) -> FeedSettings:
        """The feed as the form says. Raises ValueError, in words for people."""
        name, address = self.name.text().strip(), self.address.text().strip()
        if not name:
            raise ValueError(self.tr("Give the feed a name."))
        if not address:
            raise ValueError(self.tr("Give the address or the folder of the feed."))
        networks = tuple(part.strip() for part in self.networks.text().split(",") if part.strip())
        try:
            return FeedSettings(
                id=self._id or feed_id(name),
                kind=self.kind.currentData(),
                name=name,
                address=address,
                every_seconds=self.every.value(),
                enabled=self.enabled.isChecked(),
                attribution=self.attribution.text().strip(),
                regions=self._former.regions if self._former else (),
                allowed_networks=networks,
            )
        except ValidationError as error:  # all else is bounded by its field
            raise ValueError(self.tr("Name at most 16 networks, each as 10.1.0.0/16.")) from error


def feed_id(name: str) -> str:
    """An id made of a name: small letters, digits and hyphens."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40].strip("-")
    return plain or "feed"
