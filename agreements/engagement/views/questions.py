"""Questions, and the joint findings that close them."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration
from agreements.engagement.forms.discovery import (
    ContributionForm,
    FindingEditForm,
    FindingForm,
    QuestionEditForm,
    QuestionForm,
)
from agreements.engagement.models import FindingContribution, JointFinding, Question
from agreements.engagement.transitions import questions
from agreements.engagement.views.discovery_base import (
    DiscoveryEditPage,
    DiscoveryFormPage,
    DiscoveryMove,
    FromElsewhereMixin,
)
from collabgov.kit.ids import as_id


class QuestionCreate(FromElsewhereMixin, DiscoveryFormPage):
    model = Collaboration
    form_class = QuestionForm
    anchor = "questions"
    title = _("Raise a question")
    lead = _("What nobody knows for sure yet. It stays open until the parties find it out.")
    submit_label = _("Raise it")
    success_message = _("The question is raised.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "parties": self.may_write_for()}

    def raised_on(self):
        """On the day of its meeting; about one still to come, today."""
        return min(self.meeting.held_on, timezone.localdate()) if self.meeting else None

    def carry_out(self, form):
        return questions.raise_question(
            by=self.request.user,
            meeting=self.meeting,
            agenda_item=self.topic,
            raised_on=self.raised_on(),
            entry=self.entry,
            **form.cleaned_data,
        )


class OfQuestion:
    """A page about one question."""

    model = Question
    rule_name = "agreements.settle_question"
    related = ("collaboration", "raised_by__organization")
    anchor = "questions"


class QuestionEdit(OfQuestion, DiscoveryEditPage):
    form_class = QuestionEditForm
    title = _("Edit a question")
    submit_label = _("Save the question")
    success_message = _("The question is saved.")

    def carry_out(self, form):
        return questions.edit_question(
            question=self.record, by=self.request.user, **form.cleaned_data
        )


class QuestionDrop(OfQuestion, DiscoveryFormPage):
    form_class = ReasonForm
    title = _("Drop a question")
    note = _("For what nobody needs to know any more. It can be opened again.")
    submit_label = _("Drop it")
    success_message = _("The question is dropped.")

    def get_lead(self):
        return self.record.text

    def carry_out(self, form):
        return questions.drop_question(
            question=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class QuestionMove(OfQuestion, DiscoveryMove):
    """It is asked again after all."""

    verbs = {"reopen": (questions.reopen_question, _("The question is open again."))}

    def carry_out(self, verb):
        verb(question=self.record, by=self.request.user)


class FindingCreate(FromElsewhereMixin, DiscoveryFormPage):
    model = Collaboration
    form_class = FindingForm
    anchor = "findings"
    title = _("Record a joint finding")
    lead = _("What at least two parties found out together.")
    submit_label = _("Record the finding")
    success_message = _("The joint finding is recorded.")

    def get_form_kwargs(self):
        facts = {"collaboration": self.collaboration, "parties": self.parties()}
        return {**super().get_form_kwargs(), **facts}

    def get_initial(self):
        question = as_id(self.request.GET.get("question", ""))
        own = [party.pk for party in self.own_parties()]
        return {"question": question, "contributors": own}

    def carry_out(self, form):
        return questions.record_finding(
            collaboration=self.record,
            by=self.request.user,
            meeting=self.meeting,
            found_on=self.meeting.held_on if self.meeting else None,
            **form.cleaned_data,
        )


class OfFinding:
    """A page about one joint finding."""

    model = JointFinding
    rule_name = "agreements.edit_finding"
    related = ("collaboration",)
    anchor = "findings"


class FindingEdit(OfFinding, DiscoveryEditPage):
    form_class = FindingEditForm
    title = _("Edit a joint finding")
    submit_label = _("Save the finding")
    success_message = _("The finding is saved.")

    def carry_out(self, form):
        return questions.edit_finding(
            finding=self.record, by=self.request.user, **form.cleaned_data
        )


class ContributionCreate(OfFinding, DiscoveryFormPage):
    form_class = ContributionForm
    title = _("Add a contribution")
    submit_label = _("Add it")
    success_message = _("The contribution is added.")

    def get_lead(self):
        return self.record.text

    def get_form_kwargs(self):
        there = self.record.contributions.values("party")
        return {**super().get_form_kwargs(), "parties": self.parties().exclude(pk__in=there)}

    def carry_out(self, form):
        return questions.add_contribution(
            finding=self.record, by=self.request.user, **form.cleaned_data
        )


class ContributionRemove(DiscoveryFormPage):
    """Asks once."""

    model = FindingContribution
    rule_name = "agreements.remove_contribution"
    related = ("finding__collaboration", "party__organization")
    anchor = "findings"
    form_class = ConfirmForm
    title = _("Remove a contribution")
    note = _("At least two parties stay in any case. The history keeps what was said.")
    is_final = True
    submit_label = _("Remove it")
    success_message = _("The contribution is removed.")

    def get_lead(self):
        return f"{self.record.party.organization}: {self.record.finding.text}"

    def carry_out(self, form):
        return questions.remove_contribution(contribution=self.record, by=self.request.user)
