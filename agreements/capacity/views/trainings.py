"""Pages of trainings: the list, one training, and a page for each verb."""

from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_filters import TrainingFilter
from agreements.capacity.arrangement_page import TRAINING_STEPS
from agreements.capacity.exports import training_table
from agreements.capacity.forms.pledges import ReasonForm
from agreements.capacity.forms.trainings import HoldForm, TrainingForm
from agreements.capacity.models import Training
from agreements.capacity.transitions import trainings
from agreements.capacity.views.arrangements import (
    ArrangementDetail,
    ArrangementEdit,
    ArrangementList,
    InCollaboration,
)
from agreements.capacity.views.base import CapacityForm


class TrainingList(ArrangementList):
    """Who taught whom what, and how many came."""

    model = Training
    template_name = "agreements/capacity/training_list.html"
    partial_name = "agreements/capacity/_trainings.html"
    export_name = _("trainings")
    export_table = staticmethod(training_table)
    context_object_name = "trainings"
    filter_class = TrainingFilter
    add_rule = "agreements.plan_training"


class TrainingDetail(ArrangementDetail):
    model = Training
    template_name = "agreements/capacity/training_detail.html"
    steps = TRAINING_STEPS


class TrainingCreate(InCollaboration):
    rule_name = "agreements.plan_training"
    form_class = TrainingForm
    list_name = "agreements:training-list"
    title = _("Record a training")
    note = _("Planned or held already; how many came is told afterwards.")
    submit_label = _("Record the training")
    success_message = _("The training is on the list.")

    def carry_out(self, form):
        return trainings.plan_training(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class TrainingEdit(ArrangementEdit):
    model = Training
    rule_name = "agreements.keep_training"
    form_class = TrainingForm
    title = _("Change the training")
    submit_label = _("Save the change")
    success_message = _("The training is changed.")

    def carry_out(self, form):
        return trainings.edit_training(
            training=self.record, by=self.request.user, **form.cleaned_data
        )


class OfTraining:
    """A page about one training."""

    model = Training
    related = ("collaboration", "giver")
    rule_name = "agreements.keep_training"


class TrainingHold(OfTraining, CapacityForm):
    form_class = HoldForm
    title = _("Say how the training went")
    submit_label = _("Record that it was held")
    success_message = _("The training is on record as held.")
    is_final = True

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "training": self.record}

    def carry_out(self, form):
        return trainings.hold_training(
            training=self.record, by=self.request.user, **form.cleaned_data
        )


class TrainingCancel(OfTraining, CapacityForm):
    form_class = ReasonForm
    title = _("Cancel the training")
    submit_label = _("Cancel the training")
    success_message = _("The training is cancelled.")
    is_final = True

    def carry_out(self, form):
        return trainings.cancel_training(
            training=self.record, by=self.request.user, **form.cleaned_data
        )
