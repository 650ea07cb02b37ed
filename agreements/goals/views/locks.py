"""Locked periods of a collaboration: which, why, since when; lock and lift."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterFormPage
from agreements.goals.forms.locks import LockForm
from agreements.goals.models import PeriodLock
from agreements.goals.periods import label_of
from agreements.goals.transitions import locks
from collabgov.kit.access import VisibleRowsMixin


class LockList(VisibleRowsMixin, DetailView):
    """What is closed now, and what was."""

    model = Collaboration
    template_name = "agreements/goals/lock_list.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        rows = PeriodLock.objects.filter(collaboration=self.object)
        rows = list(rows.select_related("made_by__person", "lifted_by__person"))
        for row in rows:
            row.label = label_of(row.starts_on, row.ends_on)
        return super().get_context_data(
            holding=[row for row in rows if row.lifted_on is None],
            lifted=[row for row in rows if row.lifted_on is not None],
            may_lock=self.request.user.has_perm("agreements.lock_period", self.object),
            **kwargs,
        )


class LockPage(CharterFormPage):
    rule_name = "agreements.lock_period"
    template_name = "agreements/goals/measurement_form.html"

    def get_success_url(self):
        return reverse("agreements:lock-list", args=[self.collaboration.pk])


class LockCreate(LockPage):
    model = Collaboration
    form_class = LockForm
    title = _("Lock a period")
    note = _("Values of a locked period are neither entered nor changed, disputed or verified.")
    submit_label = _("Lock the period")
    success_message = _("The period is locked.")

    def carry_out(self, form):
        return locks.lock_period(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class LockLift(LockPage):
    model = PeriodLock
    related = ("collaboration",)
    form_class = ReasonForm
    title = _("Open the period again")
    note = _("The lock stays on record with the reason why it was lifted.")
    submit_label = _("Open it again")
    success_message = _("The period is open again.")

    def get_lead(self):
        return label_of(self.record.starts_on, self.record.ends_on)

    def carry_out(self, form):
        return locks.lift_lock(
            lock=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )
