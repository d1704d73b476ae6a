"""The lines between agent and stage."""

from __future__ import annotations

import json

import pytest

from player.stage import port, wire
from schedules.display import Canvas
from schedules.errors import InvalidValue, ScheduleError, UnreadableDocument

CUE = port.StageCue("a/1", port.CueKind.VIDEO, 1000, 5000, "/media/a.mp4", 40, 29.97, 4000, loops=True, sound=True)
FADE = port.CueTransition(port.TransitionKind.CROSSFADE, 800)
ZOOMED = port.StageCue(
    "p/1", port.CueKind.PICTURE, 1000, 5000, "/media/p.png", transition=FADE, motion=port.Motion.ZOOM_IN
)
LIVE = port.StageCue(
    "cctv/1", port.CueKind.STREAM, 5000, 9000, "/media/poster.png", url="rtsp://10.0.0.7/alun", patience_ms=3000
)
REQUESTS: tuple[port.Request, ...] = (
    port.Arrange(Canvas(640, 384, 10, 20, 90, mask=((0, 0), (640, 0), (320, 384))), 50, sound=True),
    port.Arrange(
        Canvas(640, 384),
        regions=(
            port.StageRegion("", 0, 0, 640, 320),
            port.StageRegion("teks", 0, 320, 540, 64, port.RegionKind.TICKER),
            port.StageRegion("jam", 540, 320, 100, 64, port.RegionKind.CLOCK),
        ),
    ),
    port.Arrange(Canvas(640, 360), fills=True),
    port.Timeline((CUE, port.StageCue("slate", port.CueKind.SLATE, 5000, 6000))),
    port.Timeline((ZOOMED, LIVE), region="samping"),
    port.Tickers((port.TickerStrip(("Selamat datang di Ngawi", "مرحبا"), "teks", 10, 90, "#ffcc00", "#000000"),)),
    port.Clocks((port.ClockFace("jam", "Asia/Makassar", port.ClockStyle.DATE_TIME),)),
    port.Logos((port.Logo("/media/logo.png", corner=port.Corner.BOTTOM_LEFT, percent=20),)),
    port.Loudness(0),
    port.Timeline(),
    port.Overlay("alert-1", "/alerts/banjir.png", port.OverlayMode.BANNER, drill=True),
    port.Overlay(),
    port.OverlayAhead("/alerts/banjir-2.png", port.OverlayMode.BANNER, drill=True),
    port.Alarm("alert/banjir/1", port.AlarmSound.SIREN, 80, hush=True),
    port.ShowTestPattern(on=True),
    port.ShowTestPattern(True, port.PatternKind.MODULES, "Tugu", 32, 16),
    port.Cover(port.CoverKind.CARD, "hold/safe-card/a1", "Kominfo", "Tugu"),
    port.Brightness(40),
    port.Identify("Tugu Adipura", 5),
    port.SlateText("Tugu Adipura", "Menunggu jadwal", "K7QF-2M9X"),
    port.TakeScreenshot(320),
    port.ClockOffset(-1500),
    port.Stop(),
)
REPORTS: tuple[port.Report, ...] = (
    port.Ready(2, 60.0),
    port.Presented("a/1", 1000, 5000, 120, 1, 2, 3.5, 4, 1),
    port.Showing("a/1", 12, 1000, 1400, "alert-1", 99),
    port.Showing("", 1, 1000, 1400, refreshes=99, cover="closed"),
    port.OverlayPainted("alert-1", 1000, "0" * 64),
    port.Fault(port.FaultKind.MEDIUM_BROKEN, "a/1", "/media/a.mp4 ist kaputt – 坏"),
    port.ScreenshotTaken(1000, "aGFsbG8="),
    port.Stats(1000, 600, 2.5, 0, 24_000_000, 0),
)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda value: type(value).__name__)
def test_a_request_comes_back_as_it_was(request_: port.Request) -> None:
    line = wire.encode(request_)
    assert line.count(b"\n") == 1
    assert wire.decode_request(line) == request_


@pytest.mark.parametrize("report", REPORTS, ids=lambda value: type(value).__name__)
def test_a_report_comes_back_as_it_was(report: port.Report) -> None:
    assert wire.decode_report(wire.encode(report)) == report


def test_requests_and_reports_are_not_confused() -> None:
    with pytest.raises(UnreadableDocument, match="report"):
        wire.decode_request(wire.encode(REPORTS[0]))
    with pytest.raises(UnreadableDocument, match="request"):
        wire.decode_report(wire.encode(REQUESTS[0]))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not json\n",
        b"[]\n",
        b"[" * 100_000,
        b'{"message":"unheard-of"}\n',
        b'{"message":["stop"]}\n',
        b'{"message":"stop","why":1}\n',
        b'{"message":"identify"}\n',
        b'{"message":"identify","text":1}\n',
        b'{"message":"identify","text":"a","seconds":true}\n',
        b'{"message":"identify","text":"a","seconds":601}\n',
        b'{"message":"timeline","cues":{}}\n',
        b'{"message":"timeline","cues":[1]}\n',
        b'{"message":"tickers","strips":[{"texts":[1]}]}\n',
        b'{"message":"tickers","strips":[{"texts":["a"],"ink":"red"}]}\n',
        b'{"message":"clocks","faces":[{"region":"jam","zone":"../../etc/passwd"}]}\n',
        b'{"message":"loudness","percent":101}\n',
        b'{"message":"overlay","token":"a","path":"b","mode":"sideways"}\n',
        b'{"message":"arrange","canvas":{"width_px":640}}\n',
        b'{"message":"arrange","canvas":{"width_px":640,"height_px":1e9}}\n',
        b'{"message":"arrange","canvas":[640,384]}\n',
        b'{"message":"arrange","canvas":{"width_px":640,"height_px":384,"mask":[[1,2,3]]}}\n',
    ],
)
def test_what_is_not_a_request_is_refused(line: bytes) -> None:
    with pytest.raises(ScheduleError):
        wire.decode_request(line)


def test_a_line_without_end_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableDocument, match="too long"):
        wire.decode_request(b" " * (wire.LONGEST_LINE + 1))


def test_cues_that_overlap_are_refused() -> None:
    second = port.StageCue("b", port.CueKind.PICTURE, 4999, 9000, "/b.png")
    with pytest.raises(InvalidValue, match="'b' starts before 'a/1' has ended"):
        port.Timeline((CUE, second))


def test_only_the_slate_has_no_file() -> None:
    with pytest.raises(InvalidValue):
        port.StageCue("a", port.CueKind.VIDEO, 0, 1)
    with pytest.raises(InvalidValue):
        port.StageCue("a", port.CueKind.SLATE, 0, 1, "/a.png")


def test_a_change_has_a_length_unless_it_is_a_cut() -> None:
    with pytest.raises(InvalidValue):
        port.CueTransition(port.TransitionKind.SLIDE)
    with pytest.raises(InvalidValue):
        port.CueTransition(port.TransitionKind.CUT, 100)


def test_a_region_lies_on_the_canvas() -> None:
    with pytest.raises(InvalidValue, match="beyond the canvas"):
        port.Arrange(Canvas(640, 384), regions=(port.StageRegion("samping", 600, 0, 41, 10),))


def test_every_field_of_a_cue_is_on_the_line() -> None:
    plain = json.loads(wire.encode(port.Timeline((CUE,))))["cues"][0]
    assert plain == {
        "token": "a/1",
        "kind": "video",
        "starts_ms": 1000,
        "ends_ms": 5000,
        "path": "/media/a.mp4",
        "offset_ms": 40,
        "frame_rate": 29.97,
        "duration_ms": 4000,
        "loops": True,
        "volume": 100,
        "sound": True,
        "transition": {"kind": "cut", "duration_ms": 0},
        "motion": "none",
        "url": "",
        "patience_ms": 5000,
    }
