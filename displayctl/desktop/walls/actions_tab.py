"""What the chosen walls can be asked to do: each with a sentence of what will happen, and below what they answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from displayctl.api.accounts import Role
from displayctl.api.walls import HoldKind, HoldWish
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.deed_words import WallDeed, deed_button, deed_sentence
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.walls.answers import AnswerList, AnswersModel
from displayctl.desktop.walls.deeds import WallDeeds
from displayctl.desktop.walls.hold_window import HoldWindow
from displayctl.desktop.widgets.confirm_window import ConfirmWindow
from displayctl.desktop.widgets.pieces import button, column, label, row, scrolled
from schedules.display import Display

ANSWERS_PX = 132
LOOKERS = tuple(role for role in Role if role is not Role.AGENCY)
MENDERS = (Role.TECHNICIAN, Role.ADMINISTRATOR)
HOLDERS = (Role.DUTY, Role.TECHNICIAN, Role.ADMINISTRATOR)
ROLES: dict[WallDeed, tuple[Role, ...]] = {
    WallDeed.PICTURE: LOOKERS,
    WallDeed.IDENTIFY: (Role.TECHNICIAN,),
    WallDeed.PATTERN: MENDERS,
    WallDeed.END_PATTERN: MENDERS,
    WallDeed.RESTART: MENDERS,
    WallDeed.BLACKOUT: HOLDERS,
    WallDeed.SAFE_CARD: HOLDERS,
    WallDeed.RELEASE: HOLDERS,
}
"""Who may ask for what; the hub judges."""
_KEPT_FOR_LATER = (WallDeed.BLACKOUT, WallDeed.SAFE_CARD, WallDeed.RELEASE)
_ICONS = {
    WallDeed.PICTURE: "camera",
    WallDeed.IDENTIFY: "target",
    WallDeed.PATTERN: "grid",
    WallDeed.END_PATTERN: "undo",
    WallDeed.RESTART: "refresh",
    WallDeed.BLACKOUT: "moon",
    WallDeed.SAFE_CARD: "office",
    WallDeed.RELEASE: "sun",
}


class ActionsTab(QWidget):
    """One wall or several."""

    def __init__(self, desk: Desk, deeds: WallDeeds) -> None:
        super().__init__()
        self._desk, self._deeds = desk, deeds
        self._walls: tuple[Kept[Display], ...] = ()
        self.buttons: dict[WallDeed, QPushButton] = {deed: self._button(deed) for deed in WallDeed}
        self.answers = AnswersModel()
        deeds.answered.connect(self.answers.take)
        self.list = AnswerList(self.answers)
        self.list.setMinimumHeight(ANSWERS_PX)
        self.said_nothing = label(
            self.tr("Nothing was asked yet. What the walls answer is listed here."), "caption", wrap=True
        )
        widest = max(made.sizeHint().width() for made in self.buttons.values())
        for made in self.buttons.values():
            made.setMinimumWidth(widest)
        lines = QWidget()
        lines.setLayout(column(*(self._line(deed) for deed in WallDeed), None, spacing=SPACE_S))
        caption = label(self.tr("Answers of the walls"), "field")
        layout = column(scrolled(lines), caption, self.said_nothing, self.list, spacing=SPACE_S)
        layout.setStretch(0, 3)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.answers.modelReset.connect(self._tell_answers)
        self._tell_answers()
        desk.myself.changed.connect(self.tell)

    def _button(self, deed: WallDeed) -> QPushButton:
        made = button(
            deed_button(deed), self._acts()[deed], "danger" if deed is WallDeed.BLACKOUT else "", _ICONS[deed]
        )
        made.setObjectName(deed.value)
        return made

    def _line(self, deed: WallDeed) -> QWidget:
        made = QWidget()
        line = row(self.buttons[deed], label(deed_sentence(deed), "caption", wrap=True), spacing=SPACE_M)
        line.setStretch(1, 1)
        made.setLayout(line)
        return made

    def _acts(self) -> dict[WallDeed, Callable[[], object]]:
        return {
            WallDeed.PICTURE: lambda: self._deeds.picture(self._here),
            WallDeed.IDENTIFY: lambda: self._deeds.identify(self._here),
            WallDeed.PATTERN: lambda: self._deeds.pattern(self._here),
            WallDeed.END_PATTERN: lambda: self._deeds.end_pattern(self._here),
            WallDeed.RESTART: self.ask_restart,
            WallDeed.BLACKOUT: lambda: self.ask_hold(HoldKind.BLACKOUT),
            WallDeed.SAFE_CARD: lambda: self.ask_hold(HoldKind.SAFE_CARD),
            WallDeed.RELEASE: lambda: self._deeds.release(self._paired),
        }

    def _tell_answers(self) -> None:
        """No empty list stands there before the first answer."""
        self.said_nothing.setHidden(bool(self.answers.answers))
        self.list.setHidden(not self.answers.answers)

    # Which walls

    def show_walls(self, walls: tuple[Kept[Display], ...]) -> None:
        """Ask these from now on."""
        self._walls = walls
        self.tell()

    @property
    def _here(self) -> tuple[Kept[Display], ...]:
        players = self._desk.catalogue.players
        return tuple(wall for wall in self._walls if (found := players.get(wall.id)) is not None and found.connected)

    @property
    def _paired(self) -> tuple[Kept[Display], ...]:
        players = self._desk.catalogue.players
        return tuple(wall for wall in self._walls if (found := players.get(wall.id)) is not None and found.device_id)

    def tell(self) -> None:
        """Offer what can be done now, and say why the rest cannot."""
        here, paired = bool(self._here), bool(self._paired)
        for deed, made in self.buttons.items():
            why = self._hindrance(deed)
            if not why and deed in _KEPT_FOR_LATER and not paired:
                why = self.tr("No player is paired with this wall yet.")
            elif not why and deed not in _KEPT_FOR_LATER and not here:
                why = self.tr("The wall is away; look at its power and its network.")
            grey(made, why)

    def _hindrance(self, deed: WallDeed) -> str:
        groups = {wall.value.groups[0] for wall in self._walls} or {""}
        found = (self._desk.myself.hindrance(*ROLES[deed], group=group) for group in sorted(groups))
        return next((why for why in found if why), "")

    # What is asked about first

    def ask_restart(self) -> ConfirmWindow:
        """Restart the players, once somebody has agreed."""
        walls = self._here
        names = listed([wall.value.name for wall in walls][:4])
        title = self.tr("Restart the player of {walls}?").format(walls=names)
        window = ConfirmWindow(title, deed_sentence(WallDeed.RESTART), self.tr("Restart"), self)
        window.agreed.connect(lambda: self._deeds.restart(walls))
        window.open()
        return window

    def ask_hold(self, kind: HoldKind) -> HoldWindow:
        """Blackout or safe card, once somebody has held the button."""
        walls = self._paired
        window = HoldWindow(kind, tuple(wall.value.name for wall in walls), self)
        window.wished.connect(lambda wish: self._hold(walls, wish))
        window.open()
        return window

    def _hold(self, walls: tuple[Kept[Display], ...], wish: HoldWish) -> None:
        self._deeds.hold(walls, wish)
