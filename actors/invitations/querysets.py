"""Every way invitations are read."""

from django.db.models import Q
from django.utils import timezone

from actors.accounts.models import SiteRole
from actors.accounts.querysets import ByAddressQuerySet


class InvitationQuerySet(ByAddressQuerySet):
    def visible_to(self, user):
        """Invitations are the admins' business; the auditor looks on."""
        is_seen = user.is_authenticated and (user.is_admin or user.is_auditor)
        return self if is_seen else self.none()

    def waiting(self):
        """Neither accepted nor revoked; their link may still have run out."""
        return self.filter(accepted_at=None, revoked_at=None)

    def usable(self, *, now=None):
        """Those whose link works: in time, and whoever vouches for it is an admin still."""
        return self.waiting().filter(
            Q(expires_at__gt=now or timezone.now()),
            invited_by__is_active=True,
            invited_by__role=SiteRole.ADMIN,
            person__is_active=True,
        )

    def for_acceptance(self):
        return self.select_related("person", "organization", "invited_by__person")

    def in_state(self, asked):
        """Those that wait for an answer, unless the page asks for others."""
        by_state = {
            "accepted": Q(accepted_at__isnull=False),
            "revoked": Q(revoked_at__isnull=False),
            "all": Q(),
        }
        return self.filter(by_state[asked]) if asked in by_state else self.waiting()

    def for_address(self, email):
        return self.filter(email__iexact=email)

    def for_list(self):
        return self.select_related(
            "person", "organization", "invited_by__person", "account"
        ).order_by("-created_at", "-pk")
