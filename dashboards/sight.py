"""What a page looks at: collaborations its reader may see, on one day. Asked for once a page."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from actors.models import User
from agreements.action.querysets import CommitmentQuerySet
from agreements.engagement.querysets import MeetingQuerySet
from agreements.models import Collaboration, Commitment, Meeting


@dataclass(frozen=True)
class Sight:
    """`collaborations` came through `visible_to(user)`; every panel narrows to them.

    `is_whole`: they are all that the reader sees.
    """

    user: User
    collaborations: tuple[Collaboration, ...]
    today: dt.date
    is_whole: bool = False

    @classmethod
    def of(
        cls,
        user: User,
        rows: Iterable[Collaboration],
        *,
        today: dt.date | None = None,
        is_whole: bool = False,
    ) -> "Sight":
        return cls(user, tuple(rows), today or timezone.localdate(), is_whole)

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(collaboration.pk for collaboration in self.collaborations)

    @property
    def only(self) -> Collaboration | None:
        """The collaboration, when the page is about a single one."""
        return self.collaborations[0] if len(self.collaborations) == 1 else None

    def commitments(self) -> CommitmentQuerySet:
        return Commitment.objects.filter(collaboration__in=self.ids)

    def meetings(self) -> MeetingQuerySet:
        return Meeting.objects.filter(collaboration__in=self.ids)

    @property
    def where(self) -> dict[str, int]:
        """The part of a list's address that narrows it to exactly what this page counts.

        A page about several collaborations, but not all, is that of who coordinates them.
        """
        if self.is_whole:
            return {}
        return {"collaboration": self.only.pk} if self.only else {"coordinated": 1}
