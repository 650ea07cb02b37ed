"""Signing in and out, one's own profile and language."""

import json
from urllib.parse import urlsplit

from allauth.account import views as account_views
from allauth.account.internal.flows.logout import logout
from allauth.account.internal.stagekit import get_pending_stage
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse_lazy
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from actors.accounts import devices, transitions
from actors.accounts.demo import demo_accounts
from actors.accounts.factor_forms import PasskeyForm
from actors.accounts.forms import CodeForm, PreferencesForm, SignInForm
from actors.accounts.models import Language
from actors.accounts.sessions import end_sessions
from actors.audit.recording import record_event
from collabgov.kit.access import OwnPageMixin, PublicMixin
from collabgov.kit.pages import VerbFormMixin
from collabgov.kit.unsent import carried_by

ONE_YEAR = 365 * 24 * 3600


class CarriesUnsentMixin:
    """A step of signing in: the form that came without a session goes along to the last one."""

    unsent = None

    def dispatch(self, request, *args, **kwargs):
        self.unsent = carried_by(request)
        if self.unsent and request.user.is_authenticated:  # signed in meanwhile, in another tab
            return offer_to_send(request, self.unsent)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        return self.go_on(super().form_valid(form))

    def go_on(self, response):
        """After a step that was right: in, or at the next step; what is carried comes along."""
        user = self.request.user
        if user.is_authenticated:
            answer = offer_to_send(self.request, self.unsent) if self.unsent else response
            devices.remember(self.request, answer, user)
            return answer
        if self.unsent and get_pending_stage(self.request):
            self.request.method = "GET"
            return SecondStep.as_view()(self.request)
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "unsent": self.unsent, "site_name": settings.SITE_NAME}


class SignIn(PublicMixin, CarriesUnsentMixin, account_views.LoginView):
    form_class = SignInForm
    template_name = "accounts/login.html"

    @classmethod
    def ask(cls, request, unsent):
        """Answer a form that came without a sign-in: the sign-in page carries it."""
        page = cls()
        page.setup(request)
        page.unsent = unsent
        form = cls.form_class(request=request)
        response = page.render_to_response(page.get_context_data(form=form))
        add_never_cache_headers(response)
        return response

    def get_next_url(self):
        """Where one was going; back to this very page is nowhere, and means home."""
        asked = super().get_next_url() or ""
        return None if urlsplit(asked).path == self.request.path else asked or None

    def get_authenticated_redirect_url(self):
        return self.get_next_url() or resolve_url(settings.LOGIN_REDIRECT_URL)

    def get_context_data(self, **kwargs):
        accounts = demo_accounts() if settings.DEMO else ()
        return super().get_context_data(
            demo_accounts=accounts,
            next=self.get_next_url() or "",
            sso_name=settings.OIDC_NAME if settings.OIDC_ISSUER else "",
            **kwargs,
        )


class SecondStep(PublicMixin, CarriesUnsentMixin, AuthenticateView):
    """The password was right; now the code or the passkey."""

    form_class = CodeForm
    webauthn_form_class = PasskeyForm
    template_name = "accounts/second_step.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        factors = Authenticator.objects.filter(user=self.stage.login.user)
        kinds = set(factors.values_list("type", flat=True))
        question = json.dumps(context.get("js_data", {}), default=dict)
        return {
            **context,
            "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
            "passkey_question": question,
        }


def offer_to_send(request, unsent):
    """Show what was typed before the sign-in, and one button that sends it."""
    language = request.user.language
    with translation.override(language):
        response = render(request, "accounts/send_again.html", {"unsent": unsent})
    response.headers["Content-Language"] = language
    add_never_cache_headers(response)
    return response


class SignOut(PublicMixin, View):
    """Ends the session, or a sign-in that got no further than its first step."""

    http_method_names = ["post"]
    opens_before_second_factor = True

    def post(self, request, *args, **kwargs):
        response = HttpResponseRedirect(resolve_url(settings.LOGOUT_REDIRECT_URL))
        if not request.user.is_authenticated:
            logout(request)
            return response
        language = request.user.language
        record_event("signed_out", request=request)
        end_sessions(request.user, only=request.session.session_key)
        logout(request)
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
    opens_before_second_factor = True

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
