"""What goes along when somebody moves: their account, or the invitation to one, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from actors.models import Organization, User
from actors.people.transitions import going_along


@dataclass(frozen=True)
class Along:
    """Read before the move: afterwards it has gone."""

    left: Organization
    account: User | None
    is_invited: bool

    @classmethod
    def of(cls, appointment):
        accounts, invitations = going_along(appointment)
        account = accounts.filter(is_active=True).first()
        return cls(appointment.organization, account, invitations.exists())

    @property
    def sees_all(self):
        return self.account is not None and (self.account.is_admin or self.account.is_auditor)

    @property
    def before(self):
        """What the page of a move says; empty when nothing goes along."""
        if self.sees_all:
            said = _(
                "Their account goes along at once: they then work for the new organization in "
                "collabgov, with the role that they have."
            )
        elif self.account:
            said = _(
                "Their account goes along at once: they then work for the new organization in "
                "collabgov and see what it takes part in, no longer what only %s takes part in."
            )
            said %= self.left
        elif self.is_invited:
            said = _(
                "Their invitation to an account goes along: "
                "with it they will work for the new organization in collabgov."
            )
        else:
            return ""
        within = _("A new post in the same organization changes nothing of this.")
        return f"{said} {within}"

    def after(self, organization):
        """What is said once the move is made; empty when nothing went along."""
        if organization == self.left:
            return ""
        if self.sees_all:
            said = _("Their account goes along: from now on they work for %s in collabgov.")
        elif self.account:
            said = _(
                "Their account goes along: from now on they work for %s in collabgov and see "
                "what it takes part in."
            )
        elif self.is_invited:
            said = _(
                "Their invitation to an account goes along: "
                "with it they will work for %s in collabgov."
            )
        else:
            return ""
        return said % organization
