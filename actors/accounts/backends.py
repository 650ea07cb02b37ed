"""Signing in with an email address, whatever its case."""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password

from actors.accounts.models import User


class EmailBackend(BaseBackend):
    """Email and password. An unknown address costs as much time as a wrong password."""

    def authenticate(self, request, email=None, password=None, username=None, **kwargs):
        address = email or username
        if address is None or password is None:
            return None
        user = User.objects.with_email(address).first()
        if user is None:
            make_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id):
        return (
            User.objects.active()
            .select_related("person", "organization")
            .filter(pk=user_id)
            .first()
        )
