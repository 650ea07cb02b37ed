"""Pages of invitations for admins: who was invited, inviting, sending again, revoking."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from django.views.generic.detail import SingleObjectMixin

from actors.importing.exporting import columns_of
from actors.invitations import transitions
from actors.invitations.forms import InvitationFilter, InviteForm
from actors.invitations.models import Invitation
from actors.search.lists import RegisterList
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.errors import Refused
from collabgov.kit.pages import VerbFormMixin
from collabgov.kit.site import site_url

invitation_table = columns_of(
    (gettext_lazy("State"), lambda row: row.get_state_display()),
    (gettext_lazy("Person"), lambda row: row.person.full_name),
    (gettext_lazy("Email"), lambda row: row.email),
    (gettext_lazy("Organization"), lambda row: row.organization.name if row.organization else ""),
    (gettext_lazy("Role"), lambda row: row.get_role_display()),
    (gettext_lazy("Invited by"), lambda row: str(row.invited_by)),
    (gettext_lazy("Invited on"), lambda row: row.created_at),
    (gettext_lazy("Last sent on"), lambda row: row.sent_at),
    (gettext_lazy("Link works until"), lambda row: row.expires_at),
    (gettext_lazy("Accepted on"), lambda row: row.accepted_at),
    (gettext_lazy("Revoked on"), lambda row: row.revoked_at),
)


class InvitationList(SiteRuleMixin, RegisterList):
    rule_name = "actors.see_accounts"
    model = Invitation
    filter_class = InvitationFilter
    template_name = "actors/invitations/invitation_list.html"
    partial_name = "actors/invitations/_invitation_rows.html"
    context_object_name = "invitations"
    export_name = gettext_lazy("invitations")
    export_table = staticmethod(invitation_table)


class Invite(SiteRuleMixin, VerbFormMixin, FormView):
    rule_name = "actors.manage_accounts"
    form_class = InviteForm
    template_name = "actors/invitations/invite.html"
    success_url = reverse_lazy("actors:invitation-list")

    def carry_out(self, form):
        invitation = transitions.invite(
            by=self.request.user,
            site=site_url(self.request),
            request=self.request,
            **form.fields_of_invitation,
        )
        say_whether_sent(self.request, invitation)
        return invitation


class InvitationVerb(RuleRequiredMixin, SingleObjectMixin, View):
    """One click on a row of the list."""

    rule_name = "actors.manage_accounts"
    model = Invitation
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            self.carry_out(self.get_object())
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("actors:invitation-list")


class InvitationSend(InvitationVerb):
    def carry_out(self, invitation):
        sent = transitions.send_again(
            invitation=invitation,
            by=self.request.user,
            site=site_url(self.request),
            request=self.request,
        )
        say_whether_sent(self.request, sent)


class InvitationRevoke(InvitationVerb):
    def carry_out(self, invitation):
        transitions.revoke(invitation=invitation, by=self.request.user, request=self.request)
        said = _("The invitation to %(email)s is revoked; its link no longer works.")
        messages.success(self.request, said % {"email": invitation.email})


def say_whether_sent(request, invitation):
    facts = {"email": invitation.email}
    if invitation.sent_at:
        messages.success(request, _("The invitation is on its way to %(email)s.") % facts)
        return
    text = _(
        "%(email)s is invited, but the mail server did not take the mail. "
        "Nothing is lost: send it again from here later."
    )
    messages.error(request, text % facts)
