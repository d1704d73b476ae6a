"""A medium in words: what it is, how large, how long, and why it cannot be used."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.presenters.words import duration_words, size_words

translate = QCoreApplication.translate


def kind_words(kind: MediumKind) -> str:
    """What kind of medium it is."""
    return {
        MediumKind.PICTURE: translate("Media", "Picture"),
        MediumKind.ANIMATION: translate("Media", "Animation"),
        MediumKind.VIDEO: translate("Media", "Video"),
        MediumKind.DOCUMENT: translate("Media", "Document"),
        MediumKind.ANNOUNCEMENT: translate("Media", "Announcement"),
        MediumKind.STREAM: translate("Media", "Live stream"),
        MediumKind.CARD: translate("Media", "Data card"),
    }[kind]


def state_words(state: MediumState) -> str:
    """Whether walls can show it."""
    return {
        MediumState.PROCESSING: translate("Media", "Being prepared…"),
        MediumState.READY: translate("Media", "Ready"),
        MediumState.FAILED: translate("Media", "Cannot be used"),
    }[state]


def facts_line(medium: MediumInfo) -> str:
    """One line under a thumbnail: the trouble if there is one, else kind and length."""
    if medium.state is not MediumState.READY:
        return state_words(medium.state)
    parts = [kind_words(medium.kind)]
    if medium.duration_ms:
        parts.append(length_words(medium))
    return " · ".join(parts)


def facts(medium: MediumInfo) -> tuple[str, ...]:
    """Short facts for chips: kind, pixels, length, sound, size."""
    found = [kind_words(medium.kind)]
    if medium.width_px and medium.height_px:
        found.append(f"{medium.width_px} × {medium.height_px}")
    if medium.duration_ms:
        found.append(length_words(medium))
    if medium.has_sound:
        found.append(translate("Media", "muted") if medium.muted else translate("Media", "with sound"))
    if medium.size_bytes:
        found.append(size_words(medium.size_bytes))
    return tuple(found)


def length_words(medium: MediumInfo) -> str:
    """How long what walls play of it lasts; empty for what stands still."""
    played = medium.played_ms
    return "" if played is None else duration_words(timedelta(milliseconds=played))


def sound_words(medium: MediumInfo) -> str:
    """How loud its file is and how loud walls play it; empty where nobody has listened, or nothing is heard."""
    sound = medium.findings.sound if medium.findings is not None else None
    if sound is None or medium.muted or sound.wall_lufs is None or sound.loudest_lufs is None:
        return ""
    words = translate(
        "Media",
        "Sound: the file has {source} LUFS. It is levelled for the walls: they play it at {wall} LUFS, its loudest "
        "passage at {loudest} LUFS.",
    )
    source = sound.wall_lufs if sound.source_lufs is None else sound.source_lufs
    return words.format(source=_lufs(source), wall=_lufs(sound.wall_lufs), loudest=_lufs(sound.loudest_lufs))


def _lufs(value: float) -> str:
    return QLocale().toString(value, "f", 1).replace("-", "\N{MINUS SIGN}")
