"""One of each chart, with the awkward cases inside: gaps, nothing, far too much, hostile words."""

import datetime as dt
from xml.etree import ElementTree as ET

from dashboards.charts import (
    BarChart,
    BarRow,
    HeatMap,
    HeatRow,
    Point,
    Segment,
    Timeline,
    TimelineRow,
    Trend,
    Wheel,
)
from dashboards.charts.course import CourseChart, Goalpost, Value
from dashboards.charts.wheel import GROUPS, LOOKS

TODAY = dt.date(2026, 11, 21)
HOSTILE = "Data <script>alert(1)</script> & \"kutip\" 'x'"
CODES = [code for _key, _name, codes in GROUPS for code in codes]


def parsed(chart):
    """The chart as a tree: fails when its HTML is not well-formed XML."""
    return ET.fromstring(f"<div>{chart}</div>")


def wheel(codes=CODES, **fields):
    states = list(LOOKS)
    segments = tuple(
        Segment(
            code,
            f"Unsur {code}",
            states[place % len(states)],
            f"Kata {states[place % len(states)]}",
            f"/unsur/{code}/",
            short="Pendek" if code in {"CTX", "ACT"} else "",
            sentence="Ditepati 4 dari 10." if place % 2 else "",
        )
        for place, code in enumerate(codes)
    )
    given = {"key": "wheel", "title": "Kerangka", "summary": "3 perlu perhatian.", **fields}
    return Wheel(segments=segments, **given)


def timeline(rows=None, **fields):
    rows = (
        rows
        if rows is not None
        else (
            TimelineRow(
                HOSTILE,
                "/c/1/",
                dt.date(2026, 8, 10),
                dt.date(2026, 10, 30),
                "Terlambat",
                "bad",
                "Dinkes",
            ),
            TimelineRow(
                "Rencana", "/c/2/", dt.date(2027, 1, 1), dt.date(2027, 1, 1), "Diusulkan", "plan"
            ),
        )
    )
    given = {"key": "due", "title": "Linimasa", "summary": "1 terlambat.", **fields}
    return Timeline(rows=rows, today=TODAY, **given)


def trend(values=(42, None, 58, 78), **fields):
    points = tuple(Point(f"B{place}", value, "1 dari 2") for place, value in enumerate(values))
    given = {"key": "kept", "title": "Tepat waktu", "summary": "78%.", "target": 80, **fields}
    return Trend(points=points, **given)


def heatmap(rows=None, **fields):
    columns = ("Jun", "Jul", "Agu", "Sep", "Okt", "Nov")
    rows = (
        rows
        if rows is not None
        else (
            HeatRow(HOSTILE, (4, 6, 0, 12, None, 1), "/o/1/"),
            HeatRow("BPS", (0, 0, 0, 0, 0, 0)),
        )
    )
    given = {"key": "heat", "title": "Kehadiran", "summary": "BPS diam.", **fields}
    return HeatMap(columns=columns, rows=rows, **given)


def bars(rows=None, **fields):
    rows = rows if rows is not None else (BarRow(HOSTILE, 3, "", "/o/1/"), BarRow("BPS", 0))
    return BarChart(rows=rows, **{"key": "bars", "title": "Terbuka", "summary": "3.", **fields})


def course(values=(12, 1234567), **fields):
    marks = tuple(
        Value(dt.date(2026, 3 * place + 3, 28), value, f"Triwulan {place}", HOSTILE, href="/m/1/")
        for place, value in enumerate(values)
    )
    given = {"key": "course", "title": "Perkembangan", "summary": "12.", "unit": "anak", **fields}
    return CourseChart(
        values=marks,
        start=Value(dt.date(2025, 12, 31), 0, "31 Des 2025", "0"),
        goalposts=(Goalpost(dt.date(2026, 12, 31), 100, 100, HOSTILE),),
        **given,
    )


ALL = (wheel, timeline, trend, heatmap, course, bars)
