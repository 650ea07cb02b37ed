"""The list of accounts, and what admins change about one; its page is `dashboards:user`."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from django.views.generic.detail import SingleObjectMixin

from actors.accounts import transitions
from actors.accounts.factors import forget_factors
from actors.accounts.models import User
from actors.search.lists import RegisterList
from actors.users.export import exported
from actors.users.forms import AccountFilter, LinkForm, ReasonForm, RoleForm
from actors.users.transitions import send_password_link
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.errors import Refused
from collabgov.kit.pages import VerbFormMixin
from collabgov.kit.site import site_url


class UserList(SiteRuleMixin, RegisterList):
    rule_name = "actors.see_accounts"
    model = User
    filter_class = AccountFilter
    template_name = "actors/users/user_list.html"
    partial_name = "actors/users/_user_rows.html"
    context_object_name = "accounts"

    def export(self, kind):
        return exported(self.request, self.get_queryset(), kind)

    def get_queryset(self):
        rows = User.objects.visible_to(self.request.user).for_list().with_second_factor()
        return self.filter.narrow(rows.by_name())


class AccountVerb(RuleRequiredMixin, VerbFormMixin, SingleObjectMixin, FormView):
    """A page that asks for what a change needs, and why."""

    rule_name = "actors.change_role"
    model = User
    form_class = ReasonForm
    template_name = "actors/users/verb.html"
    context_object_name = "account"  # "user" is whoever reads the page

    @cached_property
    def object(self):
        return self.get_object()

    def get_queryset(self):
        return super().get_queryset().for_list()

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "account": self.object}

    def get_success_url(self):
        return self.object.get_absolute_url()

    def carry_out(self, form):
        facts = {"by": self.request.user, "request": self.request, **form.cleaned_data}
        return self.verb(user=self.object, **facts)


class UserRole(AccountVerb):
    form_class = RoleForm
    verb = staticmethod(transitions.change_role)
    template_name = "actors/users/role.html"
    success_message = gettext_lazy("The role is changed.")

    def get_initial(self):
        return {"role": self.object.role}


class UserLink(AccountVerb):
    rule_name = "actors.link_account"
    form_class = LinkForm
    verb = staticmethod(transitions.link)
    template_name = "actors/users/link.html"
    success_message = gettext_lazy("Person and organization are saved.")

    def get_initial(self):
        return {"person": self.object.person_id, "organization": self.object.organization_id}


class UserDeactivate(AccountVerb):
    verb = staticmethod(transitions.deactivate)
    template_name = "actors/users/deactivate.html"
    success_message = gettext_lazy("The account is closed, and signed out everywhere.")


class UserReactivate(AccountVerb):
    verb = staticmethod(transitions.reactivate)
    template_name = "actors/users/reactivate.html"
    success_message = gettext_lazy("The account is open again.")


class UserFactorReset(AccountVerb):
    verb = staticmethod(forget_factors)
    template_name = "actors/users/factor_reset.html"
    success_message = gettext_lazy(
        "The second factor is removed. At the next sign-in the password alone is asked for."
    )


class AccountButton(RuleRequiredMixin, SingleObjectMixin, View):
    """One click on the page of an account."""

    rule_name = "actors.change_role"
    model = User
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        user = self.get_object()
        self.carry_out(user)
        return redirect(user)


class UserSessionsEnd(AccountButton):
    def carry_out(self, user):
        transitions.sign_out_everywhere(user=user, by=self.request.user, request=self.request)
        messages.success(self.request, _("The account is signed out everywhere."))


class UserPasswordLink(AccountButton):
    def carry_out(self, user):
        asked = {"by": self.request.user, "site": site_url(self.request), "request": self.request}
        try:
            sent = send_password_link(user=user, **asked)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return
        if sent:
            messages.success(
                self.request, _("A link for a new password is on its way to %s.") % user.email
            )
        else:
            messages.error(
                self.request, _("The mail server did not take the mail. Try again later.")
            )
