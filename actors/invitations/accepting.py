"""The page behind the link of an invitation: public, and the link stays out of it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from actors.accounts.models import User
from actors.accounts.views import remember_language
from actors.invitations import transitions
from actors.invitations.forms import AcceptForm
from actors.invitations.models import Invitation, hash_of
from collabgov.kit.access import PublicMixin
from collabgov.kit.site import ORIGIN_ONLY

OPENED = "open"  # stands in the address for a link that the session remembers, as a hash
SESSION_KEY = "invitation"


class InvitationAccept(PublicMixin, FormView):
    """A link that works leads to the same page without it: no log, no referrer tells it on."""

    form_class = AcceptForm
    template_name = "actors/invitations/accept.html"
    success_url = reverse_lazy("accounts:login")

    def dispatch(self, request, *args, **kwargs):
        response = self._answer(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = ORIGIN_ONLY
        add_never_cache_headers(response)
        return response

    def _answer(self, request, *args, **kwargs):
        if self.kwargs["token"] != OPENED and self.invitation and not self.is_signed_in:
            request.session[SESSION_KEY] = self.token_hash
            response = redirect("actors:invitation-accept", OPENED)
            remember_language(response, request, self.invitation.language)
            return response
        if request.method == "POST" and (not self.invitation or self.is_signed_in):
            return self.render_to_response({"invitation": self.invitation})
        return super().dispatch(request, *args, **kwargs)

    @property
    def is_signed_in(self):
        return self.request.user.is_authenticated

    @cached_property
    def token_hash(self):
        token = self.kwargs["token"]
        return self.request.session.get(SESSION_KEY, "") if token == OPENED else hash_of(token)

    @cached_property
    def invitation(self):
        rows = Invitation.objects.usable().for_acceptance()
        return rows.filter(token_hash=self.token_hash).first()

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.future_account}

    @property
    def future_account(self):
        """Nobody yet: what a password must not resemble."""
        row = self.invitation
        return User(email=row.email, person=row.person) if row else User()

    def get_context_data(self, **kwargs):
        return super().get_context_data(invitation=self.invitation, **kwargs)

    def form_valid(self, form):
        password = form.cleaned_data["new_password1"]
        try:
            user = transitions.accept(
                token_hash=self.token_hash, password=password, request=self.request
            )
        except transitions.LinkDead:
            return self.render_to_response({"invitation": None})
        self.request.session.pop(SESSION_KEY, None)
        with translation.override(user.language):
            messages.success(self.request, _("Your account is open. Sign in with your password."))
        return redirect(self.get_success_url())
