"""The sounds of emergencies, made here out of sines: a chime that asks to look up, a siren that asks to act.

Both begin quietly, so that nobody is startled, and never reach full scale, so that nothing is clipped.
"""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array

RATE_HZ = 24_000
SIREN_S, CHIME_S = 9.0, 2.4
_PEAK = 0.8
_FULL = 32_767
_CHIME_NOTES = ((0.0, 587.33), (0.45, 783.99), (0.9, 987.77))  # D5, G5, B5: each rings on into the next
_RING_S, _ATTACK_S = 0.5, 0.02
_LOW_HZ, _HIGH_HZ, _SWEEP_S = 480.0, 960.0, 3.0
_RISE_S, _FALL_S = 2.0, 0.3


def chime(percent: int) -> bytes:
    """Three rising tones that fade away, `percent` loud: a WAV file, mono, 16 bits, 24 kHz."""
    samples = [0.0] * round(CHIME_S * RATE_HZ)
    for starts_s, pitch_hz in _CHIME_NOTES:
        for at in range(round(starts_s * RATE_HZ), len(samples)):
            since_s = at / RATE_HZ - starts_s
            loud = min(1.0, since_s / _ATTACK_S) * math.exp(-since_s / _RING_S)
            samples[at] += loud * math.sin(2 * math.pi * pitch_hz * since_s)
    return _wav([sample / len(_CHIME_NOTES) for sample in _ending(samples)], percent)


def siren(percent: int) -> bytes:
    """A wail that swells for two seconds, `percent` loud: a WAV file as of `chime`."""
    count, phase = round(SIREN_S * RATE_HZ), 0.0
    samples = []
    for at in range(count):
        now_s = at / RATE_HZ
        swing = 0.5 - 0.5 * math.cos(2 * math.pi * now_s / _SWEEP_S)
        phase += 2 * math.pi * (_LOW_HZ + (_HIGH_HZ - _LOW_HZ) * swing) / RATE_HZ
        samples.append(min(1.0, now_s / _RISE_S) * math.sin(phase))
    return _wav(_ending(samples), percent)


def _ending(samples: list[float]) -> list[float]:
    """The samples with a short fading at the end, so that it does not click."""
    last, falls = len(samples), round(_FALL_S * RATE_HZ)
    return [sample * min(1.0, (last - at) / falls) for at, sample in enumerate(samples)]


def _wav(samples: list[float], percent: int) -> bytes:
    scale = _PEAK * _FULL * max(0, min(100, percent)) / 100
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, RATE_HZ, len(samples), "NONE", ""))
        writer.writeframes(_little_endian(array("h", (round(scale * sample) for sample in samples))))
    return file.getvalue()


def _little_endian(samples: array[int]) -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
