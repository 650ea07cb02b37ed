"""Whose work is so consequential that a password alone does not open it.

Other apps register a question about an account here, because actors knows nobody above it.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings

from actors.accounts.models import User

_questions: dict[str, Callable[[User], bool]] = {}
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def register_duty(name: str, question: Callable[[User], bool]) -> None:
    """Accounts for which the question is true need a second factor; safe to call twice."""
    _questions[name] = question


def has_duty(user: User) -> bool:
    return any(question(user) for question in _questions.values())


def has_second_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def must_set_up(user: User) -> bool:
    """Whether the account needs a second factor and has none."""
    return settings.MFA_REQUIRED and has_duty(user) and not has_second_factor(user)


register_duty("admin", lambda user: user.is_admin)
register_duty("auditor", lambda user: user.is_auditor)
