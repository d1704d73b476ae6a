"""What a live decoder and the stage mean by the numbers they share. Free of FFmpeg, which the stage never loads."""

from __future__ import annotations

from enum import IntEnum

INDEX_NS = 1000
"""A live frame's index is the instant at which it is due, in microseconds of the monotonic clock."""


class Trouble(IntEnum):
    """Why a stream gives no pictures; 0 is none. It crosses from the decoder to the stage as one word."""

    NONE = 0
    REFUSED = 1
    SILENT = 2
    LOCKED = 3
    ABSENT = 4
    WITHOUT_PICTURES = 5
    UNREADABLE = 6
    ENDED = 7
    FORBIDDEN = 8

    @property
    def sentence(self) -> str:
        """What a person is told: the fact and the next step."""
        return _SENTENCES[self]


_SENTENCES = {
    Trouble.NONE: "gives no pictures; look whether the camera sends",
    Trouble.REFUSED: "cannot be reached; look at the camera, its address and the network",
    Trouble.SILENT: "does not answer in time, or has stopped sending; look at the camera and the network",
    Trouble.LOCKED: "wants a name and a password that are right; correct them in its address",
    Trouble.ABSENT: "is not there under this address; correct the path",
    Trouble.WITHOUT_PICTURES: "sends no pictures; choose the camera's video stream",
    Trouble.UNREADABLE: "sends what cannot be decoded; set the camera to H.264 or H.265",
    Trouble.ENDED: "has ended; start it again, or take it out of the playlist",
    Trouble.FORBIDDEN: "is none of rtsp, rtp, http and https; correct the address",
}
