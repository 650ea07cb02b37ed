"""Kabupaten Bogor: the evaluation that comes every quarter."""

from agreements.demo.shapes import Recurring
from agreements.engagement.kinds import MeetingKind
from agreements.engagement.recurrence import Pattern

SERIES = (
    Recurring(
        "evaluasi",
        "Rapat evaluasi triwulanan",
        MeetingKind.MONEV,
        Pattern.QUARTERLY,
        on="2023-10-10",
        hours=("09:00", "12:00"),
    ),
)
