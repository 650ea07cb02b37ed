"""Coordinators run a collaboration: a password alone does not open that."""

from actors.accounts.duties import register_duty
from agreements.charter.models import Coordinator


def register():
    register_duty("coordinator", coordinates_now)


def coordinates_now(user):
    """Whether a dated row says that the user runs some collaboration today."""
    if user.person_id is None or user.is_auditor:
        return False
    return Coordinator.objects.current().filter(person_id=user.person_id).exists()
