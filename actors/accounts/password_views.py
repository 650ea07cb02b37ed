"""Changing a password, and getting a new one by mail."""

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth_views
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from actors.accounts.emails import folded
from actors.accounts.forms import NewPasswordForm, PasswordChangeForm, PasswordResetForm
from actors.accounts.notices import PASSWORD_CHANGED, tell_owner
from actors.accounts.sessions import end_others, end_sessions
from actors.accounts.waiting import ACCOUNTS, no_sooner_than, too_many
from actors.audit.recording import record_event
from collabgov.kit.access import OwnPageMixin, PublicMixin

ANSWER_SECONDS = 0.25  # many times what finding an account and writing its mail takes


def limited(action):
    """At most as many tries as ACCOUNT_RATE_LIMITS allows for the action."""
    return method_decorator(ratelimit.decorator(app=ACCOUNTS, action=action), name="dispatch")


@limited("change_password")
class PasswordChange(OwnPageMixin, auth_views.PasswordChangeView):
    form_class = PasswordChangeForm
    template_name = "accounts/password_change.html"
    success_url = reverse_lazy("accounts:profile")

    def form_valid(self, form):
        response = super().form_valid(form)
        ended = end_others(self.request)
        record_event("password_changed", request=self.request, sessions_ended=ended)
        tell_owner(PASSWORD_CHANGED, user=self.request.user, request=self.request)
        messages.success(self.request, _("Your password is changed."))
        return response


class PasswordReset(PublicMixin, auth_views.PasswordResetView):
    form_class = PasswordResetForm
    template_name = "accounts/password_reset.html"
    subject_template_name = "accounts/mail/password_reset_subject.txt"
    email_template_name = "accounts/mail/password_reset.txt"
    extra_email_context = {"site_name": settings.SITE_NAME}
    success_url = reverse_lazy("accounts:password-reset-done")

    def form_valid(self, form):
        email = folded(form.cleaned_data["email"])
        counted = {"app": ACCOUNTS, "action": "reset_password", "key": email}
        if not ratelimit.consume(self.request, **counted):
            return too_many(self.request, action="reset_password", key=email)
        with no_sooner_than(ANSWER_SECONDS):
            record_event("password_reset_asked", request=self.request, email=email)
            return super().form_valid(form)


class PasswordResetDone(PublicMixin, auth_views.PasswordResetDoneView):
    template_name = "accounts/password_reset_done.html"


@limited("reset_password_from_key")
class PasswordResetConfirm(PublicMixin, auth_views.PasswordResetConfirmView):
    form_class = NewPasswordForm
    template_name = "accounts/password_reset_confirm.html"
    success_url = reverse_lazy("accounts:login")

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user is not None and user.is_active else None

    def form_valid(self, form):
        response = super().form_valid(form)
        user = form.user
        ended = end_sessions(user)
        record_event(
            "password_reset", request=self.request, user=user, about=user, sessions_ended=ended
        )
        tell_owner(PASSWORD_CHANGED, user=user, request=self.request)
        messages.success(self.request, _("Your new password is saved. You can sign in with it."))
        return response
