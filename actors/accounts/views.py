"""Signing in and out, one's own profile and language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth_views
from django.http import HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse_lazy
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from actors.accounts import transitions
from actors.accounts.demo import demo_accounts
from actors.accounts.forms import PreferencesForm, SignInForm
from actors.accounts.models import Language
from collabgov.kit.access import OwnPageMixin, PublicMixin
from collabgov.kit.pages import VerbFormMixin
from collabgov.kit.unsent import carried_by

ONE_YEAR = 365 * 24 * 3600


class SignIn(PublicMixin, auth_views.LoginView):
    form_class = SignInForm
    template_name = "accounts/login.html"
    redirect_authenticated_user = True
    unsent = None

    @classmethod
    def ask(cls, request, unsent):
        """Answer a form that came without a sign-in: the sign-in page carries it."""
        page = cls(unsent=unsent)
        page.setup(request)
        response = page.render_to_response(page.get_context_data(form=cls.form_class(request)))
        add_never_cache_headers(response)
        return response

    def dispatch(self, request, *args, **kwargs):
        self.unsent = carried_by(request)
        if self.unsent and request.user.is_authenticated:  # signed in meanwhile, in another tab
            return offer_to_send(request, self.unsent)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        response = super().form_valid(form)
        return offer_to_send(self.request, self.unsent) if self.unsent else response

    def get_redirect_url(self):
        """Where one was going; back to this very page is nowhere, and means home."""
        asked = super().get_redirect_url()
        return "" if urlsplit(asked).path == self.request.path else asked

    def get_context_data(self, **kwargs):
        kwargs["unsent"] = self.unsent
        accounts = demo_accounts() if settings.DEMO else ()
        context = super().get_context_data(demo_accounts=accounts, **kwargs)
        return {**context, "site_name": settings.SITE_NAME}  # Django names the host instead


def offer_to_send(request, unsent):
    """Show what was typed before the sign-in, and one button that sends it."""
    language = request.user.language
    with translation.override(language):
        response = render(request, "accounts/send_again.html", {"unsent": unsent})
    response.headers["Content-Language"] = language
    add_never_cache_headers(response)
    return response


class SignOut(OwnPageMixin, auth_views.LogoutView):
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        language = request.user.language
        response = super().post(request, *args, **kwargs)
        with translation.override(language):
            messages.success(request, _("You are signed out."))
        remember_language(response, request, language)
        return response


class Profile(VerbFormMixin, OwnPageMixin, FormView):
    form_class = PreferencesForm
    template_name = "accounts/profile.html"
    success_url = reverse_lazy("accounts:profile")

    def get_initial(self):
        user = self.request.user
        return {"language": user.language, "time_zone": user.time_zone}

    def carry_out(self, form):
        user = self.request.user
        saved = transitions.set_preferences(user=user, by=user, **form.cleaned_data)
        with translation.override(saved.language):
            messages.success(self.request, _("Your preferences are saved."))
        return saved


class SetLanguage(PublicMixin, View):
    """The switch in the header: kept in the account and in a cookie, so it holds signed out too."""

    http_method_names = ["post"]

    def post(self, request):
        response = HttpResponseRedirect(self.get_next())
        language = request.POST.get("language")
        if language in Language.values:
            if request.user.is_authenticated:
                transitions.set_preferences(user=request.user, by=request.user, language=language)
            remember_language(response, request, language)
        return response

    def get_next(self):
        asked = self.request.POST.get("next", "")
        is_safe = url_has_allowed_host_and_scheme(
            asked, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )
        return asked if is_safe else resolve_url(settings.LOGIN_REDIRECT_URL)


def remember_language(response, request, language):
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=ONE_YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
