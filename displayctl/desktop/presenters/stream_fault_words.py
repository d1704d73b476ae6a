"""Why a live stream gives no pictures on a wall, in the operator's language, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def stream_reasons() -> tuple[tuple[str, str], ...]:
    """Parts of what players say of a stream, with what is said here; `{title}` stays to be filled in."""
    return (*_of_the_way_there(), *_of_what_comes())


def _of_the_way_there() -> tuple[tuple[str, str], ...]:
    return (
        (
            "cannot be reached",
            translate(
                "Faults",
                "The wall cannot reach the live stream “{title}”. Look at the camera, its address and the network.",
            ),
        ),
        (
            "does not answer in time, or has stopped sending",
            translate(
                "Faults", "The live stream “{title}” does not answer, or stalls. Look at the camera and the network."
            ),
        ),
        (
            "wants a name and a password",
            translate(
                "Faults",
                "The live stream “{title}” wants a name and a password that are right; correct them in its address.",
            ),
        ),
        (
            "is not there under this address",
            translate(
                "Faults", "The live stream “{title}” is not there under its address; correct what follows the host."
            ),
        ),
        (
            "is none of rtsp, rtp, http and https",
            translate(
                "Faults", "The address of the live stream “{title}” is none of rtsp, rtp, http and https; correct it."
            ),
        ),
    )


def _of_what_comes() -> tuple[tuple[str, str], ...]:
    return (
        (
            "gives no pictures; look whether",
            translate("Faults", "The live stream “{title}” gives no pictures. Look whether the camera sends."),
        ),
        (
            "sends no pictures; choose",
            translate(
                "Faults", "The live stream “{title}” sends sound or data only; give the address of its pictures."
            ),
        ),
        (
            "sends what cannot be decoded",
            translate(
                "Faults",
                "The live stream “{title}” sends what the wall cannot decode; set the camera to H.264 or H.265.",
            ),
        ),
        (
            "has ended; start it again",
            translate("Faults", "The live stream “{title}” has ended. Start it again, or take it out of the playlist."),
        ),
    )
