"""Minutes that wait for a word which only somebody such as this reader can say for a party."""

import datetime as dt
from dataclasses import dataclass

from agreements.models import MinutesAnswer
from dashboards.sight import Sight


@dataclass(frozen=True)
class MinutesWord:
    """One version of minutes, and the party that has not answered on it itself."""

    href: str
    meeting: str
    organization: str
    collaboration: str
    answer_by: dt.date
    is_sample: bool
    is_to_confirm: bool


def waits_for_my_answer(sight: Sight) -> tuple[MinutesWord, ...]:
    """Those whose day comes first stand first."""
    rows = MinutesAnswer.objects.waiting_for(sight.user, today=sight.today)
    return tuple(
        MinutesWord(
            href=f"{row.minutes.meeting.get_absolute_url()}#minutes",
            meeting=row.minutes.meeting.title,
            organization=row.party.organization.label,
            collaboration=row.minutes.meeting.collaboration.title,
            answer_by=row.minutes.answer_by,
            is_sample=row.is_sample,
            is_to_confirm=row.is_on_behalf,
        )
        for row in rows.select_related(
            "minutes__meeting__collaboration", "party__organization"
        ).order_by("minutes__answer_by", "pk")
    )
