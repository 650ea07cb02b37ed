"""The page of an account: who, in which role, what it may do, and what admins may change."""

from django.views.generic import DetailView

from actors.accounts.sessions import sessions_of
from actors.models import User
from collabgov.kit.access import VisibleRowsMixin
from dashboards.accounts.facts import standings_of


class AccountPage(VisibleRowsMixin, DetailView):
    model = User
    template_name = "dashboards/accounts/account.html"
    context_object_name = "account"

    def get_queryset(self):
        return super().get_queryset().for_list().with_second_factor()

    def get_context_data(self, **kwargs):
        reader, account = self.request.user, self.object
        return super().get_context_data(
            standings=standings_of(account),
            sessions=sessions_of(account).count(),
            is_oneself=reader.pk == account.pk,
            may_change=reader.has_perm("actors.change_role", account),
            may_link=reader.has_perm("actors.link_account", account),
            may_see_list=reader.has_perm("actors.see_accounts"),
            **kwargs,
        )
