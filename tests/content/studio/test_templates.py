"""The looks: every combination of colours stays readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.studio.announcement import Announcement, Template
from content.studio.contrast import READABLE_CONTRAST, contrast
from content.studio.templates import design_for
from schedules.alert import AlertLevel

colours = st.from_regex(r"\A#[0-9a-f]{6}\Z")


@pytest.mark.parametrize("level", AlertLevel)
@pytest.mark.parametrize("template", Template)
def test_every_template_is_readable(template: Template, level: AlertLevel) -> None:
    design = design_for(Announcement("Judul", template=template, level=level))
    for ground in (design.ground_top, design.ground_bottom):
        for letters in (design.title, design.body):
            assert contrast(ground, letters) >= READABLE_CONTRAST
    assert contrast(design.accent, design.on_accent) >= READABLE_CONTRAST


@given(st.sampled_from(Template), colours, colours)
def test_own_colours_keep_words_and_footer_readable(template: Template, ground: str, accent: str) -> None:
    announcement = Announcement("Judul", template=template, background_colour=ground, accent_colour=accent)
    design = design_for(announcement)
    assert contrast(ground, design.title) >= READABLE_CONTRAST
    assert contrast(ground, design.body) >= READABLE_CONTRAST
    assert contrast(ground, design.note) >= READABLE_CONTRAST
    assert contrast(accent, design.on_accent) >= READABLE_CONTRAST


def test_known_contrasts() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_the_alert_says_its_level() -> None:
    assert design_for(Announcement("Banjir", template=Template.DARURAT, level=AlertLevel.SIAGA)).label.endswith("SIAGA")


def test_a_label_that_the_title_repeats_is_left_out() -> None:
    assert design_for(Announcement("Pengumuman lelang")).label == ""
    assert design_for(Announcement("Lelang")).label == "PENGUMUMAN"
