"""Public holidays: the list for everybody, adding, correcting and removing for admins."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, FormView, ListView, UpdateView
from django.views.generic.detail import SingleObjectMixin

from agreements.charter.forms.people import ConfirmForm
from agreements.engagement import transitions
from agreements.engagement.forms.holidays import HolidayForm
from agreements.engagement.models import Holiday
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.pages import TolerantPaginator, VerbFormMixin


class HolidayList(VisibleRowsMixin, ListView):
    model = Holiday
    template_name = "agreements/engagement/holiday_list.html"
    context_object_name = "holidays"
    paginate_by = 50
    paginator_class = TolerantPaginator

    def get_queryset(self):
        return super().get_queryset().for_list().order_by("-day", "pk")

    def paginate_queryset(self, queryset, page_size):
        """A page number from a stranger is never an error."""
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            may_edit=self.request.user.has_perm("agreements.manage_holidays"), **kwargs
        )


class HolidayPage(VerbFormMixin):
    """What adding, correcting and removing share."""

    model = Holiday
    rule_name = "agreements.manage_holidays"
    form_class = HolidayForm
    template_name = "agreements/engagement/holiday_form.html"
    title = submit_label = ""
    is_final = False

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            submit_label=self.submit_label,
            is_final=self.is_final,
            back_url=self.get_success_url(),
            **kwargs,
        )

    def get_success_url(self):
        return reverse("agreements:holiday-list")


class HolidayCreate(SiteRuleMixin, HolidayPage, CreateView):
    title = submit_label = _("Add a public holiday")
    success_message = _("The holiday is on the list.")

    def carry_out(self, form):
        return transitions.add_holiday(by=self.request.user, **form.without_version)


class HolidayEdit(RuleRequiredMixin, HolidayPage, UpdateView):
    title = _("Edit a public holiday")
    submit_label = _("Save the changes")
    success_message = _("The changes are saved.")

    def carry_out(self, form):
        return transitions.edit_holiday(
            holiday=form.instance, by=self.request.user, **form.cleaned_data
        )


class HolidayRemove(RuleRequiredMixin, SingleObjectMixin, HolidayPage, FormView):
    """Asks once."""

    model = Holiday
    form_class = ConfirmForm
    title = submit_label = _("Remove this holiday")
    success_message = _("The holiday is removed. Meetings that are planned stay where they are.")
    is_final = True

    def dispatch(self, request, *args, **kwargs):
        self.object = self.record = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def carry_out(self, form):
        transitions.remove_holiday(holiday=self.record, by=self.request.user)
