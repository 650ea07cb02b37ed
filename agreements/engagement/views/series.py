"""Series of meetings: the list of a collaboration, one series, and what its coordinator does."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, View

from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterPage
from agreements.engagement import transitions
from agreements.engagement.forms.series import (
    RescheduleForm,
    SeriesBeginForm,
    SeriesEditForm,
    SeriesEndForm,
    SeriesPlaceForm,
)
from agreements.engagement.models import Meeting, MeetingSeries
from agreements.engagement.series_words import said_of
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.errors import Refused

BEHIND = 24  # meetings behind us on the page of a series; the list of meetings has them all


def may_edit(user, collaboration):
    """Whether the reader is offered the buttons that change a series."""
    is_open = collaboration.state != CollaborationState.CLOSED
    return is_open and user.has_perm("agreements.edit_series", collaboration)


class SeriesList(VisibleRowsMixin, DetailView):
    """Every series of a collaboration, with its next day."""

    model = Collaboration
    template_name = "agreements/engagement/series_list.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            series=list(self.object.meeting_series.for_list()),
            may_edit=may_edit(self.request.user, self.object),
            **kwargs,
        )


class SeriesDetail(VisibleRowsMixin, DetailView):
    """Its rule in words, its meetings ahead and behind, its history."""

    model = MeetingSeries
    template_name = "agreements/engagement/series_detail.html"
    context_object_name = "series"

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration", "facilitator")

    def get_context_data(self, **kwargs):
        meetings = self.object.meetings.for_list()
        may = may_edit(self.request.user, self.object.collaboration)
        return super().get_context_data(
            collaboration=self.object.collaboration,
            ahead=meetings.upcoming().order_by("held_on", "starts_at", "pk"),
            behind=meetings.behind()[:BEHIND],
            changes=self.object.changes.select_related("made_by__person"),
            may_edit=may and self.object.is_running,
            **kwargs,
        )


class SeriesPage(CharterFormPage):
    """A form about a series: a button says what it would do, another does it."""

    rule_name = "agreements.edit_series"
    template_name = "agreements/engagement/series_form.html"

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        if "preview" not in request.POST:
            return self.form_valid(form)
        try:
            done = transitions.rehearse(lambda: self.carry_out(form))
        except (Refused, ValidationError) as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        facts = {"form": form, "preview": said_of(done), "rule_words": done.series.words}
        return self.render_to_response(self.get_context_data(**facts))

    def form_valid(self, form):
        response = super().form_valid(form)
        if response.status_code == 302:
            for sentence in said_of(self.object):
                messages.info(self.request, sentence)
        return response

    def get_success_url(self):
        done = getattr(self, "object", None)
        series = getattr(done, "series", None)
        return (series or self).get_absolute_url()

    def get_absolute_url(self):
        """Where the form leads back to while nothing is saved."""
        if isinstance(self.record, MeetingSeries):
            return self.record.get_absolute_url()
        return reverse("agreements:series-list", args=[self.record.pk])


class SeriesCreate(SeriesPage):
    model = Collaboration
    form_class = SeriesBeginForm
    title = gettext_lazy("Begin a series of meetings")
    lead = gettext_lazy("The meetings of the next months are planned at once.")
    submit_label = gettext_lazy("Begin the series")
    success_message = gettext_lazy("The series is saved.")

    def get_form_kwargs(self):
        mine = {
            "holidays": transitions.holidays_of(self.record),
            "instance": MeetingSeries(collaboration=self.record),
        }
        return super().get_form_kwargs() | mine

    def carry_out(self, form):
        return transitions.begin_series(
            collaboration=self.record, by=self.request.user, **form.facts
        )


class OfSeries:
    """A page about one series."""

    model = MeetingSeries
    related = ("collaboration", "facilitator")


class SeriesEdit(OfSeries, SeriesPage, CharterEditPage):
    form_class = SeriesEditForm
    title = gettext_lazy("Change the series")
    submit_label = gettext_lazy("Save the change")
    success_message = gettext_lazy("The series is changed.")

    def get_initial(self):
        """From the next planned day on, as it is."""
        day = self.record.meetings.upcoming().order_by("held_on").values_list("series_slot")
        found = day.exclude(series_slot=None).first()
        first = found[0] if found else max(self.record.first_on, timezone.localdate())
        return {"from_day": first, "first_on": first}

    def carry_out(self, form):
        return transitions.edit_series(series=self.record, by=self.request.user, **form.facts)


class SeriesEnd(OfSeries, SeriesPage, CharterEditPage):
    form_class = SeriesEndForm
    template_name = "agreements/charter/form.html"
    title = gettext_lazy("End the series")
    note = gettext_lazy(
        "Its planned meetings from that day on are cancelled. Those behind us stay as they are."
    )
    is_final = True
    submit_label = gettext_lazy("End the series")
    success_message = gettext_lazy("The series has ended.")

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.end_series(series=self.record, by=self.request.user, **form.cleaned_data)


class SeriesPlan(OfSeries, CharterPage, View):
    """A button: some months more."""

    rule_name = "agreements.edit_series"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            done = transitions.plan_ahead(series=self.record, by=request.user)
        except (Refused, ValidationError) as refusal:
            messages.error(request, str(refusal))
        else:
            for sentence in said_of(done) or [_("There is no further day to plan.")]:
                messages.info(request, sentence)
        return redirect(self.record)


class OfMeeting:
    """A page about one meeting; afterwards it leads back there."""

    model = Meeting
    related = ("collaboration", "series")

    def get_success_url(self):
        return self.record.get_absolute_url()


class MeetingSeriesPlace(OfMeeting, CharterEditPage):
    """A meeting that was logged by itself is put into a series, or taken out of one."""

    rule_name = "agreements.edit_series"
    form_class = SeriesPlaceForm
    title = gettext_lazy("The series of the meeting")
    note = gettext_lazy(
        "Open topics and questions of a meeting follow to the next one of its series."
    )
    submit_label = gettext_lazy("Save the series")
    success_message = gettext_lazy("The series of the meeting is saved.")

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.place_in_series(
            meeting=self.record, by=self.request.user, **form.cleaned_data
        )


class MeetingReschedule(OfMeeting, CharterEditPage):
    """Another day for one planned meeting."""

    rule_name = "agreements.edit_meeting"
    form_class = RescheduleForm
    title = gettext_lazy("Move the meeting")
    note = gettext_lazy("Whoever has answered the invitation is asked again.")
    submit_label = gettext_lazy("Move the meeting")
    success_message = gettext_lazy("The meeting is moved.")

    def get_lead(self):
        when = transitions.when_in_words(
            self.record.held_on, self.record.starts_at, self.record.ends_at, self.record.zone
        )
        return f"{self.record.title}: {when}"

    def carry_out(self, form):
        return transitions.reschedule(
            meeting=self.record, by=self.request.user, **form.cleaned_data
        )
