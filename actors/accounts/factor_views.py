"""The second factor: what there is, adding an app or a passkey, taking one away, recovery codes."""

import ipaddress
import json

from allauth.account.views import ReauthenticateView
from allauth.mfa.base import views as base_views
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes_views
from allauth.mfa.recovery_codes.internal.flows import can_generate_recovery_codes
from allauth.mfa.totp import views as app_views
from allauth.mfa.webauthn import views as passkey_views
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from actors.accounts import factor_forms as forms
from actors.accounts.codes import use_up
from actors.accounts.duties import has_duty, must_set_up
from actors.accounts.factor_adapter import FactorAdapter
from actors.accounts.forms import CodeAgainForm, PasswordAgainForm
from collabgov.kit.access import OwnPageMixin


class FactorPageMixin(OwnPageMixin):
    """A page of one's own factors; it opens although a factor is still asked for."""

    opens_before_second_factor = True


class PasskeyPageMixin(FactorPageMixin):
    """What the browser is to ask the passkey stands in a data attribute."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        question = context.get("js_data", {})
        return {**context, "passkey_question": json.dumps(question, default=dict)}


class Security(FactorPageMixin, base_views.IndexView):
    template_name = "accounts/security.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user = self.request.user
        found = context["authenticators"]
        codes = found.get(Authenticator.Type.RECOVERY_CODES)
        return {
            **context,
            "app": found.get(Authenticator.Type.TOTP),
            "passkeys": found.get(Authenticator.Type.WEBAUTHN, []),
            "codes_left": len(codes.get_unused_codes()) if codes else 0,
            "has_codes": codes is not None,
            "is_required": settings.MFA_REQUIRED and has_duty(user),
            "must_set_up": must_set_up(user),
            "passkeys_work": is_a_name(self.request.get_host()),
        }


def is_a_name(host):
    """Whether browsers take passkeys for this host; they take none for a bare address."""
    try:
        ipaddress.ip_address(host.partition(":")[0] if host.count(":") == 1 else host.strip("[]"))
    except ValueError:
        return "]" not in host
    return False


class AddApp(FactorPageMixin, app_views.ActivateTOTPView):
    form_class = forms.AddAppForm
    template_name = "accounts/add_app.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        use_up(self.request.user, form.cleaned_data["code"])
        messages.success(self.request, _("Your authenticator app is set up."))
        return response


class RemoveApp(FactorPageMixin, app_views.DeactivateTOTPView):
    form_class = forms.RemoveAppForm
    template_name = "accounts/remove_app.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("The authenticator app is no longer asked for."))
        return response


class AddPasskey(PasskeyPageMixin, passkey_views.AddWebAuthnView):
    form_class = forms.AddPasskeyForm
    template_name = "accounts/add_passkey.html"

    def get_context_data(self, **kwargs):
        """Allauth's page makes a fresh form of it and forgets what was wrong."""
        return {**super().get_context_data(**kwargs), **kwargs}

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Your passkey is set up."))
        return response


class RenamePasskey(FactorPageMixin, passkey_views.EditWebAuthnView):
    form_class = forms.RenamePasskeyForm
    template_name = "accounts/rename_passkey.html"

    def get_success_url(self):
        return redirect("mfa_index").url


class RemovePasskey(FactorPageMixin, passkey_views.RemoveWebAuthnView):
    template_name = "accounts/remove_passkey.html"

    def get_success_url(self):
        return redirect("mfa_index").url

    def get_context_data(self, **kwargs):
        may_go = FactorAdapter().can_delete_authenticator(self.object)
        return super().get_context_data(may_go=may_go, **kwargs)

    def form_valid(self, form):
        """Allauth asks whether the last one may go for apps only."""
        if not FactorAdapter().can_delete_authenticator(self.get_object()):
            raise PermissionDenied
        response = super().form_valid(form)
        messages.success(self.request, _("The passkey is removed."))
        return response


class RecoveryCodes(FactorPageMixin, codes_views.ViewRecoveryCodesView):
    template_name = "accounts/recovery_codes.html"


class NewRecoveryCodes(FactorPageMixin, codes_views.GenerateRecoveryCodesView):
    template_name = "accounts/new_recovery_codes.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not can_generate_recovery_codes(request.user):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)


class DownloadRecoveryCodes(FactorPageMixin, codes_views.DownloadRecoveryCodesView):
    template_name = "accounts/recovery_codes.txt"


class PasswordAgain(FactorPageMixin, ReauthenticateView):
    form_class = PasswordAgainForm
    template_name = "accounts/password_again.html"


class CodeAgain(FactorPageMixin, base_views.ReauthenticateView):
    form_class = CodeAgainForm
    template_name = "accounts/code_again.html"


class PasskeyAgain(PasskeyPageMixin, passkey_views.ReauthenticateWebAuthnView):
    form_class = forms.PasskeyAgainForm
    template_name = "accounts/passkey_again.html"

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), **kwargs}

    def form_invalid(self, form):
        """Allauth leads to the sign-in page and home; here one may try again."""
        return self.render_to_response(self.get_context_data(form=form))
