"""The demo accounts of the sign-in page: only in demo mode, only those that exist."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from actors.accounts.models import User
from collabgov.demo import ACCOUNTS, demo_password

TASKS = {
    "petugas@demo.test": _("Staff: logs meetings, sees what is owed"),
    "perwakilan@demo.test": _("Representative: answers for the organization"),
    "koordinator@demo.test": _("Coordinator: sees what needs attention"),
    "admin@demo.test": _("Admin: keeps organizations, people and accounts"),
    "auditor@demo.test": _("Auditor: reads everything, changes nothing"),
    "luar@demo.test": _("Outsider: takes part in no collaboration"),
}


@dataclass(frozen=True)
class DemoAccount:
    email: str
    task: str
    organization: str
    password: str


def demo_accounts():
    rows = User.objects.active().filter(email__in=ACCOUNTS).select_related("organization")
    there = {row.email: row for row in rows}
    return [
        DemoAccount(
            email, TASKS.get(email, ""), str(there[email].organization or ""), demo_password()
        )
        for email in ACCOUNTS
        if email in there
    ]
