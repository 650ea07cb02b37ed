"""The filter of the decision register: what stands in the address, cleaned."""

from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.charter.models import Collaboration, Party
from agreements.engagement.kinds import DecisionKind, DecisionRule
from agreements.engagement.models import Decision, Position
from agreements.engagement.states import DecisionState
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)

EVERY = ("collaboration", "kind", "state", "rule", "year", "organization")


class DecisionFilter(ListFilter):
    """What is not offered matches nothing: the register never shows more than was asked for."""

    WHERE = frozenset(EVERY)

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    kind = choice_field(_("Kind"), _("Every kind"), DecisionKind.choices)
    state = choice_field(_("State"), _("Every state"), DecisionState.choices)
    rule = choice_field(_("Reached by"), _("Every rule"), DecisionRule.choices)
    year = choice_field(_("Year"), _("Every year"))
    organization = record_field(_("Objected by"), _("Every organization"))
    review_due = tick_field(_("Review due"))
    unfollowed = tick_field(_("Nothing came of it yet"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        seen = Collaboration.objects.visible_to(user)
        rows = Position.objects.filter(decision__meeting__collaboration__in=seen)
        parties = Party.objects.filter(pk__in=rows.order_by().values("party"))
        organizations = Organization.objects.filter(
            pk__in=parties.order_by().values("organization")
        )
        self.offer("collaboration", seen)
        self.offer("organization", organizations.order_by("name"))
        self.fields["year"].choices = self._years()

    def _years(self):
        rows = Decision.objects.visible_to(self.user).with_day().order_by()
        years = set(rows.annotate(year=ExtractYear("day")).values_list("year", flat=True))
        asked = self.data.get("year", "")
        if asked.isdecimal() and len(asked) == 4:
            years.add(int(asked))  # a year without any is no nonsense
        return [("", _("Every year")), *((str(y), str(y)) for y in sorted(years, reverse=True))]

    def narrow(self, decisions):
        """Return the decisions that the filter leaves."""
        if self.is_nowhere:
            return decisions.none()
        chosen = self.chosen
        decisions = decisions.with_day().mentioning(self.words)
        if collaboration := chosen.get("collaboration"):
            decisions = decisions.filter(meeting__collaboration=collaboration)
        for name in ("kind", "state", "rule"):
            if name in chosen:
                decisions = decisions.filter(**{name: chosen[name]})
        if year := chosen.get("year"):
            decisions = decisions.filter(day__year=int(year))
        if organization := chosen.get("organization"):
            decisions = decisions.objected_by(organization)
        if chosen.get("review_due"):
            decisions = decisions.review_due()
        return decisions.without_follow_up() if chosen.get("unfollowed") else decisions
