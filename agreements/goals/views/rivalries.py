"""Rival figures side by side, and who resolves them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.charter.views.base import CharterFormPage
from agreements.goals.forms.rivalries import RivalryForm
from agreements.goals.models import Measurement, Rivalry
from agreements.goals.periods import label_of
from agreements.goals.rules import collaboration_of
from agreements.goals.states import RIVALS, RivalryState
from agreements.goals.telling import figure_words
from agreements.goals.transitions import rivalries
from collabgov.kit.access import VisibleRowsMixin


def figures_beside(rivalry):
    """Every standing figure of the slot that was submitted, and the one that was kept."""
    rows = Measurement.objects.of_slot(rivalry).exclude(state="draft")
    rows = rows.filter(Q(superseded_by=None) | Q(pk=rivalry.kept_id))
    is_resolved = rivalry.state == RivalryState.RESOLVED
    rows = rows.select_related("party__organization", "indicator", "evidence")
    for row in rows.order_by("party__organization__name", "pk"):
        row.words = figure_words(row)
        row.stands = row.superseded_by_id is None and row.state in RIVALS
        row.is_later = is_resolved and row.submitted_at > rivalry.updated_at
        yield row


class RivalryDetail(VisibleRowsMixin, DetailView):
    """What each party says, side by side, with source and evidence; how it was resolved."""

    model = Rivalry
    template_name = "agreements/goals/rivalry_detail.html"
    context_object_name = "rivalry"

    def get_queryset(self):
        return super().get_queryset().for_list()

    def get_context_data(self, **kwargs):
        is_open = self.object.state == RivalryState.OPEN
        newer = Rivalry.objects.of_slot(self.object).filter(pk__gt=self.object.pk).order_by("pk")
        user, indicator = self.request.user, self.object.indicator
        may = is_open and user.has_perm("agreements.resolve_rivalry", self.object)
        return super().get_context_data(
            figures=list(figures_beside(self.object)),
            period=label_of(self.object.starts_on, self.object.ends_on),
            is_open=is_open,
            newer=newer.last(),
            may_resolve=may,
            may_enter=is_open and user.has_perm("agreements.enter_measurement", indicator),
            **kwargs,
        )


class RivalryResolve(CharterFormPage):
    """Say which figure stands and why."""

    model = Rivalry
    related = ("indicator__goal__collaboration", "region")
    find_collaboration = staticmethod(collaboration_of)
    rule_name = "agreements.resolve_rivalry"
    template_name = "agreements/goals/measurement_form.html"
    form_class = RivalryForm
    title = _("Resolve the rival figures")
    note = _(
        "The figure that stands counts once it is verified. The others are disputed from then on."
    )
    submit_label = _("Resolve")
    success_message = _("It is resolved.")

    def get_lead(self):
        period = label_of(self.record.starts_on, self.record.ends_on)
        return f"{self.record.indicator.name}, {period}"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "rivalry": self.record, "label": self.label}

    def label(self, row):
        row.indicator = self.record.indicator
        return f"{figure_words(row)} ({row.party.organization.label})"

    def carry_out(self, form):
        return rivalries.resolve(rivalry=self.record, by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return self.record.get_absolute_url()
