"""The filter of the list of values that are owed: what stands in the address, cleaned."""

from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.charter.models import Party
from agreements.goals.models import ReportingDuty
from agreements.goals.owed import Standing
from collabgov.kit.filtering import ListFilter, choice_field, record_field
from collabgov.kit.forms import DayField

OPEN, DUE = "open", "due_now"
CHOICES = ((OPEN, _("Not reported yet")), (DUE, _("Due now")), *Standing.choices)


class OwedFilter(ListFilter):
    """Without the organization that it names, it leaves no row."""

    WHERE = frozenset({"organization"})
    nowhere = _("The organization in this address owes nothing here. So nothing is shown.")

    organization = record_field(_("Organization"), _("Every organization"))
    standing = choice_field(_("State"), _("Every state"), CHOICES)
    since = DayField(label=_("Due from"), required=False)
    until = DayField(label=_("Due until"), required=False)

    def __init__(self, data, *, collaboration):
        super().__init__(data)
        duties = ReportingDuty.objects.filter(indicator__goal__collaboration=collaboration)
        parties = Party.objects.filter(pk__in=duties.order_by().values("party")).order_by()
        owing = Organization.objects.filter(pk__in=parties.values("organization"))
        self.offer("organization", owing.order_by("name", "pk"))

    def narrow(self, owed):
        """The values that the filter leaves; `since` and `until` were looked at before."""
        if self.is_nowhere:
            return []
        chosen = self.chosen
        organization, standing = chosen.get("organization"), chosen.get("standing")
        return [
            one
            for one in owed
            if organization in (None, one.party.organization)
            and (standing is None or is_so(one, standing))
        ]


def is_so(one, standing):
    """Whether a value stands as the filter asks."""
    if standing == OPEN:
        return one.is_waiting
    if standing == DUE:
        return one.is_waiting and not one.is_late
    return one.standing == standing
