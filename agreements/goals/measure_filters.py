"""The filter of the register of values: what stands in the address, cleaned."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.models import Organization, Region
from agreements.charter.models import Collaboration, Party
from agreements.goals.models import Indicator, Measurement
from agreements.goals.states import MeasurementState
from collabgov.kit.filtering import ListFilter, choice_field, record_field, search_field
from collabgov.kit.forms import DayField

STATES = (
    ("counted", _("Counts")),
    ("beside", _("Counted beside")),
    ("differing", _("The parties differ")),
    ("replaced", _("Replaced by a newer value")),
)


class MeasurementFilter(ListFilter):
    """Without an indicator, region or organization that it names, it leaves no row."""

    WHERE = frozenset({"collaboration", "indicator", "organization", "region"})
    nowhere = _(
        "The collaboration, indicator, organization or region in this address was not found, or "
        "you may not see it. So nothing is shown."
    )

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    indicator = record_field(_("Indicator"), _("Every indicator"))
    organization = record_field(_("Reported by"), _("Every organization"))
    region = record_field(_("Region"), _("Every region"))
    state = choice_field(_("State"), _("Every state"), (*MeasurementState.choices, *STATES))
    since = DayField(label=_("Period ends from"), required=False)
    until = DayField(label=_("Period ends until"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        seen = Collaboration.objects.visible_to(user)
        parties = Party.objects.filter(collaboration__in=seen).order_by()
        organizations = Organization.objects.filter(pk__in=parties.values("organization"))
        self.offer("collaboration", seen.order_by("title", "pk"))
        self.offer("indicator", Indicator.objects.visible_to(user).order_by("name", "pk"))
        self.offer("organization", organizations.order_by("name", "pk"))
        measured = Measurement.objects.visible_to(user).order_by().values("region")
        self.offer("region", Region.objects.filter(pk__in=measured).order_by("name", "pk"))

    def narrow(self, rows):
        """The values that the filter leaves; replaced ones only when asked for."""
        if self.is_nowhere:
            return rows.none()
        chosen = self.chosen
        for word in self.words:
            rows = rows.filter(
                Q(indicator__name__icontains=word)
                | Q(region__name__icontains=word)
                | Q(source__icontains=word)
                | Q(note__icontains=word)
            )
        named = {
            "collaboration": "indicator__goal__collaboration",
            "indicator": "indicator",
            "organization": "party__organization",
            "region": "region",
            "since": "ends_on__gte",
            "until": "ends_on__lte",
        }
        wanted = {path: chosen[name] for name, path in named.items() if name in chosen}
        return in_state(rows.filter(**wanted), chosen.get("state", ""))


def in_state(rows, state):
    if state == "replaced":
        return rows.filter(superseded_by__isnull=False)
    if state == "counted":
        return rows.counted()
    if state == "beside":
        return rows.beside()
    if state == "differing":
        return rows.standing().with_rivalry().filter(is_rival=True)
    return rows.standing().filter(**({"state": state} if state else {}))
