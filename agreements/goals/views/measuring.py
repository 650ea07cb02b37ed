"""The page of one value and what people do with it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, View

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.views.base import CharterFormPage, CharterPage
from agreements.goals.forms.measuring import CorrectForm, FigureForm, NewValueForm
from agreements.goals.forms.rivalries import TellForm
from agreements.goals.measure_page import facts_of, headline
from agreements.goals.models import Indicator, Measurement
from agreements.goals.rules import collaboration_of
from agreements.goals.states import MeasurementState
from agreements.goals.transitions import measurements, rivalries
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.errors import Refused
from collabgov.kit.ids import as_id

BEHIND = ("indicator__goal__collaboration", "party__organization", "party__collaboration", "region")


class MeasurementDetail(VisibleRowsMixin, DetailView):
    """One value: the figure, who says so, who checked it, what others say, its history."""

    model = Measurement
    template_name = "agreements/goals/measurement_detail.html"
    context_object_name = "measurement"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class MeasurementPage(CharterPage):
    """A verb about one value; afterwards it leads back to it, or to the list that asked."""

    model = Measurement
    related = BEHIND
    find_collaboration = staticmethod(collaboration_of)

    def get_success_url(self):
        asked = self.request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(
            asked, self.request.get_host(), require_https=self.request.is_secure()
        )
        return asked if is_ours else self.after()

    def after(self):
        """The value; the new one where it was corrected."""
        made = self.object if isinstance(self.object, Measurement) else self.record
        return made.get_absolute_url()


class MeasurementButton(MeasurementPage, View):
    """A verb that asks nothing; the form carries the version that was looked at."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            version = as_id(request.POST.get("version"))
            self.verb(measurement=self.record, by=request.user, version=version)
        except (Refused, ValidationError) as refusal:
            for sentence in getattr(refusal, "messages", [str(refusal)]):
                messages.error(request, sentence)
        else:
            messages.success(request, self.said)
        return redirect(self.get_success_url())


class MeasurementSubmit(MeasurementButton):
    rule_name = "agreements.report_measurement"
    verb = staticmethod(measurements.submit)
    said = _("The value is submitted. Somebody else verifies it now.")


class MeasurementVerify(MeasurementButton):
    rule_name = "agreements.verify_measurement"
    verb = staticmethod(measurements.verify)
    said = _("The value is verified: it counts from now on.")


class MeasurementFormPage(MeasurementPage, CharterFormPage):
    """A verb that asks; the value stands above the form."""

    template_name = "agreements/goals/measurement_form.html"

    def get_lead(self):
        return headline(self.record)


class MeasurementReason(MeasurementFormPage):
    """A verb that asks why; `word` is what the verb calls it."""

    form_class = ReasonForm
    word = "reason"

    def carry_out(self, form):
        why = {self.word: form.cleaned_data["reason"]}
        return self.verb(measurement=self.record, by=self.request.user, **why)


class MeasurementReturn(MeasurementReason):
    rule_name = "agreements.verify_measurement"
    verb = staticmethod(measurements.give_back)
    word = "note"
    title = _("Return the value")
    note = _("The party reads what is missing and reports again.")
    submit_label = _("Return it")
    success_message = _("The value is returned to the party.")


class MeasurementDispute(MeasurementReason):
    rule_name = "agreements.dispute_measurement"
    verb = staticmethod(measurements.dispute)
    title = _("Dispute the value")
    note = _("Until the dispute is settled the value does not count; it is counted beside.")
    submit_label = _("Dispute it")
    success_message = _("The value is disputed and does not count until that is settled.")


class MeasurementSettle(MeasurementReason):
    rule_name = "agreements.settle_measurement"
    verb = staticmethod(measurements.settle)
    word = "resolution"
    title = _("Settle the dispute")
    note = _(
        "The value stands as it is, and waits for verification again. "
        "A wrong one is corrected by its party instead."
    )
    submit_label = _("The value stands")
    success_message = _("The dispute is settled. The value waits for verification again.")


class RivalryRaise(MeasurementFormPage):
    """A figure from elsewhere, with its source, beside this one."""

    rule_name = "agreements.raise_rivalry"
    form_class = TellForm
    title = _("Put another figure beside it")
    note = _(
        "Until somebody resolves it, no figure for this period counts. "
        "A party that has a figure of its own reports it as its value instead."
    )
    submit_label = _("Put the figures side by side")
    success_message = _("The figures stand side by side until somebody resolves it.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "indicator": self.record.indicator}

    def carry_out(self, form):
        said = form.cleaned_data
        return rivalries.raise_rivalry(measurement=self.record, by=self.request.user, **said)

    def after(self):
        return (self.object or self.record).get_absolute_url()


class MeasurementDiscard(MeasurementFormPage):
    """Asks once."""

    rule_name = "agreements.report_measurement"
    form_class = ConfirmForm
    title = _("Throw the draft away")
    is_final = True
    submit_label = _("Throw it away")
    success_message = _("The draft is thrown away.")

    def carry_out(self, form):
        measurements.discard(measurement=self.record, by=self.request.user)

    def after(self):
        is_gone = not Measurement.objects.filter(pk=self.record.pk).exists()
        return (self.record.indicator if is_gone else self.record).get_absolute_url()


class MeasurementEdit(MeasurementFormPage):
    """A draft with its source, evidence and note."""

    rule_name = "agreements.report_measurement"
    form_class = FigureForm
    title = _("Edit the draft")
    submit_label = _("Save the draft")
    success_message = _("The draft is saved. Submit it when it is complete.")

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "measurement": self.record,
            "user": self.request.user,
        }

    def carry_out(self, form):
        slot = ("indicator", "party", "region", "starts_on", "ends_on")
        return measurements.enter(
            by=self.request.user,
            **{name: getattr(self.record, name) for name in slot},
            **form.cleaned_data,
        )


class MeasurementCreate(CharterFormPage):
    """One value with its source and evidence; also for what is measured only once."""

    model = Indicator
    related = ("goal__collaboration",)
    find_collaboration = staticmethod(collaboration_of)
    rule_name = "agreements.enter_measurement"
    template_name = "agreements/goals/measurement_form.html"
    form_class = NewValueForm
    title = _("Enter a value")
    submit_label = _("Save as a draft")
    success_message = _("The draft is saved. Submit it when it is complete.")

    def get_lead(self):
        return self.record.name

    def get_form_kwargs(self):
        blank = Measurement(indicator=self.record)
        return {**super().get_form_kwargs(), "measurement": blank, "user": self.request.user}

    def carry_out(self, form):
        said = {**form.without_version, "version": 0}
        return measurements.enter(indicator=self.record, by=self.request.user, **said)

    def get_success_url(self):
        made = self.object if isinstance(self.object, Measurement) else self.record
        return made.get_absolute_url()


class MeasurementCorrect(MeasurementEdit):
    form_class = CorrectForm
    title = _("Correct the value")
    submit_label = _("Submit the correction")

    @property
    def note(self):
        if self.record.state == MeasurementState.VERIFIED:
            return _(
                "As soon as you submit it, the verified figure no longer counts, and nothing "
                "counts in its place until somebody verifies the new one. "
                "The old one stays readable."
            )
        return _(
            "A new value takes its place and waits for verification; the old one stays readable."
        )

    success_message = _("The correction is submitted. Somebody else verifies it now.")

    def carry_out(self, form):
        return measurements.correct(
            measurement=self.record, by=self.request.user, **form.without_version
        )
