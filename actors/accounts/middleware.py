"""Each request from somebody known, in their language and time zone."""

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import resolve_url
from django.utils import timezone, translation

from actors.accounts.views import SignIn
from collabgov.kit.unsent import page_of, unsent_of


class SignInMiddleware(LoginRequiredMiddleware):
    """Every page needs a sign-in; a form posted without one is carried through it.

    A part fetched by htmx is redirected as ever: the page that asked for it keeps its text.
    """

    def handle_no_permission(self, request, view_func):
        if request.method != "POST" or request.htmx:
            return super().handle_no_permission(request, view_func)
        if unsent := unsent_of(request):
            return SignIn.ask(request, unsent)
        way_on = page_of(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
        return redirect_to_login(way_on, resolve_url(self.get_login_url(view_func)))


class PreferencesMiddleware:
    """The account's language and time zone win over cookie and browser; no cache keeps a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        language, time_zone = request.user.language, request.user.time_zone
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()
        with timezone.override(time_zone):
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        keep_private(response)
        return response


def keep_private(response):
    """What somebody reads signed in stays out of every cache, a proxy's and the browser's."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    if is_page and "no-store" not in response.headers.get("Cache-Control", ""):
        response.headers["Cache-Control"] = "private, no-store"
