"""The pages of taking a person or an organization out of use: what ends, what stays, and why."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from actors.models import Organization, Person, User
from actors.organizations.transitions import set_active
from agreements.action.states import CommitmentState
from agreements.charter.states import CollaborationState, PartyState
from agreements.handover import transitions
from agreements.handover.facts import Facts
from agreements.handover.forms import LeaveForm
from agreements.handover.providers import open_lines, representation
from agreements.handover.views import after_leaving
from agreements.models import Commitment, Party
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.pages import VerbFormMixin

MOST_SHOWN = 30


class OutOfUse(RuleRequiredMixin, VerbFormMixin, SingleObjectMixin, FormView):
    """A page before the verb; whoever is out of use already has none."""

    rule_name = "actors.manage_register"
    form_class = LeaveForm
    asks_for_reason = True

    @cached_property
    def object(self):
        return self.get_object()

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        return answer if self.object.is_active else redirect(self.object)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "is_required": self.asks_for_reason}

    def get_context_data(self, **kwargs):
        heading = self.heading % {"name": self.object}
        return super().get_context_data(heading=heading, button=self.button, **kwargs)


class PersonLeave(OutOfUse):
    model = Person
    context_object_name = "person"
    template_name = "agreements/handover/person_leave.html"
    heading = _("Mark %(name)s as no longer active")
    button = _("Mark as no longer active")
    success_message = _("No longer active. Their past stays.")

    @cached_property
    def account(self):
        return User.objects.active().filter(person=self.object).first()

    @property
    def asks_for_reason(self):
        return self.account is not None

    def get_context_data(self, **kwargs):
        facts = Facts.of(self.object, self.request.user)
        ending = list(representation(facts))
        known = {line.key for line in ending}
        staying = [line for line in open_lines(facts) if line.key not in known]
        lines = {"ending": ending, "staying": staying, "account": self.account}
        return super().get_context_data(**lines, **kwargs)

    def carry_out(self, form):
        return transitions.take_out_of_use(
            person=self.object,
            by=self.request.user,
            reason=form.cleaned_data["reason"],
            request=self.request,
        )

    def get_success_url(self):
        return after_leaving(self.object, self.request.user)


class OrganizationLeave(OutOfUse):
    model = Organization
    context_object_name = "organization"
    template_name = "agreements/handover/organization_leave.html"
    heading = _("Take %(name)s out of use")
    button = _("Take out of use")
    success_message = _("No longer in use. Its past stays.")

    def get_context_data(self, **kwargs):
        parties = still_taking_part(self.object, self.request.user)
        return super().get_context_data(
            parties=parties[:MOST_SHOWN],
            parties_count=parties.count(),
            figures=what_stays(self.object, self.request.user),
            **kwargs,
        )

    def carry_out(self, form):
        return set_active(
            organization=self.object,
            by=self.request.user,
            is_active=False,
            reason=form.cleaned_data["reason"],
        )

    def get_success_url(self):
        return self.object.get_absolute_url()


def still_taking_part(organization, user):
    """Where it takes part, is invited or is thought of."""
    rows = Party.objects.visible_to(user).filter(organization=organization)
    rows = rows.exclude(state=PartyState.LEFT)
    rows = rows.exclude(collaboration__state=CollaborationState.CLOSED)
    return rows.select_related("collaboration").order_by("collaboration__title", "pk")


def what_stays(organization, user):
    """(what, how many, the list that shows them), each counted as its list counts."""
    commitments = Commitment.objects.visible_to(user).filter(organization=organization)
    named = f"organization={organization.pk}"
    promised = f"{reverse('agreements:commitment-list')}?{named}"
    found = (
        (_("Open commitments"), commitments.open(), f"{promised}&open=1"),
        (
            _("Commitments reported done, not yet confirmed"),
            commitments.filter(state=CommitmentState.REPORTED_DONE),
            f"{promised}&state=reported_done",
        ),
        (
            _("People with a post here today"),
            Person.objects.active().serving(organization),
            f"{reverse('actors:person-list')}?{named}",
        ),
        (
            _("Accounts that can sign in for it"),
            User.objects.active().filter(organization=organization),
            f"{reverse('actors:user-list')}?{named}",
        ),
        (_("Organizations within it"), organization.children.active(), ""),
    )
    return [(what, rows.count(), href) for what, rows, href in found]
