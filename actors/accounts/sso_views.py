"""Single sign-on: away to the provider, and back with what it says."""

import hashlib

from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views import View
from requests import RequestException

from actors.accounts import devices
from actors.accounts.sign_on import nonce_of
from actors.accounts.sso import FAILED, refusal
from collabgov.kit.access import PublicMixin


class CheckedAdapter(OpenIDConnectOAuth2Adapter):
    """Believes an ID token by its signature, not by the line it came over, and only ours."""

    def _decode_id_token(self, app, id_token):
        self.did_fetch_access_token = False  # allauth then verifies the signature
        return super()._decode_id_token(app, id_token)

    def complete_login(self, request, app, token, **kwargs):
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("The provider sent no ID token.")
        if self.openid_config["issuer"].rstrip("/") != settings.OIDC_ISSUER:
            raise OAuth2Error("The provider calls itself by another name.")
        login = super().complete_login(request, app, token, **kwargs)
        # One subject of one issuer: another issuer's subject of that name is somebody else.
        whole = f"{settings.OIDC_ISSUER} {login.account.uid}"
        login.account.uid = hashlib.sha256(whole.encode()).hexdigest()
        return login


class SingleSignOnPage(PublicMixin, View):
    """Nothing of this exists on a site without single sign-on."""

    def provider(self, provider_id):
        if not settings.OIDC_ISSUER or provider_id != settings.OIDC_PROVIDER_ID:
            raise Http404
        return get_adapter().get_provider(self.request, provider_id)


class Start(SingleSignOnPage):
    """The button on the sign-in page."""

    http_method_names = ["post"]

    def post(self, request, provider_id):
        provider = self.provider(provider_id)
        pkce = provider.get_pkce_params()
        verifier = pkce.pop("code_verifier")
        adapter = CheckedAdapter(request, provider_id)
        try:
            client = adapter.get_client(request, provider.app)
            client.state = provider.stash_redirect_state(
                request, "login", get_next_redirect_url(request), pkce_code_verifier=verifier
            )
            where = client.get_redirect_url(
                adapter.authorize_url,
                provider.get_scope(),
                {**provider.get_auth_params(), **pkce, "nonce": nonce_of(verifier)},
            )
        except (RequestException, OAuth2Error, KeyError, ValueError):
            return refusal(request, FAILED, why="provider away", status=502)
        return away(request, where)


def away(request, where):
    """Leave by a page: the policy (form-action) lets no form end at another site, and rightly."""
    context = {"where": where, "sso_name": settings.OIDC_NAME}
    response = render(request, "accounts/sso_away.html", context)
    response.headers["Refresh"] = f"0; url={where}"
    add_never_cache_headers(response)
    return response


class Back(SingleSignOnPage):
    """The provider sends people here."""

    http_method_names = ["get"]

    def get(self, request, provider_id):
        self.provider(provider_id)
        answer = OAuth2CallbackView.adapter_view(CheckedAdapter(request, provider_id))
        try:
            response = answer(request)
        except ImmediateHttpResponse as error:
            response = error.response
        except (KeyError, ValueError, TypeError):
            response = refusal(request, FAILED, why="answer not understood", status=502)
        if request.user.is_authenticated:
            devices.remember(request, response, request.user)
        add_never_cache_headers(response)
        return response


class Cancelled(PublicMixin, View):
    """Somebody turned back at the provider."""

    http_method_names = ["get"]

    def get(self, request):
        messages.info(request, _("You did not sign in. You can try again, or use your password."))
        return redirect("accounts:login")
