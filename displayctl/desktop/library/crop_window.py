"""Which part of a picture walls show: a rectangle for all of them, or one in the shape of each wall."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from displayctl.api.media_choices import EVERY_WALL, Crop
from displayctl.api.models import MediumInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.cropping import ALL_OF_IT, in_shape, share_ratio
from displayctl.desktop.library.ground import WallShape, shapes_of
from displayctl.desktop.library.medium_window import MediumWindow
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.library_words import walls_words
from displayctl.desktop.widgets.crop_canvas import CropCanvas
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, label, row


class CropWindow(MediumWindow):
    """The file itself is never changed; what walls play is made anew."""

    def __init__(self, desk: Desk, medium: MediumInfo, parent: QWidget | None = None) -> None:
        super().__init__(desk, medium, self.tr("Crop"), parent)
        self._crops = dict(medium.crops)
        self.canvas = CropCanvas()
        self.canvas.changed.connect(self._crop_changed)
        self.walls = NameChoice()
        self.walls.setAccessibleName(self.tr("For which walls"))
        self.walls.addItem(self.tr("All walls"), None)
        for shape in shapes_of(tuple(kept.value for kept in desk.catalogue.displays)):
            words = f"{walls_words(shape.names)} ({shape.width_px} × {shape.height_px})"
            self.walls.addItem(words, shape)
        self.walls.currentIndexChanged.connect(self._show_wall)
        self._facts = label("", "caption")
        self.shape_button = button(self.tr("In the wall's shape"), self.take_shape)
        self._whole = button(self.tr("Whole picture"), self._take_whole)
        self.save_button = button(self.tr("Save"), self.save, "primary")
        self.save_button.setDefault(True)
        bar = row(
            label(self.tr("For"), "field"),
            self.walls,
            self._facts,
            None,
            self.shape_button,
            self._whole,
            spacing=SPACE_M,
        )
        words = self.tr(
            "Drag the rectangle or its corners. A wall without a rectangle of its own takes that of all walls."
        )
        self._lay_out(label(words, "soft", wrap=True), bar, self.canvas, actions=(self.save_button,))
        self.resize(760, 600)
        client = desk.hub.client
        self._fetch_picture(lambda: client.poster(medium.id), self._show_picture)
        self._show_wall()

    @property
    def crops(self) -> dict[str, Crop]:
        """What is chosen, by format; a rectangle around the whole picture is left out."""
        return {name: crop for name, crop in self._crops.items() if crop != ALL_OF_IT or name != EVERY_WALL}

    def _show_picture(self, picture: QPixmap) -> None:
        self.canvas.show_picture(picture)

    @property
    def _shape(self) -> WallShape | None:
        shape: WallShape | None = self.walls.currentData()
        return shape

    @property
    def _key(self) -> str:
        return EVERY_WALL if self._shape is None else self._shape.format

    @property
    def _ratio(self) -> float | None:
        """The shape that the rectangle keeps: a wall's; free for all walls, which may have several."""
        shape, medium = self._shape, self._medium
        if shape is None or not medium.width_px or not medium.height_px:
            return None
        return share_ratio((medium.width_px, medium.height_px), (shape.width_px, shape.height_px))

    def _show_wall(self) -> None:
        """What is shown now there: its own rectangle, else that of all walls; where edges are cut, without these."""
        ratio = self._ratio
        shown = self._crops.get(self._key, self._crops.get(EVERY_WALL, ALL_OF_IT))
        if ratio is not None and self._medium.fit == "cover":
            shown = in_shape(shown, ratio)
        self.canvas.show_crop(shown, ratio)
        self._tell()

    def _crop_changed(self) -> None:
        self._crops[self._key] = self.canvas.crop
        self._tell()

    def take_shape(self) -> None:
        """The largest part of what is shown now that fills the walls chosen without a gap."""
        ratio = self._ratio
        if ratio is not None:
            self._crops[self._key] = in_shape(self.canvas.crop, ratio)
            self._show_wall()

    def _take_whole(self) -> None:
        """All of the picture on the walls chosen, whatever is chosen for all of them."""
        if self._shape is not None and EVERY_WALL in self._crops:
            self._crops[self._key] = ALL_OF_IT
        else:
            self._crops.pop(self._key, None)
        self._show_wall()

    def _tell(self) -> None:
        crop, medium = self.canvas.crop, self._medium
        width, height = round(medium.width_px * crop.width / 10_000), round(medium.height_px * crop.height / 10_000)
        self._facts.setText(f"{width} × {height}")
        self.shape_button.setVisible(self._shape is not None)
        self.save_button.setEnabled(self.crops != dict(medium.crops))

    def save(self) -> None:
        """Store what is chosen."""
        words = self.tr("“{title}” was cropped; it is being made anew for the walls.")
        self._store(words.format(title=self._medium.title), crops=self.crops)
