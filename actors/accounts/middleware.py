"""Each request from somebody known: still in time, strong enough, in their language and zone."""

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import render, resolve_url
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actors.accounts import sessions
from actors.accounts.duties import must_set_up
from actors.accounts.views import SignIn
from actors.audit.recording import record_event
from collabgov.kit.unsent import page_of, unsent_of


class SessionLimitsMiddleware:
    """A session ends when it was idle too long and when its day is over; its text is carried."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            if sessions.is_over(request):
                record_event("signed_out", request=request, why="too long")
                auth.logout(request)
            else:
                sessions.notice(request)
        return self.get_response(request)


class SignInMiddleware(LoginRequiredMiddleware):
    """Every page needs a sign-in; a form posted without one is carried through it.

    A part fetched by htmx is redirected as ever: the page that asked for it keeps its text.
    """

    def handle_no_permission(self, request, view_func):
        if request.method != "POST" or request.htmx:
            say_if_ended(request)
            return super().handle_no_permission(request, view_func)
        if unsent := unsent_of(request):
            return SignIn.ask(request, unsent)
        way_on = page_of(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
        return redirect_to_login(way_on, resolve_url(self.get_login_url(view_func)))


def say_if_ended(request):
    """The browser still brings the key of a session that is gone: say it, before it is dropped."""
    is_gone = request.COOKIES.get(settings.SESSION_COOKIE_NAME) and request.session.is_empty()
    if is_gone and not request.htmx:
        text = _("You were signed out: the session was over, or your account was changed.")
        messages.info(request, text)


class SecondFactorMiddleware:
    """Who needs a second factor and has none sets it up before any other page, forms included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.MFA_REQUIRED or not request.user.is_authenticated:
            return None
        page = getattr(view, "view_class", None)
        if getattr(page, "opens_before_second_factor", False):
            return None
        if not must_set_up(request.user):
            return None
        context = {"unsent": unsent_of(request) if request.method == "POST" else None}
        answer = render(request, "accounts/second_factor_first.html", context, status=403)
        answer.headers["Cache-Control"] = "private, no-store"
        return answer


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
    """What somebody gets signed in stays out of every cache: pages, files and data alike.

    Static files are answered before it is known who asks.
    """
    if "no-store" not in response.headers.get("Cache-Control", ""):
        response.headers["Cache-Control"] = "private, no-store"
