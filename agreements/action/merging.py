"""What a merge makes look odd about promises: a party that confirmed its own."""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from actors.duplicates.registry import register_notice
from actors.duplicates.work import Line
from actors.organizations.models import Organization
from agreements.action.models import Commitment

MOST_NAMED = 20


@register_notice
def own_confirmations(kept, away):
    """Promises of one that somebody of the other confirmed: afterwards it is one organization.

    The confirmation stays, it was right on its day; whoever merges should know.
    """
    pair = (kept.pk, away.pk)
    if isinstance(kept, Organization):
        crossed = Commitment.objects.filter(
            organization__in=pair, confirmed_by__organization__in=pair
        ).exclude(Q(organization=F("confirmed_by__organization")))
    else:
        crossed = Commitment.objects.filter(
            confirmed_by__person__in=pair,
            changes__to_state="reported_done",
            changes__made_by__person__in=pair,
        ).exclude(changes__made_by__person=F("confirmed_by__person"))
    for commitment in crossed.distinct()[:MOST_NAMED]:
        text = _("“%(promise)s” was confirmed by the other one. The confirmation stays.")
        yield Line(text % {"promise": commitment}, commitment.get_absolute_url())
