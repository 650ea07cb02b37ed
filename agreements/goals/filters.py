"""The filter of the list of indicators: what stands in the address, cleaned."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.charter.models import Collaboration, Party
from agreements.goals.kinds import IndicatorLevel
from agreements.goals.models import Baseline, Goal, ReportingDuty, Target
from collabgov.kit.filtering import ListFilter, choice_field, record_field, search_field

STATES = (
    ("in_use", _("In use")),
    ("undefined", _("Definition not agreed")),
    ("without_baseline", _("Without a baseline")),
    ("without_target", _("Without a target")),
    ("nobody_reports", _("Nobody reports it")),
    ("retired", _("No longer used")),
)


class IndicatorFilter(ListFilter):
    """Without a goal or organization that it names, it leaves no row."""

    WHERE = frozenset({"collaboration", "goal", "organization"})
    nowhere = _(
        "The collaboration, goal or organization in this address was not found, or you may not see "
        "it. So nothing is shown."
    )

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    goal = record_field(_("Goal"), _("Every goal"))
    level = choice_field(_("Level"), _("Every level"), IndicatorLevel.choices)
    organization = record_field(_("Reported by"), _("Every organization"))
    state = choice_field(_("State"), _("Every state"), STATES)

    def __init__(self, data, *, user):
        super().__init__(data)
        seen = Collaboration.objects.visible_to(user)
        goals = Goal.objects.filter(collaboration__in=seen).order_by("title", "pk")
        duties = ReportingDuty.objects.filter(indicator__goal__collaboration__in=seen)
        parties = Party.objects.filter(pk__in=duties.order_by().values("party"))
        reporters = Organization.objects.filter(pk__in=parties.order_by().values("organization"))
        self.offer("collaboration", seen)
        self.offer("goal", goals)
        self.offer("organization", reporters.order_by("name"))

    def narrow(self, indicators, *, today=None):
        """Return the indicators that the filter leaves; retired ones only when asked for."""
        if self.is_nowhere:
            return indicators.none()
        chosen, today = self.chosen, today or timezone.localdate()
        for word in self.words:
            indicators = indicators.filter(Q(name__icontains=word) | Q(definition__icontains=word))
        if collaboration := chosen.get("collaboration"):
            indicators = indicators.filter(goal__collaboration=collaboration)
        if goal := chosen.get("goal"):
            indicators = indicators.filter(goal=goal)
        if level := chosen.get("level"):
            indicators = indicators.filter(level=level)
        if organization := chosen.get("organization"):
            duties = ReportingDuty.objects.current(today=today)
            mine = duties.filter(party__organization=organization).order_by()
            indicators = indicators.filter(pk__in=mine.values("indicator"))
        return in_state(indicators, chosen.get("state", ""), today=today)


def in_state(indicators, state, *, today):
    """Those of which something is missing, or that are out of use; else all in use."""
    if state == "retired":
        return indicators.exclude(pk__in=indicators.active().order_by().values("pk"))
    of_it = {"indicator": OuterRef("pk")}
    missing = {
        "undefined": Q(definition_agreed_on=None),
        "without_baseline": ~Exists(Baseline.objects.current().filter(**of_it)),
        "without_target": ~Exists(Target.objects.current().filter(**of_it)),
        "nobody_reports": ~Exists(ReportingDuty.objects.current(today=today).filter(**of_it)),
    }
    return indicators.active().filter(missing.get(state, Q()))
