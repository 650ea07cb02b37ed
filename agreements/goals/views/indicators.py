"""The list of indicators, the page of one, and the forms that define it."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from agreements.charter.forms.collaborations import ReasonForm
from agreements.goals import transitions
from agreements.goals.filters import IndicatorFilter
from agreements.goals.forms.goals import AgreeForm
from agreements.goals.forms.indicators import IndicatorForm
from agreements.goals.goal_page import with_state
from agreements.goals.indicator_page import facts_of
from agreements.goals.models import Goal, Indicator
from agreements.goals.views.base import AimEditPage, AimFormPage, OfCollaborationMixin
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin


class IndicatorList(PartialMixin, VisibleRowsMixin, ListView):
    """Every indicator the reader may see; what is shown stands in the address."""

    model = Indicator
    template_name = "agreements/goals/indicator_list.html"
    partial_name = "agreements/goals/_indicators.html"
    context_object_name = "indicators"
    paginate_by = 24
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return IndicatorFilter(self.request.GET, user=self.request.user)

    def get_queryset(self):
        rows = self.filter.narrow(super().get_queryset())
        return with_state(rows).for_list()

    def get_context_data(self, **kwargs):
        return super().get_context_data(filter=self.filter, **kwargs)


class IndicatorDetail(VisibleRowsMixin, DetailView):
    """What is counted and how, where it started, where it shall be, who reports it."""

    model = Indicator
    template_name = "agreements/goals/indicator_detail.html"
    context_object_name = "indicator"

    def get_queryset(self):
        rows = super().get_queryset().for_list()
        return rows.select_related("definition_decision__meeting")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class IndicatorCreate(AimFormPage):
    model = Goal
    related = ("collaboration",)
    form_class = IndicatorForm
    title = _("Add an indicator")
    submit_label = _("Add the indicator")
    success_message = _("The indicator is added. Set its baseline and target next.")

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.add_indicator(
            goal=self.record, by=self.request.user, **form.without_version
        )

    def get_success_url(self):
        made = self.object if isinstance(self.object, Indicator) else self.record
        return made.get_absolute_url()


class OfIndicator:
    """A page about an indicator."""

    model = Indicator
    related = ("goal__collaboration",)

    def get_lead(self):
        return self.record.name


class IndicatorEdit(OfIndicator, AimEditPage):
    form_class = IndicatorForm
    title = _("Edit the indicator")
    submit_label = _("Save the indicator")
    success_message = _("The indicator is saved.")

    @property
    def note(self):
        if self.record.definition_agreed_on is None:
            return ""
        return _("Another definition, unit or direction has to be agreed again.")

    def carry_out(self, form):
        return transitions.edit_indicator(
            indicator=self.record, by=self.request.user, **form.cleaned_data
        )


class DefinitionAgree(OfIndicator, OfCollaborationMixin, AimFormPage):
    form_class = AgreeForm
    anchor = "definition"
    title = _("Agree on the definition")
    note = _("Which decision of the parties says what is counted?")
    submit_label = _("Agree on the definition")
    success_message = _("The definition is agreed.")

    def carry_out(self, form):
        return transitions.agree_definition(
            indicator=self.record, by=self.request.user, decision=form.cleaned_data["decision"]
        )


class IndicatorRetire(OfIndicator, AimFormPage):
    form_class = ReasonForm
    title = _("Take the indicator out of use")
    note = _("Nobody is asked for it any more. Its values stay readable.")
    submit_label = _("Take it out of use")
    success_message = _("The indicator is out of use.")

    def carry_out(self, form):
        return transitions.retire_indicator(
            indicator=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class IndicatorRevive(OfIndicator, AimFormPage):
    form_class = ReasonForm
    title = _("Take the indicator up again")
    submit_label = _("Take it up again")
    success_message = _("The indicator is in use again.")

    def carry_out(self, form):
        return transitions.revive_indicator(
            indicator=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )
