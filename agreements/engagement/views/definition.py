"""The definition of the problem: its part of the collaboration, its versions, its positions."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.models import Collaboration
from agreements.charter.states import VersionState
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove, CharterPage
from agreements.charter.views.parts import PartPage
from agreements.charter.views.positions import PositionConfirmPage, PositionStatePage
from agreements.engagement.definition_page import (
    definition_of,
    open_positions,
    page_of,
    terms_of,
)
from agreements.engagement.forms.definition import AgreedForm, DefinitionForm
from agreements.engagement.models import DefinitionConsent, ProblemDefinition
from agreements.engagement.rules.definition import collaboration_of
from agreements.engagement.transitions import definition as verbs
from agreements.engagement.views.discovery_base import NamedInAddress
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.seen import SeenMixin


class DefinitionPart(PartPage):
    """What the parties agreed the problem is, what is being asked now, and the shared terms."""

    part = "definition"
    read = staticmethod(definition_of)
    template_name = "agreements/engagement/definition/part.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**terms_of(self.object), **kwargs)
        opened, may_edit = context["opened"], context["may_edit"]
        if opened is not None and opened.state == VersionState.FOR_CONSENT:
            context |= open_positions(opened, self.request.user, may_edit=may_edit)
        may_propose = self.request.user.has_perm("agreements.propose_term", self.object)
        return context | {
            "may_draft": may_edit and opened is None,
            "may_propose": may_propose,
        }


class DefinitionDetail(VisibleRowsMixin, DetailView):
    """One version: its words, what it changed, where each party stands, its history."""

    model = ProblemDefinition
    template_name = "agreements/engagement/definition/detail.html"
    context_object_name = "definition"

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration", "decision__meeting")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**page_of(self.object, self.request.user), **kwargs)


class DefiningPage(CharterPage):
    """A page about a version of the definition; afterwards it leads back to that version."""

    model = ProblemDefinition
    related = ("collaboration",)
    rule_name = "agreements.edit_definition"
    find_collaboration = staticmethod(collaboration_of)

    def get_success_url(self):
        page = self.home().get_absolute_url()
        return f"{page}#{self.anchor}" if self.anchor else page

    def home(self):
        return self.record


class DefinitionDraft(NamedInAddress, DefiningPage, CharterFormPage):
    """Begin a version: with what was agreed before, if anything, or with what was said then."""

    model = Collaboration
    related = ()
    form_class = DefinitionForm
    title = _("Define the problem")
    lead = _("What all parties work on: in words that each of them could say itself.")
    submit_label = _("Begin the draft")
    success_message = _("The draft is begun. Ask the parties when it is ready.")

    def get_initial(self):
        agreed = self.record.definitions.agreed().first()
        names = self.form_class._meta.fields
        said = {name: getattr(agreed, name) for name in names} if agreed else {}
        if self.entry is not None:
            before = said.get("text")
            said["text"] = f"{before}\n\n{self.entry.text}" if before else self.entry.text
        return said

    def get_lead(self):
        return str(self.entry.assessment) if self.entry is not None else self.lead

    def carry_out(self, form):
        return verbs.draft_definition(
            collaboration=self.record,
            by=self.request.user,
            entry=self.entry,
            **form.without_version,
        )

    def home(self):
        made = getattr(self, "object", None)
        return made if isinstance(made, ProblemDefinition) else self.record


class DefinitionEdit(DefiningPage, CharterEditPage):
    form_class = DefinitionForm
    title = _("Edit the definition")
    submit_label = _("Save the definition")
    success_message = _("The definition is saved.")

    def carry_out(self, form):
        return verbs.edit_definition(
            definition=self.record, by=self.request.user, **form.cleaned_data
        )


class DefinitionOffer(DefiningPage, CharterMove):
    """Ask the parties where they stand."""

    anchor = "positions"
    verbs = {"offer": (verbs.offer_definition, _("The parties are asked where they stand."))}

    def carry_out(self, verb):
        verb(definition=self.record, by=self.request.user)


class DefinitionRecall(DefiningPage, CharterFormPage):
    form_class = ReasonForm
    title = _("Call the definition back")
    note = _("It becomes a draft again. What the parties said is asked anew.")
    submit_label = _("Call it back")
    success_message = _("It is a draft again.")

    def carry_out(self, form):
        return verbs.recall_definition(
            definition=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )


class DefinitionAgree(DefiningPage, CharterFormPage):
    form_class = AgreedForm
    title = _("Record the agreement")
    note = _("From then on its words stay as they are. Another wording is a new version.")
    submit_label = _("Record the agreement")
    success_message = _("The definition is agreed.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}

    def carry_out(self, form):
        return verbs.agree_on_definition(
            definition=self.record, by=self.request.user, **form.cleaned_data
        )


class DefinitionPositionState(SeenMixin, PositionStatePage, DefiningPage, CharterFormPage):
    rule_name = "agreements.state_definition_position"

    def carry_out(self, form):
        return verbs.state_definition_position(
            definition=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )


class DefinitionPositionConfirm(SeenMixin, PositionConfirmPage, DefiningPage, CharterFormPage):
    model = DefinitionConsent
    related = ("definition__collaboration", "party__organization")
    rule_name = "agreements.state_definition_position"

    def home(self):
        return self.record.definition

    def carry_out(self, form):
        return verbs.confirm_definition_position(
            consent=self.record, by=self.request.user, seen=self.seen
        )
