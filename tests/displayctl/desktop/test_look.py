"""The looks: every letter can be read in each of them, none is copied before it is worn, and icons are there."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import displayctl.desktop
from displayctl.desktop.look import icons
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.look.contrast import contrast, letters_on
from displayctl.desktop.look.palette import COLOURS, level_fill, level_ink, qt_palette, slot_colour, wear
from displayctl.desktop.look.stylesheet import style_sheet
from displayctl.desktop.look.themes import CONTRAST, LIGHT, THEMES, Colours, Theme

DESKTOP = Path(displayctl.desktop.__file__).parent
READ_ON = {
    "window": "text text_soft text_faint accent danger drill warning good",
    "surface": "text text_soft text_faint accent accent_dark danger danger_dark drill drill_dark warning good",
    "sunken": "text text_soft",
    "accent_soft": "text text_soft accent",
    "danger_soft": "text danger",
    "drill_soft": "text drill",
    "warning_soft": "text warning",
    "good_soft": "text good",
    "sidebar": "sidebar_text sidebar_strong",
    "sidebar_raised": "sidebar_text sidebar_strong",
    "emergency_window": "text text_soft danger danger_dark",
    "drill_window": "text text_soft drill drill_dark",
    "accent": "on_accent",
    "accent_dark": "on_accent",
} | dict.fromkeys(("alarm", "alarm_dark", "drill_alarm", "drill_alarm_dark", "awas", "siaga", "waspada"), "on_alarm")
"""Which letters stand on which ground."""


@pytest.fixture(params=THEMES, ids=lambda theme: str(theme.name))
def theme(request: pytest.FixtureRequest) -> Iterator[Theme]:
    wear(request.param)
    yield request.param
    wear(LIGHT)


def least(theme: Theme) -> float:
    """WCAG 2.2: AA, and AAA where high contrast is asked for."""
    return 7.0 if theme is CONTRAST else 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_letters_can_be_read_on_every_ground_they_stand_on(theme: Theme) -> None:
    poor = {
        f"{letters} on {ground}": round(contrast(getattr(COLOURS, letters), getattr(COLOURS, ground)), 2)
        for ground, all_letters in READ_ON.items()
        for letters in all_letters.split()
        if contrast(getattr(COLOURS, letters), getattr(COLOURS, ground)) < least(theme)
    }
    assert not poor


def test_bookings_and_levels_can_be_read(theme: Theme) -> None:
    for number in range(len(theme.hues)):
        assert contrast("#ffffff", slot_colour(number).name()) >= least(theme)
    for level in (1, 2, 3):
        assert contrast(COLOURS.on_alarm, level_fill(level)) >= least(theme)
        assert contrast(level_ink(level), COLOURS.surface) >= least(theme)


def test_what_has_the_focus_is_seen(theme: Theme) -> None:
    """WCAG 2.2, 1.4.11: three to one for what marks a control."""
    for ring, ground in (("accent", "surface"), ("accent", "window"), ("sidebar_focus", "sidebar"), ("text", "accent")):
        assert contrast(getattr(COLOURS, ring), getattr(COLOURS, ground)) >= 3 or ring == "text"
    if theme is CONTRAST:
        assert contrast(COLOURS.line_strong, COLOURS.surface) >= 7


def test_emergencies_are_red_in_every_look(theme: Theme) -> None:
    hue = QColor(COLOURS.alarm)
    assert hue.hsvHue() in {*range(16), *range(345, 360)}
    assert hue.hsvSaturation() > 200
    assert QColor(COLOURS.drill_alarm).hsvHue() in range(240, 290)
    assert hue.name() != COLOURS.drill_alarm


def test_every_role_is_a_colour(theme: Theme) -> None:
    for role in fields(Colours):
        assert re.fullmatch(r"#[0-9a-f]{6}", getattr(COLOURS, role.name)), role.name


def test_roles_follow_what_is_worn(theme: Theme) -> None:
    assert theme.colours.surface == COLOURS.surface
    assert qt_palette().color(QPalette.ColorRole.Window).name() == theme.colours.window
    assert theme.colours.accent in style_sheet()


def test_every_drawing_of_the_style_sheet_is_there(theme: Theme) -> None:
    named = re.findall(r"url\(([^)]+)\)", style_sheet())
    assert len(named) >= 5
    assert not [name for name in named if not Path(name).is_file()]


def test_white_or_dark_letters_whichever_is_read() -> None:
    assert letters_on("#000000").name() == "#ffffff"
    assert letters_on("#ffd54a").name() == "#0b1426"


@pytest.mark.usefixtures("application")
def test_every_icon_can_be_drawn_and_takes_the_colour_that_is_asked_for() -> None:
    for file in sorted((DESKTOP / "icons").glob("*.svg")):
        image = icons.pixmap(file.stem, "#c3241c").toImage()
        painted = [image.pixelColor(x, y).alpha() for x in range(0, 40, 2) for y in range(0, 40, 2)]
        assert any(painted), file.name


def test_no_colour_is_copied_before_it_is_worn() -> None:
    """A constant or a default argument would keep the colours of the look that was worn when the program began."""
    copied = []
    for file in sorted(DESKTOP.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        copied += [f"{file.relative_to(DESKTOP)}:{line}" for line in _copies(tree)]
    assert not copied


def _copies(tree: ast.Module) -> list[int]:
    """Lines at which a role is read while the module is imported."""
    at_once: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            at_once += [default for default in (*node.args.defaults, *node.args.kw_defaults) if default is not None]
        if isinstance(node, ast.Module | ast.ClassDef):
            at_once += [each for each in node.body if not isinstance(each, ast.FunctionDef | ast.ClassDef)]
    inner = [each for part in at_once for each in _not_in_functions(part)]
    return [
        each.lineno
        for each in inner
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "COLOURS"
    ] + [
        each.lineno
        for each in inner
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in {"slot_colour"}
    ]


def _not_in_functions(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.Lambda | ast.FunctionDef):
            yield from _not_in_functions(child)


@pytest.mark.usefixtures("application")
def test_the_scale_is_taken_by_this_program_and_not_by_those_it_starts() -> None:
    seen = (
        "import os\n"
        "from displayctl.desktop.look.appearance import make_application\n"
        "made = make_application(['desk', '-platform', 'offscreen'], scale_percent=150)\n"
        "print(made.primaryScreen().devicePixelRatio(), os.environ.get('QT_SCALE_FACTOR'))\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
    ran = subprocess.run(
        [sys.executable, "-c", seen], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.split() == ["1.5", "None"]


def test_the_application_wears_the_look_that_is_worn(application: QApplication, theme: Theme) -> None:
    make_application()
    assert application.palette().color(QPalette.ColorRole.WindowText).name() == theme.colours.text
