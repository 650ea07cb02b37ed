"""For whom an agreement waits, since when, and whether longer than its stage allows.

Read from what is prefetched: `type`, `stage`, `parent`, and `parties__signatures` with
`parties__party__organization`.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.instruments.guards import is_concluded
from agreements.instruments.signed import unsigned
from agreements.instruments.states import PREPARING, SIGNING, AgreementState

S = AgreementState


@dataclass(frozen=True)
class Waiting:
    """Whom or what it waits for; `limit` is how many days its stage may take."""

    who: str
    since: date
    days: int
    limit: int | None
    organizations: tuple = ()

    @property
    def is_late(self) -> bool:
        return self.limit is not None and self.days > self.limit

    @property
    def days_over(self) -> int:
        return max(0, self.days - self.limit) if self.limit is not None else 0


def waiting_of(agreement, *, today=None):
    """What keeps it from going on; None once it is in force or given up."""
    if agreement.state not in PREPARING:
        return None
    day = today or timezone.localdate()
    since = max(agreement.stage_since, agreement.state_since)
    who, organizations = _whom(agreement, day)
    limit = agreement.stage.days if agreement.stage_id else None
    return Waiting(who, since, (day - since).days, limit, organizations)


def _whom(agreement, day):
    if agreement.state == S.LEGISLATURE and agreement.legislature_approved_on is None:
        return _("the legislature"), ()
    if agreement.state not in SIGNING:
        return _("the coordinator"), ()
    parent = agreement.parent if agreement.parent_id else None
    if agreement.signed_on is None:
        if parent is not None and not is_concluded(parent):
            return _("its parent agreement"), ()
        signers = tuple(place.party.organization for place in unsigned(agreement))
        return ", ".join(str(each) for each in signers), signers
    if agreement.starts_on is not None and agreement.starts_on > day:
        return _("its first day"), ()
    if parent is not None and parent.state != S.IN_FORCE:
        return _("its parent agreement"), ()
    return _("its documents"), ()
