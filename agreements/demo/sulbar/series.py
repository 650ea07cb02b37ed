"""Sulawesi Barat "4+1": the plenary that comes every month."""

from agreements.demo.shapes import Recurring, Reply
from agreements.engagement.kinds import Answer, MeetingKind
from agreements.engagement.recurrence import Pattern

SERIES = (
    Recurring(
        "pleno",
        "Rapat pleno bulanan 4+1",
        MeetingKind.PLENARY,
        Pattern.MONTHLY_WEEKDAY,
        on="2023-11-20",
        place="Ruang rapat Bappeda",
        facilitator="koordinator",
        replies=(
            Reply("dinsos", "perwakilan", Answer.YES),
            Reply("bappeda", "koordinator", Answer.MAYBE, "Menunggu jadwal musrenbang"),
        ),
    ),
)
