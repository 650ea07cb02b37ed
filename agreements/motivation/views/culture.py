"""Pages of an organization's culture; its single assessments have the pages of a pulse."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from actors.models import Organization
from agreements.charter.views.base import CharterFormPage
from agreements.motivation import transitions
from agreements.motivation.culture_page import culture_of
from agreements.motivation.forms.culture import CultureForm
from agreements.motivation.models import PulseWave
from collabgov.kit.access import VisibleRowsMixin


class OrganizationCulture(VisibleRowsMixin, DetailView):
    """What the people of an organization say of how it works with others, year by year.

    Of one organization only: there is no page that puts several side by side.
    """

    model = Organization
    template_name = "agreements/motivation/culture.html"
    context_object_name = "organization"

    def get_context_data(self, **kwargs):
        whose, user = self.object, self.request.user
        return super().get_context_data(
            may_prepare=whose.is_active and user.has_perm("agreements.run_culture", whose),
            **culture_of(whose, user),
            **kwargs,
        )


class CultureCreate(CharterFormPage):
    """An admin prepares one; no collaboration stands above it."""

    model = Organization
    rule_name = "agreements.run_culture"
    find_collaboration = staticmethod(lambda organization: None)
    form_class = CultureForm
    template_name = "agreements/motivation/culture_form.html"
    title = gettext_lazy("Prepare a self-assessment")
    note = gettext_lazy("Seven statements, two minutes, without names; at most once a year.")
    submit_label = gettext_lazy("Save and choose who is asked")
    success_message = gettext_lazy("The assessment is prepared. Now choose who is asked.")

    def get_lead(self):
        return self.record.name

    def get_initial(self):
        year = timezone.localdate().year
        return {"title": _("Collaborative culture %(year)s") % {"year": year}}

    def get_form_kwargs(self):
        wave = PulseWave(organization=self.record, item_version=1)
        return {**super().get_form_kwargs(), "instance": wave}

    def carry_out(self, form):
        facts = form.without_version
        self.done = transitions.draft_assessment(
            organization=self.record, by=self.request.user, **facts
        )
        return self.done

    def get_success_url(self):
        if hasattr(self, "done"):
            return reverse("agreements:pulse-invited", args=[self.done.pk])
        return reverse("agreements:organization-culture", args=[self.record.pk])
