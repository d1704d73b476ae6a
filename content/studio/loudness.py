"""Listens to a movie's whole sound and says how loud it is, on average and in its loudest passage (EBU R 128)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import av.error
from av.audio.frame import AudioFrame

from content.studio import movies
from content.studio.facts import Loud
from content.studio.recognise import Reader, Recognised
from content.studio.sound import QUIETEST_LUFS, Loudness
from content.studio.survey import sound_of

_REPORT_EVERY = 500


def loudness_of(recognised: Recognised, report: Callable[[float], None]) -> Loud | None:
    """How loud a movie is; None where it has no sound, or nothing but silence. Raises UnusableMedia."""
    if recognised.reader is not Reader.MOVIE:
        return None
    heard = Loudness()
    with movies.opened(recognised) as container:
        audio = sound_of(container)
        if audio is None:
            return None
        whole = (container.duration or 0) / 1_000_000
        for count, packet in enumerate(container.demux(audio)):
            if count % _REPORT_EVERY == 0 and packet.pts is not None and packet.time_base and whole:
                report(min(1.0, max(0.0, float(packet.pts * packet.time_base) / whole)))
            with contextlib.suppress(av.error.InvalidDataError):
                for frame in packet.decode():
                    if isinstance(frame, AudioFrame):
                        heard.hear(frame)
        heard.hear(None)
    if heard.integrated_lufs < QUIETEST_LUFS:
        return None
    # A clip of less than three seconds has no short-term loudness of its own.
    return Loud(heard.integrated_lufs, max(heard.loudest_lufs, heard.integrated_lufs))
