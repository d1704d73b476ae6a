"""The announcement templates by the names people know, with sample words for their little pictures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from content.studio.announcement import Announcement, Template

translate = QCoreApplication.translate

OFFERED = (
    Template.PENGUMUMAN,
    Template.LAYANAN_PUBLIK,
    Template.IMBAUAN,
    Template.HARI_BESAR,
    Template.DUKA_CITA,
)
"""DARURAT is the emergency window's own."""


def template_name(template: Template) -> str:
    """How people call a template."""
    return {
        Template.PENGUMUMAN: translate("Templates", "Notice"),
        Template.LAYANAN_PUBLIK: translate("Templates", "Public service"),
        Template.IMBAUAN: translate("Templates", "Appeal"),
        Template.HARI_BESAR: translate("Templates", "Holiday"),
        Template.DUKA_CITA: translate("Templates", "Condolence"),
        Template.DARURAT: translate("Templates", "Emergency"),
    }[template]


def sample(template: Template) -> Announcement:
    """A short announcement that shows what a template looks like."""
    return Announcement(template_name(template), translate("Templates", "Words of the announcement"), template)
