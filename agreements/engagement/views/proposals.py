"""Proposals: put one before the others, answer it, write it anew."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration
from agreements.engagement.discovery_kinds import ProposalState
from agreements.engagement.forms.proposal_filter import ProposalFilter
from agreements.engagement.forms.proposals import (
    AcceptForm,
    CameToForm,
    ProposalEditForm,
    ProposalForm,
    ReturnForm,
)
from agreements.engagement.models import Decision, Proposal
from agreements.engagement.proposal_page import facts_of
from agreements.engagement.rules.discovery import is_the_partys_own_word, takes_part_today
from agreements.engagement.transitions import proposals
from agreements.engagement.views.discovery_base import (
    DiscoveryEditPage,
    DiscoveryFormPage,
    FromElsewhereMixin,
)
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin
from collabgov.kit.seen import SeenMixin


class ProposalList(PartialMixin, VisibleRowsMixin, ListView):
    """What parties propose, in every collaboration that the reader sees, the newest first."""

    model = Proposal
    template_name = "agreements/engagement/proposal_list.html"
    partial_name = "agreements/engagement/_proposals.html"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return ProposalFilter(self.request.GET, user=self.request.user)

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_page()

    def get_context_data(self, **kwargs):
        return super().get_context_data(filter=self.filter, **kwargs)


class ProposalDetail(VisibleRowsMixin, DetailView):
    """What is proposed, what was answered, and every wording it had."""

    model = Proposal
    template_name = "agreements/engagement/proposal_detail.html"
    context_object_name = "proposal"

    def get_queryset(self):
        rows = super().get_queryset().for_page()
        return rows.select_related(
            "collaboration",
            "from_party__organization",
            "to_party__organization",
            "answered_by__person",
            "recorded_by__person",
            "decision__meeting",
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class ProposalCreate(FromElsewhereMixin, DiscoveryFormPage):
    model = Collaboration
    rule_name = "agreements.make_proposal"
    form_class = ProposalForm
    anchor = "proposals"
    title = _("Make a proposal")
    lead = _("A planning concept, an idea or an opportunity that you put before the others.")
    submit_label = _("Submit the proposal")
    success_message = _("The proposal is submitted.")

    def get_form_kwargs(self):
        facts = {"own": self.own_parties(), "parties": self.parties()}
        return {**super().get_form_kwargs(), **facts}

    def get_initial(self):
        said = super().get_initial()
        if self.entry is not None:
            said["title"] = self.entry.text[:200]
            said["from_party"] = self.entry.party_id
        return said

    def carry_out(self, form):
        return proposals.submit_proposal(
            by=self.request.user, entry=self.entry, **form.cleaned_data
        )


class OfProposal:
    """A page about one proposal; it leads back to its own page."""

    model = Proposal
    related = ("collaboration", "from_party__organization", "to_party__organization")

    def get_lead(self):
        return self.record.title

    def get_success_url(self):
        return self.record.get_absolute_url()


class ProposalEdit(OfProposal, DiscoveryEditPage):
    rule_name = "agreements.rework_proposal"
    form_class = ProposalEditForm
    title = _("Write a proposal anew")
    note = _("One that was returned is submitted again. The history keeps the words it had.")
    submit_label = _("Submit it")
    success_message = _("The proposal is submitted.")

    def carry_out(self, form):
        return proposals.rework_proposal(
            proposal=self.record, by=self.request.user, **form.cleaned_data
        )


class AnswerPage(SeenMixin, OfProposal, DiscoveryFormPage):
    """Says for whom the answer is where it is not the reader's own party; what is right stays."""

    rule_name = "agreements.answer_proposal"
    target = None

    def get_initial(self):
        said = super().get_initial()
        return said | {"answer": self.record.answer} if self.record.state == self.target else said

    @property
    def note(self):
        party = self.record.to_party
        if party is None or is_the_partys_own_word(self.request.user, self.record):
            return ""
        return self._for_whom(party) % {"name": party.organization.name}

    @staticmethod
    def _for_whom(party):
        if not takes_part_today(party):
            return _(
                "%(name)s does not take part at the moment, so you answer on its behalf. The "
                "answer stays marked until the party confirms or corrects it."
            )
        return _(
            "Nobody can answer for %(name)s here, so you answer on its behalf. The answer stays "
            "marked until the party confirms or corrects it."
        )


class ProposalAccept(AnswerPage):
    target = ProposalState.ACCEPTED
    form_class = AcceptForm
    title = _("Accept a proposal")
    submit_label = _("Accept it")
    success_message = _("The proposal is accepted.")

    def carry_out(self, form):
        return proposals.accept_proposal(
            proposal=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )


class ProposalReturn(AnswerPage):
    target = ProposalState.RETURNED
    form_class = ReturnForm
    title = _("Return a proposal")
    submit_label = _("Return it")
    success_message = _("The proposal is returned.")

    def carry_out(self, form):
        words = form.cleaned_data["answer"]
        return proposals.return_proposal(
            proposal=self.record, by=self.request.user, reason=words, seen=self.seen
        )


class ProposalWithdraw(OfProposal, DiscoveryFormPage):
    """Asks once."""

    rule_name = "agreements.rework_proposal"
    form_class = ConfirmForm
    title = _("Withdraw a proposal")
    note = _("It stays readable, and nobody answers it any more.")
    is_final = True
    submit_label = _("Withdraw it")
    success_message = _("The proposal is withdrawn.")

    def carry_out(self, form):
        return proposals.withdraw_proposal(proposal=self.record, by=self.request.user)


class ProposalDecision(OfProposal, DiscoveryFormPage):
    rule_name = "agreements.run_discovery"
    form_class = CameToForm
    title = _("Name the decision that came of it")
    submit_label = _("Name the decision")
    success_message = _("The proposal names its decision.")

    def get_form_kwargs(self):
        rows = Decision.objects.filter(meeting__collaboration=self.collaboration)
        return {**super().get_form_kwargs(), "decisions": rows.standing().for_list()}

    def carry_out(self, form):
        return proposals.link_decision(
            proposal=self.record, by=self.request.user, **form.cleaned_data
        )
